/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"

#include <stdlib.h>

/*
 * Group complaints against a slow scan of every case, over histories by chance: opened on any day of two months, in any
 * building, cancelled, finished, joined. DESK_SEEDS: how many histories.
 */

#define N_CASES 60
#define N_UNITS 4
#define N_CATEGORIES 3
#define LEAST 3
#define MOST 5

typedef struct
{
  DeskFixture base;
  DeskSampleWorld w;
  guint64 chance;
  GPtrArray *cases; /* DeskCase as they stand at the end */
  gint64 units[N_UNITS];
  gint64 categories[N_CATEGORIES];
} World;

static guint
below (World *self, guint n)
{
  self->chance = self->chance * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) ((self->chance >> 33) % n);
}

static void
run (World *self, DeskUseCase use_case, gpointer in, gint64 *id)
{
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  if (id != NULL)
    *id = saved.id;
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
}

static gint64
open_one (World *self)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_COMPLAINT, .title = (char *) "投诉" };
  gint64 id;

  c.unit_id = self->units[below (self, N_UNITS)];
  c.category_id = self->categories[below (self, N_CATEGORIES)];
  c.opened_at = DESK_FIXTURE_NOW - (gint64) below (self, 60 * 86400);
  run (self, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL), &id);
  return id;
}

/* Some end, some go into another. */
static void
go_on (World *self, gint64 id, gint64 other)
{
  DeskMoveInput *in;

  switch (below (self, 5))
    {
    case 0:
      run (self, DESK_USE_CASE_CANCEL_CASE, desk_move_input_new (NULL, id, 0, DESK_MOVE_CANCEL, "撤诉"), NULL);
      break;
    case 1:
      if (other == 0)
        break;
      in = desk_move_input_new (NULL, id, 0, DESK_MOVE_MERGE, NULL);
      in->other_id = other;
      run (self, DESK_USE_CASE_MERGE_CASE, in, NULL);
      break;
    default:
      break;
    }
}

static void
make_history (World *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 standing = 0;

  for (guint i = 0; i < N_CASES; i++)
    {
      gint64 id = open_one (self);
      g_autoptr (DeskRecord) record = NULL;

      g_array_append_val (ids, id);
      go_on (self, id, standing);
      record = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, id);
      if (((DeskCase *) record)->state == DESK_CASE_NEW)
        standing = id;
    }
  for (gint64 id = 1; id <= g_array_index (ids, gint64, ids->len - 1); id++)
    g_ptr_array_add (self->cases, desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, id));
}

static int
by_opening (gconstpointer a, gconstpointer b)
{
  const DeskCase *one = *(const DeskCase *const *) a, *other = *(const DeskCase *const *) b;

  if (one->opened_at != other->opened_at)
    return one->opened_at < other->opened_at ? -1 : 1;
  return one->record.id < other->record.id ? -1 : one->record.id > other->record.id;
}

static gboolean
counts (const DeskCase *c, gint64 building_id, gint64 category_id)
{
  return c->kind == DESK_CASE_COMPLAINT && c->building_id == building_id && c->category_id == category_id;
}

/* "building/category: ids" of one group; NULL where they are too few. */
static char *
slow_group (World *self, gint64 building_id, gint64 category_id, gint64 since, guint *n)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT ":", building_id, category_id);
  *n = 0;
  for (guint i = 0; i < self->cases->len; i++)
    {
      const DeskCase *c = self->cases->pdata[i];

      if (!counts (c, building_id, category_id) || c->closed_at != 0 || c->opened_at < since)
        continue;
      g_string_append_printf (text, " %" G_GINT64_FORMAT, c->record.id);
      (*n)++;
    }
  return g_string_free (text, *n < LEAST);
}

/* The largest first, then by building and category. */
static char *
slow_groups (World *self, gint64 since)
{
  GString *text = g_string_new (NULL);
  guint taken = 0;

  for (guint size = N_CASES; size >= LEAST; size--)
    for (gint64 building = 0; building < 20; building++)
      for (gint64 category = 0; category < 400; category++)
        {
          guint n;
          g_autofree char *group = slow_group (self, building, category, since, &n);

          if (group != NULL && n == size && building > 0 && category > 0 && taken++ < MOST)
            g_string_append_printf (text, "%s\n", group);
        }
  return g_string_free (text, FALSE);
}

static char *
found_groups (World *self, gint64 *days)
{
  GString *text = g_string_new (NULL);
  DeskGetInput get = { 0 };
  DeskGroups groups = { 0 };
  g_autoptr (GError) error = NULL;

  desk_list_groups (self->base.service, self->base.actor, &get, &groups, &error);
  g_assert_no_error (error);
  *days = groups.days;
  for (guint i = 0; i < groups.groups->len; i++)
    {
      const DeskGroup *group = groups.groups->pdata[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT ":", group->building_id, group->category_id);
      for (guint k = 0; k < group->ids->len; k++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (group->ids, gint64, k));
      g_string_append_c (text, '\n');
    }
  desk_groups_clear (&groups);
  return g_string_free (text, FALSE);
}

/* What the page of each complaint says of others like it. */
static void
check_near (World *self, const DeskCase *of, gint64 days)
{
  DeskGetInput get = { .kind = DESK_KIND_SERVICE_CASE, .id = of->record.id };
  DeskCasePage *page = desk_use_case_new_result (DESK_USE_CASE_GET_CASE_PAGE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) slow = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  desk_get_case_page (self->base.service, self->base.actor, &get, page, &error);
  g_assert_no_error (error);
  for (guint i = self->cases->len; i > 0; i--)
    {
      const DeskCase *c = self->cases->pdata[i - 1];

      if (counts (c, of->building_id, of->category_id) && c->record.id != of->record.id && c->opened_at <= of->opened_at
          && c->opened_at >= of->opened_at - days * 86400 && c->state != DESK_CASE_CANCELLED)
        g_string_append_printf (slow, " %" G_GINT64_FORMAT, c->record.id);
    }
  for (guint i = 0; i < page->near->len; i++)
    g_string_append_printf (found, " %" G_GINT64_FORMAT, ((DeskCaseBrief *) page->near->pdata[i])->id);
  g_assert_cmpstr (found->str, ==, slow->str);
  desk_use_case_free_result (DESK_USE_CASE_GET_CASE_PAGE, page);
}

static void
test_history (gconstpointer data)
{
  static const char *const names[N_CATEGORIES] = { "邻里噪音", "装修噪音", "保洁" };
  World world = { .chance = (guint64) GPOINTER_TO_INT (data) * 7919 + 1 }, *self = &world;
  g_autofree char *slow = NULL;
  g_autofree char *found = NULL;
  gint64 days;

  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->w);
  self->units[0] = self->w.unit;
  self->units[1] = self->w.unit;
  self->units[2] = self->w.other_unit;
  self->units[3] = self->w.space; /* in no building: never a group */
  for (guint i = 0; i < N_CATEGORIES; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM category WHERE name = '%s'", names[i]);

      self->categories[i] = desk_fixture_count (&self->base, sql);
    }
  self->cases = g_ptr_array_new_with_free_func (desk_record_free);
  make_history (self);
  g_ptr_array_sort (self->cases, by_opening);
  found = found_groups (self, &days);
  slow = slow_groups (self, DESK_FIXTURE_NOW - days * 86400);
  g_assert_cmpstr (found, ==, slow);
  g_assert_cmpint (days, >, 0);
  for (guint i = 0; i < self->cases->len; i++)
    if (((DeskCase *) self->cases->pdata[i])->kind == DESK_CASE_COMPLAINT
        && ((DeskCase *) self->cases->pdata[i])->building_id != 0)
      check_near (self, self->cases->pdata[i], days);
  g_ptr_array_unref (self->cases);
  desk_fixture_tear_down (&self->base);
}

int
main (int argc, char **argv)
{
  const char *seeds = g_getenv ("DESK_SEEDS");
  int n = seeds != NULL ? atoi (seeds) : 4;

  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i <= n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/complaint-groups/%d", i);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_history);
    }
  return g_test_run ();
}
