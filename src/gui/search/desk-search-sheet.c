/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-sheet-private.h"

#include <glib/gi18n.h>

#include "desk-compose.h"

#define PAGE 8 /* rows that Page Up and Page Down go */
#define SHEET_WIDTH 900
#define PREVIEW_FROM 720
#define BODY_HEIGHT 470
#define AROUND_BODY 150 /* entry, chips and foot with the sheet's margins */

enum
{
  PROP_0,
  PROP_OPEN,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskSearchSheet, desk_search_sheet, ADW_TYPE_BIN)

static void
on_more_cb (DeskSearchSheet *self, guint kind)
{
  desk_search_chips_choose (self->chips, (DeskKind) kind);
}

static void
on_text_changed_cb (DeskSearchSheet *self)
{
  gboolean some = *desk_search_answer_typed (self) != '\0';

  if (some != (gtk_entry_get_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY) != NULL))
    {
      gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, some ? "edit-clear-symbolic" : NULL);
      gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY, some ? _("Clear") : NULL);
    }
  desk_search_answer_ask (self);
}

static void
on_icon_press_cb (DeskSearchSheet *self, GtkEntryIconPosition position)
{
  if (position == GTK_ENTRY_ICON_SECONDARY)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* Enter; when the answer is still on its way, the first hit of the answer. */
static void
on_activate_cb (DeskSearchSheet *self)
{
  if (desk_compose_is_under_way (GTK_WIDGET (self)))
    return;
  if (self->asked)
    self->open_first = TRUE;
  else if (*desk_search_answer_typed (self) != '\0')
    desk_search_answer_open (self);
}

/* Keys. They come here after the entry, so an input method has taken what belongs to it. */

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  DeskSearchSheet *self = user_data;

  switch (key)
    {
    case GDK_KEY_Escape:
      desk_search_sheet_close (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      desk_search_list_move (self->list, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      desk_search_list_move (self->list, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      desk_search_list_move (self->list, PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      desk_search_list_move (self->list, -PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      desk_search_chips_turn (self->chips, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_F8:
      desk_search_answer_rest_now (self);
      desk_search_preview_show_number (self->preview);
      return GDK_EVENT_STOP;
    case GDK_KEY_F6:
    case GDK_KEY_F9:
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Home and End go through the list; they must be seen before the entry moves its cursor. */
static gboolean
on_key_captured_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  DeskSearchSheet *self = user_data;

  if (desk_compose_is_under_way (GTK_WIDGET (self)) || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    desk_search_list_move_to_end (self->list, FALSE);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    desk_search_list_move_to_end (self->list, TRUE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Opening and closing */

static void
fit (DeskSearchSheet *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);

  gtk_widget_set_size_request (GTK_WIDGET (self->sheet), CLAMP (width - 32, 320, SHEET_WIDTH), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->body), -1, CLAMP (height - AROUND_BODY, 160, BODY_HEIGHT));
  gtk_widget_set_visible (GTK_WIDGET (self->preview), width >= PREVIEW_FROM);
}

static void
set_open (DeskSearchSheet *self, gboolean open)
{
  self->open = open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/* Shows the sheet with the focus in its entry and what was typed last selected. */
void
desk_search_sheet_open (DeskSearchSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->open)
    {
      g_set_weak_pointer (&self->came_from, gtk_root_get_focus (root));
      fit (self);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      gtk_revealer_set_reveal_child (self->revealer, TRUE);
      set_open (self, TRUE);
      desk_search_answer_ask (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* Shows the sheet with what is found for @words (NULL: what was typed last). */
void
desk_search_sheet_search (DeskSearchSheet *self, const char *words)
{
  desk_search_sheet_open (self);
  if (words == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* Closes it and gives the focus back where it came from. */
void
desk_search_sheet_close (DeskSearchSheet *self)
{
  if (!self->open)
    return;
  desk_search_answer_stop (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  set_open (self, FALSE);
  if (self->came_from != NULL && gtk_widget_get_mapped (self->came_from))
    gtk_widget_grab_focus (self->came_from);
  g_clear_weak_pointer (&self->came_from);
}

/* Returns: whether it lies over the window. */
gboolean
desk_search_sheet_is_open (DeskSearchSheet *self)
{
  return self->open;
}

static void
on_child_revealed_cb (DeskSearchSheet *self)
{
  if (!self->open && !gtk_revealer_get_child_revealed (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The store it searches; its kinds are worded in @text. */
void
desk_search_sheet_set_engine (DeskSearchSheet *self, DeskEngine *engine, DeskText *text)
{
  g_set_object (&self->engine, engine);
  g_clear_pointer (&self->text, desk_text_unref);
  self->text = desk_text_ref (text);
  desk_search_chips_set_text (self->chips, text);
  desk_search_list_set_text (self->list, text);
  desk_search_preview_set_engine (self->preview, engine, text);
}

static void
desk_search_sheet_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_OPEN)
    g_value_set_boolean (value, DESK_SEARCH_SHEET (object)->open);
  else if (prop_id == PROP_BUSY)
    g_value_set_boolean (value, DESK_SEARCH_SHEET (object)->asked);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
desk_search_sheet_dispose (GObject *object)
{
  DeskSearchSheet *self = DESK_SEARCH_SHEET (object);

  desk_search_answer_stop (self);
  g_clear_weak_pointer (&self->came_from);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  adw_bin_set_child (ADW_BIN (self), NULL); /* before its template goes: AdwBin does not notice that */
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_SEARCH_SHEET);
  G_OBJECT_CLASS (desk_search_sheet_parent_class)->dispose (object);
}

static void
desk_search_sheet_class_init (DeskSearchSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_search_sheet_get_property;
  object_class->dispose = desk_search_sheet_dispose;
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DESK_TYPE_SEARCH_CHIPS);
  g_type_ensure (DESK_TYPE_SEARCH_LIST);
  g_type_ensure (DESK_TYPE_SEARCH_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/search/desk-search-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, scrim);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, sheet);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, chips);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, body);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, results);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, list);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, word);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_child_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_search_sheet_close);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_icon_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_search_answer_ask);
  gtk_widget_class_bind_template_callback (widget_class, on_more_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_search_answer_open);
  gtk_widget_class_bind_template_callback (widget_class, desk_search_answer_rest_soon);
}

static void
desk_search_sheet_init (DeskSearchSheet *self)
{
  GtkEventController *after, *before;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->preview, "open", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  after = gtk_event_controller_key_new ();
  g_signal_connect (after, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), after);
  before = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (before, GTK_PHASE_CAPTURE);
  g_signal_connect (before, "key-pressed", G_CALLBACK (on_key_captured_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), before);
}

DeskSearchSheet *
desk_search_sheet_new (void)
{
  return g_object_new (DESK_TYPE_SEARCH_SHEET, NULL);
}
