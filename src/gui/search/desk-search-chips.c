/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-chips.h"

#include <glib/gi18n.h>

#include "desk-filter-chips.h"
#include "desk-search-list.h"
#include "desk-search-order.h"
#include "desk-text-label.h"

struct _DeskSearchChips
{
  AdwBin parent_instance;
  DeskFilterChips *chips; /* (nullable) */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSearchChips, desk_search_chips, ADW_TYPE_BIN)

static void
on_chosen_cb (DeskSearchChips *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Makes the chips anew, worded in @text; all kinds are chosen. */
void
desk_search_chips_set_text (DeskSearchChips *self, DeskText *text)
{
  const DeskSearchKind *kinds;
  guint n = desk_search_kinds (&kinds);

  self->chips = DESK_FILTER_CHIPS (desk_filter_chips_new (_("Filter")));
  desk_filter_chips_add (self->chips, _("All"));
  for (guint i = 0; i < n; i++)
    desk_filter_chips_add (self->chips, desk_text_kinds (text, kinds[i].kind));
  desk_filter_chips_set_focusable (self->chips, FALSE); /* the focus stays in the entry; Tab turns them */
  g_signal_connect_object (self->chips, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->chips));
}

static void
show_count (DeskSearchChips *self, guint chip, gint64 n, gboolean more)
{
  g_autofree char *words = desk_search_list_count_words (n, more);

  desk_filter_chips_set_words (self->chips, chip, words, n == 0);
}

/* @counts: (nullable): DESK_N_KINDS of them; NULL while nothing is searched for. */
void
desk_search_chips_show_counts (DeskSearchChips *self, const gint64 *counts)
{
  const DeskSearchKind *kinds;
  guint n = desk_search_kinds (&kinds);
  gint64 all = 0;
  gboolean more = FALSE;

  for (guint i = 0; counts == NULL && i <= n; i++)
    desk_filter_chips_set_words (self->chips, i, NULL, TRUE);
  if (counts == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      gint64 count = counts[kinds[i].kind];

      all += count;
      more |= count >= DESK_SEARCH_LIMIT;
      show_count (self, i + 1, count, count >= DESK_SEARCH_LIMIT);
    }
  show_count (self, 0, all, more);
}

/* Presses the chip of @kind. */
void
desk_search_chips_choose (DeskSearchChips *self, DeskKind kind)
{
  const DeskSearchKind *kinds;
  guint n = desk_search_kinds (&kinds);

  for (guint i = 0; i < n; i++)
    if (kinds[i].kind == kind)
      {
        desk_filter_chips_choose (self->chips, i + 1);
        on_chosen_cb (self);
      }
}

/* Presses the next chip, or the one before, round and round. */
void
desk_search_chips_turn (DeskSearchChips *self, gboolean back)
{
  desk_filter_chips_turn (self->chips, back);
}

/* Returns: the chosen kind, NONE: all. */
DeskKind
desk_search_chips_get_kind (DeskSearchChips *self)
{
  guint index = self->chips != NULL ? desk_filter_chips_get_chosen (self->chips) : 0;
  const DeskSearchKind *kinds;

  return index > 0 && index <= desk_search_kinds (&kinds) ? kinds[index - 1].kind : DESK_KIND_NONE;
}

static void
desk_search_chips_class_init (DeskSearchChipsClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
desk_search_chips_init (DeskSearchChips *self)
{
}
