/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-today-side.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-facts.h"
#include "desk-history-view.h"
#include "desk-list-box.h"
#include "desk-notice.h"
#include "desk-outage-bar.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-history.h"
#include "desk-text-label.h"
#include "desk-today-brief.h"

#define MOST_LOGGED 5
#define MOST_CASES 7
#define N_BRIEFS 3

struct _DeskTodaySide
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *scroller, *empty;
  GtkWidget *waiting_head, *waiting_count, *waiting;
  GtkWidget *asked_head, *asked_count, *asked;
  GtkWidget *record, *title, *facts, *history;
  GtkWidget *briefs[N_BRIEFS]; /* the first rows of other lists */
  guint n_briefs;
  GPtrArray *cards;    /* DeskFollowUpCard */
  GPtrArray *requests; /* DeskRequestCard */
  GCancellable *cancellable;
  gint64 shown;
};

enum
{
  ACCEPT,
  RETURN,
  DECIDE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTodaySide, desk_today_side, GTK_TYPE_WIDGET)

/* What was handed on */

static gpointer
card_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "desk-card");
}

static void
on_accept (GtkButton *button, DeskTodaySide *self)
{
  g_signal_emit (self, signals[ACCEPT], 0, card_of (GTK_WIDGET (button)));
}

static void
on_return (GtkButton *button, DeskTodaySide *self)
{
  g_signal_emit (self, signals[RETURN], 0, card_of (GTK_WIDGET (button)));
}

static GtkWidget *
button_new (gpointer card, const char *words, const char *key, GCallback callback, DeskTodaySide *self)
{
  GtkWidget *button = desk_button_new (NULL, words, key);

  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "desk-card", card);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

/* Place and what on the first line, the rest on the second. */
static GtkWidget *
two_lines (const char *place_words, const char *what, const char *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *place = gtk_label_new (place_words), *first = gtk_label_new (what), *caption = gtk_label_new (second);

  gtk_widget_add_css_class (place, "strong");
  gtk_widget_set_visible (place, *place_words != '\0');
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_widget_set_tooltip_text (first, what);
  gtk_widget_add_css_class (caption, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_set_tooltip_text (caption, second);
  gtk_box_append (GTK_BOX (line), place);
  gtk_box_append (GTK_BOX (line), first);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
words_of_card (DeskTodaySide *self, const DeskFollowUpCard *card)
{
  g_autofree char *what = desk_text_follow_up_what (self->text, card->follow_up);
  g_autofree char *due = desk_text_time (self->text, card->follow_up->due_at, desk_engine_now (self->engine));
  const char *name = desk_text_staff_name (self->text, card->handed_name);
  g_autofree char *from = desk_text_fill (_("from %1"), (const char *[]){ name, NULL });
  const char *note = card->follow_up->hand_note != NULL ? card->follow_up->hand_note : "";
  g_autofree char *second = g_strjoin (" · ", from, due, *note != '\0' ? note : NULL, NULL);

  return two_lines (card->place, what, second);
}

static void
add_waiting (DeskTodaySide *self, DeskFollowUpCard *card)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *what = desk_text_follow_up_what (self->text, card->follow_up);
  g_autofree char *name = g_strjoin (" ", card->place, what, NULL);

  gtk_box_append (GTK_BOX (box), words_of_card (self, card));
  gtk_box_append (GTK_BOX (box), button_new (card, _("Accept"), "Y", G_CALLBACK (on_accept), self));
  gtk_box_append (GTK_BOX (box), button_new (card, _("Return…"), "N", G_CALLBACK (on_return), self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "note");
  g_object_set_data (G_OBJECT (row), "desk-card", card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->waiting), row);
}

static gboolean
on_waiting_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                DeskTodaySide *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->waiting));

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_y)
    g_signal_emit (self, signals[ACCEPT], 0, card_of (GTK_WIDGET (row)));
  else if (gdk_keyval_to_lower (keyval) == GDK_KEY_n)
    g_signal_emit (self, signals[RETURN], 0, card_of (GTK_WIDGET (row)));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
show_waiting (DeskTodaySide *self, GPtrArray *cards)
{
  g_autofree char *number = desk_text_number (cards->len);

  for (guint i = 0; i < cards->len; i++)
    add_waiting (self, cards->pdata[i]);
  gtk_label_set_label (GTK_LABEL (self->waiting_count), number);
  gtk_widget_set_visible (self->waiting_head, cards->len > 0);
  gtk_widget_set_visible (self->waiting, cards->len > 0);
}

/* @cards: (transfer full): DeskFollowUpCard. */
void
desk_today_side_set_waiting (DeskTodaySide *self, GPtrArray *cards)
{
  if (self->record != NULL)
    desk_list_box_clear (self->waiting);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  self->cards = cards;
  if (self->record != NULL)
    show_waiting (self, cards);
}

/* Brings the focus to what waits. Returns: whether something does. */
gboolean
desk_today_side_focus (DeskTodaySide *self)
{
  GtkWidget *lists[] = { self->asked, self->waiting };

  if (self->record == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (lists[i]), 0);

      if (row == NULL)
        continue;
      gtk_list_box_select_row (GTK_LIST_BOX (lists[i]), row);
      return gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return FALSE;
}

/* What waits for approval */

static void
decide (DeskTodaySide *self, gpointer card, DeskRequestState verdict)
{
  g_signal_emit (self, signals[DECIDE], 0, card, (int) verdict);
}

static void
on_approve (GtkButton *button, DeskTodaySide *self)
{
  decide (self, card_of (GTK_WIDGET (button)), DESK_REQUEST_APPROVED);
}

static void
on_refuse (GtkButton *button, DeskTodaySide *self)
{
  decide (self, card_of (GTK_WIDGET (button)), DESK_REQUEST_REFUSED);
}

static gboolean
on_asked_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskTodaySide *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->asked));

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_y)
    decide (self, card_of (GTK_WIDGET (row)), DESK_REQUEST_APPROVED);
  else if (gdk_keyval_to_lower (keyval) == GDK_KEY_n)
    decide (self, card_of (GTK_WIDGET (row)), DESK_REQUEST_REFUSED);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Below what is asked for: what it would change, each line whole, for that is what the decision is about. */
static void
add_lines (DeskTodaySide *self, GtkWidget *box, const DeskRequestCard *card)
{
  for (guint i = 0; i < card->lines->len; i++)
    {
      const DeskHistory *line = card->lines->pdata[i];
      const char *subject = g_strcmp0 (line->subject, card->subject) != 0 ? line->subject : NULL; /* it heads the card */
      g_autofree char *words = desk_text_history (self->text, line->kind, line->use_case, line->changes, subject);
      GtkWidget *label = gtk_label_new (words);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), label);
    }
}

static void
add_request (DeskTodaySide *self, DeskRequestCard *card)
{
  GtkWidget *words;
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *at = desk_text_time (self->text, card->request->at, desk_engine_now (self->engine));
  g_autofree char *second = g_strjoin (" · ", desk_text_staff_name (self->text, card->asker), at, NULL);
  const char *what = desk_text_act (self->text, card->request->use_case, card->request->record_id == 0);

  words = two_lines (card->subject, what, second);
  add_lines (self, words, card);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button_new (card, _("Approve"), "Y", G_CALLBACK (on_approve), self));
  gtk_box_append (GTK_BOX (box), button_new (card, _("Refuse…"), "N", G_CALLBACK (on_refuse), self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "note");
  g_object_set_data (G_OBJECT (row), "desk-card", card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->asked), row);
}

static void
show_requests (DeskTodaySide *self, GPtrArray *cards)
{
  g_autofree char *number = NULL;
  guint n = 0;

  for (guint i = 0; i < cards->len; i++)
    {
      DeskRequestCard *card = cards->pdata[i];

      if (!card->may_decide || card->request->state != DESK_REQUEST_WAITING)
        continue;
      add_request (self, card);
      n++;
    }
  number = desk_text_number (n);
  gtk_label_set_label (GTK_LABEL (self->asked_count), number);
  gtk_widget_set_visible (self->asked_head, n > 0);
  gtk_widget_set_visible (self->asked, n > 0);
}

/* @cards: (transfer full): DeskRequestCard; those that are not the actor's to decide are not shown. */
void
desk_today_side_set_requests (DeskTodaySide *self, GPtrArray *cards)
{
  if (self->record != NULL)
    desk_list_box_clear (self->asked);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  self->requests = cards;
  if (self->record != NULL)
    show_requests (self, cards);
}

/* The selected one */

static void
on_history_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskTodaySide) self = data;
  g_autoptr (GError) error = NULL;
  DeskHistories *out = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (out == NULL)
    {
      if (!desk_cancelled (error))
        g_warning ("history of a follow-up: %s", error->message);
      return;
    }
  if (self->engine != NULL && self->record != NULL)
    desk_history_view_set (DESK_HISTORY_VIEW (self->history), g_steal_pointer (&out->history),
                           desk_engine_now (self->engine));
  desk_use_case_free_result (DESK_USE_CASE_LIST_HISTORY, out);
}

static void
add_fact (DeskTodaySide *self, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    desk_facts_add (self->facts, name, value);
}

static char *
repeat_words (DeskTodaySide *self, const DeskFollowUp *f)
{
  g_autofree char *length = f->repeat_every > 0 ? desk_text_minutes (self->text, f->repeat_every / 60) : NULL;

  return length != NULL ? desk_text_fill (_("every %1 until it is done"), (const char *[]){ length, NULL }) : g_strdup ("");
}

static void
fill_facts (DeskTodaySide *self, const DeskFollowUpCard *card)
{
  const DeskFollowUp *f = card->follow_up;
  g_autofree char *due = desk_text_time_whole (self->text, f->due_at);
  g_autofree char *owner = desk_text_follow_up_owner (self->text, f, card->owner_name);
  g_autofree char *repeat = repeat_words (self, f);
  g_autofree char *whom = g_strjoin (" ", card->person_name, card->phone, NULL);

  desk_facts_clear (self->facts);
  add_fact (self, desk_text_field (self->text, DESK_KIND_FOLLOW_UP, "due_at"), due);
  add_fact (self, desk_text_field (self->text, DESK_KIND_FOLLOW_UP, "topic"),
            desk_text_enum (self->text, &desk_enum_topic, f->topic));
  add_fact (self, desk_text_field (self->text, DESK_KIND_FOLLOW_UP, "owner_id"), owner);
  add_fact (self, desk_text_kind (self->text, DESK_KIND_UNIT), card->place);
  if (*card->person_name != '\0')
    add_fact (self, desk_text_kind (self->text, DESK_KIND_PERSON), whom);
  add_fact (self, _("Reminder"), repeat);
}

/* @card: (nullable): the one to show with what happened to it; nothing before desk_today_side_begin. */
void
desk_today_side_show (DeskTodaySide *self, const DeskFollowUpCard *card)
{
  g_autofree char *what = card != NULL ? desk_text_follow_up_what (self->text, card->follow_up) : NULL;

  if (self->record == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->record, card != NULL);
  gtk_widget_set_visible (self->empty, card == NULL && !gtk_widget_get_visible (self->waiting));
  if (card == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->title), what);
  fill_facts (self, card);
  if (self->shown != card->follow_up->record.id)
    desk_history_view_set (DESK_HISTORY_VIEW (self->history), g_ptr_array_new (), 0);
  self->shown = card->follow_up->record.id;
  self->cancellable = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_HISTORY,
                          desk_get_input_new (DESK_KIND_FOLLOW_UP, self->shown, desk_engine_today (self->engine)),
                          self->cancellable, on_history_cb, g_object_ref (self));
}

/* Object */

static void
desk_today_side_dispose (GObject *object)
{
  DeskTodaySide *self = DESK_TODAY_SIDE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->record = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_today_side_parent_class)->dispose (object);
}

static void
desk_today_side_class_init (DeskTodaySideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_today_side_dispose;
  signals[ACCEPT] = g_signal_new ("accept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RETURN] = g_signal_new ("return", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DECIDE] = g_signal_new ("decide", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_today_side_init (DeskTodaySide *self)
{
}

/* A heading with a count over a list, hidden until something waits. */
static GtkWidget *
build_list (GtkWidget *box, const char *words, GtkWidget **head, GtkWidget **count, GCallback on_key, DeskTodaySide *self)
{
  GtkWidget *word = gtk_label_new (words), *list = gtk_list_box_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  *count = gtk_label_new (NULL);
  gtk_widget_add_css_class (*head, "today-heading");
  gtk_widget_add_css_class (word, "strong");
  gtk_widget_add_css_class (*count, "caption");
  gtk_box_append (GTK_BOX (*head), word);
  gtk_box_append (GTK_BOX (*head), *count);
  gtk_widget_add_css_class (list, "rows");
  gtk_widget_add_css_class (list, "today-asked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (keys, "key-pressed", on_key, self);
  gtk_widget_add_controller (list, keys);
  gtk_widget_set_visible (*head, FALSE);
  gtk_widget_set_visible (list, FALSE);
  gtk_box_append (GTK_BOX (box), *head);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

static void
build_record (DeskTodaySide *self, GtkWidget *box)
{
  self->record = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (self->record, "today-record");
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (self->title), FALSE);
  gtk_widget_add_css_class (self->title, "desk-title");
  self->facts = desk_facts_new ();
  self->history = desk_history_view_new (self->text);
  desk_history_view_hide_chips (DESK_HISTORY_VIEW (self->history));
  gtk_box_append (GTK_BOX (self->record), self->title);
  gtk_box_append (GTK_BOX (self->record), self->facts);
  gtk_box_append (GTK_BOX (self->record), self->history);
  gtk_box_append (GTK_BOX (box), self->record);
}

static void
add_brief (DeskTodaySide *self, GtkWidget *box, const char *title, DeskList list, guint filter, guint most,
           DeskBriefRowFunc make_row)
{
  GtkWidget *brief = desk_today_brief_new (self->engine, self->text, title, list, filter, most, make_row);

  self->briefs[self->n_briefs++] = brief;
  gtk_box_append (GTK_BOX (box), brief);
}

/* The clocks go on. */
void
desk_today_side_tick (DeskTodaySide *self)
{
  for (guint i = 0; i < self->n_briefs; i++)
    desk_today_brief_reload (DESK_TODAY_BRIEF (self->briefs[i]));
}

static void
build (DeskTodaySide *self, GtkWidget *box)
{
  gtk_box_append (GTK_BOX (box), desk_outage_bar_new (self->engine, self->text));
  add_brief (self, box, _("My Repairs"), DESK_LIST_REPAIRS, DESK_CASE_FILTER_MINE, MOST_CASES, desk_today_case_row);
  add_brief (self, box, _("My Complaints"), DESK_LIST_COMPLAINTS, DESK_CASE_FILTER_MINE, MOST_CASES, desk_today_case_row);
  self->asked = build_list (box, _("Waiting for My Approval"), &self->asked_head, &self->asked_count,
                            G_CALLBACK (on_asked_key), self);
  self->waiting = build_list (box, _("Waiting for Me"), &self->waiting_head, &self->waiting_count,
                              G_CALLBACK (on_waiting_key), self);
  add_brief (self, box, _("Just Logged"), DESK_LIST_VISITS, DESK_VISIT_FILTER_TODAY, MOST_LOGGED, desk_today_visit_row);
  build_record (self, box);
  self->empty = desk_empty_new ("object-select-symbolic", _("Nothing is chosen"), _("Choose a follow-up to see what happened to it."));
  gtk_widget_set_vexpand (self->empty, TRUE);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_widget_set_visible (self->record, FALSE);
}

/* Makes what stands in it. Returns: FALSE when it stands there already. */
gboolean
desk_today_side_begin (DeskTodaySide *self)
{
  GtkWidget *box;

  if (self->record != NULL)
    return FALSE;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  build (self, box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  if (self->cards != NULL)
    show_waiting (self, self->cards);
  if (self->requests != NULL)
    show_requests (self, self->requests);
  return TRUE;
}

/* Returns: (transfer floating): the place of it; what stands there is made by desk_today_side_begin, so that the rows
 * beside it are painted before. */
GtkWidget *
desk_today_side_new (DeskEngine *engine, DeskText *text)
{
  DeskTodaySide *self = g_object_new (DESK_TYPE_TODAY_SIDE, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (GTK_WIDGET (self), "detail");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
