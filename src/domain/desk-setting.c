/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-setting.h"

static const struct
{
  const char *name;
  const char *value;
} settings[] = {
#define X(code, name, value) { name, value },
  DESK_SETTINGS (X)
#undef X
};

/* The name under which the store keeps the setting, static. */
const char *
desk_setting_name (DeskSettingCode code)
{
  return settings[code].name;
}

/* What holds where the store says nothing, static. */
const char *
desk_setting_default (DeskSettingCode code)
{
  return settings[code].value;
}

/* Returns: the code of the setting called @name, or -1. */
int
desk_setting_find (const char *name)
{
  for (int i = 0; i < DESK_N_SETTINGS; i++)
    if (g_strcmp0 (settings[i].name, name) == 0)
      return i;
  return -1;
}
