/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start-report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  GtkApplication *application;
  GtkWindow *window;
  StartReady ready;
  gboolean done;
} Report;

/* Returns: what of the program is in memory, in KiB; without the pages it shares with others a program of the same
 * libraries would count less the more of them run. */
static long
resident (void)
{
  FILE *status = fopen ("/proc/self/status", "r");
  char line[256];
  long kib = 0;

  while (status != NULL && fgets (line, sizeof line, status) != NULL)
    if (strncmp (line, "VmRSS:", 6) == 0)
      kib = strtol (line + 6, NULL, 10);
  if (status != NULL)
    fclose (status);
  return kib;
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  Report *report = data;

  if (report->done || (report->ready != NULL && !report->ready (GTK_WIDGET (report->window))))
    return;
  report->done = TRUE;
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (report->window)));
  printf ("%" G_GINT64_FORMAT " %ld\n", g_get_monotonic_time (), resident ());
  fflush (stdout);
  g_action_group_activate_action (G_ACTION_GROUP (report->application), "quit", NULL);
}

static void
realized_cb (GtkWidget *window, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), data);
}

void
start_report_when (GtkApplication *application, GtkWindow *window, StartReady ready)
{
  Report *report = g_new0 (Report, 1);

  *report = (Report){ application, window, ready, FALSE };
  g_object_set_data_full (G_OBJECT (application), "start-report", report, g_free);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), report);
}
