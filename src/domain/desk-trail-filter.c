/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-trail-filter.h"

#define KIND(name) (G_GUINT64_CONSTANT (1) << DESK_KIND_##name)

static const struct
{
  guint64 kinds;       /* bits; 0: by the acts */
  const char *acts[8]; /* nicks of use cases, or their beginning with a "_" at its end */
} filters[] = {
  [DESK_TRAIL_FILTER_ALL] = { ~G_GUINT64_CONSTANT (0), { NULL } },
  [DESK_TRAIL_FILTER_PEOPLE] = { KIND (PERSON) | KIND (PHONE) | KIND (DOCUMENT) | KIND (OCCUPANCY), { NULL } },
  [DESK_TRAIL_FILTER_HOUSES] = { KIND (COMMUNITY) | KIND (BUILDING) | KIND (ENTRANCE) | KIND (UNIT) | KIND (UNIT_STATE)
                                     | KIND (VEHICLE) | KIND (SPACE_LEASE) | KIND (CARE_FLAG) | KIND (INSTRUCTION),
                                 { NULL } },
  [DESK_TRAIL_FILTER_OFFICE]
  = { KIND (STAFF) | KIND (STAFF_SCOPE) | KIND (SETTING) | KIND (IMPORT_LAYOUT) | KIND (SAVED_FILTER) | KIND (RIGHT_CHANGE) | KIND (REQUEST), { NULL } },
  [DESK_TRAIL_FILTER_SHOWN] = { 0, { "reveal_" } },
  [DESK_TRAIL_FILTER_ENTERED] = { 0, { "sign_in", "leave_desk", "set_secret", "reset_secret" } },
  [DESK_TRAIL_FILTER_REFUSED] = { 0, { "note_refusal" } },
  [DESK_TRAIL_FILTER_SHEETS] = { 0, { "take_import", "export_", "note_export", "note_print", "note_restore", "note_backup" } },
  [DESK_TRAIL_FILTER_REMOVED] = { 0, { "remove_" } },
};

/* Does a row about a record of @kind, made by @use_case, pass @filter as far as these two can tell? */
gboolean
desk_trail_filter_has (DeskTrailFilter filter, DeskKind kind, const char *use_case)
{
  g_return_val_if_fail (filter < G_N_ELEMENTS (filters), FALSE);
  if (filters[filter].kinds != 0)
    return (filters[filter].kinds & (G_GUINT64_CONSTANT (1) << kind)) != 0;
  for (guint i = 0; i < G_N_ELEMENTS (filters[filter].acts) && filters[filter].acts[i] != NULL; i++)
    {
      const char *act = filters[filter].acts[i];

      if (g_str_has_suffix (act, "_") ? g_str_has_prefix (use_case, act) : g_str_equal (use_case, act))
        return TRUE;
    }
  return FALSE;
}

/* Did time or a rule do it (nick of a use case), and not the person whose desk it happened at? */
gboolean
desk_trail_is_by_rule (const char *use_case)
{
  return g_str_equal (use_case, "apply_follow_rules") || g_str_equal (use_case, "advance_cases");
}
