/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-search-query.h"
#include "desk-service.h"

G_BEGIN_DECLS

/* The same statements over the same rows by bare C: bound by number, columns copied, nothing else. */
typedef struct _SearchProbe SearchProbe;

SearchProbe *search_probe_open (const char *path, DeskDay today);
void search_probe_close (SearchProbe *probe);
guint search_probe_look_up (SearchProbe *probe, const DeskSearchQuery *query, const DeskHits *hits, guint limit);
guint search_probe_unit_ids (SearchProbe *probe);
guint search_probe_person_ids (SearchProbe *probe);
guint search_probe_rows (SearchProbe *probe, DeskList list, GArray *ids);

/* A random text of the store: column of a random row of a table. Returns: (transfer full). */
char *search_probe_random (SearchProbe *probe, const char *table, const char *column, GRand *random);

G_END_DECLS
