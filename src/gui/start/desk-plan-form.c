/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-plan-form.h"

#include <glib/gi18n.h>

#include "desk-draft-keeper.h"
#include "desk-form-grid.h"
#include "desk-room-pattern.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

/* Translators: how room numbers are made; {层} and {户} are understood as well */
#define PATTERN N_("{floor}{door:02}")

struct _DeskPlanForm
{
  GObject parent_instance;

  /* Widgets of the grid */
  GtkEditable *code;
  GtkEditable *name;
  GtkSpinButton *entrances;
  GtkSpinButton *floor_from;
  GtkSpinButton *floor_to;
  GtkSpinButton *doors;
  GtkEditable *skip;
  GtkEditable *pattern;
  GtkDropDown *state;

  /* Owned references */
  DeskText *text;
  char *outcome;

  guint count;
  gboolean may_be_empty;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPlanForm, desk_plan_form, G_TYPE_OBJECT)

/* The numbers of the form, in its order, as the drafts call them. */
static const char *const number_names[] = { "entrances", "floor_from", "floor_to", "doors" };

/* The label a unit will have, as far as its room is known. */
static char *
label_of (DeskPlanForm *self, int entrance, const char *room)
{
  const char *code = gtk_editable_get_text (self->code);

  if (gtk_spin_button_get_value_as_int (self->entrances) == 0)
    return g_strdup_printf ("%s-%s", code, room);
  return g_strdup_printf ("%s-%d-%s", code, entrance, room);
}

static GPtrArray *
expand (DeskPlanForm *self, GError **error)
{
  g_autoptr (GArray) skip = g_array_new (FALSE, FALSE, sizeof (int));

  desk_room_pattern_parse_floors (gtk_editable_get_text (self->skip), skip);
  return desk_room_pattern_expand (gtk_editable_get_text (self->pattern),
                                   gtk_spin_button_get_value_as_int (self->floor_from),
                                   gtk_spin_button_get_value_as_int (self->floor_to),
                                   gtk_spin_button_get_value_as_int (self->doors), (const int *) skip->data, skip->len,
                                   error);
}

/* What will happen, before it happens. */
static void
update_outcome (DeskPlanForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rooms = expand (self, &error);
  int entrances = MAX (gtk_spin_button_get_value_as_int (self->entrances), 1);
  g_autofree char *sentence = NULL;

  self->count = rooms != NULL ? rooms->len * (guint) entrances : 0;
  if (desk_plan_form_is_empty (self))
    sentence = g_strdup (self->may_be_empty
                             ? _("Without a building number no building is made; it can be added later.")
                             : "");
  else if (rooms == NULL)
    sentence = desk_text_error (self->text, error);
  else if (self->count == 0)
    sentence = g_strdup (_("No floor is left, so no unit will be made."));
  else
    {
      const DeskPlannedRoom *first = rooms->pdata[0];
      const DeskPlannedRoom *last = rooms->pdata[rooms->len - 1];
      g_autofree char *from = label_of (self, 1, first->room);
      g_autofree char *to = label_of (self, entrances, last->room);

      sentence = g_strdup_printf (ngettext ("%u unit will be made: %s … %s", "%u units will be made: %s … %s", self->count),
                                  self->count, from, to);
    }
  g_free (self->outcome);
  self->outcome = g_steal_pointer (&sentence);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkStringList *
states (const DeskText *text)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (gint64 state = 1; state <= DESK_N_STATES; state++)
    gtk_string_list_append (list, desk_text_enum (text, &desk_enum_state, state));
  return list;
}

/* Adds the fields to @grid; with @may_be_empty the building can be left for later. Returns: (transfer full): keep it as long as the grid. */
DeskPlanForm *
desk_plan_form_new (GtkGrid *grid, DeskText *text, gboolean may_be_empty)
{
  DeskPlanForm *self = g_object_new (DESK_TYPE_PLAN_FORM, NULL);
  GtkWidget *watched[8];

  self->text = desk_text_ref (text);
  self->may_be_empty = may_be_empty;
  self->code = GTK_EDITABLE (desk_form_grid_add_entry (grid, "code", _("_Number"), _("1, 2, A …")));
  self->name = GTK_EDITABLE (desk_form_grid_add_entry (grid, "name", _("N_ame"), _("if it has one")));
  self->entrances = GTK_SPIN_BUTTON (desk_form_grid_add_number (grid, "n_entrances", _("_Entrances"), 2, 0, 50));
  self->floor_from = GTK_SPIN_BUTTON (desk_form_grid_add_number (grid, "floor_from", _("_Floors from"), 1, -20, 200));
  self->floor_to = GTK_SPIN_BUTTON (
      desk_form_grid_add_number_beside (grid, GTK_WIDGET (self->floor_from), _("_to"), 18, -20, 200));
  self->doors = GTK_SPIN_BUTTON (desk_form_grid_add_number (grid, "doors", _("_Doors on a floor"), 2, 1, 200));
  self->skip = GTK_EDITABLE (desk_form_grid_add_entry (grid, "skip_floors", _("_Left-out floors"), "4, 13, 14"));
  self->pattern = GTK_EDITABLE (desk_form_grid_add_entry (grid, "pattern", _("Room nu_mbers"), _(PATTERN)));
  gtk_editable_set_text (self->pattern, _(PATTERN));
  self->state = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (states (text)), NULL));
  gtk_drop_down_set_selected (self->state, DESK_STATE_HANDED_OVER - 1);
  gtk_widget_set_halign (GTK_WIDGET (self->state), GTK_ALIGN_START);
  desk_form_grid_add (grid, "state", _("_State"), GTK_WIDGET (self->state));

  watched[0] = GTK_WIDGET (self->code);
  watched[1] = GTK_WIDGET (self->name);
  watched[2] = GTK_WIDGET (self->entrances);
  watched[3] = GTK_WIDGET (self->floor_from);
  watched[4] = GTK_WIDGET (self->floor_to);
  watched[5] = GTK_WIDGET (self->doors);
  watched[6] = GTK_WIDGET (self->skip);
  watched[7] = GTK_WIDGET (self->pattern);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (watched[i], GTK_IS_SPIN_BUTTON (watched[i]) ? "value-changed" : "changed",
                             G_CALLBACK (update_outcome), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (update_outcome), self, G_CONNECT_SWAPPED);
  update_outcome (self);
  return self;
}

/* Returns: (transfer full): the fields by name, for the drafts. */
GHashTable *
desk_plan_form_get_typed (DeskPlanForm *self)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GtkSpinButton *numbers[] = { self->entrances, self->floor_from, self->floor_to, self->doors };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_hash_table_insert (words, g_strdup (number_names[i]),
                         g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (numbers[i])));
  g_hash_table_insert (words, g_strdup ("code"), g_strdup (gtk_editable_get_text (self->code)));
  g_hash_table_insert (words, g_strdup ("name"), g_strdup (gtk_editable_get_text (self->name)));
  g_hash_table_insert (words, g_strdup ("skip"), g_strdup (gtk_editable_get_text (self->skip)));
  g_hash_table_insert (words, g_strdup ("pattern"), g_strdup (gtk_editable_get_text (self->pattern)));
  g_hash_table_insert (words, g_strdup ("state"), g_strdup_printf ("%u", gtk_drop_down_get_selected (self->state)));
  return words;
}

/* Puts the words of desk_plan_form_get_typed() back; a field that is not among them stays. */
void
desk_plan_form_set_typed (DeskPlanForm *self, GHashTable *words)
{
  GtkSpinButton *numbers[] = { self->entrances, self->floor_from, self->floor_to, self->doors };
  const char *state = g_hash_table_lookup (words, "state");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const char *number = g_hash_table_lookup (words, number_names[i]);

      if (number != NULL)
        gtk_spin_button_set_value (numbers[i], (int) g_ascii_strtoll (number, NULL, 10));
    }
  desk_draft_put_text (self->code, words, "code");
  desk_draft_put_text (self->name, words, "name");
  desk_draft_put_text (self->skip, words, "skip");
  desk_draft_put_text (self->pattern, words, "pattern");
  if (state != NULL && g_ascii_strtoull (state, NULL, 10) < DESK_N_STATES)
    gtk_drop_down_set_selected (self->state, (guint) g_ascii_strtoull (state, NULL, 10));
}

/* Returns: whether no building is meant. */
gboolean
desk_plan_form_is_empty (DeskPlanForm *self)
{
  return *gtk_editable_get_text (self->code) == '\0';
}

/* Returns: how many units will be made. */
guint
desk_plan_form_count (DeskPlanForm *self)
{
  return desk_plan_form_is_empty (self) ? 0 : self->count;
}

/* Returns: (transfer none): what will happen, in a sentence; to be shown beside the button. */
const char *
desk_plan_form_get_outcome (DeskPlanForm *self)
{
  return self->outcome;
}

/* Returns: (transfer full): what was typed. */
DeskBuildingPlanInput *
desk_plan_form_get_input (DeskPlanForm *self, const char *request_key, gint64 community_id)
{
  DeskBuilding *building = desk_record_new (DESK_KIND_BUILDING);
  DeskBuildingPlanInput *input;

  building->community_id = community_id;
  desk_text_set (&building->code, gtk_editable_get_text (self->code));
  desk_text_set (&building->name, gtk_editable_get_text (self->name));
  building->floors = gtk_spin_button_get_value_as_int (self->floor_to);
  input = desk_building_plan_input_new (request_key, building);
  desk_record_free (building);
  input->n_entrances = (guint) gtk_spin_button_get_value_as_int (self->entrances);
  input->floor_from = gtk_spin_button_get_value_as_int (self->floor_from);
  input->floor_to = gtk_spin_button_get_value_as_int (self->floor_to);
  input->doors = (guint) gtk_spin_button_get_value_as_int (self->doors);
  desk_text_set (&input->pattern, gtk_editable_get_text (self->pattern));
  desk_text_set (&input->skip_floors, gtk_editable_get_text (self->skip));
  input->state = gtk_drop_down_get_selected (self->state) + 1;
  return input;
}

/* Puts the focus into the first field. */
void
desk_plan_form_grab_focus (DeskPlanForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->code));
}

static void
desk_plan_form_dispose (GObject *object)
{
  g_clear_pointer (&DESK_PLAN_FORM (object)->text, desk_text_unref);
  g_clear_pointer (&DESK_PLAN_FORM (object)->outcome, g_free);
  G_OBJECT_CLASS (desk_plan_form_parent_class)->dispose (object);
}

static void
desk_plan_form_class_init (DeskPlanFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_plan_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_plan_form_init (DeskPlanForm *self)
{
}
