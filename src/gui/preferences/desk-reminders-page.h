/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The page of the preferences about what falls due: whether and how the desktop says it, and whether the program goes on
 * without a window. Everything belongs to this person on this computer and applies at once. */
#define DESK_TYPE_REMINDERS_PAGE (desk_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskRemindersPage, desk_reminders_page, DESK, REMINDERS_PAGE, AdwPreferencesPage)

G_END_DECLS
