/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-today-pane.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-filter-chips.h"
#include "desk-filter-menu.h"
#include "desk-follow-up-forms.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-pane-position.h"
#include "desk-status-line.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-today-list.h"
#include "desk-today-side.h"
#include "desk-window.h"

#define FIRST_ROWS 40 /* of each group; "Show more" adds as many again */
#define LIST_WIDTH 716
#define LIST_LEAST 440

struct _DeskTodayPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *paned, *left, *bar, *day, *chips, *saved, *stack, *list, *status, *side;
  guint chip_of[DESK_N_AUDIENCES];
  GCancellable *cancellable;
  gint64 staff_id; /* whose it is */
  gint64 reach;    /* the one that was opened from elsewhere: it is read, too, where it lies below the first rows; 0 none */
  gboolean seeking; /* it has not been seen yet */
  guint limit;
  guint minute_source;
  gboolean narrow, in_side, read;
};

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskTodayPane, desk_today_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

/* The badge: late ones of whoever is at the desk, else those of today. */

static gpointer
badge_input (DeskEngine *engine)
{
  return desk_due_input_new (NULL, 0);
}

static void
read_badge (gconstpointer result, DeskBadge *badge)
{
  const DeskDue *due = result;

  badge->late = (guint) due->n_late;
  badge->open = (guint) due->n_today;
}

static const DeskKind badge_kinds[] = { DESK_KIND_FOLLOW_UP, DESK_KIND_SETTING, DESK_KIND_NONE };

const DeskBadgeSpec desk_today_badge = {
  .use_case = DESK_USE_CASE_LIST_DUE, .make_input = badge_input, .read = read_badge, .kinds = badge_kinds,
};

/* Reading */

static DeskAudience
audience_of (DeskTodayPane *self)
{
  guint chosen = desk_filter_chips_get_chosen (DESK_FILTER_CHIPS (self->chips));

  for (int i = 0; i < DESK_N_AUDIENCES; i++)
    if (self->chip_of[i] == chosen)
      return (DeskAudience) i;
  return DESK_AUDIENCE_MINE;
}

static void
show_sides (DeskTodayPane *self)
{
  gtk_widget_set_visible (self->left, !self->narrow || !self->in_side);
  gtk_widget_set_visible (self->side, !self->narrow || self->in_side);
}

static void
show_counts (DeskTodayPane *self, const DeskFollowUps *out)
{
  const gint64 *mine = out->counts[DESK_AUDIENCE_MINE];
  g_autofree char *late = desk_text_number (mine[DESK_DUE_LATE]);
  g_autofree char *today = desk_text_number (mine[DESK_DUE_TODAY]);
  g_autofree char *later = desk_text_number (mine[DESK_DUE_LATER]);
  g_autofree char *words
      = desk_text_fill (_("Mine: %1 overdue, %2 today, %3 later"), (const char *[]){ late, today, later, NULL });

  for (int i = 0; i < DESK_N_AUDIENCES; i++)
    desk_filter_chips_set_count (DESK_FILTER_CHIPS (self->chips), self->chip_of[i],
                                 out->counts[i][0] + out->counts[i][1] + out->counts[i][2]);
  desk_status_line_set_counts (DESK_STATUS_LINE (self->status), words);
}

static void
show_day (DeskTodayPane *self)
{
  DeskDay today = desk_engine_today (self->engine);
  /* Translators: the day beside the title of Today: 1 month, 2 day of the month, 3 short day of the week */
  g_autofree char *words = g_strdup_printf (_("%3$s, %1$02d-%2$02d"), desk_day_month (today), desk_day_of_month (today),
                                            desk_text_weekday (self->text, today));

  gtk_label_set_label (GTK_LABEL (self->day), words);
}

/* What was opened from elsewhere is looked for where somebody is, then among everyone's. Returns: whether that list is to be
 * read. */
static gboolean
seek (DeskTodayPane *self, const DeskFollowUps *out)
{
  gboolean found = FALSE;

  for (guint i = 0; self->reach != 0 && i < out->cards->len && !found; i++)
    found = ((const DeskFollowUpCard *) out->cards->pdata[i])->follow_up->record.id == self->reach;
  if (!found && self->seeking && audience_of (self) != DESK_AUDIENCE_ALL)
    {
      desk_filter_chips_choose (DESK_FILTER_CHIPS (self->chips), self->chip_of[DESK_AUDIENCE_ALL]);
      return TRUE;
    }
  self->seeking = FALSE;
  if (!found)
    self->reach = 0;
  return FALSE;
}

static void
on_selected (DeskTodayList *list, DeskTodayPane *self)
{
  desk_today_side_show (DESK_TODAY_SIDE (self->side), desk_today_list_get_selected (list));
}

/* Only when the first rows are painted the side beside them is made. */
static void
on_painted (DeskTodayList *list, DeskTodayPane *self)
{
  if (desk_today_side_begin (DESK_TODAY_SIDE (self->side)))
    on_selected (list, self);
}

static void reload (DeskTodayPane *self);

static void
on_list_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskTodayPane) self = data;
  g_autoptr (GError) error = NULL;
  DeskFollowUps *out = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (out == NULL)
    {
      if (!desk_cancelled (error) && self->engine != NULL)
        desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
      return;
    }
  if (self->engine != NULL && seek (self, out))
    reload (self);
  else if (self->engine != NULL)
    {
      gboolean empty = out->cards->len == 0;

      self->read = TRUE;
      show_counts (self, out);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "list");
      desk_today_side_set_waiting (DESK_TODAY_SIDE (self->side), g_steal_pointer (&out->waiting));
      desk_today_list_fill (DESK_TODAY_LIST (self->list), out, out->counts[audience_of (self)]);
      if (empty)
        on_painted (DESK_TODAY_LIST (self->list), self);
    }
  desk_use_case_free_result (DESK_USE_CASE_LIST_FOLLOW_UPS, out);
}

static void
on_requests_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskTodayPane) self = data;
  g_autoptr (GError) error = NULL;
  DeskRequestList *out = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (out == NULL && !desk_cancelled (error))
    g_warning ("requests: %s", error->message);
  else if (out != NULL && self->engine != NULL)
    desk_today_side_set_requests (DESK_TODAY_SIDE (self->side), g_steal_pointer (&out->cards));
  desk_use_case_free_result (DESK_USE_CASE_LIST_REQUESTS, out);
}

static void
reload (DeskTodayPane *self)
{
  DeskFollowUpsInput *in = desk_follow_ups_input_new (audience_of (self), self->limit);

  in->reach_id = self->reach;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_day (self);
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_FOLLOW_UPS, in, self->cancellable, on_list_cb, g_object_ref (self));
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_REQUESTS,
                          desk_get_input_new (DESK_KIND_REQUEST, 0, desk_engine_today (self->engine)), self->cancellable,
                          on_requests_cb, g_object_ref (self));
}

static void
on_changed (DeskTodayPane *self, DeskChangeSet *changes)
{
  static const DeskKind kinds[] = { DESK_KIND_FOLLOW_UP, DESK_KIND_UNIT, DESK_KIND_PERSON, DESK_KIND_PHONE,
                                    DESK_KIND_STAFF, DESK_KIND_SETTING, DESK_KIND_REQUEST };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (desk_change_set_touches (changes, kinds[i]))
      {
        reload (self);
        return;
      }
}

/* The clocks go on; the order does not jump under the hand: the list is read anew when the focus is elsewhere. */
static gboolean
on_minute (gpointer data)
{
  DeskTodayPane *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    desk_today_side_tick (DESK_TODAY_SIDE (self->side));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && desk_today_list_tick (DESK_TODAY_LIST (self->list))
      && !desk_today_list_has_focus (DESK_TODAY_LIST (self->list)))
    reload (self);
  return G_SOURCE_CONTINUE;
}

/* Doing */

/* What is being done, until the answer comes. */
typedef struct
{
  DeskTodayPane *pane;
  DeskUseCase use_case;
  char *place;
} Deed;

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (DeskTodayPane) self = deed->pane;
  g_autofree char *place = deed->place;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (saved == NULL)
    {
      if (!desk_cancelled (error))
        desk_window_say_error (window, error);
      if (self->engine != NULL)
        reload (self);
    }
  else if (saved->act_id != 0)
    {
      g_autofree char *words
          = desk_text_act_on (self->text, desk_use_case_nick (deed->use_case), FALSE, place);

      if (desk_use_case_undo (deed->use_case) == DESK_UNDO_UNDOABLE)
        desk_window_toast_undo (window, words, saved->act_id);
      else
        desk_window_toast (window, words);
    }
  desk_use_case_free_result (deed->use_case, saved);
  g_free (deed);
}

static void
do_it (DeskTodayPane *self, DeskUseCase use_case, const DeskFollowUpCard *card, DeskSnooze snooze)
{
  g_autofree char *key = desk_id_new_key ();
  DeskFollowUpInput *in = desk_follow_up_input_new (key, card->follow_up->record.id, card->follow_up->record.version);
  Deed *deed = g_new0 (Deed, 1);

  in->snooze = snooze;
  deed->pane = g_object_ref (self);
  deed->use_case = use_case;
  deed->place = g_strdup (card->place);
  desk_engine_call_async (self->engine, use_case, in, NULL, on_done_cb, deed);
}

/* The record it hangs on: its unit, else its person. */
static void
open_card (DeskTodayPane *self, const DeskFollowUpCard *card)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  const DeskFollowUp *f = card->follow_up;

  if (f->about_kind != DESK_KIND_NONE && desk_window_open_record (window, (DeskKind) f->about_kind, f->about_id))
    return;
  if (f->unit_id != 0)
    desk_window_open_record (window, DESK_KIND_UNIT, f->unit_id);
  else if (f->person_id != 0)
    desk_window_open_record (window, DESK_KIND_PERSON, f->person_id);
}

static void
on_act (DeskTodayList *list, int act, DeskTodayPane *self)
{
  const DeskFollowUpCard *card = desk_today_list_get_selected (list);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (card == NULL)
    return;
  switch ((DeskTodayAct) act)
    {
    case DESK_TODAY_DONE:
      desk_today_list_select_neighbour (list);
      do_it (self, DESK_USE_CASE_FINISH_FOLLOW_UP, card, 0);
      break;
    case DESK_TODAY_SNOOZE_SHORT:
    case DESK_TODAY_SNOOZE_HOUR:
    case DESK_TODAY_SNOOZE_TOMORROW:
      desk_today_list_select_neighbour (list);
      do_it (self, DESK_USE_CASE_SNOOZE_FOLLOW_UP, card, (DeskSnooze) (act - DESK_TODAY_SNOOZE));
      break;
    case DESK_TODAY_EDIT:
      desk_follow_up_form_edit (window, self->engine, self->text, card);
      break;
    case DESK_TODAY_HAND_ON:
      desk_follow_up_form_hand_on (window, self->engine, self->text, card);
      break;
    case DESK_TODAY_ACCEPT:
      if (card->waiting)
        do_it (self, DESK_USE_CASE_ACCEPT_FOLLOW_UP, card, 0);
      break;
    case DESK_TODAY_RETURN:
      if (card->waiting)
        desk_follow_up_form_return (window, self->engine, self->text, card);
      break;
    case DESK_TODAY_OPEN:
      open_card (self, card);
      break;
    case DESK_TODAY_SNOOZE:
    default:
      break;
    }
}

static void
on_accept (DeskTodaySide *side, gpointer card, DeskTodayPane *self)
{
  do_it (self, DESK_USE_CASE_ACCEPT_FOLLOW_UP, card, 0);
}

static void
on_return (DeskTodaySide *side, gpointer card, DeskTodayPane *self)
{
  desk_follow_up_form_return (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, card);
}

/* Approved at once; a refusal asks why. */
static void
on_decide (DeskTodaySide *side, gpointer data, int verdict, DeskTodayPane *self)
{
  const DeskRequestCard *card = data;
  g_autofree char *key = desk_id_new_key ();
  Deed *deed;

  if (verdict == DESK_REQUEST_REFUSED)
    {
      desk_request_form_refuse (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, card);
      return;
    }
  deed = g_new0 (Deed, 1);
  deed->pane = g_object_ref (self);
  deed->use_case = DESK_USE_CASE_DECIDE_REQUEST;
  deed->place = g_strdup ("");
  desk_engine_call_async (self->engine, DESK_USE_CASE_DECIDE_REQUEST,
                          desk_decision_input_new (key, card->request->record.id, DESK_REQUEST_APPROVED, NULL), NULL,
                          on_done_cb, deed);
}

static void
on_more (DeskTodayList *list, DeskTodayPane *self)
{
  self->limit += FIRST_ROWS;
  reload (self);
}

static void
on_chip (DeskFilterChips *chips, guint index, DeskTodayPane *self)
{
  self->reach = 0;
  self->limit = FIRST_ROWS;
  reload (self);
}

static void
make_new (DeskTodayPane *self)
{
  desk_follow_up_form_new (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, DESK_KIND_NONE, 0, "");
}

/* Pane */

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  return act == DESK_PANE_NEW || act == DESK_PANE_REFRESH || act == DESK_PANE_BACK || act == DESK_PANE_CYCLE;
}

static gboolean
go_back (DeskTodayPane *self)
{
  if (desk_today_list_back (DESK_TODAY_LIST (self->list)))
    return TRUE;
  if (!self->in_side && desk_today_list_has_focus (DESK_TODAY_LIST (self->list)))
    return FALSE;
  self->in_side = FALSE;
  show_sides (self);
  desk_today_list_focus (DESK_TODAY_LIST (self->list));
  return TRUE;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskTodayPane *self = DESK_TODAY_PANE (pane);

  switch ((int) act)
    {
    case DESK_PANE_NEW:
      make_new (self);
      return TRUE;
    case DESK_PANE_REFRESH:
      reload (self);
      return TRUE;
    case DESK_PANE_BACK:
      return go_back (self);
    case DESK_PANE_CYCLE:
      if (desk_today_list_has_focus (DESK_TODAY_LIST (self->list)))
        {
          self->in_side = self->narrow;
          show_sides (self);
          if (!desk_today_side_focus (DESK_TODAY_SIDE (self->side)))
            gtk_widget_child_focus (self->side, GTK_DIR_TAB_FORWARD);
        }
      else
        go_back (self);
      return TRUE;
    case DESK_PANE_FILTER:
    case DESK_PANE_SHOW_NUMBER:
    case DESK_PANE_SAVE:
    default:
      return FALSE;
    }
}

static void
grab_start_focus (DeskPane *pane)
{
  desk_today_list_focus (DESK_TODAY_LIST (DESK_TODAY_PANE (pane)->list));
}

/* A follow-up that is opened from elsewhere is shown whosever it is. */
static gboolean
open_record (DeskPane *pane, DeskKind kind, gint64 id)
{
  DeskTodayPane *self = DESK_TODAY_PANE (pane);

  if (kind != DESK_KIND_FOLLOW_UP)
    return FALSE;
  if (id != 0 && !desk_today_list_select (DESK_TODAY_LIST (self->list), id))
    {
      self->reach = id;
      self->seeking = TRUE;
      reload (self);
    }
  return TRUE;
}

static gboolean
make_record (DeskPane *pane, DeskKind kind)
{
  if (kind != DESK_KIND_FOLLOW_UP)
    return FALSE;
  make_new (DESK_TODAY_PANE (pane));
  return TRUE;
}

static gboolean
resume (DeskPane *pane, const char *route)
{
  DeskTodayPane *self = DESK_TODAY_PANE (pane);

  return desk_follow_up_form_resume (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, route);
}

static void
set_narrow (DeskPane *pane, gboolean narrow)
{
  DeskTodayPane *self = DESK_TODAY_PANE (pane);

  self->narrow = narrow;
  self->in_side = FALSE;
  show_sides (self);
}

/* Whose is chosen, all of them: also those that "Show more" would bring. */
static DeskListSheetInput *
describe_list (DeskPane *pane)
{
  DeskTodayPane *self = DESK_TODAY_PANE (pane);
  DeskListInput *list;
  DeskListSheetInput *sheet;

  list = desk_list_input_new (DESK_LIST_FOLLOW_UPS, audience_of (self), NULL, DESK_FOLLOW_UP_COLUMN_DUE, FALSE, 0,
                              desk_engine_today (self->engine));
  sheet = desk_list_sheet_input_new (list, NULL, 0, NULL, NULL);
  desk_list_input_free (list);
  return sheet;
}

static GtkWidget *
get_saved (DeskPane *pane, int list)
{
  return DESK_TODAY_PANE (pane)->saved;
}

static void
pane_iface_init (DeskPaneInterface *iface)
{
  iface->describe_list = describe_list;
  iface->get_saved = get_saved;
  iface->can = pane_can;
  iface->act = pane_act;
  iface->grab_start_focus = grab_start_focus;
  iface->open_record = open_record;
  iface->make_record = make_record;
  iface->resume = resume;
  iface->set_narrow = set_narrow;
}

/* Object */

static void
desk_today_pane_dispose (GObject *object)
{
  DeskTodayPane *self = DESK_TODAY_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_clear_pointer (&self->paned, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_today_pane_parent_class)->dispose (object);
}

static void
desk_today_pane_class_init (DeskTodayPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_today_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_today_pane_init (DeskTodayPane *self)
{
  self->limit = FIRST_ROWS;
}

/* My Floors is there for whoever has some. */
static void
show_floors_chip (DeskTodayPane *self)
{
  gboolean has_scope = desk_engine_get_actor (self->engine)->n_scopes > 0;

  if (!has_scope && audience_of (self) == DESK_AUDIENCE_FLOORS)
    desk_filter_chips_choose (DESK_FILTER_CHIPS (self->chips), self->chip_of[DESK_AUDIENCE_MINE]);
  desk_filter_chips_set_visible (DESK_FILTER_CHIPS (self->chips), self->chip_of[DESK_AUDIENCE_FLOORS], has_scope);
}

/* Another person at the desk begins with their own; whoever unlocks it goes on where they were. */
static void
on_session (DeskTodayPane *self)
{
  gint64 staff_id = desk_engine_get_actor (self->engine)->staff_id;

  if (desk_engine_get_session (self->engine) == DESK_SESSION_IN && staff_id != self->staff_id)
    {
      self->staff_id = staff_id;
      self->limit = FIRST_ROWS;
      self->reach = 0;
      desk_filter_chips_choose (DESK_FILTER_CHIPS (self->chips), self->chip_of[DESK_AUDIENCE_MINE]);
    }
  show_floors_chip (self);
  reload (self);
}

/* Saved filters: whose is all that narrows it. */

static void
describe_form (gpointer owner, DeskFilterForm *form)
{
  *form = (DeskFilterForm){ .list = DESK_LIST_FOLLOW_UPS, .filter = audience_of (owner), .sort = DESK_FOLLOW_UP_COLUMN_DUE };
}

static void
show_form (gpointer owner, const DeskFilterForm *form)
{
  DeskTodayPane *self = owner;

  desk_filter_chips_choose (DESK_FILTER_CHIPS (self->chips), self->chip_of[form->filter]);
  self->limit = FIRST_ROWS;
  show_floors_chip (self);
  reload (self);
  grab_start_focus (DESK_PANE (self));
}

static void
focus_form (gpointer owner)
{
  grab_start_focus (owner);
}

static const DeskFilterMenuOwner asks = { describe_form, show_form, focus_form };

static void
add_chips (DeskTodayPane *self)
{
  self->chips = desk_filter_chips_new (_("Whose"));
  self->chip_of[DESK_AUDIENCE_MINE] = desk_filter_chips_add (DESK_FILTER_CHIPS (self->chips), C_("audience", "Mine"));
  self->chip_of[DESK_AUDIENCE_FLOORS]
      = desk_filter_chips_add (DESK_FILTER_CHIPS (self->chips), C_("audience", "My Floors"));
  self->chip_of[DESK_AUDIENCE_ALL] = desk_filter_chips_add (DESK_FILTER_CHIPS (self->chips), C_("audience", "Everyone"));
  show_floors_chip (self);
  self->saved = desk_filter_menu_new (self->engine, self->text, DESK_LIST_FOLLOW_UPS, &asks, self);
  desk_filter_chips_set_end (DESK_FILTER_CHIPS (self->chips), self->saved);
  gtk_widget_set_valign (self->chips, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->chips, TRUE);
  g_signal_connect (self->chips, "chosen", G_CALLBACK (on_chip), self);
}

static void
build_bar (DeskTodayPane *self)
{
  GtkWidget *title = gtk_label_new (_("Today")), *make = desk_button_new ("list-add-symbolic", _("New Follow-up"), NULL);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->bar, "pane-bar");
  gtk_widget_add_css_class (title, "pane-title");
  self->day = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->day, "dim");
  gtk_widget_set_margin_end (self->day, 12);
  add_chips (self);
  gtk_widget_set_valign (make, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (make, _("New Follow-up (Ctrl+N)"));
  g_signal_connect_swapped (make, "clicked", G_CALLBACK (make_new), self);
  gtk_box_append (GTK_BOX (self->bar), title);
  gtk_box_append (GTK_BOX (self->bar), self->day);
  gtk_box_append (GTK_BOX (self->bar), self->chips);
  gtk_box_append (GTK_BOX (self->bar), make);
}

static void
build_left (DeskTodayPane *self)
{
  GtkWidget *empty = desk_empty_new ("object-select-symbolic", _("Nothing is open"),
                                     _("What is promised comes here when it is written down: Ctrl+N."));

  self->left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->left, "list-side");
  build_bar (self);
  self->list = desk_today_list_new (self->engine, self->text);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->list, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->status = desk_status_line_new ();
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status),
                             _("↑ ↓ choose   D done   S snooze   H hand on   Enter open   Ctrl+N new"));
  gtk_box_append (GTK_BOX (self->left), self->bar);
  gtk_box_append (GTK_BOX (self->left), self->stack);
  gtk_box_append (GTK_BOX (self->left), self->status);
  gtk_widget_set_size_request (self->left, LIST_LEAST, -1);
  g_signal_connect (self->list, "act", G_CALLBACK (on_act), self);
  g_signal_connect (self->list, "selected", G_CALLBACK (on_selected), self);
  g_signal_connect (self->list, "more", G_CALLBACK (on_more), self);
  g_signal_connect (self->list, "painted", G_CALLBACK (on_painted), self);
}

/* GtkPaned takes F6 for its own handle: it is the window's. */
static gboolean
paned_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskTodayPane *self)
{
  if (keyval != GDK_KEY_F6 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  desk_pane_act (DESK_PANE (self), DESK_PANE_CYCLE);
  return GDK_EVENT_STOP;
}

/* Returns: (transfer floating): the pane, its list asked for. */
DeskPane *
desk_today_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskTodayPane *self = g_object_new (DESK_TYPE_TODAY_PANE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->staff_id = desk_engine_get_actor (engine)->staff_id;
  build_left (self);
  self->side = desk_today_side_new (engine, text);
  g_signal_connect (self->side, "accept", G_CALLBACK (on_accept), self);
  g_signal_connect (self->side, "return", G_CALLBACK (on_return), self);
  g_signal_connect (self->side, "decide", G_CALLBACK (on_decide), self);
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->left);
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->side);
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), TRUE);
  gtk_paned_set_resize_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  desk_pane_position_keep (GTK_PANED (self->paned), "today", LIST_WIDTH);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (paned_pressed), self);
  gtk_widget_add_controller (self->paned, keys);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (on_session), self, G_CONNECT_SWAPPED);
  self->minute_source = g_timeout_add_seconds (60, on_minute, self);
  reload (self);
  return DESK_PANE (self);
}
