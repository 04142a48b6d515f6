/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nothing longer is a label: what lies beyond so many characters is not looked at. */
#define DESK_UNIT_LABEL_LENGTH 64

/* What a typed label may be turned into. */
typedef enum
{
  DESK_LABEL_WHOLE = 0,
  DESK_LABEL_BEGUN = 1 << 0, /* still being typed: "3栋" gives "3-", "3栋2单" gives "3-2" */
  DESK_LABEL_BARE = 1 << 1,  /* leading zeros of number parts dropped: 03-2-0301 gives 3-2-301 */
} DeskLabelFlags;

char *desk_unit_label_make (const char *building, const char *entrance, const char *room);
char *desk_unit_label_normalize (const char *text);
char *desk_unit_label_read (const char *text, DeskLabelFlags flags, gboolean *says_building);

G_END_DECLS
