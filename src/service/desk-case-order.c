/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-picture.h"
#include "desk-changes.h"
#include "desk-mask.h"
#include "desk-complaint-order.h"
#include "desk-read-case.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-record.h"
#include "desk-string.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-paper.h"
#include "desk-work-order.h"

/* Work orders: cases put on paper in the store's language, a page each. */

#define MOST_ORDERS 200

/* What is to be known before the door is opened: care and standing instructions, in one paragraph. */
static char *
notice_of (const DeskText *text, const DeskCasePage *page)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < page->care_flags->len; i++)
    {
      const DeskCareFlag *flag = page->care_flags->pdata[i];

      g_ptr_array_add (parts, (gpointer) desk_text_enum (text, &desk_enum_care, flag->kind));
      if (!desk_string_is_empty (flag->note))
        g_ptr_array_add (parts, flag->note);
    }
  for (guint i = 0; i < page->instructions->len; i++)
    {
      char *words = desk_text_printable (((DeskInstruction *) page->instructions->pdata[i])->text, 0);

      g_ptr_array_add (owned, words);
      g_ptr_array_add (parts, words);
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return desk_text_join (text, (const char *const *) parts->pdata);
}

/* Both clocks in a line. */
static char *
clock_line (const DeskText *text, const DeskCasePage *page)
{
  g_autofree char *response = desk_text_time_whole (text, page->clock.response_due);
  g_autofree char *completion = desk_text_time_whole (text, page->clock.completion_due);

  if (page->clock.completion_due == 0)
    return g_strdup (desk_text_paper (text, DESK_PAPER_ORDER_NO_CLOCK));
  if (page->clock.response_due == 0)
    return desk_text_paper_fill (text, DESK_PAPER_ORDER_FINISH_BY, completion, NULL);
  return desk_text_paper_fill (text, DESK_PAPER_ORDER_BOTH, response, completion);
}

/* Where whoever asked is reached: the number they gave, else the first of theirs. Returns: (transfer full): whole, "" none. */
static gboolean
read_number (DeskTx *tx, const DeskCase *c, char **number, GError **error)
{
  DeskStmt *stmt;
  gboolean found = FALSE;

  *number = g_strdup (c->phone != NULL ? c->phone : "");
  if (!desk_string_is_empty (*number) || c->person_id == 0)
    return TRUE;
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_PERSON_ROW);
  desk_stmt_bind_int (stmt, "id", c->person_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (found)
    {
      g_free (*number);
      *number = g_strdup (desk_stmt_text (stmt, 3));
      desk_stmt_reset (stmt);
    }
  return TRUE;
}

/* Paper lies about: the number on it is masked, unless whoever prints may see it and the trail says that they did. */
static gboolean
read_caller (DeskTx *tx, const DeskOrdersInput *in, const DeskCasePage *page, char **caller, GError **error)
{
  g_autoptr (DeskRecord) c = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, page->service_case->record.id, error);
  const char *name = page->person_name != NULL ? page->person_name : page->service_case->caller;
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CASE_REVEALED);
  g_autofree char *number = NULL;
  g_autofree char *masked = NULL;
  gint64 row;
  gboolean revealed = FALSE;

  if (c == NULL || !read_number (tx, (DeskCase *) c, &number, error))
    return FALSE;
  desk_stmt_bind_int (stmt, "act_id", in->reveal_act);
  desk_stmt_bind_int (stmt, "staff_id", tx->actor->staff_id);
  desk_stmt_bind_int (stmt, "id", c->id);
  if (in->reveal_act != 0 && !desk_store_read_int (stmt, &row, &revealed, error))
    return FALSE;
  masked = desk_mask_phone (number);
  *caller = *number == '\0' ? g_strdup (name)
                            : g_strdup_printf ("%s  %s", name != NULL ? name : "", revealed ? number : masked);
  return TRUE;
}

/* Numbers that will stand whole on work orders, each with its row in the trail. */
gboolean
desk_body_reveal_orders (DeskTx *tx, const DeskOrdersInput *in, DeskSaved *out, GError **error)
{
  for (guint i = 0; i < in->ids->len; i++)
    {
      g_autoptr (GPtrArray) changes = desk_changes_new ();
      g_autoptr (DeskRecord) c = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, g_array_index (in->ids, gint64, i), error);
      g_autofree char *number = NULL;
      g_autofree char *masked = NULL;

      if (c == NULL || !desk_tx_check_scope (tx, c, error) || !read_number (tx, (DeskCase *) c, &number, error))
        return FALSE;
      if (*number == '\0')
        continue;
      masked = desk_mask_phone (number);
      desk_changes_add_text (changes, "revealed", NULL, masked);
      desk_tx_about (tx, c->kind, c->id);
      if (!desk_tx_note (tx, c, changes, error))
        return FALSE;
      out->id = c->id;
      out->version = c->version;
      out->count++;
    }
  return TRUE;
}

static char *
two (const char *group, const char *name)
{
  if (group == NULL || name == NULL)
    return g_strdup (name != NULL ? name : "");
  return g_strdup_printf ("%s › %s", group, name);
}

static void
add_order (DeskPaper *paper, const DeskText *text, const DeskCasePage *page, const char *caller, const char *printed)
{
  const DeskCase *c = page->service_case;
  const char *where = page->unit_label != NULL ? page->unit_label : page->place_name != NULL ? page->place_name : "";
  g_autofree char *title = desk_text_printable (c->title, 0);
  g_autofree char *what = g_strdup_printf ("%s  %s", where, title);
  g_autofree char *notice = notice_of (text, page);
  g_autofree char *clock = clock_line (text, page);
  g_autofree char *category = two (page->group, page->category);
  g_autofree char *opened = desk_text_time_whole (text, c->opened_at);
  g_autofree char *window = desk_text_window (text, c->appointment_from, c->appointment_to, page->now);
  g_autofree char *warranty = desk_text_warranty (text, &page->warranty);
  g_autofree char *hurried = c->hurried > 0 ? desk_text_number (c->hurried) : g_strdup ("");
  g_autoptr (GArray) waits = NULL;
  gboolean complaint = c->kind == DESK_CASE_COMPLAINT;
  DeskOrder order = {
    .title = desk_text_paper (text, complaint ? DESK_PAPER_ORDER_COMPLAINT : DESK_PAPER_ORDER_TITLE),
    .number = c->number, .printed = printed, .what = what,
    .detail = desk_string_is_empty (c->detail) || g_strcmp0 (c->detail, c->title) == 0 ? NULL : c->detail,
    .notice = notice, .clock = clock,
    .facts = {
      { desk_text_paper (text, complaint ? DESK_PAPER_ORDER_COMPLAINANT : DESK_PAPER_ORDER_CALLER), caller },
      { desk_text_paper (text, DESK_PAPER_ORDER_CATEGORY), category },
      { desk_text_paper (text, DESK_PAPER_ORDER_URGENCY), desk_text_enum (text, &desk_enum_urgency, c->urgency) },
      { desk_text_paper (text, complaint ? DESK_PAPER_ORDER_RESPONSIBLE : DESK_PAPER_ORDER_GIVEN_TO), page->assignee_name },
      { desk_text_paper (text, DESK_PAPER_ORDER_TAKEN_IN), opened },
      { desk_text_paper (text, DESK_PAPER_ORDER_BY), page->intake_name },
      { desk_text_paper (text, DESK_PAPER_ORDER_APPOINTMENT), window },
      { desk_text_paper (text, DESK_PAPER_ORDER_HURRIED), hurried },
      { desk_text_paper (text, DESK_PAPER_ORDER_WARRANTY), warranty },
    },
  };

  waits = desk_case_page_picture (page, text, &order.picture);
  order.has_picture = page->clock.completion_due != 0;
  if (page->complaint != NULL)
    desk_complaint_order_add (paper, &order, text, page);
  else
    desk_work_order_add (paper, &order);
}

static char *
community_of (DeskTx *tx)
{
  gint64 id;
  gboolean found;
  g_autoptr (DeskRecord) community = NULL;

  if (!desk_store_read_int (desk_db_get (desk_tx_db (tx), DESK_SQL_COMMUNITY_FIRST), &id, &found, NULL) || !found)
    return g_strdup ("");
  community = desk_tx_get (tx, DESK_KIND_COMMUNITY, id, NULL);
  return g_strdup (community != NULL ? ((DeskCommunity *) community)->name : "");
}

static gboolean
add_orders (DeskTx *tx, const DeskOrdersInput *in, const DeskText *text, DeskPaper *paper, GError **error)
{
  g_autofree char *now = desk_text_time_whole (text, tx->now);
  g_autofree char *printed = desk_text_paper_fill (text, DESK_PAPER_ORDER_PRINTED, now, desk_text_staff_name (text, tx->actor->name));

  for (guint i = 0; i < in->ids->len; i++)
    {
      DeskGetInput get = { .kind = DESK_KIND_SERVICE_CASE, .id = g_array_index (in->ids, gint64, i) };
      DeskCasePage page = { 0 };
      g_autofree char *caller = NULL;
      gboolean read = desk_body_get_case_page (tx, &get, &page, error) && read_caller (tx, in, &page, &caller, error);

      if (read)
        add_order (paper, text, &page, caller, printed);
      desk_case_page_clear (&page);
      if (!read)
        return FALSE;
      if (in->progress != NULL && desk_progress_stopped (in->progress, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_number (guint n, GError **error)
{
  g_autofree char *asked = g_strdup_printf ("%u", n), *most = g_strdup_printf ("%d", MOST_ORDERS);

  if (n == 0)
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "case_id", NULL);
  else
    desk_error_set (error, DESK_ERROR_LIMIT, DESK_PROBLEM_TOO_MANY, "case_id", asked, most, NULL);
  return FALSE;
}

/* Whoever asked draws, prints or writes the paper. */
gboolean
desk_body_print_orders (DeskTx *tx, const DeskOrdersInput *in, DeskListSheet *out, GError **error)
{
  g_autoptr (DeskText) text = NULL;
  g_autoptr (DeskPaper) paper = NULL;
  g_autofree char *language = NULL;
  g_autofree char *community = NULL;

  if (in->ids->len == 0 || in->ids->len > MOST_ORDERS)
    return refuse_number (in->ids->len, error);
  language = in->language != NULL ? g_strdup (in->language) : desk_service_get_setting (tx->service, desk_setting_name (DESK_SETTING_LANGUAGE), error);
  if (language == NULL)
    return FALSE;
  text = desk_text_new (language, desk_service_zone (tx->service));
  community = community_of (tx);
  paper = desk_work_order_new (text, community);
  if (!add_orders (tx, in, text, paper, error))
    return FALSE;
  out->count = in->ids->len;
  out->paper = g_steal_pointer (&paper);
  return TRUE;
}
