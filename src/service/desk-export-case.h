/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-tx.h"

G_BEGIN_DECLS

gboolean desk_export_cases (DeskTx *tx, const DeskExportInput *in, guint *n_rows, GError **error);

G_END_DECLS
