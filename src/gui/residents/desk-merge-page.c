/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-merge-page.h"

#include <glib/gi18n.h>

#include "desk-draft-keeper.h"
#include "desk-error.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-pick-field.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

#define N_SIDES 2

struct _DeskMergePage
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  char *key;
  gint64 ids[N_SIDES];
  DeskPersonPage *pages[N_SIDES];
  GtkWidget *pick, *grid, *keep[N_SIDES], *merge, *outcome, *notices;
  DeskDraftKeeper *keeper;
  gboolean saving;
};

enum
{
  MERGED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskMergePage, desk_merge_page, GTK_TYPE_WIDGET)

static void show (DeskMergePage *self);

/* What is compared, as words */

static char *
numbers_words (const DeskText *text, GPtrArray *numbers, const DeskEnumSpec *kinds)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      const DeskNumber *number = numbers->pdata[i];

      g_string_append_printf (words, "%s%s %s", i > 0 ? "\n" : "", desk_text_enum (text, kinds, number->kind), number->masked);
    }
  return g_string_free (words, FALSE);
}

static char *
units_words (const DeskText *text, const DeskPersonPage *page)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < page->occupancies->len; i++)
    {
      const DeskOccupant *occupant = page->occupancies->pdata[i];
      g_autofree char *days = desk_text_days (text, occupant->occupancy->from_day, occupant->occupancy->to_day);

      g_string_append_printf (words, "%s%s %s %s", i > 0 ? "\n" : "", occupant->unit != NULL ? occupant->unit->label : "",
                              desk_text_enum (text, &desk_enum_role, occupant->occupancy->role), days);
    }
  return g_string_free (words, FALSE);
}

static char *
vehicles_words (const DeskPersonPage *page)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < page->vehicles->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", ((DeskVehicleCard *) page->vehicles->pdata[i])->vehicle->plate);
  return g_string_free (words, FALSE);
}

static void
attach (DeskMergePage *self, const char *words, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words != NULL && *words != '\0' ? words : "—");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, column > 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

static void
attach_side (DeskMergePage *self, int side)
{
  const DeskPersonPage *page = self->pages[side];
  g_autofree char *phones = numbers_words (self->text, page->card->phones, &desk_enum_phone_kind);
  g_autofree char *documents = numbers_words (self->text, page->card->documents, &desk_enum_document_kind);
  g_autofree char *units = units_words (self->text, page);
  g_autofree char *vehicles = vehicles_words (page);

  attach (self, page->card->person->name, side + 1, 1, "strong");
  attach (self, units, side + 1, 2, "fact");
  attach (self, phones, side + 1, 3, "fact");
  attach (self, documents, side + 1, 4, "fact");
  attach (self, vehicles, side + 1, 5, "fact");
  attach (self, page->card->person->note, side + 1, 6, "fact");
}

static guint
kept_side (DeskMergePage *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->keep[1])) ? 1 : 0;
}

static void
show_outcome (DeskMergePage *self)
{
  gtk_label_set_text (GTK_LABEL (self->outcome),
                      self->pages[0] != NULL && self->pages[1] != NULL
                          ? _("Units, phones, documents and vehicles go to the one that is kept. Undo takes them apart.")
                          : "");
}

static void
fill_grid (DeskMergePage *self)
{
  static const char *const names[] = { N_("Full name"), N_("Units"), N_("Phones"), N_("Documents"), N_("Vehicles"), N_("Note") };
  GtkWidget *child;

  for (int row = 1; row <= (int) G_N_ELEMENTS (names); row++)
    for (int column = 0; column <= N_SIDES; column++)
      if ((child = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row)) != NULL)
        gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    attach (self, _(names[i]), 0, (int) i + 1, "fact-name");
  for (int side = 0; side < N_SIDES; side++)
    if (self->pages[side] != NULL)
      attach_side (self, side);
}

static void
show (DeskMergePage *self)
{
  gboolean both = self->pages[0] != NULL && self->pages[1] != NULL;

  fill_grid (self);
  gtk_widget_set_visible (self->grid, self->pages[0] != NULL);
  gtk_widget_set_visible (self->keep[0], both);
  gtk_widget_set_visible (self->keep[1], both);
  gtk_widget_set_sensitive (self->merge, both);
  gtk_widget_set_tooltip_text (self->merge, both ? _("Ctrl+Enter") : _("Choose the other person first."));
  show_outcome (self);
}

/* Reading */

static void
clear_notices (DeskMergePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);
}

static void
say (DeskMergePage *self, const GError *error)
{
  g_autofree char *sentence = desk_text_error (self->text, error);

  clear_notices (self);
  gtk_box_append (GTK_BOX (self->notices), desk_notice_new ("late", "dialog-error-symbolic", sentence, NULL));
}

typedef struct
{
  DeskMergePage *self;
  int side;
  gint64 id;
} Reading;

static void
person_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (DeskMergePage) self = reading->self;
  g_autoptr (GError) error = NULL;
  DeskPersonPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (page == NULL)
    {
      if (self->engine != NULL)
        say (self, error);
      return;
    }
  if (self->engine == NULL || self->ids[reading->side] != reading->id)
    {
      desk_use_case_free_result (DESK_USE_CASE_GET_PERSON_PAGE, page);
      return;
    }
  if (self->pages[reading->side] != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_PERSON_PAGE, self->pages[reading->side]);
  self->pages[reading->side] = page;
  show (self);
  if (self->pages[0] != NULL && self->pages[1] != NULL)
    gtk_widget_grab_focus (self->keep[0]);
}

static void
read_side (DeskMergePage *self, int side, gint64 id)
{
  Reading *reading = g_new0 (Reading, 1);

  self->ids[side] = id;
  reading->self = g_object_ref (self);
  reading->side = side;
  reading->id = id;
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_PERSON_PAGE,
                          desk_get_input_new (DESK_KIND_PERSON, id, desk_engine_today (self->engine)), NULL, person_read,
                          reading);
}

static void
touched (DeskMergePage *self)
{
  if (self->keeper != NULL)
    desk_draft_keeper_touch (self->keeper);
}

static void
other_picked (DeskField *field, DeskMergePage *self)
{
  gint64 id = desk_pick_field_get_picked (DESK_PICK_FIELD (field));

  if (id != 0 && id != self->ids[1])
    read_side (self, 1, id);
  touched (self);
}

/* What is chosen and not merged yet */

static GHashTable *
gather (gpointer owner)
{
  DeskMergePage *self = owner;
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (words, g_strdup ("kept"), g_strdup_printf ("%u", kept_side (self)));
  g_hash_table_insert (words, g_strdup ("other"), g_strdup_printf ("%" G_GINT64_FORMAT, self->ids[1]));
  if (self->pick != NULL)
    g_hash_table_insert (words, g_strdup ("typed"), desk_field_get_typed (DESK_FIELD (self->pick)));
  return words;
}

static void
discard_clicked (GtkButton *button, DeskMergePage *self)
{
  clear_notices (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->keep[0]), TRUE);
  if (self->pick != NULL)
    {
      self->ids[1] = 0;
      desk_use_case_free_result (DESK_USE_CASE_GET_PERSON_PAGE, g_steal_pointer (&self->pages[1]));
      desk_pick_field_set_picked (DESK_PICK_FIELD (self->pick), 0, "");
      show (self);
    }
  g_free (self->key);
  self->key = desk_id_new_key ();
  desk_draft_keeper_set_origin (self->keeper, self->key, 0);
  desk_draft_keeper_begin (self->keeper);
}

static void
restore (gpointer owner, const DeskDraft *draft, GHashTable *fields)
{
  DeskMergePage *self = owner;
  const char *typed = g_hash_table_lookup (fields, "typed"), *other = g_hash_table_lookup (fields, "other");
  gint64 id = other != NULL ? g_ascii_strtoll (other, NULL, 10) : 0;

  g_free (self->key);
  self->key = g_strdup (draft->request_key);
  if (typed != NULL && self->pick != NULL)
    desk_field_set_typed (DESK_FIELD (self->pick), typed);
  if (id != 0 && id != self->ids[1])
    read_side (self, 1, id);
  if (g_strcmp0 (g_hash_table_lookup (fields, "kept"), "1") == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->keep[1]), TRUE);
  clear_notices (self);
  gtk_box_append (GTK_BOX (self->notices), desk_draft_notice_new (self->text, draft->at, desk_engine_now (self->engine),
                                                                  G_CALLBACK (discard_clicked), self));
}

static void
keep_choice (DeskMergePage *self)
{
  static const DeskDraftKeeperFuncs funcs = { gather, restore };
  g_autofree char *form = g_strdup_printf ("residents:merge/%d/%" G_GINT64_FORMAT "/%d/%" G_GINT64_FORMAT, DESK_KIND_PERSON,
                                           self->ids[0], DESK_KIND_PERSON, self->ids[0]);

  self->keeper = desk_draft_keeper_new (self->engine, form, _("Merge Two People into One"), &funcs, self);
  desk_draft_keeper_set_origin (self->keeper, self->key, 0);
  desk_draft_keeper_begin (self->keeper);
  desk_draft_keeper_look (self->keeper);
}

/* Merging */

static void
merged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskMergePage) self = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  self->saving = FALSE;
  if (saved != NULL)
    {
      gint64 act = saved->act_id;

      desk_draft_keeper_drop (self->keeper);
      desk_use_case_free_result (DESK_USE_CASE_MERGE_PEOPLE, saved);
      g_signal_emit (self, signals[MERGED], 0, self->ids[kept_side (self)], act);
    }
  else if (g_error_matches (error, DESK_ERROR, DESK_ERROR_DUPLICATE))
    g_signal_emit (self, signals[MERGED], 0, self->ids[kept_side (self)], (gint64) 0);
  else if (self->engine != NULL)
    say (self, error);
}

static void
merge (DeskMergePage *self)
{
  guint kept = kept_side (self);

  if (self->saving || self->pages[0] == NULL || self->pages[1] == NULL)
    return;
  self->saving = TRUE;
  desk_engine_call_async (self->engine, DESK_USE_CASE_MERGE_PEOPLE,
                          desk_merge_input_new (self->key, self->ids[kept], self->ids[1 - kept]), NULL, merged,
                          g_object_ref (self));
}

static void
leave (DeskMergePage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskMergePage *self)
{
  if (keyval == GDK_KEY_Escape)
    leave (self);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    merge (self);
  else
    return FALSE;
  return TRUE;
}

/* Object */

static void
desk_merge_page_dispose (GObject *object)
{
  DeskMergePage *self = DESK_MERGE_PAGE (object);
  GtkWidget *child;

  if (self->keeper != NULL)
    {
      desk_draft_keeper_flush (self->keeper);
      g_object_run_dispose (G_OBJECT (self->keeper));
    }
  g_clear_object (&self->keeper);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_merge_page_parent_class)->dispose (object);
}

static void
desk_merge_page_finalize (GObject *object)
{
  DeskMergePage *self = DESK_MERGE_PAGE (object);

  for (int side = 0; side < N_SIDES; side++)
    if (self->pages[side] != NULL)
      desk_use_case_free_result (DESK_USE_CASE_GET_PERSON_PAGE, self->pages[side]);
  desk_text_unref (self->text);
  g_free (self->key);
  G_OBJECT_CLASS (desk_merge_page_parent_class)->finalize (object);
}

static void
desk_merge_page_class_init (DeskMergePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_merge_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_merge_page_finalize;
  signals[MERGED] = g_signal_new ("merged", DESK_TYPE_MERGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT64, G_TYPE_INT64);
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_MERGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_merge_page_init (DeskMergePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->key = desk_id_new_key ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
build_foot (DeskMergePage *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *cancel = desk_button_new (NULL, _("Cancel"), "Esc");

  gtk_widget_add_css_class (foot, "form-foot");
  self->outcome = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->outcome, "outcome");
  gtk_label_set_xalign (GTK_LABEL (self->outcome), 1);
  gtk_label_set_wrap (GTK_LABEL (self->outcome), TRUE);
  gtk_widget_set_hexpand (self->outcome, TRUE);
  gtk_box_append (GTK_BOX (foot), self->outcome);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (leave), self);
  gtk_box_append (GTK_BOX (foot), cancel);
  self->merge = desk_button_new (NULL, _("Merge"), "Ctrl+Enter");
  gtk_widget_add_css_class (self->merge, "suggested-action");
  g_signal_connect_swapped (self->merge, "clicked", G_CALLBACK (merge), self);
  gtk_box_append (GTK_BOX (foot), self->merge);
  return foot;
}

static GtkWidget *
build_body (DeskMergePage *self, gboolean ask_other)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (body, "form-body");
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (body), self->notices);
  if (ask_other)
    {
      self->pick = desk_pick_field_new (self->engine, self->text, DESK_KIND_PERSON, FALSE);
      desk_field_bind (DESK_FIELD (self->pick), DESK_KIND_OCCUPANCY, "person_id", _("The other"), NULL);
      g_signal_connect (self->pick, "changed", G_CALLBACK (other_picked), self);
      gtk_box_append (GTK_BOX (body), self->pick);
    }
  self->grid = gtk_grid_new ();
  gtk_widget_add_css_class (self->grid, "facts");
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 20);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 8);
  for (int side = 0; side < N_SIDES; side++)
    {
      self->keep[side] = gtk_toggle_button_new_with_label (_("Keep This One"));
      gtk_widget_set_halign (self->keep[side], GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (self->grid), self->keep[side], side + 1, 0, 1, 1);
    }
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->keep[1]), GTK_TOGGLE_BUTTON (self->keep[0]));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->keep[0]), TRUE);
  g_signal_connect_swapped (self->keep[0], "toggled", G_CALLBACK (touched), self);
  gtk_box_append (GTK_BOX (body), self->grid);
  return body;
}

/* Puts the focus where something is still to be chosen: into the field of the other person, or on who is kept. */
void
desk_merge_page_focus (DeskMergePage *self)
{
  if (self->pick != NULL && self->ids[1] == 0)
    desk_field_focus (DESK_FIELD (self->pick));
  else
    gtk_widget_grab_focus (self->keep[0]);
}

/* @other: 0: it is asked for here. Returns: (transfer floating). */
GtkWidget *
desk_merge_page_new (DeskEngine *engine, DeskText *text, gint64 one, gint64 other)
{
  DeskMergePage *self = g_object_new (DESK_TYPE_MERGE_PAGE, NULL);
  GtkWidget *title = gtk_label_new (_("Merge Two People into One")), *scrolled = gtk_scrolled_window_new ();

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "desk-title");
  gtk_widget_add_css_class (title, "form-title");
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), build_body (self, other == 0));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  gtk_widget_set_parent (build_foot (self), GTK_WIDGET (self));
  show (self);
  read_side (self, 0, one);
  if (other != 0)
    read_side (self, 1, other);
  keep_choice (self);
  return GTK_WIDGET (self);
}
