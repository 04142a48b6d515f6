/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-use-case.h"

G_BEGIN_DECLS

/* Inputs as text, for requests: what somebody asked for is kept until another approves it. GVariant's text form, a
 * dictionary by field names, so that a field that comes later is empty in an older request. A use case whose input has
 * no code cannot be asked for. */
char *desk_input_encode (DeskUseCase use_case, gconstpointer input);
gpointer desk_input_decode (DeskUseCase use_case, const char *text);

G_END_DECLS
