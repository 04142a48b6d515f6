/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"

/* Saved filters: whose they are, what they are called, what of them is gone, and how many rows they leave. */

static gint64
save (DeskSampleCase *self, const DeskActor *actor, const char *list, const char *name, const char *form, gboolean pinned,
      GError **error)
{
  DeskSavedFilter filter = { .record = { .kind = DESK_KIND_SAVED_FILTER }, .list_name = (char *) list, .name = (char *) name,
                             .form = (char *) form, .pinned = pinned };
  DeskRecordInput in = { .record = &filter.record };
  DeskSaved saved = { 0 };
  gint64 id = desk_save_filter (self->base.service, actor, &in, &saved, error) ? saved.id : 0;

  desk_saved_clear (&saved);
  return id;
}

static gint64
must_save (DeskSampleCase *self, const char *list, const char *name, const char *form)
{
  g_autoptr (GError) error = NULL;
  gint64 id = save (self, self->base.actor, list, name, form, TRUE, &error);

  g_assert_no_error (error);
  return id;
}

static void
list (DeskSampleCase *self, const DeskActor *actor, DeskSavedFilters *out)
{
  g_autoptr (GError) error = NULL;

  desk_list_filters (self->base.service, actor, &(DeskGetInput){ 0 }, out, &error);
  g_assert_no_error (error);
}

/* Returns: the card of @id; fails where it is not there. */
static const DeskSavedFilterCard *
card (const DeskSavedFilters *all, gint64 id)
{
  for (guint i = 0; i < all->cards->len; i++)
    if (((DeskSavedFilterCard *) all->cards->pdata[i])->filter->record.id == id)
      return all->cards->pdata[i];
  g_assert_not_reached ();
}

/* Returns: how many rows the pinned one has, -1 where it is not counted. */
static gint64
count (DeskSampleCase *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  DeskFilterCounts all = { 0 };
  gint64 n = -1;

  desk_count_filters (self->base.service, self->base.actor, &(DeskGetInput){ 0 }, &all, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all.counts->len; i++)
    if (g_array_index (all.counts, DeskFilterCount, i).id == id)
      n = g_array_index (all.counts, DeskFilterCount, i).count;
  desk_filter_counts_clear (&all);
  return n;
}

/* Returns: how many ids the list has for the same question, asked the long way. */
static gint64
ask (DeskSampleCase *self, const char *name, const char *form)
{
  g_auto (DeskFilterForm) read = { 0 };
  g_autoptr (DeskListInput) in = NULL;
  g_autoptr (GError) error = NULL;
  DeskIdList ids = { 0 };
  gint64 n;

  desk_filter_form_read ((DeskList) desk_list_find (name), form, &read);
  in = desk_list_input_new_form (&read, 20251121);
  desk_list_ids (self->base.service, self->base.actor, in, &ids, &error);
  g_assert_no_error (error);
  n = ids.ids->len;
  desk_id_list_clear (&ids);
  return n;
}

/* Nobody sees, changes or removes another's. */
static void
test_own (DeskSampleCase *self, gconstpointer data)
{
  g_autoptr (DeskActor) keeper = desk_service_load_actor (self->base.service, self->w.staff, NULL);
  gint64 mine = must_save (self, "units", "空房", "filter=vacant&sort=label");
  DeskSavedFilters all = { 0 };
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_SAVED_FILTER, mine);
  DeskRecordInput edit = { .record = record };
  DeskRemoveInput remove = { .id = mine, .version = record->version };
  g_autoptr (GError) edited = NULL, removed = NULL, error = NULL;
  DeskSaved saved = { 0 };

  list (self, keeper, &all);
  g_assert_cmpuint (all.cards->len, ==, 0);
  desk_saved_filters_clear (&all);
  desk_save_filter (self->base.service, keeper, &edit, &saved, &edited);
  desk_assert_problem (edited, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE);
  desk_saved_clear (&saved);
  desk_remove_filter (self->base.service, keeper, &remove, &saved, &removed);
  desk_assert_problem (removed, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE);
  desk_saved_clear (&saved);
  /* The same name is free for somebody else. */
  g_assert_cmpint (save (self, keeper, "units", "空房", "filter=vacant", FALSE, &error), !=, 0);
  g_assert_no_error (error);
}

static void
test_names (DeskSampleCase *self, gconstpointer data)
{
  gint64 first = must_save (self, "repairs", "快到时", "filter=soon");
  g_autoptr (GError) taken = NULL, full = NULL, error = NULL;
  DeskSaved removed = { 0 }, undone = { 0 };

  g_assert_cmpint (save (self, self->base.actor, "repairs", " 快到时 ", "filter=overdue", FALSE, &taken), ==, 0);
  desk_assert_problem (taken, DESK_ERROR_INVALID, DESK_PROBLEM_NAME_TAKEN);
  must_save (self, "complaints", "快到时", "filter=soon");
  for (guint i = 1; i < DESK_SAVED_FILTERS_MOST; i++)
    {
      g_autofree char *name = g_strdup_printf ("第 %u 个", i);

      must_save (self, "repairs", name, "filter=overdue");
    }
  g_assert_cmpint (save (self, self->base.actor, "repairs", "再一个", "filter=soon", FALSE, &full), ==, 0);
  desk_assert_problem (full, DESK_ERROR_INVALID, DESK_PROBLEM_FILTERS_FULL);
  /* What was removed does not come back over one that has its name now. */
  desk_remove_filter (self->base.service, self->base.actor, &(DeskRemoveInput){ .id = first, .version = 1 }, &removed, &error);
  g_assert_no_error (error);
  must_save (self, "repairs", "快到时", "filter=soon&text=水");
  desk_undo_act (self->base.service, self->base.actor, &(DeskUndoInput){ .act_id = removed.act_id }, &undone, &error);
  g_assert_nonnull (error);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM saved_filter WHERE list_name = 'repairs'"), ==, 9);
  desk_saved_clear (&removed);
  desk_saved_clear (&undone);
}

/* What it names is gone: it says so and shows the rest. */
static void
test_lost (DeskSampleCase *self, gconstpointer data)
{
  g_autofree char *of_building = g_strdup_printf ("filter=vacant&building=%" G_GINT64_FORMAT, self->w.empty_building);
  g_autofree char *of_staff = g_strdup_printf ("filter=people&staff=%" G_GINT64_FORMAT "&days=week", self->w.staff);
  g_autofree char *of_category = g_strdup_printf ("figure=1,%" G_GINT64_FORMAT ",0,-1", self->w.category);
  gint64 building = must_save (self, "units", "7 栋空房", of_building);
  gint64 staff = must_save (self, "trail", "李强改过的", of_staff);
  gint64 category = must_save (self, "repairs", "一类", of_category);
  DeskSavedFilters before = { 0 }, after = { 0 };

  list (self, self->base.actor, &before);
  g_assert_cmpint (card (&before, building)->lost, ==, DESK_FILTER_LOST_NOTHING);
  g_assert_cmpint (card (&before, staff)->lost, ==, DESK_FILTER_LOST_NOTHING);
  g_assert_cmpint (card (&before, category)->lost, ==, DESK_FILTER_LOST_NOTHING);
  g_assert_true (card (&before, category)->form.figured);
  desk_saved_filters_clear (&before);

  {
    gpointer remove = desk_sample_input (&self->base, &self->w, DESK_USE_CASE_REMOVE_BUILDING, NULL);
    g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_STAFF, self->w.staff);
    g_autoptr (DeskRecord) retired = desk_fixture_get (&self->base, DESK_KIND_CATEGORY, self->w.category);
    DeskStaffInput *left = desk_staff_input_new (NULL, (DeskStaff *) record);
    g_autoptr (GError) error = NULL;
    DeskSaved saved = { 0 };

    desk_remove_building (self->base.service, self->base.actor, remove, &saved, &error);
    g_assert_no_error (error);
    desk_use_case_free_input (DESK_USE_CASE_REMOVE_BUILDING, remove);
    desk_saved_clear (&saved);
    left->staff->left_on = 20251120;
    desk_save_staff (self->base.service, self->base.actor, left, &saved, &error);
    g_assert_no_error (error);
    desk_staff_input_free (left);
    desk_saved_clear (&saved);
    ((DeskCategory *) retired)->retired_on = 20251101;
    desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_CATEGORY, retired);
  }
  list (self, self->base.actor, &after);
  g_assert_cmpint (card (&after, building)->lost, ==, DESK_FILTER_LOST_BUILDING);
  g_assert_cmpint (card (&after, building)->form.building_id, ==, 0);
  g_assert_cmpuint (card (&after, building)->form.filter, ==, DESK_UNIT_FILTER_VACANT);
  g_assert_cmpint (card (&after, staff)->lost, ==, DESK_FILTER_LOST_STAFF);
  g_assert_cmpstr (card (&after, staff)->lost_name, ==, "李强");
  g_assert_cmpint (card (&after, staff)->form.staff_id, ==, self->w.staff);
  g_assert_cmpint (card (&after, staff)->form.days, ==, DESK_DAYS_WEEK);
  g_assert_cmpint (card (&after, category)->lost, ==, DESK_FILTER_LOST_CATEGORY);
  g_assert_true (card (&after, category)->form.figured);
  desk_saved_filters_clear (&after);
}

/* The pinned ones have as many rows as their lists, and no more than anybody wants to know. */
static void
test_counts (DeskSampleCase *self, gconstpointer data)
{
  static const struct
  {
    const char *list, *form;
  } rows[] = {
    { "units", "filter=all" },
    { "units", "filter=care&sort=owner" },
    { "people", "filter=owner" },
    { "people", "filter=all&text=单" },
    { "visits", "filter=all&down=1" },
    { "visits", "filter=no_summary" },
    { "repairs", "filter=live" },
    { "repairs", "filter=mine&sort=number" },
    { "complaints", "filter=live&text=电梯" },
    { "outages", "filter=running" },
    { "callbacks", "filter=to_call" },
    { "bills", "filter=bills_ready" },
    { "follow_ups", "filter=everyone" },
    { "staff", "filter=all" },
  };
  gint64 trail;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 id = must_save (self, rows[i].list, rows[i].form, rows[i].form);

      g_assert_cmpint (count (self, id), ==, ask (self, rows[i].list, rows[i].form));
    }
  trail = must_save (self, "trail", "全部", "filter=all");
  g_assert_cmpint (count (self, trail), ==, -1);
}

/* More than so many are not looked at one by one. */
static void
test_bound (DeskSampleCase *self, gconstpointer data)
{
  gint64 id = must_save (self, "units", "全部", "filter=all"), people = must_save (self, "people", "全部", "filter=all");

  g_assert_true (desk_service_begin_bulk (self->base.service, NULL));
  for (guint i = 0; i < DESK_FILTER_COUNT_MOST + 20; i++)
    {
      g_autofree char *room = g_strdup_printf ("K%u", i), *phone = g_strdup_printf ("1390000%04u", i);

      desk_fixture_space (&self->base, room);
      desk_fixture_person (&self->base, "住户", phone);
    }
  g_assert_true (desk_service_end_bulk (self->base.service, TRUE, NULL));
  g_assert_cmpint (count (self, id), ==, DESK_FILTER_COUNT_MOST + 1);
  g_assert_cmpint (count (self, people), ==, DESK_FILTER_COUNT_MOST + 1);
}

#define ADD(path, func) g_test_add (path, DeskSampleCase, NULL, desk_sample_set_up, func, desk_sample_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/saved-filters/own", test_own);
  ADD ("/saved-filters/names", test_names);
  ADD ("/saved-filters/lost", test_lost);
  ADD ("/saved-filters/counts", test_counts);
  ADD ("/saved-filters/bound", test_bound);
  return g_test_run ();
}
