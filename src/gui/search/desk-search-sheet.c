/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-sheet.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-search-order.h"
#include "desk-search-preview.h"
#include "desk-search-row.h"
#include "desk-text-label.h"
#include "desk-text-figure.h"
#include "desk-window.h"

#define LIMIT 50
#define MOST_OF_A_KIND 4
#define ROWS_AT_ONCE 12 /* what the sheet shows without scrolling, and a bit */
#define REST_MS 80      /* so long without a character, and the typing rests */
#define SHEET_WIDTH 900
#define PREVIEW_FROM 720
#define BODY_HEIGHT 470
#define AROUND_BODY 150 /* entry, chips and foot with the sheet's margins */

struct _DeskSearchSheet
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkButton *scrim;
  GtkBox *sheet;
  GtkEntry *entry;
  GtkBox *chips;
  GtkBox *body;
  GtkStack *results;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkLabel *word;
  DeskSearchPreview *preview;

  /* Owned references */
  DeskEngine *engine;
  DeskText *text;
  GCancellable *cancellable;
  DeskHits *hits;  /* (nullable): what was found */
  GPtrArray *rows; /* (nullable): its hits in the order of the list */

  GtkWidget *came_from; /* weak: where the focus goes back to */
  DeskKind kind;        /* the chip that is pressed, NONE: all */
  gint64 counts[DESK_N_KINDS];
  guint n_shown; /* so many of the rows stand in the list; those behind them are kept, hidden */
  guint rest_id;
  gboolean open;
  gboolean composing;  /* an input method holds unfinished text */
  gboolean asked;      /* an answer is on its way */
  gboolean open_first; /* Enter came before the answer */
};

enum
{
  PROP_0,
  PROP_OPEN,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskSearchSheet, desk_search_sheet, ADW_TYPE_BIN)

static void ask (DeskSearchSheet *self);

static void
set_asked (DeskSearchSheet *self, gboolean asked)
{
  if (self->asked == asked)
    return;
  self->asked = asked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static const char *
typed (DeskSearchSheet *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* Chips: all kinds, then each; the count is of the whole */

static void
on_chip_toggled_cb (GtkToggleButton *chip, gpointer user_data)
{
  DeskSearchSheet *self = user_data;
  DeskKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "desk-kind"));

  if (gtk_toggle_button_get_active (chip) && kind != self->kind)
    {
      self->kind = kind;
      ask (self);
    }
}

static GtkWidget *
add_chip (DeskSearchSheet *self, DeskKind kind, const char *title)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *count = gtk_label_new ("");
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_focusable (chip, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (chip), "desk-kind", GINT_TO_POINTER (kind));
  g_object_set_data (G_OBJECT (chip), "desk-count", count);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (first));
  gtk_box_append (self->chips, chip);
  g_signal_connect (chip, "toggled", G_CALLBACK (on_chip_toggled_cb), self);
  return chip;
}

static void
make_chips (DeskSearchSheet *self)
{
  const DeskSearchKind *kinds;
  guint n = desk_search_kinds (&kinds);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (add_chip (self, DESK_KIND_NONE, _("All"))), TRUE);
  for (guint i = 0; i < n; i++)
    add_chip (self, kinds[i].kind, desk_text_kinds (self->text, kinds[i].kind));
}

/* The store looks no further than LIMIT of a kind: so many is "50+". */
static char *
count_words (gint64 n, gboolean more)
{
  g_autofree char *words = desk_text_number (n);

  return g_strconcat (words, more ? "+" : "", NULL);
}

static void
show_counts (DeskSearchSheet *self)
{
  gint64 all = 0;
  gboolean all_more = FALSE;

  for (guint i = 0; i < DESK_N_KINDS; i++)
    {
      all += self->counts[i];
      all_more |= self->counts[i] >= LIMIT;
    }
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      DeskKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "desk-kind"));
      gint64 n = kind == DESK_KIND_NONE ? all : self->counts[kind];
      g_autofree char *words = count_words (n, kind == DESK_KIND_NONE ? all_more : n >= LIMIT);

      gtk_label_set_label (g_object_get_data (G_OBJECT (chip), "desk-count"), *typed (self) != '\0' ? words : "");
      if (n == 0)
        gtk_widget_add_css_class (chip, "empty");
      else
        gtk_widget_remove_css_class (chip, "empty");
    }
}

/* Tab and Shift+Tab go round the chips. */
static void
turn_chip (DeskSearchSheet *self, gboolean back)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  GtkWidget *next;

  while (chip != NULL && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
    chip = gtk_widget_get_next_sibling (chip);
  if (chip == NULL)
    return;
  next = back ? gtk_widget_get_prev_sibling (chip) : gtk_widget_get_next_sibling (chip);
  if (next == NULL)
    next = back ? gtk_widget_get_last_child (GTK_WIDGET (self->chips))
                : gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (next), TRUE);
}

/* The list */

static void
on_more_clicked_cb (GtkButton *button, gpointer user_data)
{
  DeskSearchSheet *self = user_data;
  DeskKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-kind"));

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "desk-kind")) == (int) kind)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
}

static void
add_more_button (DeskSearchSheet *self, GtkBox *box, DeskKind kind, gint64 more)
{
  gboolean many = more + MOST_OF_A_KIND >= LIMIT;
  g_autofree char *words = many ? g_strdup (_("More"))
                                : g_strdup_printf (ngettext ("%d more", "%d more", (gulong) more), (int) more);
  GtkWidget *button = gtk_button_new_with_label (words);

  g_object_set_data (G_OBJECT (button), "desk-kind", GINT_TO_POINTER (kind));
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-number");
  g_signal_connect (button, "clicked", G_CALLBACK (on_more_clicked_cb), self);
  gtk_box_append (box, button);
}

/* How many of a kind are shown at most, 0 all: a kind that stands alone needs no heading's "more". */
static guint
most_of_a_kind (DeskSearchSheet *self)
{
  guint n = 0;

  for (guint i = 0; i < DESK_N_KINDS; i++)
    n += self->counts[i] > 0;
  return self->kind == DESK_KIND_NONE && n > 1 ? MOST_OF_A_KIND : 0;
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  DeskSearchSheet *self = user_data;
  DeskKind kind = desk_search_row_get_kind (row);
  guint most = most_of_a_kind (self);
  GtkWidget *box, *title, *count;
  g_autofree char *words = NULL;

  if (before != NULL && desk_search_row_get_kind (before) == kind)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  words = count_words (self->counts[kind], self->counts[kind] >= LIMIT);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  title = gtk_label_new (desk_text_kinds (self->text, kind));
  count = gtk_label_new (words);
  gtk_widget_add_css_class (box, "group");
  gtk_widget_add_css_class (title, "strong");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_set_hexpand (count, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count), 0);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  if (most > 0 && self->counts[kind] > most)
    add_more_button (self, GTK_BOX (box), kind, self->counts[kind] - most);
  gtk_list_box_row_set_header (row, box);
}

static void
say (DeskSearchSheet *self, const char *sentence)
{
  gtk_label_set_label (self->word, sentence);
  gtk_stack_set_visible_child_name (self->results, "word");
  desk_search_preview_show (self->preview, DESK_KIND_NONE, 0);
}

/* Lets @n rows stand in the list; a row that has been made stays, hidden, for the next answer. */
static void
show_rows (DeskSearchSheet *self, guint n)
{
  GtkListBoxRow *row;

  for (; self->n_shown < n; self->n_shown++)
    {
      const DeskHit *hit = self->rows->pdata[self->n_shown];

      row = gtk_list_box_get_row_at_index (self->list, (int) self->n_shown);
      if (row != NULL)
        {
          desk_search_row_set (row, hit, self->text);
          gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
          continue;
        }
      row = GTK_LIST_BOX_ROW (desk_search_row_new ());
      desk_search_row_set (row, hit, self->text); /* first: its heading is made when it comes into the list */
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }
  for (guint i = n; (row = gtk_list_box_get_row_at_index (self->list, (int) i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  gtk_list_box_invalidate_headers (self->list);
}

static void
show_all_rows (DeskSearchSheet *self)
{
  if (self->rows != NULL && self->n_shown < self->rows->len)
    show_rows (self, self->rows->len);
}

static void
empty_list (DeskSearchSheet *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->hits != NULL)
    desk_use_case_free_result (DESK_USE_CASE_SEARCH, g_steal_pointer (&self->hits));
  self->n_shown = 0;
}

/* Returns: (transfer none) (nullable): the row that Enter opens; a hidden one stays selected, and is none. */
static GtkListBoxRow *
chosen_row (DeskSearchSheet *self)
{
  return self->n_shown > 0 ? gtk_list_box_get_selected_row (self->list) : NULL;
}

static void
show_preview (DeskSearchSheet *self)
{
  GtkListBoxRow *row = chosen_row (self);
  DeskKind kind;

  if (row == NULL)
    return;
  kind = desk_search_row_get_kind (row);
  if (kind == DESK_KIND_UNIT || kind == DESK_KIND_PERSON)
    desk_search_preview_show (self->preview, kind, desk_search_row_get_id (row));
  else
    desk_search_preview_show (self->preview, DESK_KIND_UNIT, desk_search_row_get_unit_id (row));
}

/* What nobody looks at while typing comes when the typing, or a held arrow key, rests: what is known of the selected
 * row, and the rows below the edge. */

static gboolean
on_rest_cb (gpointer user_data)
{
  DeskSearchSheet *self = user_data;

  self->rest_id = 0;
  show_preview (self);
  show_all_rows (self);
  return G_SOURCE_REMOVE;
}

static void
stop_rest (DeskSearchSheet *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
}

static void
rest_soon (DeskSearchSheet *self)
{
  stop_rest (self);
  self->rest_id = g_timeout_add (REST_MS, on_rest_cb, self);
}

/* @hits: (transfer full) */
static void
fill_list (DeskSearchSheet *self, DeskHits *hits)
{
  empty_list (self);
  self->hits = hits;
  self->rows = desk_search_order (hits, most_of_a_kind (self));
  show_rows (self, MIN (self->rows->len, ROWS_AT_ONCE));
  if (self->rows->len == 0)
    {
      g_autofree char *sentence = g_strdup_printf (_("Nothing is called “%s”."), typed (self));

      say (self, sentence);
      return;
    }
  gtk_stack_set_visible_child_name (self->results, "hits");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  rest_soon (self); /* also where the same row stays selected: it shows another hit */
}

static void
open_row (DeskSearchSheet *self, GtkListBoxRow *row)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  DeskKind kind = desk_search_row_get_kind (row);
  gint64 id = desk_search_row_get_id (row);
  gint64 unit_id = desk_search_row_get_unit_id (row);
  gboolean own = kind == DESK_KIND_UNIT || kind == DESK_KIND_PERSON;

  desk_search_sheet_close (self);
  desk_window_open_record (window, own ? kind : DESK_KIND_UNIT, own ? id : unit_id);
}

/* Asking */

static void
on_hits_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskSearchSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskHits *hits = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (hits == NULL && desk_cancelled (error))
    return;
  set_asked (self, FALSE);
  if (hits == NULL)
    {
      g_warning ("search failed: %s", error->message);
      return;
    }
  for (guint i = 0; i < DESK_N_KINDS; i++)
    if (self->kind == DESK_KIND_NONE || hits->counts[i] > 0)
      self->counts[i] = hits->counts[i];
  show_counts (self);
  fill_list (self, hits);
  if (self->open_first && chosen_row (self) != NULL)
    open_row (self, chosen_row (self));
  self->open_first = FALSE;
}

static void
ask (DeskSearchSheet *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  stop_rest (self);
  self->open_first = FALSE;
  if (self->engine == NULL || *typed (self) == '\0')
    set_asked (self, FALSE);
  if (self->engine == NULL)
    return;
  if (*typed (self) == '\0')
    {
      memset (self->counts, 0, sizeof self->counts);
      show_counts (self);
      empty_list (self);
      show_rows (self, 0);
      say (self, _("Type part of a room number, a name, a phone or a plate."));
      return;
    }
  self->cancellable = g_cancellable_new ();
  set_asked (self, TRUE);
  desk_engine_call_async (self->engine, DESK_USE_CASE_SEARCH,
                          desk_search_input_new (typed (self), LIMIT, self->kind, desk_engine_today (self->engine)),
                          self->cancellable, on_hits_cb, g_object_ref (self));
}

static void
on_text_changed_cb (DeskSearchSheet *self)
{
  gboolean some = *typed (self) != '\0';

  if (some != (gtk_entry_get_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY) != NULL))
    {
      gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, some ? "edit-clear-symbolic" : NULL);
      gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY, some ? _("Clear") : NULL);
    }
  ask (self);
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
  GtkListBoxRow *row = chosen_row (self);

  if (self->composing)
    return;
  if (self->asked)
    self->open_first = TRUE;
  else if (row != NULL && *typed (self) != '\0')
    open_row (self, row);
}

static void
on_row_activated_cb (DeskSearchSheet *self, GtkListBoxRow *row)
{
  open_row (self, row);
}

static void
on_preview_open_cb (DeskSearchSheet *self)
{
  on_activate_cb (self);
}

static void
on_row_selected_cb (DeskSearchSheet *self, GtkListBoxRow *row)
{
  if (row != NULL)
    rest_soon (self);
}

static void
on_preedit_changed_cb (DeskSearchSheet *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

/* Keys. They come here after the entry, so an input method has taken what belongs to it. */

static int
last_index (DeskSearchSheet *self)
{
  return self->rows != NULL ? (int) self->rows->len - 1 : -1;
}

/* Keeps the selected row in sight; the first one with its group's heading. */
static void
scroll_to (DeskSearchSheet *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (gtk_list_box_row_get_index (row) == 0)
    gtk_adjustment_set_value (adjustment, 0);
  else if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
move_to (DeskSearchSheet *self, int index)
{
  GtkListBoxRow *row;

  if (last_index (self) < 0)
    return;
  if (index >= (int) self->n_shown)
    show_all_rows (self);
  row = gtk_list_box_get_row_at_index (self->list, CLAMP (index, 0, last_index (self)));
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      scroll_to (self, row);
    }
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  DeskSearchSheet *self = user_data;
  GtkListBoxRow *row = chosen_row (self);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (self->composing)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Escape:
      desk_search_sheet_close (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_to (self, index + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_to (self, index - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move_to (self, index + 8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move_to (self, index - 8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      turn_chip (self, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_F8:
      if (self->rest_id != 0)
        {
          stop_rest (self);
          on_rest_cb (self);
        }
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

  if (self->composing || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    move_to (self, 0);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    move_to (self, last_index (self));
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
      ask (self);
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
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  stop_rest (self);
  set_asked (self, FALSE);
  self->open_first = FALSE;
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
  desk_search_preview_set_engine (self->preview, engine, text);
  make_chips (self);
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

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->came_from);
  g_clear_object (&self->engine);
  stop_rest (self);
  if (self->list != NULL)
    {
      gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
      empty_list (self);
    }
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

  g_type_ensure (DESK_TYPE_SEARCH_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/search/desk-search-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, scrim);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, sheet);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, chips);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, body);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, results);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, list);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, word);
  gtk_widget_class_bind_template_child (widget_class, DeskSearchSheet, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_child_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_search_sheet_close);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_icon_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
desk_search_sheet_init (DeskSearchSheet *self)
{
  GtkEventController *after, *before;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_func, self, NULL);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "preedit-changed",
                           G_CALLBACK (on_preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "open", G_CALLBACK (on_preview_open_cb), self, G_CONNECT_SWAPPED);
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
