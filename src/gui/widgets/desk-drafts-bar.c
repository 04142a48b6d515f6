/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-drafts-bar.h"

#include <glib/gi18n.h>

#include "desk-text-figure.h"

struct _DeskDraftsBar
{
  GtkWidget parent_instance;
  GtkWidget *revealer, *label, *resume;
  DeskEngine *engine;
  DeskText *text;
  GPtrArray *drafts; /* (nullable): DeskDraft that are offered, the first is shown */
  guint asked;       /* counts the questions: an answer to an earlier one is dropped */
};

enum
{
  RESUME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskDraftsBar, desk_drafts_bar, GTK_TYPE_WIDGET)

static const DeskDraft *
first (DeskDraftsBar *self)
{
  return self->drafts != NULL && self->drafts->len > 0 ? self->drafts->pdata[0] : NULL;
}

static char *
words_of (DeskDraftsBar *self, const DeskDraft *draft)
{
  guint more = self->drafts->len - 1;
  g_autofree char *when = desk_text_time (self->text, draft->at, desk_engine_now (self->engine));
  g_autofree char *number = g_strdup_printf ("%u", more);

  if (more == 0)
    return desk_text_fill (_("Not saved: %1, typed %2."), (const char *[]){ draft->title, when, NULL });
  return desk_text_fill (ngettext ("Not saved: %1, typed %2, and %3 more.", "Not saved: %1, typed %2, and %3 more.", more),
                         (const char *[]){ draft->title, when, number, NULL });
}

static void
show_first (DeskDraftsBar *self)
{
  const DeskDraft *draft = first (self);

  if (draft != NULL)
    {
      g_autofree char *words = words_of (self, draft);

      gtk_label_set_text (GTK_LABEL (self->label), words);
      /* One without a pane's name comes back when its form is opened. */
      gtk_widget_set_visible (self->resume, !g_str_has_prefix (draft->form, "form:"));
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), draft != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), draft != NULL);
}

static void
next (DeskDraftsBar *self)
{
  if (first (self) != NULL)
    g_ptr_array_remove_index (self->drafts, 0);
  show_first (self);
}

static void
resume_clicked (DeskDraftsBar *self)
{
  g_autofree char *form = first (self) != NULL ? g_strdup (first (self)->form) : NULL;

  next (self);
  if (form != NULL)
    g_signal_emit (self, signals[RESUME], 0, form);
}

static void
discard_clicked (DeskDraftsBar *self)
{
  const DeskDraft *draft = first (self);

  if (draft != NULL)
    desk_drafts_drop (desk_engine_get_drafts (self->engine), draft->staff_id, draft->form);
  next (self);
}

static void
later_clicked (DeskDraftsBar *self)
{
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  show_first (self);
}

static void
desk_drafts_bar_dispose (GObject *object)
{
  DeskDraftsBar *self = DESK_DRAFTS_BAR (object);

  self->asked++;
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_drafts_bar_parent_class)->dispose (object);
}

static void
desk_drafts_bar_class_init (DeskDraftsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_drafts_bar_dispose;
  signals[RESUME] = g_signal_new ("resume", DESK_TYPE_DRAFTS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_button (DeskDraftsBar *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
desk_drafts_bar_init (DeskDraftsBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (box, "state-bar");
  gtk_widget_add_css_class (box, "drafts");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  self->resume = add_button (self, box, _("Go On"), G_CALLBACK (resume_clicked));
  add_button (self, box, _("Discard"), G_CALLBACK (discard_clicked));
  add_button (self, box, _("Later"), G_CALLBACK (later_clicked));
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_NONE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Who asked, and which question it was. */
typedef struct
{
  DeskDraftsBar *self;
  guint asked;
} Question;

static void
listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (DeskDraftsBar) self = question->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = desk_drafts_list_finish (result, &error);

  if (question->asked != self->asked)
    return;
  if (drafts == NULL)
    {
      g_info ("drafts: %s", error->message);
      return;
    }
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = g_steal_pointer (&drafts);
  show_first (self);
}

/* Asks what the engine's actor has typed and not saved, and offers it. */
void
desk_drafts_bar_offer (DeskDraftsBar *self, DeskEngine *engine, DeskText *text)
{
  Question *question;

  desk_drafts_bar_clear (self);
  if (desk_engine_get_drafts (engine) == NULL)
    return;
  g_set_object (&self->engine, engine);
  g_clear_pointer (&self->text, desk_text_unref);
  self->text = desk_text_ref (text);
  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->asked = self->asked;
  desk_drafts_list_async (desk_engine_get_drafts (engine), desk_engine_get_actor (engine)->staff_id, NULL, listed,
                          question);
}

/* Offers nothing: nobody is signed in. */
void
desk_drafts_bar_clear (DeskDraftsBar *self)
{
  self->asked++;
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  show_first (self);
}
