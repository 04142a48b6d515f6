/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-plan.h"

G_BEGIN_DECLS

/* Bits for what is known of a household from the start. */
#define DESK_DEMO_CARE(care) (1u << (DESK_CARE_##care - 1))

/* A household that is there whatever the seed: what the pictures show and what search must find. */
typedef struct
{
  const char *label;
  const char *owner; /* NULL: nobody is entered */
  const char *pinyin; /* NULL: the guess is right */
  gboolean female;
  guint age; /* at @today, 0 as it falls */
  DeskState state; /* today */
  guint cares; /* DESK_DEMO_CARE bits */
  const char *mobile; /* NULL: as it falls */
  DeskDocumentKind document; /* 0: as it falls */
} DeskDemoCast;

extern const DeskDemoCast desk_demo_cast[];
extern const guint desk_demo_n_cast;

/* Returns: (nullable): the row of that unit. */
const DeskDemoCast *desk_demo_find_cast (const char *label);

G_END_DECLS
