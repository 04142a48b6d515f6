/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-staff.h"

#include "desk-changes.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

/* What stands in the trail of somebody's coming and going: field, value (NULL: any), and what is said of it. */
static const struct
{
  const char *field;
  const char *value;
  const char *context;
  const char *words;
} lines[] = {
  { "signed_in", "pin", NP_ ("act", "Signed in by PIN") },
  { "signed_in", NULL, NP_ ("act", "Signed in by password") },
  { "refused", "pin", NP_ ("act", "Wrong PIN, not signed in") },
  { "refused", "password", NP_ ("act", "Wrong password, not signed in") },
  { "locked", "idle", NP_ ("act", "Desk locked by itself") },
  { "locked", NULL, NP_ ("act", "Desk locked by hand") },
  { "clock", NULL, NP_ ("act", "Clock set back while waiting to sign in") },
  { "password", NULL, NP_ ("act", "Password set") },
  { "pin", "", NP_ ("act", "PIN taken away") },
  { "pin", NULL, NP_ ("act", "PIN set") },
};

/* @changes: (element-type DeskFieldChange): of a trail row about somebody who works here.
 * Returns: (transfer full) (nullable): what it says, NULL where it is about something else */
char *
desk_text_session (const DeskText *text, const GPtrArray *changes)
{
  const DeskFieldChange *change = changes->len == 1 ? changes->pdata[0] : NULL;
  const char *value = change != NULL && change->new_value.text != NULL ? change->new_value.text : "";

  if (change != NULL && g_str_equal (change->field, "denied"))
    return desk_text_format (text, N_ ("Refused: %1"), desk_text_right (text, value), NULL);
  for (guint i = 0; change != NULL && i < G_N_ELEMENTS (lines); i++)
    if (g_str_equal (change->field, lines[i].field) && (lines[i].value == NULL || g_str_equal (value, lines[i].value)))
      return g_strdup (desk_text_get_c (text, lines[i].context, lines[i].words));
  return NULL;
}

/* Returns: (transfer full): @value of @field of a change of rights or a request, in words. */
char *
desk_text_right_value (const DeskText *text, const char *field, const char *value)
{
  int level = g_str_equal (field, "level") ? desk_level_find (value) : -1;

  if (g_str_equal (field, "code") && desk_right_find (value) >= 0)
    return g_strdup (desk_text_right (text, value));
  if (level >= 0)
    return g_strdup (desk_text_level (text, (DeskLevel) level));
  if (g_str_equal (field, "use_case"))
    return desk_text_printable (desk_text_act (text, value, FALSE), 60);
  return desk_text_printable (value, 60);
}
