/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <pango/pango.h>
#include <unistd.h>

#include "desk-renderer.h"
#include "desk-search-order.h"
#include "desk-store-path.h"

/* What of the window works without a display. */

static const struct
{
  DeskRendererFacts facts; /* wish, GSK_RENDERER, hardware, minor version of GTK */
  DeskRendererChoice choice;
} renderers[] = {
  /* without hardware: Cairo, and GL is not even started */
  { { "auto", NULL, FALSE, 8 }, { "cairo", "gl-disable", NULL } },
  { { "auto", NULL, FALSE, 12 }, { "cairo", "gl-disable", NULL } },
  { { "auto", NULL, FALSE, 14 }, { "cairo", NULL, "gl,vulkan" } },
  { { "auto", NULL, FALSE, 18 }, { "cairo", NULL, "gl,vulkan" } },
  /* with it: GTK decides */
  { { "auto", NULL, TRUE, 8 }, { NULL, NULL, NULL } },
  { { "auto", NULL, TRUE, 18 }, { NULL, NULL, NULL } },
  /* the preference stands above the guess */
  { { "cairo", NULL, TRUE, 8 }, { "cairo", "gl-disable", NULL } },
  { { "cairo", NULL, TRUE, 18 }, { "cairo", NULL, "gl,vulkan" } },
  { { "gl", NULL, FALSE, 8 }, { NULL, NULL, NULL } },
  /* the environment stands above all */
  { { "auto", "ngl", FALSE, 18 }, { NULL, NULL, NULL } },
  { { "cairo", "gl", FALSE, 8 }, { NULL, NULL, NULL } },
  /* a value nobody knows is as good as none */
  { { "nonsense", NULL, FALSE, 8 }, { "cairo", "gl-disable", NULL } },
  { { NULL, NULL, TRUE, 8 }, { NULL, NULL, NULL } },
};

static void
test_renderer (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (renderers); i++)
    {
      DeskRendererChoice choice = desk_renderer_choose (&renderers[i].facts);

      g_test_message ("row %u", i);
      g_assert_cmpstr (choice.renderer, ==, renderers[i].choice.renderer);
      g_assert_cmpstr (choice.debug_word, ==, renderers[i].choice.debug_word);
      g_assert_cmpstr (choice.disable, ==, renderers[i].choice.disable);
    }
}

/* A folder like /sys/class/drm with one node of that driver. */
static char *
drm_folder (const char *node, const char *driver)
{
  char *folder = g_dir_make_tmp ("drm-XXXXXX", NULL);
  g_autofree char *device = g_build_filename (folder, node, "device", NULL);
  g_autofree char *link = g_build_filename (device, "driver", NULL);
  g_autofree char *target = g_strconcat ("../../../bus/pci/drivers/", driver, NULL);

  g_assert_cmpint (g_mkdir_with_parents (device, 0700), ==, 0);
  g_assert_cmpint (symlink (target, link), ==, 0);
  return folder;
}

static void
test_hardware (void)
{
  static const struct
  {
    const char *node, *driver;
    gboolean draws;
  } nodes[] = {
    { "renderD128", "i915", TRUE },  { "renderD128", "amdgpu", TRUE },      { "renderD129", "panfrost", TRUE },
    { "renderD128", "vgem", FALSE }, { "renderD128", "simpledrm", FALSE }, { "card0", "i915", FALSE },
  };

  g_assert_false (desk_renderer_has_hardware ("/nonexistent"));
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autofree char *folder = drm_folder (nodes[i].node, nodes[i].driver);

      g_test_message ("%s %s", nodes[i].node, nodes[i].driver);
      g_assert_cmpint (desk_renderer_has_hardware (folder), ==, nodes[i].draws);
    }
}

static void
test_instance (void)
{
  g_autofree char *usual = desk_store_path_instance_id ("/srv/a.frontdesk", "/srv/a.frontdesk");
  g_autofree char *other = desk_store_path_instance_id ("/srv/b.frontdesk", "/srv/a.frontdesk");
  g_autofree char *again = desk_store_path_instance_id ("/srv/b.frontdesk", "/srv/a.frontdesk");
  g_autofree char *third = desk_store_path_instance_id ("/srv/物业.frontdesk", "/srv/a.frontdesk");
  g_autofree char *here = desk_store_path_canonical ("/srv/./x/../b.frontdesk");

  g_assert_cmpstr (usual, ==, DESK_APP_ID);
  g_assert_true (g_str_has_prefix (other, DESK_APP_ID "."));
  g_assert_cmpstr (other, ==, again);
  g_assert_cmpstr (other, !=, third);
  g_assert_true (g_application_id_is_valid (other));
  g_assert_true (g_application_id_is_valid (third));
  g_assert_cmpstr (here, ==, "/srv/b.frontdesk");
}

static void
test_words (void)
{
  g_autofree char *inside = g_build_filename (g_get_home_dir (), "Documents", "desk.frontdesk", NULL);
  g_autofree char *words = desk_store_path_words (inside);
  g_autofree char *outside = desk_store_path_words ("/srv/desk.frontdesk");
  g_autofree char *beside = g_strconcat (g_get_home_dir (), "2/desk.frontdesk", NULL);
  g_autofree char *whole = desk_store_path_words (beside);

  g_assert_cmpstr (words, ==, "Documents › desk.frontdesk");
  g_assert_cmpstr (outside, ==, "/srv/desk.frontdesk");
  g_assert_cmpstr (whole, ==, beside);
}

static void
test_prepare (void)
{
  g_autofree char *root = g_dir_make_tmp ("place-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (root, "a", "b", "desk.frontdesk", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  g_assert_true (desk_store_path_prepare (path));
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_false (desk_store_path_prepare ("/proc/nowhere/desk.frontdesk"));
}

static void
test_markup (void)
{
  static const struct
  {
    const char *text, *matched, *markup;
  } rows[] = {
    { "3-2-1501", "1501", "3-2-<b><u>1501</u></b>" },
    { "张淑芬", "张", "<b><u>张</u></b>淑芬" },
    { "张淑芬", "张淑芬", "<b><u>张淑芬</u></b>" },
    { "张淑芬", NULL, "张淑芬" },
    { "张淑芬", "", "张淑芬" },
    { "张淑芬", "李", "张淑芬" },
    { "<b>A & B</b>", "A & B", "&lt;b&gt;<b><u>A &amp; B</u></b>&lt;/b&gt;" },
    { "", "x", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *markup = desk_search_markup (rows[i].text, rows[i].matched);

      g_assert_cmpstr (markup, ==, rows[i].markup);
      g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL));
    }
}

/* Kinds and ids of the hits, as one text: "4:1 6:2". */
static char *
order (const DeskHits *hits, guint most)
{
  g_autoptr (GPtrArray) rows = desk_search_order (hits, most);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const DeskHit *hit = rows->pdata[i];

      g_string_append_printf (words, "%s%d:%d", i > 0 ? " " : "", (int) hit->kind, (int) hit->id);
    }
  return g_string_free (words, FALSE);
}

static void
test_order (void)
{
  static const DeskHit found[] = {
    { .kind = DESK_KIND_PERSON, .id = 1 }, { .kind = DESK_KIND_UNIT, .id = 2 },   { .kind = DESK_KIND_PERSON, .id = 3 },
    { .kind = DESK_KIND_UNIT, .id = 4 },   { .kind = DESK_KIND_PERSON, .id = 5 }, { .kind = DESK_KIND_VEHICLE, .id = 6 },
  };
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  DeskHits hits = { .hits = array };
  g_autofree char *none = order (&hits, 0);
  g_autofree char *all = NULL;
  g_autofree char *two = NULL;

  g_assert_cmpstr (none, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    g_ptr_array_add (array, (gpointer) &found[i]);
  all = order (&hits, 0);
  two = order (&hits, 2);
  g_assert_cmpstr (all, ==, "6:1 6:3 6:5 4:2 4:4 10:6");
  g_assert_cmpstr (two, ==, "6:1 6:3 4:2 4:4 10:6");
}

static void
test_kinds (void)
{
  const DeskSearchKind *kinds;
  guint n = desk_search_kinds (&kinds);

  g_assert_cmpuint (n, >=, 3);
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (desk_kind_nick (kinds[i].kind));
      g_assert_cmpstr (desk_search_icon (kinds[i].kind), ==, kinds[i].icon);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/renderer/choice", test_renderer);
  g_test_add_func ("/gui/renderer/hardware", test_hardware);
  g_test_add_func ("/gui/store-path/instance", test_instance);
  g_test_add_func ("/gui/store-path/words", test_words);
  g_test_add_func ("/gui/store-path/prepare", test_prepare);
  g_test_add_func ("/gui/search/markup", test_markup);
  g_test_add_func ("/gui/search/order", test_order);
  g_test_add_func ("/gui/search/kinds", test_kinds);
  return g_test_run ();
}
