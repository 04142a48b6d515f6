/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall.h"

#include <stdlib.h>
#include <string.h>

#include "desk-unit-order.h"

void
desk_wall_cell_free (gpointer cell)
{
  DeskWallCell *self = cell;

  g_free (self->label);
  g_free (self->room);
  g_free (self->entrance);
  g_free (self->sort_key);
  g_free (self);
}

static void
entrance_free (gpointer entrance)
{
  g_free (((DeskWallEntrance *) entrance)->code);
  g_free (entrance);
}

DeskWall *
desk_wall_new (void)
{
  DeskWall *self = g_new0 (DeskWall, 1);

  self->cells = g_ptr_array_new_with_free_func (desk_wall_cell_free);
  self->entrances = g_ptr_array_new_with_free_func (entrance_free);
  self->doors = g_ptr_array_new_with_free_func (g_free);
  self->floors = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

void
desk_wall_free (DeskWall *wall)
{
  if (wall == NULL)
    return;
  g_ptr_array_unref (wall->cells);
  g_ptr_array_unref (wall->entrances);
  g_ptr_array_unref (wall->doors);
  g_array_unref (wall->floors);
  g_free (wall);
}

/* The door of a room number, whatever its floor: 1501 and 201 are 01; one that is no number is a door of its own. */
static char *
door_of (const DeskWallCell *cell)
{
  gsize n = strspn (cell->room, "0123456789");

  return n >= 3 && cell->room[n] == '\0' ? g_strdup (cell->room + n - 2) : g_strdup (cell->room);
}

/* A cell and where it stands, worked out once: comparing makes thousands of them otherwise. */
typedef struct
{
  const char *key;
  gpointer cell;
} Place;

static int
by_key (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Place *) a)->key, ((const Place *) b)->key);
}

static void
sort_by_place (GPtrArray *cells)
{
  g_autofree Place *places = g_new0 (Place, cells->len);

  for (guint i = 0; i < cells->len; i++)
    {
      DeskWallCell *cell = cells->pdata[i];

      if (cell->sort_key == NULL)
        cell->sort_key = desk_unit_sort_key ("", cell->entrance, cell->floor, cell->room);
      places[i] = (Place){ cell->sort_key, cell };
    }
  if (places != NULL) /* no cell, no place: qsort wants an array even for none */
    qsort (places, cells->len, sizeof *places, by_key);
  for (guint i = 0; i < cells->len; i++)
    cells->pdata[i] = places[i].cell;
}

static int
by_cell (gconstpointer a, gconstpointer b)
{
  const DeskWallCell *x = *(DeskWallCell *const *) a, *y = *(DeskWallCell *const *) b;

  return x->row != y->row ? x->row - y->row : x->column - y->column;
}

static int
by_door (gconstpointer a, gconstpointer b)
{
  const char *x = *(char *const *) a, *y = *(char *const *) b;
  gsize n = strlen (x), m = strlen (y);

  /* Doors with two digits first, in order; names behind them. */
  return n != m ? (n < m ? -1 : 1) : strcmp (x, y);
}

static int
downwards (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

static void
add_floor (GArray *floors, int floor)
{
  for (guint i = 0; i < floors->len; i++)
    if (g_array_index (floors, int, i) == floor)
      return;
  g_array_append_val (floors, floor);
}

static int
row_of (const DeskWall *wall, int floor)
{
  for (guint i = 0; i < wall->floors->len; i++)
    if (g_array_index (wall->floors, int, i) == floor)
      return (int) i;
  return 0;
}

static gboolean
has_door (GPtrArray *doors, const char *door)
{
  for (guint i = 0; i < doors->len; i++)
    if (strcmp (doors->pdata[i], door) == 0)
      return TRUE;
  return FALSE;
}

/* The columns of one entrance, whose cells are @begin to @end in the order of places. */
static void
arrange_entrance (DeskWall *wall, guint begin, guint end)
{
  g_autoptr (GPtrArray) doors = g_ptr_array_new_with_free_func (g_free);
  DeskWallEntrance *entrance = g_new0 (DeskWallEntrance, 1);

  for (guint i = begin; i < end; i++)
    {
      char *door = door_of (wall->cells->pdata[i]);

      if (has_door (doors, door))
        g_free (door);
      else
        g_ptr_array_add (doors, door);
    }
  g_ptr_array_sort (doors, by_door);
  *entrance = (DeskWallEntrance){ g_strdup (((DeskWallCell *) wall->cells->pdata[begin])->entrance),
                                  (int) wall->doors->len, (int) doors->len };
  for (guint i = begin; i < end; i++)
    {
      DeskWallCell *cell = wall->cells->pdata[i];
      g_autofree char *door = door_of (cell);

      for (guint k = 0; k < doors->len; k++)
        if (strcmp (doors->pdata[k], door) == 0)
          cell->column = entrance->column + (int) k;
    }
  for (guint k = 0; k < doors->len; k++)
    g_ptr_array_add (wall->doors, g_strdup (doors->pdata[k]));
  g_ptr_array_add (wall->entrances, entrance);
}

/* Two that would stand in one place (rooms of the same number on one floor) go side by side: the later in a free column
 * at the end. */
static void
part_doubles (DeskWall *wall)
{
  for (guint i = 1; i < wall->cells->len; i++)
    {
      DeskWallCell *cell = wall->cells->pdata[i], *before = wall->cells->pdata[i - 1];
      DeskWallEntrance *last = wall->entrances->pdata[wall->entrances->len - 1];

      if (cell->row != before->row || cell->column != before->column)
        continue;
      cell->column = (int) wall->doors->len;
      last->n_columns++;
      g_ptr_array_add (wall->doors, g_strdup (cell->room));
    }
  g_ptr_array_sort (wall->cells, by_cell);
}

/* Gives every cell its row and column. */
void
desk_wall_arrange (DeskWall *wall)
{
  guint begin = 0;

  for (guint i = 0; i < wall->cells->len; i++)
    {
      DeskWallCell *cell = wall->cells->pdata[i];

      if (cell->floor == 0)
        cell->floor = desk_floor_of_room (cell->room);
      add_floor (wall->floors, cell->floor);
    }
  g_array_sort (wall->floors, downwards);
  sort_by_place (wall->cells);
  for (guint i = 1; i <= wall->cells->len; i++)
    if (i == wall->cells->len
        || strcmp (((DeskWallCell *) wall->cells->pdata[i])->entrance, ((DeskWallCell *) wall->cells->pdata[begin])->entrance) != 0)
      {
        arrange_entrance (wall, begin, i);
        begin = i;
      }
  for (guint i = 0; i < wall->cells->len; i++)
    ((DeskWallCell *) wall->cells->pdata[i])->row = row_of (wall, ((DeskWallCell *) wall->cells->pdata[i])->floor);
  g_ptr_array_sort (wall->cells, by_cell);
  part_doubles (wall);
}

/* Returns: (nullable): the cell at this place. */
const DeskWallCell *
desk_wall_at (const DeskWall *wall, int row, int column)
{
  for (guint i = 0; i < wall->cells->len; i++)
    {
      const DeskWallCell *cell = wall->cells->pdata[i];

      if (cell->row == row && cell->column == column)
        return cell;
    }
  return NULL;
}

/* Returns: (nullable): the cell of this unit. */
const DeskWallCell *
desk_wall_find (const DeskWall *wall, gint64 unit_id)
{
  for (guint i = 0; i < wall->cells->len; i++)
    if (((const DeskWallCell *) wall->cells->pdata[i])->unit_id == unit_id)
      return wall->cells->pdata[i];
  return NULL;
}

/* How far a cell is from the line that is walked along; the nearer one is meant where there are gaps. */
static int
distance (const DeskWallCell *from, const DeskWallCell *to, DeskWallStep step)
{
  int across = abs (to->column - from->column), down = to->row - from->row;

  switch (step)
    {
    case DESK_WALL_LEFT:
      return down == 0 && to->column < from->column ? across : -1;
    case DESK_WALL_RIGHT:
      return down == 0 && to->column > from->column ? across : -1;
    case DESK_WALL_UP:
      return down < 0 ? -down * 1000 + across : -1;
    case DESK_WALL_DOWN:
      return down > 0 ? down * 1000 + across : -1;
    case DESK_WALL_TOP:
      return to->row * 1000 + across;
    case DESK_WALL_BOTTOM:
    default:
      return 1000000 - to->row * 1000 + across;
    }
}

/* Returns: where an arrow leads; @from itself at the edge. */
const DeskWallCell *
desk_wall_step (const DeskWall *wall, const DeskWallCell *from, DeskWallStep step)
{
  const DeskWallCell *best = from;
  int nearest = G_MAXINT;

  for (guint i = 0; i < wall->cells->len; i++)
    {
      int d = distance (from, wall->cells->pdata[i], step);

      if (d >= 0 && d < nearest)
        {
          nearest = d;
          best = wall->cells->pdata[i];
        }
    }
  return best;
}
