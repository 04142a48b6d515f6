/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pick-field.h"

#include <string.h>

#include <glib/gi18n.h>

#include "desk-compose.h"
#include "desk-error.h"
#include "desk-list-box.h"
#include "desk-section.h"
#include "desk-string.h"
#include "desk-text-label.h"

#define MOST_HITS 8

struct _DeskPickField
{
  DeskField parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskKind kind;
  gboolean may_make;
  GtkWidget *entry, *list;
  gint64 picked;
  gint64 whole; /* what was found under just what was typed; 0 nothing */
  gboolean makes_new;
  gboolean quiet;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (DeskPickField, desk_pick_field, DESK_TYPE_FIELD)

static void
hide_list (DeskPickField *self)
{
  desk_list_box_clear (self->list);
  gtk_widget_set_visible (self->list, FALSE);
}

static void
show_state (DeskPickField *self)
{
  gboolean known = self->picked != 0;

  if (known)
    gtk_widget_add_css_class (self->entry, "found");
  else
    gtk_widget_remove_css_class (self->entry, "found");
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                     known            ? "object-select-symbolic"
                                     : self->makes_new ? "list-add-symbolic"
                                                       : NULL);
  desk_field_set_note (DESK_FIELD (self), self->makes_new ? _("A new person of this name will be made.") : NULL);
}

static void
take_row (DeskPickField *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "desk-id");
  const char *words = g_object_get_data (G_OBJECT (row), "desk-words");

  self->makes_new = *id == 0;
  self->picked = *id;
  self->quiet = TRUE;
  if (words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->quiet = FALSE;
  hide_list (self);
  show_state (self);
  desk_field_changed (DESK_FIELD (self));
}

static void
add_row (DeskPickField *self, gint64 id, const char *words, const char *title, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *left = desk_section_cell (title, NULL), *right = desk_section_cell (detail, "caption");
  g_autofree char *name = g_strdup_printf ("%s %s", title, detail);

  gtk_label_set_ellipsize (GTK_LABEL (left), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_can_focus (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "desk-id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (row), "desk-words", g_strdup (words), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_hit (DeskPickField *self, const DeskHit *hit)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  if ((hit->kind == DESK_KIND_PERSON || hit->kind == DESK_KIND_SERVICE_CASE) && hit->unit != NULL)
    g_string_append_printf (detail, "%s ", hit->unit);
  if (hit->role != 0)
    g_string_append_printf (detail, "%s ", desk_text_enum (self->text, &desk_enum_role, hit->role));
  if (hit->detail != NULL)
    g_string_append (detail, hit->detail);
  add_row (self, hit->id, hit->title, hit->title, detail->str);
}

/* A number or label names one record, a name may be several people's. Dashes of a number may be left out; a label's part
 * buildings from doors. */
static gboolean
is_whole (DeskPickField *self, const char *title, const char *typed)
{
  g_autofree char *given = desk_string_clean (typed);
  g_autoptr (GString) number = g_string_new (title);

  if (self->kind == DESK_KIND_PERSON)
    return FALSE;
  if (self->kind == DESK_KIND_SERVICE_CASE && strchr (given, '-') == NULL)
    g_string_replace (number, "-", "", 0);
  return g_ascii_strcasecmp (number->str, given) == 0;
}

static void
show_hits (DeskPickField *self, const DeskHits *hits, const char *typed)
{
  hide_list (self);
  for (guint i = 0; i < hits->hits->len && i < MOST_HITS; i++)
    {
      const DeskHit *hit = hits->hits->pdata[i];

      if (hit->kind != self->kind)
        continue;
      add_hit (self, hit);
      if (self->whole == 0 && is_whole (self, hit->title, typed))
        self->whole = hit->id;
    }
  if (self->may_make)
    {
      g_autofree char *clean = desk_string_clean (typed);
      g_autofree char *label = desk_text_fill (_("New: %1"), (const char *[]){ clean, NULL });

      add_row (self, 0, clean, label, _("makes this person as well"));
    }
  gtk_widget_set_visible (self->list, gtk_widget_get_first_child (self->list) != NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskPickField) self = data;
  g_autoptr (GError) error = NULL;
  DeskHits *hits = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  const char *typed = self->entry != NULL ? desk_pick_field_get_text (self) : NULL;

  if (hits == NULL
      && (g_error_matches (error, DESK_ERROR, DESK_ERROR_CANCELLED)
          || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    return; /* more was typed */
  g_clear_object (&self->asking);
  if (hits != NULL && typed != NULL && !desk_string_is_empty (typed) && self->picked == 0 && !self->makes_new)
    show_hits (self, hits, typed);
  if (hits != NULL)
    desk_use_case_free_result (DESK_USE_CASE_SEARCH, hits);
  if (typed != NULL)
    desk_field_settled (DESK_FIELD (self));
}

static void
changed (GtkEditable *editable, DeskPickField *self)
{
  const char *typed = gtk_editable_get_text (editable);

  if (self->quiet)
    return;
  self->picked = self->whole = 0;
  self->makes_new = FALSE;
  show_state (self);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  desk_field_changed (DESK_FIELD (self));
  if (desk_string_is_empty (typed))
    {
      hide_list (self);
      return;
    }
  self->asking = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_SEARCH,
                          desk_search_input_new (typed, MOST_HITS, self->kind, desk_engine_today (self->engine)),
                          self->asking, found, g_object_ref (self));
}

static void
move (DeskPickField *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  GtkListBoxRow *next
      = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (row != NULL ? gtk_list_box_row_get_index (row) : -1) + by);

  if (next != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskPickField *self)
{
  if (!gtk_widget_get_visible (self->list) || desk_compose_is_under_way (self->entry))
    return FALSE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up)
    move (self, keyval == GDK_KEY_Down ? 1 : -1);
  else if (keyval == GDK_KEY_Escape)
    hide_list (self);
  else
    return FALSE;
  return TRUE;
}

/* Enter takes the marked line; when something is taken already it goes on. The entry says "activate" only when no
 * input method is composing. */
static void
activated (GtkEntry *entry, DeskPickField *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (gtk_widget_get_visible (self->list) && row != NULL)
    take_row (self, row);
  else if (self->asking == NULL) /* else what is found is not there yet: nothing is taken unseen */
    desk_field_next (DESK_FIELD (self));
}

static void
row_clicked (GtkListBox *list, GtkListBoxRow *row, DeskPickField *self)
{
  take_row (self, row);
  gtk_widget_grab_focus (self->entry);
}

static void
left (GtkEventControllerFocus *controller, DeskPickField *self)
{
  gtk_widget_set_visible (self->list, FALSE);
}

static void
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  DeskPickField *self = DESK_PICK_FIELD (field);
  gint64 id = desk_record_get_int (record, spec);

  if (id == 0 || id != self->picked)
    desk_pick_field_set_picked (self, id, id == 0 ? "" : NULL);
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  DeskPickField *self = DESK_PICK_FIELD (field);
  const char *typed = desk_pick_field_get_text (self);

  if (self->picked == 0 && self->whole != 0 && !self->makes_new)
    {
      self->picked = self->whole;
      hide_list (self);
      show_state (self);
    }
  desk_record_set_int (record, spec, self->picked);
  if (self->picked == 0 && !self->makes_new && !desk_string_is_empty (typed))
    {
      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_UNKNOWN_CHOICE, spec->name, -1, typed, NULL));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_looking_up (DeskField *field)
{
  return DESK_PICK_FIELD (field)->asking != NULL;
}

static gboolean
is_empty (DeskField *field)
{
  return desk_string_is_empty (desk_pick_field_get_text (DESK_PICK_FIELD (field)));
}

/* "12 陈建平" what was taken, "0 陈" what was only typed, "new 陈一鸣". */
static char *
get_typed (DeskField *field)
{
  DeskPickField *self = DESK_PICK_FIELD (field);

  if (self->makes_new)
    return g_strconcat ("new ", desk_pick_field_get_text (self), NULL);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", self->picked, desk_pick_field_get_text (self));
}

static void
set_typed (DeskField *field, const char *typed)
{
  DeskPickField *self = DESK_PICK_FIELD (field);
  const char *words = strchr (typed, ' ');

  if (words == NULL)
    return;
  desk_pick_field_set_picked (self, g_ascii_strtoll (typed, NULL, 10), words + 1);
  self->makes_new = self->may_make && g_str_has_prefix (typed, "new ");
  show_state (self);
}

static void
set_wrong (DeskField *field, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (DESK_PICK_FIELD (field)->entry, "error");
  else
    gtk_widget_remove_css_class (DESK_PICK_FIELD (field)->entry, "error");
}

static void
desk_pick_field_dispose (GObject *object)
{
  DeskPickField *self = DESK_PICK_FIELD (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->engine);
  self->entry = NULL;
  G_OBJECT_CLASS (desk_pick_field_parent_class)->dispose (object);
}

static void
desk_pick_field_finalize (GObject *object)
{
  desk_text_unref (DESK_PICK_FIELD (object)->text);
  G_OBJECT_CLASS (desk_pick_field_parent_class)->finalize (object);
}

static void
desk_pick_field_class_init (DeskPickFieldClass *klass)
{
  DeskFieldClass *field_class = DESK_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_pick_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_pick_field_finalize;
  field_class->load = load;
  field_class->store = store;
  field_class->is_empty = is_empty;
  field_class->get_typed = get_typed;
  field_class->set_typed = set_typed;
  field_class->set_wrong = set_wrong;
  field_class->is_looking_up = is_looking_up;
}

static void
desk_pick_field_init (DeskPickField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "rows");
  gtk_widget_add_css_class (self->list, "picks");
  gtk_widget_set_visible (self->list, FALSE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_clicked), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->list);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activated), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (left), self);
  gtk_widget_add_controller (box, focus);
  desk_field_set_input (DESK_FIELD (self), box, self->entry);
}

/* @kind: person, unit or case; @may_make: a name nobody has may be taken. Returns: (transfer floating). */
GtkWidget *
desk_pick_field_new (DeskEngine *engine, DeskText *text, DeskKind kind, gboolean may_make)
{
  DeskPickField *self = g_object_new (DESK_TYPE_PICK_FIELD, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->kind = kind;
  self->may_make = may_make;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  kind == DESK_KIND_UNIT           ? _("Unit, e.g. 3-2-1501")
                                  : kind == DESK_KIND_SERVICE_CASE ? _("Number, e.g. R202611-0042")
                                                                   : _("Name, pinyin or phone"));
  return GTK_WIDGET (self);
}

/* Shows a record as taken: @words is its name or label, NULL leaves what stands there. */
void
desk_pick_field_set_picked (DeskPickField *self, gint64 id, const char *words)
{
  self->picked = id;
  self->whole = 0;
  self->makes_new = FALSE;
  if (words != NULL)
    {
      self->quiet = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
      self->quiet = FALSE;
    }
  hide_list (self);
  show_state (self);
}

/* Returns: the id of what was taken, 0 nothing. */
gint64
desk_pick_field_get_picked (DeskPickField *self)
{
  return self->picked;
}

/* Returns: whether a new person of the name that stands there is wanted. */
gboolean
desk_pick_field_makes_new (DeskPickField *self)
{
  return self->makes_new;
}

/* Returns: (transfer none): what stands there. */
const char *
desk_pick_field_get_text (DeskPickField *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}
