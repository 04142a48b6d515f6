/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-saved-filter.h"

#include <string.h>

#include "desk-problem.h"
#include "desk-rule.h"
#include "desk-string.h"

/* The written form is key=value&key=value in the order of the keys below, the values escaped as in an address. Nicks and not
 * numbers stand in it, since tables grow; what is as it is by itself is left out. */

#define NAME_MOST 40
#define FORM_MOST 2000

static const char *const days_nicks[] = { "all", "today", "yesterday", "week", "month", "one" };

static const DeskFieldSpec saved_filter_fields[] = {
  { "staff_id", DESK_FIELD_REF, G_STRUCT_OFFSET (DeskSavedFilter, staff_id), 0, DESK_KIND_STAFF, NULL },
  { "list_name", DESK_FIELD_TEXT, G_STRUCT_OFFSET (DeskSavedFilter, list_name), 0, DESK_KIND_NONE, NULL },
  { "name", DESK_FIELD_TEXT, G_STRUCT_OFFSET (DeskSavedFilter, name), 0, DESK_KIND_NONE, NULL },
  { "form", DESK_FIELD_TEXT, G_STRUCT_OFFSET (DeskSavedFilter, form), 0, DESK_KIND_NONE, NULL },
  { "pinned", DESK_FIELD_INT, G_STRUCT_OFFSET (DeskSavedFilter, pinned), 0, DESK_KIND_NONE, NULL },
};

static const DeskRecordSpec saved_filter_spec
    = { DESK_KIND_SAVED_FILTER, sizeof (DeskSavedFilter), saved_filter_fields, G_N_ELEMENTS (saved_filter_fields) };

/* Returns: (transfer none) (nullable): the table of @kind's fields, NULL where it is another. */
const DeskRecordSpec *
desk_saved_filter_spec (DeskKind kind)
{
  return kind == DESK_KIND_SAVED_FILTER ? &saved_filter_spec : NULL;
}

/* Returns: the list called @nick, or -1. */
int
desk_list_find (const char *nick)
{
  for (int i = 0; i < DESK_N_LISTS; i++)
    if (g_strcmp0 (desk_list_spec ((DeskList) i)->nick, nick) == 0)
      return i;
  return -1;
}

void
desk_filter_form_clear (DeskFilterForm *form)
{
  g_clear_pointer (&form->text, g_free);
}

/* @to: (out caller-allocates): not initialized, or cleared. */
void
desk_filter_form_copy (DeskFilterForm *to, const DeskFilterForm *from)
{
  *to = *from;
  to->text = g_strdup (from->text);
}

/* Returns: whether both show the same rows in the same order. */
gboolean
desk_filter_form_equal (const DeskFilterForm *one, const DeskFilterForm *other)
{
  g_autofree char *first = desk_filter_form_write (one), *second = desk_filter_form_write (other);

  return one->list == other->list && g_str_equal (first, second);
}

/* Writing */

static void
put (GString *words, const char *key, const char *value)
{
  if (words->len > 0)
    g_string_append_c (words, '&');
  g_string_append_printf (words, "%s=", key);
  g_string_append_uri_escaped (words, value, NULL, TRUE);
}

static void
put_number (GString *words, const char *key, gint64 value)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  if (value != 0)
    put (words, key, number);
}

/* Returns: (transfer full): @form without its list. */
char *
desk_filter_form_write (const DeskFilterForm *form)
{
  const DeskListSpec *spec = desk_list_spec (form->list);
  GString *words = g_string_new (NULL);

  put (words, "filter", spec->filters[MIN (form->filter, spec->n_filters - 1)]);
  if (form->text != NULL && *form->text != '\0')
    put (words, "text", form->text);
  put (words, "sort", spec->columns[MIN (form->sort, spec->n_columns - 1)].nick);
  put_number (words, "down", form->descending ? 1 : 0);
  put_number (words, "building", form->building_id);
  put_number (words, "staff", form->staff_id);
  if (form->days != DESK_DAYS_ALL && form->days < DESK_N_DAYS)
    put (words, "days", days_nicks[form->days]);
  put_number (words, "day", form->days == DESK_DAYS_ONE ? form->day : 0);
  put_number (words, "span", form->span);
  if (form->figured)
    {
      g_autofree char *figure
          = g_strdup_printf ("%d,%" G_GINT64_FORMAT ",%d,%d", (int) form->figure.slice, form->figure.of_id,
                             (int) form->figure.span, form->figure.rate);

      put (words, "figure", figure);
    }
  return g_string_free (words, FALSE);
}

/* Reading: whatever stands there, every value is one that the list can be asked for. */

static gboolean
take_number (const char *value, gint64 least, gint64 most, gint64 *number)
{
  return g_ascii_string_to_signed (value, 10, least, most, number, NULL);
}

static gboolean
take_filter (DeskFilterForm *form, const char *value)
{
  int at = desk_list_filter (desk_list_spec (form->list), value);

  form->filter = at >= 0 ? (guint) at : 0;
  return at >= 0;
}

static gboolean
take_sort (DeskFilterForm *form, const char *value)
{
  const DeskListSpec *spec = desk_list_spec (form->list);
  int at = desk_list_column (spec, value);

  if (at < 0 || !spec->columns[at].sortable)
    return FALSE;
  form->sort = (guint) at;
  return TRUE;
}

static gboolean
take_days (DeskFilterForm *form, const char *value)
{
  for (int i = 0; i < DESK_N_DAYS; i++)
    if (g_str_equal (days_nicks[i], value))
      {
        form->days = (DeskDays) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_figure (DeskFilterForm *form, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 5);
  gint64 slice, of_id, span, rate;

  if (g_strv_length (parts) != 4 || !take_number (parts[0], 0, DESK_N_SLICES - 1, &slice)
      || !take_number (parts[1], 0, G_MAXINT32, &of_id) || !take_number (parts[2], 0, DESK_N_SPANS - 1, &span)
      || !take_number (parts[3], -1, DESK_N_RATES - 1, &rate)
      || (form->list != DESK_LIST_REPAIRS && form->list != DESK_LIST_COMPLAINTS))
    return FALSE;
  form->figured = TRUE;
  form->figure = (DeskFigureRows){ .slice = (DeskSlice) slice, .of_id = of_id, .span = (DeskSpan) span, .rate = (int) rate };
  return TRUE;
}

static gboolean
take_text (DeskFilterForm *form, const char *value)
{
  if (g_utf8_strlen (value, -1) > FORM_MOST || desk_string_has_control (value, FALSE))
    return FALSE;
  g_free (form->text);
  form->text = g_strdup (value);
  return TRUE;
}

static gboolean
take (DeskFilterForm *form, const char *key, const char *value)
{
  gint64 number = 0;

  if (g_str_equal (key, "filter"))
    return take_filter (form, value);
  if (g_str_equal (key, "text"))
    return take_text (form, value);
  if (g_str_equal (key, "sort"))
    return take_sort (form, value);
  if (g_str_equal (key, "days"))
    return take_days (form, value);
  if (g_str_equal (key, "figure"))
    return take_figure (form, value);
  if (!take_number (value, 1, G_MAXINT32, &number))
    return FALSE;
  if (g_str_equal (key, "down"))
    form->descending = TRUE;
  else if (g_str_equal (key, "building"))
    form->building_id = number;
  else if (g_str_equal (key, "staff"))
    form->staff_id = number;
  else if (g_str_equal (key, "day") && desk_day_is_valid ((DeskDay) number))
    form->day = (DeskDay) number;
  else if (g_str_equal (key, "span") && number < DESK_N_SPANS)
    form->span = (DeskSpan) number;
  else
    return FALSE;
  return TRUE;
}

/**
 * desk_filter_form_read:
 * @words: (nullable): what desk_filter_form_write() wrote, now or long ago
 * @form: (out caller-allocates): what of it is understood, to be cleared
 *
 * Returns: what was not understood and is left out
 */
DeskFilterLost
desk_filter_form_read (DeskList list, const char *words, DeskFilterForm *form)
{
  g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", "&", 32);
  DeskFilterLost lost = DESK_FILTER_LOST_NOTHING;

  *form = (DeskFilterForm){ .list = list };
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');
      g_autofree char *plain = value != NULL ? g_uri_unescape_string (value + 1, NULL) : NULL;

      if (value != NULL)
        *value = '\0';
      if (*parts[i] != '\0' && (plain == NULL || !g_utf8_validate (plain, -1, NULL) || !take (form, parts[i], plain)))
        lost |= DESK_FILTER_LOST_CHOICE;
    }
  if (form->days == DESK_DAYS_ONE && form->day == 0)
    {
      form->days = DESK_DAYS_ALL;
      lost |= DESK_FILTER_LOST_CHOICE;
    }
  return lost;
}

/* @day: of DESK_DAYS_ONE. @from, @to: (out): [from, to), 0 open. */
void
desk_days_range (DeskDays days, DeskDay day, DeskDay today, DeskDay *from, DeskDay *to)
{
  *from = *to = 0;
  switch (days)
    {
    case DESK_DAYS_TODAY:
      *from = today;
      break;
    case DESK_DAYS_YESTERDAY:
      *from = desk_day_add (today, -1);
      *to = today;
      break;
    case DESK_DAYS_WEEK:
    case DESK_DAYS_MONTH:
      *from = desk_day_add (today, days == DESK_DAYS_WEEK ? -6 : -29);
      break;
    case DESK_DAYS_ONE:
      *from = day;
      *to = day != 0 ? desk_day_add (day, 1) : 0;
      break;
    case DESK_DAYS_ALL:
    case DESK_N_DAYS:
    default:
      break;
    }
}

/* A name, a list there is, and a form this program understands. */
void
desk_rule_saved_filter (DeskSavedFilter *filter, GPtrArray *problems)
{
  g_auto (DeskFilterForm) form = { 0 };
  int list = desk_list_find (filter->list_name);

  desk_rule_text (&filter->name, "name", -1, 1, NAME_MOST, FALSE, problems);
  desk_rule_text (&filter->form, "form", -1, 0, FORM_MOST, FALSE, problems);
  filter->pinned = filter->pinned != 0 ? 1 : 0;
  if (list < 0 || (desk_filter_form_read ((DeskList) list, filter->form, &form) & DESK_FILTER_LOST_CHOICE) != 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_UNKNOWN_CHOICE, list < 0 ? "list_name" : "form", -1, "", NULL));
}
