/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

/* The forms of an outage: reported or changed (@outage NULL: a new one), and its end. */
void desk_outage_form_open (DeskWindow *window, const DeskOutage *outage);
void desk_outage_end_form_open (DeskWindow *window, const DeskOutageCard *card);

G_END_DECLS
