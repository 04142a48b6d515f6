/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-history.h"

#include <string.h>

#include "desk-changes.h"
#include "desk-mask.h"
#include "desk-register.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-import.h"
#include "desk-text-label.h"
#include "desk-text-staff.h"

#define DASH "–"
#define VALUE_LENGTH 60 /* characters of a text that a line of history repeats */

/* One row of the trail while it is told. */
typedef struct
{
  const DeskText *text;
  DeskKind kind;
  const char *use_case;
  const char *subject;
  DeskDay day;        /* that stands beside the line anyway, 0 none */
  GPtrArray *changes; /* DeskFieldChange */
  GPtrArray *facts;   /* char *, what the line says after its head */
} Line;

static gboolean
is_empty (const DeskValue *value)
{
  switch (value->type)
    {
    case DESK_VALUE_INT:
      return value->number == 0;
    case DESK_VALUE_TEXT:
      return *value->text == '\0';
    case DESK_VALUE_DIGEST:
      return FALSE;
    case DESK_VALUE_NULL:
    default:
      return TRUE;
    }
}

/* The number of a value; 0 where it holds none. */
static gint64
number_of (const DeskValue *value)
{
  return value->type == DESK_VALUE_INT ? value->number : 0;
}

static char *
word_number (const Line *line, const DeskFieldSpec *field, gint64 number)
{
  switch (field->type)
    {
    case DESK_FIELD_DAY:
      return desk_text_day (number);
    case DESK_FIELD_TIME:
      return desk_text_time_whole (line->text, number);
    case DESK_FIELD_ENUM:
      return g_strdup (desk_text_enum (line->text, field->values, number));
    case DESK_FIELD_AREA:
      return desk_text_area (number);
    case DESK_FIELD_RATE:
      return desk_text_share (number);
    case DESK_FIELD_INT:
      if (line->kind == DESK_KIND_RIGHT_CHANGE && g_str_equal (field->name, "role"))
        return g_strdup (desk_text_staff_role (line->text, (DeskStaffRole) number));
      if (line->kind == DESK_KIND_REQUEST && g_str_equal (field->name, "kind"))
        return g_strdup (desk_text_kind (line->text, (DeskKind) number));
      if (line->kind == DESK_KIND_STAFF && g_str_equal (field->name, "roles"))
        return desk_text_staff_roles (line->text, number);
      return desk_text_number (number + (g_str_equal (field->name, "rank") ? 1 : 0));
    case DESK_FIELD_REF:
    case DESK_FIELD_TEXT:
    default:
      return g_strdup ("");
    }
}

/* @value of @field (NULL: we do not know the field) in words. */
static char *
word_value (const Line *line, const DeskFieldSpec *field, const DeskValue *value)
{
  if (value->type == DESK_VALUE_TEXT && field != NULL
      && (line->kind == DESK_KIND_RIGHT_CHANGE || line->kind == DESK_KIND_REQUEST))
    return desk_text_right_value (line->text, field->name, value->text);
  if (value->type == DESK_VALUE_TEXT && *value->text != '\0')
    {
      g_autofree char *masked
          = field != NULL && field->flags & DESK_FIELD_PRIVATE ? desk_mask_phone (value->text) : NULL;

      return desk_text_printable (masked ? masked : value->text, VALUE_LENGTH);
    }
  if (value->type == DESK_VALUE_INT && field == NULL)
    return desk_text_number (value->number);
  if (value->type == DESK_VALUE_INT
      && (value->number != 0 || (field->type == DESK_FIELD_INT && !g_str_equal (field->name, "roles"))))
    return word_number (line, field, value->number);
  return g_strdup (DASH);
}

/* Adds @fact (transfer full). A note's own full stop would stand before the comma. */
static void
add_fact (Line *line, char *fact)
{
  if (g_str_has_suffix (fact, "。"))
    fact[strlen (fact) - strlen ("。")] = '\0';
  else if (g_str_has_suffix (fact, "."))
    fact[strlen (fact) - 1] = '\0';
  g_ptr_array_add (line->facts, fact);
}

/* Adds the days from @first to before @end; a beginning on the line's own day goes without saying. */
static void
add_interval (Line *line, DeskDay first, DeskDay end)
{
  if (end != 0 || (first != 0 && first != line->day))
    add_fact (line, desk_text_days (line->text, first, end));
}

/* Adds the days of a record that is made or goes, as one fact. */
static void
add_days (Line *line, gboolean made)
{
  const DeskFieldChange *from = desk_changes_find (line->changes, "from_day");
  const DeskFieldChange *to = desk_changes_find (line->changes, "to_day");
  DeskDay first = from ? number_of (made ? &from->new_value : &from->old_value) : 0;
  DeskDay end = to ? number_of (made ? &to->new_value : &to->old_value) : 0;

  add_interval (line, first, end);
}

/* Says the line's head nothing about this field of a whole record, or does it go without saying? */
static gboolean
goes_unsaid (const Line *line, const DeskFieldSpec *field, const DeskValue *value, gboolean made)
{
  static const char *const unsaid[] = { "from_day", "to_day", "rank", "state_since", "at", "room", NULL };

  return (line->kind == DESK_KIND_OCCUPANCY && made && g_str_equal (field->name, "role"))
         || field->type == DESK_FIELD_REF || value->type == DESK_VALUE_DIGEST || is_empty (value)
         || g_strv_contains (unsaid, field->name)
         || (line->kind == DESK_KIND_PERSON && field->type == DESK_FIELD_ENUM
             && number_of (value) == DESK_PERSON_KIND_NATURAL)
         || (line->kind == DESK_KIND_INSTRUCTION && field->type == DESK_FIELD_ENUM
             && number_of (value) == DESK_INSTRUCTION_OTHER)
         || (line->kind == DESK_KIND_REQUEST
             && (g_str_equal (field->name, "kind") || g_str_equal (field->name, "record_id") || g_str_equal (field->name, "code")))
         || (field->type == DESK_FIELD_RATE && number_of (value) == 1000000);
}

/* What stands, or stood, in a record that is made or goes: choices and texts as they are, figures with their label. */
static void
add_whole (Line *line, gboolean made)
{
  const DeskRecordSpec *spec = desk_record_spec (line->kind);

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      const DeskFieldChange *change = desk_changes_find (line->changes, field->name);
      const DeskValue *value = change ? (made ? &change->new_value : &change->old_value) : NULL;
      g_autofree char *words = NULL;

      if (value == NULL || goes_unsaid (line, field, value, made))
        continue;
      words = word_value (line, field, value);
      if (field->type == DESK_FIELD_TEXT || field->type == DESK_FIELD_ENUM)
        add_fact (line, g_steal_pointer (&words));
      else
        add_fact (line, desk_text_format_c (line->text, NP_ ("field value", "%1 %2"),
                                            desk_text_field (line->text, line->kind, field->name), words, NULL));
    }
  add_days (line, made);
}

static void
add_edit (Line *line, const DeskFieldChange *change)
{
  const DeskFieldSpec *field = desk_record_find_field (line->kind, change->field);
  const char *label = desk_text_field (line->text, line->kind, change->field);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if ((field != NULL && field->type == DESK_FIELD_REF) || change->new_value.type == DESK_VALUE_DIGEST)
    {
      add_fact (line, desk_text_format (line->text, N_ ("%1 replaced"), label, NULL));
      return;
    }
  before = word_value (line, field, &change->old_value);
  after = word_value (line, field, &change->new_value);
  if (is_empty (&change->old_value) && (field == NULL || field->type != DESK_FIELD_INT))
    add_fact (line, desk_text_format_c (line->text, NP_ ("field: value", "%1: %2"), label, after, NULL));
  else
    add_fact (line, desk_text_format (line->text, N_ ("%1: %2 → %3"), label, before, after, NULL));
}

/* What became of a record that stays. The day of a new state stands behind the state; a delivery on that day is not
 * said again. */
static void
add_edits (Line *line)
{
  const DeskFieldChange *state = desk_changes_find (line->changes, "state");
  const DeskFieldChange *since = desk_changes_find (line->changes, "state_since");

  for (guint i = 0; i < line->changes->len; i++)
    {
      const DeskFieldChange *change = line->changes->pdata[i];

      if (state != NULL && since != NULL
          && (change == since
              || (g_str_equal (change->field, "delivered_on") && is_empty (&change->old_value)
                  && number_of (&change->new_value) == number_of (&since->new_value))))
        continue;
      add_edit (line, change);
      if (change == state && since != NULL)
        add_interval (line, number_of (&since->new_value), 0);
    }
}

/* Do all changes begin (@made), or end, with nothing? */
static gboolean
is_whole (const Line *line, gboolean made)
{
  for (guint i = 0; i < line->changes->len; i++)
    {
      const DeskFieldChange *change = line->changes->pdata[i];

      if ((made ? &change->old_value : &change->new_value)->type != DESK_VALUE_NULL)
        return FALSE;
    }
  return line->changes->len > 0;
}

/* The head of a line about a record that is made, or goes. */
static const char *
head_of_whole (const Line *line, gboolean made)
{
  g_autofree char *use_case = g_strconcat (made ? "save_" : "remove_", desk_kind_nick (line->kind), NULL);

  switch ((int) line->kind)
    {
    case DESK_KIND_UNIT_STATE:
      return made ? desk_text_get_c (line->text, NP_ ("act", "State entered"))
                  : desk_text_get_c (line->text, NP_ ("act", "State taken back"));
    case DESK_KIND_PHONE:
      return made ? desk_text_get_c (line->text, NP_ ("act", "Phone added"))
                  : desk_text_get_c (line->text, NP_ ("act", "Phone removed"));
    case DESK_KIND_DOCUMENT:
      return made ? desk_text_get_c (line->text, NP_ ("act", "Document added"))
                  : desk_text_get_c (line->text, NP_ ("act", "Document removed"));
    case DESK_KIND_STAFF:
      return made ? desk_text_get_c (line->text, NP_ ("act", "Staff member added"))
                  : desk_text_get_c (line->text, NP_ ("act", "Staff member removed"));
    case DESK_KIND_STAFF_SCOPE:
      return made ? desk_text_get_c (line->text, NP_ ("act", "Scope added"))
                  : desk_text_get_c (line->text, NP_ ("act", "Scope taken away"));
    case DESK_KIND_RIGHT_CHANGE:
      return desk_text_act (line->text, "change_right", made);
    case DESK_KIND_REQUEST:
      return desk_text_act (line->text, "ask_approval", made);
    case DESK_KIND_SETTING:
      return desk_text_act (line->text, "change_setting", made);
    case DESK_KIND_IMPORT_LAYOUT:
      return desk_text_act (line->text, "remember_layout", made);
    case DESK_KIND_SAVED_FILTER:
      return desk_text_act (line->text, made ? "save_filter" : "remove_filter", made);
    case DESK_KIND_COMMUNITY:
      return desk_text_act (line->text, made ? "save_community" : line->use_case, made);
    case DESK_KIND_SERVICE_CASE:
      return made ? desk_text_act (line->text, "open_case", TRUE) : desk_text_get_c (line->text, NP_ ("act", "Taken back"));
    case DESK_KIND_VISIT:
      return made ? desk_text_act (line->text, "log_visit", TRUE) : desk_text_get_c (line->text, NP_ ("act", "Taken back"));
    default:
      if (g_str_equal (desk_text_act (line->text, use_case, made), use_case)) /* there is no such act */
        return made ? desk_text_kind (line->text, line->kind) : desk_text_get_c (line->text, NP_ ("act", "Taken back"));
      return desk_text_act (line->text, use_case, made);
    }
}

/* "Entered as Owner": of an occupancy that is made; a space is not moved into, nor need an owner live there. */
static char *
head_of_occupancy (const Line *line)
{
  const DeskFieldChange *role = desk_changes_find (line->changes, "role");

  return desk_text_format (line->text, N_ ("Entered as %1"),
                           desk_text_enum (line->text, &desk_enum_role, role ? number_of (&role->new_value) : 0), NULL);
}

/* Head and facts in a row: "Phone added, Mobile, 138****5678". */
static char *
put_together (const Line *line, const char *head)
{
  const char *comma = desk_text_get_c (line->text, NP_ ("between facts", ", "));
  g_autofree char *facts = NULL;

  g_ptr_array_add (line->facts, NULL);
  facts = g_strjoinv (comma, (char **) line->facts->pdata);
  if (head == NULL || *facts == '\0')
    return g_strdup (head ? head : facts);
  return g_strconcat (head, comma, facts, NULL);
}

/* Is there somebody or something the line is about, that it does not name anyway? */
static gboolean
has_subject (const Line *line)
{
  if (line->subject == NULL || *line->subject == '\0')
    return FALSE;
  for (guint i = 0; i < line->changes->len; i++)
    {
      const DeskFieldChange *change = line->changes->pdata[i];
      const DeskFieldSpec *field = desk_record_find_field (line->kind, change->field);
      g_autofree char *before = word_value (line, field, &change->old_value);
      g_autofree char *after = word_value (line, field, &change->new_value);

      if (g_str_equal (line->subject, before) || g_str_equal (line->subject, after))
        return FALSE;
    }
  return TRUE;
}

/* What an entry of the log became, or no longer is; ids say nothing to a reader. */
static char *
tell_link (const Line *line)
{
  const DeskFieldChange *link = line->kind == DESK_KIND_VISIT ? desk_changes_find (line->changes, "link_kind") : NULL;

  if (link == NULL || is_whole (line, TRUE) || is_whole (line, FALSE))
    return NULL;
  if (is_empty (&link->new_value))
    return desk_text_format (line->text, N_ ("No longer linked: %1"),
                             desk_text_kind (line->text, (DeskKind) number_of (&link->old_value)), NULL);
  return desk_text_format (line->text, N_ ("Became: %1"),
                           desk_text_kind (line->text, (DeskKind) number_of (&link->new_value)), NULL);
}

/* "Approved", "Refused, not this year": who and when stand beside the line. */
static char *
tell_decision (Line *line)
{
  const DeskFieldChange *state = line->kind == DESK_KIND_REQUEST ? desk_changes_find (line->changes, "state") : NULL;
  const DeskFieldChange *answer = desk_changes_find (line->changes, "answer");

  if (state == NULL || is_whole (line, TRUE) || is_whole (line, FALSE))
    return NULL;
  if (answer != NULL && answer->new_value.type == DESK_VALUE_TEXT && *answer->new_value.text != '\0')
    add_fact (line, desk_text_printable (answer->new_value.text, VALUE_LENGTH));
  return put_together (line, desk_text_enum (line->text, &desk_enum_request, number_of (&state->new_value)));
}

/* A case or entry that is made says what it is about, and no more. */
static char *
tell_case (Line *line)
{
  static const char *const fields[] = { "number", "title", "about" };
  gboolean of_case = line->kind == DESK_KIND_SERVICE_CASE || line->kind == DESK_KIND_VISIT;

  if (!of_case || !is_whole (line, TRUE))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const DeskFieldChange *change = desk_changes_find (line->changes, fields[i]);

      if (change != NULL && change->new_value.type == DESK_VALUE_TEXT && *change->new_value.text != '\0')
        add_fact (line, desk_text_printable (change->new_value.text, VALUE_LENGTH));
    }
  return put_together (line, head_of_whole (line, TRUE));
}

/* Lines that have a sentence of their own; NULL for the others. */
static char *
tell_special (Line *line)
{
  const DeskFieldChange *count = desk_changes_find (line->changes, "count");
  const DeskFieldChange *revealed = desk_changes_find (line->changes, "revealed");
  const DeskFieldChange *erased = desk_changes_find (line->changes, "erased");
  const DeskFieldChange *restored = desk_changes_find (line->changes, "restored");
  const DeskFieldChange *backup = restored != NULL ? restored : desk_changes_find (line->changes, "backed_up");
  const DeskFieldChange *exported = desk_changes_find (line->changes, "exported");
  const DeskFieldChange *rows = desk_changes_find (line->changes, "rows");
  const DeskFieldChange *merged = desk_changes_find (line->changes, "merged_into");
  const DeskFieldChange *to = desk_changes_find (line->changes, "to_day");
  const DeskFieldSpec *phone = desk_record_find_field (DESK_KIND_PHONE, "number");
  const char *act = desk_text_act (line->text, line->use_case, TRUE);

  if (line->kind == DESK_KIND_FOLLOW_UP && count == NULL && line->changes->len > 0)
    {
      char *told = desk_text_follow_up_history (line->text, line->use_case, line->changes);

      if (told != NULL)
        return told;
    }
  if (count != NULL && desk_changes_find (line->changes, "digest") != NULL)
    {
      g_autofree char *n = desk_text_number (number_of (&count->new_value));

      add_fact (line, desk_text_format_n (line->text, NN_ ("%1 record", "%1 records"), number_of (&count->new_value), n,
                                          NULL));
      return put_together (line, act);
    }
  if (backup != NULL)
    {
      add_fact (line, desk_text_time_whole (line->text, number_of (&backup->new_value)));
      if (desk_changes_find (line->changes, "sealed") != NULL)
        add_fact (line, g_strdup (desk_text_get (line->text, N_ ("closed by a passphrase"))));
      return put_together (line, act);
    }
  if (exported != NULL && rows != NULL)
    {
      g_autofree char *n = desk_text_number (number_of (&rows->new_value));
      int import = desk_import_from_nick (exported->new_value.text);

      if (import >= 0)
        add_fact (line, g_strdup (desk_text_import_kind (line->text, (DeskImport) import)));
      for (int list = 0; import < 0 && list < DESK_N_LISTS; list++)
        if (g_strcmp0 (desk_list_spec ((DeskList) list)->nick, exported->new_value.text) == 0)
          add_fact (line, g_strdup (desk_text_list (line->text, (DeskList) list)));
      add_fact (line, desk_text_format_n (line->text, NN_ ("%1 row", "%1 rows"), number_of (&rows->new_value), n, NULL));
      return put_together (line, act);
    }
  if (erased != NULL)
    {
      g_autofree char *n = desk_text_number (number_of (&erased->new_value));

      add_fact (line, desk_text_format_n (line->text, NN_ ("%1 row of the trail emptied", "%1 rows of the trail emptied"),
                                          number_of (&erased->new_value), n, NULL));
      return put_together (line, act);
    }
  if (revealed != NULL)
    {
      add_fact (line, word_value (line, phone, &revealed->new_value));
      return put_together (line, act);
    }
  if (line->kind == DESK_KIND_PERSON && merged != NULL && !is_whole (line, TRUE) && !is_whole (line, FALSE))
    return g_strdup (desk_text_get (line->text, is_empty (&merged->new_value) ? N_ ("Taken apart from another person again")
                                                                              : N_ ("Merged into another person")));
  if (g_str_equal (line->use_case, "merge_people") && line->kind != DESK_KIND_PERSON)
    return desk_text_format (line->text, N_ ("%1 taken over in a merge"), desk_text_kind (line->text, line->kind), NULL);
  if (line->kind == DESK_KIND_OCCUPANCY && line->changes->len == 1 && to != NULL
      && to->old_value.type == DESK_VALUE_INT && is_empty (&to->old_value) && !is_empty (&to->new_value))
    {
      g_autofree char *last = desk_day_format (desk_day_add (number_of (&to->new_value), -1));

      return desk_text_format (line->text, N_ ("Ended, last day %1"), last, NULL);
    }
  return NULL;
}

static char *
tell (Line *line)
{
  gboolean made = is_whole (line, TRUE);
  gboolean gone = !made && is_whole (line, FALSE);
  char *special = line->kind == DESK_KIND_STAFF ? desk_text_session (line->text, line->changes) : NULL;

  if (special == NULL)
    special = tell_special (line);
  if (special == NULL)
    special = tell_case (line);
  if (special == NULL)
    special = tell_link (line);
  if (special == NULL)
    special = tell_decision (line);
  if (special != NULL)
    return special;
  if (line->changes->len == 0)
    return g_strdup (desk_text_act (line->text, line->use_case, FALSE));
  if (!made && !gone)
    {
      add_edits (line);
      return put_together (line, NULL);
    }
  add_whole (line, made);
  if (made && line->kind == DESK_KIND_OCCUPANCY)
    {
      g_autofree char *head = head_of_occupancy (line);

      return put_together (line, head);
    }
  return put_together (line, head_of_whole (line, made));
}

/* One line of history, without the day @day. */
static char *
tell_on (const DeskText *text, DeskKind kind, const char *use_case, const char *changes, const char *subject, DeskDay day)
{
  g_autoptr (GPtrArray) list = desk_changes_from_json (changes);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  Line line = { text, kind, use_case, subject, day, list, facts };
  g_autofree char *told = NULL;
  g_autofree char *about = NULL;

  if (list == NULL || desk_record_spec (kind) == NULL)
    return g_strdup (desk_text_act (text, use_case, FALSE));
  told = tell (&line);
  if (has_subject (&line))
    {
      g_autofree char *name = desk_text_printable (subject, VALUE_LENGTH);

      about = desk_text_format_c (text, NP_ ("subject: what happened", "%1: %2"), name, told, NULL);
    }
  else
    {
      about = g_steal_pointer (&told);
    }
  if (g_str_equal (use_case, "undo_act") && list->len > 0)
    return desk_text_format (text, N_ ("Undone: %1"), about, NULL);
  return g_steal_pointer (&about);
}

/**
 * desk_text_history:
 * @text: the language
 * @kind: of the record that changed
 * @use_case: nick of the use case that changed it
 * @changes: the trail row's canonical JSON, {field: [old, new]}; "" where it was erased
 * @subject: (nullable): the person or number the record is about, masked where it must be
 *
 * Returns: (transfer full): what happened, on one line: "State: Ready → Handed over, from 2021-06-18"; numbers masked
 */
char *
desk_text_history (const DeskText *text, DeskKind kind, const char *use_case, const char *changes, const char *subject)
{
  return tell_on (text, kind, use_case, changes, subject, 0);
}

/* Like desk_text_history() for a line beside which stands when it @happened_at (Unix seconds): "from" that day is not
 * said again. */
char *
desk_text_history_at (const DeskText *text, DeskKind kind, const char *use_case, const char *changes,
                      const char *subject, gint64 happened_at)
{
  return tell_on (text, kind, use_case, changes, subject, desk_day_of_time (happened_at, desk_text_zone (text)));
}

/* Returns: (transfer full): what a row of the trail did. The cell holds the kind of record, and as a text the nick of the
 * use case, "~" before it when it was undone, a blank, and the changes. */
char *
desk_text_told (const DeskText *text, const DeskCell *cell)
{
  const char *blank = cell->text != NULL ? strchr (cell->text, ' ') : NULL;
  gboolean undone = cell->text != NULL && *cell->text == '~';
  g_autofree char *use_case = NULL;
  g_autofree char *words = NULL;

  if (blank == NULL)
    return g_strdup ("");
  use_case = g_strndup (cell->text + (undone ? 1 : 0), (gsize) (blank - cell->text) - (undone ? 1 : 0));
  words = desk_text_history (text, (DeskKind) cell->number, use_case, blank + 1, NULL);
  return undone ? desk_text_format (text, N_ ("%1 (undone)"), words, NULL) : g_steal_pointer (&words);
}

/* Returns: (transfer none): what @use_case did to the record whose @changes (JSON of the trail) are told: made, or edited it. */
const char *
desk_text_history_act (const DeskText *text, const char *use_case, const char *changes)
{
  g_autoptr (GPtrArray) list = desk_changes_from_json (changes);
  const Line line = { .changes = list };

  return desk_text_act (text, use_case, list != NULL && is_whole (&line, TRUE));
}
