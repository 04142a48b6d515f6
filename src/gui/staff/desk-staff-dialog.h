/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What its words are called in the drafts: then follows the id, 0 of a new one. */
#define DESK_STAFF_DIALOG_DRAFT "staff:"

/* The form of somebody who works here. @card: (nullable): as it stands; NULL makes a new one, with a first password. */
void desk_staff_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text, const DeskStaffCard *card);

G_END_DECLS
