/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-request-preview.h"

#include "desk-result.h"

#define KEY "would"     /* beside the fields of the input, which know no such name (desk-input-code.c) */
#define LINE_TYPE "(isss)" /* kind, nick of the use case, subject, changes */
#define MOST_LINES 12u  /* a decision, not a report */

/**
 * desk_request_preview_add:
 * @input: what is asked for, as desk_input_encode() gives it
 * @lines: (element-type DeskHistory): what the try of it did, numbers masked
 *
 * Returns: (transfer full) (nullable): @input with the first of the lines; NULL where @input is not ours
 */
char *
desk_request_preview_add (const char *input, GPtrArray *lines)
{
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE_VARDICT, input, NULL, NULL, NULL);
  g_autoptr (GVariant) both = NULL;
  GVariantBuilder told;
  GVariantDict dict;

  if (value == NULL)
    return NULL;
  g_variant_builder_init (&told, G_VARIANT_TYPE ("a" LINE_TYPE));
  for (guint i = 0; i < MIN (lines->len, MOST_LINES); i++)
    {
      const DeskHistory *line = lines->pdata[i];

      g_variant_builder_add (&told, LINE_TYPE, (gint32) line->kind, line->use_case, line->subject != NULL ? line->subject : "",
                             line->changes);
    }
  g_variant_dict_init (&dict, value);
  g_variant_dict_insert_value (&dict, KEY, g_variant_builder_end (&told));
  both = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (both, TRUE);
}

/* Returns: (transfer full) (element-type DeskHistory): the lines that desk_request_preview_add() put into @input; none
 * where there are none, as in what was decided or asked for before lines were kept. */
GPtrArray *
desk_request_preview_read (const char *input)
{
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE_VARDICT, input, NULL, NULL, NULL);
  g_autoptr (GVariant) told = value != NULL ? g_variant_lookup_value (value, KEY, G_VARIANT_TYPE ("a" LINE_TYPE)) : NULL;
  GPtrArray *lines = g_ptr_array_new_with_free_func (desk_history_free);
  gsize n = told != NULL ? g_variant_n_children (told) : 0;

  for (gsize i = 0; i < n; i++)
    {
      DeskHistory *line = g_new0 (DeskHistory, 1);
      gint32 kind;

      g_variant_get_child (told, i, LINE_TYPE, &kind, &line->use_case, &line->subject, &line->changes);
      line->kind = (DeskKind) kind;
      g_ptr_array_add (lines, line);
    }
  return lines;
}
