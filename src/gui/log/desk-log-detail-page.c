/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-log-detail-private.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-attachment-section.h"
#include "desk-compose.h"
#include "desk-facts.h"
#include "desk-log-words.h"
#include "desk-notice.h"
#include "desk-pane-registry.h"
#include "desk-rule-case.h"
#include "desk-string.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-outage.h"
#include "desk-window.h"

/* What an entry can become, in the order of the keys; what is built later joins here. */
static const struct
{
  DeskLogAct act;
  const char *icon;
  const char *words;
  const char *key;
  DeskRight right;
} targets[] = {
  { DESK_LOG_ACT_REPAIR, "desk-wrench-symbolic", NC_ ("becomes", "Repair"), "R", DESK_RIGHT_CASE_OPEN },
  { DESK_LOG_ACT_COMPLAINT, "chat-message-new-symbolic", NC_ ("becomes", "Complaint"), "C", DESK_RIGHT_CASE_OPEN },
  { DESK_LOG_ACT_FOLLOW_UP, "alarm-symbolic", NC_ ("becomes", "Follow-up"), "F", DESK_RIGHT_FOLLOW_UP_EDIT },
  { DESK_LOG_ACT_MEMO, "document-edit-symbolic", NC_ ("becomes", "Message"), "M", DESK_RIGHT_MESSAGE_SEND },
};

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
label_new (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What a button does is written on it. */
static void
act_clicked (GtkButton *button, DeskLogDetail *self)
{
  desk_log_detail_act (self, (DeskLogAct) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-act")));
}

static void
wire (DeskLogDetail *self, GtkWidget *button, DeskLogAct act)
{
  g_object_set_data (G_OBJECT (button), "desk-act", GINT_TO_POINTER (act));
  g_signal_connect (button, "clicked", G_CALLBACK (act_clicked), self);
}

/* Returns: (transfer full): the summary as it is being written. */
char *
desk_log_detail_get_summary (DeskLogDetail *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->summary));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Puts @words there. */
void
desk_log_detail_set_summary (DeskLogDetail *self, const char *words)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->summary)), words, -1);
}

/* Head */

static void
fill_head (DeskLogDetail *self)
{
  const DeskVisitPage *page = self->shown;
  const DeskVisit *visit = page->visit;
  g_autofree char *who = desk_log_who (self->text, page);
  gint64 state = desk_visit_state (visit->closed_at, visit->handing);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), desk_log_channel_icon (visit->channel));
  gtk_widget_set_tooltip_text (self->icon, desk_text_enum (self->text, &desk_enum_channel, visit->channel));
  gtk_label_set_text (GTK_LABEL (self->who), who);
  clear (self->pills);
  gtk_box_append (GTK_BOX (self->pills), desk_pill_new (desk_text_enum (self->text, &desk_enum_visit_kind, visit->kind), NULL));
  if (visit->person_id == 0)
    gtk_box_append (GTK_BOX (self->pills), desk_pill_new (_("Not in the register"), "soon"));
  gtk_box_append (GTK_BOX (self->pills),
                  desk_pill_new (desk_text_enum (self->text, &desk_enum_visit_state, state),
                                 state == DESK_VISIT_CLOSED ? "ok" : state == DESK_VISIT_OPEN ? NULL : "info"));
  gtk_label_set_text (GTK_LABEL (self->what), visit->about != NULL ? visit->about : "");
  gtk_widget_set_visible (self->what, !desk_string_is_empty (visit->about));
}

static void
add_due (DeskLogDetail *self, const char *name, gint64 due)
{
  g_autofree char *when = due != 0 ? desk_text_time (self->text, due, self->shown->now) : NULL;

  desk_facts_add (self->facts, name, when);
}

static void
fill_facts (DeskLogDetail *self)
{
  const DeskVisitPage *page = self->shown;
  const DeskVisit *visit = page->visit;
  g_autofree char *when = desk_text_time (self->text, visit->at, page->now);
  const char *phone = page->person_name != NULL || !desk_string_is_empty (visit->caller) ? visit->phone : NULL;

  desk_facts_clear (self->facts);
  desk_facts_add (self->facts, desk_text_column (self->text, DESK_LIST_VISITS, DESK_VISIT_COLUMN_UNIT),
                  page->unit_label != NULL ? page->unit_label : page->place_name);
  desk_facts_add (self->facts, desk_text_field (self->text, DESK_KIND_VISIT, "phone"), phone);
  desk_facts_add (self->facts, desk_text_field (self->text, DESK_KIND_VISIT, "at"), when);
  add_due (self, desk_text_field (self->text, DESK_KIND_SERVICE_CASE, "response_due"), page->response_due);
  add_due (self, desk_text_field (self->text, DESK_KIND_SERVICE_CASE, "completion_due"), page->finish_due);
  desk_facts_add (self->facts, desk_text_column (self->text, DESK_LIST_VISITS, DESK_VISIT_COLUMN_STAFF),
                  page->staff_name != NULL ? desk_text_staff_name (self->text, page->staff_name) : NULL);
  desk_facts_add (self->facts, desk_text_field (self->text, DESK_KIND_VISIT, "owner_id"),
                  page->owner_name != NULL ? desk_text_staff_name (self->text, page->owner_name) : NULL);
  desk_facts_add (self->facts, desk_text_field (self->text, DESK_KIND_VISIT, "praised_id"), page->praised_name);
}

/* Handed to whoever is at the desk, or on its way to a colleague, or come back with a reason. */
static void
fill_notices (DeskLogDetail *self)
{
  const DeskVisitPage *page = self->shown;
  const DeskVisit *visit = page->visit;
  const char *reason = !desk_string_is_empty (visit->handing_reason) ? visit->handing_reason : NULL;
  GtkWidget *notice, *button, *buttons;

  clear (self->notices);
  if (visit->closed_at != 0)
    return;
  if (page->offered)
    {
      notice = desk_notice_new ("soon", "system-users-symbolic", _("Handed to you"), reason);
      gtk_box_append (GTK_BOX (self->notices), notice);
      buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      button = desk_button_new (NULL, _("Accept"), "Y");
      wire (self, button, DESK_LOG_ACT_ACCEPT);
      gtk_box_append (GTK_BOX (buttons), button);
      button = desk_button_new (NULL, _("Return…"), "N");
      wire (self, button, DESK_LOG_ACT_RETURN);
      gtk_box_append (GTK_BOX (buttons), button);
      gtk_box_append (GTK_BOX (self->notices), buttons);
    }
  else if (visit->handing == DESK_HANDING_OFFERED && page->offered_name != NULL)
    {
      g_autofree char *words = desk_text_fill (_("Handed to %1, not accepted yet"),
                                               (const char *[]){ desk_text_staff_name (self->text, page->offered_name), NULL });

      gtk_box_append (GTK_BOX (self->notices), desk_notice_new ("info", "system-users-symbolic", words, reason));
    }
  else if (visit->handing == DESK_HANDING_RETURNED)
    gtk_box_append (GTK_BOX (self->notices), desk_notice_new ("soon", "system-users-symbolic", _("Came back"), reason));
}

/* What it became */

static void
open_clicked (GtkButton *button, DeskLogDetail *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "desk-id");
  DeskKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-kind"));

  desk_window_open_record (desk_window_of (GTK_WIDGET (self)), kind, *id);
}

static GtkWidget *
link_new (DeskLogDetail *self, DeskKind kind, gint64 id, const char *words)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-number");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "desk-kind", GINT_TO_POINTER (kind));
  g_object_set_data_full (G_OBJECT (button), "desk-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_clicked), self);
  return button;
}

static void
add_case (DeskLogDetail *self, const DeskCaseBrief *brief)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), desk_pane_registry_find_kind (DESK_KIND_SERVICE_CASE) != NULL
                                     ? link_new (self, DESK_KIND_SERVICE_CASE, brief->id, brief->number)
                                     : label_new (brief->number, "accent"));
  gtk_box_append (GTK_BOX (row), label_new (desk_text_enum (self->text, &desk_enum_case_state, brief->state), "dim"));
  gtk_box_append (GTK_BOX (self->linked), row);
  gtk_box_append (GTK_BOX (self->linked), label_new (brief->title, "caption"));
}

static void
add_memo (DeskLogDetail *self, const DeskMemoCard *card)
{
  const DeskMemo *memo = card->memo;
  gint64 now = self->shown->now;
  g_autofree char *call = memo->call_at != 0 ? desk_text_time (self->text, memo->call_at, now) : NULL;
  g_autofree char *delivered = memo->delivered_at != 0 ? desk_text_time (self->text, memo->delivered_at, now) : NULL;
  g_autofree char *answered = memo->answered_at != 0 ? desk_text_time (self->text, memo->answered_at, now) : NULL;
  g_autofree char *result = answered != NULL ? g_strdup_printf ("%s %s", answered, memo->answer) : NULL;
  GtkWidget *facts = desk_facts_new (), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button;

  desk_facts_add (facts, _("Message for"), desk_text_staff_name (self->text, card->to_name != NULL ? card->to_name : ""));
  desk_facts_add (facts, desk_text_field (self->text, DESK_KIND_MEMO, "call_at"), call);
  desk_facts_add (facts, desk_text_field (self->text, DESK_KIND_MEMO, "read_back"),
                  memo->read_back != 0 ? C_("read back", "Done") : C_("read back", "Not yet"));
  desk_facts_add (facts, desk_text_field (self->text, DESK_KIND_MEMO, "delivered_at"), delivered);
  desk_facts_add (facts, desk_text_field (self->text, DESK_KIND_MEMO, "answer"), result);
  gtk_box_append (GTK_BOX (self->linked), facts);
  if (memo->delivered_at == 0)
    {
      button = desk_button_new (NULL, _("Delivered"), "D");
      wire (self, button, DESK_LOG_ACT_DELIVER);
      gtk_box_append (GTK_BOX (buttons), button);
    }
  if (memo->answered_at == 0)
    {
      button = desk_button_new (NULL, _("Answered…"), "A");
      wire (self, button, DESK_LOG_ACT_ANSWER);
      gtk_box_append (GTK_BOX (buttons), button);
    }
  gtk_box_append (GTK_BOX (self->linked), buttons);
}

static void
add_follow_up (DeskLogDetail *self, const DeskFollowUp *follow_up)
{
  gboolean done = follow_up->state == DESK_FOLLOW_UP_DONE;
  g_autofree char *when = desk_text_time (self->text, done ? follow_up->done_at : follow_up->due_at, self->shown->now);
  g_autofree char *words = g_strdup_printf ("%s %s", desk_text_kind (self->text, DESK_KIND_FOLLOW_UP), when);

  if (done)
    gtk_box_append (GTK_BOX (self->linked), label_new (words, "done"));
  else
    gtk_box_append (GTK_BOX (self->linked), link_new (self, DESK_KIND_FOLLOW_UP, follow_up->record.id, words));
  if (!desk_string_is_empty (follow_up->note))
    gtk_box_append (GTK_BOX (self->linked), label_new (follow_up->note, "caption"));
}

static void
add_outage (DeskLogDetail *self, const DeskOutage *outage)
{
  g_autofree char *words = desk_text_outage (self->text, outage, self->shown->now);

  gtk_box_append (GTK_BOX (self->linked), link_new (self, DESK_KIND_OUTAGE, outage->record.id, words));
}

static void
fill_linked (DeskLogDetail *self)
{
  const DeskVisitPage *page = self->shown;

  clear (self->linked);
  gtk_widget_set_visible (self->linked, page->cases->len + page->memos->len + page->follow_ups->len + page->outages->len > 0);
  gtk_box_append (GTK_BOX (self->linked), label_new (desk_text_column (self->text, DESK_LIST_VISITS, DESK_VISIT_COLUMN_BECAME), "section"));
  for (guint i = 0; i < page->outages->len; i++)
    add_outage (self, page->outages->pdata[i]);
  for (guint i = 0; i < page->cases->len; i++)
    add_case (self, page->cases->pdata[i]);
  for (guint i = 0; i < page->memos->len; i++)
    add_memo (self, page->memos->pdata[i]);
  for (guint i = 0; i < page->follow_ups->len; i++)
    add_follow_up (self, page->follow_ups->pdata[i]);
}

static void
fill_end (DeskLogDetail *self)
{
  const DeskVisit *visit = self->shown->visit;
  gboolean open = visit->closed_at == 0;

  gtk_widget_set_visible (gtk_widget_get_parent (self->summary), open);
  gtk_widget_set_visible (self->closed, !open);
  gtk_widget_set_visible (self->close, open);
  gtk_widget_set_visible (self->hint, open);
  gtk_label_set_text (GTK_LABEL (self->closed), visit->summary != NULL ? visit->summary : "");
}

/* Shows the entry that was read, or that there is none. */
void
desk_log_detail_fill (DeskLogDetail *self)
{
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->shown != NULL ? self->page : self->empty);
  if (self->shown == NULL)
    return;
  fill_head (self);
  fill_facts (self);
  fill_notices (self);
  fill_linked (self);
  desk_attachment_section_show (DESK_ATTACHMENT_SECTION (self->files), DESK_KIND_VISIT, self->shown->visit->record.id);
  fill_end (self);
}

/* Building */

static void
build_targets (DeskLogDetail *self, GtkWidget *body)
{
  gtk_box_append (GTK_BOX (body), label_new (_("Make of It"), "section"));
  self->targets = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      GtkWidget *button = desk_button_new (targets[i].icon, g_dpgettext2 (NULL, "becomes", targets[i].words), targets[i].key);
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (box, GTK_ALIGN_FILL);
      gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_prev_sibling (gtk_widget_get_last_child (box))), 0);
      gtk_widget_set_hexpand (gtk_widget_get_prev_sibling (gtk_widget_get_last_child (box)), TRUE);
      desk_allow_widget (button, self->engine, self->text, targets[i].right);
      wire (self, button, targets[i].act);
      gtk_box_append (GTK_BOX (self->targets), button);
    }
  gtk_box_append (GTK_BOX (body), self->targets);
}

static void
summary_changed (GtkTextBuffer *buffer, DeskLogDetail *self)
{
  gtk_widget_remove_css_class (gtk_widget_get_parent (self->summary), "error");
  if (self->keeper != NULL)
    desk_draft_keeper_touch (self->keeper);
}

/* A text view makes a line of every Enter. */
static gboolean
summary_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskLogDetail *self)
{
  if ((state & GDK_CONTROL_MASK) == 0 || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || desk_compose_is_under_way (self->summary))
    return GDK_EVENT_PROPAGATE;
  desk_log_detail_save (self);
  return GDK_EVENT_STOP;
}

static void
build_summary (DeskLogDetail *self, GtkWidget *body)
{
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *name = desk_text_field (self->text, DESK_KIND_VISIT, "summary");

  gtk_box_append (GTK_BOX (body), label_new (name, "section"));
  self->summary = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->summary), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->summary), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->summary), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->summary), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->summary), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->summary), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->summary)), "changed", G_CALLBACK (summary_changed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (summary_pressed), self);
  gtk_widget_add_controller (self->summary, keys);
  gtk_widget_add_css_class (frame, "lines");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 56);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), self->summary);
  gtk_box_append (GTK_BOX (body), frame);
  self->closed = label_new (NULL, NULL);
  gtk_box_append (GTK_BOX (body), self->closed);
}

static void
build_foot (DeskLogDetail *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button;

  gtk_widget_add_css_class (foot, "form-foot");
  button = desk_button_new (NULL, _("Hand On…"), "T");
  wire (self, button, DESK_LOG_ACT_HAND);
  gtk_box_append (GTK_BOX (foot), button);
  button = desk_button_new (NULL, _("Edit…"), "E");
  wire (self, button, DESK_LOG_ACT_EDIT);
  gtk_box_append (GTK_BOX (foot), button);
  gtk_box_append (GTK_BOX (self->page), foot);
  foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (foot, "form-foot");
  self->hint = label_new (_("Nothing closes without its summary."), "caption");
  gtk_widget_set_hexpand (self->hint, TRUE);
  gtk_box_append (GTK_BOX (foot), self->hint);
  self->close = desk_button_new ("object-select-symbolic", C_("log entry", "Close"), "Ctrl+Enter");
  gtk_widget_set_valign (self->close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->close, "suggested-action");
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (desk_log_detail_save), self);
  gtk_box_append (GTK_BOX (foot), self->close);
  gtk_box_append (GTK_BOX (self->page), foot);
}

void
desk_log_detail_build (DeskLogDetail *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scrolled = gtk_scrolled_window_new ();

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (head, "page-head");
  self->icon = gtk_image_new ();
  self->who = label_new (NULL, "desk-title");
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), self->who);
  gtk_box_append (GTK_BOX (head), line);
  self->pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (head), self->pills);
  gtk_box_append (GTK_BOX (self->page), head);
  gtk_widget_add_css_class (body, "page-body");
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->what = label_new (NULL, NULL);
  gtk_label_set_selectable (GTK_LABEL (self->what), TRUE);
  gtk_widget_set_can_focus (self->what, FALSE);
  self->facts = desk_facts_new ();
  self->linked = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (body), self->notices);
  gtk_box_append (GTK_BOX (body), self->what);
  gtk_box_append (GTK_BOX (body), self->facts);
  gtk_box_append (GTK_BOX (body), self->linked);
  build_targets (self, body);
  build_summary (self, body);
  self->files = desk_attachment_section_new (self->engine, self->text);
  gtk_box_append (GTK_BOX (body), self->files);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), body);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->page), scrolled);
  build_foot (self);
  self->stack = gtk_stack_new ();
  self->empty = desk_empty_new ("document-edit-symbolic", NULL, _("Choose an entry."));
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->page);
  gtk_widget_set_size_request (self->stack, 280, -1);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
