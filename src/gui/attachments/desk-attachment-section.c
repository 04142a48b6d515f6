/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-attachment-section.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-cancelled.h"
#include "desk-file-intake.h"
#include "desk-file-out.h"
#include "desk-id.h"
#include "desk-media.h"
#include "desk-notice.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"
#include "desk-window.h"

#define TILE_WIDTH 96
#define PICTURE_HEIGHT 64

struct _DeskAttachmentSection
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskFileIntake *intake;
  GCancellable *cancellable;
  GtkWidget *head, *progress, *stop, *add;
  GtkWidget *faults; /* sentences about files that could not be kept */
  GtkWidget *empty, *tiles;
  GtkWidget *menu;       /* (nullable) */
  GHashTable *pictures;  /* attachment id → GdkTexture, of this record */
  DeskAttachments *shown; /* (nullable) */
  DeskKind kind;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (DeskAttachmentSection, desk_attachment_section, GTK_TYPE_WIDGET)

static void reload (DeskAttachmentSection *self);

/* Which of the rights lets somebody add here; the gate asks again. */
static DeskRight
right_of (DeskAttachmentSection *self)
{
  if (self->kind == DESK_KIND_SERVICE_CASE)
    return desk_engine_may (self->engine, DESK_RIGHT_CASE_CONTACT, TRUE, 0, 0) == DESK_MAY ? DESK_RIGHT_CASE_CONTACT
                                                                                           : DESK_RIGHT_CASE_WORK;
  return self->kind == DESK_KIND_MEMO ? DESK_RIGHT_MESSAGE_SEND : DESK_RIGHT_VISIT_LOG;
}

static gboolean
may_add (DeskAttachmentSection *self)
{
  return self->id != 0 && desk_engine_get_state (self->engine) != DESK_ENGINE_READ_ONLY
         && desk_engine_may (self->engine, right_of (self), TRUE, 0, 0) == DESK_MAY;
}

/* What went wrong */

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
on_failed (DeskAttachmentSection *self, const GError *error)
{
  g_autofree char *words = desk_text_error (self->text, error);
  GtkWidget *notice = desk_notice_new ("late", "dialog-warning-symbolic", words, NULL);

  gtk_box_append (GTK_BOX (self->faults), notice);
  gtk_widget_set_visible (self->faults, TRUE);
}

/* Adding */

static void
on_progress (DeskAttachmentSection *self, guint done, guint total)
{
  g_autofree char *words = total > 0 ? g_strdup_printf (_("Reading %u of %u"), done + 1, total) : NULL;

  gtk_label_set_text (GTK_LABEL (self->progress), words != NULL ? words : "");
  gtk_widget_set_visible (self->progress, total > 0);
  gtk_widget_set_visible (self->stop, total > 0);
}

static void
on_kept (DeskAttachmentSection *self, gint64 act)
{
  if (self->text != NULL)
    desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)),
                            desk_text_act (self->text, desk_use_case_nick (DESK_USE_CASE_ATTACH_FILE), TRUE), act);
}

/* A new try begins without the complaints of the last. */
static void
forget_faults (DeskAttachmentSection *self)
{
  clear_box (self->faults);
  gtk_widget_set_visible (self->faults, FALSE);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, DeskAttachmentSection *self)
{
  if (!may_add (self))
    return FALSE;
  forget_faults (self);
  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    desk_file_intake_add (self->intake, self->kind, self->id, file->data);
  return TRUE;
}

static void
on_chosen_cb (GtkNativeDialog *dialog, int response, DeskAttachmentSection *self)
{
  g_autoptr (GListModel) files
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (files != NULL)
    forget_faults (self);
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      desk_file_intake_add (self->intake, self->kind, self->id, file);
    }
  g_object_unref (dialog);
}

static void
on_add_clicked_cb (DeskAttachmentSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Add Files"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
on_paste_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  DeskAttachmentSection *self = DESK_ATTACHMENT_SECTION (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (!gtk_widget_get_mapped (widget) || !may_add (self))
    return FALSE;
  forget_faults (self);
  return desk_file_intake_paste (self->intake, self->kind, self->id, clipboard, _("Picture"));
}

/* Doing something with one */

static const DeskAttachmentCard *
chosen (DeskAttachmentSection *self)
{
  g_autoptr (GList) list = gtk_flow_box_get_selected_children (GTK_FLOW_BOX (self->tiles));
  int index = list != NULL ? gtk_flow_box_child_get_index (list->data) : -1;

  return index >= 0 && self->shown != NULL && index < (int) self->shown->cards->len ? self->shown->cards->pdata[index]
                                                                                     : NULL;
}

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskAttachmentSection) self = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL && !desk_cancelled (error) && self->text != NULL)
    on_failed (self, error);
  if (saved != NULL && saved->act_id != 0 && self->text != NULL)
    desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)),
                            desk_text_act (self->text, desk_use_case_nick (DESK_USE_CASE_REMOVE_ATTACHMENT), FALSE),
                            saved->act_id);
  desk_use_case_free_result (DESK_USE_CASE_REMOVE_ATTACHMENT, saved);
}

static void
act_open (GtkWidget *widget, const char *action, GVariant *args)
{
  DeskAttachmentSection *self = DESK_ATTACHMENT_SECTION (widget);
  const DeskAttachmentCard *card = chosen (self);

  if (card != NULL)
    desk_file_open (widget, self->engine, card->attachment->record.id);
}

static void
act_save (GtkWidget *widget, const char *action, GVariant *args)
{
  DeskAttachmentSection *self = DESK_ATTACHMENT_SECTION (widget);
  const DeskAttachmentCard *card = chosen (self);

  if (card != NULL)
    desk_file_save_as (widget, self->engine, self->text, card->attachment->record.id, card->attachment->name);
}

static void
act_remove (GtkWidget *widget, const char *action, GVariant *args)
{
  DeskAttachmentSection *self = DESK_ATTACHMENT_SECTION (widget);
  const DeskAttachmentCard *card = chosen (self);
  g_autofree char *key = desk_id_new_key ();

  if (card == NULL || !may_add (self))
    return;
  forget_faults (self);
  desk_engine_call_async (self->engine, DESK_USE_CASE_REMOVE_ATTACHMENT,
                          desk_remove_input_new (key, card->attachment->record.id, card->attachment->record.version), NULL,
                          on_removed_cb, g_object_ref (self));
}

static void
show_menu (DeskAttachmentSection *self, GtkFlowBoxChild *child)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Open"), "files.open");
  g_menu_append (menu, _("Save As…"), "files.save");
  if (may_add (self))
    g_menu_append (menu, _("Remove"), "files.remove");
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (child));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskAttachmentSection *self)
{
  g_autoptr (GList) list = gtk_flow_box_get_selected_children (GTK_FLOW_BOX (self->tiles));
  gboolean menu = keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);

  if (list == NULL || (!menu && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0))
    return FALSE;
  if (menu)
    show_menu (self, list->data);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    act_remove (GTK_WIDGET (self), NULL, NULL);
  else if (keyval == GDK_KEY_s || keyval == GDK_KEY_S)
    act_save (GTK_WIDGET (self), NULL, NULL);
  else
    return FALSE;
  return TRUE;
}

static void
on_right_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, DeskAttachmentSection *self)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_pos (GTK_FLOW_BOX (self->tiles), (int) x, (int) y);

  if (child == NULL)
    return;
  gtk_flow_box_select_child (GTK_FLOW_BOX (self->tiles), child);
  show_menu (self, child);
}

/* Showing */

typedef struct
{
  DeskAttachmentSection *self;
  gint64 id;
} Look;

static void
set_picture (GtkWidget *tile, GdkTexture *texture)
{
  GtkWidget *image = g_object_get_data (G_OBJECT (tile), "desk-image");

  gtk_picture_set_paintable (GTK_PICTURE (image), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (image, TRUE);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (tile), "desk-icon"), FALSE);
}

static GtkWidget *
find_tile (DeskAttachmentSection *self, gint64 id)
{
  for (guint i = 0; self->shown != NULL && i < self->shown->cards->len; i++)
    if (((DeskAttachmentCard *) self->shown->cards->pdata[i])->attachment->record.id == id)
      return GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->tiles), (int) i));
  return NULL;
}

static void
on_thumbnail_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Look *look = data;
  g_autoptr (DeskAttachmentSection) self = look->self;
  DeskThumbnail *thumbnail = desk_engine_call_finish (DESK_ENGINE (source), result, NULL);
  GtkWidget *tile = thumbnail != NULL ? find_tile (self, look->id) : NULL;

  if (tile != NULL && thumbnail->pixels != NULL)
    {
      GdkTexture *texture = gdk_memory_texture_new (thumbnail->width, thumbnail->height, GDK_MEMORY_R8G8B8,
                                                    thumbnail->pixels, (gsize) thumbnail->stride);

      set_picture (tile, texture);
      g_hash_table_insert (self->pictures, g_memdup2 (&look->id, sizeof look->id), texture);
    }
  desk_use_case_free_result (DESK_USE_CASE_GET_THUMBNAIL, thumbnail);
  g_free (look);
}

static void
look_at (DeskAttachmentSection *self, GtkWidget *tile, const DeskAttachment *attachment)
{
  const DeskMedia *media = desk_media_of_mime (attachment->mime);
  GdkTexture *texture = g_hash_table_lookup (self->pictures, &attachment->record.id);
  Look *look;

  if (texture != NULL)
    {
      set_picture (tile, texture);
      return;
    }
  if (media == NULL || media->decoder == NULL)
    return;
  look = g_new (Look, 1);
  *look = (Look){ g_object_ref (self), attachment->record.id };
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_THUMBNAIL,
                          desk_get_input_new (DESK_KIND_ATTACHMENT, attachment->record.id, 0), self->cancellable,
                          on_thumbnail_cb, look);
}

/* Name, size, who and when: what the tooltip says, and a screen reader. */
static char *
describe (DeskAttachmentSection *self, const DeskAttachmentCard *card, const char *name)
{
  g_autofree char *size = g_format_size ((guint64) card->attachment->size);
  g_autofree char *when = desk_text_time_whole (self->text, card->attachment->at);

  return g_strdup_printf ("%s · %s\n%s · %s", name, size, when, card->staff_name);
}

static GtkWidget *
tile_new (DeskAttachmentSection *self, const DeskAttachmentCard *card)
{
  const DeskMedia *media = desk_media_of_mime (card->attachment->mime);
  const char *name = *card->attachment->name != '\0' ? card->attachment->name : _("File");
  g_autofree char *tip = describe (self, card, name);
  GtkWidget *tile = gtk_flow_box_child_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *image = gtk_picture_new (), *icon = gtk_label_new (NULL), *label = gtk_label_new (name);
  g_autofree char *kind = g_utf8_strup (media != NULL ? media->suffix : "", -1);

  gtk_picture_set_can_shrink (GTK_PICTURE (image), TRUE);
  gtk_widget_set_size_request (image, TILE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_set_visible (image, FALSE);
  gtk_label_set_text (GTK_LABEL (icon), kind);
  gtk_widget_add_css_class (icon, "file-kind");
  gtk_widget_set_size_request (icon, TILE_WIDTH, PICTURE_HEIGHT);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (tile), box);
  gtk_widget_set_tooltip_text (tile, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
  g_object_set_data (G_OBJECT (tile), "desk-image", image);
  g_object_set_data (G_OBJECT (tile), "desk-icon", icon);
  return tile;
}

/* Shows what was read; the focus stays at its place among the tiles. */
static void
fill (DeskAttachmentSection *self)
{
  g_autoptr (GList) list = gtk_flow_box_get_selected_children (GTK_FLOW_BOX (self->tiles));
  int index = list != NULL ? gtk_flow_box_child_get_index (list->data) : -1;
  gboolean focused = list != NULL && gtk_widget_has_focus (list->data);
  GtkWidget *child;
  GtkFlowBoxChild *next;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (self->tiles)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->tiles), child);
  for (guint i = 0; i < self->shown->cards->len; i++)
    {
      const DeskAttachmentCard *card = self->shown->cards->pdata[i];
      GtkWidget *tile = tile_new (self, card);

      gtk_flow_box_append (GTK_FLOW_BOX (self->tiles), tile);
      look_at (self, tile, card->attachment);
    }
  gtk_widget_set_visible (self->tiles, self->shown->cards->len > 0);
  gtk_widget_set_visible (self->empty, self->shown->cards->len == 0);
  gtk_widget_set_sensitive (self->add, may_add (self));
  next = index >= 0 ? gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->tiles),
                                                       MIN (index, (int) self->shown->cards->len - 1))
                    : NULL;
  if (next != NULL)
    gtk_flow_box_select_child (GTK_FLOW_BOX (self->tiles), next);
  if (next != NULL && focused)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
on_list_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskAttachmentSection) self = data;
  g_autoptr (GError) error = NULL;
  DeskAttachments *out = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (out == NULL || self->engine == NULL)
    {
      if (error != NULL && !desk_cancelled (error))
        g_info ("files of a page: %s", error->message);
      desk_use_case_free_result (DESK_USE_CASE_LIST_ATTACHMENTS, out);
      return;
    }
  desk_use_case_free_result (DESK_USE_CASE_LIST_ATTACHMENTS, self->shown);
  self->shown = out;
  fill (self);
}

static void
reload (DeskAttachmentSection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_ATTACHMENTS, desk_get_input_new (self->kind, self->id, 0),
                          self->cancellable, on_list_cb, g_object_ref (self));
}

static void
on_changed (DeskAttachmentSection *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_ATTACHMENT))
    reload (self);
}

static void
on_session (DeskAttachmentSection *self)
{
  gtk_widget_set_sensitive (self->add, may_add (self));
}

/* Object */

static void
desk_attachment_section_dispose (GObject *object)
{
  DeskAttachmentSection *self = DESK_ATTACHMENT_SECTION (object);
  GtkWidget **children[] = { &self->menu, &self->head, &self->faults, &self->empty, &self->tiles };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    g_clear_pointer (children[i], gtk_widget_unparent);
  desk_use_case_free_result (DESK_USE_CASE_LIST_ATTACHMENTS, g_steal_pointer (&self->shown));
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_object (&self->intake);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_attachment_section_parent_class)->dispose (object);
}

static void
desk_attachment_section_class_init (DeskAttachmentSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_attachment_section_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "files.open", NULL, act_open);
  gtk_widget_class_install_action (widget_class, "files.save", NULL, act_save);
  gtk_widget_class_install_action (widget_class, "files.remove", NULL, act_remove);
}

static void
build_head (DeskAttachmentSection *self)
{
  GtkWidget *title = gtk_label_new (_("Files"));

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (self->head), title);
  self->progress = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->progress, "caption");
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_box_append (GTK_BOX (self->head), self->progress);
  self->stop = gtk_button_new_with_label (_("Cancel"));
  gtk_widget_add_css_class (self->stop, "small");
  gtk_widget_set_visible (self->stop, FALSE);
  g_signal_connect_swapped (self->stop, "clicked", G_CALLBACK (desk_file_intake_stop), self->intake);
  gtk_box_append (GTK_BOX (self->head), self->stop);
  self->add = desk_button_new (NULL, _("Add File…"), NULL);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "small");
  gtk_widget_set_tooltip_text (self->add, _("Or drop files here, or paste them (Ctrl+V)"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->head), self->add);
  gtk_widget_set_size_request (self->head, -1, 28);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

static void
build_tiles (DeskAttachmentSection *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->tiles = gtk_flow_box_new ();
  gtk_widget_add_css_class (self->tiles, "files");
  gtk_flow_box_set_activate_on_single_click (GTK_FLOW_BOX (self->tiles), FALSE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->tiles), 20);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->tiles), 4);
  gtk_widget_set_halign (self->tiles, GTK_ALIGN_START);
  gtk_widget_set_visible (self->tiles, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tiles), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Files"), -1);
  g_signal_connect_swapped (self->tiles, "child-activated", G_CALLBACK (act_open), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (self->tiles, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_right_click_cb), self);
  gtk_widget_add_controller (self->tiles, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->tiles, GTK_WIDGET (self));
}

static void
add_ways_in (DeskAttachmentSection *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *paste = gtk_shortcut_controller_new ();

  g_signal_connect (drop, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (paste), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (paste),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_paste_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), paste);
}

static void
desk_attachment_section_init (DeskAttachmentSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->pictures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/* Returns: (transfer floating): a section that shows nothing yet. */
GtkWidget *
desk_attachment_section_new (DeskEngine *engine, DeskText *text)
{
  DeskAttachmentSection *self = g_object_new (DESK_TYPE_ATTACHMENT_SECTION, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->intake = desk_file_intake_new (engine);
  g_signal_connect_object (self->intake, "progress", G_CALLBACK (on_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->intake, "kept", G_CALLBACK (on_kept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->intake, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  build_head (self);
  self->faults = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_visible (self->faults, FALSE);
  gtk_widget_set_parent (self->faults, GTK_WIDGET (self));
  self->empty = gtk_label_new (_("Drop pictures and documents here, or paste them with Ctrl+V."));
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "files-empty");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  build_tiles (self);
  add_ways_in (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (on_session), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Shows the files of a record; those of another are gone at once. @id 0: of none. */
void
desk_attachment_section_show (DeskAttachmentSection *self, DeskKind kind, gint64 id)
{
  if (self->kind == kind && self->id == id && self->shown != NULL)
    return;
  self->kind = kind;
  self->id = id;
  g_hash_table_remove_all (self->pictures);
  forget_faults (self);
  gtk_widget_set_visible (self->tiles, FALSE);
  gtk_widget_set_visible (self->empty, id != 0);
  gtk_widget_set_sensitive (self->add, may_add (self));
  reload (self);
}
