/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-sheet-private.h"

#include <glib/gi18n.h>

#include "desk-field.h"
#include "desk-id.h"
#include "desk-notice.h"

/* What is typed and not saved: kept while it is typed, there again when quick entry opens. */

static void
put (GHashTable *words, const char *name, char *text)
{
  g_hash_table_insert (words, g_strdup (name), text);
}

/* The corrections as numbers, in the order of the tokens; the time's own two behind them. */
static char *
pack_fixed (DeskQuickSheet *self)
{
  g_autoptr (GString) packed = g_string_new (NULL);

  for (int i = 0; i < DESK_N_QUICK_PARTS; i++)
    g_string_append_printf (packed, "%" G_GINT64_FORMAT " ", self->fixed[i]);
  g_string_append_printf (packed, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, self->when_from, self->when_to);
  return g_string_free (g_steal_pointer (&packed), FALSE);
}

static void
unpack_fixed (DeskQuickSheet *self, const char *packed)
{
  g_auto (GStrv) numbers = g_strsplit (packed, " ", -1);

  if (g_strv_length (numbers) != DESK_N_QUICK_PARTS + 2)
    return;
  for (int i = 0; i < DESK_N_QUICK_PARTS; i++)
    self->fixed[i] = g_ascii_strtoll (numbers[i], NULL, 10);
  self->when_from = g_ascii_strtoll (numbers[DESK_N_QUICK_PARTS], NULL, 10);
  self->when_to = g_ascii_strtoll (numbers[DESK_N_QUICK_PARTS + 1], NULL, 10);
}

static GHashTable *
gather (gpointer owner)
{
  DeskQuickSheet *self = owner;
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  put (words, "line", g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  put (words, "caller", g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->caller))));
  put (words, "detail", desk_field_get_typed (DESK_FIELD (self->detail)));
  put (words, "summary", desk_field_get_typed (DESK_FIELD (self->summary)));
  put (words, "fixed", pack_fixed (self));
  if (self->assignee_chosen)
    put (words, "assignee", desk_field_get_typed (DESK_FIELD (self->assignee)));
  put (words, "memo_to", desk_field_get_typed (DESK_FIELD (self->memo_to)));
  put (words, "memo_call", desk_field_get_typed (DESK_FIELD (self->memo_call)));
  put (words, "memo_read", desk_field_get_typed (DESK_FIELD (self->memo_read)));
  return words;
}

static void
discard_clicked (DeskQuickSheet *self)
{
  DeskQuickAsk nothing = { NULL };

  desk_quick_draft_end (self);
  desk_quick_sheet_forget (self);
  desk_quick_sheet_open (self, &nothing);
}

/* Whom it is given to, and the message: people are chosen once they are known. */
static void
apply_people (DeskQuickSheet *self, GHashTable *fields)
{
  const char *words;

  if ((words = g_hash_table_lookup (fields, "assignee")) != NULL)
    {
      self->assignee_kept = g_ascii_strtoll (words, NULL, 10);
      self->assignee_chosen = TRUE;
    }
  if ((words = g_hash_table_lookup (fields, "memo_to")) != NULL)
    {
      self->memo_kept = g_ascii_strtoll (words, NULL, 10);
      desk_field_set_typed (DESK_FIELD (self->memo_to), words);
    }
  if ((words = g_hash_table_lookup (fields, "memo_call")) != NULL)
    desk_field_set_typed (DESK_FIELD (self->memo_call), words);
  if ((words = g_hash_table_lookup (fields, "memo_read")) != NULL)
    desk_field_set_typed (DESK_FIELD (self->memo_read), words);
}

static void
apply (DeskQuickSheet *self, GHashTable *fields)
{
  const char *words;

  self->quiet = TRUE;
  if ((words = g_hash_table_lookup (fields, "fixed")) != NULL)
    unpack_fixed (self, words);
  if ((words = g_hash_table_lookup (fields, "caller")) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->caller), words);
  if ((words = g_hash_table_lookup (fields, "detail")) != NULL)
    desk_field_set_typed (DESK_FIELD (self->detail), words);
  if ((words = g_hash_table_lookup (fields, "summary")) != NULL)
    desk_field_set_typed (DESK_FIELD (self->summary), words);
  apply_people (self, fields);
  if ((words = g_hash_table_lookup (fields, "line")) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  self->quiet = FALSE;
  gtk_widget_set_visible (self->caller, self->fixed[DESK_QUICK_PERSON] == DESK_QUICK_SOMEBODY);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  desk_quick_sheet_touch (self);
  desk_quick_sheet_ask (self);
}

static void
put_back_clicked (GtkButton *button, DeskQuickSheet *self)
{
  g_autoptr (GHashTable) fields = desk_draft_unpack (g_object_get_data (G_OBJECT (button), "desk-words"));

  apply (self, fields);
  desk_quick_sheet_say (self, NULL);
}

/* Another line was begun already: what was kept is offered, not mixed into it. */
static void
offer (DeskQuickSheet *self, const DeskDraft *draft)
{
  g_autoptr (GHashTable) fields = desk_draft_unpack (draft->words);
  const char *line = g_hash_table_lookup (fields, "line");
  GtkWidget *notice = desk_notice_new ("info", "document-edit-symbolic", _("Typed before, not saved."), line);
  GtkWidget *button = desk_notice_add_button (notice, _("Put Back"));

  g_object_set_data_full (G_OBJECT (button), "desk-words", g_strdup (draft->words), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (put_back_clicked), self);
  gtk_box_append (GTK_BOX (self->notices), notice);
}

static void
restore (gpointer owner, const DeskDraft *draft, GHashTable *fields)
{
  DeskQuickSheet *self = owner;
  GtkWidget *notice;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    {
      desk_draft_keeper_set_origin (self->keeper, self->key, 0);
      offer (self, draft);
      return;
    }
  g_free (self->key);
  self->key = g_strdup (draft->request_key);
  apply (self, fields);
  notice = desk_notice_new ("info", "document-edit-symbolic", _("Typed before, not saved."), _("It stands here again."));
  g_signal_connect_swapped (desk_notice_add_button (notice, _("Discard")), "clicked", G_CALLBACK (discard_clicked), self);
  gtk_box_append (GTK_BOX (self->notices), notice);
}

/* From here on what is typed is kept; what was kept comes back. An entry that becomes something is not typed anew. */
void
desk_quick_draft_begin (DeskQuickSheet *self)
{
  static const DeskDraftKeeperFuncs funcs = { gather, restore };

  g_free (self->key);
  self->key = desk_id_new_key ();
  if (self->visit != NULL)
    return;
  self->keeper = desk_draft_keeper_new (self->engine, DESK_QUICK_DRAFT, _("Quick Entry"), &funcs, self);
  desk_draft_keeper_begin (self->keeper);
  desk_draft_keeper_set_origin (self->keeper, self->key, 0);
  desk_draft_keeper_look (self->keeper);
}

/* It is saved, or nobody wants it. */
void
desk_quick_draft_end (DeskQuickSheet *self)
{
  if (self->keeper != NULL)
    desk_draft_keeper_drop (self->keeper);
}
