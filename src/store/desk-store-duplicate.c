/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-duplicate.h"

#include "desk-duplicate.h"
#include "desk-mask.h"
#include "desk-search-key.h"
#include "desk-store-page.h"
#include "desk-store-trail.h"

/* So many people of one phone or unit are compared with each other: a company's switchboard is no family. */
#define MAX_GROUP 60

typedef struct
{
  gint64 id;
  char *name;
} Member;

/* Pairs as they are found. Rows come in groups: those of one phone, one unit, one document stand together. */
typedef struct
{
  GPtrArray *twins;    /* DeskTwin */
  GHashTable *pairs;   /* "id id" of what was found already */
  guint limit;
  gint64 only;         /* pairs with this person; 0: all */
  GArray *members;     /* Member, of the group */
  char *group;
  char *detail;
} Finder;

void
desk_twin_free (gpointer twin)
{
  DeskTwin *self = twin;

  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->other_name);
  g_free (self->detail);
  g_free (self);
}

static void
member_clear (gpointer member)
{
  g_free (((Member *) member)->name);
}

static void
finder_init (Finder *self, guint limit, gint64 only)
{
  *self = (Finder){ .limit = limit, .only = only };
  self->twins = g_ptr_array_new_with_free_func (desk_twin_free);
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, member_clear);
}

/* Returns: (transfer full) (nullable): the pairs, NULL unless @done. */
static GPtrArray *
finder_end (Finder *self, gboolean done)
{
  g_clear_pointer (&self->pairs, g_hash_table_unref);
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->detail, g_free);
  if (!done)
    g_clear_pointer (&self->twins, g_ptr_array_unref);
  return g_steal_pointer (&self->twins);
}

static gboolean
are_twins (DeskTwinReason reason, const Member *one, const Member *other)
{
  if (one->id == other->id)
    return FALSE;
  if (reason == DESK_TWIN_PHONE)
    return desk_names_similar (one->name, other->name);
  return reason == DESK_TWIN_DOCUMENT || desk_names_same (one->name, other->name);
}

static char *
detail_of (DeskTwinReason reason, const char *raw)
{
  if (reason == DESK_TWIN_PHONE)
    return desk_mask_phone (raw);
  return reason == DESK_TWIN_DOCUMENT ? desk_mask_document (raw) : g_strdup (raw);
}

/* @one is the person asked for, or the one entered first. */
static void
add_twin (Finder *self, DeskTwinReason reason, const Member *one, const Member *other)
{
  g_autofree char *pair = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MIN (one->id, other->id),
                                           MAX (one->id, other->id));
  DeskTwin *twin;

  if (self->twins->len >= self->limit || !g_hash_table_add (self->pairs, g_steal_pointer (&pair)))
    return;
  if (self->only != 0 ? other->id == self->only : other->id < one->id)
    {
      const Member *swap = one;

      one = other;
      other = swap;
    }
  twin = g_new0 (DeskTwin, 1);
  twin->reason = reason;
  twin->person_id = one->id;
  twin->other_id = other->id;
  twin->name = g_strdup (one->name);
  twin->other_name = g_strdup (other->name);
  twin->detail = detail_of (reason, self->detail);
  g_ptr_array_add (self->twins, twin);
}

/* Compares everybody of the group with everybody. */
static void
end_group (Finder *self, DeskTwinReason reason)
{
  guint n = self->only != 0 ? self->members->len : MIN (self->members->len, MAX_GROUP);

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        const Member *one = &g_array_index (self->members, Member, i);
        const Member *other = &g_array_index (self->members, Member, k);

        if ((self->only == 0 || one->id == self->only || other->id == self->only) && are_twins (reason, one, other))
          add_twin (self, reason, one, other);
      }
  g_array_set_size (self->members, 0);
}

/* Reads rows of (group, person, name, detail) and compares each group. */
static gboolean
read_groups (Finder *self, DeskTwinReason reason, DeskStmt *stmt, GError **error)
{
  DeskStep step = DESK_STEP_DONE;

  while (self->twins->len < self->limit && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      const char *group = desk_stmt_text (stmt, 0);
      Member member = { desk_stmt_int (stmt, 1), NULL };

      if (g_strcmp0 (group, self->group) != 0)
        {
          end_group (self, reason);
          g_free (self->group);
          self->group = g_strdup (group);
          g_free (self->detail);
          self->detail = g_strdup (desk_stmt_text (stmt, 3));
        }
      member.name = g_strdup (desk_stmt_text (stmt, 2));
      g_array_append_val (self->members, member);
    }
  end_group (self, reason);
  g_clear_pointer (&self->group, g_free);
  desk_stmt_reset (stmt);
  return step != DESK_STEP_FAILED;
}

static DeskStmt *
open_phones (DeskDb *db, const char *key)
{
  DeskStmt *stmt = desk_db_get (db, key != NULL ? DESK_SQL_TWINS_PHONE_KEY : DESK_SQL_TWINS_PHONE);

  desk_stmt_bind_int (stmt, "kind", DESK_KIND_PHONE);
  desk_stmt_bind_int (stmt, "why", DESK_SEARCH_WHY_PHONE);
  if (key != NULL)
    desk_stmt_bind_text (stmt, "key", key);
  return stmt;
}

/**
 * desk_store_twins:
 * @limit: at most so many pairs
 *
 * Returns: (transfer full) (element-type DeskTwin) (nullable): pairs of people who may be one, over the whole
 *   register, each pair once; NULL with a store error
 */
GPtrArray *
desk_store_twins (DeskDb *db, guint limit, GError **error)
{
  Finder finder;
  gboolean done;

  finder_init (&finder, limit, 0);
  done = read_groups (&finder, DESK_TWIN_DOCUMENT, desk_db_get (db, DESK_SQL_TWINS_DOCUMENT), error)
         && read_groups (&finder, DESK_TWIN_PHONE, open_phones (db, NULL), error)
         && read_groups (&finder, DESK_TWIN_UNIT, desk_db_get (db, DESK_SQL_TWINS_UNIT), error);
  return finder_end (&finder, done);
}

static gboolean
find_by_documents (DeskDb *db, Finder *finder, GError **error)
{
  g_autoptr (GPtrArray) documents = desk_store_page (db, DESK_PAGE_DOCUMENTS, finder->only, 0, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      DeskStmt *stmt = desk_db_get (db, DESK_SQL_TWINS_DOCUMENT_OF);

      desk_stmt_bind_text (stmt, "number", ((DeskDocument *) documents->pdata[i])->number);
      if (!read_groups (finder, DESK_TWIN_DOCUMENT, stmt, error))
        return FALSE;
    }
  return documents != NULL;
}

static gboolean
find_by_phones (DeskDb *db, Finder *finder, GError **error)
{
  g_autoptr (GPtrArray) phones = desk_store_page (db, DESK_PAGE_PHONES, finder->only, 0, error);

  for (guint i = 0; phones != NULL && i < phones->len; i++)
    {
      g_autoptr (GPtrArray) keys = desk_search_keys_for_phone (((DeskPhone *) phones->pdata[i])->number);

      for (guint k = 0; k < keys->len; k++)
        {
          const DeskSearchKey *key = keys->pdata[k];

          if (key->why == DESK_SEARCH_WHY_PHONE
              && !read_groups (finder, DESK_TWIN_PHONE, open_phones (db, key->key), error))
            return FALSE;
        }
    }
  return phones != NULL;
}

static gboolean
find_by_units (DeskDb *db, Finder *finder, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_UNIT_IDS_OF_PERSON);
  g_autoptr (GArray) units = NULL;

  desk_stmt_bind_int (stmt, "person_id", finder->only);
  units = desk_store_read_ids (stmt, error);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      stmt = desk_db_get (db, DESK_SQL_TWINS_UNIT_OF);
      desk_stmt_bind_int (stmt, "unit_id", g_array_index (units, gint64, i));
      if (!read_groups (finder, DESK_TWIN_UNIT, stmt, error))
        return FALSE;
    }
  return units != NULL;
}

/* The same for one person, who comes first in every pair. */
GPtrArray *
desk_store_twins_of (DeskDb *db, gint64 person_id, guint limit, GError **error)
{
  Finder finder;
  gboolean done;

  finder_init (&finder, limit, person_id);
  done = find_by_documents (db, &finder, error) && find_by_phones (db, &finder, error)
         && find_by_units (db, &finder, error);
  return finder_end (&finder, done);
}
