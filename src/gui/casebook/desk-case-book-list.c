/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book-list.h"

#include <glib/gi18n.h>

#include "desk-complaint.h"
#include "desk-figure.h"
#include "desk-list-box.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

struct _DeskCaseBookList
{
  GtkWidget parent_instance;
  GtkWidget *scroller, *list;
  DeskText *text;
  gboolean filling;
};

enum
{
  SELECTED,
  OPENED,
  KEY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskCaseBookList, desk_case_book_list, GTK_TYPE_WIDGET)

/* Rows */

static const DeskRecord *
record_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "desk-record") : NULL;
}

static void
add_label (GtkWidget *box, const char *words, const char *style, gboolean grows)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), grows ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), grows ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, grows);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

/* @record: (nullable): a heading. @depth: 0 a group, 1 what stands in it. */
static void
add_row (DeskCaseBookList *self, const DeskRecord *record, int depth, const char *name, const char *more, gboolean dim)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *words = more != NULL ? g_strdup_printf ("%s, %s", name, more) : g_strdup (name);

  gtk_widget_set_margin_start (box, 6 + depth * 16);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_size_request (box, -1, 30);
  add_label (box, name, dim ? "caption" : depth == 0 ? "heading" : NULL, TRUE);
  if (more != NULL)
    add_label (box, more, "caption", FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (record != NULL)
    g_object_set_data_full (G_OBJECT (row), "desk-record", desk_record_copy (record), desk_record_free);
  else
    {
      gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* "30 min · 24 clock hours", or that it is out of use. */
static char *
times_of (DeskCaseBookList *self, const DeskCategory *category)
{
  g_autofree char *response = desk_text_minutes (self->text, category->response_minutes);
  g_autofree char *amount = desk_text_number (category->amount);

  if (category->retired_on != 0)
    return g_strdup (C_("category", "Out of use"));
  if (category->response_minutes == 0 && category->amount == 0)
    return g_strdup (C_("category", "No clock"));
  if (category->amount == 0)
    return g_steal_pointer (&response);
  return g_strdup_printf ("%s · %s %s", response, amount,
                          desk_text_enum (self->text, &desk_enum_duration_unit, category->duration_unit));
}

static void
add_categories (DeskCaseBookList *self, const DeskCaseSettings *settings, gint64 case_kind)
{
  for (guint i = 0; i < settings->categories->len; i++)
    {
      const DeskCategory *group = settings->categories->pdata[i];

      if (group->parent_id != 0 || group->case_kind != case_kind)
        continue;
      add_row (self, &group->record, 0, group->name, group->retired_on != 0 ? C_("category", "Out of use") : NULL,
               group->retired_on != 0);
      for (guint j = 0; j < settings->categories->len; j++)
        {
          const DeskCategory *category = settings->categories->pdata[j];
          g_autofree char *times = NULL;

          if (category->parent_id != group->record.id)
            continue;
          times = times_of (self, category);
          add_row (self, &category->record, 1, category->name, times, category->retired_on != 0);
        }
    }
}

static void
add_calendars (DeskCaseBookList *self, const DeskCaseSettings *settings)
{
  add_row (self, NULL, 0, C_("case book", "Calendars"), NULL, FALSE);
  for (guint i = 0; i < settings->calendars->len; i++)
    {
      const DeskCalendar *calendar = settings->calendars->pdata[i];
      gboolean always = calendar->hours == NULL || *calendar->hours == '\0';

      add_row (self, &calendar->record, 1, calendar->name, always ? C_("calendar", "never closes") : calendar->hours, FALSE);
    }
  add_row (self, NULL, 0, _("Holidays and Days Worked Instead"), NULL, FALSE);
  for (guint i = settings->days->len; i > 0; i--)
    {
      const DeskCalendarDay *day = settings->days->pdata[i - 1];
      g_autofree char *date = desk_day_format (day->day);
      g_autofree char *name = g_strdup_printf ("%s %s", date, desk_text_weekday (self->text, day->day));
      const char *what = day->work != 0 ? C_("calendar day", "Worked Instead") : C_("calendar day", "Holiday");
      g_autofree char *more = day->note != NULL && *day->note != '\0' ? g_strdup_printf ("%s · %s", day->note, what)
                                                                      : g_strdup (what);

      add_row (self, &day->record, 1, name, more, FALSE);
    }
}

/* Which stages, by name: "Contact · Solved · Callback". */
static char *
stage_words (DeskCaseBookList *self, const char *value)
{
  DeskStagePlan plans[DESK_N_STAGES];
  guint n = desk_stages_parse (value, plans);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", desk_text_enum (self->text, &desk_enum_stage, plans[i].stage));
  return g_string_free (words, FALSE);
}

/* Returns: (transfer full): what is edited is the setting; one that was never set is told from the others by its @place. */
static DeskRecord *
setting_copy (const DeskRecord *setting, guint place)
{
  DeskRecord *record = desk_record_copy (setting);

  if (record->id == 0)
    record->id = DESK_CASE_BOOK_UNSET + place;
  return record;
}

static void
add_stages (DeskCaseBookList *self, const DeskCaseSettings *settings)
{
  add_row (self, NULL, 0, _("Stages by Severity"), NULL, FALSE);
  for (guint i = 0; i < settings->stages->len; i++)
    {
      g_autoptr (DeskRecord) record = setting_copy (settings->stages->pdata[i], i);
      g_autofree char *words = stage_words (self, ((DeskSetting *) record)->value);

      add_row (self, record, 1, desk_text_enum (self->text, &desk_enum_severity, DESK_SEVERITY_ORDINARY + i), words, FALSE);
    }
}

/* What the figures are to reach: the first one, and that there are more. */
static void
add_targets (DeskCaseBookList *self, const DeskCaseSettings *settings, guint at)
{
  const DeskSetting *setting = settings->targets->pdata[at];
  g_autoptr (DeskRecord) record = setting_copy (&setting->record, settings->stages->len + at);
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 targets[DESK_N_RATES] = { 0 };

  if (setting->value != NULL)
    desk_figure_targets_parse (setting->value, targets);
  for (int rate = 0; rate < DESK_N_RATES; rate++)
    {
      g_autofree char *percent = targets[rate] != 0 ? desk_text_percent (targets[rate]) : g_strdup ("–");

      g_string_append_printf (words, "%s%s", rate > 0 ? " · " : "", percent);
    }
  add_row (self, NULL, 0, _("Figures"), NULL, FALSE);
  add_row (self, record, 1, C_("figure", "Targets"), words->str, FALSE);
}

/* Returns: (nullable): what the category is called. */
static const char *
category_name (const DeskCaseSettings *settings, gint64 id)
{
  for (guint i = 0; id != 0 && i < settings->categories->len; i++)
    if (((DeskCategory *) settings->categories->pdata[i])->record.id == id)
      return ((DeskCategory *) settings->categories->pdata[i])->name;
  return NULL;
}

/* By what they are for. */
static void
add_phrases (DeskCaseBookList *self, const DeskCaseSettings *settings)
{
  for (gint64 scope = 0; scope <= desk_enum_phrase_scope.n; scope++)
    {
      gboolean headed = FALSE;

      for (guint i = 0; i < settings->phrases->len; i++)
        {
          const DeskPhrase *phrase = settings->phrases->pdata[i];

          if (phrase->scope != scope)
            continue;
          if (!headed)
            add_row (self, NULL, 0,
                     scope != 0 ? desk_text_enum (self->text, &desk_enum_phrase_scope, scope) : C_("phrase for", "Everywhere"), NULL,
                     FALSE);
          headed = TRUE;
          add_row (self, &phrase->record, 1, phrase->name, category_name (settings, phrase->category_id), FALSE);
        }
    }
}

/* Puts the rows there; selects that record, else the row that now stands where the last selected one stood. */
void
desk_case_book_list_fill (DeskCaseBookList *self, const DeskCaseSettings *settings, DeskCaseBook book, DeskKind kind,
                          gint64 id)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  self->filling = TRUE;
  desk_list_box_clear (self->list);
  if (book == DESK_CASE_BOOK_CALENDARS)
    add_calendars (self, settings);
  else if (book == DESK_CASE_BOOK_PHRASES)
    add_phrases (self, settings);
  else
    add_categories (self, settings, book == DESK_CASE_BOOK_REPAIRS ? DESK_CASE_REPAIR : DESK_CASE_COMPLAINT);
  if (book == DESK_CASE_BOOK_COMPLAINTS)
    add_stages (self, settings);
  if (book == DESK_CASE_BOOK_REPAIRS || book == DESK_CASE_BOOK_COMPLAINTS)
    add_targets (self, settings, book == DESK_CASE_BOOK_COMPLAINTS);
  self->filling = FALSE;
  if (desk_case_book_list_select (self, kind, id))
    return;
  while (at > 0 && record_of (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at)) == NULL)
    at--;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at)) != NULL && record_of (row) == NULL)
    at++;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

/* Returns: (transfer none) (nullable): a copy of the record of the selected row, the row's. */
const DeskRecord *
desk_case_book_list_get_selected (DeskCaseBookList *self)
{
  return record_of (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

/* Returns: whether there is such a row. */
gboolean
desk_case_book_list_select (DeskCaseBookList *self, DeskKind kind, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; id != 0 && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (record_of (row) != NULL && record_of (row)->kind == kind && record_of (row)->id == id)
      {
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
        return TRUE;
      }
  return FALSE;
}

/* Something new is being made. */
void
desk_case_book_list_unselect (DeskCaseBookList *self)
{
  self->filling = TRUE;
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  self->filling = FALSE;
}

/* Puts the focus on the selected row, else on the first. */
void
desk_case_book_list_focus (DeskCaseBookList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

/* Object */

static void
row_selected (GtkListBox *list, GtkListBoxRow *row, DeskCaseBookList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated (GtkListBox *list, GtkListBoxRow *row, DeskCaseBookList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskCaseBookList *self)
{
  gboolean handled = FALSE;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  g_signal_emit (self, signals[KEY], 0, keyval, &handled);
  return handled;
}

static void
desk_case_book_list_dispose (GObject *object)
{
  DeskCaseBookList *self = DESK_CASE_BOOK_LIST (object);

  self->filling = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_case_book_list_parent_class)->dispose (object);
}

static void
desk_case_book_list_class_init (DeskCaseBookListClass *klass)
{
  GType type = DESK_TYPE_CASE_BOOK_LIST;

  G_OBJECT_CLASS (klass)->dispose = desk_case_book_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[KEY] = g_signal_new ("key", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                               G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
}

static void
desk_case_book_list_init (DeskCaseBookList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Categories and Calendars"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->list, keys);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/* Returns: (transfer floating): an empty list. */
GtkWidget *
desk_case_book_list_new (DeskText *text)
{
  DeskCaseBookList *self = g_object_new (DESK_TYPE_CASE_BOOK_LIST, NULL);

  self->text = desk_text_ref (text);
  return GTK_WIDGET (self);
}
