/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"
#include "bench-report.h"
#include "desk-language.h"
#include "desk-list-view.h"
#include "desk-renderer.h"
#include "scroll-view.h"

/*
 * A list of a million rows of a test table: its first page, and what each frame costs the window thread while a wheel,
 * the page keys or a dragged scroll bar move it, against GTK's bare table over words at hand. Rows of ours are read by
 * another thread; frames that show one without its words are counted, and how many frames it takes to get them.
 * scroll-bench FOLDER, inside a desktop.
 */

#define WIDTH 1260
#define HEIGHT 780
#define FRAMES 200 /* a pattern, in each turn */
#define TURNS 3
#define LOOK_FRAMES 8 /* after a jump */
#define JUMPS 60

typedef enum
{
  SCROLL_WHEEL,
  SCROLL_NOTCHES,
  SCROLL_PAGES,
  SCROLL_DRAG,
  N_SCROLLS
} Scroll;

static const struct
{
  const char *what;
  double step; /* px a frame; 0: anywhere */
} scrolls[N_SCROLLS] = { { "wheel, 20 px a frame", 20 }, { "wheel, 120 px a frame", 120 }, { "pages", 700 }, { "drag", 0 } };

typedef struct
{
  BenchFrames frames;
  GtkWidget *window, *view;
  GtkAdjustment *adjustment;
  DeskListModel *model; /* NULL: the bare probe */
  GArray *times[N_SCROLLS];
  /* Of ours */
  GHashTable *waiting; /* id → frames it was shown without its words */
  GArray *waits;       /* frames until a row was real, one entry a row */
  guint n_placeholders;
} Side;

static GtkWidget *
find_scrolled (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_SCROLLED_WINDOW (child) ? child : find_scrolled (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What the frame that was just painted shows: rows with and without words. */
static void
look (gpointer data)
{
  Side *side = data;
  double upper = gtk_adjustment_get_upper (side->adjustment), value = gtk_adjustment_get_value (side->adjustment);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (side->model)), first, last;
  gboolean any = FALSE;

  if (n == 0 || upper <= 0)
    return;
  first = (guint) (value / upper * n);
  last = MIN (n - 1, (guint) ((value + gtk_adjustment_get_page_size (side->adjustment)) / upper * n));
  for (guint i = first; i <= last; i++)
    {
      g_autoptr (DeskRowItem) item = g_list_model_get_item (G_LIST_MODEL (side->model), i);
      gpointer key = GINT_TO_POINTER ((int) desk_row_item_get_id (item));
      guint waited = GPOINTER_TO_UINT (g_hash_table_lookup (side->waiting, key));

      if (desk_row_item_get_row (item) == NULL)
        {
          any = TRUE;
          g_hash_table_insert (side->waiting, key, GUINT_TO_POINTER (waited + 1));
        }
      else if (!g_hash_table_contains (side->waiting, key) || waited > 0)
        {
          bench_times_add (side->waits, waited);
          g_hash_table_insert (side->waiting, key, GUINT_TO_POINTER (0));
        }
    }
  side->n_placeholders += any;
}

static void
forget (Side *side)
{
  side->n_placeholders = 0;
  if (side->waiting == NULL)
    return;
  g_hash_table_remove_all (side->waiting);
  g_array_set_size (side->waits, 0);
}

static void
set_up (Side *side, GtkWidget *view, DeskListModel *model)
{
  *side = (Side){ .view = view, .model = model };
  side->window = bench_window_new (WIDTH, HEIGHT, view);
  side->adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (model != NULL ? find_scrolled (view) : view));
  if (model != NULL)
    {
      side->waiting = g_hash_table_new (NULL, NULL);
      side->waits = bench_times_new ();
    }
  for (guint i = 0; i < N_SCROLLS; i++)
    side->times[i] = bench_times_new ();
  bench_frames_watch (&side->frames, side->window, model != NULL ? look : NULL, side);
}

static void
tear_down (Side *side)
{
  bench_frames_end (&side->frames);
  gtk_window_destroy (GTK_WINDOW (side->window));
  for (guint i = 0; i < N_SCROLLS; i++)
    g_array_unref (side->times[i]);
  g_clear_pointer (&side->waiting, g_hash_table_unref);
  g_clear_pointer (&side->waits, g_array_unref);
}

static gboolean
is_full (Side *side)
{
  forget (side);
  bench_frames_wait (&side->frames, 1);
  return side->n_placeholders == 0 && side->waits->len > 0;
}

/* From nothing to the first page in its frame, by us and by bare C in one thread. */
static void
bench_first_page (const char *path)
{
  g_autoptr (GArray) ours = bench_times_new (), bare = bench_times_new ();

  for (guint turn = 0; turn < TURNS; turn++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (BenchTable) table = bench_table_new (path);
      GtkWidget *view = scroll_view_ours_new (table);
      Side side;
      g_autoptr (GArray) ids = NULL;
      sqlite3 *db;

      set_up (&side, view, desk_list_view_get_model (DESK_LIST_VIEW (view)));
      while (!is_full (&side))
        ;
      bench_times_add (ours, (g_get_monotonic_time () - begin) / 1000);
      tear_down (&side);
      begin = g_get_monotonic_time ();
      db = bench_table_open (path);
      ids = bench_table_read_ids (db);
      set_up (&side, scroll_view_bare_new (ids, &view), NULL);
      bench_frames_wait (&side.frames, 1);
      bench_times_add (bare, (g_get_monotonic_time () - begin) / 1000);
      tear_down (&side);
      sqlite3_close (db);
    }
  bench_show ("first page of 1,000,000 rows, p50", " ms", bench_times_part (ours, 50), bench_times_part (bare, 50), 0);
}

static void
move (Side *side, Scroll scroll, GRand *rand)
{
  double most = gtk_adjustment_get_upper (side->adjustment) - gtk_adjustment_get_page_size (side->adjustment);
  double value = gtk_adjustment_get_value (side->adjustment) + scrolls[scroll].step;

  gtk_adjustment_set_value (side->adjustment, scrolls[scroll].step > 0 ? value : g_rand_double (rand) * most);
}

static void
scroll_side (Side *side, Scroll scroll, GRand *rand)
{
  move (side, SCROLL_DRAG, rand);
  bench_frames_wait (&side->frames, LOOK_FRAMES);
  side->frames.times = side->times[scroll];
  for (guint i = 0; i < FRAMES; i++)
    {
      move (side, scroll, rand);
      bench_frames_wait (&side->frames, 1);
    }
  side->frames.times = NULL;
}

static void
bench_frames_of (Side *ours, Side *bare, Scroll scroll, GRand *rand)
{
  g_autofree char *half = g_strdup_printf ("%s, frame p50", scrolls[scroll].what);
  g_autofree char *most = g_strdup_printf ("%s, frame p99", scrolls[scroll].what);
  g_autofree char *late = g_strdup_printf ("%s, frames over 16.7 ms of %d", scrolls[scroll].what, FRAMES * TURNS);
  g_autofree char *shown = g_strdup_printf ("%s, frames with placeholders of %d", scrolls[scroll].what, FRAMES * TURNS);
  g_autofree char *real = g_strdup_printf ("%s, frames until a row is real, p99", scrolls[scroll].what);

  forget (ours);
  for (guint turn = 0; turn < TURNS; turn++)
    {
      scroll_side (ours, scroll, rand);
      scroll_side (bare, scroll, rand);
    }
  bench_show (half, " us", bench_times_part (ours->times[scroll], 50), bench_times_part (bare->times[scroll], 50), 0);
  bench_show (most, " us", bench_times_part (ours->times[scroll], 99), bench_times_part (bare->times[scroll], 99), 0);
  bench_show_target (late, "", bench_times_over (ours->times[scroll], BENCH_FRAME_US),
                     bench_times_over (bare->times[scroll], BENCH_FRAME_US), 0);
  bench_show (shown, "", ours->n_placeholders, 0, 0);
  if (scrolls[scroll].step > 0)
    bench_show_limit (real, "", bench_times_part (ours->waits, 99), 0, 2);
}

/* Somebody jumps somewhere and looks. */
static void
bench_jumps (Side *ours, GRand *rand)
{
  forget (ours);
  for (guint i = 0; i < JUMPS; i++)
    {
      move (ours, SCROLL_DRAG, rand);
      bench_frames_wait (&ours->frames, LOOK_FRAMES);
    }
  bench_show_limit ("a jump, frames until a row is real, p99", "", bench_times_part (ours->waits, 99), 0, 4);
  bench_show ("a jump, rows held in memory", "", desk_list_model_get_held (ours->model), 0, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = bench_table_make (argc > 1 ? argv[1] : ".");
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (BenchTable) table = NULL;
  g_autoptr (GArray) ids = NULL;
  GtkWidget *view, *scrolled;
  Side ours, bare;
  sqlite3 *db;

  desk_renderer_apply ();
  desk_language_start ();
  gtk_init ();
  bench_begin ("1,000,000 rows of a test table; GTK's bare table");
  bench_first_page (path);
  table = bench_table_new (path);
  db = bench_table_open (path);
  ids = bench_table_read_ids (db);
  view = scroll_view_ours_new (table);
  set_up (&ours, view, desk_list_view_get_model (DESK_LIST_VIEW (view)));
  set_up (&bare, scroll_view_bare_new (ids, &scrolled), NULL);
  while (!is_full (&ours))
    ;
  for (guint scroll = 0; scroll < N_SCROLLS; scroll++)
    bench_frames_of (&ours, &bare, scroll, rand);
  bench_jumps (&ours, rand);
  tear_down (&ours);
  tear_down (&bare);
  sqlite3_close (db);
  return bench_end ();
}
