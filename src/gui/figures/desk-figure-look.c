/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-figure-look.h"

#include "desk-text-figure.h"

static GtkWidget *
make (DeskText *text)
{
  GtkWidget *words = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (words), 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (words), 1);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (words), 1);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (words), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (words), 1);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static void
show (GtkWidget *widget, const DeskRow *row, DeskRate rate)
{
  const DeskCell *cell = row != NULL ? &row->cells[DESK_FIGURE_COLUMN_RATE + rate] : NULL;
  g_autofree char *words = cell != NULL ? desk_text_percent (cell->number) : g_strdup ("");

  gtk_inscription_set_text (GTK_INSCRIPTION (widget), words);
  if (cell != NULL && cell->text != NULL)
    gtk_widget_add_css_class (widget, "soon");
  else
    gtk_widget_remove_css_class (widget, "soon");
}

#define SHOW(rate)                                                                             \
  static void show_##rate (GtkWidget *widget, DeskText *text, const DeskRow *row, gint64 now)  \
  {                                                                                            \
    show (widget, row, DESK_RATE_##rate);                                                      \
  }
SHOW (RESPONSE)
SHOW (COMPLETION)
SHOW (ON_TIME)
SHOW (REOPENED)
SHOW (CALLBACK)
SHOW (SATISFIED)
#undef SHOW

const DeskCellLook desk_figure_looks[DESK_N_RATES] = {
  [DESK_RATE_RESPONSE] = { make, show_RESPONSE }, [DESK_RATE_COMPLETION] = { make, show_COMPLETION },
  [DESK_RATE_ON_TIME] = { make, show_ON_TIME },   [DESK_RATE_REOPENED] = { make, show_REOPENED },
  [DESK_RATE_CALLBACK] = { make, show_CALLBACK }, [DESK_RATE_SATISFIED] = { make, show_SATISFIED },
};
