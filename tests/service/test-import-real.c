/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../unit/shared-data.h"
#include "desk-fixture.h"
#include "desk-import-plan.h"

/* Sheets of two other systems and lists of complaints, read as a person would read them: what kind of sheet it is, where
 * that shall be found out, how many rows there are, and what becomes of them. */
static const struct
{
  const char *file;
  const char *sheet; /* NULL: the first */
  DeskImport import;
  const char *missing; /* the field that no column gives; then the rows are not looked at */
  guint read, fresh, doubt, reject;
  const char *first; /* unit | person | phone of the first row; of a case its number */
  gboolean guessed;  /* the kind is found out */
} sheets[] = {
  { "java110_importRoom.masked.xlsx", NULL, DESK_IMPORT_REGISTER, NULL, 1, 1, 0, 0, "1-1-1001|吴学文|13800138000" },
  { "java110_hc.masked.xlsx", "房屋信息", DESK_IMPORT_UNITS, NULL, 8, 8, 0, 0, "1-1-1011||" },
  { "java110_hc.masked.xlsx", "业主信息", DESK_IMPORT_PEOPLE, NULL, 5, 5, 0, 0, "|吴学文|18999999999" },
  { "java110_hc.masked.xlsx", "楼栋单元", DESK_IMPORT_UNITS, "label", 0, 0, 0, 0, NULL },
  { "java110_hc.masked.xlsx", "费用设置", DESK_IMPORT_REGISTER, "label", 0, 0, 0, 0, NULL },
  { "java110_hc20200610.masked.xlsx", "房屋信息", DESK_IMPORT_UNITS, NULL, 8, 8, 0, 0, "1-1-1011||" },
  { "java110_hc20200610.masked.xlsx", "业主信息", DESK_IMPORT_PEOPLE, NULL, 5, 5, 0, 0, "|吴学文|18999999999" },
  { "java110_wy.masked.xlsx", "房屋信息", DESK_IMPORT_UNITS, NULL, 8, 8, 0, 0, "1-1-1011||" },
  { "java110_wy.masked.xlsx", "业主信息", DESK_IMPORT_PEOPLE, NULL, 5, 5, 0, 0, "|吴学文|18999999999" },
  { "java110_importFeeDetail.xlsx", NULL, DESK_IMPORT_UNITS, NULL, 3, 1, 2, 0, "1-1-1001||" },
  { "java110_importCarFeeDetail.xlsx", NULL, DESK_IMPORT_REGISTER, "label", 0, 0, 0, 0, NULL },
  { "java110_importResourceStore.xlsx", NULL, DESK_IMPORT_REGISTER, "label", 0, 0, 0, 0, NULL },
  { "java110_meterMachine.xlsx", NULL, DESK_IMPORT_UNITS, NULL, 1, 1, 0, 0, "33||" },
  { "condo_contact-import-en.xlsx", NULL, DESK_IMPORT_REGISTER, NULL, 5, 0, 0, 5, NULL },
  { "condo_ticket-import-en.xlsx", NULL, DESK_IMPORT_REGISTER, NULL, 10, 0, 0, 10, NULL },
  { "condo_meter-import-en.xlsx", NULL, DESK_IMPORT_UNITS, NULL, 10, 0, 0, 10, NULL },
  { "condo_property-import-en.xlsx", NULL, DESK_IMPORT_UNITS, NULL, 1, 1, 0, 0, NULL },
  { "condo_propertyMeter-import-en.xlsx", NULL, DESK_IMPORT_UNITS, NULL, 10, 0, 0, 10, NULL },
  { "condo_ticket-import-en.xlsx", NULL, DESK_IMPORT_CASES, NULL, 10, 0, 0, 10, NULL, TRUE },
  { "teddycup2020c_att1_categories_517.xlsx", NULL, DESK_IMPORT_UNITS, "label", 0, 0, 0, 0, NULL, TRUE },
  { "teddycup2020c_att2_sample_labeled_495.xlsx", NULL, DESK_IMPORT_COMPLAINTS, NULL, 495, 494, 1, 0, "24", TRUE },
  { "teddycup2020c_att3_full_4326.xlsx", NULL, DESK_IMPORT_COMPLAINTS, NULL, 4326, 4326, 0, 0, "188006", TRUE },
  { "condo_contact-import-ru.xlsx", NULL, DESK_IMPORT_REGISTER, "label", 0, 0, 0, 0, NULL },
  { "condo_ticket-import-ru.xlsx", NULL, DESK_IMPORT_REGISTER, "label", 0, 0, 0, 0, NULL },
  { "condo_meter-import-ru.xlsx", NULL, DESK_IMPORT_REGISTER, "label", 0, 0, 0, 0, NULL },
  { "condo_property-import-ru.xlsx", NULL, DESK_IMPORT_REGISTER, "label", 0, 0, 0, 0, NULL },
  { "condo_propertyMeter-import-ru.xlsx", NULL, DESK_IMPORT_REGISTER, "label", 0, 0, 0, 0, NULL },
};

static char *
say_first (DeskImportPlan *plan)
{
  const DeskImportRow *row = desk_import_plan_get_line (plan, 0)->data;
  GString *said = g_string_new (NULL);

  if (row->service_case != NULL)
    {
      g_string_append (said, row->service_case->external_no);
      return g_string_free (said, FALSE);
    }
  if (row->unit != NULL)
    g_string_append_printf (said, "%s%s%s%s%s", row->building, *row->building ? "-" : "", row->entrance,
                            *row->entrance ? "-" : "", row->unit->room);
  g_string_append_printf (said, "|%s|%s", row->person != NULL ? row->person->name : "",
                          row->phones->len > 0 ? ((const DeskPhone *) row->phones->pdata[0])->number : "");
  return g_string_free (said, FALSE);
}

static void
test_sheet (DeskFixture *f, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *file = g_build_filename (g_str_has_prefix (sheets[i].file, "teddycup") ? "zh_complaints" : "import_templates",
                                            sheets[i].file, NULL);
  g_autofree char *path = shared_data (file);
  g_autofree char *first = NULL;
  DeskImportRequest request = { .import = sheets[i].guessed ? DESK_N_IMPORTS : sheets[i].import, .path = path, .sheet = sheets[i].sheet };
  g_autoptr (DeskImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  desk_fixture_community (f);
  plan = desk_import_plan_prepare (f->service, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_import_plan_get_import (plan), ==, sheets[i].import);
  g_assert_cmpstr (desk_import_field_nick (desk_import_plan_get_missing (plan)), ==,
                   sheets[i].missing != NULL ? sheets[i].missing : "");
  for (guint k = 0; k < desk_import_plan_get_n_columns (plan); k++)
    g_test_message ("%s: %s", desk_import_plan_get_heading (plan, k),
                    desk_import_field_nick (desk_import_plan_get_field (plan, k, NULL)));
  if (sheets[i].missing != NULL)
    return;
  for (guint k = 0; k < desk_import_plan_get_n_lines (plan); k++)
    {
      const DeskImportLine *line = desk_import_plan_get_line (plan, k);

      g_test_message ("row %u: %s, %s", line->row, line->cells[0],
                      line->problems != NULL ? desk_problem_nick (((DeskProblem *) line->problems->pdata[0])->code) : "");
    }
  g_assert_cmpuint (desk_import_plan_get_n_lines (plan), ==, sheets[i].read);
  g_assert_cmpuint (desk_import_plan_count (plan, DESK_FATE_NEW), ==, sheets[i].fresh);
  g_assert_cmpuint (desk_import_plan_count (plan, DESK_FATE_DOUBT), ==, sheets[i].doubt);
  g_assert_cmpuint (desk_import_plan_count (plan, DESK_FATE_REJECT), ==, sheets[i].reject);
  if (sheets[i].first == NULL)
    return;
  first = say_first (plan);
  g_assert_cmpstr (first, ==, sheets[i].first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-real/%s/%s/%s", sheets[i].file, desk_import_nick (sheets[i].import),
                                               sheets[i].sheet != NULL ? sheets[i].sheet : "first");

      g_test_add (path, DeskFixture, GSIZE_TO_POINTER (i), desk_fixture_set_up_test, test_sheet,
                  desk_fixture_tear_down_test);
    }
  return g_test_run ();
}
