/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-fixture.h"
#include "desk-window.h"

G_BEGIN_DECLS

/* The program's window in a test's own process, over the store of a fixture: its frames are counted, and what it shows is waited for. */
typedef struct
{
  DeskFixture *fixture;
  AdwApplication *application;
  DeskWindow *window;
  DeskEngine *engine;
  guint n_frames;
  gint64 painted_at, longest; /* microseconds: the last frame, the longest time between two */
  gint64 worked_at, busiest;  /* the same of what this thread worked, whatever else the machine does */
} DeskWindowWatch;

/* Returns TRUE for what is looked for. */
typedef gboolean (*DeskWindowIs) (GtkWidget *widget);

/* Opens the window. @fixture's own service is closed. */
void desk_window_watch_open (DeskWindowWatch *self, DeskFixture *fixture);
void desk_window_watch_close (DeskWindowWatch *self);
/* Counts from now on. */
void desk_window_watch_restart (DeskWindowWatch *self);
/* Returns: (transfer none) (nullable): the first mapped widget that @is says yes to. */
GtkWidget *desk_window_watch_find (DeskWindowWatch *self, DeskWindowIs is);
/* The same, waited for. */
GtkWidget *desk_window_watch_wait (DeskWindowWatch *self, DeskWindowIs is);
/* Until @n more frames were painted, which are asked for. */
void desk_window_watch_frames (DeskWindowWatch *self, guint n);

G_END_DECLS
