/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-draft-keeper.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-text-figure.h"

/* From the first letter to the write; the write itself takes the rest of the two seconds that are promised. */
#define KEEP_AFTER_MS 1000

struct _DeskDraftKeeper
{
  GObject parent_instance;
  DeskEngine *engine; /* (nullable): whose drafts they are */
  DeskDrafts *drafts; /* (nullable): borrowed: nowhere to keep */
  gint64 staff_id; /* who opened the form */
  char *form, *title, *key;
  gint64 version;
  const DeskDraftKeeperFuncs *funcs;
  gpointer owner;       /* not owned: the owner drops us before it goes */
  GHashTable *baseline; /* what stood in the fields at the beginning */
  char *kept;           /* (nullable): the words the drafts have */
  gint64 kept_at;
  guint timer;
  GCancellable *looking;
};

G_DEFINE_FINAL_TYPE (DeskDraftKeeper, desk_draft_keeper, G_TYPE_OBJECT)

static void
desk_draft_keeper_dispose (GObject *object)
{
  DeskDraftKeeper *self = DESK_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->drafts = NULL;
  g_clear_object (&self->engine);
  self->owner = NULL;
  G_OBJECT_CLASS (desk_draft_keeper_parent_class)->dispose (object);
}

static void
desk_draft_keeper_finalize (GObject *object)
{
  DeskDraftKeeper *self = DESK_DRAFT_KEEPER (object);

  g_hash_table_unref (self->baseline);
  g_free (self->form);
  g_free (self->title);
  g_free (self->key);
  g_free (self->kept);
  G_OBJECT_CLASS (desk_draft_keeper_parent_class)->finalize (object);
}

static void
desk_draft_keeper_class_init (DeskDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_draft_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_draft_keeper_finalize;
}

static void
desk_draft_keeper_init (DeskDraftKeeper *self)
{
  self->baseline = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * desk_draft_keeper_new_in:
 * @drafts: (nullable): where the words are kept; it lives longer than the keeper's owner
 * @staff_id: whose they are; 0 before anybody works here
 * @form: which form about what: "residents:new/9/0/4/12"; what stands before the colon opens it again
 * @title: how the form is called
 * @owner: of the fields; it drops the keeper before it goes
 *
 * Returns: (transfer full)
 */
DeskDraftKeeper *
desk_draft_keeper_new_in (DeskDrafts *drafts, gint64 staff_id, const char *form, const char *title,
                          const DeskDraftKeeperFuncs *funcs, gpointer owner)
{
  DeskDraftKeeper *self = g_object_new (DESK_TYPE_DRAFT_KEEPER, NULL);

  self->drafts = drafts;
  self->staff_id = staff_id;
  self->form = g_strdup (form);
  self->title = g_strdup (title);
  self->key = g_strdup ("");
  self->funcs = funcs;
  self->owner = owner;
  return self;
}

/* The same for whoever is at the desk, in the drafts of the store. */
DeskDraftKeeper *
desk_draft_keeper_new (DeskEngine *engine, const char *form, const char *title, const DeskDraftKeeperFuncs *funcs,
                       gpointer owner)
{
  DeskDraftKeeper *self = desk_draft_keeper_new_in (desk_engine_get_drafts (engine),
                                                    desk_engine_get_actor (engine)->staff_id, form, title, funcs, owner);

  self->engine = g_object_ref (engine);
  return self;
}

/* What saving the form would take, and the version of the record it was read in. */
void
desk_draft_keeper_set_origin (DeskDraftKeeper *self, const char *request_key, gint64 version)
{
  g_free (self->key);
  self->key = g_strdup (request_key);
  self->version = version;
}

/* Returns: (transfer full): the fields in which something else stands than at the beginning. */
static GHashTable *
gather_changed (DeskDraftKeeper *self)
{
  GHashTable *fields = self->funcs->gather (self->owner);
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (g_strcmp0 (g_hash_table_lookup (self->baseline, name), text) == 0)
      g_hash_table_iter_remove (&iter);
  return fields;
}

static void
keep (DeskDraftKeeper *self)
{
  g_autoptr (GHashTable) fields = self->owner != NULL && self->drafts != NULL ? gather_changed (self) : NULL;
  g_autofree char *words = NULL;

  if (fields == NULL)
    return;
  if (g_hash_table_size (fields) == 0)
    {
      desk_draft_keeper_drop (self);
      return;
    }
  words = desk_draft_pack (fields);
  if (g_strcmp0 (words, self->kept) == 0)
    return;
  desk_drafts_put (self->drafts, self->staff_id, self->form, self->key, self->title, self->version, words);
  g_free (self->kept);
  self->kept = g_steal_pointer (&words);
  self->kept_at = self->engine != NULL ? desk_engine_now (self->engine) : g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
timer_ran (gpointer data)
{
  DeskDraftKeeper *self = data;

  self->timer = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

/* Something was typed. */
void
desk_draft_keeper_touch (DeskDraftKeeper *self)
{
  if (self->timer == 0 && self->drafts != NULL)
    self->timer = g_timeout_add (KEEP_AFTER_MS, timer_ran, self);
}

/* Keeps now what would be kept in a moment: the form is left, hidden or goes. */
void
desk_draft_keeper_flush (DeskDraftKeeper *self)
{
  if (self->timer == 0)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  keep (self);
}

/* The fields are saved, or nobody wants the words: they are taken away. */
void
desk_draft_keeper_drop (DeskDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->kept == NULL || self->drafts == NULL)
    return;
  g_clear_pointer (&self->kept, g_free);
  desk_drafts_drop (self->drafts, self->staff_id, self->form);
}

/* From here on everything else in the fields is typed: they were just filled from the record. */
void
desk_draft_keeper_begin (DeskDraftKeeper *self)
{
  desk_draft_keeper_drop (self);
  g_hash_table_unref (self->baseline);
  self->baseline = self->funcs->gather (self->owner);
}

/* The same for one field, whose content came later than the others'. Kept words of it stand again. */
void
desk_draft_keeper_settle (DeskDraftKeeper *self, const char *name)
{
  g_autoptr (GHashTable) fields = self->funcs->gather (self->owner);
  const char *text = g_hash_table_lookup (fields, name);

  if (text != NULL)
    g_hash_table_insert (self->baseline, g_strdup (name), g_strdup (text));
}

/* What was typed while we looked stands: kept words go where nobody typed. */
static void
leave_typed (DeskDraftKeeper *self, GHashTable *fields)
{
  g_autoptr (GHashTable) typed = gather_changed (self);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, typed);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_remove (fields, name);
}

static void
looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskDraftKeeper) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = desk_drafts_list_finish (result, &error);

  if (self->owner == NULL)
    return;
  g_clear_object (&self->looking);
  if (drafts == NULL)
    {
      g_info ("drafts: %s", error->message);
      return;
    }
  for (guint i = 0; i < drafts->len && self->kept == NULL; i++)
    {
      const DeskDraft *draft = drafts->pdata[i];
      g_autoptr (GHashTable) fields = NULL;

      if (g_strcmp0 (draft->form, self->form) != 0)
        continue;
      fields = desk_draft_unpack (draft->words);
      leave_typed (self, fields);
      self->kept = g_strdup (draft->words);
      self->kept_at = draft->at;
      desk_draft_keeper_set_origin (self, draft->request_key, draft->version);
      self->funcs->restore (self->owner, draft, fields);
    }
}

/* Looks whether words of this form are kept; they come through restore(). */
void
desk_draft_keeper_look (DeskDraftKeeper *self)
{
  if (self->drafts == NULL || self->looking != NULL)
    return;
  self->looking = g_cancellable_new ();
  desk_drafts_list_async (self->drafts, self->staff_id, self->looking, looked, g_object_ref (self));
}

/* Returns: whether words of this form are kept. */
gboolean
desk_draft_keeper_has_words (DeskDraftKeeper *self)
{
  return self->kept != NULL;
}

/* When they were kept, Unix seconds. */
gint64
desk_draft_keeper_get_time (DeskDraftKeeper *self)
{
  return self->kept_at;
}

/* What was kept under @name, if anything was, stands in the entry again. */
void
desk_draft_put_text (GtkEditable *entry, GHashTable *words, const char *name)
{
  const char *text = g_hash_table_lookup (words, name);

  if (text != NULL)
    gtk_editable_set_text (entry, text);
}

/* Words that were kept stand in a form again. @at: when they were typed, 0 unknown. @discard: "clicked" of the button that
 * takes them away. Returns: (transfer floating). */
GtkWidget *
desk_draft_notice_new (const DeskText *text, gint64 at, gint64 now, GCallback discard, gpointer owner)
{
  g_autofree char *when = at != 0 ? desk_text_time (text, at, now) : NULL;
  g_autofree char *words = when != NULL ? desk_text_fill (_("Typed %1, not saved."), (const char *[]){ when, NULL })
                                        : g_strdup (_("Typed before, not saved."));
  GtkWidget *notice = desk_notice_new ("info", "document-edit-symbolic", words, _("It stands here again."));

  g_signal_connect (desk_notice_add_button (notice, _("Discard")), "clicked", discard, owner);
  return notice;
}
