/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-filter-menu.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-compose.h"
#include "desk-filter-shelf.h"
#include "desk-id.h"
#include "desk-list-box.h"
#include "desk-notice.h"
#include "desk-pane-registry.h"
#include "desk-text-problem.h"
#include "desk-text-saved-filter.h"
#include "desk-window.h"

#define WIDTH 380

struct _DeskFilterMenu
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskList list;
  const DeskFilterMenuOwner *asks;
  gpointer owner;
  GtkWidget *box, *button, *popover, *rows, *none, *entry, *save, *fault;
  gint64 renaming; /* id of what the entry has the name of, 0: what is shown is to be saved */
  char *key;       /* request key of the next save: two Enters are one */
};

G_DEFINE_FINAL_TYPE (DeskFilterMenu, desk_filter_menu, GTK_TYPE_WIDGET)

static DeskFilterShelf *
shelf_of (DeskFilterMenu *self)
{
  return desk_filter_shelf_of (self->engine);
}

/* Returns: (transfer none) (nullable): the @index-th of this list. */
static const DeskSavedFilterCard *
card_at (DeskFilterMenu *self, guint index)
{
  const GPtrArray *cards = desk_filter_shelf_get_cards (shelf_of (self));
  guint at = 0;

  for (guint i = 0; i < cards->len; i++)
    if (((DeskSavedFilterCard *) cards->pdata[i])->form.list == self->list && at++ == index)
      return cards->pdata[i];
  return NULL;
}

/* What is asked of the store */

static void
done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFilterMenu) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (self->engine == NULL || desk_cancelled (error))
    {
      desk_use_case_free_result (use_case, saved);
      return;
    }
  if (saved == NULL)
    {
      g_autofree char *words = desk_text_error (self->text, error);

      gtk_label_set_text (GTK_LABEL (self->fault), words);
      gtk_widget_set_visible (self->fault, TRUE);
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_grab_focus (self->entry);
      return;
    }
  g_free (self->key);
  self->key = desk_id_new_key ();
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (saved->act_id != 0)
    desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)),
                            use_case == DESK_USE_CASE_REMOVE_FILTER ? _("Saved filter removed") : _("Filter saved"), saved->act_id);
  desk_use_case_free_result (use_case, saved);
}

/* @card: (nullable): what is changed, NULL what is shown becomes one. */
static void
put (DeskFilterMenu *self, const DeskSavedFilterCard *card, const char *name, gboolean pinned)
{
  g_autoptr (DeskRecord) record = card != NULL ? desk_record_copy (card->filter) : desk_record_new (DESK_KIND_SAVED_FILTER);
  DeskSavedFilter *filter = (DeskSavedFilter *) record;

  desk_text_set (&filter->name, name);
  filter->pinned = pinned ? 1 : 0;
  if (card == NULL)
    {
      g_auto (DeskFilterForm) form = { 0 };
      g_autofree char *words = NULL;

      self->asks->describe (self->owner, &form);
      words = desk_filter_form_write (&form);
      desk_text_set (&filter->list_name, desk_list_spec (self->list)->nick);
      desk_text_set (&filter->form, words);
    }
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_FILTER, desk_record_input_new (self->key, record), NULL, done,
                          g_object_ref (self));
}

static void
save (DeskFilterMenu *self)
{
  const DeskSavedFilterCard *card = desk_filter_shelf_find (shelf_of (self), self->renaming);

  put (self, card, gtk_editable_get_text (GTK_EDITABLE (self->entry)), card != NULL && card->filter->pinned != 0);
}

static void
pin (DeskFilterMenu *self, const DeskSavedFilterCard *card)
{
  put (self, card, card->filter->name, card->filter->pinned == 0);
}

static void
drop (DeskFilterMenu *self, const DeskSavedFilterCard *card)
{
  desk_engine_call_async (self->engine, DESK_USE_CASE_REMOVE_FILTER,
                          desk_remove_input_new (self->key, card->filter->record.id, card->filter->record.version), NULL, done,
                          g_object_ref (self));
}

static void
recall (DeskFilterMenu *self, const DeskSavedFilterCard *card)
{
  g_auto (DeskFilterForm) form = { 0 };

  desk_filter_form_copy (&form, &card->form);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (card->lost != DESK_FILTER_LOST_NOTHING)
    {
      g_autofree char *words = desk_text_filter_lost (self->text, card->lost, card->lost_name);

      desk_window_toast (desk_window_of (GTK_WIDGET (self)), words);
    }
  self->asks->show (self->owner, &form);
}

/* The entry */

static void
clear_fault (DeskFilterMenu *self)
{
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_widget_remove_css_class (self->entry, "error");
}

/* @card: (nullable): whose name it has; NULL: a name for what is shown. */
static void
fill_entry (DeskFilterMenu *self, const DeskSavedFilterCard *card)
{
  g_auto (DeskFilterForm) form = { 0 };
  g_autofree char *guess = NULL;

  self->renaming = card != NULL ? card->filter->record.id : 0;
  if (card == NULL)
    self->asks->describe (self->owner, &form);
  guess = card != NULL ? g_strdup (card->filter->name) : desk_text_filter_form (self->text, &form);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), guess);
  gtk_button_set_label (GTK_BUTTON (self->save), card != NULL ? _("Rename") : _("Save"));
  clear_fault (self);
}

static void
rename_it (DeskFilterMenu *self, const DeskSavedFilterCard *card)
{
  fill_entry (self, card);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* Rows */

static const struct
{
  guint key;
  const char *words, *pressed; /* @pressed: of what is pinned */
  const char *cap;
  void (*act) (DeskFilterMenu *self, const DeskSavedFilterCard *card);
} deeds[] = {
  { GDK_KEY_p, N_("Pin"), N_("Unpin"), "P", pin },
  { GDK_KEY_r, N_("Rename"), NULL, "R", rename_it },
  { GDK_KEY_Delete, N_("Remove"), NULL, "Delete", drop },
};

/* Whose pane does not stand in the sidebar has no place there. */
static gboolean
may_pin (DeskFilterMenu *self)
{
  return desk_pane_registry_find_list (self->list) != NULL;
}

static void
deed_clicked (GtkButton *button, DeskFilterMenu *self)
{
  const DeskSavedFilterCard *card
      = desk_filter_shelf_find (shelf_of (self), GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "filter")));
  guint deed = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "deed"));

  if (card != NULL)
    deeds[deed].act (self, card);
}

static void
add_deeds (DeskFilterMenu *self, GtkWidget *box, const DeskSavedFilterCard *card)
{
  for (guint i = may_pin (self) ? 0 : 1; i < G_N_ELEMENTS (deeds); i++)
    {
      const char *words = _(card->filter->pinned != 0 && deeds[i].pressed != NULL ? deeds[i].pressed : deeds[i].words);
      g_autofree char *tooltip = g_strdup_printf ("%s (%s)", words, deeds[i].cap);
      g_autofree char *name = g_strdup_printf ("%s: %s", words, card->filter->name);
      GtkWidget *button = gtk_button_new_with_label (words);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (button), "filter", GINT_TO_POINTER ((int) card->filter->record.id));
      g_object_set_data (G_OBJECT (button), "deed", GUINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (deed_clicked), self);
      gtk_box_append (GTK_BOX (box), button);
    }
}

static GtkWidget *
row_of (DeskFilterMenu *self, const DeskSavedFilterCard *card, guint index)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *name = gtk_label_new (card->filter->name);
  char digit[] = { (char) ('1' + index), '\0' };

  gtk_box_append (GTK_BOX (box), desk_keycap_new (digit));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, card->filter->name);
  gtk_box_append (GTK_BOX (names), name);
  if (card->lost != DESK_FILTER_LOST_NOTHING)
    {
      g_autofree char *words = desk_text_filter_lost (self->text, card->lost, card->lost_name);
      GtkWidget *lost = gtk_label_new (words);

      gtk_widget_add_css_class (lost, "caption");
      gtk_label_set_xalign (GTK_LABEL (lost), 0);
      gtk_label_set_wrap (GTK_LABEL (lost), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (lost), 24);
      gtk_box_append (GTK_BOX (names), lost);
    }
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), names);
  add_deeds (self, box, card);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, card->filter->name, -1);
  return row;
}

static void
fill (DeskFilterMenu *self)
{
  const DeskSavedFilterCard *card;
  guint n = 0;

  desk_list_box_clear (self->rows);
  for (; (card = card_at (self, n)) != NULL; n++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), row_of (self, card, n));
  gtk_widget_set_visible (self->rows, n > 0);
  gtk_widget_set_visible (self->none, n == 0);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), n > 0 ? "starred-symbolic" : "non-starred-symbolic");
}

static void
row_activated (GtkListBox *rows, GtkListBoxRow *row, DeskFilterMenu *self)
{
  const DeskSavedFilterCard *card = card_at (self, (guint) gtk_list_box_row_get_index (row));

  if (card != NULL)
    recall (self, card);
}

/* Digits and letters mean the rows while one of them has the focus; with Ctrl digits do so from the entry, too. */
static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskFilterMenu *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean typing = focus != NULL && gtk_widget_is_ancestor (focus, self->entry);
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  guint32 digit = gdk_keyval_to_unicode (keyval);
  GtkWidget *row = focus != NULL && !typing ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  const DeskSavedFilterCard *card;

  if (desk_compose_is_under_way (self->entry) || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (digit >= '1' && digit <= '9' && typing == control)
    {
      card = card_at (self, digit - '1');
      if (card != NULL)
        recall (self, card);
      return card != NULL;
    }
  card = row != NULL && !control ? card_at (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))) : NULL;
  for (guint i = may_pin (self) ? 0 : 1; card != NULL && i < G_N_ELEMENTS (deeds); i++)
    if (gdk_keyval_to_lower (keyval) == deeds[i].key)
      {
        deeds[i].act (self, card);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* What narrows the list and has no name yet gets one; else one of those there are is chosen. */
static gboolean
is_news (DeskFilterMenu *self)
{
  g_auto (DeskFilterForm) form = { 0 };
  const DeskSavedFilterCard *card;

  self->asks->describe (self->owner, &form);
  for (guint i = 0; (card = card_at (self, i)) != NULL; i++)
    if (desk_filter_form_equal (&form, &card->form))
      return FALSE;
  return form.filter != 0 || form.text != NULL || form.building_id != 0 || form.staff_id != 0 || form.days != DESK_DAYS_ALL
         || form.figured;
}

static void
shown (DeskFilterMenu *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->rows);

  fill_entry (self, NULL);
  if (first != NULL && !is_news (self))
    gtk_widget_grab_focus (first);
  else
    {
      gtk_widget_grab_focus (self->entry);
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
    }
}

/* The rows have the keyboard again, as before it. */
static void
closed (DeskFilterMenu *self)
{
  self->asks->focus (self->owner);
}

/* Object */

static void
desk_filter_menu_dispose (GObject *object)
{
  DeskFilterMenu *self = DESK_FILTER_MENU (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_filter_menu_parent_class)->dispose (object);
}

static void
desk_filter_menu_finalize (GObject *object)
{
  g_free (DESK_FILTER_MENU (object)->key);
  G_OBJECT_CLASS (desk_filter_menu_parent_class)->finalize (object);
}

static void
desk_filter_menu_class_init (DeskFilterMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_filter_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_filter_menu_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_filter_menu_init (DeskFilterMenu *self)
{
  self->key = desk_id_new_key ();
}

static GtkWidget *
build_entry (DeskFilterMenu *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 40);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Name for what is shown"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name for what is shown"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (clear_fault), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (save), self);
  self->save = gtk_button_new_with_label (_("Save"));
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save), self);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->save);
  return line;
}

static void
build_popover (DeskFilterMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = gtk_list_box_new ();
  gtk_widget_add_css_class (self->rows, "rows");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saved filters"), -1);
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (row_activated), self);
  self->none = gtk_label_new (_("Narrow the list, then save it here by a name."));
  gtk_widget_add_css_class (self->none, "dim");
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  self->fault = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->fault, "field-error");
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->fault), 0);
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (box), build_entry (self));
  gtk_box_append (GTK_BOX (box), self->fault);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->popover, keys);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (shown), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed), self);
}

/* Returns: (transfer floating): the button, with a thin line before it. @asks: static. */
GtkWidget *
desk_filter_menu_new (DeskEngine *engine, DeskText *text, DeskList list, const DeskFilterMenuOwner *asks, gpointer owner)
{
  DeskFilterMenu *self = g_object_new (DESK_TYPE_FILTER_MENU, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->list = list;
  self->asks = asks;
  self->owner = owner;
  build_popover (self);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_add_css_class (self->button, "chip");
  gtk_widget_set_tooltip_text (self->button, _("Saved Filters (Ctrl+D)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saved Filters"), -1);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (shelf_of (self), "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

/* Ctrl+D. */
void
desk_filter_menu_open (DeskFilterMenu *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

/* Shows the rows of the saved filter @id. Returns: FALSE where it is not there any more. */
gboolean
desk_filter_menu_recall (DeskFilterMenu *self, gint64 id)
{
  const DeskSavedFilterCard *card = desk_filter_shelf_find (shelf_of (self), id);

  if (card == NULL || card->form.list != self->list)
    return FALSE;
  recall (self, card);
  return TRUE;
}
