/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-entry-field.h"

#include <string.h>

#include "desk-day.h"
#include "desk-decimal.h"
#include "desk-rule.h"
#include "desk-string.h"

/* A share is kept in millionths and typed in percent: four digits after the point are exact. */
#define DIGITS_PERCENT 4

typedef struct
{
  GtkWidget *entry;
  const DeskFieldSpec *spec; /* of the record loaded last; NULL where a derived field reads the line */
  gboolean loading;
} DeskEntryFieldPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DeskEntryField, desk_entry_field, DESK_TYPE_FIELD)

static DeskEntryFieldPrivate *
priv_of (gpointer field)
{
  return desk_entry_field_get_instance_private (DESK_ENTRY_FIELD (field));
}

/* The text without a unit at its end: %, m², 平方米, ㎡, 平. */
static char *
without_unit (const char *text)
{
  static const char *const units[] = { "%", "％", "m²", "m2", "㎡", "平方米", "平米", "平" };
  g_autofree char *clean = desk_string_clean (text);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (clean, units[i]))
      {
        clean[strlen (clean) - strlen (units[i])] = '\0';
        break;
      }
  return g_strdup (g_strchomp (clean));
}

gboolean
desk_entry_field_parse_day (const char *text, DeskDay today, DeskDay *day)
{
  g_autofree char *clean = desk_string_clean (text);
  g_autofree char *with_year = g_strdup_printf ("%d-%s", desk_day_year (today), clean);

  return desk_day_parse (clean, day) || desk_day_parse (with_year, day);
}

static DeskDay
today_here (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return desk_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static char *
words_of (DeskFieldType type, gint64 value)
{
  switch (type)
    {
    case DESK_FIELD_DAY:
      return value != 0 ? desk_day_format (value) : g_strdup ("");
    case DESK_FIELD_AREA:
      return value != 0 ? desk_decimal_format (value, DESK_DIGITS_AREA) : g_strdup ("");
    case DESK_FIELD_RATE:
      {
        g_autofree char *whole = value != 0 ? desk_decimal_format (value, DIGITS_PERCENT) : g_strdup ("");
        gsize n = strlen (whole);

        while (n > 0 && strchr (whole, '.') != NULL && (whole[n - 1] == '0' || whole[n - 1] == '.'))
          {
            gboolean point = whole[n - 1] == '.';

            whole[--n] = '\0';
            if (point)
              break;
          }
        return g_steal_pointer (&whole);
      }
    case DESK_FIELD_INT:
      return value != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : g_strdup ("");
    case DESK_FIELD_TEXT:
    case DESK_FIELD_REF:
    case DESK_FIELD_TIME:
    case DESK_FIELD_ENUM:
    default:
      return g_strdup ("");
    }
}

/* What @text means in the field; nothing means 0. What cannot be read or is no such thing goes to @problems. */
static gboolean
read_value (const DeskFieldSpec *spec, const char *text, gint64 *value, GPtrArray *problems)
{
  g_autofree char *bare = without_unit (text);

  *value = 0;
  if (*bare == '\0')
    return TRUE;
  switch (spec->type)
    {
    case DESK_FIELD_DAY:
      if (desk_entry_field_parse_day (text, today_here (), value))
        return TRUE;
      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_DAY, spec->name, -1, text, NULL));
      return FALSE;
    case DESK_FIELD_AREA:
      return desk_rule_parse_area (bare, spec->name, value, problems);
    case DESK_FIELD_RATE:
      return desk_rule_parse_share (bare, spec->name, value, problems);
    case DESK_FIELD_INT:
      if (desk_decimal_parse (bare, 0, value))
        return TRUE;
      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER, spec->name, -1, text, NULL));
      return FALSE;
    case DESK_FIELD_TEXT:
    case DESK_FIELD_REF:
    case DESK_FIELD_TIME:
    case DESK_FIELD_ENUM:
    default:
      return FALSE;
    }
}

static void
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  g_autofree char *words = NULL;

  priv_of (field)->spec = spec;
  if (spec->type == DESK_FIELD_TEXT)
    words = g_strdup (desk_record_get_text (record, spec));
  else
    words = words_of (spec->type, desk_record_get_int (record, spec));
  desk_entry_field_set_text (DESK_ENTRY_FIELD (field), words);
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  DeskEntryField *self = DESK_ENTRY_FIELD (field);
  const char *text = desk_entry_field_get_text (self);
  gint64 value;

  if (spec->type == DESK_FIELD_TEXT)
    {
      g_autofree char *clean = desk_string_has_control (text, FALSE) ? g_strdup (text) : desk_string_clean (text);

      desk_record_set_text (record, spec, clean);
      return TRUE;
    }
  if (!read_value (spec, text, &value, problems))
    return FALSE;
  desk_record_set_int (record, spec, value);
  return TRUE;
}

static gboolean
is_empty (DeskField *field)
{
  return desk_string_is_empty (desk_entry_field_get_text (DESK_ENTRY_FIELD (field)));
}

static char *
get_typed (DeskField *field)
{
  return g_strdup (desk_entry_field_get_text (DESK_ENTRY_FIELD (field)));
}

static void
set_typed (DeskField *field, const char *typed)
{
  desk_entry_field_set_text (DESK_ENTRY_FIELD (field), typed);
}

static void
set_wrong (DeskField *field, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (priv_of (field)->entry, "error");
  else
    gtk_widget_remove_css_class (priv_of (field)->entry, "error");
}

static void
changed (GtkEditable *editable, DeskEntryField *self)
{
  if (DESK_ENTRY_FIELD_GET_CLASS (self)->shown != NULL)
    DESK_ENTRY_FIELD_GET_CLASS (self)->shown (self);
  if (!priv_of (self)->loading)
    desk_field_changed (DESK_FIELD (self));
}

static void
activated (GtkEntry *entry, DeskField *self)
{
  desk_field_next (self);
}

/* Days and figures are shown whole once somebody goes on: what was understood stands there. */
static void
left (GtkEventControllerFocus *controller, DeskEntryField *self)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  const DeskFieldSpec *spec = priv_of (self)->spec;
  gint64 value;

  if (spec == NULL || spec->type == DESK_FIELD_TEXT || is_empty (DESK_FIELD (self)))
    return;
  if (read_value (spec, desk_entry_field_get_text (self), &value, problems))
    {
      g_autofree char *words = words_of (spec->type, value);

      if (*words != '\0')
        desk_entry_field_set_text (self, words);
    }
}

static void
desk_entry_field_class_init (DeskEntryFieldClass *klass)
{
  DeskFieldClass *field_class = DESK_FIELD_CLASS (klass);

  field_class->load = load;
  field_class->store = store;
  field_class->is_empty = is_empty;
  field_class->get_typed = get_typed;
  field_class->set_typed = set_typed;
  field_class->set_wrong = set_wrong;
}

static void
desk_entry_field_init (DeskEntryField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = priv_of (self)->entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  g_signal_connect (entry, "changed", G_CALLBACK (changed), self);
  g_signal_connect (entry, "activate", G_CALLBACK (activated), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left), self);
  gtk_widget_add_controller (entry, focus);
  desk_field_set_input (DESK_FIELD (self), entry, entry);
}

/* Returns: (transfer floating). */
GtkWidget *
desk_entry_field_new (void)
{
  return g_object_new (DESK_TYPE_ENTRY_FIELD, NULL);
}

/* Returns: (transfer none): the line itself. */
GtkWidget *
desk_entry_field_get_entry (DeskEntryField *self)
{
  return priv_of (self)->entry;
}

/* @example: (nullable): shown dimmed while nothing stands there. */
void
desk_entry_field_set_example (DeskEntryField *self, const char *example)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (priv_of (self)->entry), example);
}

/* Returns: (transfer none): as typed. */
const char *
desk_entry_field_get_text (DeskEntryField *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (priv_of (self)->entry));
}

/* Puts words there as if nobody had typed them. */
void
desk_entry_field_set_text (DeskEntryField *self, const char *text)
{
  DeskEntryFieldPrivate *priv = priv_of (self);

  priv->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (priv->entry), text != NULL ? text : "");
  priv->loading = FALSE;
}
