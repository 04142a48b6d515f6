/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-problem.h"
#include "desk-register.h"

G_BEGIN_DECLS

/* What a single record must be like, whatever else is in the store. Each function cleans the record's texts (blanks at
 * the ends, full-width digits where only digits make sense) and adds to @problems what is wrong. */

#define DESK_AREA_MAX 99999999 /* 999,999.99 m² */

void desk_rule_community (DeskCommunity *community, GPtrArray *problems);
void desk_rule_building (DeskBuilding *building, GPtrArray *problems);
void desk_rule_entrance (DeskEntrance *entrance, GPtrArray *problems);
void desk_rule_unit (DeskUnit *unit, GPtrArray *problems);
void desk_rule_person (DeskPerson *person, GPtrArray *problems);
void desk_rule_phone (DeskPhone *phone, int row, GPtrArray *problems);
void desk_rule_document (DeskDocument *document, int row, GPtrArray *problems);
void desk_rule_occupancy (DeskOccupancy *occupancy, GPtrArray *problems);
void desk_rule_vehicle (DeskVehicle *vehicle, GPtrArray *problems);
void desk_rule_space_lease (DeskSpaceLease *lease, GPtrArray *problems);
void desk_rule_care_flag (DeskCareFlag *flag, GPtrArray *problems);
void desk_rule_instruction (DeskInstruction *instruction, GPtrArray *problems);
void desk_rule_staff (DeskStaff *staff, GPtrArray *problems);

void desk_rule_text (char **text, const char *field, int row, guint least, guint most, gboolean lines,
                     GPtrArray *problems);
void desk_rule_range (gint64 value, gint64 least, gint64 most, const char *field, int row, GPtrArray *problems);
void desk_rule_day (DeskDay day, const char *field, GPtrArray *problems);
void desk_rule_interval (DeskDay from, DeskDay to, GPtrArray *problems);
void desk_rule_choice (gint64 value, const DeskEnumSpec *values, const char *field, int row, GPtrArray *problems);

gboolean desk_rule_parse_area (const char *text, const char *field, gint64 *area, GPtrArray *problems);
gboolean desk_rule_parse_share (const char *text, const char *field, gint64 *share, GPtrArray *problems);
gboolean desk_rule_parse_day (const char *text, const char *field, DeskDay *day, GPtrArray *problems);

/* One share of a unit that is owned from @from to @to. */
typedef struct
{
  gint64 id;
  gint64 share; /* millionths */
  DeskDay from;
  DeskDay to;
} DeskShare;

DeskDay desk_rule_shares_exceed (const DeskShare *shares, guint n_shares);
gboolean desk_rule_resident_id_is_valid (const char *number);

G_END_DECLS
