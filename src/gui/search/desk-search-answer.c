/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-sheet-private.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-text-problem.h"
#include "desk-window.h"

#define REST_MS 80 /* so long without a character, and the typing rests */

static void
set_asked (DeskSearchSheet *self, gboolean asked)
{
  if (self->asked == asked)
    return;
  self->asked = asked;
  g_object_notify (G_OBJECT (self), "busy");
}

/* Returns: (transfer none): what stands in the entry. */
const char *
desk_search_answer_typed (DeskSearchSheet *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
wants_all_kinds (DeskSearchSheet *self)
{
  return desk_search_chips_get_kind (self->chips) == DESK_KIND_NONE;
}

/* The list and what is known of its chosen row */

static void
say (DeskSearchSheet *self, const char *sentence)
{
  gtk_label_set_label (self->word, sentence);
  gtk_stack_set_visible_child_name (self->results, "word");
  desk_search_preview_show (self->preview, DESK_KIND_NONE, 0, DESK_KIND_NONE);
}

/* Vehicles have no page of their own: their unit's. Returns: the kind of page; sets @id. */
static DeskKind
page_of (const DeskHit *hit, gint64 *id)
{
  gboolean own = hit->kind != DESK_KIND_VEHICLE;

  *id = own ? hit->id : hit->unit_id;
  return own ? hit->kind : DESK_KIND_UNIT;
}

static void
show_preview (DeskSearchSheet *self)
{
  const DeskHit *hit = desk_search_list_get_chosen (self->list);
  DeskKind kind;
  gint64 id;

  if (hit == NULL)
    return;
  kind = page_of (hit, &id);
  /* Of a case or an entry what is known of its unit stands beside it. */
  if (kind == DESK_KIND_SERVICE_CASE || kind == DESK_KIND_VISIT)
    desk_search_preview_show (self->preview, DESK_KIND_UNIT, hit->unit_id, kind);
  else
    desk_search_preview_show (self->preview, kind, id, kind);
}

/* What nobody looks at while typing comes when the typing, or a held arrow key, rests: what is known of the chosen row,
 * and the rows below the edge. */

static gboolean
on_rest_cb (gpointer user_data)
{
  DeskSearchSheet *self = user_data;

  self->rest_id = 0;
  show_preview (self);
  desk_search_list_show_rest (self->list);
  return G_SOURCE_REMOVE;
}

static void
stop_rest (DeskSearchSheet *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
}

/* The typing goes on; what waits for its rest comes a moment after this. */
void
desk_search_answer_rest_soon (DeskSearchSheet *self)
{
  stop_rest (self);
  self->rest_id = g_timeout_add (REST_MS, on_rest_cb, self);
}

/* What waits for the typing to rest comes at once. */
void
desk_search_answer_rest_now (DeskSearchSheet *self)
{
  if (self->rest_id == 0)
    return;
  stop_rest (self);
  on_rest_cb (self);
}

/* @hits: (transfer full) */
static void
fill_list (DeskSearchSheet *self, DeskHits *hits)
{
  if (desk_search_list_show (self->list, hits, self->counts, !wants_all_kinds (self)) == 0)
    {
      g_autofree char *sentence = g_strdup_printf (_("Nothing is called “%s”."), desk_search_answer_typed (self));

      say (self, sentence);
    }
  else
    gtk_stack_set_visible_child_name (self->results, "hits");
}

/* Closes the sheet and shows the page of the chosen row. */
void
desk_search_answer_open (DeskSearchSheet *self)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  const DeskHit *hit = desk_search_list_get_chosen (self->list);
  DeskKind kind;
  gint64 id;

  if (hit == NULL)
    return;
  kind = page_of (hit, &id);
  desk_search_sheet_close (self);
  desk_window_open_record (window, kind, id);
}

/* Asking */

static void
on_hits_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskSearchSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskHits *hits = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (hits == NULL && desk_cancelled (error))
    return;
  set_asked (self, FALSE);
  if (hits == NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      desk_search_list_show (self->list, NULL, self->counts, FALSE);
      say (self, sentence);
      return;
    }
  for (guint i = 0; i < DESK_N_KINDS; i++)
    if (wants_all_kinds (self) || hits->counts[i] > 0)
      self->counts[i] = hits->counts[i];
  desk_search_chips_show_counts (self->chips, self->counts);
  fill_list (self, hits);
  if (self->open_first)
    desk_search_answer_open (self);
  self->open_first = FALSE;
}

/* Gives up the question that is on its way, and what would follow its answer. */
void
desk_search_answer_stop (DeskSearchSheet *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  stop_rest (self);
  self->open_first = FALSE;
  set_asked (self, FALSE);
}

/* Asks for what stands in the entry. */
void
desk_search_answer_ask (DeskSearchSheet *self)
{
  desk_search_answer_stop (self);
  if (self->engine == NULL)
    return;
  if (*desk_search_answer_typed (self) == '\0')
    {
      memset (self->counts, 0, sizeof self->counts);
      desk_search_chips_show_counts (self->chips, NULL);
      desk_search_list_show (self->list, NULL, self->counts, FALSE);
      say (self, _("Type part of a room number, a name, a phone, a plate, or what a case or entry says."));
      return;
    }
  self->cancellable = g_cancellable_new ();
  set_asked (self, TRUE);
  desk_engine_call_async (self->engine, DESK_USE_CASE_SEARCH,
                          desk_search_input_new (desk_search_answer_typed (self), DESK_SEARCH_LIMIT,
                                                 desk_search_chips_get_kind (self->chips), desk_engine_today (self->engine)),
                          self->cancellable, on_hits_cb, g_object_ref (self));
}
