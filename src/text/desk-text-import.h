/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-import.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Words of sheets that come in. Every result belongs to @text or is static, unless it is a char *. */
const char *desk_text_import_kind (const DeskText *text, DeskImport import);
const char *desk_text_import_field (const DeskText *text, DeskImportField field);
const char *desk_text_import_fate (const DeskText *text, DeskFate fate);
char *desk_text_import_makes (const DeskText *text, DeskImport import, gboolean unit, gboolean person);
char *desk_text_import_new (const DeskText *text, DeskImport import, guint n_rows, guint n_units, guint n_people);
char *desk_text_import_changes (const DeskText *text, GPtrArray *changes);
const char *desk_text_import_same (const DeskText *text);
const char *desk_text_import_reason_heading (const DeskText *text);

G_END_DECLS
