/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-trouble-page.h"

#include <glib/gi18n.h>

#include "desk-error.h"
#include "desk-language.h"
#include "desk-text-problem.h"

struct _DeskTroublePage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwStatusPage *status;
  GtkButton *restore_button;
  GtkButton *salvage_button;
  GtkButton *retry_button;
  GtkButton *look_button;
  GtkButton *other_button;
};

G_DEFINE_FINAL_TYPE (DeskTroublePage, desk_trouble_page, ADW_TYPE_BIN)

/* What is so, by the kind of error; the sentence below it is the error's own. */
static const struct
{
  DeskErrorCode code;
  const char *title;
  gboolean look; /* reading it without writing may do */
} troubles[] = {
  { DESK_ERROR_DAMAGED, N_("The Store Is Damaged"), FALSE },
  { DESK_ERROR_NEWER_SCHEMA, N_("Written by a Newer Frontdesk"), FALSE },
  { DESK_ERROR_LOCKED, N_("The Store Is in Use"), TRUE },
  { DESK_ERROR_READ_ONLY, N_("The Store Cannot Be Written"), TRUE },
  { DESK_ERROR_BAD_PLACE, N_("The Store Lies in a Bad Place"), FALSE },
  { DESK_ERROR_FULL, N_("The Disk Is Full"), TRUE },
  { DESK_ERROR_NOT_FOUND, N_("There Is No Store"), FALSE },
};

/* Shows @error, which opening the store has met. */
void
desk_trouble_page_show (DeskTroublePage *self, const GError *error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (DeskText) text = desk_text_new (desk_language_get (), zone);
  g_autofree char *sentence = desk_text_error (text, error);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  const char *title = N_("The Store Does Not Open");
  gboolean look = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (g_error_matches (error, DESK_ERROR, (int) troubles[i].code))
      {
        title = troubles[i].title;
        look = troubles[i].look;
      }
  if (desk_error_has_problem (error, DESK_PROBLEM_STORE_NOT_OURS))
    title = N_("Not a Store of Frontdesk");
  adw_status_page_set_title (self->status, _(title));
  adw_status_page_set_description (self->status, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->look_button), look);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), g_error_matches (error, DESK_ERROR, DESK_ERROR_DAMAGED));
  gtk_widget_set_visible (GTK_WIDGET (self->salvage_button), g_error_matches (error, DESK_ERROR, DESK_ERROR_DAMAGED));
}

/* Puts the focus on the first way out. */
void
desk_trouble_page_grab_start_focus (DeskTroublePage *self)
{
  gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->restore_button)) ? GTK_WIDGET (self->restore_button)
                                                                                    : GTK_WIDGET (self->retry_button));
}

static void
desk_trouble_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* before its template goes: AdwBin does not notice that */
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_TROUBLE_PAGE);
  G_OBJECT_CLASS (desk_trouble_page_parent_class)->dispose (object);
}

static void
desk_trouble_page_class_init (DeskTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_trouble_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/start/desk-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, DeskTroublePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, DeskTroublePage, salvage_button);
  gtk_widget_class_bind_template_child (widget_class, DeskTroublePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, DeskTroublePage, look_button);
  gtk_widget_class_bind_template_child (widget_class, DeskTroublePage, other_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "app.retry", NULL);
}

static void
desk_trouble_page_init (DeskTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DeskTroublePage *
desk_trouble_page_new (void)
{
  return g_object_new (DESK_TYPE_TROUBLE_PAGE, NULL);
}
