/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-money-field.h"

#include "desk-decimal.h"
#include "desk-string.h"

struct _DeskMoneyField
{
  DeskEntryField parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskMoneyField, desk_money_field, DESK_TYPE_ENTRY_FIELD)

static void
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  gint64 fen = desk_record_get_int (record, spec);
  g_autofree char *words = fen != 0 ? desk_decimal_format (fen, DESK_DIGITS_MONEY) : g_strdup ("");

  desk_entry_field_set_text (DESK_ENTRY_FIELD (field), words);
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  const char *text = desk_entry_field_get_text (DESK_ENTRY_FIELD (field));
  g_autofree char *half = desk_string_half_width (text);
  g_auto (GStrv) parts = g_strsplit_set (half, "¥, ", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  gint64 fen = 0;

  if (*plain != '\0' && !desk_decimal_parse (plain, DESK_DIGITS_MONEY, &fen))
    {
      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER, spec->name, -1, text, NULL));
      return FALSE;
    }
  desk_record_set_int (record, spec, fen);
  return TRUE;
}

static void
desk_money_field_class_init (DeskMoneyFieldClass *klass)
{
  DESK_FIELD_CLASS (klass)->load = load;
  DESK_FIELD_CLASS (klass)->store = store;
}

static void
desk_money_field_init (DeskMoneyField *self)
{
}

/* Returns: (transfer floating). */
GtkWidget *
desk_money_field_new (void)
{
  return g_object_new (DESK_TYPE_MONEY_FIELD, NULL);
}
