/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-entry-field.h"

G_BEGIN_DECLS

/* A field for an amount of money, kept in fen: 30, 30.5, ¥1,100, full-width figures. Nothing there is 0. */
#define DESK_TYPE_MONEY_FIELD (desk_money_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskMoneyField, desk_money_field, DESK, MONEY_FIELD, DeskEntryField)

GtkWidget *desk_money_field_new (void);

G_END_DECLS
