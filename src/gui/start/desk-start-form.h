/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"

G_BEGIN_DECLS

/* The community and its first building; or, before a sheet, which brings the buildings, the community
 * alone. Signals: "made" (DeskEngine *), "back" (), "kept" (): words of an earlier run stand in it again. */
#define DESK_TYPE_START_FORM (desk_start_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskStartForm, desk_start_form, DESK, START_FORM, AdwBin)

DeskStartForm *desk_start_form_new (gboolean for_sheet);
void desk_start_form_prepare (DeskStartForm *self, const char *path, DeskEngine *engine);
void desk_start_form_begin (DeskStartForm *self, const char *path, DeskEngine *engine);
void desk_start_form_submit (DeskStartForm *self);

G_END_DECLS
