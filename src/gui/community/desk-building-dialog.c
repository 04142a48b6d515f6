/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-building-dialog.h"

#include <glib/gi18n.h>

#include "desk-draft-keeper.h"
#include "desk-form-grid.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-plan-form.h"
#include "desk-text-figure.h"
#include "desk-text-problem.h"
#include "desk-window.h"

struct _DeskBuildingDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkBox *box;
  GtkLabel *fault;
  GtkLabel *outcome;
  GtkButton *make_button;

  GtkGrid *grid;   /* in box */
  GtkWidget *kept; /* in box: says that words were kept */

  /* Owned references */
  DeskPlanForm *plan;
  DeskEngine *engine;
  DeskText *text;
  char *key; /* request key */
  DeskDraftKeeper *keeper;
  GHashTable *fresh; /* what stands in a new form */

  gboolean busy;
};

G_DEFINE_FINAL_TYPE (DeskBuildingDialog, desk_building_dialog, ADW_TYPE_WINDOW)

static void
show_error (DeskBuildingDialog *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (desk_form_grid_show_faults (self->grid, "", error, self->text))
    return;
  sentence = desk_text_error (self->text, error);
  gtk_label_set_label (self->fault, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskBuildingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  g_autofree char *sentence = NULL;

  self->busy = FALSE;
  if (self->grid == NULL)
    {
      /* Closed meanwhile; what was made is there and can be seen. */
    }
  else if (saved == NULL)
    show_error (self, error);
  else
    {
      guint n = desk_plan_form_count (self->plan);

      desk_draft_keeper_drop (self->keeper);
      sentence = g_strdup_printf (ngettext ("%u unit made", "%u units made", n), n);
      desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)), sentence, saved->act_id);
      gtk_window_close (GTK_WINDOW (self));
    }
  if (saved != NULL)
    desk_use_case_free_result (DESK_USE_CASE_MAKE_BUILDING, saved);
}

static void
submit (DeskBuildingDialog *self)
{
  if (self->busy)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  desk_form_grid_clear_faults (self->grid);
  self->busy = TRUE;
  desk_engine_call_async (self->engine, DESK_USE_CASE_MAKE_BUILDING, desk_plan_form_get_input (self->plan, self->key, 0),
                          NULL, on_made_cb, g_object_ref (self));
}

static void
on_plan_changed_cb (DeskBuildingDialog *self)
{
  guint n = desk_plan_form_count (self->plan);
  g_autofree char *words = n == 0 ? g_strdup (_("_Make"))
                                  : g_strdup_printf (ngettext ("_Make %u Unit", "_Make %u Units", n), n);

  if (self->keeper != NULL)
    desk_draft_keeper_touch (self->keeper);
  gtk_button_set_label (self->make_button, words);
  gtk_label_set_label (self->outcome, desk_plan_form_get_outcome (self->plan));
}

/* What is typed and not made */

static GHashTable *
gather (gpointer owner)
{
  return desk_plan_form_get_typed (DESK_BUILDING_DIALOG (owner)->plan);
}

static void
discard_clicked (GtkButton *button, DeskBuildingDialog *self)
{
  gtk_box_remove (self->box, self->kept);
  self->kept = NULL;
  g_free (self->key);
  self->key = desk_id_new_key ();
  desk_draft_keeper_set_origin (self->keeper, self->key, 0);
  desk_plan_form_set_typed (self->plan, self->fresh);
  desk_draft_keeper_begin (self->keeper);
  desk_plan_form_grab_focus (self->plan);
}

static void
restore (gpointer owner, const DeskDraft *draft, GHashTable *fields)
{
  DeskBuildingDialog *self = owner;

  g_free (self->key);
  self->key = g_strdup (draft->request_key);
  desk_plan_form_set_typed (self->plan, fields);
  self->kept = desk_draft_notice_new (self->text, draft->at, desk_engine_now (self->engine), G_CALLBACK (discard_clicked), self);
  gtk_box_prepend (self->box, self->kept);
}

static void
keep_words (DeskBuildingDialog *self)
{
  static const DeskDraftKeeperFuncs funcs = { gather, restore };

  self->keeper = desk_draft_keeper_new (self->engine, DESK_BUILDING_DIALOG_DRAFT,
                                        gtk_window_get_title (GTK_WINDOW (self)), &funcs, self);
  self->fresh = gather (self);
  desk_draft_keeper_set_origin (self->keeper, self->key, 0);
  desk_draft_keeper_begin (self->keeper);
  desk_draft_keeper_look (self->keeper);
}

static gboolean
on_submit_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  submit (DESK_BUILDING_DIALOG (widget));
  return GDK_EVENT_STOP;
}

static void
desk_building_dialog_dispose (GObject *object)
{
  DeskBuildingDialog *self = DESK_BUILDING_DIALOG (object);

  if (self->keeper != NULL)
    {
      desk_draft_keeper_flush (self->keeper);
      g_object_run_dispose (G_OBJECT (self->keeper));
    }
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->fresh, g_hash_table_unref);
  self->grid = NULL;
  g_clear_object (&self->plan);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->key, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_BUILDING_DIALOG);
  G_OBJECT_CLASS (desk_building_dialog_parent_class)->dispose (object);
}

static void
desk_building_dialog_class_init (DeskBuildingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_building_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/community/desk-building-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskBuildingDialog, box);
  gtk_widget_class_bind_template_child (widget_class, DeskBuildingDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, DeskBuildingDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, DeskBuildingDialog, make_button);
  gtk_widget_class_bind_template_callback (widget_class, submit);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_submit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_submit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_submit_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_building_dialog_init (DeskBuildingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->key = desk_id_new_key ();
  desk_window_dress (GTK_WIDGET (self));
}

/* Opens the form over @parent. */
void
desk_building_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text)
{
  DeskBuildingDialog *self = g_object_new (DESK_TYPE_BUILDING_DIALOG, "transient-for", parent, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->grid = GTK_GRID (desk_form_grid_new ());
  gtk_box_append (self->box, GTK_WIDGET (self->grid));
  self->plan = desk_plan_form_new (self->grid, text, FALSE);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (on_plan_changed_cb), self, G_CONNECT_SWAPPED);
  on_plan_changed_cb (self);
  keep_words (self);
  gtk_window_present (GTK_WINDOW (self));
  desk_plan_form_grab_focus (self->plan);
}
