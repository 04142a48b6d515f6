/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-clock-picture.h"
#include "desk-paper.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A name and what stands beside it. */
typedef struct
{
  const char *name;
  const char *words;
} DeskOrderFact;

#define DESK_ORDER_FACTS 12
#define DESK_ORDER_SECTIONS 4

typedef enum
{
  DESK_ORDER_WORK,      /* what a technician takes along */
  DESK_ORDER_COMPLAINT, /* sections in place of parts and labour */
  DESK_ORDER_LETTER,    /* the written answer: its text is all of the page */
} DeskOrderKind;

/* One case as it goes on paper. All words are in the language of the paper; they are copied. */
typedef struct
{
  DeskOrderKind kind;
  const char *title;   /* 维修派工单 */
  const char *number;
  const char *printed; /* when and by whom */
  const char *what;    /* where and what: the line that is read first */
  const char *detail;  /* (nullable): what they said */
  const char *notice;  /* (nullable): care and instructions: read before the door is opened */
  const char *clock;   /* response and completion in a line */
  DeskOrderFact facts[DESK_ORDER_FACTS]; /* those without words are left out */
  DeskOrderFact sections[DESK_ORDER_SECTIONS]; /* of COMPLAINT: headings with several lines each, NULL without a heading */
  const char *letter;  /* of LETTER */
  const char *signed_by; /* of LETTER: (nullable): who and when */
  gboolean has_picture;
  DeskClockPicture picture; /* its arrays are copied */
} DeskOrder;

DeskPaper *desk_work_order_new (const DeskText *text, const char *community);
void desk_work_order_add (DeskPaper *paper, const DeskOrder *order);

G_END_DECLS
