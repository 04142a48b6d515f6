/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-result-case.h"
#include "desk-work-order.h"

G_BEGIN_DECLS

/* Puts a complaint on paper, and its written answer behind it where there is one; internal to the service. */
void desk_complaint_order_add (DeskPaper *paper, const DeskOrder *base, const DeskText *text, const DeskCasePage *page);

G_END_DECLS
