/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-package.h"

G_BEGIN_DECLS

/* What to do with elements and texts. Element names come without their prefix; attributes as GMarkup gives them. */
typedef struct
{
  void (*start) (gpointer data, const char *name, const char **names, const char **values);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length); /* NULL: not wanted */
} DeskSheetXmlHandlers;

/* Parses XML in steps. External entities are never fetched, entities of one's own are an error. */
typedef struct _DeskSheetXml DeskSheetXml;

DeskSheetXml *desk_sheet_xml_new (DeskSheetPart *part, const DeskSheetXmlHandlers *handlers, gpointer data);
void desk_sheet_xml_free (DeskSheetXml *self);
gboolean desk_sheet_xml_step (DeskSheetXml *self, gboolean *more, GCancellable *cancellable, GError **error);
gboolean desk_sheet_xml_run (DeskSheetPackage *package, const char *name, gsize most,
                             const DeskSheetXmlHandlers *handlers, gpointer data, GCancellable *cancellable,
                             GError **error);
const char *desk_sheet_xml_value (const char **names, const char **values, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetXml, desk_sheet_xml_free)

G_END_DECLS
