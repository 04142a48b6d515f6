/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-page-rows.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

/* Does [@from, @to) hold on @today, or begin later? What has not begun is still to be seen. */
gboolean
desk_page_in_force (DeskDay from, DeskDay to, DeskDay today)
{
  return to == 0 || to > today;
}

/* Returns: (transfer floating): since when, and until when if it ends; in two lines where it is narrow, for days are never
 * cut. */
GtkWidget *
desk_page_days_cell (const DeskText *text, DeskDay from, DeskDay to)
{
  g_autofree char *words = to != 0 ? desk_text_days (text, from, to) : from != 0 ? desk_text_day (from) : g_strdup ("");
  GtkWidget *cell;

  cell = desk_section_cell (words, "dim");
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  return cell;
}

static GtkWidget *
row_cells (DeskSection *section, DeskKind kind, gint64 id, const char *key, const char *what, const char *whose,
           GtkWidget *days, gboolean past)
{
  GtkWidget *cells[] = { desk_section_cell (key, past ? "dim" : "strong"), desk_section_cell (what, NULL),
                         desk_section_cell (whose, "dim"), days };

  gtk_label_set_ellipsize (GTK_LABEL (cells[0]), PANGO_ELLIPSIZE_NONE);
  if (past)
    gtk_widget_add_css_class (cells[1], "dim");
  return desk_section_add_row (section, kind, id, cells, G_N_ELEMENTS (cells));
}

/* A vehicle: on a unit's page with its person, on a person's with its unit. */
void
desk_page_add_vehicle (DeskSection *section, const DeskText *text, const DeskVehicleCard *card, gboolean of_unit,
                       DeskDay today)
{
  const DeskVehicle *vehicle = card->vehicle;

  row_cells (section, DESK_KIND_VEHICLE, vehicle->record.id, vehicle->plate,
             vehicle->description != NULL ? vehicle->description : "", of_unit ? card->person_name : card->unit_label,
             desk_page_days_cell (text, vehicle->from_day, vehicle->to_day),
             !desk_page_in_force (vehicle->from_day, vehicle->to_day, today));
}

/* A leased space: with the space's label, or of a space who leases it. */
void
desk_page_add_lease (DeskSection *section, const DeskText *text, const DeskLeaseCard *card, gboolean of_space, DeskDay today)
{
  const DeskSpaceLease *lease = card->lease;
  const char *key = of_space ? (card->unit_label != NULL ? card->unit_label : "—") : card->space_label;

  row_cells (section, DESK_KIND_SPACE_LEASE, lease->record.id, key, _("leased space"), card->person_name,
             desk_page_days_cell (text, lease->from_day, lease->to_day),
             !desk_page_in_force (lease->from_day, lease->to_day, today));
}

/* Returns: (transfer floating): all phones below one another, masked. */
GtkWidget *
desk_page_phones (DeskReveal *reveal, GPtrArray *phones)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < phones->len; i++)
    {
      const DeskNumber *number = phones->pdata[i];

      gtk_box_append (GTK_BOX (box), desk_number_cell_new (reveal, DESK_KIND_PHONE, number->id, number->masked));
    }
  if (phones->len == 0)
    gtk_box_append (GTK_BOX (box), desk_section_cell ("—", "dim"));
  return box;
}

/* Asks for all of them. */
void
desk_page_reveal_phones (DeskReveal *reveal, GPtrArray *phones)
{
  for (guint i = 0; i < phones->len; i++)
    desk_reveal_ask (reveal, DESK_KIND_PHONE, ((DeskNumber *) phones->pdata[i])->id);
}

/* Returns: (transfer floating): 业主 50 %, or the relation to the owner where one is written. */
GtkWidget *
desk_page_role_cell (const DeskText *text, const DeskOccupancy *occupancy)
{
  const char *role = desk_text_enum (text, &desk_enum_role, occupancy->role);
  g_autofree char *share = NULL, *words = NULL;

  if (occupancy->relation != NULL && *occupancy->relation != '\0')
    words = occupancy->role == DESK_ROLE_FAMILY || occupancy->role == DESK_ROLE_STAFF
                ? g_strdup (occupancy->relation)
                                                : g_strdup_printf ("%s · %s", role, occupancy->relation);
  else if ((occupancy->role == DESK_ROLE_OWNER || occupancy->role == DESK_ROLE_CO_OWNER) && occupancy->share > 0
           && occupancy->share < 1000000)
    {
      share = desk_text_share (occupancy->share);
      words = g_strdup_printf ("%s %s", role, share);
    }
  else
    words = g_strdup (role);
  return desk_section_cell (words, "dim");
}

/* Returns: (transfer floating): lived in and let are well, vacant and unsold stand out as nothing. */
GtkWidget *
desk_page_state_pill (const DeskText *text, gint64 state)
{
  const char *style = state == DESK_STATE_LIVED_IN || state == DESK_STATE_LET ? "ok"
                      : state == DESK_STATE_DECORATING                        ? "soon"
                                                                              : NULL;

  return desk_pill_new (desk_text_enum (text, &desk_enum_state, state), style);
}

/* Returns: (transfer full): 3 栋 2 单元 15 层. */
char *
desk_page_place (const DeskText *text, const DeskUnit *unit, const DeskBuilding *building, const DeskEntrance *entrance)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *floor = g_strdup_printf ("%" G_GINT64_FORMAT, unit->floor);

  if (building != NULL)
    g_ptr_array_add (parts, desk_text_fill (_("Building %1"), (const char *[]){ building->code, NULL }));
  if (building != NULL && building->name != NULL && *building->name != '\0')
    g_ptr_array_add (parts, g_strdup (building->name));
  if (entrance != NULL)
    g_ptr_array_add (parts, desk_text_fill (_("entrance %1"), (const char *[]){ entrance->code, NULL }));
  if (unit->floor != 0)
    g_ptr_array_add (parts, desk_text_fill (_("floor %1"), (const char *[]){ floor, NULL }));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}

/* Returns: (transfer floating): the three dots with what else can be done. */
GtkWidget *
desk_page_menu_button (const char *label, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}
