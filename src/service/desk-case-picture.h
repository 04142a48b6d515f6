/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-clock-picture.h"
#include "desk-result-case.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The clocks of a case's page as a picture, for the screen and for paper. */
GArray *desk_case_page_picture (const DeskCasePage *page, const DeskText *text, DeskClockPicture *picture);

G_END_DECLS
