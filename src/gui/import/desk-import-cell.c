/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-cell.h"

#include <glib/gi18n.h>

#include "desk-text-import.h"

#define ANSWERS 2

struct _DeskImportCell
{
  GtkWidget parent_instance;
  DeskText *text;
  DeskImportCellRole role;
  guint column;
  GtkWidget *icon;              /* of FATE */
  GtkWidget *words;             /* GtkInscription; of WHY a GtkLabel, which is as long as its words */
  GtkWidget *answers[ANSWERS];  /* buttons of WHY, made when first needed */
  DeskImportItem *item;
  gulong handler;
};

G_DEFINE_FINAL_TYPE (DeskImportCell, desk_import_cell, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *style;
} looks[DESK_N_FATES] = {
  [DESK_FATE_NEW] = { "list-add-symbolic", "done" },        [DESK_FATE_CHANGE] = { "document-edit-symbolic", "accent" },
  [DESK_FATE_SAME] = { "object-select-symbolic", "dim" },   [DESK_FATE_DOUBT] = { "edit-copy-symbolic", "soon" },
  [DESK_FATE_REJECT] = { "window-close-symbolic", "late" },
};

/* Returns: name of the icon that goes with @fate, static. */
const char *
desk_import_fate_icon (DeskFate fate)
{
  return looks[fate].icon;
}

/* Returns: style class of the colour that goes with @fate, static. */
const char *
desk_import_fate_style (DeskFate fate)
{
  return looks[fate].style;
}

static void
put (DeskImportCell *self, const char *words)
{
  if (self->role == DESK_IMPORT_CELL_WHY)
    gtk_label_set_text (GTK_LABEL (self->words), words);
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (self->words), words);
}

static void
show_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* What the fate is called on the row: what is new and worth a look says so, what was left out too. */
static char *
fate_words (DeskImportCell *self, const DeskImportLine *line)
{
  const char *fate = desk_text_import_fate (self->text, line->fate);

  if (line->fate == DESK_FATE_DOUBT && line->taken)
    return g_strdup (_("Taken"));
  if ((line->fate == DESK_FATE_NEW || line->fate == DESK_FATE_CHANGE) && !line->taken)
    return g_strdup (_("Left out"));
  if (line->notices != NULL && line->fate != DESK_FATE_REJECT)
    return desk_text_fill (_("%1, look"), (const char *[]){ fate, NULL });
  return g_strdup (fate);
}

static void
show_fate (DeskImportCell *self, const DeskImportLine *line)
{
  g_autofree char *words = fate_words (self, line);
  gboolean look = line->notices != NULL && line->fate != DESK_FATE_REJECT;
  gboolean out = !line->taken && (line->fate == DESK_FATE_NEW || line->fate == DESK_FATE_CHANGE);

  for (guint i = 0; i < DESK_N_FATES; i++)
    {
      show_class (self->icon, looks[i].style, FALSE);
      show_class (self->words, looks[i].style, FALSE);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), look  ? "dialog-warning-symbolic"
                                                        : out ? "list-remove-symbolic"
                                                              : looks[line->fate].icon);
  show_class (self->icon, look ? "soon" : out ? "dim" : looks[line->fate].style, TRUE);
  if (line->fate == DESK_FATE_REJECT || line->fate == DESK_FATE_DOUBT || line->fate == DESK_FATE_CHANGE)
    show_class (self->words, looks[line->fate].style, TRUE);
  else
    show_class (self->words, "dim", TRUE);
  put (self, words);
}

static void
show_data (DeskImportCell *self, DeskImportPlan *plan, guint index)
{
  g_autofree char *shown = desk_import_plan_get_shown (plan, index, self->column);
  gboolean wrong = desk_import_plan_is_wrong (plan, index, self->column);

  show_class (self->words, "wrong-cell", wrong);
  put (self, shown);
}

static void
set_answer (DeskImportCell *self, guint at, const char *label, const char *action, guint index)
{
  GtkWidget *button = self->answers[at];

  if (button == NULL && label != NULL)
    {
      button = self->answers[at] = gtk_button_new ();
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "answer");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_focusable (button, FALSE); /* letters on the row do the same */
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
  if (button == NULL)
    return;
  gtk_widget_set_visible (button, label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (button), label);
  /* The target first: an action without the one it wants is a warning. */
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_uint32 (index));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show_answers (DeskImportCell *self, DeskImportPlan *plan, guint index, const DeskImportLine *line)
{
  guint column;
  const char *meant = desk_import_plan_get_suggestion (plan, index, &column);

  set_answer (self, 1, NULL, NULL, 0);
  if (line->fate == DESK_FATE_DOUBT)
    {
      set_answer (self, 0, line->taken ? NULL : _("Take"), "row.take", index);
      set_answer (self, 1, line->taken ? _("Leave Out") : NULL, "row.leave", index);
    }
  else if (meant != NULL)
    {
      g_autofree char *label = desk_text_fill (_("Write %1"), (const char *[]){ meant, NULL });

      set_answer (self, 0, label, "row.suggest", index);
    }
  else if (line->fate == DESK_FATE_REJECT)
    set_answer (self, 0, _("Mend…"), "row.mend", index);
  else
    set_answer (self, 0, NULL, NULL, 0);
}

static void
show_why (DeskImportCell *self, DeskImportPlan *plan, guint index, const DeskImportLine *line)
{
  g_autofree char *words = desk_import_plan_get_words (plan, index, self->text);

  show_class (self->words, "dim", line->fate == DESK_FATE_NEW || line->fate == DESK_FATE_SAME);
  put (self, words);
  gtk_widget_set_tooltip_text (self->words, words);
  show_answers (self, plan, index, line);
}

/* What the screen reader says of the whole row. */
static void
name_row (DeskImportCell *self, DeskImportPlan *plan, guint index, const DeskImportLine *line)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = parent != NULL ? gtk_widget_get_parent (parent) : NULL;
  g_autofree char *fate = fate_words (self, line);
  g_autofree char *why = desk_import_plan_get_words (plan, index, self->text);
  GString *name = g_string_new (NULL);

  g_string_append_printf (name, "%u %s", line->row, fate);
  for (guint i = 0; i < desk_import_plan_get_n_columns (plan); i++)
    if (desk_import_plan_get_field (plan, i, NULL) != DESK_IMPORT_FIELD_NONE)
      {
        g_autofree char *cell = desk_import_plan_get_shown (plan, index, i);

        g_string_append_printf (name, *cell != '\0' ? " %s" : "%s", cell);
      }
  g_string_append_printf (name, " %s", why);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

static void
show_item (DeskImportCell *self)
{
  DeskImportPlan *plan = desk_import_item_get_plan (self->item);
  guint index = desk_import_item_get_index (self->item);
  const DeskImportLine *line = desk_import_item_get_line (self->item);

  switch (self->role)
    {
    case DESK_IMPORT_CELL_FATE:
      show_fate (self, line);
      break;
    case DESK_IMPORT_CELL_DATA:
      show_data (self, plan, index);
      break;
    case DESK_IMPORT_CELL_WHY:
      show_why (self, plan, index, line);
      break;
    case DESK_IMPORT_CELL_ROW:
    default:
      {
        g_autofree char *number = g_strdup_printf ("%u", line->row);

        put (self, number);
        name_row (self, plan, index, line);
      }
    }
}

/* Shows @item (nullable) from now on. */
void
desk_import_cell_set_item (DeskImportCell *self, DeskImportItem *item)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->handler, self->item);
  g_clear_object (&self->item);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
}

/* Returns: (transfer none) (nullable). */
DeskImportItem *
desk_import_cell_get_item (DeskImportCell *self)
{
  return self->item;
}

static void
desk_import_cell_dispose (GObject *object)
{
  DeskImportCell *self = DESK_IMPORT_CELL (object);
  GtkWidget *child;

  desk_import_cell_set_item (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_import_cell_parent_class)->dispose (object);
}

static void
desk_import_cell_class_init (DeskImportCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_import_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_import_cell_init (DeskImportCell *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
make_inscription (gboolean right)
{
  GtkWidget *words = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (words), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (words), right ? 1 : 0);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (words), 1);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (words), 1);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (words), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (words), 1);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

/**
 * desk_import_cell_new:
 * @column: of the table, for DATA
 * @right: figures stand right
 *
 * Returns: (transfer floating): a cell that waits for its row
 */
GtkWidget *
desk_import_cell_new (DeskText *text, DeskImportCellRole role, guint column, gboolean right)
{
  DeskImportCell *self = g_object_new (DESK_TYPE_IMPORT_CELL, NULL);

  self->text = desk_text_ref (text);
  self->role = role;
  self->column = column;
  if (role == DESK_IMPORT_CELL_FATE)
    {
      self->icon = gtk_image_new ();
      gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
    }
  self->words = role == DESK_IMPORT_CELL_WHY ? make_label () : make_inscription (right);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  if (role == DESK_IMPORT_CELL_ROW)
    gtk_widget_add_css_class (self->words, "dim");
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
