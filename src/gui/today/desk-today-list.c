/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-today-list.h"

#include <glib/gi18n.h>

#include "desk-list-box.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"

#define ROWS_AT_ONCE 18 /* what a screen of 768 px shows */
#define ROWS_A_FRAME 12 /* the others follow, so many each frame, when those are painted */

struct _DeskTodayList
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *scroller, *list, *more;
  gint64 counts[DESK_N_DUE_GROUPS];
  gint64 wanted;    /* id that is to be selected once it is there, 0 none */
  int wanted_index; /* else the row that stands here now, -1 none */
  gboolean focus_wanted;
  gboolean filling;
  GPtrArray *waiting; /* DeskFollowUpCard: their rows are still to be made */
  guint tick_id;
  gboolean painted; /* the first rows */
};

enum
{
  SELECTED,
  ACT,
  MORE,
  PAINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTodayList, desk_today_list, GTK_TYPE_WIDGET)

static DeskTodayRow *
row_at (DeskTodayList *self, int index)
{
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index) : NULL;

  return DESK_IS_TODAY_ROW (row) ? DESK_TODAY_ROW (row) : NULL;
}

static DeskTodayRow *
selected_row (DeskTodayList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return DESK_IS_TODAY_ROW (row) ? DESK_TODAY_ROW (row) : NULL;
}

/* Headings: the word and how many there are, late ones in red. */
static GtkWidget *
heading_new (DeskTodayList *self, DeskDueGroup group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *word = gtk_label_new (desk_text_due_group (self->text, group));
  g_autofree char *number = desk_text_number (self->counts[group]);
  GtkWidget *count = gtk_label_new (number);

  gtk_widget_add_css_class (box, "today-heading");
  gtk_widget_add_css_class (word, group == DESK_DUE_LATE ? "late" : "strong");
  gtk_widget_add_css_class (count, group == DESK_DUE_LATE ? "late" : "caption");
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (box), count);
  return box;
}

static void
set_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const DeskFollowUpCard *card = desk_today_row_get_card (DESK_TODAY_ROW (row));
  const DeskFollowUpCard *last = before != NULL ? desk_today_row_get_card (DESK_TODAY_ROW (before)) : NULL;

  if (last != NULL && last->group == card->group)
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (row, heading_new (data, card->group));
}

static void
on_row_act (DeskTodayRow *row, int act, DeskTodayList *self)
{
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  if (act == DESK_TODAY_SNOOZE)
    {
      desk_today_row_set_snoozing (row, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  else
    g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_selected (GtkListBox *list, GtkListBoxRow *selected, DeskTodayList *self)
{
  DeskTodayRow *row;

  if (self->filling)
    return;
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    desk_today_row_set_open (row, GTK_LIST_BOX_ROW (row) == selected);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, DeskTodayList *self)
{
  g_signal_emit (self, signals[ACT], 0, DESK_TODAY_OPEN);
}

static void
on_more (GtkButton *button, DeskTodayList *self)
{
  g_signal_emit (self, signals[MORE], 0);
}

/* Which act a key means; -1 none. */
static int
act_of_key (guint keyval, gboolean snoozing)
{
  if (snoozing && keyval >= GDK_KEY_1 && keyval <= GDK_KEY_3)
    return DESK_TODAY_SNOOZE + 1 + (int) (keyval - GDK_KEY_1);
  if (snoozing && keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_3)
    return DESK_TODAY_SNOOZE + 1 + (int) (keyval - GDK_KEY_KP_1);
  if (snoozing && (keyval == GDK_KEY_4 || keyval == GDK_KEY_KP_4))
    return DESK_TODAY_EDIT;
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_d:
      return DESK_TODAY_DONE;
    case GDK_KEY_s:
      return DESK_TODAY_SNOOZE;
    case GDK_KEY_e:
      return DESK_TODAY_EDIT;
    case GDK_KEY_h:
      return DESK_TODAY_HAND_ON;
    case GDK_KEY_y:
      return DESK_TODAY_ACCEPT;
    case GDK_KEY_n:
      return DESK_TODAY_RETURN;
    default:
      return -1;
    }
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskTodayList *self)
{
  DeskTodayRow *row = selected_row (self);
  int act;

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  act = act_of_key (keyval, desk_today_row_is_snoozing (row));
  if (act < 0)
    return GDK_EVENT_PROPAGATE;
  on_row_act (row, act, self);
  return GDK_EVENT_STOP;
}

static void
desk_today_list_dispose (GObject *object)
{
  DeskTodayList *self = DESK_TODAY_LIST (object);

  /* The rows go one by one, and each that was selected would say so. */
  self->filling = TRUE;
  if (self->list != NULL)
    gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_today_list_parent_class)->dispose (object);
}

static void
desk_today_list_class_init (DeskTodayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_today_list_dispose;
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT);
  signals[MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
  signals[PAINTED] = g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_today_list_init (DeskTodayList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->wanted_index = -1;
  self->waiting = g_ptr_array_new ();
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "rows");
  gtk_widget_add_css_class (self->list, "today");
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), set_heading, self, NULL);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Follow-ups"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_selected), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->list, keys);
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect (self->more, "clicked", G_CALLBACK (on_more), self);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->more);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/* Returns: (transfer floating): an empty list. */
GtkWidget *
desk_today_list_new (DeskEngine *engine, DeskText *text)
{
  DeskTodayList *self = g_object_new (DESK_TYPE_TODAY_LIST, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  return GTK_WIDGET (self);
}

/* May whoever is at the desk do something with it? Where it is theirs they may, wherever it is about. */
static gboolean
may_edit (DeskTodayList *self, const DeskFollowUpCard *card)
{
  return desk_engine_get_state (self->engine) != DESK_ENGINE_READ_ONLY
         && desk_engine_may (self->engine, DESK_RIGHT_FOLLOW_UP_EDIT, TRUE, card->mine ? 0 : card->follow_up->building_id,
                             card->mine ? 0 : card->follow_up->entrance_id)
                == DESK_MAY;
}

static int
index_of (DeskTodayList *self, gint64 id)
{
  DeskTodayRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (desk_today_row_get_card (row)->follow_up->record.id == id)
      return i;
  return -1;
}

/* The row that was selected, or what stands in its place now; the first where nothing was. */
static void
choose_row (DeskTodayList *self, gint64 last_id, int last_index, gboolean had_focus)
{
  int index = self->wanted != 0 ? index_of (self, self->wanted) : -1;
  DeskTodayRow *row;

  if (index < 0 && last_id != 0)
    index = index_of (self, last_id);
  if (index < 0)
    index = MAX (last_index, 0);
  while ((row = row_at (self, index)) == NULL && index > 0)
    index--;
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  on_selected (GTK_LIST_BOX (self->list), row != NULL ? GTK_LIST_BOX_ROW (row) : NULL, self);
  if (row != NULL && (had_focus || self->focus_wanted))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->focus_wanted = FALSE;
  self->wanted = 0;
}

static void
show_more (DeskTodayList *self, guint shown)
{
  gint64 all = 0;

  for (int i = 0; i < DESK_N_DUE_GROUPS; i++)
    all += self->counts[i];
  gtk_widget_set_visible (self->more, all > shown);
  if (all > shown)
    {
      g_autofree char *number = desk_text_number (all - shown);
      g_autofree char *words = desk_text_fill (_("Show %1 More"), (const char *[]){ number, NULL });

      gtk_button_set_label (GTK_BUTTON (self->more), words);
    }
}

/* Makes the rows of the next @n cards that wait. */
static void
make_rows (DeskTodayList *self, guint n)
{
  gint64 now = desk_engine_now (self->engine);

  for (; n > 0 && self->waiting->len > 0; n--)
    {
      DeskFollowUpCard *card = g_ptr_array_steal_index (self->waiting, 0);
      GtkWidget *row = desk_today_row_new (self->text, card, may_edit (self, card));

      desk_today_row_set_now (DESK_TODAY_ROW (row), now);
      g_signal_connect (row, "act", G_CALLBACK (on_row_act), self);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

/* A frame paints what there was when it began: from the second one on the first rows have been painted. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DeskTodayList *self = DESK_TODAY_LIST (widget);

  if (!self->painted)
    {
      self->painted = TRUE;
      return G_SOURCE_CONTINUE;
    }
  make_rows (self, ROWS_A_FRAME);
  g_signal_emit (self, signals[PAINTED], 0);
  if (self->waiting->len > 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

/* Where the rows below the edge are asked for, all of them come. */
static void
make_all_rows (DeskTodayList *self)
{
  make_rows (self, self->waiting->len);
}

/* Where follow-up @id stands in the list that is about to be filled. Returns: -1 nowhere. */
static int
waiting_index (DeskTodayList *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->waiting->len; i++)
    if (((const DeskFollowUpCard *) self->waiting->pdata[i])->follow_up->record.id == id)
      return (int) i;
  return -1;
}

/* Takes @cards as what waits for its rows, and makes those that are seen at once, and up to the one to be selected. */
static void
begin_rows (DeskTodayList *self, GPtrArray *cards, gint64 last_id, int last_index)
{
  int least;

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  self->waiting = cards;
  least = MAX (MAX (waiting_index (self, self->wanted), waiting_index (self, last_id)), last_index);
  make_rows (self, MAX (ROWS_AT_ONCE, (guint) (least + 2)));
  self->painted = FALSE;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* Shows @follow_ups, whose cards are taken; @counts: of the whole. What was selected stays so, and the focus with it. */
void
desk_today_list_fill (DeskTodayList *self, DeskFollowUps *follow_ups, const gint64 counts[DESK_N_DUE_GROUPS])
{
  DeskTodayRow *last = selected_row (self);
  gint64 last_id = last != NULL ? desk_today_row_get_card (last)->follow_up->record.id : 0;
  int last_index = last != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (last)) : -1;
  gboolean had_focus = desk_today_list_has_focus (self);
  guint n = follow_ups->cards->len;

  for (int i = 0; i < DESK_N_DUE_GROUPS; i++)
    self->counts[i] = counts[i];
  if (self->wanted_index >= 0)
    last_index = self->wanted_index;
  self->wanted_index = -1;
  self->filling = TRUE;
  desk_list_box_clear (self->list);
  begin_rows (self, g_steal_pointer (&follow_ups->cards), last_id, last_index);
  self->filling = FALSE;
  choose_row (self, last_id, last_index, had_focus);
  show_more (self, n);
}

/* Returns: (transfer none) (nullable). */
const DeskFollowUpCard *
desk_today_list_get_selected (DeskTodayList *self)
{
  DeskTodayRow *row = selected_row (self);

  return row != NULL ? desk_today_row_get_card (row) : NULL;
}

/* Selects follow-up @id, with the focus, now or as soon as it is there. Returns: whether it is there. */
gboolean
desk_today_list_select (DeskTodayList *self, gint64 id)
{
  DeskTodayRow *row;

  make_all_rows (self);
  row = row_at (self, index_of (self, id));
  self->wanted = row == NULL ? id : 0;
  self->focus_wanted = TRUE;
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  desk_today_list_focus (self);
  return TRUE;
}

/* The selected one is about to go elsewhere: when the list is read anew, what stands in its place is selected. */
void
desk_today_list_select_neighbour (DeskTodayList *self)
{
  DeskTodayRow *row = selected_row (self);
  int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
  DeskTodayRow *next;

  make_all_rows (self);
  next = row_at (self, index + 1);
  if (next == NULL)
    next = row_at (self, index - 1);
  if (next != NULL)
    self->wanted = desk_today_row_get_card (next)->follow_up->record.id;
  self->wanted_index = index;
}

/* Brings the focus to the selected one, or to the first; where nothing is there yet, as soon as something is. */
void
desk_today_list_focus (DeskTodayList *self)
{
  DeskTodayRow *row = selected_row (self);

  if (row == NULL)
    row = row_at (self, 0);
  if (row == NULL)
    {
      self->focus_wanted = TRUE;
      return;
    }
  self->focus_wanted = FALSE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Is the focus on a row or a button of one? */
gboolean
desk_today_list_has_focus (DeskTodayList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->list);
}

/* Turns the clocks of the visible rows on. Returns: whether some row belongs under another heading by now. */
gboolean
desk_today_list_tick (DeskTodayList *self)
{
  gint64 now = desk_engine_now (self->engine);
  gboolean moved = FALSE;
  DeskTodayRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      const DeskFollowUpCard *card = desk_today_row_get_card (row);

      desk_today_row_set_now (row, now);
      moved = moved || desk_follow_up_group (card->follow_up->due_at, now, desk_text_zone (self->text)) != card->group;
    }
  return moved;
}

/* Esc: out of the choice of a length. Returns: whether there was one. */
gboolean
desk_today_list_back (DeskTodayList *self)
{
  DeskTodayRow *row = selected_row (self);

  if (row == NULL || !desk_today_row_is_snoozing (row))
    return FALSE;
  desk_today_row_set_snoozing (row, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}
