/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-tx.h"

G_BEGIN_DECLS

/* Draws what is to be called back of everything done before today that no draw has looked at; internal to the service. */
gboolean desk_callbacks_draw (DeskTx *tx, DeskSaved *out, GError **error);

G_END_DECLS
