/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-batch.h"
#include "desk-sheet-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  gboolean hidden;
} DeskSheetInfo;

/* What a reader tells about its file; filled in while a backend opens it. */
typedef struct
{
  GArray *sheets; /* DeskSheetInfo */
  guint sheet;    /* the one that is read */
  const char *encoding;
  DeskSheetEncodingReason reason;
  char separator;
  gboolean date_1904;
  GArray *merged; /* DeskSheetArea, by first row */
} DeskSheetFacts;

/* One format: parses its file a chunk at a time into a batch of rows. */
typedef struct _DeskSheetBackend DeskSheetBackend;

struct _DeskSheetBackend
{
  /* Adds the rows of the next chunk (perhaps none); clears @more after the last. */
  gboolean (*fill) (DeskSheetBackend *self, DeskSheetBatch *batch, gboolean *more, GCancellable *cancellable,
                    GError **error);
  void (*free) (DeskSheetBackend *self);
  /* Fills in the merged areas, where opening did not; NULL where it did or there are none. */
  gboolean (*find_merged) (DeskSheetBackend *self, GCancellable *cancellable, GError **error);
};

/* Each opens its format; @source outlives what it returns. */
typedef DeskSheetBackend *(*DeskSheetBackendOpen) (DeskSheetSource *source, const DeskSheetOptions *options,
                                                   DeskSheetFacts *facts, GCancellable *cancellable, GError **error);

DeskSheetBackend *desk_sheet_csv_open (DeskSheetSource *source, const DeskSheetOptions *options,
                                       DeskSheetFacts *facts, GCancellable *cancellable, GError **error);
DeskSheetBackend *desk_sheet_xlsx_open (DeskSheetSource *source, const DeskSheetOptions *options,
                                        DeskSheetFacts *facts, GCancellable *cancellable, GError **error);
DeskSheetBackend *desk_sheet_xls_open (DeskSheetSource *source, const DeskSheetOptions *options,
                                       DeskSheetFacts *facts, GCancellable *cancellable, GError **error);

void desk_sheet_facts_add_sheet (DeskSheetFacts *facts, const char *name, gboolean hidden);
gboolean desk_sheet_facts_choose (DeskSheetFacts *facts, const char *name, DeskSheetSource *source, GError **error);

G_END_DECLS
