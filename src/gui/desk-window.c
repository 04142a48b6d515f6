/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "desk-application.h"
#include "desk-compose.h"
#include "desk-language.h"
#include "desk-menu-button.h"
#include "desk-notice.h"
#include "desk-prefs.h"
#include "desk-shrink-bin.h"

enum
{
  FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskWindow, desk_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_page (DeskWindow *self, const char *name)
{
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->pages, name), TRUE);
  gtk_stack_set_visible_child_name (self->pages, name);
  desk_window_actions_update (self);
}

gboolean
desk_window_shows_desk (DeskWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "desk") == 0;
}

/* Panes */

/* Returns: (transfer none) (nullable): the pane in front. */
DeskPane *
desk_window_shown_pane (DeskWindow *self)
{
  GtkWidget *child = desk_window_shows_desk (self) ? gtk_stack_get_visible_child (self->panes) : NULL;

  return DESK_IS_PANE (child) ? DESK_PANE (child) : NULL;
}

/* Brings a child of the panes' stack to the front and hides the others, which a screen reader would take for shown. */
void
desk_window_bring_front (DeskWindow *self, GtkWidget *child)
{
  GtkWidget *other;

  gtk_widget_set_visible (child, TRUE);
  gtk_stack_set_visible_child (self->panes, child);
  for (other = gtk_widget_get_first_child (GTK_WIDGET (self->panes)); other != NULL; other = gtk_widget_get_next_sibling (other))
    gtk_widget_set_visible (other, other == child);
}

/* Builds the pane at its first visit and brings it to the front. Returns: (transfer none) (nullable). */
DeskPane *
desk_window_show_pane (DeskWindow *self, const char *id)
{
  const DeskPaneSpec *spec = desk_pane_registry_find (id);
  GtkWidget *child;

  if (spec == NULL || self->engine == NULL)
    return NULL;
  child = gtk_stack_get_child_by_name (self->panes, spec->id);
  if (child == NULL)
    {
      child = GTK_WIDGET (spec->make (self->engine, self->text));
      gtk_stack_add_titled (self->panes, child, spec->id, _(spec->title));
      desk_pane_set_narrow (DESK_PANE (child), self->narrow);
    }
  desk_window_bring_front (self, child);
  desk_sidebar_select (self->sidebar, spec->id);
  desk_prefs_set_string ("last-pane", spec->id);
  return DESK_PANE (child);
}

static void
show_first_pane (DeskWindow *self)
{
  g_autofree char *last = desk_prefs_get_string ("last-pane", "");
  const DeskPaneSpec *spec = desk_pane_registry_find (last);
  DeskPane *pane;

  if (spec == NULL)
    spec = desk_pane_registry_get (0);
  pane = spec != NULL ? desk_window_show_pane (self, spec->id) : NULL;
  /* The pane takes the focus when its rows have come: too late where something else was asked for. */
  if (pane != NULL && self->errand.type == DESK_ERRAND_NONE)
    desk_pane_grab_start_focus (pane);
}

/* The page that was left, or the first pane. */
static void
show_desk (DeskWindow *self)
{
  show_page (self, "desk");
  if (gtk_stack_get_visible_child (self->panes) == NULL)
    show_first_pane (self);
  desk_window_drafts_offer (self);
}

static void
on_pane_chosen_cb (DeskSidebar *sidebar, const char *id, gpointer user_data)
{
  DeskPane *pane = desk_window_show_pane (user_data, id);

  if (pane != NULL)
    desk_pane_grab_start_focus (pane);
}

/* A pinned filter: its list comes to the front, narrowed. */
static void
on_filter_pinned_cb (DeskSidebar *sidebar, gint64 id, gpointer user_data)
{
  desk_window_recall_filter (user_data, id);
}

/* The store */

static void
show_community (DeskWindow *self, const DeskCommunity *community)
{
  desk_sidebar_set_community (self->sidebar, community->name);
  gtk_window_set_title (GTK_WINDOW (self), community->name);
}

static void
on_community_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskRecordResult *found = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (self->engine != DESK_ENGINE (source))
    {
      /* The window went on to another store or closed. */
    }
  else if (found == NULL)
    desk_window_show_trouble (self, self->path, error);
  else if (found->record == NULL)
    desk_window_show_start (self, self->path, self->engine);
  else if (desk_engine_get_session (self->engine) != DESK_SESSION_IN)
    {
      /* The desk was locked meanwhile. */
    }
  else
    {
      show_community (self, (const DeskCommunity *) found->record);
      if (!desk_window_shows_desk (self))
        show_desk (self);
      desk_window_import_after_start (self);
    }
  if (found != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_RECORD, found);
  g_signal_emit (self, signals[FILLED], 0);
}

static void
load_community (DeskWindow *self)
{
  DeskGetInput *input = desk_get_input_new (DESK_KIND_COMMUNITY, 0, desk_engine_today (self->engine));

  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_RECORD, input, NULL, on_community_cb, g_object_ref (self));
}

/* Shows the desk to whoever has just come, at once: what its name is, or that there is nothing yet, is asked beside it. */
void
desk_window_load_desk (DeskWindow *self)
{
  show_desk (self);
  load_community (self);
}

static void
on_changed_cb (DeskWindow *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_COMMUNITY))
    load_community (self);
}

static void
on_state_cb (DeskWindow *self)
{
  const DeskStateBar damaged = {
    .text = _("The store is damaged. Stop entering, and restore a backup."),
    .late = TRUE,
    .button = _("_Backups…"),
    .action = "app.backups",
  };
  const DeskStateBar read_only = { .text = _("Read only: looking is possible, nothing is saved.") };
  DeskEngineState state = desk_engine_get_state (self->engine);

  desk_window_set_state (self, "damaged", state == DESK_ENGINE_DAMAGED ? &damaged : NULL);
  desk_window_set_state (self, "read-only", state == DESK_ENGINE_READ_ONLY ? &read_only : NULL);
  desk_window_layout_update_foot (self);
  desk_window_actions_update (self);
}

void
desk_window_set_state (DeskWindow *self, const char *id, const DeskStateBar *state)
{
  if (self != NULL)
    desk_state_bars_set (self->states, id, state);
}

static void
set_path (DeskWindow *self, const char *path)
{
  if (path != self->path)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
}

static void
on_made_cb (DeskWindow *self, DeskEngine *engine)
{
  desk_application_adopt (DESK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), engine);
}

static DeskStartPage *
start_page (DeskWindow *self)
{
  if (self->start == NULL)
    {
      self->start = desk_start_page_new ();
      g_signal_connect_object (self->start, "made", G_CALLBACK (on_made_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->start), "start");
    }
  return self->start;
}

void
desk_window_show_start (DeskWindow *self, const char *path, DeskEngine *engine)
{
  set_path (self, path);
  desk_start_page_show_ways (start_page (self), path, engine);
  show_page (self, "start");
  desk_start_page_grab_start_focus (self->start);
}

void
desk_window_show_making (DeskWindow *self, const char *path)
{
  set_path (self, path);
  desk_start_page_make_demo (start_page (self), path);
  show_page (self, "start");
}

void
desk_window_show_trouble (DeskWindow *self, const char *path, const GError *error)
{
  set_path (self, path);
  if (self->trouble == NULL)
    {
      self->trouble = desk_trouble_page_new ();
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->trouble), "trouble");
    }
  desk_trouble_page_show (self->trouble, error);
  show_page (self, "trouble");
  desk_trouble_page_grab_start_focus (self->trouble);
}

void
desk_window_show_engine (DeskWindow *self, DeskEngine *engine, gboolean is_demo)
{
  if (g_set_object (&self->engine, engine))
    {
      g_clear_pointer (&self->text, desk_text_unref);
      self->text = desk_text_new (desk_language_get (), desk_engine_get_zone (engine));
      desk_window_search_set_engine (self);
      desk_window_quick_set_engine (self);
      desk_sidebar_set_engine (self->sidebar, engine);
      desk_window_header_fill (self);
      g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (engine, "state", G_CALLBACK (on_state_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (engine, "session", G_CALLBACK (desk_window_session_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (engine, "session", G_CALLBACK (desk_window_drafts_offer), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (engine, "session", G_CALLBACK (desk_window_actions_update), self, G_CONNECT_SWAPPED);
    }
  self->is_demo = is_demo;
  set_path (self, desk_engine_get_path (engine));
  on_state_cb (self);
  desk_window_session_changed (self);
  if (desk_engine_get_session (engine) == DESK_SESSION_IN)
    desk_window_load_desk (self);
}

gboolean
desk_window_is_narrow (DeskWindow *self)
{
  return self != NULL && self->narrow;
}

DeskWindow *
desk_window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && !DESK_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? DESK_WINDOW (window) : NULL;
}

/* GObject */

static void
desk_window_constructed (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);

  G_OBJECT_CLASS (desk_window_parent_class)->constructed (object);
  desk_window_undo_init (self);
  desk_window_session_init (self);
  desk_window_phrase_init (self);
  desk_window_drafts_init (self);
  desk_window_import_init (self);
  desk_window_export_init (self);
  desk_window_actions_init (self);
  desk_window_new_init (self);
  desk_window_layout_init (self);
  desk_window_errand_init (self);
  desk_window_actions_update (self);
}

static void
desk_window_dispose (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);

  desk_window_errand_dispose (self);
  desk_window_layout_dispose (self);
  desk_window_phrase_close (self);
  desk_window_sheet_dispose (self);
  desk_window_session_dispose (self);
  desk_window_undo_dispose (self);
  g_clear_object (&self->engine);
  g_clear_object (&self->new_menu);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->pane_before_aside, g_free);
  g_clear_pointer (&self->pane_before_import, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_WINDOW);
  G_OBJECT_CLASS (desk_window_parent_class)->dispose (object);
}

static void
desk_window_class_init (DeskWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[FILLED] = g_signal_new ("filled", DESK_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  object_class->constructed = desk_window_constructed;
  object_class->dispose = desk_window_dispose;

  desk_compose_watch ();
  g_type_ensure (DESK_TYPE_DRAFTS_BAR);
  g_type_ensure (DESK_TYPE_SHRINK_BIN);
  g_type_ensure (DESK_TYPE_SIDEBAR);
  g_type_ensure (DESK_TYPE_STATE_BARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/desk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, sidebar_line);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, header_start);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, header_end);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, states);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, drafts_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, panes);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_pinned_cb);

  desk_window_actions_install (widget_class);
}

static void
desk_window_init (DeskWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_menu_button_set_model (self->menu_button, self->main_menu);
  desk_name_arrow (GTK_WIDGET (self->new_button), _("What Else Is New"));
}

DeskWindow *
desk_window_new (AdwApplication *application)
{
  return g_object_new (DESK_TYPE_WINDOW, "application", application, NULL);
}

DeskEngine *
desk_window_get_engine (DeskWindow *self)
{
  return self->engine;
}

DeskText *
desk_window_get_text (DeskWindow *self)
{
  return self->text;
}
