/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint-order.h"

#include "desk-string.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-paper.h"

/* The complaint form: what a work order has, and stages, finding, cause and remedy in place of parts and labour. */

/* A line for each stage: when and by whom it was signed and what they wrote; else until when. */
static char *
stage_lines (const DeskText *text, const DeskCasePage *page)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < page->stages->len; i++)
    {
      const DeskStageLine *line = page->stages->pdata[i];
      const DeskComplaintStage *stage = line->stage;
      g_autofree char *at = stage->signed_at != 0 ? desk_text_time_whole (text, stage->signed_at)
                            : line->due_at != 0   ? desk_text_time_whole (text, line->due_at)
                                                  : g_strdup ("");
      /* The answer has a page of its own. */
      g_autofree char *words = desk_text_printable (stage->stage == DESK_STAGE_ANSWER ? "" : stage->text, 120);

      g_string_append_printf (lines, "%s%s %s  %s  %s  %s", i > 0 ? "\n" : "", stage->signed_at != 0 ? "✓" : "□",
                              desk_text_enum (text, &desk_enum_stage, stage->stage), at,
                              line->staff_name != NULL ? desk_text_staff_name (text, line->staff_name) : "", words);
    }
  return g_string_free (lines, FALSE);
}

static void
add_letter (DeskPaper *paper, const DeskOrder *base, const DeskText *text, const DeskCasePage *page)
{
  DeskOrder letter = { .kind = DESK_ORDER_LETTER, .title = desk_text_paper (text, DESK_PAPER_ORDER_LETTER),
                       .number = base->number, .printed = base->printed, .what = base->what,
                       .letter = page->complaint->letter };
  g_autofree char *signed_by = NULL;

  for (guint i = 0; i < page->stages->len; i++)
    {
      const DeskStageLine *line = page->stages->pdata[i];
      g_autofree char *at = NULL;

      if (line->stage->stage != DESK_STAGE_ANSWER || line->stage->signed_at == 0 || line->staff_name == NULL)
        continue;
      at = desk_text_time_whole (text, line->stage->signed_at);
      g_free (signed_by);
      signed_by = g_strdup_printf ("%s  %s", desk_text_staff_name (text, line->staff_name), at);
    }
  letter.signed_by = signed_by;
  desk_work_order_add (paper, &letter);
}

void
desk_complaint_order_add (DeskPaper *paper, const DeskOrder *base, const DeskText *text, const DeskCasePage *page)
{
  const DeskCase *c = page->service_case;
  const DeskComplaint *complaint = page->complaint;
  g_autofree char *stages = stage_lines (text, page);
  g_autofree char *goodwill = complaint->goodwill != 0 ? desk_text_money (complaint->goodwill) : g_strdup ("");
  DeskOrder order = *base;
  const DeskOrderFact own[] = {
    { desk_text_field (text, DESK_KIND_SERVICE_CASE, "severity"), desk_text_enum (text, &desk_enum_severity, c->severity) },
    { desk_text_field (text, DESK_KIND_COMPLAINT, "department"), complaint->department },
    { desk_text_field (text, DESK_KIND_COMPLAINT, "finding"), desk_text_enum (text, &desk_enum_finding, complaint->finding) },
    { desk_text_field (text, DESK_KIND_COMPLAINT, "goodwill"), goodwill },
    { desk_text_field (text, DESK_KIND_SERVICE_CASE, "answer"), desk_text_enum (text, &desk_enum_answer, c->answer) },
  };
  guint n = 0;

  /* What a repair has and a complaint has not makes room. */
  for (guint i = 0; i < DESK_ORDER_FACTS; i++)
    {
      const char *words = order.facts[i].words;
      gboolean repair = g_strcmp0 (order.facts[i].name, desk_text_paper (text, DESK_PAPER_ORDER_URGENCY)) == 0
                        || g_strcmp0 (order.facts[i].name, desk_text_paper (text, DESK_PAPER_ORDER_WARRANTY)) == 0;

      if (!repair && !desk_string_is_empty (words))
        order.facts[n++] = order.facts[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (own) && n < DESK_ORDER_FACTS; i++)
    order.facts[n++] = own[i];
  for (; n < DESK_ORDER_FACTS; n++)
    order.facts[n] = (DeskOrderFact){ NULL, NULL };
  order.kind = DESK_ORDER_COMPLAINT;
  order.sections[0] = (DeskOrderFact){ desk_text_paper (text, DESK_PAPER_ORDER_STAGES), stages };
  order.sections[1] = (DeskOrderFact){ desk_text_field (text, DESK_KIND_COMPLAINT, "cause"), complaint->cause };
  order.sections[2] = (DeskOrderFact){ desk_text_field (text, DESK_KIND_COMPLAINT, "remedy"), complaint->remedy };
  order.sections[3] = (DeskOrderFact){ desk_text_paper (text, DESK_PAPER_ORDER_RESULT), c->result };
  desk_work_order_add (paper, &order);
  if (!desk_string_is_empty (complaint->letter))
    add_letter (paper, base, text, page);
}
