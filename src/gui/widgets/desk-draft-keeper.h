/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-drafts.h"
#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * Keeps what is typed into one form in the store's drafts, a second behind the hand: only the fields in which something
 * else stands than at the beginning. When the form opens again its author gets the words back. The frame of forms
 * (DeskForm) has one; a dialog that is no DeskForm makes its own.
 */
typedef struct
{
  /* Returns: (transfer full): what stands in every field, by name; texts. */
  GHashTable *(*gather) (gpointer owner);
  /* Puts kept words into the fields; @fields has only those that differed. */
  void (*restore) (gpointer owner, const DeskDraft *draft, GHashTable *fields);
} DeskDraftKeeperFuncs;

#define DESK_TYPE_DRAFT_KEEPER (desk_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (DeskDraftKeeper, desk_draft_keeper, DESK, DRAFT_KEEPER, GObject)

DeskDraftKeeper *desk_draft_keeper_new (DeskEngine *engine, const char *form, const char *title,
                                        const DeskDraftKeeperFuncs *funcs, gpointer owner);
DeskDraftKeeper *desk_draft_keeper_new_in (DeskDrafts *drafts, gint64 staff_id, const char *form, const char *title,
                                           const DeskDraftKeeperFuncs *funcs, gpointer owner);
void desk_draft_keeper_set_origin (DeskDraftKeeper *self, const char *request_key, gint64 version);
void desk_draft_keeper_look (DeskDraftKeeper *self);
void desk_draft_keeper_begin (DeskDraftKeeper *self);
void desk_draft_keeper_settle (DeskDraftKeeper *self, const char *name);
void desk_draft_keeper_touch (DeskDraftKeeper *self);
void desk_draft_keeper_flush (DeskDraftKeeper *self);
void desk_draft_keeper_drop (DeskDraftKeeper *self);
gboolean desk_draft_keeper_has_words (DeskDraftKeeper *self);
gint64 desk_draft_keeper_get_time (DeskDraftKeeper *self);
void desk_draft_put_text (GtkEditable *entry, GHashTable *words, const char *name);
GtkWidget *desk_draft_notice_new (const DeskText *text, gint64 at, gint64 now, GCallback discard, gpointer owner);

G_END_DECLS
