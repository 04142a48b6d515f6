/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-list-source.h"

G_BEGIN_DECLS

/* The engine as a source of lists: LIST_IDS and GET_ROWS on its reader threads. */
#define DESK_TYPE_ENGINE_SOURCE (desk_engine_source_get_type ())
G_DECLARE_FINAL_TYPE (DeskEngineSource, desk_engine_source, DESK, ENGINE_SOURCE, GObject)

DeskListSource *desk_engine_source_new (DeskEngine *engine);

G_END_DECLS
