/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outage.h"

#include <string.h>

#include "desk-register-case.h"
#include "desk-rule.h"
#include "desk-rule-case.h"
#include "desk-string.h"

static const char *const topic_nicks[]
    = { "water", "power", "gas", "heating", "lift", "network", "access", "other" };
const DeskEnumSpec desk_enum_outage_topic = { "outage_topic", topic_nicks, G_N_ELEMENTS (topic_nicks) };

#define FIELD(T, f, type, flags, kind, values) { #f, DESK_FIELD_##type, G_STRUCT_OFFSET (T, f), flags, kind, values }
#define TEXT(T, f, flags) FIELD (T, f, TEXT, flags, DESK_KIND_NONE, NULL)
#define TIME(T, f) FIELD (T, f, TIME, 0, DESK_KIND_NONE, NULL)
#define REF(T, f, kind) FIELD (T, f, REF, 0, DESK_KIND_##kind, NULL)

static const DeskFieldSpec outage_fields[] = {
  FIELD (DeskOutage, topic, ENUM, 0, DESK_KIND_NONE, &desk_enum_outage_topic),
  TEXT (DeskOutage, title, 0),
  TEXT (DeskOutage, buildings, 0),
  TIME (DeskOutage, begun_at),
  TIME (DeskOutage, expected_at),
  TEXT (DeskOutage, script, DESK_FIELD_LINES),
  REF (DeskOutage, staff_id, STAFF),
  TIME (DeskOutage, ended_at),
  REF (DeskOutage, ended_by, STAFF),
  TEXT (DeskOutage, ending, DESK_FIELD_LINES),
};

static const DeskFieldSpec outage_building_fields[] = {
  REF (DeskOutageBuilding, outage_id, OUTAGE),
  REF (DeskOutageBuilding, building_id, BUILDING),
};

static const DeskFieldSpec outage_call_fields[] = {
  REF (DeskOutageCall, outage_id, OUTAGE),
  REF (DeskOutageCall, visit_id, VISIT),
  TIME (DeskOutageCall, told_at),
  REF (DeskOutageCall, told_by, STAFF),
};

#define SPEC(kind, T, fields) { DESK_KIND_##kind, sizeof (T), fields, G_N_ELEMENTS (fields) }

static const DeskRecordSpec specs[] = {
  SPEC (OUTAGE, DeskOutage, outage_fields),
  SPEC (OUTAGE_BUILDING, DeskOutageBuilding, outage_building_fields),
  SPEC (OUTAGE_CALL, DeskOutageCall, outage_call_fields),
};

/* Returns: (transfer none) (nullable): the table of @kind's fields, NULL where it is none of these. */
const DeskRecordSpec *
desk_outage_spec (DeskKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (specs[i].kind == kind)
      return &specs[i];
  return NULL;
}

/* What is out, since when, what callers are told. An expected end comes after the beginning. */
void
desk_rule_outage (DeskOutage *outage, GPtrArray *problems)
{
  desk_rule_choice (outage->topic, &desk_enum_outage_topic, "topic", -1, problems);
  desk_rule_text (&outage->title, "title", -1, 0, DESK_TITLE_LENGTH, FALSE, problems);
  desk_rule_text (&outage->buildings, "buildings", -1, 0, 1000, FALSE, problems);
  desk_rule_text (&outage->script, "script", -1, 1, DESK_DETAIL_LENGTH, TRUE, problems);
  desk_rule_text (&outage->ending, "ending", -1, outage->ended_at != 0 ? 1 : 0, DESK_DETAIL_LENGTH, TRUE, problems);
  if (outage->begun_at == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "begun_at", -1, NULL));
  if (outage->expected_at != 0 && outage->expected_at <= outage->begun_at)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_OUTAGE_ENDS_EARLY, "expected_at", -1, NULL));
}

/* Returns: (transfer full): the words of what was typed for buildings, "3栋、5-7" → "3栋", "5-7"; no word twice. */
char **
desk_outage_split (const char *buildings)
{
  g_autofree char *plain = desk_string_half_width (buildings != NULL ? buildings : "");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *from = plain;

  for (const char *at = plain;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != 0 && c != ',' && c != ';' && c != 0x3001 && c != 0xFF0C && c != 0xFF1B && !g_unichar_isspace (c))
        continue;
      if (at > from)
        {
          char *word = g_strndup (from, (gsize) (at - from));

          if (g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
            g_free (word);
          else
            g_ptr_array_add (words, word);
        }
      if (c == 0)
        break;
      from = g_utf8_next_char (at);
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* Is @word a run of numbered buildings, "5-7"? */
gboolean
desk_outage_range (const char *word, gint64 *from, gint64 *to)
{
  g_autofree char *bare = desk_outage_bare (word);
  char *end = NULL;

  *from = g_ascii_strtoll (bare, &end, 10);
  if (end == bare || !g_ascii_isdigit (*bare) || (*end != '-' && *end != '~'))
    return FALSE;
  if (!g_ascii_isdigit (end[1]))
    return FALSE;
  *to = g_ascii_strtoll (end + 1, &end, 10);
  return *end == '\0' && *from > 0 && *to >= *from && *to - *from < DESK_OUTAGE_MAX_BUILDINGS;
}

/* Returns: (transfer full): the code in what people write for a building: "3栋", "3号楼", "3#" → "3". */
char *
desk_outage_bare (const char *word)
{
  static const char *const ends[] = { "号楼", "栋", "幢", "座", "#", "楼" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (word, ends[i]) && strlen (word) > strlen (ends[i]))
      return g_strndup (word, strlen (word) - strlen (ends[i]));
  return g_strdup (word);
}
