/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-household.h"

#include "desk-demo-names.h"
#include "desk-demo-papers.h"

DeskDay
desk_demo_born (DeskDemoLife *life, int age)
{
  DeskDay day = desk_day_new (desk_day_year (life->plan->today) - age, desk_demo_between (&life->random, 1, 12),
                              desk_demo_between (&life->random, 1, 28));

  return day <= life->plan->today ? day : day - 10000;
}

/* Whole years of somebody @born, on @day. */
int
desk_demo_age (DeskDemoPlan *plan, DeskDay born, DeskDay day)
{
  return (int) ((day - born) / 10000);
}

/* Adults have a phone, some old people only the one on the wall, children none, and some families have one for
 * all. */
static void
add_phones (DeskDemoLife *life, DeskPerson *person, int age)
{
  DeskDemoPlan *plan = life->plan;
  DeskDemoSoul *owner = life->owner && !life->strangers ? desk_demo_plan_soul (plan, life->owner->record.id) : NULL;
  g_autofree char *mobile = desk_demo_mobile (&life->random, NULL);
  g_autofree char *fixed = desk_demo_fixed_line (&life->random);
  guint drawn = desk_demo_below (&life->random, 100);

  if (age < 12 || (age < 18 && drawn < 50))
    return;
  if (owner != NULL && owner->mobile != NULL && drawn < 7)
    desk_demo_add_phone (plan, person, DESK_PHONE_KIND_MOBILE, owner->mobile, 0);
  else if (age > 70 && drawn < 35)
    desk_demo_add_phone (plan, person, DESK_PHONE_KIND_HOME, fixed, 0);
  else if (drawn < 96)
    desk_demo_add_phone (plan, person, DESK_PHONE_KIND_MOBILE, mobile, 0);
  if (age > 55 && drawn > 80)
    desk_demo_add_phone (plan, person, DESK_PHONE_KIND_HOME, fixed, 0);
  else if (drawn % 20 == 13)
    {
      g_autofree char *second = desk_demo_mobile (&life->random, NULL);

      desk_demo_add_phone (plan, person, DESK_PHONE_KIND_MOBILE, second,
                           desk_day_add (plan->today, -(int) desk_demo_below (&life->random, 700)));
    }
}

static void
add_paper (DeskDemoLife *life, DeskPerson *person, DeskDocumentKind kind, DeskDay born, gboolean female)
{
  g_autofree char *number = kind == DESK_DOCUMENT_KIND_PASSPORT ? desk_demo_passport (&life->random)
                            : kind == DESK_DOCUMENT_KIND_PERMIT ? desk_demo_permit (&life->random)
                                                                : desk_demo_resident_id (&life->random, born, female);

  desk_demo_add_document (life->plan, person, kind, number);
}

/* A name of @surname, or of any when that is NULL; (transfer full). */
static char *
make_name (DeskDemoLife *life, const char *surname, gboolean female, int born)
{
  for (;;)
    {
      g_autofree char *given = desk_demo_given_name (&life->random, female, born);
      g_autofree char *full
          = g_strconcat (surname != NULL ? surname : desk_demo_surname (&life->random), given, NULL);

      if (!desk_demo_is_famous (full))
        return g_steal_pointer (&full);
    }
}

/* @with_document: of 100, how many of such people have shown their papers. */
DeskPerson *
desk_demo_make_person (DeskDemoLife *life, const char *surname, const char *name, gboolean female, DeskDay born,
                       guint with_document)
{
  g_autofree char *full = NULL;
  DeskDocumentKind kind = DESK_DOCUMENT_KIND_RESIDENT_ID;
  DeskPerson *person;

  if (name == NULL && surname == NULL && desk_demo_one_in_thousand (&life->random, 6))
    {
      const DeskDemoForeignName *foreign
          = &desk_demo_foreign_names[desk_demo_below (&life->random, desk_demo_n_foreign_names)];

      name = foreign->name;
      female = foreign->female;
      kind = foreign->document;
    }
  full = name != NULL ? g_strdup (name) : make_name (life, surname, female, desk_day_year (born));
  person = desk_demo_add_person (life->plan, full, female, born);
  add_phones (life, person, desk_demo_age (life->plan, born, life->plan->today));
  if (desk_demo_chance (&life->random, with_document))
    add_paper (life, person, kind, born, female);
  return person;
}

/* The owner of the cast, with the number the picture shows. */
static DeskPerson *
make_cast (DeskDemoLife *life)
{
  const DeskDemoCast *cast = life->cast;
  int age = cast->age > 0 ? (int) cast->age : desk_demo_between (&life->random, 30, 60);
  DeskDay born = desk_demo_born (life, age);
  DeskPerson *person = desk_demo_add_person (life->plan, cast->owner, cast->female, born);

  desk_text_set (&person->pinyin, cast->pinyin);
  if (cast->mobile != NULL)
    desk_demo_add_phone (life->plan, person, DESK_PHONE_KIND_MOBILE, cast->mobile, 0);
  else
    add_phones (life, person, age);
  add_paper (life, person, cast->document ? cast->document : DESK_DOCUMENT_KIND_RESIDENT_ID, born, cast->female);
  return person;
}

/* How old the owner is today for each kind of family. */
static int
owner_age (DeskDemoLife *life)
{
  switch (life->family)
    {
    case DESK_DEMO_YOUNG_COUPLE:
    case DESK_DEMO_SINGLE:
      return desk_demo_between (&life->random, 25, 36);
    case DESK_DEMO_OLDER_COUPLE:
      return desk_demo_between (&life->random, 52, 64);
    case DESK_DEMO_ELDERLY_COUPLE:
      return desk_demo_between (&life->random, 65, 83);
    case DESK_DEMO_ELDERLY_ALONE:
      return desk_demo_between (&life->random, 71, 92);
    case DESK_DEMO_THREE_GENERATIONS:
      return desk_demo_between (&life->random, 34, 45);
    case DESK_DEMO_WITH_CHILDREN:
    default:
      return desk_demo_between (&life->random, 30, 52);
    }
}

/* Nobody buys as a child: who would have been too young on @from was older then. */
static DeskDay
owner_born (DeskDemoLife *life, DeskDay from)
{
  DeskDay born = desk_demo_born (life, owner_age (life));

  if (desk_demo_age (life->plan, born, from) < 24)
    born -= (DeskDay) (24 - desk_demo_age (life->plan, born, from)) * 10000;
  return born;
}

/* Somebody who has bought before, or one who will again; NULL: an ordinary buyer. */
static DeskPerson *
find_investor (DeskDemoLife *life)
{
  GArray *investors = life->plan->investors;

  if (life->cast == NULL && investors->len > 0 && desk_demo_chance (&life->random, 3))
    {
      guint recent = MIN (investors->len, 12);
      guint index = investors->len - 1 - desk_demo_below (&life->random, recent);

      return desk_demo_plan_person (life->plan, g_array_index (investors, gint64, index));
    }
  return NULL;
}

/* The wife or husband: on the deed for a half in two of five marriages, else there from the day they move in. */
static void
add_spouse (DeskDemoLife *life, DeskOccupancy *deed, DeskDay from, DeskDay to)
{
  DeskDemoSoul *owner = desk_demo_plan_soul (life->plan, life->owner->record.id);
  int age = desk_demo_age (life->plan, owner->born, life->plan->today) + desk_demo_between (&life->random, -4, 4);
  DeskOccupancy *row;

  life->spouse = desk_demo_make_person (life, NULL, NULL, !owner->female, desk_demo_born (life, MAX (age, 23)),
                                        deed != NULL ? 70 : 20);
  row = desk_demo_add_occupancy (life->plan, life->unit, life->spouse,
                                 deed != NULL ? DESK_ROLE_CO_OWNER : DESK_ROLE_FAMILY, "配偶", from, to);
  if (row != NULL && deed != NULL)
    deed->share = row->share = 500000;
}

/* The kind of family; of the cast, one that fits what is known. */
static DeskDemoFamily
choose_family (DeskDemoLife *life)
{
  static const guint16 weights[] = { 38, 13, 13, 9, 6, 9, 12 };
  DeskDemoFamily drawn = desk_demo_weighted (&life->random, weights, G_N_ELEMENTS (weights));

  if (life->cast == NULL)
    return drawn;
  if (life->cast->cares & DESK_DEMO_CARE (ELDERLY))
    return DESK_DEMO_ELDERLY_ALONE;
  if (life->cast->age >= 65)
    return DESK_DEMO_ELDERLY_COUPLE;
  if (life->cast->age >= 52)
    return DESK_DEMO_OLDER_COUPLE;
  return life->cast->age < 30 && life->cast->age > 0 ? DESK_DEMO_SINGLE : DESK_DEMO_WITH_CHILDREN;
}

void
desk_demo_add_owner (DeskDemoLife *life, DeskDay from, DeskDay to)
{
  DeskOccupancy *deed;
  gboolean shares = desk_demo_chance (&life->random, 40) && life->cast == NULL && !life->whole;

  life->family = choose_family (life);
  life->owner = life->spouse = NULL;
  life->investor = FALSE;
  life->strangers = FALSE;
  if (life->cast != NULL)
    life->owner = make_cast (life);
  else if ((life->owner = find_investor (life)) != NULL)
    life->investor = TRUE;
  else
    {
      life->owner = desk_demo_make_person (life, NULL, NULL, desk_demo_chance (&life->random, 38),
                                           owner_born (life, from), 62);
      if (desk_demo_one_in_thousand (&life->random, life->plan->investors->len < 6 ? 60 : 8))
        g_array_append_val (life->plan->investors, life->owner->record.id);
    }
  deed = desk_demo_add_occupancy (life->plan, life->unit, life->owner, DESK_ROLE_OWNER, NULL, from, to);
  life->married = life->family != DESK_DEMO_SINGLE && life->family != DESK_DEMO_ELDERLY_ALONE && !life->apart
                  && !life->investor && deed != NULL && deed->to_day == 0 && life->unit->floor >= 0
                  && life->unit->kind == DESK_UNIT_KIND_ROOM;
  if (life->married && shares)
    {
      add_spouse (life, deed, from, to);
      life->married = FALSE;
    }
}

static void
add_member (DeskDemoLife *life, const char *surname, gboolean female, DeskDay born, const char *relation, DeskDay from,
            DeskDay to)
{
  DeskPerson *person;

  if (MAX (from, born) > life->plan->today || (to != 0 && MAX (from, born) >= to))
    return;
  person = desk_demo_make_person (life, surname, NULL, female, born, 6);
  desk_demo_add_occupancy (life->plan, life->unit, person, DESK_ROLE_FAMILY, relation, MAX (from, born), to);
}

/* The father's surname, else the mother's; NULL where neither has one that is handed on as the Han do. */
static char *
family_name (DeskDemoLife *life)
{
  gboolean hers = desk_demo_plan_soul (life->plan, life->owner->record.id)->female;
  DeskPerson *father = life->spouse != NULL && hers ? life->spouse : life->owner;
  DeskPerson *mother = life->spouse != NULL && !hers ? life->spouse : life->owner;

  if (desk_demo_has_surname (father->name))
    return desk_demo_surname_of (father->name);
  return desk_demo_has_surname (mother->name) ? desk_demo_surname_of (mother->name) : NULL;
}

static void
add_children (DeskDemoLife *life, DeskDay from, DeskDay to, int parent_age)
{
  static const guint16 numbers[] = { 0, 52, 40, 8 };
  g_autofree char *surname = family_name (life);
  guint n = surname != NULL ? desk_demo_weighted (&life->random, numbers, G_N_ELEMENTS (numbers)) : 0;
  int age = parent_age - desk_demo_between (&life->random, 25, 33);

  for (guint i = 0; i < n && age >= 0; i++, age -= desk_demo_between (&life->random, 2, 5))
    {
      gboolean girl = desk_demo_chance (&life->random, 47);

      if (age < 27)
        add_member (life, surname, girl, desk_demo_born (life, age), girl ? "女" : "子", from, to);
    }
}

static void
add_parents (DeskDemoLife *life, DeskDay from, DeskDay to, int age)
{
  gboolean hers = life->spouse != NULL && desk_demo_chance (&life->random, 40);
  DeskPerson *child = hers ? life->spouse : life->owner;
  g_autofree char *surname = desk_demo_surname_of (child->name);
  gboolean woman = desk_demo_plan_soul (life->plan, life->spouse ? life->spouse->record.id : life->owner->record.id)->female;
  int old = age + desk_demo_between (&life->random, 23, 30);

  if (!desk_demo_has_surname (child->name))
    return;
  if (desk_demo_chance (&life->random, 65))
    add_member (life, surname, FALSE, desk_demo_born (life, old), !hers ? "父亲" : woman ? "岳父" : "公公", from, to);
  add_member (life, NULL, TRUE, desk_demo_born (life, old - 2), !hers ? "母亲" : woman ? "岳母" : "婆婆", from, to);
}

/* Those who move in with the owner, from the day they do. */
void
desk_demo_add_family (DeskDemoLife *life, DeskDay from, DeskDay to)
{
  int age = desk_demo_age (life->plan, desk_demo_plan_soul (life->plan, life->owner->record.id)->born,
                           life->plan->today);

  life->moved_in = from;
  if (life->married)
    add_spouse (life, NULL, from, to);
  if (life->family == DESK_DEMO_WITH_CHILDREN || life->family == DESK_DEMO_THREE_GENERATIONS)
    add_children (life, from, to, age);
  if (life->family == DESK_DEMO_OLDER_COUPLE && desk_demo_chance (&life->random, 45))
    add_children (life, from, to, age);
  if (life->family == DESK_DEMO_THREE_GENERATIONS)
    add_parents (life, from, to, age);
  if (to == 0 && desk_demo_one_in_thousand (&life->random, 28))
    {
      g_autofree char *name = g_strconcat (desk_demo_surname (&life->random), "阿姨", NULL);
      DeskPerson *help;
      DeskDay since = desk_day_add (from, desk_demo_between (&life->random, 60, 1200));

      life->strangers = TRUE;
      if (since > life->plan->today)
        return;
      help = desk_demo_make_person (life, NULL, name, TRUE, desk_demo_born (life, 50), 10);
      desk_demo_add_occupancy (life->plan, life->unit, help, DESK_ROLE_STAFF, "家政", since, 0);
    }
}

/* One lease after another until today, each a year or two; the last ends some time after it. Some moved out at once
 * and the unit waits. */
void
desk_demo_add_tenants (DeskDemoLife *life, DeskDay from)
{
  DeskDay begin = from;

  life->strangers = TRUE;
  while (begin <= life->plan->today)
    {
      DeskDay end = desk_day_add_months (begin, desk_demo_chance (&life->random, 75) ? 12 : 24);
      DeskPerson *tenant = desk_demo_make_person (life, NULL, NULL, desk_demo_chance (&life->random, 46),
                                                  desk_demo_born (life, desk_demo_between (&life->random, 23, 44)), 78);
      guint drawn = desk_demo_below (&life->random, 100);

      while (end <= life->plan->today && desk_demo_chance (&life->random, 55))
        end = desk_day_add_months (end, 12);
      desk_demo_add_occupancy (life->plan, life->unit, tenant, DESK_ROLE_TENANT, NULL, begin, end);
      if (drawn < 45)
        {
          DeskPerson *other = desk_demo_make_person (
              life, NULL, NULL, !desk_demo_plan_soul (life->plan, tenant->record.id)->female,
              desk_demo_born (life, desk_demo_between (&life->random, 23, 44)), drawn < 20 ? 60 : 10);

          desk_demo_add_occupancy (life->plan, life->unit, other, drawn < 20 ? DESK_ROLE_TENANT : DESK_ROLE_FAMILY,
                                   drawn < 20 ? "合租" : "配偶", begin, end);
        }
      life->tenant = tenant;
      life->moved_in = begin;
      begin = desk_day_add (end, desk_demo_between (&life->random, 0, 40));
    }
}

/* An office or shop let to a business, with the person one talks to. */
void
desk_demo_add_company_tenant (DeskDemoLife *life, DeskDay from)
{
  gboolean shop = life->unit->kind == DESK_UNIT_KIND_SHOP;
  guint number = shop ? (guint) g_ascii_strtoull (life->unit->room + 2, NULL, 10) : 0;
  g_autofree char *name
      = shop ? desk_demo_shop_name (&life->random, number) : desk_demo_company_name (&life->random);
  g_autofree char *code = desk_demo_company_code (&life->random);
  g_autofree char *line = desk_demo_fixed_line (&life->random);
  DeskDay end = desk_day_add_months (from, 36);
  DeskPerson *company = desk_demo_add_company (life->plan, name), *clerk;

  life->strangers = TRUE;
  while (end <= life->plan->today)
    end = desk_day_add_months (end, 12);
  desk_demo_add_phone (life->plan, company, DESK_PHONE_KIND_WORK, line, 0);
  desk_demo_add_document (life->plan, company, DESK_DOCUMENT_KIND_LICENCE, code);
  desk_demo_add_occupancy (life->plan, life->unit, company, DESK_ROLE_TENANT, NULL, from, end);
  clerk = desk_demo_make_person (life, NULL, NULL, desk_demo_chance (&life->random, 55),
                                 desk_demo_born (life, desk_demo_between (&life->random, 24, 50)), 15);
  desk_demo_add_occupancy (life->plan, life->unit, clerk, DESK_ROLE_STAFF, shop ? "店长" : "行政", from, end);
  life->tenant = company;
  life->moved_in = from;
}
