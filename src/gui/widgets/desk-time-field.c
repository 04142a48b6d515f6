/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-time-field.h"

#include <glib/gi18n.h>

#include "desk-natural-time.h"
#include "desk-string.h"
#include "desk-text-figure.h"

struct _DeskTimeField
{
  DeskEntryField parent_instance;
  DeskEngine *engine;
  DeskText *text;
  gint64 loaded; /* the record's time */
  char *loaded_words; /* as which it is shown: untouched it stays, to the second */
  gboolean optional; /* nothing is an answer */
};

G_DEFINE_FINAL_TYPE (DeskTimeField, desk_time_field, DESK_TYPE_ENTRY_FIELD)

static const char *
typed (DeskTimeField *self)
{
  return desk_entry_field_get_text (DESK_ENTRY_FIELD (self));
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
show_note (DeskEntryField *field)
{
  DeskTimeField *self = DESK_TIME_FIELD (field);
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
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  DeskTimeField *self = DESK_TIME_FIELD (field);

  self->loaded = desk_record_get_int (record, spec);
  g_free (self->loaded_words);
  self->loaded_words = self->loaded != 0 ? desk_text_time_whole (self->text, self->loaded) : g_strdup ("");
  desk_entry_field_set_text (DESK_ENTRY_FIELD (self), self->loaded_words);
  show_note (DESK_ENTRY_FIELD (self)); /* the same words may mean another time by now */
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  DeskTimeField *self = DESK_TIME_FIELD (field);
  DeskProblemCode code = DESK_PROBLEM_EMPTY;
  gint64 time = 0;

  if (self->optional && desk_string_is_empty (typed (self)))
    {
      desk_record_set_int (record, spec, 0);
      return TRUE;
    }
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
  DESK_ENTRY_FIELD_CLASS (klass)->shown = show_note;
}

static void
desk_time_field_init (DeskTimeField *self)
{
  gtk_editable_set_width_chars (GTK_EDITABLE (desk_entry_field_get_entry (DESK_ENTRY_FIELD (self))), 20);
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

/* No time is an answer, too. */
void
desk_time_field_set_optional (DeskTimeField *self)
{
  self->optional = TRUE;
}
