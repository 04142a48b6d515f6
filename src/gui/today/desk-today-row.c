/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-today-row.h"

#include <glib/gi18n.h>

#include "desk-clock-view.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"

/* px at 11 pt: window.md, picture 01; English takes more room for clocks and topics. */
#define CLOCK_WIDTH 116
#define CLOCK_WIDTH_EN 144
#define TOPIC_WIDTH 88
#define TOPIC_WIDTH_EN 118
#define PLACE_WIDTH 84
#define PERSON_WIDTH 58

struct _DeskTodayRow
{
  GtkListBoxRow parent_instance;
  DeskText *text;
  DeskFollowUpCard *card;
  GtkWidget *box, *clock, *more, *deeds, *lengths;
  gboolean may_edit;
};

enum
{
  ACT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTodayRow, desk_today_row, GTK_TYPE_LIST_BOX_ROW)

static int
clock_width (DeskTodayRow *self)
{
  return g_str_equal (desk_text_language (self->text), "zh_CN") ? CLOCK_WIDTH : CLOCK_WIDTH_EN;
}

static int
topic_width (DeskTodayRow *self)
{
  return g_str_equal (desk_text_language (self->text), "zh_CN") ? TOPIC_WIDTH : TOPIC_WIDTH_EN;
}

/* The icon of a DeskTopic. */
const char *
desk_today_topic_icon (gint64 topic)
{
  switch (topic)
    {
    case DESK_TOPIC_CALL:
      return "call-outgoing-symbolic";
    case DESK_TOPIC_APPOINTMENT:
      return "desk-wrench-symbolic";
    case DESK_TOPIC_MESSAGE:
      return "chat-message-new-symbolic";
    case DESK_TOPIC_LEASE_END:
      return "x-office-calendar-symbolic";
    case DESK_TOPIC_INSTRUCTION:
      return "document-open-recent-symbolic";
    case DESK_TOPIC_REQUEST:
      return "desk-person-symbolic";
    case DESK_TOPIC_CASE_SOON:
    case DESK_TOPIC_CASE_LATE:
      return "alarm-symbolic";
    case DESK_TOPIC_ESCALATED:
      return "go-top-symbolic";
    case DESK_TOPIC_CASE_BACK:
      return "media-playback-pause-symbolic";
    case DESK_TOPIC_COMPLAINT:
      return "chat-message-new-symbolic";
    case DESK_TOPIC_ENQUIRY:
      return "edit-find-symbolic";
    case DESK_TOPIC_TASK:
    default:
      return "object-select-symbolic";
    }
}

static void
desk_today_row_dispose (GObject *object)
{
  DeskTodayRow *self = DESK_TODAY_ROW (object);

  g_clear_pointer (&self->card, desk_follow_up_card_free);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_today_row_parent_class)->dispose (object);
}

static void
desk_today_row_class_init (DeskTodayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_today_row_dispose;
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT);
}

static void
desk_today_row_init (DeskTodayRow *self)
{
}

static void
on_clicked (GtkButton *button, DeskTodayRow *self)
{
  g_signal_emit (self, signals[ACT], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-act")));
}

/* A small button that shows its key. */
static void
add_deed (DeskTodayRow *self, GtkWidget *box, DeskTodayAct act, const char *words, const char *key)
{
  GtkWidget *button = gtk_button_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cap = gtk_label_new (key);
  g_autofree char *tip = g_strdup_printf ("%s (%s)", words, key);

  gtk_widget_add_css_class (button, "small");
  gtk_widget_add_css_class (cap, "keycap");
  gtk_box_append (GTK_BOX (content), gtk_label_new (words));
  gtk_box_append (GTK_BOX (content), cap);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
  g_object_set_data (G_OBJECT (button), "desk-act", GINT_TO_POINTER (act));
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
label_new (const char *words, const char *css_class, int width)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (width > 0)
    gtk_widget_set_size_request (label, width, -1);
  return label;
}

static GtkWidget *
topic_new (DeskTodayRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gint64 topic = self->card->follow_up->topic;

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (desk_today_topic_icon (topic)));
  gtk_box_append (GTK_BOX (box), label_new (desk_text_enum (self->text, &desk_enum_topic, topic), NULL, 0));
  gtk_widget_set_size_request (box, topic_width (self), -1);
  return box;
}

static gboolean
on_words_asked (GtkWidget *label, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return *gtk_label_get_text (GTK_LABEL (label)) != '\0';
}

static gboolean
on_clock_asked (GtkWidget *clock, int x, int y, gboolean by_key, GtkTooltip *tooltip, DeskTodayRow *self)
{
  g_autofree char *whole = desk_text_time_whole (self->text, self->card->follow_up->due_at);

  gtk_tooltip_set_text (tooltip, whole);
  return TRUE;
}

/* Has the tooltip of @widget made when it is asked for: to set one asks the display where the pointer is, and a screen of
 * rows has fifty. */
static void
tell_when_asked (GtkWidget *widget, GCallback tell, DeskTodayRow *self)
{
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect_object (widget, "query-tooltip", tell, self, 0);
}

/* What is to be done; the whole of it in the tooltip. */
static GtkWidget *
what_new (DeskTodayRow *self)
{
  g_autofree char *words = desk_text_follow_up_what (self->text, self->card->follow_up);
  GtkWidget *label = label_new (words, NULL, 0);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  tell_when_asked (label, G_CALLBACK (on_words_asked), self);
  return label;
}

static GtkWidget *
line_new (DeskTodayRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *owner = desk_text_follow_up_owner (self->text, self->card->follow_up, self->card->owner_name);

  gtk_widget_add_css_class (box, "today-line");
  self->clock = desk_clock_view_new (self->text);
  tell_when_asked (self->clock, G_CALLBACK (on_clock_asked), self);
  gtk_widget_set_size_request (self->clock, clock_width (self), -1);
  gtk_box_append (GTK_BOX (box), self->clock);
  gtk_box_append (GTK_BOX (box), topic_new (self));
  gtk_box_append (GTK_BOX (box), label_new (self->card->place, "strong", PLACE_WIDTH));
  gtk_box_append (GTK_BOX (box), label_new (self->card->person_name, NULL, PERSON_WIDTH));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (box)), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_last_child (box)), 6);
  tell_when_asked (gtk_widget_get_last_child (box), G_CALLBACK (on_words_asked), self);
  gtk_box_append (GTK_BOX (box), what_new (self));
  if (self->card->follow_up->urgent)
    {
      GtkWidget *pill = label_new (_("Urgent"), "pill", 0);

      gtk_widget_add_css_class (pill, "late");
      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), pill);
    }
  gtk_box_append (GTK_BOX (box), label_new (owner, "caption", 0));
  return box;
}

/* What stands behind it: who handed it on, with which word. */
static char *
hand_words (DeskTodayRow *self)
{
  const DeskFollowUp *f = self->card->follow_up;
  const char *name = desk_text_staff_name (self->text, self->card->handed_name);
  const char *note = f->hand_note != NULL ? f->hand_note : "";

  if (f->hand == DESK_HAND_WAITING && *note == '\0')
    return desk_text_fill (_("Handed on by %1, not accepted yet"), (const char *[]){ name, NULL });
  if (f->hand == DESK_HAND_WAITING)
    return desk_text_fill (_("Handed on by %1, not accepted yet: %2"), (const char *[]){ name, note, NULL });
  if (f->hand == DESK_HAND_RETURNED)
    return desk_text_fill (_("Returned by %1: %2"), (const char *[]){ name, note, NULL });
  return g_strdup ("");
}

static void
fill_deeds (DeskTodayRow *self)
{
  if (*self->card->phone != '\0')
    {
      GtkWidget *phone = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

      gtk_box_append (GTK_BOX (phone), gtk_image_new_from_icon_name ("call-start-symbolic"));
      gtk_box_append (GTK_BOX (phone), label_new (self->card->phone, NULL, 0));
      gtk_widget_set_margin_end (phone, 8);
      gtk_box_append (GTK_BOX (self->deeds), phone);
    }
  if (self->may_edit && self->card->waiting)
    {
      add_deed (self, self->deeds, DESK_TODAY_ACCEPT, _("Accept"), "Y");
      add_deed (self, self->deeds, DESK_TODAY_RETURN, _("Return…"), "N");
    }
  if (self->may_edit)
    {
      add_deed (self, self->deeds, DESK_TODAY_DONE, C_("deed", "Done"), "D");
      add_deed (self, self->deeds, DESK_TODAY_SNOOZE, _("Snooze"), "S");
      add_deed (self, self->deeds, DESK_TODAY_HAND_ON, _("Hand On…"), "H");
      add_deed (self, self->deeds, DESK_TODAY_EDIT, _("Edit…"), "E");
    }
  if (self->card->follow_up->unit_id != 0 || self->card->follow_up->person_id != 0)
    add_deed (self, self->deeds, DESK_TODAY_OPEN, _("Open"), "Enter");
}

static void
fill_lengths (DeskTodayRow *self)
{
  gtk_box_append (GTK_BOX (self->lengths), label_new (_("Snooze"), "dim", 0));
  for (int i = 1; i <= DESK_N_SNOOZES; i++)
    {
      char key[2] = { (char) ('0' + i), '\0' };

      add_deed (self, self->lengths, DESK_TODAY_SNOOZE + i, desk_text_snooze (self->text, (DeskSnooze) i), key);
    }
  add_deed (self, self->lengths, DESK_TODAY_EDIT, _("Another Time…"), "4");
}

/* Made when it is first opened: most rows never are. */
static void
build_more (DeskTodayRow *self)
{
  g_autofree char *hand = hand_words (self);

  self->more = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->more, "today-more");
  if (*hand != '\0')
    {
      GtkWidget *label = label_new (hand, "caption", 0);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (self->more), label);
    }
  self->deeds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->lengths = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  fill_deeds (self);
  fill_lengths (self);
  gtk_widget_set_visible (self->lengths, FALSE);
  gtk_box_append (GTK_BOX (self->more), self->deeds);
  gtk_box_append (GTK_BOX (self->more), self->lengths);
  gtk_widget_set_margin_start (self->more, clock_width (self) + 8);
  gtk_box_append (GTK_BOX (self->box), self->more);
}

/* @card: (transfer full). Returns: (transfer floating). */
GtkWidget *
desk_today_row_new (DeskText *text, DeskFollowUpCard *card, gboolean may_edit)
{
  DeskTodayRow *self = g_object_new (DESK_TYPE_TODAY_ROW, NULL);

  self->text = desk_text_ref (text);
  self->card = card;
  self->may_edit = may_edit;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), line_new (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none). */
const DeskFollowUpCard *
desk_today_row_get_card (DeskTodayRow *self)
{
  return self->card;
}

/* Turns the clock on to @now. The screen reader is told what the eye sees: clock, topic, place, what. */
void
desk_today_row_set_now (DeskTodayRow *self, gint64 now)
{
  DeskClockFace face = desk_clock_face_of_due (self->card->follow_up->due_at, now, desk_text_zone (self->text));
  g_autofree char *clock = desk_text_clock (self->text, &face, now);
  g_autofree char *what = desk_text_follow_up_what (self->text, self->card->follow_up);
  g_autofree char *name
      = g_strjoin (" ", clock, desk_text_enum (self->text, &desk_enum_topic, self->card->follow_up->topic),
                   self->card->place, what, NULL);

  desk_clock_view_set_face (DESK_CLOCK_VIEW (self->clock), &face, now);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Shows what can be done with it, or not. */
void
desk_today_row_set_open (DeskTodayRow *self, gboolean open)
{
  if (open && self->more == NULL)
    build_more (self);
  if (self->more != NULL)
    gtk_widget_set_visible (self->more, open);
  if (!open)
    desk_today_row_set_snoozing (self, FALSE);
}

/* Shows the lengths in the place of the other buttons. */
void
desk_today_row_set_snoozing (DeskTodayRow *self, gboolean snoozing)
{
  if (self->more == NULL)
    return;
  gtk_widget_set_visible (self->deeds, !snoozing);
  gtk_widget_set_visible (self->lengths, snoozing);
}

/* Do the lengths stand there? Then figures choose one. */
gboolean
desk_today_row_is_snoozing (DeskTodayRow *self)
{
  return self->more != NULL && gtk_widget_get_visible (self->lengths);
}
