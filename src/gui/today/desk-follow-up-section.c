/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-follow-up-section.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-clock-view.h"
#include "desk-follow-up-forms.h"
#include "desk-id.h"
#include "desk-section.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"
#include "desk-window.h"

#define MOST_ROWS 20

struct _DeskFollowUpSection
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *section;
  GCancellable *cancellable;
  DeskFollowUps *shown; /* (nullable) */
  DeskKind kind;
  gint64 id;
  gint64 snoozing; /* the one whose length the next digit says, 0 none */
};

G_DEFINE_FINAL_TYPE (DeskFollowUpSection, desk_follow_up_section, GTK_TYPE_WIDGET)

static const DeskFollowUpCard *
find (DeskFollowUpSection *self, gint64 id)
{
  for (guint i = 0; self->shown != NULL && i < self->shown->cards->len; i++)
    if (((const DeskFollowUpCard *) self->shown->cards->pdata[i])->follow_up->record.id == id)
      return self->shown->cards->pdata[i];
  return NULL;
}

/* Where it is theirs they may, wherever it is about. */
static gboolean
may_edit (DeskFollowUpSection *self, const DeskFollowUpCard *card)
{
  return desk_engine_get_state (self->engine) != DESK_ENGINE_READ_ONLY
         && desk_engine_may (self->engine, DESK_RIGHT_FOLLOW_UP_EDIT, TRUE, card->mine ? 0 : card->follow_up->building_id,
                             card->mine ? 0 : card->follow_up->entrance_id)
                == DESK_MAY;
}

static void
show_hint (DeskFollowUpSection *self)
{
  const char *hint = NULL;

  for (guint i = 0; self->shown != NULL && i < self->shown->cards->len && hint == NULL; i++)
    if (may_edit (self, self->shown->cards->pdata[i]))
      hint = _("D done, S later, H hand on, Enter opens");
  /* Translators: a digit, then for how long */
  desk_section_set_hint (DESK_SECTION (self->section), self->snoozing != 0 ? _("Later: 1 10 min, 2 1 h, 3 tomorrow 08:30") : hint);
}

/* Reading */

static void
add_row (DeskFollowUpSection *self, const DeskFollowUpCard *card, gint64 now)
{
  const DeskFollowUp *f = card->follow_up;
  DeskClockFace face = desk_clock_face_of_due (f->due_at, now, desk_text_zone (self->text));
  g_autofree char *clock = desk_text_clock (self->text, &face, now);
  g_autofree char *what = desk_text_follow_up_what (self->text, f);
  g_autofree char *owner = desk_text_follow_up_owner (self->text, f, card->owner_name);
  g_autofree char *whole = desk_text_time_whole (self->text, f->due_at);
  g_autofree char *name = g_strjoin (" ", clock, what, owner, NULL);
  GtkWidget *cells[] = { desk_clock_view_new (self->text), desk_section_cell (what, NULL), desk_section_cell (owner, "dim") };
  GtkWidget *row;

  desk_clock_view_set_face (DESK_CLOCK_VIEW (cells[0]), &face, now);
  gtk_widget_set_tooltip_text (cells[0], whole);
  row = desk_section_add_row (DESK_SECTION (self->section), DESK_KIND_FOLLOW_UP, f->record.id, cells, G_N_ELEMENTS (cells));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Shows what was read, with the focus where it was. */
static void
fill (DeskFollowUpSection *self)
{
  gint64 selected = desk_section_get_selected (DESK_SECTION (self->section), NULL);
  gint64 now = desk_engine_now (self->engine);

  desk_section_clear (DESK_SECTION (self->section));
  for (guint i = 0; i < self->shown->cards->len; i++)
    add_row (self, self->shown->cards->pdata[i], now);
  self->snoozing = 0;
  show_hint (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown->cards->len > 0);
  if (selected != 0)
    desk_section_focus (DESK_SECTION (self->section), selected);
}

static void
on_list_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFollowUpSection) self = data;
  g_autoptr (GError) error = NULL;
  DeskFollowUps *out = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (out == NULL)
    {
      if (!desk_cancelled (error))
        g_info ("follow-ups of a page: %s", error->message);
      return;
    }
  if (self->engine == NULL)
    {
      desk_use_case_free_result (DESK_USE_CASE_LIST_FOLLOW_UPS, out);
      return;
    }
  if (self->shown != NULL)
    desk_use_case_free_result (DESK_USE_CASE_LIST_FOLLOW_UPS, self->shown);
  self->shown = out;
  fill (self);
}

static void
reload (DeskFollowUpSection *self)
{
  DeskFollowUpsInput *in;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  in = desk_follow_ups_input_new (DESK_AUDIENCE_ALL, MOST_ROWS);
  in->about_kind = self->kind;
  in->about_id = self->id;
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_FOLLOW_UPS, in, self->cancellable, on_list_cb,
                          g_object_ref (self));
}

static void
on_changed (DeskFollowUpSection *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_FOLLOW_UP))
    reload (self);
}

/* Doing */

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFollowUpSection) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (saved == NULL)
    {
      if (!desk_cancelled (error))
        desk_window_say_error (window, error);
      return;
    }
  if (saved->act_id != 0 && self->text != NULL)
    desk_window_toast_undo (window, desk_text_act (self->text, desk_use_case_nick (use_case), FALSE), saved->act_id);
  desk_use_case_free_result (use_case, saved);
}

static void
do_it (DeskFollowUpSection *self, DeskUseCase use_case, const DeskFollowUpCard *card, DeskSnooze snooze)
{
  g_autofree char *key = desk_id_new_key ();
  DeskFollowUpInput *in = desk_follow_up_input_new (key, card->follow_up->record.id, card->follow_up->record.version);

  in->snooze = snooze;
  desk_engine_call_async (self->engine, use_case, in, NULL, on_done_cb, g_object_ref (self));
}

/* Returns: the length that a digit means, 0 none. */
static int
length_of_key (guint keyval)
{
  guint32 c = gdk_keyval_to_unicode (keyval);

  return c >= '1' && c < '1' + DESK_N_SNOOZES ? (int) (c - '0') : 0;
}

static void
on_opened (DeskSection *section, int kind, gint64 id, DeskFollowUpSection *self)
{
  const DeskFollowUpCard *card = find (self, id);

  if (card != NULL && may_edit (self, card))
    desk_follow_up_form_edit (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, card);
}

/* Letters that mean nothing here are the page's. */
static gboolean
on_key (DeskSection *section, int kind, gint64 id, guint keyval, DeskFollowUpSection *self)
{
  const DeskFollowUpCard *card = find (self, id);
  int length = self->snoozing == id ? length_of_key (keyval) : 0;

  self->snoozing = 0;
  if (card == NULL || !may_edit (self, card))
    return FALSE;
  if (length > 0)
    do_it (self, DESK_USE_CASE_SNOOZE_FOLLOW_UP, card, (DeskSnooze) length);
  else if (keyval == GDK_KEY_s || keyval == GDK_KEY_S)
    self->snoozing = id;
  else if (keyval == GDK_KEY_d || keyval == GDK_KEY_D)
    do_it (self, DESK_USE_CASE_FINISH_FOLLOW_UP, card, 0);
  else if (keyval == GDK_KEY_h || keyval == GDK_KEY_H)
    desk_follow_up_form_hand_on (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, card);
  else if (keyval == GDK_KEY_e || keyval == GDK_KEY_E)
    on_opened (section, kind, id, self);
  else
    {
      show_hint (self);
      return FALSE;
    }
  show_hint (self);
  return TRUE;
}

/* Object */

static void
desk_follow_up_section_dispose (GObject *object)
{
  DeskFollowUpSection *self = DESK_FOLLOW_UP_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->section, gtk_widget_unparent);
  if (self->shown != NULL)
    desk_use_case_free_result (DESK_USE_CASE_LIST_FOLLOW_UPS, self->shown);
  self->shown = NULL;
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_follow_up_section_parent_class)->dispose (object);
}

static void
desk_follow_up_section_class_init (DeskFollowUpSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_follow_up_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_follow_up_section_init (DeskFollowUpSection *self)
{
}

/* Returns: (transfer floating): a section that shows nothing yet. */
GtkWidget *
desk_follow_up_section_new (DeskEngine *engine, DeskText *text)
{
  DeskFollowUpSection *self = g_object_new (DESK_TYPE_FOLLOW_UP_SECTION, NULL);
  const DeskSectionColumn columns[] = { { NULL, 116, FALSE }, { NULL, 100, TRUE }, { NULL, 60, FALSE } };

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->section = desk_section_new (_("Follow-ups"));
  desk_section_set_columns (DESK_SECTION (self->section), columns, G_N_ELEMENTS (columns));
  g_signal_connect (self->section, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect (self->section, "key", G_CALLBACK (on_key), self);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Shows the open ones of a unit or a person; those of another record are gone at once. */
void
desk_follow_up_section_show (DeskFollowUpSection *self, DeskKind kind, gint64 id)
{
  if (self->kind != kind || self->id != id)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->kind = kind;
  self->id = id;
  reload (self);
}
