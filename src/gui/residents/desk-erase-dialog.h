/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-register.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Asks whether a person shall be erased on request, says what stays, and does it. */
void desk_erase_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text, const DeskPerson *person);

G_END_DECLS
