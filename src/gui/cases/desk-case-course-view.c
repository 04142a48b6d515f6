/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-course-view.h"

#include <glib/gi18n.h>

#include "desk-list-box.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-timeline-row.h"

struct _DeskCaseCourseView
{
  GtkWidget parent_instance;
  DeskText *text;
  GtkWidget *count, *list;
};

G_DEFINE_FINAL_TYPE (DeskCaseCourseView, desk_case_course_view, GTK_TYPE_WIDGET)

/* The dot: green for what was reached, blue for what set the clock going, amber for what waits or presses. */
static const char *
dot_style (const DeskCaseEvent *event)
{
  if (event->kind == DESK_CASE_EVENT_HURRY)
    return "soon";
  if (event->kind == DESK_CASE_EVENT_CONTACT)
    return "done";
  if (event->kind != DESK_CASE_EVENT_MOVE)
    return NULL;
  switch ((int) event->move)
    {
    case DESK_MOVE_FINISH:
    case DESK_MOVE_PASS:
    case DESK_MOVE_CLOSE:
      return "done";
    case DESK_MOVE_START:
    case DESK_MOVE_RESUME:
    case DESK_MOVE_TAKE:
    case DESK_MOVE_ACCEPT:
      return "accent";
    case DESK_MOVE_FAIL:
    case DESK_MOVE_REOPEN:
      return "late";
    case DESK_MOVE_ANSWER:
      return event->answer == DESK_ANSWER_NOT ? "late" : "done";
    default:
      return NULL;
    }
}

static void
add_line (DeskCaseCourseView *self, const DeskCourseLine *line, gint64 now, gboolean first, gboolean last)
{
  g_autofree char *when = desk_text_time (self->text, line->event->at, now);
  g_autofree char *whole = desk_text_time_whole (self->text, line->event->at);
  g_autofree char *words = desk_text_course (self->text, line->event, line->assignee_name, line->other_number);
  const char *who = desk_text_author (self->text, line->staff_name);

  gtk_list_box_append (GTK_LIST_BOX (self->list),
                       desk_timeline_row_new (&(DeskTimelineLine){ .when = when, .whole = whole, .dot = dot_style (line->event),
                                                                   .what = words, .who = who, .first = first, .last = last }));
}

static void
desk_case_course_view_dispose (GObject *object)
{
  DeskCaseCourseView *self = DESK_CASE_COURSE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_case_course_view_parent_class)->dispose (object);
}

static void
desk_case_course_view_class_init (DeskCaseCourseViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_case_course_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_case_course_view_init (DeskCaseCourseView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *title = gtk_label_new (_("History"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (title, "section");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "caption");
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "history");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("History"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/* Returns: (transfer floating): an empty course. */
GtkWidget *
desk_case_course_view_new (DeskText *text)
{
  DeskCaseCourseView *self = g_object_new (DESK_TYPE_CASE_COURSE_VIEW, NULL);

  self->text = desk_text_ref (text);
  return GTK_WIDGET (self);
}

/* @page: not kept. */
void
desk_case_course_view_set (DeskCaseCourseView *self, const DeskCasePage *page)
{
  guint n = page->course->len;
  g_autofree char *number = desk_text_number (n);
  g_autofree char *count = desk_text_fill (ngettext ("%1 line", "%1 lines", n), (const char *[]){ number, NULL });

  desk_list_box_clear (self->list);
  for (guint i = n; i > 0; i--)
    add_line (self, page->course->pdata[i - 1], page->now, i == n, i == 1);
  gtk_label_set_text (GTK_LABEL (self->count), count);
}
