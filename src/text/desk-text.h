/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks for texts that are looked up later. As in glib/gi18n.h: desk_text_get (text, N_("Save")) and NC_ for a text
 * whose context is known where it is looked up. Two arguments in one: NP_ is a context and its text,
 * desk_text_get_c (text, NP_("field", "Name")); NN_ is a text for one and for many,
 * desk_text_get_n (text, NN_("%1 room", "%1 rooms"), n). */
#ifndef N_
#define N_(String) (String)
#endif
#ifndef NC_
#define NC_(Context, String) (String)
#endif
#define NP_(Context, String) (Context), (String)
#define NN_(One, Many) (One), (Many)

/* The words of one language with the time zone of the store. It reads its catalogue itself and never asks the
 * process's locale, so that papers speak the store's language in any window. Immutable: any thread may use it. */
typedef struct _DeskText DeskText;

DeskText *desk_text_new (const char *language, GTimeZone *zone);
DeskText *desk_text_ref (DeskText *text);
void desk_text_unref (DeskText *text);
const char *desk_text_language (const DeskText *text);
GTimeZone *desk_text_zone (const DeskText *text);

const char *desk_text_get (const DeskText *text, const char *msgid);
const char *desk_text_get_c (const DeskText *text, const char *context, const char *msgid);
const char *desk_text_get_n (const DeskText *text, const char *one, const char *many, gint64 n);

/* The words with %1 … %9 replaced; NULL ends the arguments. */
char *desk_text_format (const DeskText *text, const char *msgid, ...) G_GNUC_NULL_TERMINATED;
char *desk_text_format_c (const DeskText *text, const char *context, const char *msgid, ...) G_GNUC_NULL_TERMINATED;
char *desk_text_format_n (const DeskText *text, const char *one, const char *many, gint64 n,
                          ...) G_GNUC_NULL_TERMINATED;
char *desk_text_fill (const char *words, const char *const *args);

const char *desk_text_locale_dir (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskText, desk_text_unref)

G_END_DECLS
