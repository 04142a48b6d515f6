/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-field.h"

#include "desk-cap-layout.h"

typedef struct
{
  DeskKind kind;
  const char *name;
  GtkWidget *label, *body, *note, *problem;
  GtkWidget *labelled; /* what takes the focus */
} DeskFieldPrivate;

enum
{
  CHANGED,
  NEXT,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskField, desk_field, GTK_TYPE_WIDGET)

static DeskFieldPrivate *
priv_of (DeskField *self)
{
  return desk_field_get_instance_private (self);
}

static void
desk_field_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_field_parent_class)->dispose (object);
}

static void
desk_field_class_init (DeskFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_field_dispose;
  signals[CHANGED]
      = g_signal_new ("changed", DESK_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", DESK_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", DESK_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
small_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static void
desk_field_init (DeskField *self)
{
  DeskFieldPrivate *priv = priv_of (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 10);
  priv->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->label), 0);
  gtk_widget_set_valign (priv->label, GTK_ALIGN_START);
  gtk_widget_set_size_request (priv->label, 64, 34);
  gtk_widget_add_css_class (priv->label, "field-name");
  gtk_widget_set_parent (priv->label, GTK_WIDGET (self));
  priv->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (priv->body, TRUE);
  gtk_widget_set_parent (priv->body, GTK_WIDGET (self));
  priv->problem = small_label ("field-error");
  priv->note = small_label ("caption");
}

/* Returns: the name of the record's field. */
const char *
desk_field_get_name (DeskField *self)
{
  return priv_of (self)->name;
}

/* Returns: (transfer none): the words beside it. */
const char *
desk_field_get_label (DeskField *self)
{
  return gtk_label_get_text (GTK_LABEL (priv_of (self)->label));
}

/* Returns: the kind of record it writes into. */
DeskKind
desk_field_get_kind (DeskField *self)
{
  return priv_of (self)->kind;
}

/**
 * desk_field_bind:
 * @kind: the kind of record it writes into
 * @name: the record's field; static
 * @label: translated
 * @labels: (nullable): makes the labels of a form equally wide
 */
void
desk_field_bind (DeskField *self, DeskKind kind, const char *name, const char *label, GtkSizeGroup *labels)
{
  DeskFieldPrivate *priv = priv_of (self);

  priv->kind = kind;
  priv->name = name;
  gtk_label_set_text (GTK_LABEL (priv->label), label);
  if (labels != NULL)
    gtk_size_group_add_widget (labels, priv->label);
  if (priv->labelled != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->labelled), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (DESK_FIELD_GET_CLASS (self)->named != NULL)
    DESK_FIELD_GET_CLASS (self)->named (self);
}

/* For subclasses: @input is shown, @labelled (inside it) takes the focus and bears the label's name. */
void
desk_field_set_input (DeskField *self, GtkWidget *input, GtkWidget *labelled)
{
  DeskFieldPrivate *priv = priv_of (self);

  gtk_box_append (GTK_BOX (priv->body), desk_cap_new (input, DESK_FIELD_MAX_WIDTH));
  gtk_box_append (GTK_BOX (priv->body), priv->note);
  gtk_box_append (GTK_BOX (priv->body), priv->problem);
  priv->labelled = labelled;
}

/* @words: (nullable): a hint under the field that stays. */
void
desk_field_set_note (DeskField *self, const char *words)
{
  DeskFieldPrivate *priv = priv_of (self);

  gtk_label_set_text (GTK_LABEL (priv->note), words != NULL ? words : "");
  gtk_widget_set_visible (priv->note, words != NULL);
}

/* Shows what the record has. A record of another kind is left alone. */
void
desk_field_load (DeskField *self, gconstpointer record)
{
  const DeskFieldSpec *spec = desk_record_find_field (priv_of (self)->kind, priv_of (self)->name);

  if (spec != NULL && ((const DeskRecord *) record)->kind == priv_of (self)->kind)
    DESK_FIELD_GET_CLASS (self)->load (self, record, spec);
}

/* Writes what stands here into the record; what cannot be read goes to @problems. Returns: whether it could. */
gboolean
desk_field_store (DeskField *self, gpointer record, GPtrArray *problems)
{
  const DeskFieldSpec *spec = desk_record_find_field (priv_of (self)->kind, priv_of (self)->name);

  if (spec == NULL || ((const DeskRecord *) record)->kind != priv_of (self)->kind)
    return TRUE;
  return DESK_FIELD_GET_CLASS (self)->store (self, record, spec, problems);
}

/* Returns: whether nothing stands here. */
gboolean
desk_field_is_empty (DeskField *self)
{
  return DESK_FIELD_GET_CLASS (self)->is_empty (self);
}

/* Returns: (transfer full): what stands there, also what is no value yet: only desk_field_set_typed() reads it. */
char *
desk_field_get_typed (DeskField *self)
{
  return DESK_FIELD_GET_CLASS (self)->get_typed (self);
}

/* Puts there what desk_field_get_typed() gave, as if it were typed. */
void
desk_field_set_typed (DeskField *self, const char *typed)
{
  DESK_FIELD_GET_CLASS (self)->set_typed (self, typed);
  desk_field_changed (self);
}

/* @sentence: (nullable): what is wrong and the way out; NULL: nothing is. */
void
desk_field_set_problem (DeskField *self, const char *sentence)
{
  DeskFieldPrivate *priv = priv_of (self);
  gboolean wrong = sentence != NULL;

  gtk_label_set_text (GTK_LABEL (priv->problem), wrong ? sentence : "");
  gtk_widget_set_visible (priv->problem, wrong);
  if (DESK_FIELD_GET_CLASS (self)->set_wrong != NULL)
    DESK_FIELD_GET_CLASS (self)->set_wrong (self, wrong);
  if (priv->labelled == NULL)
    return;
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->labelled), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->labelled), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  wrong ? sentence : "", -1);
}

/* Returns: whether a sentence stands under it. */
gboolean
desk_field_has_problem (DeskField *self)
{
  return gtk_widget_get_visible (priv_of (self)->problem);
}

/* Puts the focus here. */
void
desk_field_focus (DeskField *self)
{
  if (priv_of (self)->labelled != NULL)
    gtk_widget_grab_focus (priv_of (self)->labelled);
}

/* For subclasses: somebody typed. A sentence about what stood here before is taken away. */
void
desk_field_changed (DeskField *self)
{
  if (desk_field_has_problem (self))
    desk_field_set_problem (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* For subclasses: Enter. */
void
desk_field_next (DeskField *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

/* Returns: whether it is not known yet what stands here. */
gboolean
desk_field_is_looking_up (DeskField *self)
{
  DeskFieldClass *klass = DESK_FIELD_GET_CLASS (self);

  return klass->is_looking_up != NULL && klass->is_looking_up (self);
}

/* For subclasses: what was being looked up is known, or cannot be. */
void
desk_field_settled (DeskField *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}
