/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-preview.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-search-order.h"
#include "desk-text-figure.h"
#include "desk-text-history.h"
#include "desk-text-label.h"
#include "desk-window.h"

struct _DeskSearchPreview
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkBox *head;
  GtkBox *lines;
  GtkBox *notices;
  GtkGrid *facts;
  GtkButton *open_button;
  GtkImage *open_icon;
  GtkLabel *open_label;
  DeskKind opens; /* of the record that Enter opens */
  GtkButton *number_button;

  /* Owned references */
  DeskEngine *engine;
  DeskText *text;
  GCancellable *cancellable;
  GtkLabel *phone_label; /* the one whose number F8 shows */

  gint64 phone_id;
  gboolean number_wanted; /* F8 came before the page */
  int n_facts;
};

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSearchPreview, desk_search_preview, ADW_TYPE_BIN)

/* Parts of the page */

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* GTK 4.8 keeps the answer of an empty box to how it wants to be measured when nothing was measured since: what comes into
 * it first and wraps would be given the height of one line and lie over what follows. */
static void
measure (DeskSearchPreview *self)
{
  int height;

  gtk_widget_measure (gtk_widget_get_parent (GTK_WIDGET (self->notices)), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
}

static void
empty (DeskSearchPreview *self)
{
  measure (self);
  empty_box (self->head);
  empty_box (self->lines);
  empty_box (self->notices);
  while (self->n_facts > 0)
    gtk_grid_remove_row (self->facts, --self->n_facts);
  g_clear_object (&self->phone_label);
  self->phone_id = 0;
}

static GtkWidget *
add_label (GtkBox *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static GtkWidget *
add_line (DeskSearchPreview *self, const char *words, const char *css_class)
{
  GtkWidget *label = add_label (self->lines, words, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static void
add_fact (DeskSearchPreview *self, const char *name, const char *value)
{
  GtkWidget *left, *right;

  if (value == NULL || *value == '\0')
    return;
  left = gtk_label_new (name);
  right = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (right), 0);
  gtk_label_set_wrap (GTK_LABEL (right), TRUE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_widget_add_css_class (left, "fact-name");
  gtk_widget_add_css_class (right, "fact");
  gtk_grid_attach (self->facts, left, 0, self->n_facts, 1, 1);
  gtk_grid_attach (self->facts, right, 1, self->n_facts, 1, 1);
  self->n_facts++;
}

static void
add_notice (DeskSearchPreview *self, const char *words)
{
  gtk_box_append (self->notices, desk_notice_new ("soon", "dialog-warning-symbolic", words, NULL));
}

/* One person in a line: name (role) phone. The first phone of the page is the one F8 shows. */
static void
add_occupant (DeskSearchPreview *self, const DeskOccupant *occupant, const char *unit)
{
  const DeskPersonCard *card = occupant->card;
  const DeskNumber *phone = card != NULL && card->phones != NULL && card->phones->len > 0 ? card->phones->pdata[0] : NULL;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *role = desk_text_enum (self->text, &desk_enum_role, occupant->occupancy->role);
  g_autofree char *who = g_strdup_printf (_("%s (%s)"), unit != NULL ? unit : card->person->name, role);
  GtkWidget *label = add_label (GTK_BOX (row), who, "body-text");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (phone != NULL && unit == NULL)
    {
      label = add_label (GTK_BOX (row), phone->masked, "body-text");
      if (self->phone_id == 0)
        {
          self->phone_id = phone->id;
          g_set_object (&self->phone_label, GTK_LABEL (label));
        }
    }
  gtk_box_append (self->lines, row);
}

static void
finish (DeskSearchPreview *self, const char *deed, const char *icon)
{
  if (self->opens == DESK_KIND_SERVICE_CASE)
    deed = _("Open the case");
  else if (self->opens == DESK_KIND_VISIT)
    deed = _("Open the entry");
  gtk_label_set_label (self->open_label, deed);
  gtk_image_set_from_icon_name (self->open_icon, self->opens == DESK_KIND_SERVICE_CASE || self->opens == DESK_KIND_VISIT
                                                     ? desk_search_icon (self->opens) : icon);
  gtk_widget_set_visible (GTK_WIDGET (self->number_button), self->phone_id != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), TRUE);
  if (self->number_wanted)
    desk_search_preview_show_number (self);
  self->number_wanted = FALSE;
}

static void
add_vehicles (DeskSearchPreview *self, GPtrArray *vehicles)
{
  g_autoptr (GString) plates = g_string_new (NULL);

  for (guint i = 0; vehicles != NULL && i < vehicles->len; i++)
    {
      const DeskVehicleCard *card = vehicles->pdata[i];

      g_string_append_printf (plates, "%s%s", i > 0 ? _(", ") : "", card->vehicle->plate);
    }
  add_fact (self, _("Vehicles"), plates->str);
}

/* Pages */

static void
show_state (DeskSearchPreview *self, gint64 state)
{
  GtkWidget *pill;

  if (state == 0)
    return;
  pill = add_label (self->head, desk_text_enum (self->text, &desk_enum_state, state), "pill");
  if (state == DESK_STATE_LIVED_IN)
    gtk_widget_add_css_class (pill, "ok");
  else if (state == DESK_STATE_LET || state == DESK_STATE_DECORATING)
    gtk_widget_add_css_class (pill, "info");
}

static void
show_others (DeskSearchPreview *self, GPtrArray *occupants)
{
  g_autoptr (GString) others = g_string_new (NULL);
  guint shown = 0;

  for (guint i = 0; i < occupants->len; i++)
    {
      const DeskOccupant *occupant = occupants->pdata[i];

      if (!occupant->current)
        continue;
      if (shown < 2)
        {
          add_occupant (self, occupant, NULL);
          shown++;
        }
      else
        g_string_append_printf (others, "%s%s %s", others->len > 0 ? _(", ") : "",
                                desk_text_enum (self->text, &desk_enum_role, occupant->occupancy->role),
                                occupant->card->person->name);
    }
  if (others->len > 0)
    add_line (self, others->str, "caption");
}

static void
show_unit (DeskSearchPreview *self, const DeskUnitPage *page)
{
  gint64 now = desk_engine_now (self->engine);
  DeskDay today = desk_engine_today (self->engine);

  add_label (self->head, page->unit->label, "preview-key");
  show_state (self, page->unit->state);
  for (guint i = 0; i < page->care_flags->len; i++)
    {
      const DeskCareFlag *flag = page->care_flags->pdata[i];
      GtkWidget *label = add_label (self->head, desk_text_care_flag (self->text, flag->kind), "flag");

      gtk_widget_set_tooltip_text (label, desk_text_enum (self->text, &desk_enum_care, flag->kind));
    }
  show_others (self, page->occupants);
  for (guint i = 0; i < page->instructions->len; i++)
    {
      const DeskInstruction *instruction = page->instructions->pdata[i];

      if (desk_days_contain (instruction->from_day, instruction->to_day, today))
        add_notice (self, instruction->text);
    }
  if (page->unit->built_area != 0)
    {
      g_autofree char *area = desk_text_area (page->unit->built_area);

      add_fact (self, _("Area"), area);
    }
  if (page->unit->delivered_on != 0)
    {
      g_autofree char *day = desk_text_day (page->unit->delivered_on);

      add_fact (self, _("Delivered"), day);
    }
  add_vehicles (self, page->vehicles);
  if (page->history->len > 0)
    {
      const DeskHistory *last = page->history->pdata[0];
      g_autofree char *when = desk_text_time (self->text, last->happened_at, now);
      g_autofree char *told
          = desk_text_history_at (self->text, last->kind, last->use_case, last->changes, last->subject, last->happened_at);
      g_autofree char *words = g_strconcat (when, " ", told, NULL);

      add_fact (self, _("Last"), words);
    }
  finish (self, _("Open the unit"), "desk-unit-symbolic");
}

static void
show_person (DeskSearchPreview *self, const DeskPersonPage *page)
{
  const DeskPersonCard *card = page->card;

  add_label (self->head, card->person->name, "preview-key");
  for (guint i = 0; i < card->phones->len; i++)
    {
      const DeskNumber *phone = card->phones->pdata[i];
      GtkWidget *label = add_line (self, phone->masked, "body-text");

      if (self->phone_id == 0)
        {
          self->phone_id = phone->id;
          g_set_object (&self->phone_label, GTK_LABEL (label));
        }
    }
  for (guint i = 0; i < page->occupancies->len && i < 6; i++)
    {
      const DeskOccupant *occupant = page->occupancies->pdata[i];

      if (occupant->current && occupant->unit != NULL)
        add_occupant (self, occupant, occupant->unit->label);
    }
  add_vehicles (self, page->vehicles);
  add_fact (self, _("Note"), card->person->note);
  finish (self, _("Open the person"), "desk-person-symbolic");
}

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskSearchPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  gpointer page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (page == NULL && desk_cancelled (error))
    return;
  g_clear_object (&self->cancellable);
  empty (self);
  if (page == NULL || self->engine == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->scroller), FALSE);
  else if (use_case == DESK_USE_CASE_GET_UNIT_PAGE)
    show_unit (self, page);
  else
    show_person (self, page);
  if (page != NULL)
    desk_use_case_free_result (use_case, page);
}

/* Shows a unit or a person, or nothing with an id of 0; Enter opens a record of the kind @opens: itself, or what belongs to it. */
void
desk_search_preview_show (DeskSearchPreview *self, DeskKind kind, gint64 id, DeskKind opens)
{
  DeskUseCase use_case = kind == DESK_KIND_PERSON ? DESK_USE_CASE_GET_PERSON_PAGE : DESK_USE_CASE_GET_UNIT_PAGE;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->number_wanted = FALSE;
  self->opens = opens;
  if (id == 0 || self->engine == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->scroller), FALSE);
      return;
    }
  self->cancellable = g_cancellable_new ();
  desk_engine_call_async (self->engine, use_case, desk_get_input_new (kind, id, desk_engine_today (self->engine)),
                          self->cancellable, on_page_cb, g_object_ref (self));
}

static void
on_number_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskSearchPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL)
    desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
  else
    {
      if (self->phone_label != NULL && saved->text != NULL && saved->id == self->phone_id)
        gtk_label_set_label (self->phone_label, saved->text);
      desk_use_case_free_result (DESK_USE_CASE_REVEAL_NUMBER, saved);
    }
}

/* F8: shows the first phone in full, which leaves a trail row; of the page that is on its way where there is one. */
void
desk_search_preview_show_number (DeskSearchPreview *self)
{
  g_autofree char *key = NULL;

  self->number_wanted = self->cancellable != NULL;
  if (self->number_wanted)
    return;
  if (self->phone_id == 0 || self->engine == NULL)
    return;
  key = desk_id_new_key ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_REVEAL_NUMBER,
                          desk_reveal_input_new (key, DESK_KIND_PHONE, self->phone_id), NULL, on_number_cb,
                          g_object_ref (self));
}

static void
on_open_clicked_cb (DeskSearchPreview *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

/* The store the pages come from; its kinds are worded in @text. */
void
desk_search_preview_set_engine (DeskSearchPreview *self, DeskEngine *engine, DeskText *text)
{
  g_set_object (&self->engine, engine);
  g_clear_pointer (&self->text, desk_text_unref);
  self->text = text != NULL ? desk_text_ref (text) : NULL;
}

static void
desk_search_preview_dispose (GObject *object)
{
  DeskSearchPreview *self = DESK_SEARCH_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->phone_label);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  adw_bin_set_child (ADW_BIN (self), NULL); /* before its template goes: AdwBin does not notice that */
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_SEARCH_PREVIEW);
  G_OBJECT_CLASS (desk_search_preview_parent_class)->dispose (object);
}

static void
desk_search_preview_class_init (DeskSearchPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_search_preview_dispose;
  signals[OPEN] = g_signal_new ("open", DESK_TYPE_SEARCH_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/search/desk-search-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSearchPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchPreview, head);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchPreview, lines);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchPreview, notices);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchPreview, facts);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchPreview, open_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchPreview, open_icon);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchPreview, open_label);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchPreview, number_button);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_search_preview_show_number);
}

static void
desk_search_preview_init (DeskSearchPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
