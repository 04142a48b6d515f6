/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-random.h"
#include "desk-kind.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  guint16 weight; /* of 10,000 people */
} DeskDemoSurname;

/* Given names of those born from @from_year on; words stand with blanks between. */
typedef struct
{
  int from_year;
  struct
  {
    const char *girls;
    const char *boys;
  } whole, first, second;
} DeskDemoCohort;

typedef struct
{
  const char *name;
  gboolean female;
  DeskDocumentKind document;
} DeskDemoForeignName;

extern const DeskDemoSurname desk_demo_surnames[];
extern const guint desk_demo_n_surnames;
extern const DeskDemoCohort desk_demo_cohorts[];
extern const guint desk_demo_n_cohorts;
extern const DeskDemoForeignName desk_demo_foreign_names[];
extern const guint desk_demo_n_foreign_names;

/* A surname as likely as it is in the country; (transfer none). */
const char *desk_demo_surname (DeskDemoRandom *random);
/* The surname @name begins with: two characters where the table has them so; (transfer full). */
char *desk_demo_surname_of (const char *name);
/* Does @name begin with a surname of the table, written as it is there? Children are named after such a parent. */
gboolean desk_demo_has_surname (const char *name);
/* Is it a name everybody knows from the news? The demonstration has none of them. */
gboolean desk_demo_is_famous (const char *name);
/* A given name of the generation; (transfer full). */
char *desk_demo_given_name (DeskDemoRandom *random, gboolean female, int born);
/* One word of @words, which stand with blanks between; (transfer full). */
char *desk_demo_word (DeskDemoRandom *random, const char *words);

G_END_DECLS
