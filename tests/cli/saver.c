/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "desk-error.h"
#include "desk-id.h"
#include "desk-service.h"

/* saver STORE [NAME…]: holds the store as the window does. Saves a person of each name; without names one after the
 * other until it is killed. Says the id of each once it is on the disk; with names it then waits for its input to end. */
static gint64
save (DeskService *service, const DeskActor *actor, const char *name)
{
  g_autoptr (DeskRecord) person = desk_record_new (DESK_KIND_PERSON);
  g_autofree char *key = desk_id_new_key ();
  g_autoptr (GError) error = NULL;
  DeskPersonInput in = { .input = { key }, .person = (DeskPerson *) person };
  DeskSaved out = { 0 };
  gint64 id;

  ((DeskPerson *) person)->kind = DESK_PERSON_KIND_NATURAL;
  desk_text_set (&((DeskPerson *) person)->name, name);
  if (!desk_save_person (service, actor, &in, &out, &error))
    g_error ("%s", error->message);
  id = out.id;
  desk_saved_clear (&out);
  return id;
}

static void
tell (gint64 id)
{
  printf ("%" G_GINT64_FORMAT "\n", id);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskService) service = desk_service_open (argv[1], DESK_OPEN_WRITE, clock, &error);
  g_autoptr (DeskActor) actor = service != NULL ? desk_service_sole_actor (service, &error) : NULL;

  if (actor == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; argc == 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("张%u", i);

      tell (save (service, actor, name));
    }
  for (int i = 2; i < argc; i++)
    tell (save (service, actor, argv[i]));
  while (getchar () != EOF)
    ;
  return 0;
}
