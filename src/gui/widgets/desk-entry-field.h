/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-field.h"

G_BEGIN_DECLS

/* A field for one line: words, a whole number, a day, an area, a share in percent, by the type of the record's field.
 * Days and figures are read freely (2026.3.1, 118,5 m², 50 %) and shown whole on leaving. */
#define DESK_TYPE_ENTRY_FIELD (desk_entry_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskEntryField, desk_entry_field, DESK, ENTRY_FIELD, DeskField)

/* A field with another reading of its line derives from it and loads and stores by itself. */
struct _DeskEntryFieldClass
{
  DeskFieldClass parent_class;
  void (*shown) (DeskEntryField *self); /* (nullable): other words stand there, typed or not */
};

GtkWidget *desk_entry_field_new (void);
GtkWidget *desk_entry_field_get_entry (DeskEntryField *self);
void desk_entry_field_set_example (DeskEntryField *self, const char *example);
const char *desk_entry_field_get_text (DeskEntryField *self);
void desk_entry_field_set_text (DeskEntryField *self, const char *text);

/* The day meant by @text: 2026-03-01, 20260301, 2026.3.1, 2026年3月1日, and 3-1 in the year of @today. */
gboolean desk_entry_field_parse_day (const char *text, DeskDay today, DeskDay *day);

G_END_DECLS
