/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

gboolean desk_seed_cases (DeskDb *db, GError **error);

G_END_DECLS
