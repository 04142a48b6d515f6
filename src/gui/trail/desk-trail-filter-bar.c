/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-trail-filter-bar.h"

#include <glib/gi18n.h>

#include "desk-entry-field.h"
#include "desk-notice.h"
#include "desk-text-label.h"

/* Which days, in the order of the drop-down. The last one asks for a day in an entry of its own. */
typedef enum
{
  DAYS_ALL,
  DAYS_TODAY,
  DAYS_YESTERDAY,
  DAYS_WEEK,
  DAYS_MONTH,
  DAYS_ONE,
} Days;

static const char *const days_words[]
    = { N_("All Days"), N_("Today"), N_("Yesterday"), N_("Last 7 Days"), N_("Last 30 Days"), N_("One Day…"), NULL };

struct _DeskTrailFilterBar
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskListModel *model;
  GtkWidget *box, *entry, *staff, *days, *day;
  GArray *staff_ids; /* gint64, in the order of the drop-down */
  gboolean quiet;
};

enum
{
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTrailFilterBar, desk_trail_filter_bar, GTK_TYPE_WIDGET)

/* About what */

static void
typed (GtkSearchEntry *entry, DeskTrailFilterBar *self)
{
  desk_list_model_set_text (self->model, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
entry_done (GtkWidget *entry, DeskTrailFilterBar *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
entry_left (GtkSearchEntry *entry, DeskTrailFilterBar *self)
{
  desk_trail_filter_bar_clear (self);
  g_signal_emit (self, signals[LEAVE], 0);
}

static gboolean
entry_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
               DeskTrailFilterBar *self)
{
  if (keyval != GDK_KEY_Down)
    return FALSE;
  g_signal_emit (self, signals[LEAVE], 0);
  return TRUE;
}

/* Whose */

static void
staff_picked (GtkDropDown *drop, GParamSpec *spec, DeskTrailFilterBar *self)
{
  guint at = gtk_drop_down_get_selected (drop);

  if (!self->quiet && at < self->staff_ids->len)
    desk_list_model_set_staff (self->model, g_array_index (self->staff_ids, gint64, at));
}

static void
show_staff (DeskTrailFilterBar *self, const DeskStaffList *list)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 id = 0;

  g_array_set_size (self->staff_ids, 0);
  g_array_append_val (self->staff_ids, id);
  gtk_string_list_append (names, _("Everybody"));
  for (guint i = 0; i < list->cards->len; i++)
    {
      const DeskStaff *staff = ((DeskStaffCard *) list->cards->pdata[i])->staff;

      g_array_append_val (self->staff_ids, staff->record.id);
      gtk_string_list_append (names, desk_text_staff_name (self->text, staff->name));
    }
  self->quiet = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->staff), G_LIST_MODEL (names));
  self->quiet = FALSE;
  gtk_widget_set_visible (self->staff, list->cards->len > 1);
}

static void
staff_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskTrailFilterBar) self = data;
  g_autoptr (GError) error = NULL;
  DeskStaffList *list = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (list != NULL && self->engine != NULL)
    show_staff (self, list);
  if (list != NULL)
    desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, list);
}

/* Also those who left: their acts stay. */
static void
read_staff (DeskTrailFilterBar *self)
{
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_STAFF,
                          desk_get_input_new (DESK_KIND_STAFF, 1, desk_engine_today (self->engine)), NULL, staff_read,
                          g_object_ref (self));
}

static void
engine_changed (DeskEngine *engine, DeskChangeSet *changes, DeskTrailFilterBar *self)
{
  if (desk_change_set_touches (changes, DESK_KIND_STAFF))
    read_staff (self);
}

/* When */

static void
set_one_day (DeskTrailFilterBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->day));
  DeskDay day = 0;
  gboolean read = *words != '\0' && desk_entry_field_parse_day (words, desk_engine_today (self->engine), &day);

  if (*words != '\0' && !read)
    gtk_widget_add_css_class (self->day, "error");
  else
    gtk_widget_remove_css_class (self->day, "error");
  if (*words == '\0' || read)
    desk_list_model_set_days (self->model, day, day != 0 ? desk_day_add (day, 1) : 0);
}

static void
day_typed (GtkEditable *entry, DeskTrailFilterBar *self)
{
  set_one_day (self);
}

static void
days_picked (GtkDropDown *drop, GParamSpec *spec, DeskTrailFilterBar *self)
{
  DeskDay today = desk_engine_today (self->engine);
  Days days = gtk_drop_down_get_selected (drop);

  gtk_widget_set_visible (self->day, days == DAYS_ONE);
  switch (days)
    {
    case DAYS_TODAY:
      desk_list_model_set_days (self->model, today, 0);
      break;
    case DAYS_YESTERDAY:
      desk_list_model_set_days (self->model, desk_day_add (today, -1), today);
      break;
    case DAYS_WEEK:
      desk_list_model_set_days (self->model, desk_day_add (today, -6), 0);
      break;
    case DAYS_MONTH:
      desk_list_model_set_days (self->model, desk_day_add (today, -29), 0);
      break;
    case DAYS_ONE:
      set_one_day (self);
      gtk_widget_grab_focus (self->day);
      break;
    case DAYS_ALL:
    default:
      desk_list_model_set_days (self->model, 0, 0);
    }
}

/* Object */

static void
desk_trail_filter_bar_dispose (GObject *object)
{
  DeskTrailFilterBar *self = DESK_TRAIL_FILTER_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_object (&self->model);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_trail_filter_bar_parent_class)->dispose (object);
}

static void
desk_trail_filter_bar_finalize (GObject *object)
{
  g_array_unref (DESK_TRAIL_FILTER_BAR (object)->staff_ids);
  G_OBJECT_CLASS (desk_trail_filter_bar_parent_class)->finalize (object);
}

static void
desk_trail_filter_bar_class_init (DeskTrailFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_trail_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_trail_filter_bar_finalize;
  signals[LEAVE]
      = g_signal_new ("leave", DESK_TYPE_TRAIL_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_trail_filter_bar_init (DeskTrailFilterBar *self)
{
  self->staff_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
build_entry (DeskTrailFilterBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Room, name or phone (Ctrl+F)"), "search-delay", 150, NULL);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_tooltip_text (self->entry, _("Filter (Ctrl+F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (typed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (entry_done), self);
  g_signal_connect (self->entry, "stop-search", G_CALLBACK (entry_left), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (GTK_BOX (self->box), self->entry);
}

static GtkWidget *
add_drop (DeskTrailFilterBar *self, const char *name, GCallback picked)
{
  GtkWidget *drop = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  desk_name_drop_down (drop, name);
  g_signal_connect (drop, "notify::selected", picked, self);
  gtk_box_append (GTK_BOX (self->box), drop);
  return drop;
}

static void
build_days (DeskTrailFilterBar *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; days_words[i] != NULL; i++)
    gtk_string_list_append (words, _(days_words[i]));
  self->day = gtk_entry_new ();
  self->days = add_drop (self, _("Days"), G_CALLBACK (days_picked));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->days), G_LIST_MODEL (words));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->day), "2026-11-18");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->day), 10);
  gtk_widget_set_valign (self->day, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->day, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day"), -1);
  g_signal_connect (self->day, "changed", G_CALLBACK (day_typed), self);
  g_signal_connect (self->day, "activate", G_CALLBACK (entry_done), self);
  gtk_box_append (GTK_BOX (self->box), self->day);
}

/* Returns: (transfer floating): a bar that sets @model. */
GtkWidget *
desk_trail_filter_bar_new (DeskEngine *engine, DeskText *text, DeskListModel *model)
{
  DeskTrailFilterBar *self = g_object_new (DESK_TYPE_TRAIL_FILTER_BAR, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->model = g_object_ref (model);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->box, "list-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_entry (self);
  self->staff = add_drop (self, desk_text_column (text, DESK_LIST_TRAIL, DESK_TRAIL_COLUMN_STAFF), G_CALLBACK (staff_picked));
  gtk_widget_set_visible (self->staff, FALSE);
  build_days (self);
  read_staff (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, 0);
  return GTK_WIDGET (self);
}

/* Puts the focus into the entry. */
void
desk_trail_filter_bar_focus (DeskTrailFilterBar *self)
{
  gtk_widget_grab_focus (self->entry);
}

/* Returns: whether it leaves anything out. */
gboolean
desk_trail_filter_bar_is_set (DeskTrailFilterBar *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0'
         || gtk_drop_down_get_selected (GTK_DROP_DOWN (self->days)) != DAYS_ALL
         || (gtk_widget_get_visible (self->staff) && gtk_drop_down_get_selected (GTK_DROP_DOWN (self->staff)) != 0);
}

/* Everything, by everybody, of all days. */
void
desk_trail_filter_bar_clear (DeskTrailFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->day), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->days), DAYS_ALL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->staff), 0);
  desk_list_model_set_text (self->model, NULL);
  desk_list_model_set_days (self->model, 0, 0);
  desk_list_model_set_staff (self->model, 0);
}
