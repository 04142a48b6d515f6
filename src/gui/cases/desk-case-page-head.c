/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-page-private.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-string.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-wrap-layout.h"

#define MOST_FLAGS 3

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
deed_clicked (GtkWidget *button, DeskCasePageView *self)
{
  const DeskCaseDeed *deed = g_object_get_data (G_OBJECT (button), "desk-deed");
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  desk_case_page_view_do (self, deed);
}

/* What varies and matters: state, urgency, how often they asked again. */
static void
fill_pills (DeskCasePageView *self)
{
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  const DeskCase *c = self->page->service_case;
  gboolean over = c->state >= DESK_CASE_DONE;

  empty (self->pills);
  gtk_box_append (GTK_BOX (self->pills),
                  desk_pill_new (desk_text_enum (text, &desk_enum_case_state, c->state), over ? "ok" : "info"));
  if (c->kind == DESK_CASE_COMPLAINT && c->severity > DESK_SEVERITY_ORDINARY)
    gtk_box_append (GTK_BOX (self->pills), desk_pill_new (desk_text_enum (text, &desk_enum_severity, c->severity),
                                                          c->severity == DESK_SEVERITY_MAJOR ? "solid" : "late"));
  if (c->kind == DESK_CASE_REPAIR && c->urgency > DESK_URGENCY_ORDINARY)
    gtk_box_append (GTK_BOX (self->pills), desk_pill_new (desk_text_enum (text, &desk_enum_urgency, c->urgency), "late"));
  if (c->hurried > 0)
    {
      g_autofree char *number = desk_text_number (c->hurried);
      g_autofree char *words
          = desk_text_fill (ngettext ("%1 hurry-up", "%1 hurry-ups", (gulong) c->hurried), (const char *[]){ number, NULL });

      gtk_box_append (GTK_BOX (self->pills), desk_pill_new (words, "soon"));
    }
  if (c->call_tries > 0)
    {
      g_autofree char *number = desk_text_number (c->call_tries);
      g_autofree char *words = desk_text_fill (ngettext ("not reached %1 time", "not reached %1 times", (gulong) c->call_tries),
                                               (const char *[]){ number, NULL });

      gtk_box_append (GTK_BOX (self->pills), desk_pill_new (words, "soon"));
    }
  if (c->reopened > 0)
    {
      g_autofree char *number = desk_text_number (c->reopened);
      g_autofree char *words
          = desk_text_fill (ngettext ("reopened %1 time", "reopened %1 times", (gulong) c->reopened), (const char *[]){ number, NULL });

      gtk_box_append (GTK_BOX (self->pills), desk_pill_new (words, "soon"));
    }
}

/* Who asked, how they are reached, what is to be known before somebody rings their bell, and who spoke with them first: the line
 * above has no room for a name beside its buttons. */
static void
fill_people (DeskCasePageView *self)
{
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  const DeskCase *c = self->page->service_case;
  const char *name = self->page->person_name != NULL ? self->page->person_name : c->caller;
  GtkWidget *label;

  empty (self->people);
  if (!desk_string_is_empty (name))
    {
      label = gtk_label_new (name);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (self->people), label);
    }
  if (!desk_string_is_empty (c->phone))
    gtk_box_append (GTK_BOX (self->people),
                    desk_number_cell_new (desk_record_page_get_reveal (DESK_RECORD_PAGE (self)), DESK_KIND_SERVICE_CASE,
                                          c->record.id, c->phone));
  else if (self->page->phone != NULL)
    gtk_box_append (GTK_BOX (self->people),
                    desk_number_cell_new (desk_record_page_get_reveal (DESK_RECORD_PAGE (self)), DESK_KIND_PHONE,
                                          self->page->phone->record.id, self->page->phone->number));
  for (guint i = 0; i < self->page->care_flags->len && i < MOST_FLAGS; i++)
    {
      const DeskCareFlag *flag = self->page->care_flags->pdata[i];

      label = gtk_label_new (desk_text_care_flag (text, flag->kind));
      gtk_widget_add_css_class (label, "flag");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (label, desk_text_enum (text, &desk_enum_care, flag->kind));
      gtk_box_append (GTK_BOX (self->people), label);
      if (!desk_string_is_empty (flag->note))
        gtk_box_append (GTK_BOX (self->people), desk_pill_new (flag->note, "soon"));
    }
  if (self->page->owner_name != NULL)
    {
      g_autofree char *words = desk_text_fill (_("First contact %1"), (const char *[]){ desk_text_staff_name (text, self->page->owner_name), NULL });

      gtk_box_append (GTK_BOX (self->people), desk_pill_new (words, NULL));
    }
  gtk_widget_set_visible (self->people, gtk_widget_get_first_child (self->people) != NULL);
}

static GtkWidget *
deed_button (DeskCasePageView *self, const DeskCaseDeed *deed)
{
  char key[] = { (char) g_ascii_toupper (deed->key), '\0' };
  g_autofree char *words = desk_case_deed_words (deed, self->page, desk_record_page_get_text (DESK_RECORD_PAGE (self)));
  GtkWidget *button = desk_button_new (deed->icon, words, key);

  g_object_set_data (G_OBJECT (button), "desk-deed", (gpointer) deed);
  g_signal_connect (button, "clicked", G_CALLBACK (deed_clicked), self);
  return button;
}

/* What comes next: the likeliest is the one suggested button, beside it the second. */
static void
fill_buttons (DeskCasePageView *self)
{
  const DeskCaseDeed *next[2];
  g_autofree char *refused
      = desk_case_deed_refused (desk_case_deed_find ("sign"), self->page, desk_record_page_get_engine (DESK_RECORD_PAGE (self)),
                                desk_record_page_get_text (DESK_RECORD_PAGE (self)));
  guint n = desk_case_deed_next (self->page, refused == NULL, next);

  empty (self->buttons);
  if (n > 1)
    gtk_box_append (GTK_BOX (self->buttons), deed_button (self, next[1]));
  if (n > 0)
    {
      GtkWidget *button = deed_button (self, next[0]);

      gtk_widget_add_css_class (button, "suggested-action");
      gtk_box_append (GTK_BOX (self->buttons), button);
    }
}

/* What they may say when they are called back, side by side: none of them is suggested. */
static void
fill_answers (DeskCasePageView *self)
{
  static const char *const ids[] = { "answer-a", "answer-b", "answer-c", "not-reached" };
  DeskEngine *engine = desk_record_page_get_engine (DESK_RECORD_PAGE (self));
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));

  empty (self->answers);
  gtk_widget_set_visible (self->answers, self->page->service_case->state == DESK_CASE_CALLBACK);
  for (guint i = 0; i < G_N_ELEMENTS (ids) && self->page->service_case->state == DESK_CASE_CALLBACK; i++)
    {
      const DeskCaseDeed *deed = desk_case_deed_find (ids[i]);
      g_autofree char *refused = desk_case_deed_refused (deed, self->page, engine, text);
      GtkWidget *button = deed_button (self, deed);

      gtk_widget_set_sensitive (button, refused == NULL);
      if (refused != NULL)
        gtk_widget_set_tooltip_text (button, refused);
      gtk_box_append (GTK_BOX (self->answers), button);
    }
}

/* A line of the menu: words and key; what cannot be done now is grey and says why. */
static GtkWidget *
menu_line (DeskCasePageView *self, const DeskCaseDeed *deed, const char *refused)
{
  char key[] = { (char) g_ascii_toupper (deed->key), '\0' };
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label = gtk_label_new (desk_case_deed_label (deed));
  g_autofree char *tip = g_strdup_printf ("%s (%s)", desk_case_deed_label (deed), key);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (words), label);
  gtk_widget_set_hexpand (words, TRUE);
  if (refused != NULL)
    {
      GtkWidget *why = gtk_label_new (refused);

      gtk_widget_add_css_class (why, "caption");
      gtk_label_set_xalign (GTK_LABEL (why), 0);
      gtk_box_append (GTK_BOX (words), why);
    }
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), desk_keycap_new (key));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "deed");
  gtk_widget_set_sensitive (button, refused == NULL);
  gtk_widget_set_tooltip_text (button, refused != NULL ? refused : tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, desk_case_deed_label (deed),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, refused != NULL ? refused : key, -1);
  g_object_set_data (G_OBJECT (button), "desk-deed", (gpointer) deed);
  g_signal_connect (button, "clicked", G_CALLBACK (deed_clicked), self);
  return button;
}

/* All that can be done, first what suits the state. */
static GtkWidget *
menu_lines (DeskCasePageView *self)
{
  DeskEngine *engine = desk_record_page_get_engine (DESK_RECORD_PAGE (self));
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n;
  const DeskCaseDeed *deeds = desk_case_deeds (&n);

  for (int suits = 1; suits >= 0; suits--)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *refused = desk_case_deed_refused (&deeds[i], self->page, engine, text);
        /* Answers to a call nobody owes say nothing to anybody. */
        const DeskCase *c = self->page->service_case;
        gboolean shown = (deeds[i].only == 0 || (gint64) deeds[i].only == c->kind)
                         && ((deeds[i].answer == 0 && deeds[i].type != DESK_CASE_DEED_NOT_REACHED)
                             || desk_case_deed_suits (&deeds[i], c->kind, c->state))
                         && (!desk_case_deed_is_again (&deeds[i]) || self->page->same->len > 0)
                         && (deeds[i].type != DESK_CASE_DEED_ENTRY || c->visit_id != 0);

        if (shown && (suits == 1) == (refused == NULL))
          gtk_box_append (GTK_BOX (box), menu_line (self, &deeds[i], refused));
      }
  return box;
}

static void
menu_opens (GtkMenuButton *button, gpointer data)
{
  DeskCasePageView *self = data;
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  GtkWidget *scrolled = gtk_popover_get_child (GTK_POPOVER (popover));

  if (self->page != NULL)
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), menu_lines (self));
}

static GtkWidget *
menu_button_new (DeskCasePageView *self)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new (), *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 480);
  gtk_widget_set_size_request (scrolled, 280, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), menu_opens, self, NULL);
  gtk_widget_set_tooltip_text (button, _("All that can be done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All that can be done"), -1);
  return button;
}

static GtkWidget *
print_button_new (DeskCasePageView *self)
{
  const DeskCaseDeed *deed = desk_case_deed_find ("print");
  GtkWidget *button = gtk_button_new_from_icon_name ("document-print-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Print the Form (P)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Print the Form"), -1);
  g_object_set_data (G_OBJECT (button), "desk-deed", (gpointer) deed);
  g_signal_connect (button, "clicked", G_CALLBACK (deed_clicked), self);
  return button;
}

void
desk_case_page_head_build (DeskCasePageView *self)
{
  GtkWidget *head = desk_record_page_get_head (DESK_RECORD_PAGE (self));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *names = desk_wrap_box_new (6, 0), *clip;

  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "dim");
  gtk_widget_add_css_class (self->number, "body-text");
  gtk_label_set_selectable (GTK_LABEL (self->number), TRUE);
  gtk_widget_set_can_focus (self->number, FALSE);
  desk_wrap_box_append (names, self->number);
  self->pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  clip = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (clip), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (clip), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (clip), self->pills);
  gtk_widget_set_can_focus (clip, FALSE);
  /* Beside wide buttons what it is stands below its number. */
  desk_wrap_box_append (names, clip);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), names);
  gtk_box_append (GTK_BOX (line), print_button_new (self));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (line), self->buttons);
  self->menu = menu_button_new (self);
  gtk_box_append (GTK_BOX (line), self->menu);
  gtk_box_append (GTK_BOX (head), line);
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "desk-title");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (head), self->title);
  self->people = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->people, "body-text");
  clip = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (clip), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (clip), self->people);
  gtk_widget_set_can_focus (clip, FALSE);
  gtk_box_append (GTK_BOX (head), clip);
  self->answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (head), self->answers);
  self->refused = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->refused, FALSE);
  gtk_box_append (GTK_BOX (head), self->refused);
}

void
desk_case_page_head_fill (DeskCasePageView *self)
{
  const DeskCase *c = self->page->service_case;
  const char *where = self->page->unit_label != NULL ? self->page->unit_label : self->page->place_name;
  g_autofree char *what = desk_text_printable (c->title, 0);
  g_autofree char *title = where != NULL ? g_strdup_printf ("%s  %s", where, what) : g_strdup (what);

  gtk_label_set_text (GTK_LABEL (self->number), c->number);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, title);
  fill_pills (self);
  fill_people (self);
  fill_buttons (self);
  fill_answers (self);
  desk_case_page_view_refuse (self, NULL);
}
