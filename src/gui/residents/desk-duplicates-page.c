/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-duplicates-page.h"

#include <glib/gi18n.h>

#include "desk-error.h"
#include "desk-section.h"
#include "desk-text-problem.h"

struct _DeskDuplicatesPage
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskHints *hints; /* (nullable) */
  GtkWidget *title, *section, *scrolled;
};

enum
{
  COMPARE,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskDuplicatesPage, desk_duplicates_page, GTK_TYPE_WIDGET)

static const char *
reason_words (DeskHintReason reason)
{
  switch (reason)
    {
    case DESK_HINT_SAME_PHONE:
      return _("same phone");
    case DESK_HINT_SAME_NAME_UNIT:
      return _("same name in one unit");
    case DESK_HINT_SAME_DOCUMENT:
      return _("same document");
    default:
      return "";
    }
}

static void
fill (DeskDuplicatesPage *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->hints->hints->len);
  g_autofree char *title = desk_text_fill (_("Possible Duplicates: %1"), (const char *[]){ number, NULL });

  gtk_label_set_text (GTK_LABEL (self->title), title);
  desk_section_clear (DESK_SECTION (self->section));
  for (guint i = 0; i < self->hints->hints->len; i++)
    {
      const DeskHint *hint = self->hints->hints->pdata[i];
      GtkWidget *cells[] = { desk_section_cell (hint->name, "strong"), desk_section_cell (hint->other_name, "strong"),
                             desk_section_cell (reason_words (hint->reason), NULL), desk_section_cell (hint->detail, "dim") };

      desk_section_add_row (DESK_SECTION (self->section), DESK_KIND_PERSON, i + 1, cells, G_N_ELEMENTS (cells));
    }
  if (self->hints->hints->len == 0)
    desk_section_add_words (DESK_SECTION (self->section), _("Nobody seems to be entered twice."));
  desk_section_focus (DESK_SECTION (self->section), 0);
}

static void
found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskDuplicatesPage) self = data;
  g_autoptr (GError) error = NULL;
  DeskHints *hints = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (self->engine == NULL || hints == NULL)
    {
      if (hints != NULL)
        desk_use_case_free_result (DESK_USE_CASE_FIND_DUPLICATES, hints);
      else if (self->engine != NULL)
        {
          g_autofree char *sentence = desk_text_error (self->text, error);

          desk_section_add_words (DESK_SECTION (self->section), sentence);
        }
      return;
    }
  if (self->hints != NULL)
    desk_use_case_free_result (DESK_USE_CASE_FIND_DUPLICATES, self->hints);
  self->hints = hints;
  fill (self);
}

static void
row_opened (DeskSection *section, int kind, gint64 row, DeskDuplicatesPage *self)
{
  const DeskHint *hint = self->hints->hints->pdata[row - 1];

  g_signal_emit (self, signals[COMPARE], 0, hint->person_id, hint->other_id);
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskDuplicatesPage *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  g_signal_emit (self, signals[LEFT], 0);
  return TRUE;
}

static void
desk_duplicates_page_dispose (GObject *object)
{
  DeskDuplicatesPage *self = DESK_DUPLICATES_PAGE (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_duplicates_page_parent_class)->dispose (object);
}

static void
desk_duplicates_page_finalize (GObject *object)
{
  DeskDuplicatesPage *self = DESK_DUPLICATES_PAGE (object);

  if (self->hints != NULL)
    desk_use_case_free_result (DESK_USE_CASE_FIND_DUPLICATES, self->hints);
  desk_text_unref (self->text);
  G_OBJECT_CLASS (desk_duplicates_page_parent_class)->finalize (object);
}

static void
desk_duplicates_page_class_init (DeskDuplicatesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_duplicates_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_duplicates_page_finalize;
  signals[COMPARE] = g_signal_new ("compare", DESK_TYPE_DUPLICATES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_DUPLICATES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_duplicates_page_init (DeskDuplicatesPage *self)
{
  const DeskSectionColumn columns[] = { { NULL, 100, FALSE }, { NULL, 100, FALSE }, { NULL, 140, FALSE }, { NULL, 120, TRUE } };
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form");
  self->title = gtk_label_new (_("Possible Duplicates"));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "desk-title");
  gtk_widget_add_css_class (self->title, "form-title");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  self->section = desk_section_new (_("Enter compares"));
  gtk_widget_add_css_class (self->section, "form-body");
  desk_section_set_columns (DESK_SECTION (self->section), columns, G_N_ELEMENTS (columns));
  g_signal_connect (self->section, "opened", G_CALLBACK (row_opened), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->section);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Returns: (transfer floating): the page, its pairs asked for. */
GtkWidget *
desk_duplicates_page_new (DeskEngine *engine, DeskText *text)
{
  DeskDuplicatesPage *self = g_object_new (DESK_TYPE_DUPLICATES_PAGE, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  desk_engine_call_async (engine, DESK_USE_CASE_FIND_DUPLICATES,
                          desk_get_input_new (DESK_KIND_PERSON, 0, desk_engine_today (engine)), NULL, found,
                          g_object_ref (self));
  return GTK_WIDGET (self);
}
