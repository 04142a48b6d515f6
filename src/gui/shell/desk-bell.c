/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bell.h"

#include <glib/gi18n.h>

#include "desk-application.h"
#include "desk-cancelled.h"
#include "desk-clock-view.h"
#include "desk-id.h"
#include "desk-list-box.h"
#include "desk-notice.h"
#include "desk-reminder.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"
#include "desk-window.h"

#define MOST_ROWS 8
#define WIDTH 430

struct _DeskBell
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskReminder *reminder; /* (nullable) */
  GtkWidget *button, *count, *popover, *list, *foot;
  guint n_missed; /* while the program was off, until somebody has looked */
};

G_DEFINE_FINAL_TYPE (DeskBell, desk_bell, GTK_TYPE_WIDGET)

/* The figure on the bell, and in words for the screen reader. */
static void
show_count (DeskBell *self)
{
  gint64 late = self->reminder != NULL ? desk_reminder_get_late (self->reminder) : 0;
  gint64 waiting = self->reminder != NULL ? desk_reminder_get_waiting (self->reminder) : 0;
  g_autofree char *late_number = desk_text_number (late);
  g_autofree char *waiting_number = desk_text_number (waiting);
  g_autofree char *sum = desk_text_number (late + waiting);
  g_autofree char *words
      = late + waiting == 0
            ? g_strdup (_("Reminders"))
            : desk_text_fill (_("Reminders: %1 overdue, %2 wait for me"),
                              (const char *[]){ late_number, waiting_number, NULL });

  gtk_label_set_label (GTK_LABEL (self->count), late + waiting > 99 ? "99+" : sum);
  gtk_widget_set_visible (self->count, late + waiting > 0);
  gtk_widget_set_tooltip_text (self->button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
on_due (DeskReminder *reminder, GPtrArray *items, gboolean missed, DeskBell *self)
{
  if (missed)
    self->n_missed += items->len;
}

/* Doing */

static void
on_deed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskBell) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (saved == NULL && !desk_cancelled (error))
    desk_window_say_error (window, error);
  else if (saved != NULL && saved->act_id != 0)
    desk_window_toast_undo (window, desk_text_act (self->text, desk_use_case_nick (use_case), FALSE), saved->act_id);
  desk_use_case_free_result (use_case, saved);
}

static void
deed (GtkWidget *button, DeskBell *self, DeskUseCase use_case)
{
  const DeskFollowUpCard *card = g_object_get_data (G_OBJECT (button), "desk-card");
  g_autofree char *key = desk_id_new_key ();
  DeskFollowUpInput *in = desk_follow_up_input_new (key, card->follow_up->record.id, card->follow_up->record.version);

  in->snooze = DESK_SNOOZE_SHORT;
  desk_engine_call_async (self->engine, use_case, in, NULL, on_deed_cb, g_object_ref (self));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_done (GtkButton *button, DeskBell *self)
{
  deed (GTK_WIDGET (button), self, DESK_USE_CASE_FINISH_FOLLOW_UP);
}

static void
on_snooze (GtkButton *button, DeskBell *self)
{
  deed (GTK_WIDGET (button), self, DESK_USE_CASE_SNOOZE_FOLLOW_UP);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, DeskBell *self)
{
  const DeskFollowUpCard *card = g_object_get_data (G_OBJECT (row), "desk-card");
  gint64 id = card->follow_up->record.id;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  desk_window_open_record (desk_window_of (GTK_WIDGET (self)), DESK_KIND_FOLLOW_UP, id);
}

/* Rows */

static GtkWidget *
button_new (DeskBell *self, DeskFollowUpCard *card, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "desk-card", card);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
words_new (DeskBell *self, const DeskFollowUpCard *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *clock = desk_clock_view_new (self->text), *label;
  gint64 now = desk_engine_now (self->engine);
  DeskClockFace face = desk_clock_face_of_due (card->follow_up->due_at, now, desk_text_zone (self->text));
  g_autofree char *what = desk_text_follow_up_what (self->text, card->follow_up);
  g_autofree char *line
      = g_strjoin (" ", desk_text_enum (self->text, &desk_enum_topic, card->follow_up->topic), card->place, what, NULL);

  desk_clock_view_set_face (DESK_CLOCK_VIEW (clock), &face, now);
  label = gtk_label_new (line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, line);
  gtk_box_append (GTK_BOX (box), clock);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
add_row (DeskBell *self, DeskFollowUpCard *card)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *what = desk_text_follow_up_what (self->text, card->follow_up);
  g_autofree char *name = g_strjoin (" ", card->place, what, NULL);

  gtk_box_append (GTK_BOX (box), words_new (self, card));
  gtk_box_append (GTK_BOX (box), button_new (self, card, C_("deed", "Done"), G_CALLBACK (on_done)));
  gtk_box_append (GTK_BOX (box), button_new (self, card, _("10 min Later"), G_CALLBACK (on_snooze)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "note");
  g_object_set_data_full (G_OBJECT (row), "desk-card", card, desk_follow_up_card_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* What stands under the rows: what was missed, and that there are more. */
static char *
foot_words (DeskBell *self, guint n)
{
  g_autofree char *number = desk_text_number (self->n_missed);
  const char *rest = n > MOST_ROWS ? _("The rest stands in Today.") : NULL;
  g_autofree char *missed = NULL;

  if (n == 0)
    return g_strdup (_("Nothing of yours is open."));
  if (self->n_missed == 0)
    return g_strdup (rest != NULL ? rest : "");
  missed = desk_text_fill (_("%1 that fell due while the program was off are among these."), (const char *[]){ number, NULL });
  return g_strjoin ("\n", missed, rest, NULL);
}

static void
fill (DeskBell *self, DeskFollowUps *out)
{
  g_autofree char *words = foot_words (self, out->cards->len);

  desk_list_box_clear (self->list);
  g_ptr_array_set_free_func (out->cards, NULL);
  for (guint i = 0; i < out->cards->len; i++)
    if (i < MOST_ROWS)
      add_row (self, out->cards->pdata[i]);
    else
      desk_follow_up_card_free (out->cards->pdata[i]);
  gtk_label_set_label (GTK_LABEL (self->foot), words);
  gtk_widget_set_visible (self->foot, *gtk_label_get_label (GTK_LABEL (self->foot)) != '\0');
  self->n_missed = 0;
}

static void
on_list_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskBell) self = data;
  g_autoptr (GError) error = NULL;
  DeskFollowUps *out = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (out == NULL && !desk_cancelled (error))
    g_warning ("bell: %s", error->message);
  else if (out != NULL && self->engine != NULL)
    fill (self, out);
  desk_use_case_free_result (DESK_USE_CASE_LIST_FOLLOW_UPS, out);
}

static void
on_opened (DeskBell *self)
{
  if (gtk_widget_get_visible (self->popover))
    desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_FOLLOW_UPS,
                            desk_follow_ups_input_new (DESK_AUDIENCE_MINE, MOST_ROWS), NULL, on_list_cb,
                            g_object_ref (self));
}

/* Object */

static void
desk_bell_dispose (GObject *object)
{
  DeskBell *self = DESK_BELL (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->reminder);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_bell_parent_class)->dispose (object);
}

static void
desk_bell_class_init (DeskBellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_bell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_bell_init (DeskBell *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_("Due Reminders"));

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "badge");
  gtk_widget_add_css_class (self->count, "late");
  gtk_widget_add_css_class (self->count, "bell-count");
  gtk_widget_set_halign (self->count, GTK_ALIGN_END);
  gtk_widget_set_valign (self->count, GTK_ALIGN_START);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), gtk_image_new_from_icon_name ("desk-bell-symbolic"));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->count);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "rows");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Due Reminders"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  self->foot = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->foot), 0);
  gtk_label_set_wrap (GTK_LABEL (self->foot), TRUE);
  gtk_widget_add_css_class (self->foot, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->foot);
  gtk_widget_set_size_request (box, WIDTH, -1);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), overlay);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_swapped (self->popover, "notify::visible", G_CALLBACK (on_opened), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/* Returns: (transfer floating). */
GtkWidget *
desk_bell_new (DeskEngine *engine, DeskText *text)
{
  DeskBell *self = g_object_new (DESK_TYPE_BELL, NULL);
  GApplication *application = g_application_get_default ();

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  if (DESK_IS_APPLICATION (application) && desk_application_get_reminder (DESK_APPLICATION (application)) != NULL)
    self->reminder = g_object_ref (desk_application_get_reminder (DESK_APPLICATION (application)));
  if (self->reminder != NULL)
    {
      g_signal_connect_object (self->reminder, "changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->reminder, "due", G_CALLBACK (on_due), self, 0);
    }
  show_count (self);
  return GTK_WIDGET (self);
}
