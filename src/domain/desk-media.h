/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that go with a record: which kinds are kept, how large they may be, what they are called (design.md, rule 10).
 * A kind is told by the first bytes, never by the name alone. */

#define DESK_FILE_MAX (10 << 20)           /* bytes of a file as it is kept */
#define DESK_FILE_INTAKE_MAX (100 << 20)   /* bytes of a picture before it is made smaller */
#define DESK_PICTURE_PIXELS G_GINT64_CONSTANT (40000000)
#define DESK_PICTURE_SIDE 2560             /* px of a picture's longer side as it is kept */
#define DESK_FILES_OF_RECORD 60
#define DESK_FILE_NAME_LENGTH 120          /* characters */

typedef struct
{
  const char *mime;
  const char *suffix;  /* without the point; others of the same kind stand in the table, too */
  const char *decoder; /* (nullable): of pictures we can draw */
} DeskMedia;

const DeskMedia *desk_media_find (const guint8 *bytes, gsize n_bytes, const char *name);
const DeskMedia *desk_media_of_mime (const char *mime);
char *desk_media_name (const char *name, const DeskMedia *media);

G_END_DECLS
