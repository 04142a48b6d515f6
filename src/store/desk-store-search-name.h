/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-store-search.h"

G_BEGIN_DECLS

/* What a hit is called, one function a kind of key: the entries of the table in desk-store-search.c. */
typedef gboolean (*DeskFoundNameFunc) (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name,
                                       GError **error);

/* Each reads by id and leaves @name without a title when the record is gone; FALSE with a store error. */
gboolean desk_found_name_unit (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error);
gboolean desk_found_name_person (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name,
                                 GError **error);
gboolean desk_found_name_phone (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name,
                                GError **error);
gboolean desk_found_name_document (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name,
                                   GError **error);
gboolean desk_found_name_case (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error);
gboolean desk_found_name_visit (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error);
gboolean desk_found_name_vehicle (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name,
                                  GError **error);

G_END_DECLS
