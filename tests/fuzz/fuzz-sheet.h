/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet-test.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

void fuzz_sheet_read (const void *bytes, gsize length, const DeskSheetOptions *options);
