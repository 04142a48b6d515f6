/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-pane-private.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-text-figure.h"
#include "desk-text-import.h"
#include "desk-text-problem.h"

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskImportPane, desk_import_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
shows (DeskImportPane *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), page) == 0;
}

/* Which step is the one now: those before it are ticked. */
static void
show_step (DeskImportPane *self, guint now)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->steps); i++)
    {
      gtk_widget_remove_css_class (self->steps[i], "strong");
      gtk_widget_remove_css_class (self->steps[i], "dim");
      gtk_widget_add_css_class (self->steps[i], i == now ? "strong" : "dim");
    }
}

/* Brings a page to the front: choose, try, taking or done. */
void
desk_import_pane_show (DeskImportPane *self, const char *page)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  show_step (self, g_str_equal (page, "choose") ? 0 : g_str_equal (page, "try") ? 1 : 2);
}

/* What the file is, beside its name. */
static void
show_facts (DeskImportPane *self)
{
  g_autofree char *name = self->path != NULL ? g_filename_display_basename (self->path) : g_strdup ("");
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  gtk_label_set_text (GTK_LABEL (self->file), name);
  gtk_widget_set_tooltip_text (self->file, self->path != NULL ? name : NULL);
  if (self->plan != NULL)
    {
      const char *sheet = desk_import_plan_get_sheet (self->plan), *encoding = desk_import_plan_get_encoding (self->plan);
      g_autofree char *rows = desk_text_number (desk_import_plan_get_n_lines (self->plan));

      if (*sheet != '\0')
        g_ptr_array_add (facts, desk_text_fill (_("sheet %1"), (const char *[]){ sheet, NULL }));
      g_ptr_array_add (facts, desk_text_fill (_("%1 rows"), (const char *[]){ rows, NULL }));
      if (*encoding != '\0')
        g_ptr_array_add (facts, g_strdup (encoding));
    }
  g_ptr_array_add (facts, NULL);
  joined = g_strjoinv (" · ", (char **) facts->pdata);
  gtk_label_set_text (GTK_LABEL (self->facts), joined);
}

/* The main button carries the result. */
void
desk_import_pane_show_ticks (DeskImportPane *self)
{
  guint n = self->plan != NULL ? desk_import_plan_count_taken (self->plan) : 0;
  g_autofree char *number = desk_text_number (n);
  g_autofree char *words = n == 0 ? g_strdup (_("Nothing to Import")) : desk_text_fill (_("Import %1 Rows"), (const char *[]){ number, NULL });
  gboolean ready = self->plan != NULL && self->progress == NULL && n > 0
                   && desk_import_plan_get_missing (self->plan) == DESK_IMPORT_FIELD_NONE;

  gtk_label_set_text (GTK_LABEL (self->import_words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->import_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_sensitive (self->import_button, ready);
  gtk_widget_set_tooltip_text (self->import_button, ready                    ? NULL
                                                    : self->progress != NULL ? _("The sheet is being read")
                                                    : n == 0                 ? _("No row is ticked")
                                                                             : _("A column is missing"));
  gtk_widget_set_sensitive (self->save_rejects,
                            self->plan != NULL && desk_import_plan_count_rejects (self->plan) > 0);
}

static void
show_missing (DeskImportPane *self)
{
  DeskImportField missing = desk_import_plan_get_missing (self->plan);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->missing, missing != DESK_IMPORT_FIELD_NONE);
  if (missing == DESK_IMPORT_FIELD_NONE)
    return;
  words = desk_text_fill (_("No column gives the field “%1”: choose it above, or say where the headings stand."),
                          (const char *[]){ desk_text_import_field (self->text, missing), NULL });
  gtk_label_set_text (GTK_LABEL (self->missing_words), words);
}

/* Shows the dry run. */
void
desk_import_pane_show_plan (DeskImportPane *self)
{
  gboolean first = !shows (self, "try") || !gtk_widget_get_visible (self->looks);

  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_widget_set_visible (self->looks, TRUE);
  gtk_widget_set_visible (self->table, TRUE);
  desk_import_source_set_plan (DESK_IMPORT_SOURCE (self->source), self->plan);
  desk_import_mapping_set_plan (DESK_IMPORT_MAPPING (self->mapping), self->plan);
  desk_import_counts_show (DESK_IMPORT_COUNTS (self->counts), self->plan);
  show_missing (self);
  desk_import_table_set_plan (DESK_IMPORT_TABLE (self->table), self->plan);
  show_facts (self);
  desk_import_pane_show (self, "try");
  desk_import_pane_show_ticks (self);
  if (!first)
    return;
  if (desk_import_plan_get_missing (self->plan) != DESK_IMPORT_FIELD_NONE
      || desk_import_mapping_count_guesses (DESK_IMPORT_MAPPING (self->mapping)) > 0)
    desk_import_mapping_focus (DESK_IMPORT_MAPPING (self->mapping));
  else
    desk_import_table_focus (DESK_IMPORT_TABLE (self->table));
}

/* While the file is read the pane bar says how far; what was shown stays. */
void
desk_import_pane_show_reading (DeskImportPane *self, gboolean on)
{
  gtk_widget_set_visible (self->reading, on);
  gtk_widget_set_visible (self->reading_bar, on);
  for (guint i = 0; i < G_N_ELEMENTS (self->steps); i++)
    gtk_widget_set_visible (gtk_widget_get_parent (self->steps[i]), !on);
  if (on)
    gtk_label_set_text (GTK_LABEL (self->reading_words), _("Reading…"));
  show_facts (self);
  desk_import_pane_show_ticks (self);
}

/* Says in place why the file cannot be read; another encoding or sheet can be tried right there. */
void
desk_import_pane_show_trouble (DeskImportPane *self, const GError *error)
{
  g_autofree char *sentence = desk_text_error (self->text, error);

  gtk_label_set_text (GTK_LABEL (self->trouble_words), sentence);
  gtk_widget_set_visible (self->trouble, TRUE);
  gtk_widget_set_visible (self->looks, self->plan != NULL);
  gtk_widget_set_visible (self->table, self->plan != NULL);
  desk_import_pane_show (self, "try");
  desk_import_pane_show_ticks (self);
}

/* The file */

static void
drop_plan (DeskImportPane *self)
{
  desk_import_table_set_plan (DESK_IMPORT_TABLE (self->table), NULL);
  g_clear_pointer (&self->plan, desk_import_plan_unref);
}

/* Reads the file at @path from the beginning. */
void
desk_import_pane_open (DeskImportPane *self, const char *path)
{
  if (self->taking != NULL)
    return;
  desk_import_pane_stop_reading (self);
  g_free (self->path);
  self->path = g_strdup (path);
  desk_import_pane_forget (self);
  self->act_id = 0;
  drop_plan (self);
  desk_import_source_clear (DESK_IMPORT_SOURCE (self->source));
  gtk_widget_set_visible (self->looks, FALSE);
  gtk_widget_set_visible (self->table, FALSE);
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_widget_set_visible (self->missing, FALSE);
  desk_import_pane_show (self, "try");
  desk_import_pane_read (self);
}

static void
on_file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && g_file_peek_path (file) != NULL)
    desk_import_pane_open (data, g_file_peek_path (file));
  g_object_unref (dialog);
}

/* Asks for a file. */
void
desk_import_pane_choose (DeskImportPane *self)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) sheets = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (self->taking != NULL)
    return;
  dialog = gtk_file_chooser_native_new (_("Import a Sheet"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  gtk_file_filter_set_name (sheets, _("Sheets (XLSX, XLS, CSV)"));
  for (guint i = 0; i < 4; i++)
    gtk_file_filter_add_suffix (sheets, ((const char *[]){ "xlsx", "xls", "csv", "txt" })[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), sheets);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Keys and buttons */

static void
choose_clicked (GtkButton *button, DeskImportPane *self)
{
  desk_import_pane_choose (self);
}

static void
import_clicked (GtkButton *button, DeskImportPane *self)
{
  desk_import_pane_take (self);
}

static void
rejects_clicked (GtkButton *button, DeskImportPane *self)
{
  desk_import_pane_save_rejects (self);
}

static void
stop_reading_clicked (GtkButton *button, DeskImportPane *self)
{
  desk_import_pane_stop_reading (self);
  desk_import_pane_show_reading (self, FALSE);
  if (self->plan == NULL)
    desk_import_pane_show (self, "choose");
}

static void
stop_taking_clicked (GtkButton *button, DeskImportPane *self)
{
  if (self->taking != NULL)
    g_cancellable_cancel (self->taking);
}

/* Leaves the assistant; what was mended and answered stays for when it is asked for again. */
static void
leave (DeskImportPane *self)
{
  desk_import_pane_stop_reading (self);
  desk_import_pane_show_reading (self, FALSE);
  if (self->taking == NULL && self->mends->len == 0 && g_hash_table_size (self->decisions) == 0 && !self->mapped)
    {
      drop_plan (self);
      g_clear_pointer (&self->path, g_free);
      show_facts (self);
      desk_import_pane_show (self, "choose");
    }
  g_signal_emit (self, signals[LEFT], 0);
}

static void
leave_clicked (GtkButton *button, DeskImportPane *self)
{
  leave (self);
}

static gboolean
go_back (DeskImportPane *self)
{
  if (shows (self, "try") && desk_import_table_go_back (DESK_IMPORT_TABLE (self->table)))
    return TRUE;
  if (self->progress != NULL)
    stop_reading_clicked (NULL, self);
  else
    leave (self);
  return TRUE;
}

/* F6: rows, columns, the main button. */
static void
cycle (DeskImportPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (desk_import_table_has_focus (DESK_IMPORT_TABLE (self->table)))
    desk_import_mapping_focus (DESK_IMPORT_MAPPING (self->mapping));
  else if (focus != NULL && gtk_widget_is_ancestor (focus, self->mapping) && gtk_widget_get_sensitive (self->import_button))
    gtk_widget_grab_focus (self->import_button);
  else
    desk_import_table_focus (DESK_IMPORT_TABLE (self->table));
}

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  DeskImportPane *self = DESK_IMPORT_PANE (pane);

  if (act == DESK_PANE_SAVE)
    return shows (self, "try");
  if (act == DESK_PANE_FILTER || act == DESK_PANE_CYCLE || act == DESK_PANE_REFRESH)
    return self->plan != NULL;
  return act == DESK_PANE_BACK || act == DESK_PANE_NEW;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskImportPane *self = DESK_IMPORT_PANE (pane);

  switch ((int) act)
    {
    case DESK_PANE_FILTER:
      gtk_widget_child_focus (desk_import_table_get_bar (DESK_IMPORT_TABLE (self->table)), GTK_DIR_TAB_FORWARD);
      return TRUE;
    case DESK_PANE_NEW:
      desk_import_pane_choose (self);
      return TRUE;
    case DESK_PANE_REFRESH:
      desk_import_pane_read (self);
      return TRUE;
    case DESK_PANE_BACK:
      return go_back (self);
    case DESK_PANE_CYCLE:
      cycle (self);
      return TRUE;
    case DESK_PANE_SAVE:
      desk_import_pane_take (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
grab_start_focus (DeskPane *pane)
{
  DeskImportPane *self = DESK_IMPORT_PANE (pane);

  if (self->stale && shows (self, "try"))
    desk_import_pane_read (self);
  if (shows (self, "choose"))
    gtk_widget_grab_focus (self->choose_button);
  else if (shows (self, "try") && self->plan != NULL)
    desk_import_table_focus (DESK_IMPORT_TABLE (self->table));
}

static void
pane_iface_init (DeskPaneInterface *iface)
{
  iface->can = pane_can;
  iface->act = pane_act;
  iface->grab_start_focus = grab_start_focus;
}

/* What the parts say */

static void
source_changed (DeskImportSource *source, DeskImportPane *self)
{
  desk_import_pane_forget (self);
  desk_import_pane_read (self);
}

static void
mapping_changed (DeskImportMapping *mapping, DeskImportPane *self)
{
  self->mapped = TRUE;
  desk_import_pane_read (self);
}

static void
row_mended (DeskImportTable *table, guint row, guint column, const char *text, DeskImportPane *self)
{
  desk_import_pane_mend (self, row, column, text);
}

static void
row_ticked (DeskImportTable *table, guint row, gboolean taken, DeskImportPane *self)
{
  desk_import_pane_decide (self, row, taken);
}

static void
engine_changed (DeskEngine *engine, DeskChangeSet *changes, DeskImportPane *self)
{
  if (self->box == NULL || self->taking != NULL)
    return;
  desk_import_pane_follow_undo (self, changes);
  if (self->plan == NULL || !shows (self, "try")
      || !(desk_change_set_touches (changes, DESK_KIND_UNIT) || desk_change_set_touches (changes, DESK_KIND_PERSON)
           || desk_change_set_touches (changes, DESK_KIND_OCCUPANCY) || desk_change_set_touches (changes, DESK_KIND_PHONE)))
    return;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    desk_import_pane_read (self);
}

/* A sheet is its person's: whoever signs in after them begins with none. */
static void
session_changed (DeskEngine *engine, DeskImportPane *self)
{
  const DeskActor *actor = desk_engine_get_actor (engine);

  if (self->box == NULL || self->taking != NULL || actor == NULL || desk_engine_get_session (engine) != DESK_SESSION_IN
      || actor->staff_id == self->staff_id)
    return;
  self->staff_id = actor->staff_id;
  desk_import_pane_stop_reading (self);
  desk_import_pane_show_reading (self, FALSE);
  desk_import_pane_forget (self);
  drop_plan (self);
  g_clear_pointer (&self->path, g_free);
  show_facts (self);
  desk_import_pane_show (self, "choose");
}

/* Building */

static GtkWidget *
label (const char *words, const char *style)
{
  GtkWidget *widget = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (widget), 0);
  gtk_widget_add_css_class (widget, style);
  return widget;
}

static void
build_steps (DeskImportPane *self, GtkWidget *bar)
{
  const char *const names[] = { _("File"), _("Columns and Dry Run"), _("Import") };

  for (guint i = 0; i < G_N_ELEMENTS (self->steps); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      g_autofree char *digit = g_strdup_printf ("%u", i + 1);

      if (i > 0)
        gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_box_append (GTK_BOX (box), desk_keycap_new (digit));
      self->steps[i] = gtk_label_new (names[i]);
      gtk_label_set_ellipsize (GTK_LABEL (self->steps[i]), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), self->steps[i]);
      gtk_box_append (GTK_BOX (bar), box);
    }
}

static void
build_bar (DeskImportPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *stop;

  gtk_widget_add_css_class (bar, "pane-bar");
  gtk_box_append (GTK_BOX (bar), label (_("Import"), "pane-title"));
  self->file = label (NULL, "strong");
  gtk_box_append (GTK_BOX (bar), self->file);
  self->facts = label (NULL, "caption");
  gtk_widget_set_hexpand (self->facts, TRUE);
  gtk_box_append (GTK_BOX (bar), self->facts);
  build_steps (self, bar);
  self->reading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->reading_words = label (NULL, "caption");
  gtk_box_append (GTK_BOX (self->reading), self->reading_words);
  stop = gtk_button_new_with_label (_("Cancel"));
  gtk_widget_add_css_class (stop, "small");
  gtk_widget_set_valign (stop, GTK_ALIGN_CENTER);
  g_signal_connect (stop, "clicked", G_CALLBACK (stop_reading_clicked), self);
  gtk_box_append (GTK_BOX (self->reading), stop);
  gtk_widget_set_visible (self->reading, FALSE);
  gtk_box_append (GTK_BOX (bar), self->reading);
  gtk_box_append (GTK_BOX (self->box), bar);
  self->reading_bar = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->reading_bar, "osd");
  gtk_widget_set_visible (self->reading_bar, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reading_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reading…"), -1);
  gtk_box_append (GTK_BOX (self->box), self->reading_bar);
}

static void
build_choose (DeskImportPane *self)
{
  GtkWidget *page = desk_empty_new ("folder-open-symbolic", _("Drop a sheet here"),
                                    _("XLSX, XLS or CSV, as it is: title lines, notes, merged cells, any encoding. "
                                      "It is tried first; nothing is written."));

  self->choose_button = desk_empty_add_button (page, _("Choose a File…"), "Enter");
  gtk_widget_add_css_class (self->choose_button, "suggested-action");
  g_signal_connect (self->choose_button, "clicked", G_CALLBACK (choose_clicked), self);
  gtk_stack_add_named (GTK_STACK (self->stack), page, "choose");
}

static GtkWidget *
build_trouble (DeskImportPane *self)
{
  GtkWidget *other;

  self->trouble = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (self->trouble, "notice");
  gtk_widget_add_css_class (self->trouble, "late");
  gtk_widget_add_css_class (self->trouble, "import-notice");
  gtk_box_append (GTK_BOX (self->trouble), gtk_image_new_from_icon_name ("dialog-error-symbolic"));
  self->trouble_words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->trouble_words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->trouble_words), 0);
  gtk_widget_set_hexpand (self->trouble_words, TRUE);
  gtk_box_append (GTK_BOX (self->trouble), self->trouble_words);
  other = gtk_button_new_with_label (_("Another File…"));
  gtk_widget_add_css_class (other, "flat");
  gtk_widget_set_valign (other, GTK_ALIGN_CENTER);
  g_signal_connect (other, "clicked", G_CALLBACK (choose_clicked), self);
  gtk_box_append (GTK_BOX (self->trouble), other);
  gtk_widget_set_visible (self->trouble, FALSE);
  return self->trouble;
}

static GtkWidget *
build_looks (DeskImportPane *self)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->looks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->looks, "import-looks");
  self->mapping = desk_import_mapping_new (self->text);
  gtk_widget_set_hexpand (self->mapping, TRUE);
  gtk_widget_add_css_class (self->mapping, "import-mapping");
  g_signal_connect (self->mapping, "changed", G_CALLBACK (mapping_changed), self);
  gtk_box_append (GTK_BOX (self->looks), self->mapping);
  gtk_box_append (GTK_BOX (self->looks), line);
  self->counts = desk_import_counts_new (self->text);
  gtk_box_append (GTK_BOX (self->looks), self->counts);
  return self->looks;
}

static GtkWidget *
build_missing (DeskImportPane *self)
{
  self->missing = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (self->missing, "notice");
  gtk_widget_add_css_class (self->missing, "soon");
  gtk_widget_add_css_class (self->missing, "import-notice");
  gtk_box_append (GTK_BOX (self->missing), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  self->missing_words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->missing_words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->missing_words), 0);
  gtk_box_append (GTK_BOX (self->missing), self->missing_words);
  gtk_widget_set_visible (self->missing, FALSE);
  return self->missing;
}

static GtkWidget *
build_foot (DeskImportPane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *cancel, *box, *keys;

  gtk_widget_add_css_class (foot, "import-foot");
  self->hint = label (_("Nothing is written yet. The whole import can be undone in one step."), "caption");
  gtk_box_append (GTK_BOX (foot), self->hint);
  keys = label (_("Enter mend  M write what is meant  Y take  N leave out"), "caption");
  gtk_widget_set_hexpand (keys, TRUE);
  gtk_label_set_xalign (GTK_LABEL (keys), 1);
  gtk_box_append (GTK_BOX (foot), keys);
  cancel = desk_button_new (NULL, _("Cancel"), "Esc");
  g_signal_connect (cancel, "clicked", G_CALLBACK (leave_clicked), self);
  gtk_box_append (GTK_BOX (foot), cancel);
  self->import_button = gtk_button_new ();
  gtk_widget_add_css_class (self->import_button, "suggested-action");
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->import_words = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->import_words);
  gtk_box_append (GTK_BOX (box), desk_keycap_new ("Ctrl+Enter"));
  gtk_button_set_child (GTK_BUTTON (self->import_button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->import_button), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  "Control+Return", -1);
  g_signal_connect (self->import_button, "clicked", G_CALLBACK (import_clicked), self);
  gtk_box_append (GTK_BOX (foot), self->import_button);
  return foot;
}

static void
build_try (DeskImportPane *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *filler = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->try_page = page;
  self->source = desk_import_source_new (self->text);
  g_signal_connect (self->source, "changed", G_CALLBACK (source_changed), self);
  gtk_box_append (GTK_BOX (page), self->source);
  gtk_box_append (GTK_BOX (page), build_trouble (self));
  gtk_box_append (GTK_BOX (page), build_looks (self));
  gtk_box_append (GTK_BOX (page), build_missing (self));
  self->table = desk_import_table_new (self->text);
  g_signal_connect (self->table, "mended", G_CALLBACK (row_mended), self);
  g_signal_connect (self->table, "ticked", G_CALLBACK (row_ticked), self);
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_box_append (GTK_BOX (page), self->table);
  self->save_rejects = desk_button_new ("document-save-as-symbolic", _("Save Rejected Rows…"), NULL);
  gtk_widget_add_css_class (self->save_rejects, "flat");
  gtk_widget_set_valign (self->save_rejects, GTK_ALIGN_CENTER);
  g_signal_connect (self->save_rejects, "clicked", G_CALLBACK (rejects_clicked), self);
  gtk_box_append (GTK_BOX (desk_import_table_get_bar (DESK_IMPORT_TABLE (self->table))), self->save_rejects);
  /* Keeps the foot at the foot while there is no table. */
  gtk_widget_set_vexpand (filler, TRUE);
  g_object_bind_property (self->table, "visible", filler, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_box_append (GTK_BOX (page), filler);
  gtk_box_append (GTK_BOX (page), build_foot (self));
  gtk_stack_add_named (GTK_STACK (self->stack), page, "try");
}

static void
build_taking (DeskImportPane *self)
{
  GtkWidget *page = desk_empty_new ("folder-open-symbolic", _("Importing…"),
                                    _("All rows or none: cancelled, nothing is written. The other panes can be used meanwhile."));
  GtkWidget *stop;

  self->taking_words = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->taking_words, "body-text");
  gtk_box_append (GTK_BOX (page), self->taking_words);
  self->taking_bar = gtk_progress_bar_new ();
  gtk_widget_set_size_request (self->taking_bar, 320, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->taking_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Importing…"), -1);
  gtk_box_append (GTK_BOX (page), self->taking_bar);
  stop = desk_empty_add_button (page, _("Cancel"), NULL);
  g_signal_connect (stop, "clicked", G_CALLBACK (stop_taking_clicked), self);
  gtk_stack_add_named (GTK_STACK (self->stack), page, "taking");
}

/* Object */

static void
mend_clear (gpointer data)
{
  g_free ((char *) ((DeskImportMend *) data)->text);
}

static void
desk_import_pane_dispose (GObject *object)
{
  DeskImportPane *self = DESK_IMPORT_PANE (object);

  desk_import_pane_stop_reading (self);
  if (self->taking != NULL)
    g_cancellable_cancel (self->taking);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->plan, desk_import_plan_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_import_pane_parent_class)->dispose (object);
}

static void
desk_import_pane_finalize (GObject *object)
{
  DeskImportPane *self = DESK_IMPORT_PANE (object);

  g_array_unref (self->mends);
  g_hash_table_unref (self->decisions);
  desk_text_unref (self->text);
  G_OBJECT_CLASS (desk_import_pane_parent_class)->finalize (object);
}

static void
desk_import_pane_class_init (DeskImportPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_import_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_import_pane_finalize;
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_IMPORT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_import_pane_init (DeskImportPane *self)
{
  self->mends = g_array_new (FALSE, FALSE, sizeof (DeskImportMend));
  g_array_set_clear_func (self->mends, mend_clear);
  self->decisions = g_hash_table_new (NULL, NULL);
}

/* Returns: (transfer floating): the assistant, waiting for a file. */
DeskPane *
desk_import_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskImportPane *self = g_object_new (DESK_TYPE_IMPORT_PANE, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  build_bar (self);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  build_choose (self);
  build_try (self);
  build_taking (self);
  desk_import_pane_build_done (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  desk_import_pane_show (self, "choose");
  desk_import_pane_show_ticks (self);
  self->staff_id = desk_engine_get_actor (engine) != NULL ? desk_engine_get_actor (engine)->staff_id : 0;
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, 0);
  g_signal_connect_object (engine, "session", G_CALLBACK (session_changed), self, 0);
  return DESK_PANE (self);
}
