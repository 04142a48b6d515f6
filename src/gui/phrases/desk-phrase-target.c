/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-phrase-target.h"

#include "desk-form.h"
#include "desk-phrase-sheet.h"
#include "desk-pick-field.h"
#include "desk-string.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

#define ABOUT "desk-phrase-about"

gboolean
desk_phrase_fits (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
  return GTK_IS_TEXT (widget) && gtk_text_get_visibility (GTK_TEXT (widget)) && gtk_editable_get_editable (GTK_EDITABLE (widget));
}

void
desk_phrase_set_about (GtkWidget *widget, DeskKind kind, gint64 id)
{
  DeskPhraseAbout *about = g_new0 (DeskPhraseAbout, 1);

  about->kind = id != 0 ? kind : DESK_KIND_NONE;
  about->id = id;
  g_object_set_data_full (G_OBJECT (widget), ABOUT, about, g_free);
}

/* What it is about */

static gint64
picked (DeskForm *form, const char *name)
{
  DeskField *field = desk_form_get_field (form, name);

  return field != NULL && DESK_IS_PICK_FIELD (field) ? desk_pick_field_get_picked (DESK_PICK_FIELD (field)) : 0;
}

/* The record itself, else what it mentions first of these. */
static void
about_record (const DeskRecord *record, DeskPhraseAbout *about)
{
  static const DeskKind kinds[] = { DESK_KIND_SERVICE_CASE, DESK_KIND_VISIT, DESK_KIND_UNIT, DESK_KIND_PERSON };
  const DeskRecordSpec *spec = desk_record_spec (record->kind);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && about->id == 0; i++)
    {
      about->kind = kinds[i];
      about->id = record->kind == kinds[i] ? record->id : 0;
      for (guint j = 0; j < spec->n_fields && about->id == 0; j++)
        if (spec->fields[j].type == DESK_FIELD_REF && spec->fields[j].ref == kinds[i])
          about->id = desk_record_get_int (record, &spec->fields[j]);
    }
}

static DeskPhraseScope
scope_of (const DeskRecord *record, const char *field)
{
  switch ((int) record->kind)
    {
    case DESK_KIND_VISIT:
    case DESK_KIND_MEMO:
      return DESK_PHRASE_SCOPE_LOG;
    case DESK_KIND_OUTAGE:
      return DESK_PHRASE_SCOPE_OUTAGE;
    case DESK_KIND_SERVICE_CASE:
      return ((const DeskCase *) record)->kind == DESK_CASE_COMPLAINT ? DESK_PHRASE_SCOPE_COMPLAINT : DESK_PHRASE_SCOPE_REPAIR;
    case DESK_KIND_COMPLAINT:
      return g_strcmp0 (field, "letter") == 0 ? DESK_PHRASE_SCOPE_ANSWER : DESK_PHRASE_SCOPE_COMPLAINT;
    case DESK_KIND_CASE_EVENT:
      return ((const DeskCaseEvent *) record)->stage == DESK_STAGE_ANSWER ? DESK_PHRASE_SCOPE_ANSWER : 0;
    default:
      return 0;
    }
}

/* Returns: what is written there is about: by the form it stands in, else by whatever is around it. */
DeskPhraseAbout
desk_phrase_about_of (GtkWidget *target)
{
  DeskPhraseAbout about = { 0 };
  GtkWidget *field = gtk_widget_get_ancestor (target, DESK_TYPE_FIELD), *form = gtk_widget_get_ancestor (target, DESK_TYPE_FORM);

  if (form != NULL)
    {
      const DeskRecord *record = desk_form_get_record (DESK_FORM (form));
      gint64 unit_id = picked (DESK_FORM (form), "unit_id");

      about.scope = scope_of (record, field != NULL ? desk_field_get_name (DESK_FIELD (field)) : NULL);
      about_record (record, &about);
      if (about.kind != DESK_KIND_SERVICE_CASE && about.kind != DESK_KIND_VISIT && unit_id != 0)
        {
          about.kind = DESK_KIND_UNIT;
          about.id = unit_id;
        }
    }
  for (GtkWidget *at = target; about.id == 0 && at != NULL; at = gtk_widget_get_parent (at))
    {
      const DeskPhraseAbout *around = g_object_get_data (G_OBJECT (at), ABOUT);

      if (around == NULL)
        continue;
      about.kind = around->kind;
      about.id = around->id;
    }
  return about;
}

/* Returns: what comes first: what the text is for, and the category of its case. */
DeskPhraseAim
desk_phrase_aim_of (const DeskPhraseAbout *about, const DeskPhrases *known)
{
  DeskPhraseAim aim = { .scope = about->scope, .category_id = known->category_id, .group_id = known->group_id };

  if (aim.scope == 0)
    aim.scope = known->case_kind == DESK_CASE_COMPLAINT ? DESK_PHRASE_SCOPE_COMPLAINT
                : known->case_kind == DESK_CASE_REPAIR  ? DESK_PHRASE_SCOPE_REPAIR
                                                        : DESK_PHRASE_SCOPE_LOG;
  return aim;
}

/* Values */

static char *
time_words (DeskText *text, gint64 at)
{
  return at != 0 ? desk_text_time_whole (text, at) : NULL;
}

char **
desk_phrase_values_new (const DeskPhrases *known, DeskEngine *engine, DeskText *text)
{
  char **values = g_new0 (char *, DESK_N_PHRASE_VARIABLES);
  g_autofree char *title = desk_string_clean (known->title != NULL ? known->title : "");

  values[DESK_PHRASE_UNIT] = g_strdup (known->unit_label);
  values[DESK_PHRASE_NAME] = g_strdup (known->person_name);
  values[DESK_PHRASE_NUMBER] = g_strdup (known->number);
  values[DESK_PHRASE_DUE] = time_words (text, known->due_at);
  values[DESK_PHRASE_TITLE] = g_steal_pointer (&title);
  values[DESK_PHRASE_CATEGORY] = g_strdup (known->category);
  values[DESK_PHRASE_OPENED] = time_words (text, known->opened_at);
  values[DESK_PHRASE_RESULT] = g_strdup (known->result);
  values[DESK_PHRASE_TODAY] = desk_text_day (desk_engine_today (engine));
  values[DESK_PHRASE_STAFF]
      = g_strdup (known->staff_name != NULL ? desk_text_staff_name (text, known->staff_name) : NULL);
  values[DESK_PHRASE_COMMUNITY] = g_strdup (known->community);
  return values;
}

void
desk_phrase_values_free (char **values)
{
  for (guint i = 0; values != NULL && i < DESK_N_PHRASE_VARIABLES; i++)
    g_free (values[i]);
  g_free (values);
}

/* Putting in */

static void
put_into_lines (GtkTextView *view, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &at); /* what was selected stays */
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert (buffer, &at, words, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

/* One line: what would be a further line goes on after a blank. */
static void
put_into_line (GtkEditable *line, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  g_autofree char *one = g_strjoinv (" ", lines);
  int at = gtk_editable_get_position (line);

  gtk_editable_select_region (line, at, at);
  gtk_editable_insert_text (line, one, -1, &at);
  gtk_editable_set_position (line, at);
}

void
desk_phrase_put_in (GtkWidget *target, const char *words)
{
  if (GTK_IS_TEXT_VIEW (target))
    put_into_lines (GTK_TEXT_VIEW (target), words);
  else
    put_into_line (GTK_EDITABLE (target), words);
}

void
desk_phrase_go_back (GtkWidget *target)
{
  if (GTK_IS_TEXT (target))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (target));
  else
    gtk_widget_grab_focus (target);
}
