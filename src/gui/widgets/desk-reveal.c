/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reveal.h"

#include "desk-id.h"

struct _DeskReveal
{
  GObject parent_instance;
  DeskEngine *engine;
  GHashTable *shown; /* "kind/id" → number */
};

enum
{
  REVEALED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskReveal, desk_reveal, G_TYPE_OBJECT)

static char *
key_of (DeskKind kind, gint64 id)
{
  return g_strdup_printf ("%d/%" G_GINT64_FORMAT, kind, id);
}

static void
desk_reveal_dispose (GObject *object)
{
  g_clear_object (&DESK_REVEAL (object)->engine);
  G_OBJECT_CLASS (desk_reveal_parent_class)->dispose (object);
}

static void
desk_reveal_finalize (GObject *object)
{
  g_hash_table_unref (DESK_REVEAL (object)->shown);
  G_OBJECT_CLASS (desk_reveal_parent_class)->finalize (object);
}

static void
desk_reveal_class_init (DeskRevealClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_reveal_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_reveal_finalize;
  signals[REVEALED] = g_signal_new ("revealed", DESK_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    G_TYPE_INT, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", DESK_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
desk_reveal_init (DeskReveal *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Returns: (transfer full): nothing is shown yet. */
DeskReveal *
desk_reveal_new (DeskEngine *engine)
{
  DeskReveal *self = g_object_new (DESK_TYPE_REVEAL, NULL);

  self->engine = g_object_ref (engine);
  return self;
}

typedef struct
{
  DeskReveal *self;
  DeskKind kind;
  gint64 id;
} Asked;

static void
answered (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved != NULL && saved->text != NULL)
    {
      g_hash_table_insert (asked->self->shown, key_of (asked->kind, asked->id), g_strdup (saved->text));
      g_signal_emit (asked->self, signals[REVEALED], 0, (int) asked->kind, asked->id);
    }
  else if (error != NULL)
    g_signal_emit (asked->self, signals[FAILED], 0, error);
  if (saved != NULL)
    desk_use_case_free_result (DESK_USE_CASE_REVEAL_NUMBER, saved);
  g_object_unref (asked->self);
  g_free (asked);
}

/* Asks for the whole number of a phone or document; once while it is shown. */
void
desk_reveal_ask (DeskReveal *self, DeskKind kind, gint64 id)
{
  g_autofree char *key = desk_id_new_key ();
  Asked *asked;

  if (desk_reveal_get (self, kind, id) != NULL)
    return;
  asked = g_new0 (Asked, 1);
  asked->self = g_object_ref (self);
  asked->kind = kind;
  asked->id = id;
  desk_engine_call_async (self->engine, DESK_USE_CASE_REVEAL_NUMBER, desk_reveal_input_new (key, kind, id), NULL, answered,
                          asked);
}

/* Returns: (transfer none) (nullable): the whole number, NULL while it is masked. */
const char *
desk_reveal_get (DeskReveal *self, DeskKind kind, gint64 id)
{
  g_autofree char *key = key_of (kind, id);

  return g_hash_table_lookup (self->shown, key);
}

/* Masks all again: another page is shown. */
void
desk_reveal_forget (DeskReveal *self)
{
  g_hash_table_remove_all (self->shown);
}

/* The cell */

static void
show_number (GtkWidget *cell, DeskReveal *reveal)
{
  DeskKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "desk-kind"));
  const gint64 *id = g_object_get_data (G_OBJECT (cell), "desk-id");
  const char *whole = desk_reveal_get (reveal, kind, *id);
  GtkWidget *label = gtk_widget_get_first_child (cell);

  if (whole == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (label), whole);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label), FALSE);
}

static void
cell_revealed (DeskReveal *reveal, int kind, gint64 id, GtkWidget *cell)
{
  const gint64 *mine = g_object_get_data (G_OBJECT (cell), "desk-id");

  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "desk-kind")) == kind && *mine == id)
    show_number (cell, reveal);
}

GtkWidget *
desk_number_cell_new (DeskReveal *reveal, DeskKind kind, gint64 id, const char *masked)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = gtk_label_new (masked), *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (lock, "faint");
  gtk_image_set_pixel_size (GTK_IMAGE (lock), 12);
  gtk_accessible_update_state (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_box_append (GTK_BOX (cell), lock);
  g_object_set_data (G_OBJECT (cell), "desk-kind", GINT_TO_POINTER (kind));
  g_object_set_data_full (G_OBJECT (cell), "desk-id", g_memdup2 (&id, sizeof id), g_free);
  show_number (cell, reveal);
  g_signal_connect_object (reveal, "revealed", G_CALLBACK (cell_revealed), cell, 0);
  return cell;
}
