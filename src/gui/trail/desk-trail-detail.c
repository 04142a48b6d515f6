/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-trail-detail.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-notice.h"
#include "desk-section.h"
#include "desk-text-figure.h"
#include "desk-text-history.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

struct _DeskTrailDetail
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *stack, *empty, *page;
  GtkWidget *title, *when, *lines, *undo, *open, *about, *reason;
  gint64 trail_id;
  DeskHistories *act; /* (nullable): what is shown */
  GCancellable *reading;
};

enum
{
  OPEN,
  ABOUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTrailDetail, desk_trail_detail, GTK_TYPE_WIDGET)

static void
drop_act (DeskTrailDetail *self)
{
  if (self->act != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_ACT, self->act);
  self->act = NULL;
}

/* The row that was chosen among those of its act. */
static const DeskHistory *
chosen (DeskTrailDetail *self)
{
  for (guint i = 0; self->act != NULL && i < self->act->history->len; i++)
    {
      const DeskHistory *line = self->act->history->pdata[i];

      if (line->trail_id == self->trail_id)
        return line;
    }
  return NULL;
}

static gboolean
can_undo (DeskTrailDetail *self)
{
  const DeskHistory *line = chosen (self);
  DeskDay day;

  if (line == NULL || !line->can_undo || desk_engine_get_state (self->engine) == DESK_ENGINE_READ_ONLY)
    return FALSE;
  day = desk_day_of_time (line->at, desk_engine_get_zone (self->engine));
  return day == desk_engine_today (self->engine) || g_str_has_prefix (line->use_case, "remove_");
}

/* Units and people have a page. */
static gboolean
can_open (const DeskHistory *line)
{
  return line != NULL && (line->kind == DESK_KIND_UNIT || line->kind == DESK_KIND_PERSON)
         && !g_str_has_prefix (line->use_case, "remove_");
}

/* Filling */

static void
add_line (DeskTrailDetail *self, const DeskHistory *line)
{
  g_autofree char *words = desk_text_history (self->text, line->kind, line->use_case, line->changes, line->subject);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *kind = gtk_label_new (desk_text_kind (self->text, line->kind)), *label = gtk_label_new (words);

  gtk_widget_add_css_class (kind, "caption");
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_box_append (GTK_BOX (row), kind);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->lines), row);
}

static void
show_act (DeskTrailDetail *self)
{
  const DeskHistory *line = chosen (self);
  gboolean removed = line != NULL && g_str_has_prefix (line->use_case, "remove_");
  g_autofree char *when = line != NULL ? desk_text_time_whole (self->text, line->at) : NULL;
  g_autofree char *whose = NULL;
  GtkWidget *child;

  gtk_stack_set_visible_child (GTK_STACK (self->stack), line != NULL ? self->page : self->empty);
  if (line == NULL)
    return;
  whose = g_strdup_printf ("%s · %s", when, desk_text_author (self->text, line->staff_name));
  gtk_label_set_text (GTK_LABEL (self->title), desk_text_history_act (self->text, line->use_case, line->changes));
  gtk_label_set_text (GTK_LABEL (self->when), whose);
  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), child);
  for (guint i = 0; i < self->act->history->len; i++)
    add_line (self, self->act->history->pdata[i]);
  gtk_button_set_label (GTK_BUTTON (self->undo), removed ? _("Restore (U)") : _("Undo (U)"));
  gtk_widget_set_visible (self->undo, can_undo (self));
  gtk_widget_set_visible (self->open, can_open (line));
  gtk_label_set_text (GTK_LABEL (self->reason),
                      removed ? _("Put back as it was, unless something took its place.")
                              : _("Undone as long as the day lasts; what was built on it is said."));
  gtk_widget_set_visible (self->reason, can_undo (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskTrailDetail) self = data;
  g_autoptr (GError) error = NULL;
  DeskHistories *act = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (act == NULL && desk_cancelled (error))
    return;
  g_clear_object (&self->reading);
  if (self->engine == NULL)
    {
      if (act != NULL)
        desk_use_case_free_result (DESK_USE_CASE_GET_ACT, act);
      return;
    }
  drop_act (self);
  self->act = act;
  if (act == NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      desk_empty_set_words (self->empty, NULL, sentence);
    }
  show_act (self);
}

/* Shows the act of this row of the trail; 0: none. */
void
desk_trail_detail_show (DeskTrailDetail *self, gint64 trail_id)
{
  self->trail_id = trail_id;
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (trail_id == 0)
    {
      drop_act (self);
      desk_empty_set_words (self->empty, NULL, _("Choose a row."));
      show_act (self);
      return;
    }
  self->reading = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_ACT,
                          desk_get_input_new (DESK_KIND_NONE, trail_id, desk_engine_today (self->engine)), self->reading,
                          read_cb, g_object_ref (self));
}

/* After an undo the row can be undone no more, or again. */
static void
engine_changed (DeskEngine *engine, DeskChangeSet *changes, DeskTrailDetail *self)
{
  if (self->trail_id != 0)
    desk_trail_detail_show (self, self->trail_id);
}

/* Doing */

static void
undo_clicked (DeskTrailDetail *self)
{
  const DeskHistory *line = chosen (self);

  if (line != NULL && can_undo (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-act", "x", line->act_id);
}

/* Goes to the page of the record, if it has one. */
void
desk_trail_detail_open (DeskTrailDetail *self)
{
  const DeskHistory *line = chosen (self);

  if (can_open (line))
    g_signal_emit (self, signals[OPEN], 0, (int) line->kind, line->record_id);
}

static void
about_clicked (DeskTrailDetail *self)
{
  const DeskHistory *line = chosen (self);

  if (line != NULL)
    g_signal_emit (self, signals[ABOUT], 0, (int) line->kind, line->record_id);
}

/* A letter on the row in the list. */
gboolean
desk_trail_detail_key (DeskTrailDetail *self, guint keyval)
{
  guint32 c = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  if (c == 'u')
    undo_clicked (self);
  else if (c == 'r')
    about_clicked (self);
  else
    return FALSE;
  return TRUE;
}

/* Object */

static void
desk_trail_detail_dispose (GObject *object)
{
  DeskTrailDetail *self = DESK_TRAIL_DETAIL (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  drop_act (self);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_trail_detail_parent_class)->dispose (object);
}

static void
desk_trail_detail_class_init (DeskTrailDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_trail_detail_dispose;
  signals[OPEN] = g_signal_new ("open", DESK_TYPE_TRAIL_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_INT, G_TYPE_INT64);
  signals[ABOUT] = g_signal_new ("about", DESK_TYPE_TRAIL_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_INT, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (DeskTrailDetail *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
desk_trail_detail_init (DeskTrailDetail *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *scrolled = gtk_scrolled_window_new ();

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (head, "page-head");
  self->title = add_label (head, "desk-title");
  self->when = add_label (head, "caption");
  gtk_box_append (GTK_BOX (self->page), head);
  gtk_widget_add_css_class (body, "page-body");
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_box_append (GTK_BOX (body), self->lines);
  self->undo = add_button (self, buttons, "", G_CALLBACK (undo_clicked));
  self->open = add_button (self, buttons, _("Open"), G_CALLBACK (desk_trail_detail_open));
  self->about = add_button (self, buttons, _("Only This Record (R)"), G_CALLBACK (about_clicked));
  gtk_box_append (GTK_BOX (body), buttons);
  self->reason = add_label (body, "caption");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), body);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->page), scrolled);
  self->stack = gtk_stack_new ();
  self->empty = desk_empty_new ("document-open-recent-symbolic", NULL, _("Choose a row."));
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->page);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/* Returns: (transfer floating): nothing chosen yet. */
GtkWidget *
desk_trail_detail_new (DeskEngine *engine, DeskText *text)
{
  DeskTrailDetail *self = g_object_new (DESK_TYPE_TRAIL_DETAIL, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, 0);
  return GTK_WIDGET (self);
}
