/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * The files that go with a log entry, a case or a message, as a section of its page: small pictures with their names; a
 * button, dropping and Ctrl+V add some, Enter opens a copy, S saves one elsewhere, Delete takes one away and can be undone.
 *
 * To embed it, a page makes one and appends it to its box; each time it shows another record it says so:
 *
 *   self->files = desk_attachment_section_new (engine, text);
 *   desk_attachment_section_show (DESK_ATTACHMENT_SECTION (self->files), DESK_KIND_SERVICE_CASE, id);
 *
 * That is all: it reads for itself, and anew when an attachment changes; says what went wrong inside itself; greys out for
 * whoever may not. Ctrl+V works wherever the focus is in the window, as long as the section is on the screen and nothing
 * with the focus takes the paste itself (a text field does). What is dropped on it is not taken for a sheet to import.
 */
#define DESK_TYPE_ATTACHMENT_SECTION (desk_attachment_section_get_type ())
G_DECLARE_FINAL_TYPE (DeskAttachmentSection, desk_attachment_section, DESK, ATTACHMENT_SECTION, GtkWidget)

GtkWidget *desk_attachment_section_new (DeskEngine *engine, DeskText *text);
void desk_attachment_section_show (DeskAttachmentSection *self, DeskKind kind, gint64 id);

G_END_DECLS
