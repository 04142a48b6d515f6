/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A bus of its own and the service of tests/support/desk_notification_service.py on it. */
void mock_bus_up (void);
void mock_bus_down (void);

/* Starts the service; @capabilities are separated by blanks; name=A_Name among them is who it says it is. Waits until it has the name. */
void mock_start (const char *capabilities);
void mock_die (void);
void mock_end (void);
void mock_hang (gboolean on);
void mock_refuse (gboolean on);
void mock_press (guint id, const char *key);
void mock_close (guint id, guint reason);
guint mock_count (void);

/* The name of the icon, or the size of the picture that came in its stead. */
char *mock_icon (guint id);

/* Runs the main loop until @func says TRUE; fails after a long while. */
void mock_wait (gboolean (*func) (gpointer data), gpointer data, const char *what);

/* Waits until exactly these lines stand: "1: summary | body | actions | hints" */
void mock_wait_standing (const char *lines);
char *mock_standing (void);

G_END_DECLS
