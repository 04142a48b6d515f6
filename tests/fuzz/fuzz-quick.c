/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-entry.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static gint64
find_unit (gpointer data, const char *text, char **label)
{
  if (!g_str_has_prefix (text, "3-2-1501"))
    return 0;
  *label = g_strdup ("3-2-1501");
  return 1;
}

static gint64
find_person (gpointer data, const char *name, gint64 unit_id)
{
  return g_str_equal (name, "张伟");
}

static gint64
find_phone (gpointer data, const char *digits, char **name)
{
  return 0;
}

/* The bytes are the line. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const DeskQuickCategory category = { 1, DESK_CASE_REPAIR, DESK_URGENCY_ORDINARY, "漏水,厨房漏水,a" };
  static GTimeZone *zone = NULL;
  g_autofree char *line = g_strndup ((const char *) data, size);
  DeskQuickLookup lookup = { .find_unit = find_unit, .find_person = find_person, .find_phone = find_phone,
                             .categories = &category, .n_categories = 1, .now = 1763607840 };

  if (zone == NULL)
    zone = g_time_zone_new_identifier ("Asia/Shanghai");
  lookup.zone = zone;
  desk_quick_entry_free (desk_quick_entry_parse (line, &lookup));
  return 0;
}
