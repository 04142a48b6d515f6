/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-record-page.h"

#include "desk-allow.h"
#include "desk-notice.h"
#include "desk-text-problem.h"
#include "desk-window.h"

typedef struct
{
  DeskEngine *engine;
  DeskText *text;
  DeskReveal *reveal;
  GtkWidget *stack, *scrolled, *content, *head, *body, *foot, *trouble;
  gint64 id;
  gint64 shown_id;
  GCancellable *reading;
  gboolean focus_wanted; /* once the page is there */
  GArray *allowed;       /* Allowed */
} DeskRecordPagePrivate;

/* A button of the page that not everybody may press. */
typedef struct
{
  GtkWidget *widget; /* borrowed: it lies in the page */
  DeskRight right;
  char *tooltip; /* (nullable): its own */
} Allowed;

enum
{
  ASK,
  SHOWN,
  ALLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskRecordPage, desk_record_page, GTK_TYPE_WIDGET)

static DeskRecordPagePrivate *
priv_of (DeskRecordPage *self)
{
  return desk_record_page_get_instance_private (self);
}

static void
show_trouble (DeskRecordPage *self, const GError *error)
{
  DeskRecordPagePrivate *priv = priv_of (self);
  g_autofree char *sentence = desk_text_error (priv->text, error);

  desk_empty_set_words (priv->trouble, NULL, sentence);
  priv->shown_id = 0;
  gtk_stack_set_visible_child (GTK_STACK (priv->stack), priv->trouble);
}

/* Greys out what whoever is at the desk may not do here. */
static void
update_allowed (DeskRecordPage *self)
{
  GArray *allowed = priv_of (self)->allowed;

  for (guint i = 0; i < allowed->len; i++)
    {
      const Allowed *button = &g_array_index (allowed, Allowed, i);
      g_autofree char *reason = desk_record_page_reason (self, button->right);

      desk_allow_show (button->widget, reason, button->tooltip);
    }
  g_signal_emit (self, signals[ALLOWED], 0);
}

/* A page that is being read, for the answer. */
typedef struct
{
  DeskRecordPage *self;
  GCancellable *reading;
} Reading;

static void
answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *mine = data;
  g_autoptr (GCancellable) reading = mine->reading;
  g_autoptr (DeskRecordPage) self = mine->self;
  DeskRecordPagePrivate *priv = priv_of (self);
  g_autoptr (GError) error = NULL;
  gpointer got = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  double at;

  if (priv->reading != reading || priv->engine == NULL)
    {
      if (got != NULL)
        desk_use_case_free_result (DESK_RECORD_PAGE_GET_CLASS (self)->use_case, got);
      return; /* another page is being read, or none */
    }
  g_clear_object (&priv->reading);
  if (got == NULL)
    {
      show_trouble (self, error);
      return;
    }
  at = priv->shown_id == priv->id
           ? gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scrolled)))
           : 0;
  priv->shown_id = priv->id;
  DESK_RECORD_PAGE_GET_CLASS (self)->show_result (self, got);
  update_allowed (self);
  gtk_stack_set_visible_child (GTK_STACK (priv->stack), priv->content);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scrolled)), at);
  if (priv->focus_wanted)
    desk_record_page_focus (self);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
engine_changed (DeskEngine *engine, DeskChangeSet *changes, DeskRecordPage *self)
{
  DeskRecordPageClass *klass = DESK_RECORD_PAGE_GET_CLASS (self);
  gboolean touched = FALSE;

  if (priv_of (self)->id == 0)
    return;
  for (guint i = 0; i < desk_change_set_size (changes) && !touched; i++)
    {
      const DeskChange *change = desk_change_set_get (changes, i);

      touched = change->type == DESK_CHANGE_RELOAD || klass->is_touched (self, change);
    }
  if (touched)
    desk_record_page_reload (self);
}

static void
reveal_failed (DeskReveal *reveal, const GError *error, DeskRecordPage *self)
{
  desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
}

static void
desk_record_page_dispose (GObject *object)
{
  DeskRecordPagePrivate *priv = priv_of (DESK_RECORD_PAGE (object));

  if (priv->reading != NULL)
    g_cancellable_cancel (priv->reading);
  g_clear_object (&priv->reading);
  g_clear_pointer (&priv->stack, gtk_widget_unparent);
  g_clear_object (&priv->reveal);
  g_clear_object (&priv->engine);
  G_OBJECT_CLASS (desk_record_page_parent_class)->dispose (object);
}

static void
desk_record_page_finalize (GObject *object)
{
  g_clear_pointer (&priv_of (DESK_RECORD_PAGE (object))->text, desk_text_unref);
  g_array_unref (priv_of (DESK_RECORD_PAGE (object))->allowed);
  G_OBJECT_CLASS (desk_record_page_parent_class)->finalize (object);
}

static void
desk_record_page_class_init (DeskRecordPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_record_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_record_page_finalize;
  signals[ASK] = g_signal_new ("ask", DESK_TYPE_RECORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                               G_TYPE_INT, G_TYPE_INT, G_TYPE_INT64, G_TYPE_POINTER);
  signals[SHOWN] = g_signal_new ("shown", DESK_TYPE_RECORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ALLOWED]
      = g_signal_new ("allowed", DESK_TYPE_RECORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
allowed_clear (gpointer data)
{
  g_free (((Allowed *) data)->tooltip);
}

static void
desk_record_page_init (DeskRecordPage *self)
{
  DeskRecordPagePrivate *priv = priv_of (self);

  priv->allowed = g_array_new (FALSE, FALSE, sizeof (Allowed));
  g_array_set_clear_func (priv->allowed, allowed_clear);
  priv->stack = gtk_stack_new ();
  priv->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  priv->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (priv->head, "page-head");
  gtk_box_append (GTK_BOX (priv->content), priv->head);
  priv->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (priv->body, "page-body");
  priv->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (priv->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scrolled), priv->body);
  gtk_widget_set_vexpand (priv->scrolled, TRUE);
  gtk_box_append (GTK_BOX (priv->content), priv->scrolled);
  gtk_stack_add_child (GTK_STACK (priv->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_stack_add_child (GTK_STACK (priv->stack), priv->content);
  priv->trouble = desk_empty_new ("dialog-warning-symbolic", NULL, NULL);
  gtk_stack_add_child (GTK_STACK (priv->stack), priv->trouble);
  gtk_widget_set_parent (priv->stack, GTK_WIDGET (self));
}

/* To be called once by the subclass's maker. */
void
desk_record_page_set_up (DeskRecordPage *self, DeskEngine *engine, DeskText *text)
{
  DeskRecordPagePrivate *priv = priv_of (self);

  priv->engine = g_object_ref (engine);
  priv->text = desk_text_ref (text);
  priv->reveal = desk_reveal_new (engine);
  g_signal_connect_object (priv->reveal, "failed", G_CALLBACK (reveal_failed), self, 0);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, 0);
  g_signal_connect_object (engine, "session", G_CALLBACK (update_allowed), self, G_CONNECT_SWAPPED);
}

/* Reads and shows the page of another record; the one before stays on screen until it is there. 0: none. */
void
desk_record_page_open (DeskRecordPage *self, gint64 id)
{
  DeskRecordPagePrivate *priv = priv_of (self);

  if (priv->id == id && (priv->reading != NULL || priv->shown_id == id))
    return;
  priv->id = id;
  priv->focus_wanted = FALSE;
  desk_reveal_forget (priv->reveal);
  desk_record_page_reload (self);
}

/* Reads the same page anew. */
void
desk_record_page_reload (DeskRecordPage *self)
{
  DeskRecordPagePrivate *priv = priv_of (self);
  DeskRecordPageClass *klass = DESK_RECORD_PAGE_GET_CLASS (self);
  Reading *reading;

  if (priv->reading != NULL)
    g_cancellable_cancel (priv->reading);
  g_clear_object (&priv->reading);
  if (priv->id == 0)
    return;
  priv->reading = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->reading = g_object_ref (priv->reading);
  desk_engine_call_async (priv->engine, klass->use_case,
                          desk_get_input_new (klass->kind, priv->id, desk_engine_today (priv->engine)), priv->reading,
                          answered, reading);
}

/* Returns: the id that was asked for. */
gint64
desk_record_page_get_id (DeskRecordPage *self)
{
  return priv_of (self)->id;
}

/* Returns: whether the page on screen is the one asked for. */
gboolean
desk_record_page_is_shown (DeskRecordPage *self)
{
  return priv_of (self)->id != 0 && priv_of (self)->shown_id == priv_of (self)->id;
}

/* Returns: (transfer none). */
DeskEngine *
desk_record_page_get_engine (DeskRecordPage *self)
{
  return priv_of (self)->engine;
}

/* Returns: (transfer none). */
DeskText *
desk_record_page_get_text (DeskRecordPage *self)
{
  return priv_of (self)->text;
}

/* Returns: (transfer none): the numbers shown whole on this page. */
DeskReveal *
desk_record_page_get_reveal (DeskRecordPage *self)
{
  return priv_of (self)->reveal;
}

/* Returns: (transfer none): the box above, which does not scroll. */
GtkWidget *
desk_record_page_get_head (DeskRecordPage *self)
{
  return priv_of (self)->head;
}

/* Returns: (transfer none): the box that scrolls. */
GtkWidget *
desk_record_page_get_body (DeskRecordPage *self)
{
  return priv_of (self)->body;
}

/* Returns: (transfer none): the box below, which does not scroll; made when first asked for. */
GtkWidget *
desk_record_page_get_foot (DeskRecordPage *self)
{
  DeskRecordPagePrivate *priv = priv_of (self);

  if (priv->foot == NULL)
    {
      priv->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_add_css_class (priv->foot, "form-foot");
      gtk_box_append (GTK_BOX (priv->content), priv->foot);
    }
  return priv->foot;
}

/* F8: shows masked numbers whole, recorded. */
void
desk_record_page_show_numbers (DeskRecordPage *self)
{
  if (desk_record_page_is_shown (self))
    DESK_RECORD_PAGE_GET_CLASS (self)->show_numbers (self);
}

/* Asks the pane. */
void
desk_record_page_ask (DeskRecordPage *self, DeskAsk ask, DeskKind kind, gint64 id, gpointer record)
{
  g_signal_emit (self, signals[ASK], 0, (int) ask, (int) kind, id, record);
}

/* Puts the focus into the page: the first row, else the first button; later, when the page is still being read. */
void
desk_record_page_focus (DeskRecordPage *self)
{
  DeskRecordPageClass *klass = DESK_RECORD_PAGE_GET_CLASS (self);

  priv_of (self)->focus_wanted = !desk_record_page_is_shown (self);
  if (priv_of (self)->focus_wanted)
    return;
  if (klass->focus_first != NULL && klass->focus_first (self))
    return;
  if (!gtk_widget_child_focus (priv_of (self)->body, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (priv_of (self)->head, GTK_DIR_TAB_FORWARD);
}

/* Returns: (transfer none) (nullable): the record whose page is on screen. */
DeskRecord *
desk_record_page_get_record (DeskRecordPage *self)
{
  return DESK_RECORD_PAGE_GET_CLASS (self)->get_record (self);
}

/* Returns: (transfer full) (nullable): why whoever is at the desk may not do with this record what takes @right; NULL
 * where they may. */
char *
desk_record_page_reason (DeskRecordPage *self, DeskRight right)
{
  DeskRecordPagePrivate *priv = priv_of (self);
  gboolean covered = !desk_record_page_is_shown (self)
                     || DESK_RECORD_PAGE_GET_CLASS (self)->is_covered (self, desk_engine_get_actor (priv->engine));

  return desk_allow_reason (priv->engine, priv->text, right, covered);
}

/* Greys @widget, which lies in the page and changes records of @kind, out for whoever may not, and says why. */
void
desk_record_page_allow (DeskRecordPage *self, GtkWidget *widget, DeskKind kind)
{
  Allowed allowed = { widget, desk_allow_right_of (kind), g_strdup (gtk_widget_get_tooltip_text (widget)) };
  g_autofree char *reason = desk_record_page_reason (self, allowed.right);

  g_array_append_val (priv_of (self)->allowed, allowed);
  desk_allow_show (widget, reason, allowed.tooltip);
}
