/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-notifier.h"

G_BEGIN_DECLS

/* A notifier that shows nothing: it tells the test, and says "told" when the test lets it. */
#define DESK_TYPE_FAKE_NOTIFIER (desk_fake_notifier_get_type ())
G_DECLARE_FINAL_TYPE (DeskFakeNotifier, desk_fake_notifier, DESK, FAKE_NOTIFIER, GObject)

typedef void (*DeskFakeShown) (DeskFakeNotifier *notifier, const DeskDueItem *item, gboolean missed, gpointer data);

DeskFakeNotifier *desk_fake_notifier_new (DeskFakeShown shown, gpointer data);
void desk_fake_notifier_tell (DeskFakeNotifier *self);
gboolean desk_fake_notifier_shows (DeskFakeNotifier *self, gint64 id);
guint desk_fake_notifier_get_n_shown (DeskFakeNotifier *self);
guint desk_fake_notifier_get_n_lists (DeskFakeNotifier *self);

G_END_DECLS
