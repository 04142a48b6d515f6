/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-follow-up.h"

#include <string.h>

#include "desk-case-kind.h"
#include "desk-follow-up.h"
#include "desk-read-card.h"
#include "desk-service-private.h"
#include "desk-store-follow-up.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* Lists of follow-ups: the keys come from the indexes, first due first, and only those that are shown are read. */

typedef struct
{
  const DeskActor *actor;
  gboolean sift; /* by the actor's scope */
  guint limit;
  GArray *keys; /* DeskFollowUpKey */
} Gather;

static gboolean
gather (const DeskFollowUpKey *key, gpointer data)
{
  Gather *self = data;

  if (!self->sift || desk_actor_covers (self->actor, key->building_id, key->entrance_id))
    g_array_append_val (self->keys, *key);
  return self->keys->len < self->limit;
}

static gboolean
covers (gint64 building_id, gint64 entrance_id, gpointer data)
{
  return desk_actor_covers (data, building_id, entrance_id);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const DeskFollowUpKey *x = a, *y = b;

  if (x->due_at != y->due_at)
    return x->due_at < y->due_at ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* One place the actor's follow-ups come from. */
typedef struct
{
  DeskFeed feed;
  gint64 of;
  gboolean sift;
} Source;

/* Returns: (transfer full): where those of @audience come from. No follow-up comes from two of them. */
static GArray *
sources_of (const DeskActor *actor, DeskAudience audience)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (Source));
  Source source = { DESK_FEED_ALL, 0, FALSE };

  if (audience == DESK_AUDIENCE_ALL || (audience == DESK_AUDIENCE_FLOORS && actor->n_scopes == 0))
    {
      g_array_append_val (sources, source);
      return sources;
    }
  if (audience == DESK_AUDIENCE_FLOORS)
    {
      for (guint i = 0; i < actor->n_scopes; i++)
        {
          gboolean known = FALSE;

          for (guint j = 0; j < i; j++)
            known = known || actor->scopes[j].building_id == actor->scopes[i].building_id;
          source = (Source){ DESK_FEED_BUILDING, actor->scopes[i].building_id, TRUE };
          if (!known)
            g_array_append_val (sources, source);
        }
      return sources;
    }
  source = (Source){ DESK_FEED_OWNER, actor->staff_id, FALSE };
  g_array_append_val (sources, source);
  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    {
      source = (Source){ DESK_FEED_ROLE, role + 1, actor->n_scopes > 0 };
      if ((actor->roles & (1 << role)) != 0)
        g_array_append_val (sources, source);
    }
  return sources;
}

/* Returns: (transfer full) (nullable) (element-type DeskFollowUpKey): the first @limit due in [from, until). */
static GArray *
list_keys (DeskTx *tx, GArray *sources, gint64 from, gint64 until, guint limit, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (DeskFollowUpKey));

  for (guint i = 0; i < sources->len; i++)
    {
      const Source *source = &g_array_index (sources, Source, i);
      g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (DeskFollowUpKey));
      Gather data = { tx->actor, source->sift, limit, keys };

      if (!desk_store_each_follow_up (tx->service->db, source->feed, source->of, from, until, gather, &data, error))
        return NULL;
      g_array_append_vals (all, keys->data, keys->len);
    }
  g_array_sort (all, compare_keys);
  if (all->len > limit)
    g_array_set_size (all, limit);
  return g_steal_pointer (&all);
}

static gboolean
read_staff_name (DeskTx *tx, gint64 id, char **name, GError **error)
{
  g_autoptr (DeskRecord) staff = id != 0 ? desk_tx_get (tx, DESK_KIND_STAFF, id, error) : NULL;

  if (id != 0 && staff == NULL)
    return FALSE;
  *name = g_strdup (staff != NULL ? ((DeskStaff *) staff)->name : "");
  return TRUE;
}

static gboolean
read_person (DeskTx *tx, DeskFollowUpCard *card, gint64 person_id, GError **error)
{
  DeskPersonCard *person;

  card->person_name = g_strdup ("");
  card->phone = g_strdup ("");
  if (person_id == 0)
    return TRUE;
  person = desk_read_person_card (tx, person_id, error);
  if (person == NULL)
    return FALSE;
  desk_text_set (&card->person_name, person->person->name);
  if (person->phones->len > 0)
    desk_text_set (&card->phone, ((const DeskNumber *) person->phones->pdata[0])->masked);
  desk_person_card_free (person);
  return TRUE;
}

/* Returns: (transfer full) (nullable): everything a row of it shows. */
static DeskFollowUpCard *
read_card (DeskTx *tx, gint64 id, GError **error)
{
  DeskFollowUpCard *card = g_new0 (DeskFollowUpCard, 1);
  DeskFollowUp *f = card->follow_up = desk_tx_get (tx, DESK_KIND_FOLLOW_UP, id, error);

  if (f == NULL || !desk_read_name (tx, DESK_KIND_UNIT, f->unit_id, &card->place, error)
      || !read_person (tx, card, f->person_id, error) || !read_staff_name (tx, f->owner_id, &card->owner_name, error)
      || !read_staff_name (tx, f->handed_by, &card->handed_name, error))
    {
      desk_follow_up_card_free (card);
      return NULL;
    }
  if (card->place == NULL)
    card->place = g_strdup ("");
  card->group = desk_follow_up_group (f->due_at, tx->now, tx->service->zone);
  card->mine = desk_actor_owes (tx->actor, f->owner_id, f->owner_role, f->building_id, f->entrance_id);
  card->waiting = card->mine && f->hand == DESK_HAND_WAITING;
  return card;
}

static gboolean
add_card (DeskTx *tx, GPtrArray *cards, gint64 id, GError **error)
{
  DeskFollowUpCard *card = read_card (tx, id, error);

  if (card == NULL)
    return FALSE;
  g_ptr_array_add (cards, card);
  return TRUE;
}

static gint64
start_of_tomorrow (DeskTx *tx)
{
  return desk_day_start (desk_day_add (tx->today, 1), tx->service->zone);
}

static gboolean
list_group (DeskTx *tx, GArray *sources, gint64 from, gint64 until, guint limit, GPtrArray *cards, GError **error)
{
  g_autoptr (GArray) keys = list_keys (tx, sources, from, until, limit, error);

  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (!add_card (tx, cards, g_array_index (keys, DeskFollowUpKey, i).id, error))
      return FALSE;
  return TRUE;
}

/* Counts the first @n_groups: late, today, later. */
static gboolean
count (DeskTx *tx, DeskAudience audience, guint n_groups, gint64 counts[DESK_N_DUE_GROUPS], GError **error)
{
  gint64 tomorrow = MAX (start_of_tomorrow (tx), tx->now + 1);
  const gint64 ends[] = { 0, tx->now + 1, tomorrow, G_MAXINT64 };
  g_autoptr (GArray) sources = sources_of (tx->actor, audience);

  for (guint i = 0; i < sources->len; i++)
    for (guint group = 0; group < n_groups; group++)
      {
        const Source *source = &g_array_index (sources, Source, i);

        if (!desk_store_count_follow_ups (tx->service->db, source->feed, source->of, ends[group], ends[group + 1],
                                          source->sift ? covers : NULL, (gpointer) tx->actor, &counts[group], error))
          return FALSE;
      }
  return TRUE;
}

/* Somebody without a scope has all floors: that is counted once. */
static gboolean
count_all (DeskTx *tx, DeskFollowUps *out, GError **error)
{
  if (!count (tx, DESK_AUDIENCE_MINE, DESK_N_DUE_GROUPS, out->counts[DESK_AUDIENCE_MINE], error)
      || !count (tx, DESK_AUDIENCE_ALL, DESK_N_DUE_GROUPS, out->counts[DESK_AUDIENCE_ALL], error))
    return FALSE;
  if (out->has_scope)
    return count (tx, DESK_AUDIENCE_FLOORS, DESK_N_DUE_GROUPS, out->counts[DESK_AUDIENCE_FLOORS], error);
  for (int i = 0; i < DESK_N_DUE_GROUPS; i++)
    out->counts[DESK_AUDIENCE_FLOORS][i] = out->counts[DESK_AUDIENCE_ALL][i];
  return TRUE;
}

static gboolean
claims_actor (DeskTx *tx, const DeskFollowUpClaim *claim)
{
  return desk_actor_owes (tx->actor, claim->owner_id, claim->owner_role, claim->building_id, claim->entrance_id);
}

static gboolean
list_waiting (DeskTx *tx, GPtrArray *cards, GError **error)
{
  g_autoptr (GArray) claims = desk_store_follow_ups_handed (tx->service->db, error);

  if (claims == NULL)
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    {
      const DeskFollowUpClaim *claim = &g_array_index (claims, DeskFollowUpClaim, i);

      if (claims_actor (tx, claim) && !add_card (tx, cards, claim->id, error))
        return FALSE;
    }
  return TRUE;
}

/* The open ones of one unit or person. */
static gboolean
list_of_record (DeskTx *tx, const DeskFollowUpsInput *in, DeskFollowUps *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, in->about_kind == DESK_KIND_UNIT ? DESK_SQL_FOLLOW_UPS_OF_UNIT
                                                                                   : DESK_SQL_FOLLOW_UPS_OF_PERSON);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "of", in->about_id);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len && i < in->limit; i++)
    if (!add_card (tx, out->cards, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
comes_before (const DeskFollowUpCard *one, const DeskFollowUpCard *other)
{
  const DeskFollowUp *a = one->follow_up, *b = other->follow_up;

  return a->due_at != b->due_at ? a->due_at < b->due_at : a->record.id < b->record.id;
}

static gboolean
is_of (DeskTx *tx, const DeskFollowUpCard *card, DeskAudience audience)
{
  const DeskFollowUp *f = card->follow_up;

  if (f->state != DESK_FOLLOW_UP_OPEN)
    return FALSE;
  if (audience == DESK_AUDIENCE_MINE)
    return card->mine;
  return audience == DESK_AUDIENCE_ALL || tx->actor->n_scopes == 0
         || desk_actor_covers (tx->actor, f->building_id, f->entrance_id);
}

/* The one that is asked for stands in its place behind the first ones, so that nobody reads all that lies between. One that
 * is done or of others is left out. */
static gboolean
add_reached (DeskTx *tx, const DeskFollowUpsInput *in, GPtrArray *cards, GError **error)
{
  g_autoptr (GError) local = NULL;
  DeskFollowUpCard *card;
  guint at = 0;

  for (guint i = 0; i < cards->len; i++)
    if (((const DeskFollowUpCard *) cards->pdata[i])->follow_up->record.id == in->reach_id)
      return TRUE;
  card = read_card (tx, in->reach_id, &local);
  if (card == NULL && g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    return TRUE;
  if (card == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!is_of (tx, card, in->audience))
    {
      desk_follow_up_card_free (card);
      return TRUE;
    }
  while (at < cards->len && comes_before (cards->pdata[at], card))
    at++;
  g_ptr_array_insert (cards, (int) at, card);
  return TRUE;
}

gboolean
desk_body_list_follow_ups (DeskTx *tx, const DeskFollowUpsInput *in, DeskFollowUps *out, GError **error)
{
  g_autoptr (GArray) sources = sources_of (tx->actor, in->audience);
  gint64 tomorrow = start_of_tomorrow (tx);

  out->cards = g_ptr_array_new_with_free_func (desk_follow_up_card_free);
  out->waiting = g_ptr_array_new_with_free_func (desk_follow_up_card_free);
  out->has_scope = tx->actor->n_scopes > 0;
  if (in->about_kind != DESK_KIND_NONE)
    return list_of_record (tx, in, out, error);
  if (!count_all (tx, out, error))
    return FALSE;
  return list_group (tx, sources, 0, tx->now + 1, in->limit, out->cards, error)
         && list_group (tx, sources, tx->now + 1, tomorrow, in->limit, out->cards, error)
         && list_group (tx, sources, MAX (tomorrow, tx->now + 1), G_MAXINT64, in->limit, out->cards, error)
         && (in->reach_id == 0 || add_reached (tx, in, out->cards, error))
         && list_waiting (tx, out->waiting, error);
}

static DeskDueItem *
item_of (const DeskFollowUp *follow_up, gint64 tell_at, const char *place)
{
  DeskDueItem *item = g_new0 (DeskDueItem, 1);

  item->id = follow_up->record.id;
  item->due_at = follow_up->due_at;
  item->tell_at = tell_at;
  item->topic = follow_up->topic;
  item->urgent = follow_up->urgent == 1;
  item->about_kind = (DeskKind) follow_up->about_kind;
  item->about_id = follow_up->about_id;
  item->unit_id = follow_up->unit_id;
  item->place = g_strdup (place != NULL ? place : "");
  item->note = g_strdup (follow_up->note);
  return item;
}

static gboolean
list_items (DeskTx *tx, GPtrArray *items, GError **error)
{
  g_autoptr (GArray) claims = desk_store_follow_ups_to_tell (tx->service->db, tx->now, error);

  if (claims == NULL)
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    {
      const DeskFollowUpClaim *claim = &g_array_index (claims, DeskFollowUpClaim, i);
      g_autoptr (DeskRecord) record = NULL;
      g_autofree char *place = NULL;

      if (!claims_actor (tx, claim))
        continue;
      record = desk_tx_get (tx, DESK_KIND_FOLLOW_UP, claim->id, error);
      if (record == NULL
          || !desk_read_name (tx, DESK_KIND_UNIT, ((DeskFollowUp *) record)->unit_id, &place, error))
        return FALSE;
      g_ptr_array_add (items, item_of ((DeskFollowUp *) record, claim->at, place));
    }
  return TRUE;
}

/* Is there nothing more to say about follow-up @id to the actor? */
static gboolean
is_settled (DeskTx *tx, gint64 id, gboolean *settled, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_FOLLOW_UP, id, &local);
  const DeskFollowUp *f = (const DeskFollowUp *) record;

  if (record == NULL && !g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *settled = f == NULL || f->state != DESK_FOLLOW_UP_OPEN || f->due_at > tx->now
             || !desk_actor_owes (tx->actor, f->owner_id, f->owner_role, f->building_id, f->entrance_id);
  return TRUE;
}

static gboolean
list_settled (DeskTx *tx, GArray *shown, GArray *settled, GError **error)
{
  for (guint i = 0; i < shown->len; i++)
    {
      gint64 id = g_array_index (shown, gint64, i);
      gboolean is;

      if (!is_settled (tx, id, &is, error))
        return FALSE;
      if (is)
        g_array_append_val (settled, id);
    }
  return TRUE;
}

gboolean
desk_body_list_due (DeskTx *tx, const DeskDueInput *in, DeskDue *out, GError **error)
{
  gint64 counts[DESK_N_DUE_GROUPS] = { 0 };
  g_autoptr (GArray) handed = desk_store_follow_ups_handed (tx->service->db, error);

  out->items = g_ptr_array_new_with_free_func (desk_due_item_free);
  out->settled = g_array_new (FALSE, FALSE, sizeof (gint64));
  out->asked_at = tx->now;
  if (handed == NULL || !list_items (tx, out->items, error) || !count (tx, DESK_AUDIENCE_MINE, DESK_DUE_LATER, counts, error)
      || !desk_store_next_telling (tx->service->db, tx->now, &out->next_at, error)
      || !desk_follow_rules_next (tx, in->done_until, &out->work_at, error)
      || !list_settled (tx, in->shown, out->settled, error))
    return FALSE;
  out->n_late = counts[DESK_DUE_LATE];
  out->n_today = counts[DESK_DUE_TODAY];
  for (guint i = 0; i < handed->len; i++)
    out->n_waiting += claims_actor (tx, &g_array_index (handed, DeskFollowUpClaim, i));
  return TRUE;
}

/* Does what the row shows hold what was typed? */
static gboolean
says (const DeskFollowUpCard *card, const char *typed)
{
  const char *const texts[] = { card->follow_up->note, card->place, card->person_name, card->owner_name };
  g_autofree char *wanted = g_utf8_casefold (typed, -1);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_utf8_casefold (texts[i] != NULL ? texts[i] : "", -1);

      if (strstr (text, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
keep_key (DeskTx *tx, const DeskListInput *in, const char *typed, const DeskFollowUpKey *key, GArray *ids, GError **error)
{
  gint32 id = (gint32) key->id;

  if (in->building_id != 0 && key->building_id != in->building_id)
    return TRUE;
  if (*typed != '\0')
    {
      DeskFollowUpCard *card = read_card (tx, key->id, error);
      gboolean keeps = card != NULL && says (card, typed);

      if (card == NULL)
        return FALSE;
      desk_follow_up_card_free (card);
      if (!keeps)
        return TRUE;
    }
  g_array_append_val (ids, id);
  return TRUE;
}

/* The list of open follow-ups for a sheet, the paper and the command line: the same as in Today, not parted in groups. */
gboolean
desk_follow_up_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error)
{
  g_autoptr (GArray) sources = sources_of (tx->actor, (DeskAudience) in->filter);
  g_autoptr (GArray) keys = list_keys (tx, sources, 0, G_MAXINT64, G_MAXUINT, error);
  g_autofree char *typed = desk_string_clean (in->text != NULL ? in->text : "");

  if (keys == NULL)
    return FALSE;
  for (int audience = 0; audience < DESK_N_AUDIENCES; audience++)
    {
      gint64 counts[DESK_N_DUE_GROUPS] = { 0 };

      if (!count (tx, (DeskAudience) audience, DESK_N_DUE_GROUPS, counts, error))
        return FALSE;
      for (int group = 0; group < DESK_N_DUE_GROUPS; group++)
        out->counts[audience] += counts[group];
    }
  for (guint i = 0; i < keys->len; i++)
    {
      guint at = in->descending ? keys->len - 1 - i : i;

      if (!keep_key (tx, in, typed, &g_array_index (keys, DeskFollowUpKey, at), out->ids, error))
        return FALSE;
    }
  return TRUE;
}

/* @row: (out) (transfer full) (nullable): NULL when it is gone. */
gboolean
desk_follow_up_list_row (DeskTx *tx, gint64 id, DeskRow **row, GError **error)
{
  g_autoptr (GError) local = NULL;
  DeskFollowUpCard *card = read_card (tx, id, &local);
  const DeskFollowUp *f;
  DeskCell *cells;

  *row = NULL;
  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    return TRUE;
  if (card == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  f = card->follow_up;
  *row = desk_row_new (id, f->record.version, desk_list_spec (DESK_LIST_FOLLOW_UPS)->n_columns);
  cells = (*row)->cells;
  cells[DESK_FOLLOW_UP_COLUMN_DUE].number = f->due_at;
  cells[DESK_FOLLOW_UP_COLUMN_TOPIC].number = f->topic;
  cells[DESK_FOLLOW_UP_COLUMN_UNIT].text = g_strdup (card->place);
  cells[DESK_FOLLOW_UP_COLUMN_PERSON].text = g_strdup (card->person_name);
  cells[DESK_FOLLOW_UP_COLUMN_DUTY].text = g_strdup (f->note);
  cells[DESK_FOLLOW_UP_COLUMN_DUTY].number = f->rule * DESK_DUTY_RULE + f->rule_day;
  cells[DESK_FOLLOW_UP_COLUMN_URGENT].number = f->urgent ? DESK_URGENCY_URGENT : 0;
  cells[DESK_FOLLOW_UP_COLUMN_OWES].text = g_strdup (card->owner_name);
  cells[DESK_FOLLOW_UP_COLUMN_OWES].number = f->owner_role;
  desk_follow_up_card_free (card);
  return TRUE;
}
