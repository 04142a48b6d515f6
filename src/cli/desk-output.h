/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-kind.h"
#include "desk-text.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_OUTPUT_TABLE, /* columns for people, in the language of the process */
  DESK_OUTPUT_CSV,   /* RFC 4180 with a heading, formulas defused */
  DESK_OUTPUT_JSON,  /* one object a line */
} DeskOutputFormat;

typedef enum
{
  DESK_OUTPUT_TEXT,  /* NULL: nothing */
  DESK_OUTPUT_ID,    /* not shown in a table */
  DESK_OUTPUT_CODE,  /* text for programs, not shown in a table */
  DESK_OUTPUT_INT,
  DESK_OUTPUT_BOOL,
  DESK_OUTPUT_DAY,   /* 0: nothing */
  DESK_OUTPUT_TIME,  /* Unix seconds, 0: nothing */
  DESK_OUTPUT_MONEY, /* fen; for programs an integer under a name that ends in _fen */
  DESK_OUTPUT_AREA,  /* 0.01 m², 0: nothing */
  DESK_OUTPUT_RATE,  /* millionths; an integer for programs */
  DESK_OUTPUT_ENUM,  /* nick for programs, word for people */
  DESK_OUTPUT_FLAGS, /* bits 1 << (DeskCare - 1) */
  DESK_OUTPUT_KIND,  /* DeskKind */
} DeskOutputType;

typedef struct
{
  const char *nick;
  const char *heading; /* (nullable): in the user's language; needed where a table shows the column */
  DeskOutputType type;
  const DeskEnumSpec *values; /* of ENUM */
} DeskOutputColumn;

/* Rows on standard output. Cells are given one after the other; the last one of a row ends it. */
typedef struct _DeskOutput DeskOutput;

/* Begins rows of @columns, which must outlive it. */
DeskOutput *desk_output_new (DeskOutputFormat format, const DeskText *text, const DeskOutputColumn *columns,
                             guint n_columns);
void desk_output_free (DeskOutput *output);
/* The next cell: @text or @number, as the column's type says. */
void desk_output_add (DeskOutput *output, const char *text, gint64 number);
/* A word that differs between people and programs: @word for a table, else @nick. */
const char *desk_output_word (const DeskOutput *output, const char *nick, const char *word);
/* FALSE once what was printed did not arrive: nobody needs the rest. */
gboolean desk_output_goes_on (const DeskOutput *output);
guint desk_output_n_rows (const DeskOutput *output);
/* Prints what is left. Returns: 0, or the errno of the first failure. */
int desk_output_end (DeskOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOutput, desk_output_free)

G_END_DECLS
