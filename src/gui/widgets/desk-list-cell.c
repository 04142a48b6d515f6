/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-cell.h"

#include "desk-day.h"
#include "desk-decimal.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"

struct _DeskListCell
{
  GtkWidget parent_instance;
  DeskText *text;
  const DeskListSpec *list;
  const DeskColumnSpec *column;
  guint index;
  const DeskCellLook *look;    /* (nullable) */
  const gint64 *now;           /* of the list */
  GtkWidget *own;              /* (nullable): what the look made */
  GtkWidget *words;            /* GtkInscription; NULL in a column of flags or with a look */
  GtkWidget *box;              /* of flags */
  GtkWidget *flags[DESK_N_CARES]; /* labels, made when first shown */
  DeskRowItem *item;
  gulong handler;
};

G_DEFINE_FINAL_TYPE (DeskListCell, desk_list_cell, GTK_TYPE_WIDGET)

static char *
flags_words (const DeskText *text, gint64 flags)
{
  GString *words = g_string_new (NULL);

  for (int i = 0; i < DESK_N_CARES; i++)
    if ((flags >> i & 1) != 0)
      g_string_append_printf (words, words->len > 0 ? " %s" : "%s", desk_text_enum (text, &desk_enum_care, i + 1));
  return g_string_free (words, FALSE);
}

/* Returns: (transfer full): what stands in @cell of a column. */
char *
desk_list_cell_words (const DeskText *text, const DeskColumnSpec *column, const DeskCell *cell)
{
  char *words = desk_text_cell (text, column, cell);

  if (words != NULL)
    return words;
  switch ((int) column->type)
    {
    case DESK_COLUMN_ENUM:
      return g_strdup (cell->number != 0 ? desk_text_enum (text, column->values, cell->number) : "");
    case DESK_COLUMN_INT:
      return cell->number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, cell->number) : g_strdup ("–");
    case DESK_COLUMN_DAY:
      return cell->number != 0 ? desk_day_format (cell->number) : g_strdup ("");
    case DESK_COLUMN_AREA:
      return cell->number != 0 ? desk_decimal_format_grouped (cell->number, DESK_DIGITS_AREA) : g_strdup ("–");
    case DESK_COLUMN_MONEY:
      return desk_decimal_format_grouped (cell->number, DESK_DIGITS_MONEY);
    case DESK_COLUMN_TEXT:
    case DESK_COLUMN_PHONE:
      return g_strdup (cell->text != NULL && *cell->text != '\0' ? cell->text : "—");
    case DESK_COLUMN_FLAGS:
      return flags_words (text, cell->number);
    case DESK_COLUMN_TIME:
      return cell->number != 0 ? desk_text_time_whole (text, cell->number) : g_strdup ("");
    case DESK_COLUMN_KIND:
      return g_strdup (desk_text_kind (text, (DeskKind) cell->number));
    case DESK_COLUMN_LINK:
      return g_strdup ("—");
    case DESK_COLUMN_KEY:
    default:
      return g_strdup (cell->text != NULL ? cell->text : "");
    }
}

static void
show_flags (DeskListCell *self, const DeskCell *cell)
{
  for (int i = 0; i < DESK_N_CARES; i++)
    {
      gboolean on = cell != NULL && (cell->number >> i & 1) != 0;

      if (on && self->flags[i] == NULL)
        {
          self->flags[i] = gtk_label_new (desk_text_care_flag (self->text, i + 1));
          gtk_widget_add_css_class (self->flags[i], "flag");
          gtk_widget_set_valign (self->flags[i], GTK_ALIGN_CENTER);
          gtk_widget_set_tooltip_text (self->flags[i], desk_text_enum (self->text, &desk_enum_care, i + 1));
          gtk_box_append (GTK_BOX (self->box), self->flags[i]);
        }
      if (self->flags[i] != NULL)
        gtk_widget_set_visible (self->flags[i], on);
    }
}

/* What the screen reader says of the whole row: its words in the order of the list's columns. */
static void
name_row (DeskListCell *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = parent != NULL ? gtk_widget_get_parent (parent) : NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < self->list->n_columns && row != NULL; i++)
    {
      const DeskColumnSpec *column = &self->list->columns[i];
      const DeskCell *cell = self->item != NULL ? desk_row_item_get_cell (self->item, i) : NULL;
      g_autofree char *words = NULL;

      /* A time that nobody sorts by is no part of what a row is called. */
      if (cell == NULL || column->type == DESK_COLUMN_INT || column->type == DESK_COLUMN_DAY
          || (column->type == DESK_COLUMN_TIME && (!column->sortable || cell->number == 0)))
        continue;
      words = desk_list_cell_words (self->text, column, cell);
      if (*words != '\0')
        g_string_append_printf (name, name->len > 0 ? " %s" : "%s", words);
    }
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name->len > 0 ? name->str : desk_text_kind (self->text, self->list->kind), -1);
}

/* A row that is being read is painted as nothing: no words that move, no spinner. */
static void
show (DeskListCell *self)
{
  const DeskCell *cell = self->item != NULL ? desk_row_item_get_cell (self->item, self->index) : NULL;
  g_autofree char *words = NULL;

  if (self->box != NULL)
    {
      show_flags (self, cell);
      return;
    }
  if (self->own != NULL)
    {
      self->look->show (self->own, self->text, self->item != NULL ? desk_row_item_get_row (self->item) : NULL, *self->now);
      return;
    }
  if (self->column->type == DESK_COLUMN_KEY || self->column->type == DESK_COLUMN_SLICE)
    name_row (self);
  /* In the log times are near: 10:45, yesterday 16:40. */
  if (cell != NULL && cell->number != 0 && self->column->type == DESK_COLUMN_TIME && (self->list->kind == DESK_KIND_VISIT || self->list->kind == DESK_KIND_OUTAGE))
    words = desk_text_time (self->text, cell->number, g_get_real_time () / G_USEC_PER_SEC);
  else
    words = cell != NULL ? desk_list_cell_words (self->text, self->column, cell) : g_strdup ("");
  gtk_inscription_set_text (GTK_INSCRIPTION (self->words), words);
}

static void
row_changed (DeskRowItem *item, GParamSpec *spec, DeskListCell *self)
{
  show (self);
}

/* The list's clock went on: shows what depends on it. */
void
desk_list_cell_update (DeskListCell *self)
{
  if (self->own != NULL)
    show (self);
}

/* Shows @item (nullable) from now on. */
void
desk_list_cell_set_item (DeskListCell *self, DeskRowItem *item)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->handler, self->item);
  g_clear_object (&self->item);
  if (item == NULL)
    return; /* the widget waits for its next row; what it showed is not on screen */
  self->item = g_object_ref (item);
  self->handler = g_signal_connect (item, "notify::row", G_CALLBACK (row_changed), self);
  show (self);
}

/* Returns: (transfer none) (nullable). */
DeskRowItem *
desk_list_cell_get_item (DeskListCell *self)
{
  return self->item;
}

static void
desk_list_cell_dispose (GObject *object)
{
  DeskListCell *self = DESK_LIST_CELL (object);

  desk_list_cell_set_item (self, NULL);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->own, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_list_cell_parent_class)->dispose (object);
}

static void
desk_list_cell_class_init (DeskListCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_list_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_list_cell_init (DeskListCell *self)
{
}

/* @right: figures; @look: (nullable): other than in words; @now: the list's clock, which outlives the cell.
 * Returns: (transfer floating): a cell of the list's column @index. */
GtkWidget *
desk_list_cell_new (DeskText *text, const DeskListSpec *list, guint index, gboolean right, const DeskCellLook *look,
                    const gint64 *now)
{
  DeskListCell *self = g_object_new (DESK_TYPE_LIST_CELL, NULL);
  const DeskColumnSpec *column = &list->columns[index];

  self->text = desk_text_ref (text);
  self->list = list;
  self->column = column;
  self->index = index;
  self->look = look;
  self->now = now;
  if (look != NULL)
    {
      self->own = look->make (text);
      gtk_widget_set_parent (self->own, GTK_WIDGET (self));
      return GTK_WIDGET (self);
    }
  if (column->type == DESK_COLUMN_FLAGS)
    {
      self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
      gtk_widget_set_parent (self->box, GTK_WIDGET (self));
      return GTK_WIDGET (self);
    }
  self->words = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->words), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->words), right ? 1 : 0);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->words), 1);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->words), 1);
  /* As high as one line, or it would wrap into the row's height. */
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->words), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (self->words), 1);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  if (column->type == DESK_COLUMN_KEY || column->type == DESK_COLUMN_SLICE)
    gtk_widget_add_css_class (self->words, "key");
  else if (column->type != DESK_COLUMN_TEXT)
    gtk_widget_add_css_class (self->words, "dim");
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
