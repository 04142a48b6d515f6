/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-history-view.h"

#include <glib/gi18n.h>

#include "desk-filter-chips.h"
#include "desk-kind-set.h"
#include "desk-list-box.h"
#include "desk-notice.h"
#include "desk-text-figure.h"
#include "desk-text-history.h"
#include "desk-text-label.h"
#include "desk-timeline-row.h"

/* Lines shown before somebody asks for the rest: more than two screens, and made within a frame. */
#define FIRST_LINES 60

typedef struct
{
  const char *label;
  DeskKindSet kinds; /* 0: all */
} Group;

/* Later work appends the kinds it brings. */
static const Group groups[] = {
  { N_("All"), 0 },
  { N_("Residents"), DESK_KIND_BIT (PERSON) | DESK_KIND_BIT (PHONE) | DESK_KIND_BIT (DOCUMENT) | DESK_KIND_BIT (OCCUPANCY) },
  { N_("Unit"), DESK_KIND_BIT (UNIT) | DESK_KIND_BIT (UNIT_STATE) | DESK_KIND_BIT (BUILDING) | DESK_KIND_BIT (ENTRANCE) },
  { N_("Vehicles"), DESK_KIND_BIT (VEHICLE) | DESK_KIND_BIT (SPACE_LEASE) },
  { N_("Visits"), DESK_KIND_BIT (VISIT) | DESK_KIND_BIT (MEMO) },
  { N_("Care"), DESK_KIND_BIT (CARE_FLAG) | DESK_KIND_BIT (INSTRUCTION) },
};

struct _DeskHistoryView
{
  GtkWidget parent_instance;
  DeskText *text;
  GtkWidget *head, *chips, *since, *trail, *list, *more;
  GPtrArray *history; /* DeskHistory */
  gint64 now;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (DeskHistoryView, desk_history_view, GTK_TYPE_WIDGET)

static gboolean
in_group (const DeskHistory *line, guint group)
{
  return groups[group].kinds == 0 || desk_kind_set_has (groups[group].kinds, line->kind);
}

/* The dot: filled for what became so, a ring for what was merely written down or looked at. */
static const char *
dot_style (const DeskHistory *line)
{
  if (g_str_has_prefix (line->use_case, "reveal"))
    return NULL;
  if (line->kind == DESK_KIND_CARE_FLAG || line->kind == DESK_KIND_INSTRUCTION)
    return "soon";
  if (line->kind == DESK_KIND_OCCUPANCY || line->kind == DESK_KIND_UNIT_STATE || line->kind == DESK_KIND_SPACE_LEASE)
    return "done";
  return NULL;
}

/* The first line of an act of today that can be undone; what was built on it is said when somebody tries. */
static gboolean
offers_undo (DeskHistoryView *self, guint index)
{
  const DeskHistory *line = self->history->pdata[index];
  GTimeZone *zone = desk_text_zone (self->text);

  if (!line->can_undo || desk_day_of_time (line->at, zone) != desk_day_of_time (self->now, zone))
    return FALSE;
  for (guint i = 0; i < index; i++)
    if (((DeskHistory *) self->history->pdata[i])->act_id == line->act_id)
      return FALSE;
  return TRUE;
}

static GtkWidget *
undo_button_new (const DeskHistory *line, const char *words)
{
  GtkWidget *button = gtk_button_new_with_label (_("Undo"));
  g_autofree char *name = g_strdup_printf ("%s %s", _("Undo"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo-act");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int64 (line->act_id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_line (DeskHistoryView *self, guint index, gboolean first, gboolean last)
{
  const DeskHistory *line = self->history->pdata[index];
  g_autofree char *when = desk_text_time (self->text, line->happened_at, self->now);
  g_autofree char *whole = desk_text_time_whole (self->text, line->at);
  g_autofree char *words
      = desk_text_history_at (self->text, line->kind, line->use_case, line->changes, line->subject, line->happened_at);
  const char *who = desk_text_author (self->text, line->staff_name);

  gtk_list_box_append (GTK_LIST_BOX (self->list),
                       desk_timeline_row_new (&(DeskTimelineLine){
                           .when = when, .whole = whole, .dot = dot_style (line), .what = words, .most_lines = 3, .who = who,
                           .button = offers_undo (self, index) ? undo_button_new (line, words) : NULL, .first = first,
                           .last = last }));
}

static void
fill (DeskHistoryView *self)
{
  guint group = desk_filter_chips_get_chosen (DESK_FILTER_CHIPS (self->chips)), n = 0, shown = 0;

  desk_list_box_clear (self->list);
  for (guint i = 0; i < self->history->len; i++)
    n += in_group (self->history->pdata[i], group) ? 1 : 0;
  for (guint i = 0; i < self->history->len && (self->all || shown < FIRST_LINES); i++)
    if (in_group (self->history->pdata[i], group))
      {
        add_line (self, i, shown == 0, shown + 1 == n);
        shown++;
      }
  gtk_widget_set_visible (self->more, shown < n);
  if (shown < n)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);
      g_autofree char *label = desk_text_fill (_("Show All %1"), (const char *[]){ number, NULL });

      gtk_button_set_label (GTK_BUTTON (self->more), label);
    }
}

static void
chosen (DeskFilterChips *chips, guint index, DeskHistoryView *self)
{
  fill (self);
}

static void
more_clicked (GtkButton *button, DeskHistoryView *self)
{
  self->all = TRUE;
  fill (self);
}

static void
desk_history_view_dispose (GObject *object)
{
  DeskHistoryView *self = DESK_HISTORY_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_history_view_parent_class)->dispose (object);
}

static void
desk_history_view_class_init (DeskHistoryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_history_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
build_head (DeskHistoryView *self)
{
  GtkWidget *title = gtk_label_new (_("History"));

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (title, "section");
  gtk_box_append (GTK_BOX (self->head), title);
  self->chips = desk_filter_chips_new (_("History"));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    desk_filter_chips_add (DESK_FILTER_CHIPS (self->chips), _(groups[i].label));
  g_signal_connect (self->chips, "chosen", G_CALLBACK (chosen), self);
  gtk_widget_set_hexpand (self->chips, TRUE);
  gtk_box_append (GTK_BOX (self->head), self->chips);
  self->since = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->since, "caption");
  gtk_box_append (GTK_BOX (self->head), self->since);
  self->trail = desk_button_new ("document-open-recent-symbolic", _("In the Trail"), "H");
  gtk_widget_set_tooltip_text (self->trail, _("All that the trail has of this record"));
  gtk_widget_set_visible (self->trail, FALSE);
  gtk_box_append (GTK_BOX (self->head), self->trail);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

static void
desk_history_view_init (DeskHistoryView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  build_head (self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "history");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("History"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "small");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect (self->more, "clicked", G_CALLBACK (more_clicked), self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

/* Returns: (transfer floating): an empty history. */
GtkWidget *
desk_history_view_new (DeskText *text)
{
  DeskHistoryView *self = g_object_new (DESK_TYPE_HISTORY_VIEW, NULL);

  self->text = desk_text_ref (text);
  return GTK_WIDGET (self);
}

/* Whose history it is: a button leads to the trail of this record, for whoever may read it. */
void
desk_history_view_set_about (DeskHistoryView *self, DeskKind kind, gint64 id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->trail), "(ix)", (int) kind, id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->trail), "win.trail-of");
  gtk_widget_set_visible (self->trail, TRUE);
}

/* @history: (transfer none): DeskHistory, latest first; @now: how near a time is depends on it. */
void
desk_history_view_set (DeskHistoryView *self, GPtrArray *history, gint64 now)
{
  g_autofree char *since = NULL;

  g_ptr_array_ref (history);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  self->history = history;
  self->now = now;
  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    {
      gint64 n = 0;

      for (guint i = 0; i < history->len; i++)
        n += in_group (history->pdata[i], group) ? 1 : 0;
      desk_filter_chips_set_count (DESK_FILTER_CHIPS (self->chips), group, n);
    }
  if (history->len > 0)
    {
      const DeskHistory *oldest = history->pdata[history->len - 1];
      DeskDay day = desk_day_of_time (oldest->happened_at, desk_text_zone (self->text));
      g_autofree char *words = desk_text_day (day);

      since = desk_text_fill (_("since %1"), (const char *[]){ words, NULL });
    }
  gtk_label_set_text (GTK_LABEL (self->since), since != NULL ? since : "");
  fill (self);
}

/* For the history of one thing, of which there are no kinds to choose from. */
void
desk_history_view_hide_chips (DeskHistoryView *self)
{
  gtk_widget_set_visible (self->chips, FALSE);
}
