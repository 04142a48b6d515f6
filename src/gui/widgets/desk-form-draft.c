/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-form-private.h"

#include <glib/gi18n.h>

#include "desk-id.h"
#include "desk-notice.h"
#include "desk-text-figure.h"

/* What is typed into a form and not saved: kept while it is typed, there again when its author opens the form. */

static void
typed_clear (gpointer data)
{
  g_free (((DeskFormTyped *) data)->name);
}

void
desk_form_draft_init (DeskForm *self)
{
  self->typed = g_array_new (FALSE, FALSE, sizeof (DeskFormTyped));
  g_array_set_clear_func (self->typed, typed_clear);
  self->kept = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->kept, "form-notices");
  gtk_widget_set_parent (self->kept, GTK_WIDGET (self));
}

/* Fields of several kinds of record may have one name. */
static char *
name_of (DeskField *field)
{
  return g_strconcat (desk_kind_nick (desk_field_get_kind (field)), ".", desk_field_get_name (field), NULL);
}

static GHashTable *
gather (gpointer owner)
{
  DeskForm *self = owner;
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->fields->len; i++)
    g_hash_table_insert (words, name_of (self->fields->pdata[i]), desk_field_get_typed (self->fields->pdata[i]));
  for (guint i = 0; i < self->typed->len; i++)
    {
      const DeskFormTyped *typed = &g_array_index (self->typed, DeskFormTyped, i);

      g_hash_table_insert (words, g_strdup (typed->name), typed->get (typed->widget));
    }
  return words;
}

/* Puts kept words into the fields, in their order; @only: (nullable): into this one. */
static void
put_back (DeskForm *self, const char *only)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      g_autofree char *name = name_of (self->fields->pdata[i]);
      const char *words = g_hash_table_lookup (self->restored, name);

      if (words != NULL && (only == NULL || g_str_equal (only, name)))
        desk_field_set_typed (self->fields->pdata[i], words);
    }
  for (guint i = 0; i < self->typed->len; i++)
    {
      const DeskFormTyped *typed = &g_array_index (self->typed, DeskFormTyped, i);
      const char *words = g_hash_table_lookup (self->restored, typed->name);

      if (words != NULL && (only == NULL || g_str_equal (only, typed->name)))
        typed->set (typed->widget, words);
    }
  desk_form_touch (self);
}

/* The notice */

static void
hide_kept (DeskForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->kept)) != NULL)
    gtk_box_remove (GTK_BOX (self->kept), child);
}

/* Nobody wants the words: the form is as it was read, and saving it takes a new key. */
static void
discard_clicked (GtkButton *button, DeskForm *self)
{
  g_clear_pointer (&self->restored, g_hash_table_unref);
  g_free (self->key);
  self->key = desk_id_new_key ();
  self->record->version = self->read_version;
  desk_form_clear_problems (self);
  desk_form_load (self);
  desk_form_focus (self);
}

static void
show_kept (DeskForm *self)
{
  gint64 at = self->keeper != NULL ? desk_draft_keeper_get_time (self->keeper) : 0;

  hide_kept (self);
  gtk_box_append (GTK_BOX (self->kept), desk_draft_notice_new (self->text, at, desk_engine_now (self->engine),
                                                               G_CALLBACK (discard_clicked), self));
}

static void
restore (gpointer owner, const DeskDraft *draft, GHashTable *fields)
{
  DeskForm *self = owner;

  g_clear_pointer (&self->restored, g_hash_table_unref);
  self->restored = g_hash_table_ref (fields);
  g_free (self->key);
  self->key = g_strdup (draft->request_key);
  self->read_version = self->record->version;
  /* Saved over what others did meanwhile only when its author says so. */
  self->record->version = draft->version;
  put_back (self, NULL);
  show_kept (self);
  desk_form_focus (self);
}

/* Names of forms */

/* A form without a name of its own: what saving it does, to which record, and what that hangs on. */
static char *
name_by_record (DeskForm *self)
{
  const DeskRecordSpec *spec = desk_record_spec (self->record->kind);
  GString *name = g_string_new ("form:");

  g_string_append_printf (name, "%s/%d/%" G_GINT64_FORMAT, desk_use_case_nick (self->use_case), self->record->kind,
                          self->record->id);
  for (guint i = 0; self->record->id == 0 && i < spec->n_fields; i++)
    if (spec->fields[i].type == DESK_FIELD_REF && desk_record_get_int (self->record, &spec->fields[i]) != 0)
      g_string_append_printf (name, "/%s=%" G_GINT64_FORMAT, spec->fields[i].name,
                              desk_record_get_int (self->record, &spec->fields[i]));
  return g_string_free (name, FALSE);
}

static void
start (DeskForm *self)
{
  static const DeskDraftKeeperFuncs funcs = { gather, restore };

  if (self->engine == NULL || desk_engine_get_drafts (self->engine) == NULL)
    return;
  if (self->draft_name == NULL)
    self->draft_name = name_by_record (self);
  self->keeper = desk_draft_keeper_new (self->engine, self->draft_name, gtk_label_get_text (GTK_LABEL (self->title)),
                                        &funcs, self);
  desk_draft_keeper_set_origin (self->keeper, self->key, self->record->version);
  desk_draft_keeper_begin (self->keeper);
  desk_draft_keeper_look (self->keeper);
}

/* Shown for the first time it looks for kept words; shown again it says that it has some. */
void
desk_form_draft_shown (DeskForm *self)
{
  if (self->keeper == NULL)
    start (self);
  else if (self->dirty)
    show_kept (self);
}

void
desk_form_draft_hidden (DeskForm *self)
{
  if (self->keeper != NULL)
    desk_draft_keeper_flush (self->keeper);
}

/* The fields show the record: what was typed before is gone. */
void
desk_form_draft_loaded (DeskForm *self)
{
  hide_kept (self);
  if (self->keeper == NULL)
    return;
  desk_draft_keeper_set_origin (self->keeper, self->key, self->record->version);
  desk_draft_keeper_begin (self->keeper);
}

/* The record is saved or gone: nothing is left to keep. */
void
desk_form_draft_done (DeskForm *self)
{
  hide_kept (self);
  if (self->keeper != NULL)
    desk_draft_keeper_drop (self->keeper);
}

void
desk_form_draft_dispose (DeskForm *self)
{
  if (self->keeper == NULL)
    return;
  desk_draft_keeper_flush (self->keeper);
  g_object_run_dispose (G_OBJECT (self->keeper));
  g_clear_object (&self->keeper);
}

/* How the form is called in the drafts, before it is shown: "residents:new/9/0/4/12". What stands before the colon is
 * the pane that can open it again; forms without a name get one by their record and come back when they are opened. */
void
desk_form_set_draft_name (DeskForm *self, const char *name)
{
  g_return_if_fail (self->keeper == NULL);
  g_free (self->draft_name);
  self->draft_name = g_strdup (name);
}

/* Like desk_form_add_widget(), for one that is typed into: its words are kept as well. */
void
desk_form_add_typed (DeskForm *self, GtkWidget *widget, const char *name, DeskFormGetTyped get, DeskFormSetTyped set)
{
  DeskFormTyped typed = { g_strdup (name), widget, get, set };

  g_array_append_val (self->typed, typed);
  desk_form_add_widget (self, widget);
}

/* Field @name (with its kind: "unit.building_id") got what stands there from the store, after the form was loaded:
 * nobody typed it. Kept words of it stand again. */
void
desk_form_settle (DeskForm *self, const char *name)
{
  if (self->keeper == NULL)
    return;
  desk_draft_keeper_settle (self->keeper, name);
  if (self->restored != NULL && g_hash_table_contains (self->restored, name))
    put_back (self, name);
}
