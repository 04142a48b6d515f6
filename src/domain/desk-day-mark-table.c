/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-worktime.h"

/* Public holidays and the weekend days worked in their place: the State Council's notices for 2024 to 2026. Weekend
 * days inside a holiday stand here, too, so that the table says the whole holiday. In the order of days. */
static const DeskDayMark shipped[] = {
  { 20240101, FALSE }, /* New Year */
  { 20240204, TRUE },
  { 20240210, FALSE }, /* Spring Festival */
  { 20240211, FALSE }, { 20240212, FALSE }, { 20240213, FALSE }, { 20240214, FALSE },
  { 20240215, FALSE }, { 20240216, FALSE }, { 20240217, FALSE },
  { 20240218, TRUE },
  { 20240404, FALSE }, /* Qingming */
  { 20240405, FALSE }, { 20240406, FALSE },
  { 20240407, TRUE },
  { 20240428, TRUE },
  { 20240501, FALSE }, /* Labour Day */
  { 20240502, FALSE }, { 20240503, FALSE }, { 20240504, FALSE }, { 20240505, FALSE },
  { 20240511, TRUE },
  { 20240608, FALSE }, /* Dragon Boat */
  { 20240609, FALSE }, { 20240610, FALSE },
  { 20240914, TRUE },
  { 20240915, FALSE }, /* Mid-Autumn */
  { 20240916, FALSE }, { 20240917, FALSE },
  { 20240929, TRUE },
  { 20241001, FALSE }, /* National Day */
  { 20241002, FALSE }, { 20241003, FALSE }, { 20241004, FALSE }, { 20241005, FALSE },
  { 20241006, FALSE }, { 20241007, FALSE },
  { 20241012, TRUE },

  { 20250101, FALSE },
  { 20250126, TRUE },
  { 20250128, FALSE },
  { 20250129, FALSE }, { 20250130, FALSE }, { 20250131, FALSE }, { 20250201, FALSE },
  { 20250202, FALSE }, { 20250203, FALSE }, { 20250204, FALSE },
  { 20250208, TRUE },
  { 20250404, FALSE },
  { 20250405, FALSE }, { 20250406, FALSE },
  { 20250427, TRUE },
  { 20250501, FALSE },
  { 20250502, FALSE }, { 20250503, FALSE }, { 20250504, FALSE }, { 20250505, FALSE },
  { 20250531, FALSE },
  { 20250601, FALSE }, { 20250602, FALSE },
  { 20250928, TRUE },
  { 20251001, FALSE }, /* with Mid-Autumn */
  { 20251002, FALSE }, { 20251003, FALSE }, { 20251004, FALSE }, { 20251005, FALSE },
  { 20251006, FALSE }, { 20251007, FALSE }, { 20251008, FALSE },
  { 20251011, TRUE },

  { 20260101, FALSE },
  { 20260102, FALSE }, { 20260103, FALSE },
  { 20260104, TRUE },
  { 20260214, TRUE },
  { 20260215, FALSE },
  { 20260216, FALSE }, { 20260217, FALSE }, { 20260218, FALSE }, { 20260219, FALSE },
  { 20260220, FALSE }, { 20260221, FALSE }, { 20260222, FALSE }, { 20260223, FALSE },
  { 20260228, TRUE },
  { 20260404, FALSE },
  { 20260405, FALSE }, { 20260406, FALSE },
  { 20260501, FALSE },
  { 20260502, FALSE }, { 20260503, FALSE }, { 20260504, FALSE }, { 20260505, FALSE },
  { 20260509, TRUE },
  { 20260619, FALSE },
  { 20260620, FALSE }, { 20260621, FALSE },
  { 20260920, TRUE },
  { 20260925, FALSE },
  { 20260926, FALSE }, { 20260927, FALSE },
  { 20261001, FALSE },
  { 20261002, FALSE }, { 20261003, FALSE }, { 20261004, FALSE }, { 20261005, FALSE },
  { 20261006, FALSE }, { 20261007, FALSE },
  { 20261010, TRUE },
};

/* Returns: (transfer none): the marks a new store begins with, in the order of days. */
const DeskDayMark *
desk_day_marks_shipped (guint *n_marks)
{
  *n_marks = G_N_ELEMENTS (shipped);
  return shipped;
}

/* Is anything known of @year's holidays? A year without counts its weekends only, and somebody must be told. */
gboolean
desk_day_marks_cover (const DeskDayMark *marks, guint n_marks, int year)
{
  for (guint i = 0; i < n_marks; i++)
    if (desk_day_year (marks[i].day) == year)
      return TRUE;
  return FALSE;
}
