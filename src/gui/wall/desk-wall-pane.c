/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall-pane.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-notice.h"
#include "desk-pane.h"
#include "desk-paper-draw.h"
#include "desk-text-figure.h"
#include "desk-wall-draw.h"
#include "desk-wall-side.h"
#include "desk-wall-view.h"
#include "desk-window.h"

#define SIDE_WIDTH 300

struct _DeskWallPane
{
  GtkWidget parent_instance;
  GtkWidget *box, *buildings, *layers[DESK_N_WALL_LAYERS], *as_of, *stack, *view, *side;
  DeskEngine *engine;
  DeskText *text;
  GCancellable *cancellable;
  DeskWallPage *page; /* (nullable) */
  DeskWallLayer layer;
  gint64 building_id; /* what is wanted, 0 the first */
  gboolean filling;
};

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskWallPane, desk_wall_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

static guint left_signal;

/* Showing */

/* Buildings as they are now, the shown one chosen. */
static void
fill_buildings (DeskWallPane *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->page->buildings->len; i++)
    {
      const DeskWallBuilding *building = self->page->buildings->pdata[i];
      g_autofree char *name = desk_text_fill (_("Building %1"), (const char *[]){ building->code, NULL });

      gtk_string_list_append (names, name);
      if (building->id == self->page->building_id)
        chosen = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->buildings), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->buildings), chosen);
  self->filling = FALSE;
}

static void
show_layer (DeskWallPane *self)
{
  if (self->page == NULL)
    return;
  desk_wall_view_set_layer (DESK_WALL_VIEW (self->view), self->layer);
  desk_wall_side_show (DESK_WALL_SIDE (self->side), self->page->wall, self->layer);
}

static void
fill (DeskWallPane *self, DeskWallPage *page)
{
  DeskWallPage *old = self->page;
  g_autofree char *time = desk_text_time (self->text, desk_engine_now (self->engine), desk_engine_now (self->engine));
  g_autofree char *as_of = desk_text_fill (_("As of %1"), (const char *[]){ time, NULL });

  self->page = page;
  self->building_id = page->building_id;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page->building_id != 0 ? "wall" : "empty");
  gtk_label_set_text (GTK_LABEL (self->as_of), page->building_id != 0 ? as_of : "");
  gtk_widget_set_visible (self->side, page->building_id != 0);
  fill_buildings (self);
  desk_wall_view_set_wall (DESK_WALL_VIEW (self->view), page->wall);
  show_layer (self);
  desk_wall_side_show_unit (DESK_WALL_SIDE (self->side), desk_wall_view_get_chosen (DESK_WALL_VIEW (self->view)));
  desk_use_case_free_result (DESK_USE_CASE_GET_WALL, old);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWallPane) self = data;
  g_autoptr (GError) error = NULL;
  DeskWallPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (page != NULL && self->engine != NULL)
    fill (self, page);
  else if (page != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_WALL, page);
  else if (!desk_cancelled (error))
    desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
}

static void
reload (DeskWallPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_WALL, desk_get_input_new (DESK_KIND_BUILDING, self->building_id, 0),
                          self->cancellable, on_read_cb, g_object_ref (self));
}

static void
on_changed (DeskWallPane *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_UNIT) || desk_change_set_touches (changes, DESK_KIND_SERVICE_CASE)
      || desk_change_set_touches (changes, DESK_KIND_BUILDING))
    reload (self);
}

/* Doing */

static void
on_building_cb (DeskWallPane *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->buildings));

  if (self->filling || self->page == NULL || chosen >= self->page->buildings->len)
    return;
  self->building_id = ((DeskWallBuilding *) self->page->buildings->pdata[chosen])->id;
  reload (self);
}

static void
on_layer_cb (GtkToggleButton *button, DeskWallPane *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->layer = (DeskWallLayer) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-layer"));
  show_layer (self);
}

static void
on_chosen_cb (DeskWallPane *self, gint64 unit_id)
{
  desk_wall_side_show_unit (DESK_WALL_SIDE (self->side), desk_wall_view_get_chosen (DESK_WALL_VIEW (self->view)));
}

static void
on_opened_cb (DeskWallPane *self, gint64 unit_id)
{
  desk_window_open_record (desk_window_of (GTK_WIDGET (self)), DESK_KIND_UNIT, unit_id);
}

static void
on_open_clicked_cb (DeskWallPane *self)
{
  const DeskWallCell *cell = desk_wall_view_get_chosen (DESK_WALL_VIEW (self->view));

  if (cell != NULL)
    on_opened_cb (self, cell->unit_id);
}

static void
on_back_cb (DeskWallPane *self)
{
  g_signal_emit (self, left_signal, 0);
}

/* Paper */

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, DeskPaper *paper)
{
  desk_paper_draw (paper, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
on_printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, DeskWallPane *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
}

static void
print_paper (DeskWallPane *self, DeskPaper *paper, const char *title)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  double width, height;

  desk_paper_get_size (paper, &width, &height);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "desk-paper", paper, (GDestroyNotify) desk_paper_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), paper);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                           NULL);
}

/* The paper has a wall of its own: it is drawn while this one may change. */
static void
on_wall_for_paper_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWallPane) self = data;
  g_autoptr (GError) error = NULL;
  DeskWallPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  g_autofree char *title = NULL;

  if (page == NULL || self->engine == NULL)
    {
      if (error != NULL && !desk_cancelled (error))
        desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
      desk_use_case_free_result (DESK_USE_CASE_GET_WALL, page);
      return;
    }
  for (guint i = 0; i < page->buildings->len; i++)
    if (((DeskWallBuilding *) page->buildings->pdata[i])->id == page->building_id)
      {
        const char *code = ((DeskWallBuilding *) page->buildings->pdata[i])->code;
        g_autofree char *time = desk_text_time_whole (self->text, desk_engine_now (self->engine));

        title = desk_text_fill (_("Building %1 · %2 · %3"),
                                (const char *[]){ code, desk_text_wall_layer (self->text, self->layer), time, NULL });
      }
  if (title != NULL)
    print_paper (self, desk_wall_paper_new (g_steal_pointer (&page->wall), self->layer, self->text, title), title);
  desk_use_case_free_result (DESK_USE_CASE_GET_WALL, page);
}

static void
print (DeskWallPane *self)
{
  if (self->page != NULL && self->page->building_id != 0)
    desk_engine_call_async (self->engine, DESK_USE_CASE_GET_WALL,
                            desk_get_input_new (DESK_KIND_BUILDING, self->page->building_id, 0), NULL, on_wall_for_paper_cb,
                            g_object_ref (self));
}

static gboolean
on_print_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  print (DESK_WALL_PANE (widget));
  return TRUE;
}

/* The pane */

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  return act == DESK_PANE_BACK || act == DESK_PANE_REFRESH;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  if (act == DESK_PANE_BACK)
    on_back_cb (DESK_WALL_PANE (pane));
  else if (act == DESK_PANE_REFRESH)
    reload (DESK_WALL_PANE (pane));
  else
    return FALSE;
  return TRUE;
}

static void
grab_start_focus (DeskPane *pane)
{
  DeskWallPane *self = DESK_WALL_PANE (pane);

  reload (self);
  gtk_widget_grab_focus (self->view);
}

static void
set_narrow (DeskPane *pane, gboolean narrow)
{
  gtk_widget_set_visible (gtk_widget_get_parent (DESK_WALL_PANE (pane)->side), !narrow);
}

static void
pane_iface_init (DeskPaneInterface *iface)
{
  iface->can = pane_can;
  iface->act = pane_act;
  iface->grab_start_focus = grab_start_focus;
  iface->set_narrow = set_narrow;
}

/* Object */

static void
desk_wall_pane_dispose (GObject *object)
{
  DeskWallPane *self = DESK_WALL_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->view != NULL)
    desk_wall_view_set_wall (DESK_WALL_VIEW (self->view), NULL);
  self->view = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  desk_use_case_free_result (DESK_USE_CASE_GET_WALL, g_steal_pointer (&self->page));
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_wall_pane_parent_class)->dispose (object);
}

static void
desk_wall_pane_class_init (DeskWallPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_wall_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, on_print_key_cb, NULL);
  left_signal = g_signal_new ("left", DESK_TYPE_WALL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_wall_pane_init (DeskWallPane *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
build_layers (DeskWallPane *self, GtkWidget *bar)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_set_valign (linked, GTK_ALIGN_CENTER);
  for (int i = 0; i < DESK_N_WALL_LAYERS; i++)
    {
      self->layers[i] = gtk_toggle_button_new_with_label (desk_text_wall_layer (self->text, (DeskWallLayer) i));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->layers[i]), GTK_TOGGLE_BUTTON (self->layers[0]));
      g_object_set_data (G_OBJECT (self->layers[i]), "desk-layer", GINT_TO_POINTER (i));
      g_signal_connect (self->layers[i], "toggled", G_CALLBACK (on_layer_cb), self);
      gtk_box_append (GTK_BOX (linked), self->layers[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->layers[0]), TRUE);
  gtk_box_append (GTK_BOX (bar), linked);
}

static void
build_bar (DeskWallPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (_("Room Wall"));
  GtkWidget *back = desk_button_new (NULL, _("Back to the List"), "Ctrl+M"), *paper = desk_button_new ("document-print-symbolic", _("Print"), "Ctrl+P");

  gtk_widget_add_css_class (bar, "pane-bar");
  gtk_widget_add_css_class (title, "pane-title");
  gtk_box_append (GTK_BOX (bar), title);
  self->buildings = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_valign (self->buildings, GTK_ALIGN_CENTER);
  desk_name_drop_down (self->buildings, _("Building"));
  g_signal_connect_swapped (self->buildings, "notify::selected", G_CALLBACK (on_building_cb), self);
  gtk_box_append (GTK_BOX (bar), self->buildings);
  build_layers (self, bar);
  self->as_of = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->as_of, "caption");
  gtk_widget_set_hexpand (self->as_of, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->as_of), 1);
  gtk_box_append (GTK_BOX (bar), self->as_of);
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (paper, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (on_back_cb), self);
  g_signal_connect_swapped (paper, "clicked", G_CALLBACK (print), self);
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), paper);
  gtk_box_append (GTK_BOX (self->box), bar);
}

static void
build_body (DeskWallPane *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *scroller = gtk_scrolled_window_new ();
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL), *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->view = desk_wall_view_new (self->text);
  g_signal_connect_swapped (self->view, "chosen", G_CALLBACK (on_chosen_cb), self);
  g_signal_connect_swapped (self->view, "opened", G_CALLBACK (on_opened_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  self->stack = gtk_stack_new ();
  gtk_widget_add_css_class (self->stack, "list-side");
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "wall");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       desk_empty_new ("desk-wall-symbolic", _("No building has units yet"),
                                       _("Make buildings in the community's window, or import a sheet.")),
                       "empty");
  gtk_box_append (GTK_BOX (body), self->stack);
  self->side = desk_wall_side_new (self->text);
  gtk_widget_set_size_request (self->side, SIDE_WIDTH, -1);
  g_signal_connect_swapped (desk_wall_side_get_open (DESK_WALL_SIDE (self->side)), "clicked", G_CALLBACK (on_open_clicked_cb),
                            self);
  gtk_box_append (GTK_BOX (place), line);
  gtk_box_append (GTK_BOX (place), self->side);
  gtk_box_append (GTK_BOX (body), place);
  gtk_box_append (GTK_BOX (self->box), body);
}

/* Returns: (transfer floating): a pane that reads when it is shown. */
GtkWidget *
desk_wall_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskWallPane *self = g_object_new (DESK_TYPE_WALL_PANE, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  build_bar (self);
  build_body (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
