/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-sheet-private.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-outage-bar.h"
#include "desk-string.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

#define MOST_CASES 4

/* What is known of the unit, the caller and the fault, beside what is being typed. */

static GtkWidget *
add_label (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
again_clicked (DeskQuickSheet *self)
{
  desk_quick_sheet_save (self, DESK_TARGET_AGAIN, FALSE);
}

/* The same fault before: whoever calls about it again gets no second case. */
static void
add_same (DeskQuickSheet *self)
{
  const DeskCaseBrief *brief = self->result->same->pdata[0];
  gint64 now = desk_engine_now (self->engine);
  gboolean open = (DESK_CASE_BIT (brief->state) & DESK_CASE_OPEN_BITS) != 0;
  gint64 days = MAX (0, (now - (brief->done_at != 0 ? brief->done_at : brief->opened_at)) / 86400);
  g_autofree char *n = desk_text_number (days);
  g_autofree char *fact = days == 0 ? g_strdup (_("The same fault today"))
                                    : desk_text_fill (ngettext ("The same fault %1 day ago", "The same fault %1 days ago", (gulong) days),
                                                      (const char *[]){ n, NULL });
  g_autofree char *advice = g_strdup_printf ("%s %s\n%s", brief->number, brief->title,
                                             desk_text_enum (self->text, &desk_enum_case_state, brief->state));
  GtkWidget *notice = desk_notice_new ("soon", "dialog-warning-symbolic", fact, NULL);
  GtkWidget *words = gtk_widget_get_next_sibling (gtk_widget_get_first_child (notice));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *again;

  g_object_ref (words);
  gtk_box_remove (GTK_BOX (notice), words);
  gtk_box_append (GTK_BOX (box), words);
  g_object_unref (words);
  add_label (box, advice, "dim");
  again = desk_button_new (NULL, open ? _("Hurry It, No New One") : _("Reopen It, No New One"), "Alt+R");
  gtk_widget_set_halign (again, GTK_ALIGN_START);
  g_signal_connect_swapped (again, "clicked", G_CALLBACK (again_clicked), self);
  gtk_box_append (GTK_BOX (box), again);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_insert_child_after (GTK_BOX (notice), box, gtk_widget_get_first_child (notice));
  gtk_box_append (GTK_BOX (self->side), notice);
}

static void
attach_clicked (DeskQuickSheet *self)
{
  desk_quick_sheet_save (self, DESK_TARGET_OUTAGE, FALSE);
}

/* The unit is out: what is read out, and the one key that hangs the caller on it without a case. */
static void
add_outages (DeskQuickSheet *self)
{
  const GPtrArray *outages = self->result->outages;
  GtkWidget *attach;

  for (guint i = 0; i < outages->len; i++)
    gtk_box_append (GTK_BOX (self->side),
                    desk_outage_notice_new (self->text, outages->pdata[i], desk_engine_now (self->engine), TRUE));
  if (outages->len == 0)
    return;
  attach = desk_button_new (NULL, _("Attach, No Case"), "Ctrl+J");
  gtk_widget_set_halign (attach, GTK_ALIGN_START);
  g_signal_connect_swapped (attach, "clicked", G_CALLBACK (attach_clicked), self);
  gtk_box_append (GTK_BOX (self->side), attach);
}

/* What to ask, by the category. */
static void
add_script (DeskQuickSheet *self)
{
  if (desk_string_is_empty (self->result->script) || !desk_quick_sheet_is_case (self))
    return;
  add_label (self->side, _("Ask"), "section");
  add_label (self->side, self->result->script, "body-text");
}

static void
add_people (DeskQuickSheet *self)
{
  for (guint i = 0; i < self->result->occupants->len; i++)
    {
      const DeskOccupant *occupant = self->result->occupants->pdata[i];
      const GPtrArray *phones = occupant->card->phones;
      g_autofree char *words = NULL;

      if (!occupant->current)
        continue;
      words = g_strdup_printf ("%s  %s  %s", occupant->card->person->name,
                               desk_text_enum (self->text, &desk_enum_role, occupant->occupancy->role),
                               phones->len > 0 ? ((DeskNumber *) phones->pdata[0])->masked : "");
      add_label (self->side, words, "body-text");
    }
}

static void
add_flags (DeskQuickSheet *self)
{
  for (guint i = 0; i < self->result->care_flags->len; i++)
    {
      const DeskCareFlag *flag = self->result->care_flags->pdata[i];
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *mark;
      const char *kind = desk_text_enum (self->text, &desk_enum_care, flag->kind);

      mark = gtk_label_new (desk_text_care_flag (self->text, flag->kind));
      gtk_widget_add_css_class (mark, "flag");
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (mark, kind);
      gtk_box_append (GTK_BOX (row), mark);
      add_label (row, !desk_string_is_empty (flag->note) ? flag->note : kind, "body-text");
      gtk_box_append (GTK_BOX (self->side), row);
    }
}

static void
add_instructions (DeskQuickSheet *self)
{
  DeskDay today = desk_engine_today (self->engine);

  for (guint i = 0; i < self->result->instructions->len; i++)
    {
      const DeskInstruction *instruction = self->result->instructions->pdata[i];

      if (instruction->to_day == 0 || instruction->to_day > today)
        add_label (self->side, instruction->text, "soon");
    }
}

static void
add_cases (DeskQuickSheet *self)
{
  for (guint i = 0; i < self->result->cases->len && i < MOST_CASES; i++)
    {
      const DeskCaseBrief *brief = self->result->cases->pdata[i];
      g_autofree char *words = g_strdup_printf ("%s  %s  %s", brief->number, brief->title,
                                                desk_text_enum (self->text, &desk_enum_case_state, brief->state));

      add_label (self->side, words, "body-text");
    }
}

static void
add_visits (DeskQuickSheet *self)
{
  gint64 now = desk_engine_now (self->engine);

  for (guint i = 0; i < self->result->visits->len; i++)
    {
      const DeskVisit *visit = self->result->visits->pdata[i];
      g_autofree char *when = desk_text_time (self->text, visit->at, now);
      g_autofree char *about = desk_text_printable (visit->about != NULL ? visit->about : "", 40);
      g_autofree char *words = g_strdup_printf ("%s %s  %s", when,
                                                desk_text_enum (self->text, &desk_enum_channel, visit->channel), about);

      add_label (self->side, words, "caption");
    }
}

/* Shows everything about what the line means. */
void
desk_quick_side_fill (DeskQuickSheet *self)
{
  const DeskLineResult *result = self->result;
  GtkWidget *child;
  gboolean known;

  while ((child = gtk_widget_get_first_child (self->side)) != NULL)
    gtk_box_remove (GTK_BOX (self->side), child);
  if (result == NULL)
    return;
  add_outages (self);
  if (result->same->len > 0 && desk_quick_sheet_is_case (self))
    add_same (self);
  add_script (self);
  known = result->entry->unit_id != 0 || result->entry->person_id != 0;
  if (!known && result->visits->len == 0)
    {
      add_label (self->side, _("Nothing is known yet: type a unit, a name or a phone."), "dim");
      return;
    }
  add_label (self->side, result->entry->unit_id != 0 ? _("This Household") : _("This Caller"), "section");
  add_instructions (self);
  add_flags (self);
  add_people (self);
  if (result->cases->len > 0)
    add_label (self->side, _("Open"), "section");
  add_cases (self);
  if (result->visits->len > 0)
    add_label (self->side, _("Last Visits"), "section");
  add_visits (self);
}
