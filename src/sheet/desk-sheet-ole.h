/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-source.h"

G_BEGIN_DECLS

GByteArray *desk_sheet_ole_workbook (DeskSheetSource *source, GError **error);

G_END_DECLS
