/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-header-registry.h"

#include "desk-bell.h"
#include "desk-person-box.h"

/* From left to right. Only what works stands here. */
static const DeskHeaderSpec items[] = {
  { .place = DESK_HEADER_END, .make = desk_bell_new },
  { .place = DESK_HEADER_END, .make = desk_person_box_new, .set_narrow = desk_person_box_set_narrow },
};

/* Returns: how many widgets the header has besides search and menu. */
guint
desk_header_registry_size (void)
{
  return G_N_ELEMENTS (items);
}

/* Returns: (transfer none) (nullable): the row at @index, NULL past the end. */
const DeskHeaderSpec *
desk_header_registry_get (guint index)
{
  return index < G_N_ELEMENTS (items) ? &items[index] : NULL;
}
