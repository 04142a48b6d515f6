/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-time-field.h"

#include <glib/gi18n.h>

#include "desk-natural-time.h"
#include "desk-string.h"
#include "desk-text-figure.h"

struct _DeskTimeField
{
  DeskField parent_instance;
  GtkWidget *entry;
  DeskEngine *engine;
  DeskText *text;
  gint64 loaded; /* the record's time */
  char *loaded_words; /* as which it is shown: untouched it stays, to the second */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (DeskTimeField, desk_time_field, DESK_TYPE_FIELD)

static const char *
typed (DeskTimeField *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static DeskNatural
read_time (DeskTimeField *self, gint64 *time)
{
  if (self->loaded != 0 && g_strcmp0 (typed (self), self->loaded_words) == 0)
    {
      *time = self->loaded;
      return DESK_NATURAL_UNDERSTOOD;
    }
  return desk_natural_time (typed (self), desk_engine_now (self->engine), desk_text_zone (self->text), time);
}

/* What was understood, or an example while nothing stands there. */
static void
show_note (DeskTimeField *self)
{
  gint64 time = 0, now = desk_engine_now (self->engine);
  DeskDay day;
  g_autofree char *near = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *words = NULL;

  if (desk_string_is_empty (typed (self)))
    {
      desk_field_set_note (DESK_FIELD (self), _("Tomorrow 9, next Monday, in 3 days, end of month, 16:30"));
      return;
    }
  if (read_time (self, &time) != DESK_NATURAL_UNDERSTOOD)
    {
      desk_field_set_note (DESK_FIELD (self), _("Not understood yet"));
      return;
    }
  day = desk_day_of_time (time, desk_text_zone (self->text));
  near = desk_text_day_near (self->text, day, desk_engine_today (self->engine));
  whole = desk_text_time_whole (self->text, time);
  words = time > now ? g_strdup_printf ("%s · %s", near, whole) : g_strdup (whole);
  desk_field_set_note (DESK_FIELD (self), words);
}

static void
set_text (DeskTimeField *self, const char *words)
{
  self->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  self->loading = FALSE;
  show_note (self);
}

static void
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  DeskTimeField *self = DESK_TIME_FIELD (field);

  self->loaded = desk_record_get_int (record, spec);
  g_free (self->loaded_words);
  self->loaded_words = desk_text_time_whole (self->text, self->loaded);
  set_text (self, self->loaded_words);
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  DeskTimeField *self = DESK_TIME_FIELD (field);
  DeskProblemCode code = DESK_PROBLEM_EMPTY;
  gint64 time = 0;

  if (!desk_string_is_empty (typed (self)))
    switch (read_time (self, &time))
      {
      case DESK_NATURAL_UNDERSTOOD:
        desk_record_set_int (record, spec, time);
        return TRUE;
      case DESK_NATURAL_PAST:
        code = DESK_PROBLEM_TIME_PAST;
        break;
      case DESK_NATURAL_UNKNOWN:
      default:
        code = DESK_PROBLEM_TIME_UNKNOWN;
      }
  g_ptr_array_add (problems, desk_problem_new (code, spec->name, -1, typed (self), NULL));
  return FALSE;
}

static gboolean
is_empty (DeskField *field)
{
  return desk_string_is_empty (typed (DESK_TIME_FIELD (field)));
}

static char *
get_typed (DeskField *field)
{
  return g_strdup (typed (DESK_TIME_FIELD (field)));
}

static void
set_typed (DeskField *field, const char *words)
{
  set_text (DESK_TIME_FIELD (field), words);
}

static void
set_wrong (DeskField *field, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (DESK_TIME_FIELD (field)->entry, "error");
  else
    gtk_widget_remove_css_class (DESK_TIME_FIELD (field)->entry, "error");
}

static void
on_changed (GtkEditable *editable, DeskTimeField *self)
{
  show_note (self);
  if (!self->loading)
    desk_field_changed (DESK_FIELD (self));
}

static void
on_activate (GtkEntry *entry, DeskField *self)
{
  desk_field_next (self);
}

static void
desk_time_field_finalize (GObject *object)
{
  DeskTimeField *self = DESK_TIME_FIELD (object);

  g_object_unref (self->engine);
  desk_text_unref (self->text);
  g_free (self->loaded_words);
  G_OBJECT_CLASS (desk_time_field_parent_class)->finalize (object);
}

static void
desk_time_field_class_init (DeskTimeFieldClass *klass)
{
  DeskFieldClass *field_class = DESK_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_time_field_finalize;
  field_class->load = load;
  field_class->store = store;
  field_class->is_empty = is_empty;
  field_class->get_typed = get_typed;
  field_class->set_typed = set_typed;
  field_class->set_wrong = set_wrong;
}

static void
desk_time_field_init (DeskTimeField *self)
{
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 20);
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
  desk_field_set_input (DESK_FIELD (self), self->entry, self->entry);
}

/* Returns: (transfer floating): it reads against the clock and zone of @engine and @text. */
GtkWidget *
desk_time_field_new (DeskEngine *engine, DeskText *text)
{
  DeskTimeField *self = g_object_new (DESK_TYPE_TIME_FIELD, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  return GTK_WIDGET (self);
}
