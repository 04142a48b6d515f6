/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longest surname we know of, in characters: 爱新觉罗. */
#define DESK_SURNAME_MAX 4

/* One entry of the two lists, data in desk-surname-table.c: simplified characters; readings apart by commas, their
 * syllables by blanks, the usual one first. */
typedef struct
{
  const char *name;
  const char *readings;
} DeskSurname;

extern const DeskSurname desk_surname_singles[];
extern const guint desk_surname_n_singles;
extern const DeskSurname desk_surname_compounds[];
extern const guint desk_surname_n_compounds;
extern const DeskSurname desk_surname_given[];
extern const guint desk_surname_n_given;

guint desk_surname_compound_length (const char *simplified);
const char *desk_surname_readings (const char *simplified, guint length);
const char *desk_surname_given_readings (gunichar c);

G_END_DECLS
