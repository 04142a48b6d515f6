/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-sheet-backend.h"
#include "desk-sheet-xlsx-rows.h"

/* One relation of a part to another. */
typedef struct
{
  char *id;
  char *type;   /* the last word of its type: "worksheet" */
  char *target; /* the other part's name */
} Relation;

/* A workbook's sheet, before its part is known. */
typedef struct
{
  char *name;
  char *id;
  gboolean hidden;
} Listed;

typedef struct
{
  DeskSheetBackend backend;
  DeskSheetSource *source;
  DeskSheetPackage *package;
  DeskSheetFacts *facts;
  const char *folder;    /* while relations are read: where their targets lie */
  GArray *relations;     /* Relation */
  GArray *listed;        /* Listed */
  DeskSheetStrings *strings;
  GArray *styles;
  DeskSheetXlsxRows rows;
  char *part_name; /* of the sheet that is read */
  DeskSheetXml *xml;
} Xlsx;

static void
clear_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
}

static void
clear_listed (gpointer data)
{
  g_free (((Listed *) data)->name);
  g_free (((Listed *) data)->id);
}

static char *
folder_of (const char *part)
{
  const char *slash = strrchr (part, '/');

  return slash != NULL ? g_strndup (part, (gsize) (slash + 1 - part)) : g_strdup ("");
}

/* The name of the part that @target means, seen from @folder: without leading slash, "." and "..". */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined = *target == '/' ? g_strdup (target) : g_strconcat (folder, target, NULL);
  g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    if (strcmp (steps[i], "..") == 0)
      g_ptr_array_set_size (names, MAX (1, (int) names->len) - 1);
    else if (*steps[i] != '\0' && strcmp (steps[i], ".") != 0)
      g_ptr_array_add (names, steps[i]);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("/", (char **) names->pdata);
}

static void
on_relation (gpointer data, const char *name, const char **names, const char **values)
{
  Xlsx *self = data;
  const char *id = desk_sheet_xml_value (names, values, "Id");
  const char *type = desk_sheet_xml_value (names, values, "Type");
  const char *target = desk_sheet_xml_value (names, values, "Target");
  const char *mode = desk_sheet_xml_value (names, values, "TargetMode");
  Relation relation;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL
      || (mode != NULL && strcmp (mode, "External") == 0))
    return;
  type = strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type;
  relation = (Relation){ g_strdup (id), g_strdup (type), resolve (self->folder, target) };
  g_array_append_val (self->relations, relation);
}

static void
on_end_nothing (gpointer data, const char *name)
{
}

/* Reads the relations of @part ("" for the package itself) in place of those read before. */
static gboolean
load_relations (Xlsx *self, const char *part, GCancellable *cancellable, GError **error)
{
  static const DeskSheetXmlHandlers handlers = { on_relation, on_end_nothing, NULL };
  g_autofree char *folder = folder_of (part);
  g_autofree char *name = g_strconcat (folder, "_rels/", part + strlen (folder), ".rels", NULL);

  self->folder = folder;
  g_array_set_size (self->relations, 0);
  return desk_sheet_xml_run (self->package, name, DESK_SHEET_MAX_SMALL_PART, &handlers, self, cancellable, error);
}

static const Relation *
find_relation (Xlsx *self, const char *type, const char *id)
{
  for (guint i = 0; i < self->relations->len; i++)
    {
      const Relation *relation = &g_array_index (self->relations, Relation, i);

      if ((type == NULL || strcmp (relation->type, type) == 0) && (id == NULL || strcmp (relation->id, id) == 0))
        return relation;
    }
  return NULL;
}

static void
on_workbook (gpointer data, const char *name, const char **names, const char **values)
{
  Xlsx *self = data;

  if (strcmp (name, "sheet") == 0)
    {
      const char *title = desk_sheet_xml_value (names, values, "name");
      const char *id = desk_sheet_xml_value (names, values, "id");
      const char *state = desk_sheet_xml_value (names, values, "state");
      Listed listed = { g_strdup (title != NULL ? title : ""), g_strdup (id != NULL ? id : ""),
                        state != NULL && strcmp (state, "visible") != 0 };

      g_array_append_val (self->listed, listed);
    }
  else if (strcmp (name, "workbookPr") == 0)
    {
      const char *flag = desk_sheet_xml_value (names, values, "date1904");

      if (flag != NULL && (strcmp (flag, "1") == 0 || strcmp (flag, "true") == 0))
        self->facts->date_1904 = TRUE;
    }
}

/* What an archive is that is no workbook of this kind. */
static const char *
other_kind (Xlsx *self, const Relation *document)
{
  if (document == NULL)
    return desk_sheet_package_has (self->package, "content.xml") ? "ODS" : "ZIP";
  if (g_str_has_suffix (document->target, ".bin"))
    return "XLSB";
  if (g_str_has_prefix (document->target, "word/"))
    return "DOCX";
  if (g_str_has_prefix (document->target, "ppt/"))
    return "PPTX";
  return NULL;
}

/* From the package to the workbook to the list of its sheets; leaves the workbook's relations loaded. */
static gboolean
load_workbook (Xlsx *self, GCancellable *cancellable, GError **error)
{
  static const DeskSheetXmlHandlers handlers = { on_workbook, on_end_nothing, NULL };
  const Relation *document = NULL;
  g_autofree char *workbook = NULL;
  const char *other;

  if (desk_sheet_package_has (self->package, "_rels/.rels"))
    {
      if (!load_relations (self, "", cancellable, error))
        return FALSE;
      document = find_relation (self, "officeDocument", NULL);
    }
  other = other_kind (self, document);
  if (other != NULL)
    {
      desk_sheet_fail (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT, self->source, other);
      return FALSE;
    }
  workbook = g_strdup (document->target);
  return desk_sheet_xml_run (self->package, workbook, DESK_SHEET_MAX_SMALL_PART, &handlers, self, cancellable, error)
         && load_relations (self, workbook, cancellable, error);
}

/* Lists the sheets that hold rows (charts are none), chooses one, and tells its part. */
static char *
choose_sheet (Xlsx *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < self->listed->len; i++)
    {
      const Listed *listed = &g_array_index (self->listed, Listed, i);
      const Relation *relation = find_relation (self, NULL, listed->id);

      if (relation != NULL && strcmp (relation->type, "worksheet") != 0)
        continue;
      desk_sheet_facts_add_sheet (self->facts, listed->name, listed->hidden);
      g_ptr_array_add (parts, relation != NULL ? relation->target : NULL);
    }
  if (!desk_sheet_facts_choose (self->facts, name, self->source, error))
    return NULL;
  if (parts->pdata[self->facts->sheet] == NULL)
    {
      desk_sheet_fail (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_PART_MISSING, self->source,
                       g_array_index (self->facts->sheets, DeskSheetInfo, self->facts->sheet).name);
      return NULL;
    }
  return g_strdup (parts->pdata[self->facts->sheet]);
}

static gboolean
open_sheet (Xlsx *self, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *part_name = NULL;
  const Relation *strings, *styles;
  DeskSheetPart *part;

  if (!load_workbook (self, cancellable, error))
    return FALSE;
  part_name = choose_sheet (self, name, error);
  if (part_name == NULL)
    return FALSE;
  strings = find_relation (self, "sharedStrings", NULL);
  styles = find_relation (self, "styles", NULL);
  self->strings
      = desk_sheet_strings_load (self->package, strings != NULL ? strings->target : NULL, cancellable, error);
  if (self->strings == NULL)
    return FALSE;
  self->styles = desk_sheet_styles_load (self->package, styles != NULL ? styles->target : NULL, cancellable, error);
  if (self->styles == NULL)
    return FALSE;
  part = desk_sheet_part_open (self->package, part_name, DESK_SHEET_MAX_UNPACKED, error);
  if (part == NULL)
    return FALSE;
  self->rows.strings = self->strings;
  self->rows.styles = self->styles;
  self->rows.date_1904 = self->facts->date_1904;
  self->rows.value = g_string_new (NULL);
  self->part_name = g_steal_pointer (&part_name);
  self->xml = desk_sheet_xml_new (part, &desk_sheet_xlsx_rows_handlers, &self->rows);
  return TRUE;
}

static gboolean
xlsx_fill (DeskSheetBackend *backend, DeskSheetBatch *batch, gboolean *more, GCancellable *cancellable, GError **error)
{
  Xlsx *self = (Xlsx *) backend;

  self->rows.batch = batch;
  return desk_sheet_xml_step (self->xml, more, cancellable, error);
}

static gboolean
xlsx_find_merged (DeskSheetBackend *backend, GCancellable *cancellable, GError **error)
{
  Xlsx *self = (Xlsx *) backend;

  return desk_sheet_xlsx_read_merged (self->package, self->part_name, self->facts->merged, cancellable, error);
}

static void
xlsx_close (DeskSheetBackend *backend)
{
  Xlsx *self = (Xlsx *) backend;

  g_clear_pointer (&self->xml, desk_sheet_xml_free);
  g_clear_pointer (&self->strings, desk_sheet_strings_free);
  g_clear_pointer (&self->styles, g_array_unref);
  g_clear_pointer (&self->package, desk_sheet_package_free);
  g_array_unref (self->relations);
  g_array_unref (self->listed);
  g_free (self->part_name);
  if (self->rows.value != NULL)
    g_string_free (self->rows.value, TRUE);
  g_free (self);
}

/* Opens a workbook of Excel 2007 and later. See DeskSheetBackendOpen. */
DeskSheetBackend *
desk_sheet_xlsx_open (DeskSheetSource *source, const DeskSheetOptions *options, DeskSheetFacts *facts,
                      GCancellable *cancellable, GError **error)
{
  Xlsx *self = g_new0 (Xlsx, 1);

  self->backend = (DeskSheetBackend){ xlsx_fill, xlsx_close, xlsx_find_merged };
  self->source = source;
  self->facts = facts;
  self->relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  g_array_set_clear_func (self->relations, clear_relation);
  self->listed = g_array_new (FALSE, FALSE, sizeof (Listed));
  g_array_set_clear_func (self->listed, clear_listed);
  self->package = desk_sheet_package_open (source, error);
  if (self->package == NULL || !open_sheet (self, options->sheet, cancellable, error))
    {
      xlsx_close (&self->backend);
      return NULL;
    }
  return &self->backend;
}
