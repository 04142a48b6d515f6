/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-residents-list.h"

#include <glib/gi18n.h>

#include "desk-engine-source.h"
#include "desk-filter-bar.h"
#include "desk-filtered-list.h"
#include "desk-status-line.h"
#include "desk-text-label.h"

#define N_SIDES 2 /* units and people, by their DeskList */

static const DeskListLayout unit_layout[] = {
  { DESK_UNIT_COLUMN_LABEL, 92, FALSE, FALSE }, { DESK_UNIT_COLUMN_OWNER, 74, TRUE, FALSE },
  { DESK_UNIT_COLUMN_CARE, 72, FALSE, FALSE },  { DESK_UNIT_COLUMN_STATE, 68, FALSE, FALSE },
  { DESK_UNIT_COLUMN_AREA, 82, FALSE, TRUE },
};

static const DeskListLayout person_layout[] = {
  { DESK_PERSON_COLUMN_NAME, 92, FALSE, FALSE },
  { DESK_PERSON_COLUMN_UNITS, 120, TRUE, FALSE },
  { DESK_PERSON_COLUMN_ROLE, 64, FALSE, FALSE },
  { DESK_PERSON_COLUMN_PHONE, 116, FALSE, FALSE },
};

/* One of the two lists. */
typedef struct
{
  DeskResidentsList *owner;
  DeskList list;
  DeskKind kind;
  DeskListModel *model;
  GtkWidget *rows, *view, *import;
} Side;

struct _DeskResidentsList
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *box, *bar, *drop, *segments[N_SIDES], *chips, *lists, *status;
  GArray *buildings; /* gint64, in the order of the drop-down */
  Side sides[N_SIDES];
  guint shown; /* DeskList */
  gboolean quiet;
};

enum
{
  SELECTED,
  OPENED,
  KEY,
  MAKE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskResidentsList, desk_residents_list, GTK_TYPE_WIDGET)

static Side *
shown_side (DeskResidentsList *self)
{
  return &self->sides[self->shown];
}

/* What stands below */

static void
show_counts (DeskResidentsList *self)
{
  Side *side = shown_side (self);
  g_autofree char *words
      = desk_text_count (self->text, side->kind, g_list_model_get_n_items (G_LIST_MODEL (side->model)));
  guint filter = desk_list_model_get_filter (side->model);

  if (filter != 0)
    {
      g_autofree char *with = g_strdup_printf ("%s · %s", desk_text_filter (self->text, side->list, filter), words);

      desk_status_line_set_counts (DESK_STATUS_LINE (self->status), with);
    }
  else
    desk_status_line_set_counts (DESK_STATUS_LINE (self->status), words);
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status),
                             side->kind == DESK_KIND_UNIT ? _("Enter opens  V visit  R repair  E edit  N person  F8 number")
                                                          : _("Enter opens  V visit  R repair  E edit  U unit  F8 number"));
}

static gboolean
is_filtered (Side *side)
{
  return desk_list_model_get_filter (side->model) != 0 || desk_list_model_get_text (side->model) != NULL
         || desk_list_model_get_building (side->model) != 0;
}

static void
say_none (DeskFilteredList *rows, Side *side)
{
  gboolean filtered = is_filtered (side), units = side->kind == DESK_KIND_UNIT;

  gtk_widget_set_visible (side->import, !filtered);
  if (filtered)
    desk_filtered_list_say_none (rows, units ? _("No such unit") : _("Nobody found"),
                                 _("Name, pinyin, phone and every spelling of a room number are understood."), _("Show All"));
  else
    desk_filtered_list_say_none (rows, units ? _("No units yet") : _("Nobody entered yet"),
                                 units ? _("Make a whole building in one step, or one unit.")
                                       : _("People are entered with their unit, or by themselves."),
                                 units ? _("New Unit…") : _("New Person…"));
}

static void
out_pressed (DeskFilteredList *rows, Side *side)
{
  if (is_filtered (side))
    {
      desk_residents_list_clear_filter (side->owner);
      desk_residents_list_focus (side->owner);
    }
  else
    g_signal_emit (side->owner, signals[MAKE], 0, (int) side->kind);
}

/* Rows */

static void
listed (DeskFilteredList *rows, gboolean anew, Side *side)
{
  if (side == shown_side (side->owner))
    show_counts (side->owner);
}

static void
failed (DeskFilteredList *rows, const char *sentence, Side *side)
{
  gtk_widget_set_visible (side->import, FALSE);
  desk_status_line_set_counts (DESK_STATUS_LINE (side->owner->status), "");
}

/* The page of what was selected stays while the list has no row. */
static void
row_selected (DeskFilteredList *rows, gint64 id, Side *side)
{
  if (id != 0 && side == shown_side (side->owner))
    g_signal_emit (side->owner, signals[SELECTED], 0, (int) side->kind, id);
}

static void
row_opened (DeskFilteredList *rows, gint64 id, Side *side)
{
  g_signal_emit (side->owner, signals[OPENED], 0, (int) side->kind, id);
}

static gboolean
row_key (DeskFilteredList *rows, guint keyval, Side *side)
{
  gboolean handled = FALSE;

  g_signal_emit (side->owner, signals[KEY], 0, keyval, &handled);
  return handled;
}

/* Head */

static void
typed (DeskFilterBar *bar, DeskResidentsList *self)
{
  for (guint i = 0; i < N_SIDES; i++)
    desk_list_model_set_text (self->sides[i].model, desk_filter_bar_get_text (bar));
}

/* Words and building narrow both lists. */
static void
recalled (DeskFilteredList *rows, const DeskFilterForm *form, Side *side)
{
  DeskResidentsList *self = side->owner;
  guint at = 0;

  for (guint i = 0; i < self->buildings->len; i++)
    if (g_array_index (self->buildings, gint64, i) == form->building_id)
      at = i;
  for (guint i = 0; i < N_SIDES; i++)
    {
      desk_list_model_set_text (self->sides[i].model, form->text);
      desk_list_model_set_building (self->sides[i].model, form->building_id);
    }
  self->quiet = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), at);
  self->quiet = FALSE;
}

static void
show_all (DeskResidentsList *self)
{
  desk_residents_list_clear_filter (self);
  desk_residents_list_focus (self);
}

static void
segment_toggled (GtkToggleButton *button, DeskResidentsList *self)
{
  if (self->quiet || !gtk_toggle_button_get_active (button))
    return;
  desk_residents_list_set_kind (self, GTK_WIDGET (button) == self->segments[DESK_LIST_PEOPLE] ? DESK_KIND_PERSON
                                                                                              : DESK_KIND_UNIT);
  desk_residents_list_focus (self);
}

static void
building_picked (GtkDropDown *drop, GParamSpec *spec, DeskResidentsList *self)
{
  guint at = gtk_drop_down_get_selected (drop);

  if (self->quiet || at >= self->buildings->len)
    return;
  for (guint i = 0; i < N_SIDES; i++)
    desk_list_model_set_building (self->sides[i].model, g_array_index (self->buildings, gint64, at));
}

static void
show_buildings (DeskResidentsList *self, const DeskCommunityPage *page)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 chosen = desk_list_model_get_building (self->sides[0].model), id = 0;
  guint at = 0;

  g_array_set_size (self->buildings, 0);
  g_array_append_val (self->buildings, id);
  gtk_string_list_append (names, _("All Buildings"));
  for (guint i = 0; i < page->buildings->len; i++)
    {
      const DeskBuilding *building = ((DeskBuildingCard *) page->buildings->pdata[i])->building;
      g_autofree char *name = desk_text_fill (_("Building %1"), (const char *[]){ building->code, NULL });

      id = building->record.id;
      if (id == chosen)
        at = i + 1;
      g_array_append_val (self->buildings, id);
      gtk_string_list_append (names, name);
    }
  self->quiet = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), at);
  self->quiet = FALSE;
  gtk_widget_set_visible (self->drop, page->buildings->len > 1);
}

static void
community_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskResidentsList) self = data;
  g_autoptr (GError) error = NULL;
  DeskCommunityPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (page != NULL && self->engine != NULL)
    show_buildings (self, page);
  if (page != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_COMMUNITY, page);
}

static void
read_community (DeskResidentsList *self)
{
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_COMMUNITY,
                          desk_get_input_new (DESK_KIND_COMMUNITY, 0, desk_engine_today (self->engine)), NULL,
                          community_read, g_object_ref (self));
}

static void
engine_changed (DeskEngine *engine, DeskChangeSet *changes, DeskResidentsList *self)
{
  if (desk_change_set_touches (changes, DESK_KIND_BUILDING))
    read_community (self);
}

/* Building */

static void
build_side (DeskResidentsList *self, DeskList list, DeskListSource *source)
{
  Side *side = &self->sides[list];
  const DeskListSpec *spec = desk_list_spec (list);
  gboolean units = list == DESK_LIST_UNITS;
  DeskFilteredList *rows;

  side->owner = self;
  side->list = list;
  side->kind = spec->kind;
  side->model = desk_list_model_new (source, list);
  desk_list_model_set_resting (side->model, list != self->shown);
  side->rows = desk_filtered_list_new (side->model, self->text, units ? unit_layout : person_layout,
                                       units ? G_N_ELEMENTS (unit_layout) : G_N_ELEMENTS (person_layout),
                                       "system-users-symbolic");
  rows = DESK_FILTERED_LIST (side->rows);
  side->view = desk_filtered_list_get_view (rows);
  desk_filtered_list_add_chips (rows);
  gtk_stack_add_child (GTK_STACK (self->chips), desk_filtered_list_get_chips (rows));
  side->import = gtk_button_new_with_label (_("Import a Sheet…"));
  gtk_widget_add_css_class (side->import, "flat");
  gtk_widget_set_halign (side->import, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (side->import), g_variant_new_string (""));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (side->import), "win.import");
  gtk_box_append (GTK_BOX (desk_filtered_list_get_empty (rows)), side->import);
  gtk_stack_add_child (GTK_STACK (self->lists), side->rows);
  g_signal_connect (rows, "listed", G_CALLBACK (listed), side);
  g_signal_connect (rows, "none", G_CALLBACK (say_none), side);
  g_signal_connect (rows, "failed", G_CALLBACK (failed), side);
  g_signal_connect (rows, "selected", G_CALLBACK (row_selected), side);
  g_signal_connect (rows, "opened", G_CALLBACK (row_opened), side);
  g_signal_connect (rows, "key", G_CALLBACK (row_key), side);
  g_signal_connect (rows, "out", G_CALLBACK (out_pressed), side);
  desk_filtered_list_allow_saving (rows, self->engine, self->bar);
  g_signal_connect (rows, "recalled", G_CALLBACK (recalled), side);
}

static GtkWidget *
build_segments (DeskResidentsList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < N_SIDES; i++)
    {
      self->segments[i] = gtk_toggle_button_new_with_label (desk_text_kinds (self->text, desk_list_spec (i)->kind));
      gtk_widget_add_css_class (self->segments[i], "segment");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->segments[i]), GTK_TOGGLE_BUTTON (self->segments[0]));
      gtk_box_append (GTK_BOX (box), self->segments[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->segments[0]), TRUE);
  for (guint i = 0; i < N_SIDES; i++)
    g_signal_connect (self->segments[i], "toggled", G_CALLBACK (segment_toggled), self);
  return box;
}

static GtkWidget *
build_bar (DeskResidentsList *self)
{
  DeskFilterBar *bar;

  self->bar = desk_filter_bar_new (C_("placeholder", "Filter"), 40);
  bar = DESK_FILTER_BAR (self->bar);
  g_signal_connect (bar, "typed", G_CALLBACK (typed), self);
  g_signal_connect_swapped (bar, "leave", G_CALLBACK (desk_residents_list_focus), self);
  g_signal_connect_swapped (bar, "all", G_CALLBACK (show_all), self);
  self->drop = desk_filter_bar_add_drop (bar, desk_text_kind (self->text, DESK_KIND_BUILDING));
  gtk_widget_set_visible (self->drop, FALSE);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->drop), TRUE);
  g_signal_connect (self->drop, "notify::selected", G_CALLBACK (building_picked), self);
  desk_filter_bar_add (bar, build_segments (self));
  return self->bar;
}

static void
desk_residents_list_dispose (GObject *object)
{
  DeskResidentsList *self = DESK_RESIDENTS_LIST (object);

  for (guint i = 0; i < N_SIDES; i++)
    if (self->sides[i].model != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->sides[i].rows, &self->sides[i]);
        g_clear_object (&self->sides[i].model);
      }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_residents_list_parent_class)->dispose (object);
}

static void
desk_residents_list_finalize (GObject *object)
{
  DeskResidentsList *self = DESK_RESIDENTS_LIST (object);

  g_array_unref (self->buildings);
  desk_text_unref (self->text);
  G_OBJECT_CLASS (desk_residents_list_parent_class)->finalize (object);
}

/* The chips take more lines the narrower the list is, and a paned with a fixed position asks only the list's height at
 * its own width: the height is always that of the narrowest list. */
static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
         int *natural_baseline)
{
  DeskResidentsList *self = DESK_RESIDENTS_LIST (widget);
  int least = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->box, orientation, orientation == GTK_ORIENTATION_VERTICAL ? least : -1, minimum, natural, NULL,
                      NULL);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (DESK_RESIDENTS_LIST (widget)->box, width, height, baseline, NULL);
}

static void
desk_residents_list_class_init (DeskResidentsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_residents_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_residents_list_finalize;
  signals[SELECTED] = g_signal_new ("selected", DESK_TYPE_RESIDENTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_RESIDENTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[KEY] = g_signal_new ("key", DESK_TYPE_RESIDENTS_LIST, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                               NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
  signals[MAKE] = g_signal_new ("make", DESK_TYPE_RESIDENTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT);
  GTK_WIDGET_CLASS (klass)->measure = measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = allocate;
}

static void
desk_residents_list_init (DeskResidentsList *self)
{
  self->buildings = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* Returns: (transfer floating): both lists; units are shown, people are asked for when they are. */
GtkWidget *
desk_residents_list_new (DeskEngine *engine, DeskText *text)
{
  DeskResidentsList *self = g_object_new (DESK_TYPE_RESIDENTS_LIST, NULL);
  g_autoptr (DeskListSource) source = desk_engine_source_new (engine);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "list-side");
  gtk_box_append (GTK_BOX (self->box), build_bar (self));
  self->chips = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->chips), FALSE);
  gtk_widget_add_css_class (self->chips, "list-chips");
  gtk_box_append (GTK_BOX (self->box), self->chips);
  self->lists = gtk_stack_new ();
  gtk_widget_set_vexpand (self->lists, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->lists);
  self->status = desk_status_line_new ();
  gtk_box_append (GTK_BOX (self->box), self->status);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < N_SIDES; i++)
    build_side (self, i, source);
  show_counts (self);
  read_community (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, 0);
  return GTK_WIDGET (self);
}

/* Returns: unit or person: which list is shown. */
DeskKind
desk_residents_list_get_kind (DeskResidentsList *self)
{
  return shown_side (self)->kind;
}

/* Returns: FALSE when that list is shown already. */
static gboolean
turn_to (DeskResidentsList *self, DeskKind kind)
{
  guint list = kind == DESK_KIND_PERSON ? DESK_LIST_PEOPLE : DESK_LIST_UNITS;
  Side *side = &self->sides[list];

  if (self->shown == list)
    return FALSE;
  desk_list_model_set_resting (shown_side (self)->model, TRUE);
  self->shown = list;
  desk_list_model_set_resting (side->model, FALSE);
  self->quiet = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->segments[list]), TRUE);
  self->quiet = FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->chips), desk_filtered_list_get_chips (DESK_FILTERED_LIST (side->rows)));
  gtk_stack_set_visible_child (GTK_STACK (self->lists), side->rows);
  show_counts (self);
  return TRUE;
}

/* Shows the units or the people, with the row that was selected there. */
void
desk_residents_list_set_kind (DeskResidentsList *self, DeskKind kind)
{
  Side *side;

  if (!turn_to (self, kind))
    return;
  side = shown_side (self);
  if (desk_list_view_get_selected (DESK_LIST_VIEW (side->view)) == 0)
    desk_list_view_select_position (DESK_LIST_VIEW (side->view), 0);
  else
    row_selected (DESK_FILTERED_LIST (side->rows), desk_residents_list_get_selected (self), side);
}

/* Returns: id of the selected row of the shown list, 0 none. */
gint64
desk_residents_list_get_selected (DeskResidentsList *self)
{
  return desk_list_view_get_selected (DESK_LIST_VIEW (shown_side (self)->view));
}

/* Selects a record in its list, which is shown. The filter is taken away when it would hide the record. */
void
desk_residents_list_select (DeskResidentsList *self, DeskKind kind, gint64 id)
{
  Side *side;

  turn_to (self, kind);
  side = shown_side (self);
  if (!desk_list_model_is_loading (side->model) && desk_list_model_index_of (side->model, id) == G_MAXUINT
      && is_filtered (side))
    desk_residents_list_clear_filter (self);
  desk_list_view_select (DESK_LIST_VIEW (side->view), id);
}

/* Puts the focus on the selected row. */
void
desk_residents_list_focus (DeskResidentsList *self)
{
  desk_filtered_list_focus (DESK_FILTERED_LIST (shown_side (self)->rows));
}

/* Puts the focus into the filter entry. */
void
desk_residents_list_focus_filter (DeskResidentsList *self)
{
  desk_filter_bar_focus (DESK_FILTER_BAR (self->bar));
}

/* Returns: whether the keyboard acts on the rows. */
gboolean
desk_residents_list_has_focus (DeskResidentsList *self)
{
  return desk_list_view_has_focus (DESK_LIST_VIEW (shown_side (self)->view));
}

/* Takes text, chip and building away. Returns: FALSE when nothing was filtered. */
gboolean
desk_residents_list_clear_filter (DeskResidentsList *self)
{
  gboolean filtered = is_filtered (shown_side (self));

  desk_filter_bar_clear (DESK_FILTER_BAR (self->bar));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), 0);
  for (guint i = 0; i < N_SIDES; i++)
    {
      desk_list_model_set_text (self->sides[i].model, NULL);
      desk_list_model_set_building (self->sides[i].model, 0);
      desk_filtered_list_choose (DESK_FILTERED_LIST (self->sides[i].rows), 0);
    }
  return filtered;
}

/* F5. */
void
desk_residents_list_refresh (DeskResidentsList *self)
{
  for (guint i = 0; i < N_SIDES; i++)
    desk_list_model_refresh (self->sides[i].model);
  read_community (self);
}

/* Returns: (transfer none): the line below, for the words of the detail. */
GtkWidget *
desk_residents_list_get_status (DeskResidentsList *self)
{
  return self->status;
}

/* Returns: (transfer none): the list that is shown. */
GtkWidget *
desk_residents_list_get_view (DeskResidentsList *self)
{
  return shown_side (self)->view;
}

/* @list: a DeskList, shown from now on; -1: the one that is. Returns: (transfer none): the menu of its saved filters. */
GtkWidget *
desk_residents_list_get_saved (DeskResidentsList *self, int list)
{
  if (list >= 0)
    turn_to (self, desk_list_spec ((DeskList) list)->kind);
  return desk_filtered_list_get_saved (DESK_FILTERED_LIST (shown_side (self)->rows));
}
