/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-problem.h"
#include "desk-record.h"

G_BEGIN_DECLS

/*
 * One line of a form: label left, the field, one sentence under it when something is wrong. It is bound to a field of
 * a record by name; several may write into one record.
 *
 * Signals:
 *  changed ()  what stands in it is another thing now
 *  next ()     Enter: on to the next field
 *  settled ()  what was being looked up is known
 */
#define DESK_TYPE_FIELD (desk_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskField, desk_field, DESK, FIELD, GtkWidget)

struct _DeskFieldClass
{
  GtkWidgetClass parent_class;

  void (*load) (DeskField *self, gconstpointer record, const DeskFieldSpec *spec);
  gboolean (*store) (DeskField *self, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems);
  gboolean (*is_empty) (DeskField *self);
  /* What stands there, as a text of the field's own, for the drafts; and the way back. */
  char *(*get_typed) (DeskField *self);
  void (*set_typed) (DeskField *self, const char *typed);
  void (*set_wrong) (DeskField *self, gboolean wrong);
  /* (nullable): whether what stands there is still being looked up; "settled" ends it. */
  gboolean (*is_looking_up) (DeskField *self);
  /* It has a label now: names what is inside. */
  void (*named) (DeskField *self);
};

#define DESK_FIELD_MAX_WIDTH 480

const char *desk_field_get_name (DeskField *self);
const char *desk_field_get_label (DeskField *self);
DeskKind desk_field_get_kind (DeskField *self);
void desk_field_bind (DeskField *self, DeskKind kind, const char *name, const char *label, GtkSizeGroup *labels);
void desk_field_set_input (DeskField *self, GtkWidget *input, GtkWidget *labelled);
void desk_field_set_note (DeskField *self, const char *words);
void desk_field_load (DeskField *self, gconstpointer record);
gboolean desk_field_store (DeskField *self, gpointer record, GPtrArray *problems);
gboolean desk_field_is_empty (DeskField *self);
char *desk_field_get_typed (DeskField *self);
void desk_field_set_typed (DeskField *self, const char *typed);
void desk_field_set_problem (DeskField *self, const char *sentence);
gboolean desk_field_has_problem (DeskField *self);
void desk_field_focus (DeskField *self);
void desk_field_changed (DeskField *self);
void desk_field_next (DeskField *self);
gboolean desk_field_is_looking_up (DeskField *self);
void desk_field_settled (DeskField *self);

G_END_DECLS
