/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"
#include "desk-window.h"

G_BEGIN_DECLS

/* Gives whoever is at the desk another password or PIN. */
void desk_password_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text, DeskSecretKind kind);

/* The same for a password that somebody else gave: @known is what was just typed. */
void desk_password_dialog_due (DeskWindow *parent, const char *known);

/* Gives @staff_id a new password, which that person has to change. */
void desk_password_dialog_reset (GtkWindow *parent, DeskEngine *engine, DeskText *text, gint64 staff_id, const char *name);

G_END_DECLS
