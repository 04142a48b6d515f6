/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-record-page.h"
#include "desk-register.h"

G_BEGIN_DECLS

/* The page of a person: units held, phones, documents, vehicles, leased spaces; one timeline. */
#define DESK_TYPE_PERSON_PAGE_VIEW (desk_person_page_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskPersonPageView, desk_person_page_view, DESK, PERSON_PAGE_VIEW, DeskRecordPage)

GtkWidget *desk_person_page_view_new (DeskEngine *engine, DeskText *text);
const DeskPersonPage *desk_person_page_view_get (DeskPersonPageView *self);
gboolean desk_person_page_view_key (DeskPersonPageView *self, guint keyval);

G_END_DECLS
