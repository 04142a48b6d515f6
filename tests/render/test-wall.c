/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "desk-kind.h"
#include "desk-wall-draw.h"

/* The room wall on paper, read back; and what lies where. */

static DeskWall *
building (void)
{
  static const gint64 states[] = { DESK_STATE_LIVED_IN, DESK_STATE_VACANT, DESK_STATE_LET, DESK_STATE_DECORATING };
  DeskWall *wall = desk_wall_new ();

  for (int entrance = 1; entrance <= 3; entrance++)
    for (int floor = 1; floor <= 24; floor++)
      for (int door = 1; door <= 4; door++)
        {
          DeskWallCell *cell = g_new0 (DeskWallCell, 1);
          int n = entrance * 96 + floor * 4 + door;

          *cell = (DeskWallCell){ .unit_id = n, .room = g_strdup_printf ("%d%02d", floor, door),
                                  .entrance = g_strdup_printf ("%d", entrance), .floor = floor,
                                  .state = n % 11 == 0 ? states[n % 4] : DESK_STATE_LIVED_IN,
                                  .n_open = n % 13 == 0 ? n % 4 : 0, .n_late = n % 26 == 0 ? n % 3 : 0 };
          cell->n_open = MAX (cell->n_open, cell->n_late);
          cell->label = g_strdup_printf ("3-%d-%s", entrance, cell->room);
          g_ptr_array_add (wall->cells, cell);
        }
  desk_wall_arrange (wall);
  return wall;
}

static void
test_paper (void)
{
  g_autoptr (DeskText) text = desk_text_new ("zh_CN", NULL);
  g_autofree char *folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "wall.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (DeskPaper) paper = desk_wall_paper_new (building (), DESK_WALL_REPAIRS, text, "3 栋 · 报修");
  PopplerDocument *document;
  PopplerPage *page;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_true (desk_paper_write_pdf (paper, path, "房态图", NULL, &error));
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  words = poppler_page_get_text (page);
  g_assert_nonnull (strstr (words, "3 栋"));
  g_assert_nonnull (strstr (words, "2 单元"));
  g_assert_nonnull (strstr (words, "24"));
  g_assert_nonnull (strstr (words, "超"));
  g_assert_nonnull (strstr (words, "租"));
  g_object_unref (page);
  g_object_unref (document);
  g_unlink (path);
  g_rmdir (folder);
}

/* Every cell is found in its own middle, nothing beside the cells; on areas of any size. */
static void
test_pick (void)
{
  static const double sizes[][2] = { { 0, 0 }, { 900, 600 }, { 5000, 5000 } };
  g_autoptr (DeskWall) wall = building ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      DeskWallPlan plan;

      desk_wall_plan (wall, sizes[i][0], sizes[i][1], 14, &plan);
      for (guint k = 0; k < wall->cells->len; k++)
        {
          double box[4];

          desk_wall_cell_box (wall, &plan, wall->cells->pdata[k], box);
          g_assert_true (desk_wall_pick (wall, &plan, box[0] + box[2] / 2, box[1] + box[3] / 2) == wall->cells->pdata[k]);
        }
      g_assert_null (desk_wall_pick (wall, &plan, 1, 1));
      g_assert_null (desk_wall_pick (wall, &plan, -5, 100000));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall/paper", test_paper);
  g_test_add_func ("/wall/pick", test_pick);
  return g_test_run ();
}
