/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-look.h"

#include "desk-clock-view.h"
#include "desk-notice.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

/* Where the case of a row of the list stands. */
DeskCaseStand
desk_case_stand_of_row (const DeskRow *row)
{
  return (DeskCaseStand){ .state = row->cells[DESK_CASE_COLUMN_STATE].number,
                          .opened_at = row->cells[DESK_CASE_COLUMN_OPENED].number,
                          .next_due = row->cells[DESK_CASE_COLUMN_DUE].number,
                          .warn_at = row->cells[DESK_CASE_COLUMN_WARN_AT].number,
                          .since = row->cells[DESK_CASE_COLUMN_SINCE].number,
                          .finished_due = row->cells[DESK_CASE_COLUMN_FINISHED_DUE].number,
                          .work_days = row->cells[DESK_CASE_COLUMN_WORK_DAYS].number };
}

static GtkWidget *
make_clock (DeskText *text)
{
  return desk_clock_view_new (text);
}

static void
show_clock (GtkWidget *widget, DeskText *text, const DeskRow *row, gint64 now)
{
  DeskClockFace face = { .state = DESK_FACE_NONE };
  g_autofree char *due = NULL;

  if (row != NULL)
    {
      DeskCaseStand stand = desk_case_stand_of_row (row);

      face = desk_case_face (&stand, now);
      face.reason = desk_text_wait (text, row->cells[DESK_CASE_COLUMN_WAIT_REASON].number);
      if (stand.next_due != 0)
        due = desk_text_time_whole (text, stand.next_due);
    }
  desk_clock_view_set_face (DESK_CLOCK_VIEW (widget), &face, now);
  gtk_widget_set_tooltip_text (widget, due);
}

/* The title in what is left, then what varies and matters. */

enum
{
  TITLE,
  URGENT,
  HURRIED_ICON,
  HURRIED,
  N_PARTS
};

static GtkWidget *
make_title (DeskText *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *title = gtk_label_new (NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("alarm-symbolic"), *hurried = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (title), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), desk_pill_new ("", "late"));
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_add_css_class (icon, "dim");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_add_css_class (hurried, "dim");
  gtk_box_append (GTK_BOX (box), hurried);
  return box;
}

static void
show_title (GtkWidget *widget, DeskText *text, const DeskRow *row, gint64 now)
{
  gint64 urgency = row != NULL ? row->cells[DESK_CASE_COLUMN_URGENCY].number : 0;
  gint64 hurried = row != NULL ? row->cells[DESK_CASE_COLUMN_HURRIED].number : 0;
  gboolean urgent = urgency > DESK_URGENCY_ORDINARY;
  GtkWidget *parts[N_PARTS], *part = gtk_widget_get_first_child (widget);
  g_autofree char *times = desk_text_number (hurried);
  g_autofree char *words = desk_text_printable (row != NULL ? row->cells[DESK_CASE_COLUMN_TITLE].text : "", 0);

  for (int i = 0; i < N_PARTS; i++, part = gtk_widget_get_next_sibling (part))
    parts[i] = part;
  gtk_label_set_label (GTK_LABEL (parts[TITLE]), words);
  gtk_widget_set_tooltip_text (parts[TITLE], *words != '\0' ? words : NULL);
  gtk_label_set_label (GTK_LABEL (parts[URGENT]), urgent ? desk_text_enum (text, &desk_enum_urgency, urgency) : "");
  gtk_widget_set_visible (parts[URGENT], urgent);
  gtk_label_set_label (GTK_LABEL (parts[HURRIED]), times);
  gtk_widget_set_visible (parts[HURRIED], hurried > 0);
  gtk_widget_set_visible (parts[HURRIED_ICON], hurried > 0);
}

/* Severity: a pill where it matters. */

static GtkWidget *
make_severity (DeskText *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), desk_pill_new ("", NULL));
  return box;
}

static void
show_severity (GtkWidget *widget, DeskText *text, const DeskRow *row, gint64 now)
{
  static const char *const styles[] = { [DESK_SEVERITY_SERIOUS] = "late", [DESK_SEVERITY_MAJOR] = "solid" };
  GtkWidget *pill = gtk_widget_get_first_child (widget);
  gint64 severity = row != NULL ? row->cells[DESK_CASE_COLUMN_SEVERITY].number : 0;

  for (gint64 i = DESK_SEVERITY_SERIOUS; i <= DESK_SEVERITY_MAJOR; i++)
    {
      if (i == severity)
        gtk_widget_add_css_class (pill, styles[i]);
      else
        gtk_widget_remove_css_class (pill, styles[i]);
    }
  gtk_label_set_label (GTK_LABEL (pill), severity != 0 ? desk_text_enum (text, &desk_enum_severity, severity) : "");
  gtk_widget_set_visible (pill, severity != 0);
}

/* The stage that is to be signed next; afterwards the state. */

static GtkWidget *
make_stage (DeskText *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
show_stage (GtkWidget *widget, DeskText *text, const DeskRow *row, gint64 now)
{
  gint64 state = row != NULL ? row->cells[DESK_CASE_COLUMN_STATE].number : 0;
  gint64 stage = row != NULL && state < DESK_CASE_CLOSED ? row->cells[DESK_CASE_COLUMN_STAGE].number : 0;

  gtk_label_set_label (GTK_LABEL (widget), stage != 0 ? desk_text_enum (text, &desk_enum_stage, stage)
                                                      : desk_text_enum (text, &desk_enum_case_state, state));
}

const DeskCellLook desk_look_severity = { make_severity, show_severity };
const DeskCellLook desk_look_stage = { make_stage, show_stage };
const DeskCellLook desk_look_clock = { make_clock, show_clock };
const DeskCellLook desk_look_title = { make_title, show_title };
