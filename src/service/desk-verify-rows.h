/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-service.h"

G_BEGIN_DECLS

/* The parts of a deep check that look at rows; internal to the service. */
gboolean desk_verify_rows (DeskService *service, DeskVerifyReport *report, GCancellable *cancellable, GError **error);
gboolean desk_verify_against_backup (DeskService *service, DeskVerifyReport *report, GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
