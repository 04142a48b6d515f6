/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sign-in-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk-application.h"
#include "desk-error.h"
#include "desk-reminder.h"
#include "desk-secret.h"
#include "desk-sign-in-tile.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"
#include "desk-use-case.h"

#define CLOCK_SECONDS 5

struct _DeskSignInPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkLabel *hint;
  GtkFlowBox *people;
  GtkBox *who;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *roles;
  GtkLabel *dots;
  GtkLabel *message;
  GtkGrid *keys;
  GtkBox *by_password;
  GtkPasswordEntry *password;
  GtkButton *other_way;
  GtkLabel *forgotten;
  GtkBox *locked;
  GtkLabel *locked_label;
  GtkLabel *due;

  /* Owned references */
  DeskEngine *engine;
  DeskText *text;
  DeskReminder *reminder; /* (nullable) */
  DeskStaffList *list;
  GString *typed; /* initials, while nobody is chosen */

  const DeskStaffCard *card; /* borrowed from list: who is chosen */
  char pin[DESK_PIN_LENGTH + 1];
  guint n_digits;
  char *tried; /* (nullable): the password under way; the entry is emptied before its answer comes */
  gboolean with_password;
  gboolean busy;
  gint64 open_at; /* monotonic: no try before */
  guint tick;
  guint clock; /* while the page is shown */
};

enum
{
  DUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSignInPage, desk_sign_in_page, ADW_TYPE_BIN)

static void
say (DeskSignInPage *self, const char *words, gboolean wrong)
{
  gtk_label_set_label (self->message, words);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
}

static void
show_dots (DeskSignInPage *self)
{
  GString *dots = g_string_new (NULL);
  g_autofree char *told = NULL;

  for (guint i = 0; i < DESK_PIN_LENGTH; i++)
    g_string_append (dots, i < self->n_digits ? "●" : "○");
  gtk_label_set_label (self->dots, dots->str);
  g_string_free (dots, TRUE);
  told = g_strdup_printf (ngettext ("%u digit of six", "%u digits of six", self->n_digits), self->n_digits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
}

static void
clear_secret (DeskSignInPage *self)
{
  memset (self->pin, 0, sizeof self->pin);
  self->n_digits = 0;
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  show_dots (self);
}

/* The clock in the head */

static gboolean
show_time (gpointer user_data)
{
  DeskSignInPage *self = user_data;
  DeskDay today = desk_engine_today (self->engine);
  gint64 now = desk_engine_now (self->engine);
  g_autofree char *time = desk_text_time (self->text, now, now);
  /* Translators: the day in the foot of the sidebar: 1 month, 2 day of the month, 3 short day of the week */
  g_autofree char *day = g_strdup_printf (_("%3$s %1$02d-%2$02d"), desk_day_month (today), desk_day_of_month (today),
                                          desk_text_weekday (self->text, today));
  g_autofree char *words = g_strjoin (" ", day, time, NULL);

  adw_window_title_set_subtitle (self->title, words);
  return G_SOURCE_CONTINUE;
}

/* What waits for whoever locked the desk: figures only. */
static void
show_due (DeskSignInPage *self)
{
  gboolean locked = self->engine != NULL && desk_engine_get_session (self->engine) == DESK_SESSION_LOCKED;
  gint64 n_late = locked && self->reminder != NULL ? desk_reminder_get_late (self->reminder) : 0;
  gint64 n_today = locked && self->reminder != NULL ? desk_reminder_get_today (self->reminder) : 0;
  g_autofree char *late = desk_text_number (n_late);
  g_autofree char *today = desk_text_number (n_today);
  /* Translators: follow-ups, on the page of a locked desk */
  g_autofree char *words = desk_text_fill (_("%1 overdue, %2 still due today"), (const char *[]){ late, today, NULL });

  gtk_label_set_label (self->due, words);
  gtk_widget_set_visible (GTK_WIDGET (self->due), n_late + n_today > 0);
  if (n_late > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->due), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->due), "late");
}

/* The reminder of the store that is open now. */
static void
watch_due (DeskSignInPage *self)
{
  GApplication *application = g_application_get_default ();
  DeskReminder *reminder = DESK_IS_APPLICATION (application) ? desk_application_get_reminder (DESK_APPLICATION (application)) : NULL;

  if (reminder != self->reminder && self->reminder != NULL)
    g_signal_handlers_disconnect_by_data (self->reminder, self);
  if (g_set_object (&self->reminder, reminder) && reminder != NULL)
    g_signal_connect_object (reminder, "changed", G_CALLBACK (show_due), self, G_CONNECT_SWAPPED);
  show_due (self);
}

/* Waiting after wrong tries */

static void
set_open (DeskSignInPage *self, gboolean open)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->keys), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->by_password), open);
}

static const char *
usual_message (DeskSignInPage *self)
{
  if (self->card == NULL)
    return "";
  if (!self->card->has_pin && !self->card->has_password)
    return _("No password yet. An administrator sets one.");
  return self->with_password ? "" : _("Six digits, no Enter");
}

static gboolean
on_tick_cb (gpointer user_data)
{
  DeskSignInPage *self = user_data;
  gint64 left = (self->open_at - g_get_monotonic_time () + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
  g_autofree char *words = NULL;

  if (left <= 0)
    {
      self->tick = 0;
      set_open (self, TRUE);
      say (self, usual_message (self), FALSE);
      if (self->with_password)
        gtk_widget_grab_focus (GTK_WIDGET (self->password));
      return G_SOURCE_REMOVE;
    }
  words = g_strdup_printf (_("Wrong too often. Try again in %d s."), (int) left);
  say (self, words, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
stop_waiting (DeskSignInPage *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  set_open (self, TRUE);
}

static void
wait_for (DeskSignInPage *self, gint64 seconds)
{
  stop_waiting (self);
  self->open_at = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  self->tick = g_timeout_add (250, on_tick_cb, self);
  set_open (self, FALSE);
  on_tick_cb (self);
}

/* Choosing somebody */

static void
mark_tiles (DeskSignInPage *self)
{
  for (int i = 0;; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->people, i);
      GtkWidget *tile = child != NULL ? gtk_flow_box_child_get_child (child) : NULL;
      const DeskStaffCard *card = tile != NULL ? desk_sign_in_tile_get_card (DESK_SIGN_IN_TILE (tile)) : NULL;

      if (tile == NULL)
        return;
      desk_sign_in_tile_set_chosen (DESK_SIGN_IN_TILE (tile), card == self->card);
      gtk_widget_set_opacity (tile, self->typed->len == 0 || desk_sign_in_tile_fits (DESK_SIGN_IN_TILE (tile), self->typed->str)
                                        ? 1.0 : 0.4);
    }
}

static void
show_way (DeskSignInPage *self)
{
  gboolean by_pin = self->card != NULL && self->card->has_pin && !self->with_password;
  gboolean by_password = self->card != NULL && self->card->has_password && self->with_password;

  gtk_widget_set_visible (GTK_WIDGET (self->dots), by_pin);
  gtk_widget_set_visible (GTK_WIDGET (self->keys), by_pin);
  gtk_widget_set_visible (GTK_WIDGET (self->by_password), by_password);
  gtk_widget_set_visible (GTK_WIDGET (self->other_way),
                          self->card != NULL && self->card->has_pin && self->card->has_password);
  gtk_button_set_label (self->other_way, by_pin ? _("Use the _Password") : _("Use the _PIN"));
  gtk_widget_set_visible (GTK_WIDGET (self->forgotten), by_pin || by_password);
  gtk_widget_set_visible (GTK_WIDGET (self->who), self->card != NULL);
  say (self, self->card != NULL ? usual_message (self) : _("Choose who you are."), FALSE);
  clear_secret (self);
  if (by_password)
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
choose (DeskSignInPage *self, const DeskStaffCard *card)
{
  stop_waiting (self);
  self->card = card;
  g_string_truncate (self->typed, 0);
  if (card != NULL)
    {
      const char *name = desk_text_staff_name (self->text, card->staff->name);
      g_autofree char *roles = desk_text_staff_roles (self->text, card->staff->roles);

      adw_avatar_set_text (self->avatar, name);
      gtk_label_set_label (self->name, name);
      gtk_label_set_label (self->roles, roles);
      self->with_password = !card->has_pin;
    }
  show_way (self);
  mark_tiles (self);
}

static void
on_tile_cb (GtkButton *tile, gpointer user_data)
{
  choose (user_data, desk_sign_in_tile_get_card (DESK_SIGN_IN_TILE (tile)));
}

/* What fits the initials typed so far; one alone is chosen. */
static void
narrow (DeskSignInPage *self)
{
  const DeskStaffCard *only = NULL;
  guint n = 0;

  for (int i = 0;; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->people, i);
      DeskSignInTile *tile = child != NULL ? DESK_SIGN_IN_TILE (gtk_flow_box_child_get_child (child)) : NULL;

      if (tile == NULL)
        break;
      if (!desk_sign_in_tile_fits (tile, self->typed->str))
        continue;
      only = desk_sign_in_tile_get_card (tile);
      n++;
    }
  if (n == 1 && self->typed->len > 0)
    {
      choose (self, only);
      return;
    }
  mark_tiles (self);
  say (self, n == 0 ? _("Nobody has these initials. Backspace takes the last one away.") : _("Choose who you are."), n == 0);
}

/* The try */

static void
on_signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  char *typed = g_steal_pointer (&self->tried);
  DeskSignIn *out = desk_engine_sign_in_finish (DESK_ENGINE (source), result, &error);

  self->busy = FALSE;
  set_open (self, TRUE);
  clear_secret (self);
  if (out == NULL)
    {
      g_autofree char *words = desk_text_error (self->text, error);

      say (self, words, TRUE);
    }
  else if (out->problem != NULL && out->wait > 0)
    wait_for (self, out->wait);
  else if (out->problem != NULL)
    {
      g_autofree char *words = desk_text_problem_here (self->text, out->problem);

      if (out->problem->code == DESK_PROBLEM_PIN_BLOCKED && self->card != NULL && self->card->has_password)
        {
          self->with_password = TRUE;
          show_way (self);
        }
      say (self, words, TRUE);
    }
  else if (out->must_change)
    g_signal_emit (self, signals[DUE], 0, typed);
  desk_secret_wipe (typed);
  desk_use_case_free_result (DESK_USE_CASE_SIGN_IN, out);
  if (self->with_password && gtk_widget_get_mapped (GTK_WIDGET (self->password)))
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
try (DeskSignInPage *self, DeskSecretKind kind, const char *secret)
{
  if (self->busy || self->tick != 0 || self->card == NULL)
    return;
  self->busy = TRUE;
  desk_secret_wipe (self->tried);
  self->tried = kind == DESK_SECRET_PASSWORD ? g_strdup (secret) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self->keys), FALSE);
  desk_engine_sign_in_async (self->engine, self->card->staff->record.id, kind, secret, NULL, on_signed_in_cb,
                             g_object_ref (self));
}

static void
type_digit (DeskSignInPage *self, char digit)
{
  if (self->busy || self->tick != 0 || self->n_digits >= DESK_PIN_LENGTH)
    return;
  if (self->n_digits == 0)
    say (self, usual_message (self), FALSE);
  self->pin[self->n_digits++] = digit;
  show_dots (self);
  if (self->n_digits == DESK_PIN_LENGTH)
    try (self, DESK_SECRET_PIN, self->pin);
}

static void
take_digit (DeskSignInPage *self)
{
  if (self->n_digits == 0 || self->busy)
    return;
  self->pin[--self->n_digits] = '\0';
  show_dots (self);
}

static void
on_key_clicked_cb (GtkButton *button, gpointer user_data)
{
  int key = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-key"));

  if (key >= 0)
    type_digit (user_data, (char) ('0' + key));
  else
    take_digit (user_data);
}

static void
on_password_cb (GtkPasswordEntry *entry, gpointer user_data)
{
  DeskSignInPage *self = user_data;

  try (self, DESK_SECRET_PASSWORD, gtk_editable_get_text (GTK_EDITABLE (self->password)));
}

static void
on_enter_cb (GtkButton *button, gpointer user_data)
{
  on_password_cb (NULL, user_data);
}

static void
on_other_way_cb (GtkButton *button, gpointer user_data)
{
  DeskSignInPage *self = user_data;

  self->with_password = !self->with_password;
  stop_waiting (self);
  show_way (self);
}

/* Keys: digits choose until somebody is chosen, then they are the PIN; Esc goes back to choosing. */

static gboolean
choose_by_key (DeskSignInPage *self, guint keyval)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (c >= '1' && c <= '9' && c - '1' < self->list->cards->len)
    choose (self, self->list->cards->pdata[c - '1']);
  else if (c < 128 && g_ascii_isalpha ((char) c))
    {
      g_string_append_c (self->typed, g_ascii_tolower ((char) c));
      narrow (self);
    }
  else if (keyval == GDK_KEY_BackSpace && self->typed->len > 0)
    {
      g_string_truncate (self->typed, self->typed->len - 1);
      narrow (self);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                   gpointer user_data)
{
  DeskSignInPage *self = user_data;
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (self->list == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape && self->card != NULL)
    {
      choose (self, NULL);
      gtk_widget_child_focus (GTK_WIDGET (self->people), GTK_DIR_TAB_FORWARD);
      return TRUE;
    }
  if (self->card == NULL)
    return choose_by_key (self, keyval);
  if (self->with_password || !self->card->has_pin)
    return FALSE;
  if (c >= '0' && c <= '9')
    type_digit (self, (char) c);
  else if (keyval == GDK_KEY_BackSpace)
    take_digit (self);
  else
    return FALSE;
  return TRUE;
}

/* Showing it */

static void
fill_people (DeskSignInPage *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->people, 0)) != NULL)
    gtk_flow_box_remove (self->people, GTK_WIDGET (child));
  for (guint i = 0; i < self->list->cards->len; i++)
    {
      GtkWidget *tile = desk_sign_in_tile_new (self->text, self->list->cards->pdata[i], i < 9 ? i + 1 : 0);

      g_signal_connect (tile, "clicked", G_CALLBACK (on_tile_cb), self);
      gtk_flow_box_append (self->people, tile);
      /* The tile is the button; the child around it takes no focus of its own. */
      gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);
    }
}

static void
on_list_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskStaffList *list = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (list == NULL || self->engine != DESK_ENGINE (source))
    {
      desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, list);
      return;
    }
  self->card = NULL;
  desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, self->list);
  self->list = list;
  adw_window_title_set_title (self->title, list->community);
  show_time (self);
  fill_people (self);
  choose (self, list->cards->len == 1 ? list->cards->pdata[0] : NULL);
  if (self->card == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->people), GTK_DIR_TAB_FORWARD);
}

static void
fill_keys (DeskSignInPage *self)
{
  static const int keys[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *digit = g_strdup_printf ("%d", keys[i]);
      GtkWidget *button = keys[i] >= 0 ? gtk_button_new_with_label (digit)
                                       : gtk_button_new_from_icon_name ("edit-clear-symbolic");

      gtk_widget_set_size_request (button, 118, 60);
      gtk_widget_add_css_class (button, "pin-key");
      gtk_widget_set_focus_on_click (button, FALSE);
      if (keys[i] < 0)
        {
          gtk_widget_set_tooltip_text (button, _("Take the Last Digit Away (Backspace)"));
          gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          _("Take the Last Digit Away (Backspace)"), -1);
        }
      g_object_set_data (G_OBJECT (button), "desk-key", GINT_TO_POINTER (keys[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (on_key_clicked_cb), self);
      gtk_grid_attach (self->keys, button, (int) i % 3, (int) i / 3, 1, 1);
    }
}

static void
desk_sign_in_page_dispose (GObject *object)
{
  DeskSignInPage *self = DESK_SIGN_IN_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->clock, g_source_remove);
  self->card = NULL;
  desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, g_steal_pointer (&self->list));
  g_clear_object (&self->reminder);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_SIGN_IN_PAGE);
  G_OBJECT_CLASS (desk_sign_in_page_parent_class)->dispose (object);
}

static void
desk_sign_in_page_finalize (GObject *object)
{
  DeskSignInPage *self = DESK_SIGN_IN_PAGE (object);

  memset (self->pin, 0, sizeof self->pin);
  desk_secret_wipe (self->tried);
  g_string_free (self->typed, TRUE);
  G_OBJECT_CLASS (desk_sign_in_page_parent_class)->finalize (object);
}

static void
desk_sign_in_page_class_init (DeskSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_sign_in_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_sign_in_page_finalize;
  signals[DUE] = g_signal_new ("due", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/staff/desk-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, title);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, people);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, who);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, name);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, roles);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, dots);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, message);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, keys);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, by_password);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, password);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, other_way);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, forgotten);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, locked);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, locked_label);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, due);
  gtk_widget_class_bind_template_callback (widget_class, on_password_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_other_way_cb);
}

static void
desk_sign_in_page_init (DeskSignInPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->typed = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  fill_keys (self);
  show_dots (self);
}

/* Returns: (transfer floating): a page that shows nobody yet. */
DeskSignInPage *
desk_sign_in_page_new (void)
{
  return g_object_new (DESK_TYPE_SIGN_IN_PAGE, NULL);
}

/* Asks who is at the desk. @by_itself: nobody touched it for a while, and that locked it. */
void
desk_sign_in_page_show (DeskSignInPage *self, DeskEngine *engine, DeskText *text, gboolean by_itself)
{
  gboolean locked = desk_engine_get_session (engine) == DESK_SESSION_LOCKED;
  const char *name = desk_text_staff_name (text, desk_engine_get_actor (engine)->name);
  g_autofree char *words
      = g_strdup_printf (by_itself ? _("%s was away, so the desk locked itself. What was being written is kept until %s comes back.")
                                   : _("%s locked the desk. What was being written is kept until %s comes back."),
                         name, name);

  g_set_object (&self->engine, engine);
  if (self->text != text)
    {
      g_clear_pointer (&self->text, desk_text_unref);
      self->text = desk_text_ref (text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->locked), locked);
  gtk_label_set_label (self->locked_label, locked ? words : "");
  watch_due (self);
  if (self->clock == 0)
    self->clock = g_timeout_add_seconds (CLOCK_SECONDS, show_time, self);
  desk_engine_call_async (engine, DESK_USE_CASE_LIST_STAFF, desk_get_input_new (DESK_KIND_STAFF, 0, 0), NULL, on_list_cb,
                          g_object_ref (self));
}

/* Nothing that was typed stays behind. */
void
desk_sign_in_page_forget (DeskSignInPage *self)
{
  g_clear_handle_id (&self->clock, g_source_remove);
  if (self->list != NULL)
    choose (self, NULL);
}
