/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-start-page.h"

#include <glib/gi18n.h>

#include "desk-demo-maker.h"
#include "desk-cancelled.h"
#include "desk-language.h"
#include "desk-start-backup.h"
#include "desk-start-form.h"
#include "desk-store-path.h"
#include "desk-window.h"

struct _DeskStartPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkToggleButton *chinese;
  GtkToggleButton *english;
  GtkStack *stack;
  GtkButton *restore_button;
  GtkBox *ways;
  GtkLabel *place;
  GtkButton *place_button;
  GtkLabel *hint;
  GtkLabel *making_label;
  GtkProgressBar *progress;
  GtkButton *stop_button;

  /* Owned references */
  DeskStartForm *form;
  DeskStartForm *sheet_form; /* the community alone, before a sheet */
  DeskEngine *engine;
  GCancellable *making;
  char *path;
  char *sheet; /* (nullable): dropped here */
  gboolean to_import; /* the store that is made gets a sheet next */
};

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskStartPage, desk_start_page, ADW_TYPE_BIN)

/* The ways: one row each, in the order of their digits */

static void
choose_sheet (DeskStartPage *self)
{
  self->to_import = TRUE;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->sheet_form));
  desk_start_form_begin (self->sheet_form, self->path, self->engine);
}

static void
choose_community (DeskStartPage *self)
{
  self->to_import = FALSE;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->form));
  desk_start_form_begin (self->form, self->path, self->engine);
}

static void
choose_demo (DeskStartPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.demo", NULL);
}

static const struct
{
  const char *icon;
  const char *title;
  const char *text;
  void (*choose) (DeskStartPage *self);
} way_table[] = {
  { "folder-open-symbolic", N_("Import a Sheet"),
    N_("Excel or CSV: encodings, merged cells and long numbers are understood. Tried first, nothing is written."), choose_sheet },
  { "desk-building-symbolic", N_("Make a Community"),
    N_("Its name, buildings, entrances and floors. Units are made by a pattern, people follow."), choose_community },
  { "media-playback-start-symbolic", N_("Look at the Demonstration"),
    N_("A sample community of 3,000 units to try everything. Throw it away when done."), choose_demo },
};

static void
on_way_clicked_cb (GtkButton *button, gpointer user_data)
{
  way_table[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "desk-way"))].choose (user_data);
}

static GtkWidget *
way_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_way (DeskStartPage *self, guint index)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (way_table[index].icon);
  g_autofree char *digit = g_strdup_printf ("%u", index + 1);
  g_autofree char *tooltip = g_strdup_printf ("%s (%u)", _(way_table[index].title), index + 1);
  GtkWidget *cap = gtk_label_new (digit);

  gtk_widget_add_css_class (button, "way");
  gtk_widget_add_css_class (icon, "way-icon");
  gtk_widget_set_hexpand (icon, TRUE);
  gtk_widget_set_halign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), cap);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), way_label (_(way_table[index].title), "way-title"));
  gtk_box_append (GTK_BOX (box), way_label (_(way_table[index].text), "way-text"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(way_table[index].title),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, digit, -1);
  g_object_set_data (G_OBJECT (button), "desk-way", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_way_clicked_cb), self);
  return button;
}

/* The digits choose at once, while the ways are shown. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  DeskStartPage *self = user_data;
  guint32 character = gdk_keyval_to_unicode (key);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "ways") != 0
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || character < '1'
      || character >= '1' + G_N_ELEMENTS (way_table))
    return GDK_EVENT_PROPAGATE;
  way_table[character - '1'].choose (self);
  return GDK_EVENT_STOP;
}

/* A new language means a new window, so it is offered only where nothing has been typed. */
static void
on_shown_cb (DeskStartPage *self)
{
  gboolean ways = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "ways") == 0;

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->chinese)), ways);
}

/* The place */

static void
on_place_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && g_file_peek_path (file) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (user_data), "app.start-other", "(sb)", g_file_peek_path (file), TRUE);
  g_object_unref (dialog);
}

static void
on_place_clicked_cb (DeskStartPage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Where the Store Lies"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Choose"),
                                     _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "desk.frontdesk");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Language */

static void
on_language_toggled_cb (DeskStartPage *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.language", "s", button == self->chinese ? "zh_CN" : "en");
}

/* The demonstration */

static void
on_progress_cb (guint done, guint total, gpointer user_data)
{
  DeskStartPage *self = user_data;
  g_autofree char *words = g_strdup_printf (_("%u of %u"), done, total);

  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 0);
  gtk_label_set_label (self->making_label, words);
}

static void
on_demo_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskStartPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean made = desk_demo_maker_finish (result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  g_clear_object (&self->making);
  if (window == NULL)
    return;
  if (made)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.retry", NULL);
  else if (desk_cancelled (error))
    gtk_window_close (GTK_WINDOW (window));
  else
    desk_window_show_trouble (window, self->path, error);
}

static void
on_stop_clicked_cb (DeskStartPage *self)
{
  g_cancellable_cancel (self->making);
}

static void
set_path (DeskStartPage *self, const char *path)
{
  if (path != self->path)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
}

/* Makes the demonstration at @path on a thread and says how far it is. */
void
desk_start_page_make_demo (DeskStartPage *self, const char *path)
{
  set_path (self, path);
  desk_store_path_prepare (path);
  gtk_stack_set_visible_child_name (self->stack, "making");
  if (self->making == NULL)
    {
      self->making = g_cancellable_new ();
      desk_demo_maker_make_async (path, self->making, on_progress_cb, self, on_demo_made_cb, g_object_ref (self));
    }
}

/* Shows the ways for the store at @path; @engine (nullable) holds it when it is there and empty. */
void
desk_start_page_show_ways (DeskStartPage *self, const char *path, DeskEngine *engine)
{
  g_autofree char *words = desk_store_path_words (path);
  g_autofree char *sentence = g_strdup_printf (_("Data file: %s"), words);

  set_path (self, path);
  g_set_object (&self->engine, engine);
  gtk_label_set_label (self->place, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), path);
  gtk_widget_set_visible (GTK_WIDGET (self->place_button), engine == NULL);
  desk_start_backup_offer (self->restore_button, engine == NULL ? path : NULL);
  gtk_stack_set_visible_child_name (self->stack, "ways");
  desk_start_form_prepare (self->sheet_form, path, engine);
  desk_start_form_prepare (self->form, path, engine);
}

/* Puts the focus on the first way. */
void
desk_start_page_grab_start_focus (DeskStartPage *self)
{
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->ways)));
}

/* A sheet was dropped here: it is brought in as soon as the community has its name. */
void
desk_start_page_take_sheet (DeskStartPage *self, const char *path)
{
  g_free (self->sheet);
  self->sheet = g_strdup (path);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "ways") == 0)
    choose_sheet (self);
}

/* Is a sheet to follow the community that was made? Asked once. @path: (out) (transfer full) (nullable): which one. */
gboolean
desk_start_page_wants_import (DeskStartPage *self, char **path)
{
  gboolean wants = self->to_import;

  *path = wants ? g_steal_pointer (&self->sheet) : NULL;
  self->to_import = FALSE;
  return wants;
}

static void
on_form_made_cb (DeskStartPage *self, DeskEngine *engine)
{
  g_signal_emit (self, signals[MADE], 0, engine);
}

static void
on_form_back_cb (DeskStartPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "ways");
  desk_start_page_grab_start_focus (self);
}

/* Somebody was interrupted in that form: it is where they go on. */
static void
on_form_kept_cb (DeskStartPage *self, DeskStartForm *form)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "ways") != 0)
    return;
  if (form == self->form)
    choose_community (self);
  else
    choose_sheet (self);
}

static void
desk_start_page_dispose (GObject *object)
{
  DeskStartPage *self = DESK_START_PAGE (object);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->sheet, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL); /* before its template goes: AdwBin does not notice that */
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_START_PAGE);
  G_OBJECT_CLASS (desk_start_page_parent_class)->dispose (object);
}

static void
desk_start_page_class_init (DeskStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_start_page_dispose;
  signals[MADE] = g_signal_new ("made", DESK_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                DESK_TYPE_ENGINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/start/desk-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, chinese);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, english);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, ways);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, place);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, place_button);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, making_label);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, progress);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, on_place_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked_cb);
}

static void
desk_start_page_init (DeskStartPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gboolean chinese = g_str_equal (desk_language_get (), "zh_CN");

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (way_table); i++)
    gtk_box_append (self->ways, make_way (self, i));
  self->sheet_form = desk_start_form_new (TRUE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->sheet_form), "sheet");
  g_signal_connect_object (self->sheet_form, "made", G_CALLBACK (on_form_made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet_form, "kept", G_CALLBACK (on_form_kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet_form, "back", G_CALLBACK (on_form_back_cb), self, G_CONNECT_SWAPPED);
  self->form = desk_start_form_new (FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->form), "form");
  g_signal_connect_object (self->form, "made", G_CALLBACK (on_form_made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "kept", G_CALLBACK (on_form_kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "back", G_CALLBACK (on_form_back_cb), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (chinese ? self->chinese : self->english, TRUE);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chinese, "toggled", G_CALLBACK (on_language_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->english, "toggled", G_CALLBACK (on_language_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

DeskStartPage *
desk_start_page_new (void)
{
  return g_object_new (DESK_TYPE_START_PAGE, NULL);
}
