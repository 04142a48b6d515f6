/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-import.h"

G_BEGIN_DECLS

gint64 desk_import_word_state (const char *text);
gint64 desk_import_word_unit_kind (const char *text);
gint64 desk_import_word_role (const char *text, const char **relation);
gint64 desk_import_word_person_kind (const char *text);

G_END_DECLS
