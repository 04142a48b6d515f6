/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Called with what was typed, once; with NULL when somebody changed their mind. */
typedef void (*DeskPassphraseFunc) (const char *passphrase, gpointer data);

/* Asks for a new passphrase, twice, and says that it cannot be found again. @data lives as long as @parent. */
void desk_passphrase_dialog_ask (GtkWindow *parent, DeskPassphraseFunc func, gpointer data);

G_END_DECLS
