/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Lists: ids in order, one row by id, counts of the filters. */
#define DESK_SQL_LIST(X)
