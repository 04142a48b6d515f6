/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"
#include "bench-report.h"
#include "desk-language.h"
#include "desk-name-reading.h"
#include "desk-renderer.h"
#include "desk-search-order.h"
#include "desk-search-sheet.h"
#include "search-probe.h"

/*
 * From a character that arrives in the search entry to the frame with its results, over the city, against an entry over
 * a plain list that asks bare C in the window thread and shows as many rows of two labels. Characters arrive at any
 * moment between two frames. keystroke-bench FOLDER, inside a desktop.
 */

#define NAMES 24
#define LIMIT 50
#define ROWS_OF_A_KIND 4
#define WIDTH 1000
#define HEIGHT 700
#define TARGET_US 33000

typedef struct
{
  DeskEngine *engine;
  DeskService *service;
  DeskActor *actor;
  SearchProbe *probe;
  DeskHits hits; /* what the probe shows of the text it is asked for */
  GtkWidget *entry, *list;
} Bench;

/* Bare: the same statements and rows, then labels. */
static void
typed_cb (GtkEditable *editable, Bench *bench)
{
  g_autoptr (DeskSearchQuery) query = desk_search_query_normalize (gtk_editable_get_text (editable));
  g_autoptr (GPtrArray) rows = desk_search_order (&bench->hits, ROWS_OF_A_KIND);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (bench->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (bench->list), row);
  search_probe_look_up (bench->probe, query, &bench->hits, LIMIT);
  for (guint i = 0; i < rows->len; i++)
    {
      const DeskHit *hit = rows->pdata[i];
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_box_append (GTK_BOX (box), gtk_label_new (hit->title));
      gtk_box_append (GTK_BOX (box), gtk_label_new (hit->detail));
      gtk_list_box_append (GTK_LIST_BOX (bench->list), box);
    }
}

static GtkWidget *
bare_new (Bench *bench)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  bench->entry = gtk_entry_new ();
  bench->list = gtk_list_box_new ();
  gtk_widget_add_css_class (bench->list, "hits");
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), bench->list);
  gtk_box_append (GTK_BOX (box), bench->entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  g_signal_connect (bench->entry, "changed", G_CALLBACK (typed_cb), bench);
  return box;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
pause_us (GRand *rand)
{
  gint64 until = g_get_monotonic_time () + g_rand_int_range (rand, 20000, 37000);

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (200);
}

static gboolean
is_busy (GtkWidget *sheet)
{
  gboolean busy;

  g_object_get (sheet, "busy", &busy, NULL);
  return busy;
}

/* Types one more character and waits for the first frame after the answer came; the bare list has it at once. @sheet:
 * (nullable). Returns: us. */
static gint64
type (BenchFrames *frames, GtkWidget *entry, GtkWidget *sheet, const char *text, GRand *rand)
{
  int at = -1;
  guint painted;
  gint64 begin;

  pause_us (rand);
  begin = g_get_monotonic_time ();
  gtk_editable_insert_text (GTK_EDITABLE (entry), text, -1, &at);
  while (sheet != NULL && is_busy (sheet))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_queue_draw (entry);
  for (painted = frames->n_frames; frames->n_frames == painted;)
    g_main_context_iteration (NULL, TRUE);
  return g_get_monotonic_time () - begin;
}

/* A name as it is typed: whole pinyin of one reading. */
static char *
random_word (Bench *bench, GRand *rand)
{
  g_autofree char *name = search_probe_random (bench->probe, "person", "name", rand);
  g_autoptr (DeskNameReading) reading = desk_name_reading_new (name, NULL, 8);
  GString *text = g_string_new (NULL);
  const char *const *way = reading->ways->len > 0 ? reading->ways->pdata[0] : NULL;

  for (guint i = 0; way != NULL && i < reading->tokens->len; i++)
    g_string_append (text, way[i]);
  g_string_truncate (text, MIN (text->len, 6));
  return g_string_free (text, FALSE);
}

static void
look_up (Bench *bench, const char *text)
{
  DeskSearchInput in = { .text = (char *) text, .limit = LIMIT };
  g_autoptr (GError) error = NULL;

  desk_hits_clear (&bench->hits);
  bench->hits = (DeskHits){ 0 };
  desk_search (bench->service, bench->actor, &in, &bench->hits, &error);
  g_assert_no_error (error);
}

/* One name, character by character, in both. */
static void
type_word (Bench *bench, BenchFrames *ours, BenchFrames *bare, GtkWidget *entry, GtkWidget *sheet, GArray *times[2],
           GRand *rand)
{
  g_autofree char *word = random_word (bench, rand);

  for (guint i = 0; word[i] != '\0'; i++)
    {
      char one[2] = { word[i], '\0' };
      g_autofree char *so_far = g_strndup (word, i + 1);

      if (!g_ascii_isalpha (word[i]))
        break;
      look_up (bench, so_far);
      if (bench->hits.hits->len == 0)
        break;
      bench_times_add (times[0], type (ours, entry, sheet, one, rand));
      bench_times_add (times[1], type (bare, bench->entry, NULL, one, rand));
    }
  desk_hits_clear (&bench->hits);
  bench->hits = (DeskHits){ .hits = g_ptr_array_new () };
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_editable_set_text (GTK_EDITABLE (bench->entry), "");
  pause_us (rand);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((Bench *) data)->engine = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
open_city (Bench *bench, const char *path)
{
  g_autoptr (DeskClock) clock = desk_clock_new_fixed (BENCH_CITY_NOW);
  g_autoptr (GError) error = NULL;

  desk_engine_open_async (path, DESK_OPEN_READ, clock, NULL, opened_cb, bench);
  while (bench->engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench->service = desk_service_open (path, DESK_OPEN_READ, clock, &error);
  g_assert_no_error (error);
  bench->actor = desk_service_sole_actor (bench->service, &error);
  g_assert_no_error (error);
  bench->probe = search_probe_open (path, BENCH_CITY_DAY);
  bench->hits.hits = g_ptr_array_new ();
}

int
main (int argc, char **argv)
{
  g_autofree char *path = bench_city (argc > 1 ? argv[1] : ".");
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GArray) ours = bench_times_new (), bare = bench_times_new ();
  g_autoptr (DeskText) text = NULL;
  DeskSearchSheet *sheet;
  GtkWidget *entry, *window, *bare_window;
  BenchFrames frames, bare_frames;
  Bench bench = { NULL };

  desk_renderer_apply ();
  desk_language_start ();
  gtk_init ();
  adw_init ();
  open_city (&bench, path);
  text = desk_text_new ("zh_CN", desk_engine_get_zone (bench.engine));
  sheet = desk_search_sheet_new ();
  window = bench_window_new (WIDTH, HEIGHT, GTK_WIDGET (sheet));
  desk_search_sheet_set_engine (sheet, bench.engine, text);
  desk_search_sheet_open (sheet);
  entry = find (GTK_WIDGET (sheet), GTK_TYPE_ENTRY);
  bare_window = bench_window_new (WIDTH, HEIGHT, bare_new (&bench));
  bench_frames_watch (&frames, window, NULL, NULL);
  bench_frames_watch (&bare_frames, bare_window, NULL, NULL);
  for (guint i = 0; i < NAMES; i++)
    type_word (&bench, &frames, &bare_frames, entry, GTK_WIDGET (sheet), (GArray *[]){ ours, bare }, rand);
  bench_begin ("city; an entry over a plain list and bare C");
  bench_show ("character to its results painted, p50", " us", bench_times_part (ours, 50), bench_times_part (bare, 50), 0);
  bench_show_target ("character to its results painted, p99", " us", bench_times_part (ours, 99),
                     bench_times_part (bare, 99), TARGET_US);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (bare_window));
  desk_hits_clear (&bench.hits);
  search_probe_close (bench.probe);
  desk_actor_free (bench.actor);
  desk_service_close (bench.service);
  desk_engine_close (bench.engine);
  g_object_unref (bench.engine);
  return bench_end ();
}
