/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-trail-filter-bar.h"

#include <glib/gi18n.h>

#include "desk-days-drop.h"
#include "desk-filter-bar.h"
#include "desk-text-label.h"

struct _DeskTrailFilterBar
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskListModel *model;
  GtkWidget *bar, *staff, *days;
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
typed (DeskFilterBar *bar, DeskTrailFilterBar *self)
{
  desk_list_model_set_text (self->model, desk_filter_bar_get_text (bar));
}

static void
leave (DeskTrailFilterBar *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
show_all (DeskTrailFilterBar *self)
{
  desk_trail_filter_bar_clear (self);
  leave (self);
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
days_chosen (DeskDaysDrop *drop, int from, int to, DeskTrailFilterBar *self)
{
  desk_list_model_set_days (self->model, from, to);
}

/* Object */

static void
desk_trail_filter_bar_dispose (GObject *object)
{
  DeskTrailFilterBar *self = DESK_TRAIL_FILTER_BAR (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
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

/* Returns: (transfer floating): a bar that sets @model. */
GtkWidget *
desk_trail_filter_bar_new (DeskEngine *engine, DeskText *text, DeskListModel *model)
{
  DeskTrailFilterBar *self = g_object_new (DESK_TYPE_TRAIL_FILTER_BAR, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->model = g_object_ref (model);
  self->bar = desk_filter_bar_new (_("Room, name or phone (Ctrl+F)"), 150);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect (self->bar, "typed", G_CALLBACK (typed), self);
  g_signal_connect_swapped (self->bar, "leave", G_CALLBACK (leave), self);
  g_signal_connect_swapped (self->bar, "all", G_CALLBACK (show_all), self);
  self->staff = desk_filter_bar_add_drop (DESK_FILTER_BAR (self->bar),
                                          desk_text_column (text, DESK_LIST_TRAIL, DESK_TRAIL_COLUMN_STAFF));
  g_signal_connect (self->staff, "notify::selected", G_CALLBACK (staff_picked), self);
  gtk_widget_set_visible (self->staff, FALSE);
  self->days = desk_days_drop_new (engine);
  g_signal_connect (self->days, "chosen", G_CALLBACK (days_chosen), self);
  g_signal_connect_swapped (self->days, "leave", G_CALLBACK (leave), self);
  desk_filter_bar_add (DESK_FILTER_BAR (self->bar), self->days);
  read_staff (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, 0);
  return GTK_WIDGET (self);
}

/* Puts the focus into the entry. */
void
desk_trail_filter_bar_focus (DeskTrailFilterBar *self)
{
  desk_filter_bar_focus (DESK_FILTER_BAR (self->bar));
}

/* Returns: whether it leaves anything out. */
gboolean
desk_trail_filter_bar_is_set (DeskTrailFilterBar *self)
{
  return *desk_filter_bar_get_text (DESK_FILTER_BAR (self->bar)) != '\0' || desk_days_drop_is_set (DESK_DAYS_DROP (self->days))
         || (gtk_widget_get_visible (self->staff) && gtk_drop_down_get_selected (GTK_DROP_DOWN (self->staff)) != 0);
}

/* Everything, by everybody, of all days. */
void
desk_trail_filter_bar_clear (DeskTrailFilterBar *self)
{
  desk_filter_bar_clear (DESK_FILTER_BAR (self->bar));
  desk_days_drop_clear (DESK_DAYS_DROP (self->days));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->staff), 0);
  desk_list_model_set_text (self->model, NULL);
  desk_list_model_set_days (self->model, 0, 0);
  desk_list_model_set_staff (self->model, 0);
}

/* Puts into @form which days are chosen. */
void
desk_trail_filter_bar_describe (DeskTrailFilterBar *self, DeskFilterForm *form)
{
  form->days = desk_days_drop_get (DESK_DAYS_DROP (self->days), &form->day);
  if (form->days == DESK_DAYS_ONE && form->day == 0)
    form->days = DESK_DAYS_ALL;
}

/* Shows what @form says: words, days and whose. */
void
desk_trail_filter_bar_show (DeskTrailFilterBar *self, const DeskFilterForm *form)
{
  guint at = 0;

  for (guint i = 0; i < self->staff_ids->len; i++)
    if (g_array_index (self->staff_ids, gint64, i) == form->staff_id)
      at = i;
  desk_filter_bar_set_text (DESK_FILTER_BAR (self->bar), form->text);
  desk_days_drop_set (DESK_DAYS_DROP (self->days), form->days, form->day);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->staff), at);
}
