/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-mapping.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-text-figure.h"
#include "desk-text-import.h"

#define MOST_COLUMNS 120 /* a table with more has them for something else; the rest is not taken */
#define SAMPLE_CHARACTERS 40
#define MOST_HEIGHT 150

struct _DeskImportMapping
{
  GtkWidget parent_instance;
  DeskText *text;
  GtkWidget *box, *caption, *more, *flow;
  GPtrArray *rows;     /* Row */
  GArray *fields;      /* DeskImportField by column of the table */
  GArray *offered;     /* DeskImportField, in the order of every drop-down; NONE first */
  DeskImport import;
  char *headings;      /* of the rows that stand */
  gboolean quiet;
};

/* One column of the sheet. */
typedef struct
{
  DeskImportMapping *owner;
  guint column;
  GtkWidget *drop, *sure, *confirm, *sample;
  gboolean confirmed;
  DeskGuess guess;
} Row;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskImportMapping, desk_import_mapping, GTK_TYPE_WIDGET)

static void
show_sure (Row *row)
{
  gboolean taken = g_array_index (row->owner->fields, DeskImportField, row->column) != DESK_IMPORT_FIELD_NONE;
  gboolean sure = row->confirmed || row->guess == DESK_GUESS_SURE;

  gtk_widget_set_visible (row->sure, taken && sure);
  gtk_widget_set_visible (row->confirm, taken && !sure);
}

static guint
offer_of (DeskImportMapping *self, DeskImportField field)
{
  for (guint i = 0; i < self->offered->len; i++)
    if (g_array_index (self->offered, DeskImportField, i) == field)
      return i;
  return 0;
}

/* Each field is taken from one column: the one that was chosen last. */
static void
give_up_elsewhere (DeskImportMapping *self, guint column, DeskImportField field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (i != column && field != DESK_IMPORT_FIELD_NONE && g_array_index (self->fields, DeskImportField, i) == field)
      {
        g_array_index (self->fields, DeskImportField, i) = DESK_IMPORT_FIELD_NONE;
        if (i < self->rows->len)
          gtk_drop_down_set_selected (GTK_DROP_DOWN (((Row *) self->rows->pdata[i])->drop), 0);
      }
}

static void
picked (GtkDropDown *drop, GParamSpec *spec, Row *row)
{
  DeskImportMapping *self = row->owner;
  guint at = gtk_drop_down_get_selected (drop);
  DeskImportField field;

  if (self->quiet || at >= self->offered->len)
    return;
  field = g_array_index (self->offered, DeskImportField, at);
  if (g_array_index (self->fields, DeskImportField, row->column) == field)
    return;
  g_array_index (self->fields, DeskImportField, row->column) = field;
  row->confirmed = TRUE;
  self->quiet = TRUE;
  give_up_elsewhere (self, row->column, field);
  self->quiet = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    show_sure (self->rows->pdata[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The guess is right: nothing is read anew. */
static void
confirmed (GtkButton *button, Row *row)
{
  row->confirmed = TRUE;
  gtk_widget_grab_focus (row->drop);
  show_sure (row);
}

static GtkWidget *
make_drop (DeskImportMapping *self, const char *heading)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (guint i = 0; i < self->offered->len; i++)
    gtk_string_list_append (names, desk_text_import_field (self->text, g_array_index (self->offered, DeskImportField, i)));
  drop = gtk_drop_down_new (G_LIST_MODEL (names), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_widget_set_size_request (drop, 126, -1);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  desk_name_drop_down (drop, heading);
  return drop;
}

static GtkWidget *
make_words (const char *words, const char *style, int characters)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), characters);
  gtk_label_set_max_width_chars (GTK_LABEL (label), characters);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_row (DeskImportMapping *self, DeskImportPlan *plan, guint column)
{
  const char *heading = desk_import_plan_get_heading (plan, column);
  const char *shown = *heading != '\0' ? heading : _("(no heading)");
  g_autofree char *printable = desk_text_printable (shown, SAMPLE_CHARACTERS);
  Row *row = g_new0 (Row, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *child = gtk_flow_box_child_new ();
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  row->owner = self;
  row->column = column;
  row->drop = make_drop (self, printable);
  row->sample = make_words ("", "dim", 11);
  row->sure = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_add_css_class (row->sure, "done");
  row->confirm = gtk_button_new_with_label (_("Guessed"));
  gtk_widget_add_css_class (row->confirm, "small");
  gtk_widget_add_css_class (row->confirm, "guess-button");
  gtk_widget_set_valign (row->confirm, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (row->confirm, _("Guessed from a part of the heading. Press if it is right, or choose another field."));
  g_signal_connect (row->confirm, "clicked", G_CALLBACK (confirmed), row);
  gtk_widget_set_size_request (mark, 56, -1);
  gtk_box_append (GTK_BOX (mark), row->sure);
  gtk_box_append (GTK_BOX (mark), row->confirm);
  gtk_box_append (GTK_BOX (line), make_words (printable, "strong", 10));
  gtk_box_append (GTK_BOX (line), row->sample);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_box_append (GTK_BOX (line), row->drop);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), line);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), child);
  g_signal_connect (row->drop, "notify::selected", G_CALLBACK (picked), row);
  g_ptr_array_add (self->rows, row);
}

static char *
join_headings (DeskImportPlan *plan)
{
  GString *all = g_string_new (NULL);

  g_string_append_printf (all, "%d", desk_import_plan_get_import (plan));
  for (guint i = 0; i < desk_import_plan_get_n_columns (plan); i++)
    g_string_append_printf (all, "\n%s", desk_import_plan_get_heading (plan, i));
  return g_string_free (all, FALSE);
}

/* Which fields this kind of sheet has; the table of kinds says it, so a later kind needs nothing here. */
static void
offer (DeskImportMapping *self, DeskImport import)
{
  DeskImportField none = DESK_IMPORT_FIELD_NONE;

  g_array_set_size (self->offered, 0);
  g_array_append_val (self->offered, none);
  for (int i = 0; i < DESK_N_IMPORT_FIELDS; i++)
    if (desk_import_takes (import, (DeskImportField) i))
      g_array_append_val (self->offered, i);
}

static void
build_rows (DeskImportMapping *self, DeskImportPlan *plan)
{
  guint n = desk_import_plan_get_n_columns (plan);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->flow)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->flow), child);
  g_ptr_array_set_size (self->rows, 0);
  offer (self, desk_import_plan_get_import (plan));
  for (guint i = 0; i < MIN (n, MOST_COLUMNS); i++)
    add_row (self, plan, i);
  gtk_widget_set_visible (self->more, n > MOST_COLUMNS);
}

/* Shows what the columns of @plan are taken for. What somebody confirmed stays confirmed while the headings do. */
void
desk_import_mapping_set_plan (DeskImportMapping *self, DeskImportPlan *plan)
{
  g_autofree char *headings = join_headings (plan);

  self->quiet = TRUE;
  if (g_strcmp0 (headings, self->headings) != 0)
    {
      build_rows (self, plan);
      g_free (self->headings);
      self->headings = g_steal_pointer (&headings);
    }
  g_array_set_size (self->fields, 0);
  for (guint i = 0; i < desk_import_plan_get_n_columns (plan); i++)
    {
      DeskGuess guess;
      DeskImportField field = desk_import_plan_get_field (plan, i, &guess);

      g_array_append_val (self->fields, field);
      if (i >= self->rows->len)
        continue;
      Row *row = self->rows->pdata[i];
      g_autofree char *masked = desk_import_field_mask (field, desk_import_plan_get_sample (plan, i));
      g_autofree char *sample = desk_text_printable (masked, SAMPLE_CHARACTERS);

      row->guess = guess;
      gtk_label_set_text (GTK_LABEL (row->sample), sample);
      gtk_widget_set_tooltip_text (row->sample, *sample != '\0' ? sample : NULL);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (row->drop), offer_of (self, field));
      show_sure (row);
    }
  gtk_label_set_text (GTK_LABEL (self->caption), desk_import_plan_is_remembered (plan)
                                                     ? _("As the last time with these headings")
                                                     : _("Guessed from the headings; corrections are remembered"));
  self->quiet = FALSE;
}

/* Returns: (transfer none) (array length=n_fields): what every column is taken for. */
const DeskImportField *
desk_import_mapping_get_fields (DeskImportMapping *self, guint *n_fields)
{
  *n_fields = self->fields->len;
  return (const DeskImportField *) self->fields->data;
}

/* Returns: how many columns are taken for something by a guess nobody has confirmed. */
guint
desk_import_mapping_count_guesses (DeskImportMapping *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += gtk_widget_get_visible (((Row *) self->rows->pdata[i])->confirm);
  return n;
}

/* Puts the focus on the first guess that is not confirmed, or the first column. */
void
desk_import_mapping_focus (DeskImportMapping *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (((Row *) self->rows->pdata[i])->confirm))
      {
        gtk_widget_grab_focus (((Row *) self->rows->pdata[i])->confirm);
        return;
      }
  if (self->rows->len > 0)
    gtk_widget_grab_focus (((Row *) self->rows->pdata[0])->drop);
}

static void
desk_import_mapping_dispose (GObject *object)
{
  DeskImportMapping *self = DESK_IMPORT_MAPPING (object);

  self->quiet = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_import_mapping_parent_class)->dispose (object);
}

static void
desk_import_mapping_finalize (GObject *object)
{
  DeskImportMapping *self = DESK_IMPORT_MAPPING (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->fields);
  g_array_unref (self->offered);
  g_free (self->headings);
  G_OBJECT_CLASS (desk_import_mapping_parent_class)->finalize (object);
}

static void
desk_import_mapping_class_init (DeskImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_import_mapping_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_import_mapping_finalize;
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_import_mapping_init (DeskImportMapping *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_array_new (FALSE, FALSE, sizeof (DeskImportField));
  self->offered = g_array_new (FALSE, FALSE, sizeof (DeskImportField));
}

/* Returns: (transfer floating): nothing to map yet. */
GtkWidget *
desk_import_mapping_new (DeskText *text)
{
  DeskImportMapping *self = g_object_new (DESK_TYPE_IMPORT_MAPPING, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (_("Columns"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text = desk_text_ref (text);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (title, "section");
  gtk_box_append (GTK_BOX (head), title);
  self->caption = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->caption, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (head), self->caption);
  gtk_box_append (GTK_BOX (self->box), head);
  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 10);
  gtk_widget_set_valign (self->flow, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->flow, "mapping");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 72);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->flow);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  self->more = gtk_label_new (_("More columns than these are not imported."));
  gtk_widget_add_css_class (self->more, "caption");
  gtk_widget_set_visible (self->more, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
