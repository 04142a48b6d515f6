/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-store-duplicate.h"

/* More are not shown: whoever has so many looks at the first ones first. */
#define MAX_HINTS 500

static const DeskHintReason reasons[DESK_N_TWINS] = {
  [DESK_TWIN_DOCUMENT] = DESK_HINT_SAME_DOCUMENT,
  [DESK_TWIN_PHONE] = DESK_HINT_SAME_PHONE,
  [DESK_TWIN_UNIT] = DESK_HINT_SAME_NAME_UNIT,
};

/* Returns: (transfer full) (nullable): hints of @twins, which is used up. */
static GPtrArray *
take_hints (GPtrArray *twins)
{
  GPtrArray *hints;

  if (twins == NULL)
    return NULL;
  hints = g_ptr_array_new_with_free_func (desk_hint_free);
  for (guint i = 0; i < twins->len; i++)
    {
      DeskTwin *twin = twins->pdata[i];
      DeskHint *hint = g_new0 (DeskHint, 1);

      hint->reason = reasons[twin->reason];
      hint->person_id = twin->person_id;
      hint->other_id = twin->other_id;
      hint->name = g_steal_pointer (&twin->name);
      hint->other_name = g_steal_pointer (&twin->other_name);
      hint->detail = g_steal_pointer (&twin->detail);
      g_ptr_array_add (hints, hint);
    }
  g_ptr_array_unref (twins);
  return hints;
}

/**
 * desk_find_hints_for_person:
 * @hints: (out) (transfer full) (element-type DeskHint) (nullable): people who may be this one; NULL: nobody
 */
gboolean
desk_find_hints_for_person (DeskTx *tx, gint64 person_id, GPtrArray **hints, GError **error)
{
  *hints = take_hints (desk_store_twins_of (desk_tx_db (tx), person_id, MAX_HINTS, error));
  if (*hints == NULL)
    return FALSE;
  if ((*hints)->len == 0)
    g_clear_pointer (hints, g_ptr_array_unref);
  return TRUE;
}

gboolean
desk_body_find_duplicates (DeskTx *tx, const DeskGetInput *in, DeskHints *out, GError **error)
{
  DeskDb *db = desk_tx_db (tx);

  out->hints = take_hints (in->id == 0 ? desk_store_twins (db, MAX_HINTS, error)
                                       : desk_store_twins_of (db, in->id, MAX_HINTS, error));
  return out->hints != NULL;
}
