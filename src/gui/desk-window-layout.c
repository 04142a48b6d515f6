/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "desk-language.h"
#include "desk-prefs.h"
#include "desk-text-figure.h"

/* window.md, section 13 */
#define SLIM_BELOW 1180
#define NARROW_BELOW 1000
#define USUAL_LETTER 14.7 /* px: 11 pt */
#define SEARCH_WIDTH 400
#define SEARCH_SLIM_WIDTH 300
#define SEARCH_NARROW_WIDTH 200

static void
set_class (gpointer window, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (window), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (window), name);
}

void
desk_window_layout_show_sidebar (DeskWindow *self, gboolean show)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), show);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_line), show);
  desk_prefs_set_boolean ("sidebar-visible", show);
}

static void
apply_slim (DeskWindow *self)
{
  set_class (self, "slim", self->slim);
  desk_sidebar_set_slim (self->sidebar, self->slim);
}

static void
apply_narrow (DeskWindow *self)
{
  set_class (self, "narrow", self->narrow);
  desk_window_header_set_narrow (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->panes)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DESK_IS_PANE (child))
      desk_pane_set_narrow (DESK_PANE (child), self->narrow);
}

/* The width as it would be with letters of the usual size: with large ones there is less room for words. */
static int
width_in_letters (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double pixels = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    pixels = pixels * (dpi > 0 ? dpi : 96) / 72;
  return (int) (gtk_widget_get_width (widget) * MIN (1, USUAL_LETTER / MAX (pixels, 1)));
}

/* Runs outside the allocation, because showing and hiding inside it would begin another one. */
static gboolean
on_layout_idle_cb (gpointer user_data)
{
  DeskWindow *self = user_data;
  int width = width_in_letters (GTK_WIDGET (self));
  gboolean slim = width < SLIM_BELOW;
  gboolean narrow = width < NARROW_BELOW;

  self->layout_source = 0;
  if (width <= 0)
    return G_SOURCE_REMOVE;
  if (slim != self->slim)
    {
      self->slim = slim;
      apply_slim (self);
    }
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      apply_narrow (self);
    }
  gtk_widget_set_size_request (GTK_WIDGET (self->search_button),
                               narrow ? SEARCH_NARROW_WIDTH : slim ? SEARCH_SLIM_WIDTH : SEARCH_WIDTH, -1);
  return G_SOURCE_REMOVE;
}

static void
queue_layout (DeskWindow *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_layout_idle_cb, self, NULL);
}

static void
on_realize_cb (DeskWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  g_signal_connect_object (surface, "notify::width", G_CALLBACK (queue_layout), self, G_CONNECT_SWAPPED);
  queue_layout (self);
}

/* The foot */

static char *
words_of_day (DeskWindow *self, DeskDay day)
{
  /* Translators: the day in the foot of the sidebar: 1 month, 2 day of the month, 3 short day of the week */
  return g_strdup_printf (_("%3$s %1$02d-%2$02d"), desk_day_month (day), desk_day_of_month (day),
                          desk_text_weekday (self->text, day));
}

/* The day, and below it what state the store is in when there is something to say. */
void
desk_window_layout_update_foot (DeskWindow *self)
{
  const char *state = NULL;
  g_autofree char *day = NULL;

  if (self->engine == NULL)
    return;
  day = words_of_day (self, desk_engine_today (self->engine));
  if (desk_engine_get_state (self->engine) == DESK_ENGINE_DAMAGED)
    state = _("Store damaged");
  else if (desk_engine_get_state (self->engine) == DESK_ENGINE_READ_ONLY)
    state = _("Read only");
  else if (self->is_demo)
    state = _("Demonstration");
  desk_sidebar_set_foot (self->sidebar, day, state);
}

static gboolean
on_minute_cb (gpointer user_data)
{
  DeskWindow *self = user_data;

  desk_window_layout_update_foot (self);
  desk_sidebar_count_badges (self->sidebar);
  return G_SOURCE_CONTINUE;
}

/* Preferences of this machine */

void
desk_window_dress (GtkWidget *window)
{
  g_autofree char *density = desk_prefs_get_string ("density", "compact");

  set_class (window, "zh", g_str_equal (desk_language_get (), "zh_CN"));
  set_class (window, "hc", adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  set_class (window, "roomy", g_str_equal (density, "comfortable"));
}

static void
apply_look (DeskWindow *self)
{
  desk_window_dress (GTK_WIDGET (self));
}

/* The room there is at least on the first screen. */
static void
fit_screen (GtkWidget *widget, int *width, int *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle geometry;

  if (monitor == NULL)
    return;
  gdk_monitor_get_geometry (monitor, &geometry);
  *width = MIN (*width, geometry.width);
  *height = MIN (*height, geometry.height);
}

static void
restore_size (DeskWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  int width = desk_prefs_get_int ("window-width", 1366);
  int height = desk_prefs_get_int ("window-height", 768);

  fit_screen (GTK_WIDGET (self), &width, &height);
  gtk_window_set_default_size (window, width, height);
  if (desk_prefs_get_boolean ("window-maximized", FALSE))
    gtk_window_maximize (window);
}

static void
remember_size (DeskWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (width >= 640 && height >= 440)
    {
      desk_prefs_set_int ("window-width", width);
      desk_prefs_set_int ("window-height", height);
    }
  desk_prefs_set_boolean ("window-maximized", gtk_window_is_maximized (window));
}

void
desk_window_layout_init (DeskWindow *self)
{
  restore_size (self);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), desk_prefs_get_boolean ("sidebar-visible", TRUE));
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_line), desk_prefs_get_boolean ("sidebar-visible", TRUE));
  apply_look (self);
  desk_prefs_watch ("density", G_CALLBACK (apply_look), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (apply_look), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "realize", G_CALLBACK (on_realize_cb), NULL);
  g_signal_connect (self, "unrealize", G_CALLBACK (remember_size), NULL);
  self->day_source = g_timeout_add_seconds (60, on_minute_cb, self);
}

void
desk_window_layout_dispose (DeskWindow *self)
{
  g_clear_handle_id (&self->day_source, g_source_remove);
  g_clear_handle_id (&self->layout_source, g_source_remove);
}
