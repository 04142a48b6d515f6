/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exact decimals as scaled integers: money in fen (2 digits), areas in 0.01 m² (2), prices in 0.0001 yuan (4),
 * quantities in 0.001 (3), rates in millionths (6). No floating point anywhere. */
#define DESK_DIGITS_MONEY 2
#define DESK_DIGITS_AREA 2
#define DESK_DIGITS_PRICE 4
#define DESK_DIGITS_QUANTITY 3
#define DESK_DIGITS_RATE 6

gboolean desk_decimal_parse (const char *text, int digits, gint64 *value);
char *desk_decimal_format (gint64 value, int digits);
char *desk_decimal_format_grouped (gint64 value, int digits);

G_END_DECLS
