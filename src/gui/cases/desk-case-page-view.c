/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-page-private.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-attachment-section.h"
#include "desk-cancelled.h"
#include "desk-case-course-view.h"
#include "desk-case-picture-view.h"
#include "desk-cost-section.h"
#include "desk-facts.h"
#include "desk-phrase-sheet.h"
#include "desk-id.h"
#include "desk-kind-set.h"
#include "desk-notice.h"
#include "desk-stage-view.h"
#include "desk-string.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

enum
{
  DEED,
  OTHER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskCasePageView, desk_case_page_view, DESK_TYPE_RECORD_PAGE)

/* For the head: somebody wants that done. */
void
desk_case_page_view_do (DeskCasePageView *self, const DeskCaseDeed *deed)
{
  g_signal_emit (self, signals[DEED], 0, deed);
}

/* Facts */

static char *
pair (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (second != NULL ? second : "");
  return g_strdup_printf ("%s › %s", first, second);
}

static char *
charge_words (DeskText *text, const DeskCaseQuote *quote)
{
  g_autofree char *amount = NULL;

  if (quote == NULL)
    return g_strdup ("");
  amount = desk_text_money (quote->amount);
  return desk_text_fill (C_("charge, amount and state", "%1, %2"),
                         (const char *[]){ amount, desk_text_enum (text, &desk_enum_quote_state, quote->state), NULL });
}

/* What was found of a complaint, and how they liked it. */
static void
fill_finding (DeskCasePageView *self)
{
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  const DeskComplaint *complaint = self->page->complaint;
  g_autofree char *goodwill = complaint->goodwill != 0 ? desk_text_money (complaint->goodwill) : g_strdup ("");

  desk_facts_add (self->right, desk_text_field (text, DESK_KIND_COMPLAINT, "department"), complaint->department);
  desk_facts_add (self->right, desk_text_field (text, DESK_KIND_COMPLAINT, "finding"),
                  desk_text_enum (text, &desk_enum_finding, complaint->finding));
  desk_facts_add (self->right, C_("case", "Goodwill"), goodwill);
  desk_facts_add (self->right, C_("case", "Satisfaction"),
                  desk_text_enum (text, &desk_enum_answer, self->page->service_case->answer));
  desk_facts_add (self->found, desk_text_field (text, DESK_KIND_COMPLAINT, "cause"), complaint->cause);
  desk_facts_add (self->found, desk_text_field (text, DESK_KIND_COMPLAINT, "remedy"), complaint->remedy);
  desk_facts_add (self->found, desk_text_field (text, DESK_KIND_COMPLAINT, "letter"), complaint->letter);
  gtk_widget_set_visible (self->found, gtk_widget_get_first_child (self->found) != NULL);
}

static void
fill_facts (DeskCasePageView *self)
{
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  const DeskCasePage *page = self->page;
  const DeskCase *c = page->service_case;
  g_autofree char *category = pair (page->group, page->category);
  g_autofree char *window = desk_text_window (text, c->appointment_from, c->appointment_to, page->now);
  g_autofree char *opened = desk_text_time (text, c->opened_at, page->now);
  g_autofree char *taken
      = page->intake_name != NULL
            ? desk_text_fill (C_("taken in, when and by whom", "%1, %2"),
                              (const char *[]){ opened, desk_text_staff_name (text, page->intake_name), NULL })
            : g_strdup (opened);
  g_autofree char *warranty = desk_string_is_empty (c->warranty_denied)
                                  ? desk_text_warranty (text, &page->warranty)
                                  : desk_text_fill (_("Not covered: %1"), (const char *[]){ c->warranty_denied, NULL });
  g_autofree char *charge = charge_words (text, page->quote);
  g_autofree char *until = c->wait_until != 0 ? desk_text_time (text, c->wait_until, page->now) : g_strdup ("");

  desk_facts_clear (self->left);
  desk_facts_clear (self->right);
  desk_facts_clear (self->found);
  gtk_widget_set_visible (self->found, FALSE);
  desk_facts_add (self->left, _("Category"), *category != '\0' ? category : C_("category", "none yet"));
  desk_facts_add (self->left, C_("case", "Responsible"),
                  page->assignee_name != NULL ? desk_text_staff_name (text, page->assignee_name)
                  : !desk_string_is_empty (c->queue) ? c->queue : C_("responsible", "nobody yet"));
  desk_facts_add (self->left, C_("case", "Visit"), window);
  desk_facts_add (self->left, C_("case", "Back at"), until);
  desk_facts_add (self->right, C_("case", "Taken in"), taken);
  if (c->kind == DESK_CASE_REPAIR)
    {
      desk_facts_add (self->right, C_("case", "Warranty"), warranty);
      desk_facts_add (self->right, C_("case", "Charge"), charge);
    }
  desk_facts_add (self->right, C_("case", "Number elsewhere"), c->external_no);
  desk_facts_add (self->left, C_("case", "Result"), c->result);
  if (page->complaint != NULL)
    fill_finding (self);
}

/* What they said, where it says more than the title. */
static void
fill_detail (DeskCasePageView *self)
{
  const DeskCase *c = self->page->service_case;
  gboolean more = !desk_string_is_empty (c->detail) && g_strcmp0 (c->detail, c->title) != 0;

  gtk_label_set_text (GTK_LABEL (self->detail), more ? c->detail : "");
  gtk_widget_set_visible (self->detail, more);
}

static void
other_clicked (GtkWidget *button, DeskCasePageView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "desk-case");

  g_signal_emit (self, signals[OTHER], 0, *id);
}

static void
deed_clicked (GtkWidget *button, DeskCasePageView *self)
{
  desk_case_page_view_do (self, g_object_get_data (G_OBJECT (button), "desk-deed"));
}

/* A button that does the deed called @id, with its key. */
static GtkWidget *
deed_button (DeskCasePageView *self, const char *id)
{
  const DeskCaseDeed *deed = desk_case_deed_find (id);
  char key[] = { (char) g_ascii_toupper (deed->key), '\0' };
  GtkWidget *button = desk_button_new (deed->icon, desk_case_deed_label (deed), key);

  gtk_widget_add_css_class (button, "small");
  g_object_set_data (G_OBJECT (button), "desk-deed", (gpointer) deed);
  g_signal_connect (button, "clicked", G_CALLBACK (deed_clicked), self);
  return button;
}

/* Another case, its number a button that leads there. @style: how much it presses. Returns: (transfer none). */
static GtkWidget *
add_other (DeskCasePageView *self, const char *style, const char *fact, const char *advice, gint64 id, const char *number)
{
  gboolean soon = g_str_equal (style, "soon");
  GtkWidget *notice = desk_notice_new (style, soon ? "dialog-warning-symbolic" : "desk-merge-symbolic", fact, advice), *button;
  gint64 *copy = g_new (gint64, 1);

  *copy = id;
  button = desk_notice_add_button (notice, number);
  g_object_set_data_full (G_OBJECT (button), "desk-case", copy, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (other_clicked), self);
  gtk_box_append (GTK_BOX (self->same), notice);
  return notice;
}

static void
add_entry (DeskCasePageView *self)
{
  GtkWidget *notice = desk_notice_new ("info", "document-edit-symbolic", _("From the desk log"), self->page->visit_about);

  gtk_box_append (GTK_BOX (notice), deed_button (self, "entry"));
  gtk_box_append (GTK_BOX (self->same), notice);
}

/* The same fault here before, cases it has to do with, the one it went into, the entry it came from. */
static void
fill_same (DeskCasePageView *self)
{
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  const DeskCasePage *page = self->page;
  GtkWidget *child, *notice;

  while ((child = gtk_widget_get_first_child (self->same)) != NULL)
    gtk_box_remove (GTK_BOX (self->same), child);
  if (page->same->len > 0)
    {
      const DeskCaseBrief *last = page->same->pdata[0];
      g_autofree char *times = desk_text_number (page->same->len + 1);
      g_autofree char *days = desk_text_number (page->same_days);
      g_autofree char *fact = desk_text_fill (_("The same fault within %1 days, occurrence %2"), (const char *[]){ days, times, NULL });
      g_autofree char *when = desk_text_time (text, last->opened_at, page->now);
      g_autofree char *advice = desk_text_fill (_("Last %1: %2"), (const char *[]){ when, last->title, NULL });

      notice = add_other (self, "soon", fact, advice, last->id, last->number);
      if (page->service_case->state < DESK_CASE_DONE)
        gtk_box_append (GTK_BOX (notice), deed_button (self, "again"));
    }
  if (page->near->len > 0)
    {
      const DeskCaseBrief *last = page->near->pdata[0];
      g_autofree char *others = desk_text_number (page->near->len);
      g_autofree char *days = desk_text_number (page->near_days);
      g_autofree char *fact
          = desk_text_fill (ngettext ("%1 more about the same in this building within %2 days",
                                      "%1 more about the same in this building within %2 days", page->near->len),
                            (const char *[]){ others, days, NULL });
      g_autofree char *when = desk_text_time (text, last->opened_at, page->now);
      g_autofree char *advice = desk_text_fill (_("Last %1: %2"), (const char *[]){ when, last->title, NULL });

      add_other (self, "soon", fact, advice, last->id, last->number);
    }
  if (page->merged_number != NULL)
    add_other (self, "soon", _("Merged into another case"), NULL, page->service_case->merged_into, page->merged_number);
  for (guint i = 0; i < page->linked->len; i++)
    {
      const DeskCaseBrief *link = page->linked->pdata[i];

      add_other (self, "info", _("Linked"), link->title, link->id, link->number);
    }
  if (page->visit_about != NULL)
    add_entry (self);
  gtk_widget_set_visible (self->same, gtk_widget_get_first_child (self->same) != NULL);
}

/* Page */

static void
show_result (DeskRecordPage *page, gpointer result)
{
  DeskCasePageView *self = DESK_CASE_PAGE_VIEW (page);
  DeskCasePage *before = self->page;

  desk_case_picture_view_set (DESK_CASE_PICTURE_VIEW (self->picture), NULL);
  self->page = result;
  desk_phrase_set_about (self->note, DESK_KIND_SERVICE_CASE, self->page->service_case->record.id);
  if (before != NULL && before->service_case->record.id != self->page->service_case->record.id)
    gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  desk_case_page_head_fill (self);
  desk_case_picture_view_set (DESK_CASE_PICTURE_VIEW (self->picture), self->page->stages->len == 0 ? self->page : NULL);
  desk_stage_view_set (DESK_STAGE_VIEW (self->stages), self->page);
  fill_facts (self);
  fill_detail (self);
  fill_same (self);
  gtk_widget_set_visible (self->costs, self->page->service_case->kind == DESK_CASE_REPAIR);
  if (self->page->service_case->kind == DESK_CASE_REPAIR)
    desk_cost_section_show (DESK_COST_SECTION (self->costs), self->page->service_case->record.id);
  desk_attachment_section_show (DESK_ATTACHMENT_SECTION (self->files), DESK_KIND_SERVICE_CASE,
                                self->page->service_case->record.id);
  desk_case_course_view_set (DESK_CASE_COURSE_VIEW (self->course), self->page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->page->service_case->number, -1);
  if (before != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_CASE_PAGE, before);
}

static gboolean
is_touched (DeskRecordPage *page, const DeskChange *change)
{
  const DeskKindSet own = DESK_KIND_BIT (CASE_EVENT) | DESK_KIND_BIT (COST_LINE) | DESK_KIND_BIT (CASE_QUOTE)
                          | DESK_KIND_BIT (ATTACHMENT) | DESK_KIND_BIT (COMPLAINT) | DESK_KIND_BIT (COMPLAINT_STAGE)
                          | DESK_KIND_BIT (CARE_FLAG) | DESK_KIND_BIT (INSTRUCTION) | DESK_KIND_BIT (CATEGORY)
                          | DESK_KIND_BIT (RECORD_LINK) | DESK_KIND_BIT (SETTING) | DESK_KIND_BIT (CALENDAR)
                          | DESK_KIND_BIT (CALENDAR_DAY);

  if (change->kind == DESK_KIND_SERVICE_CASE)
    return change->id == desk_record_page_get_id (page);
  return desk_kind_set_has (own, change->kind);
}

static void
show_numbers (DeskRecordPage *page)
{
  const DeskCase *c = DESK_CASE_PAGE_VIEW (page)->page->service_case;

  if (desk_string_is_empty (c->phone) && DESK_CASE_PAGE_VIEW (page)->page->phone != NULL)
    desk_reveal_ask (desk_record_page_get_reveal (page), DESK_KIND_PHONE, DESK_CASE_PAGE_VIEW (page)->page->phone->record.id);
  else if (desk_string_is_empty (c->phone))
    desk_case_page_view_refuse (DESK_CASE_PAGE_VIEW (page), _("No number was left: those of the people stand on the unit's page (Q)."));
  else
    desk_reveal_ask (desk_record_page_get_reveal (page), DESK_KIND_SERVICE_CASE, c->record.id);
}

static gboolean
focus_first (DeskRecordPage *page)
{
  GtkWidget *buttons = DESK_CASE_PAGE_VIEW (page)->buttons, *last = gtk_widget_get_last_child (buttons);

  return last != NULL && gtk_widget_grab_focus (last);
}

/* A note, Enter saves. What was typed stays where it could not be saved. */

static void
noted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskCasePageView) self = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));

  self->saving = FALSE;
  if (saved != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->note), "");
      desk_case_page_view_refuse (self, NULL);
      desk_use_case_free_result (DESK_USE_CASE_NOTE_CASE, saved);
    }
  else if (!desk_cancelled (error) && text != NULL)
    {
      g_autofree char *sentence = desk_text_error (text, error);

      desk_case_page_view_refuse (self, sentence);
    }
}

static void
note_entered (GtkEntry *entry, DeskCasePageView *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *key = desk_id_new_key ();

  if (self->saving || self->page == NULL || desk_string_is_empty (words))
    return;
  self->saving = TRUE;
  desk_engine_call_async (desk_record_page_get_engine (DESK_RECORD_PAGE (self)), DESK_USE_CASE_NOTE_CASE,
                          desk_case_note_input_new (key, self->page->service_case->record.id, DESK_CASE_EVENT_NOTE, words),
                          NULL, noted, g_object_ref (self));
}

static void
build_foot (DeskCasePageView *self)
{
  GtkWidget *foot = desk_record_page_get_foot (DESK_RECORD_PAGE (self));

  self->note = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->note), _("Add a note, Enter saves"));
  gtk_entry_set_max_length (GTK_ENTRY (self->note), 2000);
  gtk_widget_set_hexpand (self->note, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  g_signal_connect (self->note, "activate", G_CALLBACK (note_entered), self);
  desk_allow_widget (self->note, desk_record_page_get_engine (DESK_RECORD_PAGE (self)),
                     desk_record_page_get_text (DESK_RECORD_PAGE (self)), DESK_RIGHT_CASE_CONTACT);
  gtk_box_append (GTK_BOX (foot), self->note);
  gtk_box_append (GTK_BOX (foot), deed_button (self, "hurry"));
  gtk_box_append (GTK_BOX (foot), deed_button (self, "transfer"));
}

static void
build_body (DeskCasePageView *self)
{
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  GtkWidget *body = desk_record_page_get_body (DESK_RECORD_PAGE (self));
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_widget_add_css_class (body, "case-body");
  self->picture = desk_case_picture_view_new (text);
  gtk_box_append (GTK_BOX (body), self->picture);
  self->stages = desk_stage_view_new (text);
  gtk_box_append (GTK_BOX (body), self->stages);
  self->left = desk_facts_new ();
  self->right = desk_facts_new ();
  gtk_box_set_homogeneous (GTK_BOX (facts), TRUE);
  gtk_widget_set_valign (self->left, GTK_ALIGN_START);
  gtk_widget_set_valign (self->right, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (facts), self->left);
  gtk_box_append (GTK_BOX (facts), self->right);
  gtk_box_append (GTK_BOX (body), facts);
  self->found = desk_facts_new (); /* letters and reasons are long: as wide as the page */
  gtk_box_append (GTK_BOX (body), self->found);
  self->detail = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->detail, "body-text");
  gtk_label_set_xalign (GTK_LABEL (self->detail), 0);
  gtk_label_set_wrap (GTK_LABEL (self->detail), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->detail), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->detail), 8);
  gtk_label_set_ellipsize (GTK_LABEL (self->detail), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (body), self->detail);
  self->same = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (body), self->same);
  self->costs = desk_cost_section_new (desk_record_page_get_engine (DESK_RECORD_PAGE (self)), text);
  gtk_box_append (GTK_BOX (body), self->costs);
  self->files = desk_attachment_section_new (desk_record_page_get_engine (DESK_RECORD_PAGE (self)), text);
  gtk_box_append (GTK_BOX (body), self->files);
  self->course = desk_case_course_view_new (text);
  gtk_box_append (GTK_BOX (body), self->course);
}

static void
desk_case_page_view_finalize (GObject *object)
{
  DeskCasePageView *self = DESK_CASE_PAGE_VIEW (object);

  if (self->page != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_CASE_PAGE, self->page);
  G_OBJECT_CLASS (desk_case_page_view_parent_class)->finalize (object);
}

static void
desk_case_page_view_class_init (DeskCasePageViewClass *klass)
{
  DeskRecordPageClass *page_class = DESK_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_case_page_view_finalize;
  page_class->use_case = DESK_USE_CASE_GET_CASE_PAGE;
  page_class->kind = DESK_KIND_SERVICE_CASE;
  page_class->show_result = show_result;
  page_class->is_touched = is_touched;
  page_class->show_numbers = show_numbers;
  page_class->focus_first = focus_first;
  signals[DEED] = g_signal_new ("deed", DESK_TYPE_CASE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_POINTER);
  signals[OTHER] = g_signal_new ("other", DESK_TYPE_CASE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_INT64);
}

static void
desk_case_page_view_init (DeskCasePageView *self)
{
}

/* Returns: (transfer floating): a page that shows nothing yet. */
GtkWidget *
desk_case_page_view_new (DeskEngine *engine, DeskText *text)
{
  DeskCasePageView *self = g_object_new (DESK_TYPE_CASE_PAGE_VIEW, NULL);

  desk_record_page_set_up (DESK_RECORD_PAGE (self), engine, text);
  desk_case_page_head_build (self);
  build_body (self);
  build_foot (self);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none) (nullable): what is shown. */
const DeskCasePage *
desk_case_page_view_get (DeskCasePageView *self)
{
  return self->page;
}

/* Says in its place why something was not done; NULL takes the sentence away. */
void
desk_case_page_view_refuse (DeskCasePageView *self, const char *words)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->refused)) != NULL)
    gtk_box_remove (GTK_BOX (self->refused), child);
  gtk_widget_set_visible (self->refused, words != NULL);
  if (words != NULL)
    gtk_box_append (GTK_BOX (self->refused), desk_notice_new ("late", "process-stop-symbolic", words, NULL));
}

/* The keyboard goes into the line below. */
void
desk_case_page_view_focus_note (DeskCasePageView *self)
{
  gtk_widget_grab_focus (self->note);
}

/* Returns: (transfer none): what stands in the line below and is not saved: it goes along with the answer to a call. */
const char *
desk_case_page_view_get_note (DeskCasePageView *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->note));
}

/* It went along. */
void
desk_case_page_view_clear_note (DeskCasePageView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
}
