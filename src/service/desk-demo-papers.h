/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"
#include "desk-demo-random.h"

G_BEGIN_DECLS

/* Numbers that look right on a screen; every text is (transfer full). */

/* 138 and its like with eight more digits, a Hangzhou fixed line, or a shop's. The country keeps no range for
 * fiction, so the demonstration is never rung or sent to; @tail, if not NULL, are the last four. */
char *desk_demo_mobile (DeskDemoRandom *random, const char *tail);
char *desk_demo_fixed_line (DeskDemoRandom *random);
/* A resident's ID number with a right check digit that nobody can hold: GB/T 2260 has never had a province 38 or 39,
 * and the number begins so. A company's code (GB 32100) keeps the same province in its place code. */
char *desk_demo_resident_id (DeskDemoRandom *random, DeskDay born, gboolean female);
char *desk_demo_company_code (DeskDemoRandom *random);
char *desk_demo_passport (DeskDemoRandom *random);
char *desk_demo_permit (DeskDemoRandom *random);
/* Mostly Hangzhou's, some of the neighbours, one in five with the longer plate of an electric car; never with I or
 * O, which plates leave out. @electric tells which. */
char *desk_demo_plate (DeskDemoRandom *random, gboolean *electric);
char *desk_demo_car (DeskDemoRandom *random, gboolean electric);
/* What a shop is called, what it deals in, and the company behind an office. */
char *desk_demo_shop_name (DeskDemoRandom *random, guint number);
char *desk_demo_company_name (DeskDemoRandom *random);

G_END_DECLS
