/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-fake-notifier.h"
#include "desk-fixture.h"
#include "desk-reminder.h"

G_BEGIN_DECLS

/* What reminds somebody at the desk, without a window: an engine on the fixture's store, a notifier that shows nothing, the
 * reminder between them. Begins with { 0 }; may be opened again after it was closed. */
typedef struct
{
  DeskFixture *base;
  DeskEngine *engine;
  DeskFakeNotifier *notifier;
  DeskReminder *reminder;
} DeskFakeDesk;

void desk_fake_desk_open (DeskFakeDesk *desk, DeskFixture *base);
void desk_fake_desk_settle (DeskFakeDesk *desk);
void desk_fake_desk_pass (DeskFakeDesk *desk, gint64 now);
void desk_fake_desk_call (DeskFakeDesk *desk, DeskUseCase use_case, gpointer input);
void desk_fake_desk_close (DeskFakeDesk *desk);

G_END_DECLS
