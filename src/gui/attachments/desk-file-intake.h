/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * Files on their way to a record, one after the other: each is read and made smaller on the engine's thread of long reads,
 * then kept. What was added for one record goes there, also when the page shows another meanwhile.
 *
 * Signals:
 *  progress (guint done, guint total)   total 0: nothing is under way
 *  kept (gint64 act)                    one is there; the act takes it back
 *  failed (GError *)                    one is not, and why
 */
#define DESK_TYPE_FILE_INTAKE (desk_file_intake_get_type ())
G_DECLARE_FINAL_TYPE (DeskFileIntake, desk_file_intake, DESK, FILE_INTAKE, GObject)

DeskFileIntake *desk_file_intake_new (DeskEngine *engine);
void desk_file_intake_add (DeskFileIntake *self, DeskKind kind, gint64 id, GFile *file);
void desk_file_intake_add_bytes (DeskFileIntake *self, DeskKind kind, gint64 id, GBytes *bytes, const char *name);
gboolean desk_file_intake_paste (DeskFileIntake *self, DeskKind kind, gint64 id, GdkClipboard *clipboard,
                                 const char *picture_name);
void desk_file_intake_stop (DeskFileIntake *self);

G_END_DECLS
