/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-service.h"

G_BEGIN_DECLS

/* The people of the demonstration: one for each role, with PINs that its sign-in page shows. */
gboolean desk_demo_add_staff (DeskService *service, const DeskActor *actor, GError **error);
const char *desk_demo_pin (const char *login);

G_END_DECLS
