/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-word.h"

#include <string.h>

#include "desk-string.h"

/* What offices write for our values. The codes are those of java110's dictionary (building_room.state,
 * building_owner.owner_type_cd, building_room.room_sub_type), whose sheets are met everywhere. */
typedef struct
{
  gint64 value;
  const char *words;
} Words;

static const Words states[] = {
  { DESK_STATE_UNSOLD, "未售|未销售|未出售|待售|2002|unsold" },
  { DESK_STATE_READY, "待交付|待交|未交付|未交房|已售未交|已出售|2007|ready" },
  { DESK_STATE_HANDED_OVER, "已交付|已交房|交付|已收房|未入住|2003|2004|handed_over|handedover|delivered" },
  { DESK_STATE_DECORATING, "装修中|装修|在装修|2009|decorating|renovating" },
  { DESK_STATE_LIVED_IN, "入住|已入住|自住|在住|已装修|2001|2005|lived_in|livedin|occupied" },
  { DESK_STATE_VACANT, "空置|空|空闲|空房|2008|vacant|empty" },
  { DESK_STATE_LET, "出租|已出租|租|在租|2006|let|rented" },
};

static const Words unit_kinds[] = {
  { DESK_UNIT_KIND_ROOM, "住宅|房屋|普通住宅|公寓|别墅|宿舍|办公室|办公|110|119|120|room|home|flat|apartment" },
  { DESK_UNIT_KIND_SHOP, "商铺|门面|店铺|商业|底商|铺面|shop|store|retail" },
  { DESK_UNIT_KIND_SPACE, "车位|停车位|车库|地下车位|地上车位|space|parking|parkingspace" },
};

static const Words roles[] = {
  { DESK_ROLE_OWNER, "业主|产权人|户主|房主|业主本人|本人|1001|owner" },
  { DESK_ROLE_CO_OWNER, "共有人|共有|产权共有人|共同业主|co_owner|coowner" },
  { DESK_ROLE_TENANT, "租户|租客|承租人|租赁|1003|tenant|lessee" },
  { DESK_ROLE_FAMILY, "家属|家人|家庭成员|成员|住户|居民|1002|family|resident|occupant" },
  { DESK_ROLE_STAFF, "家政|保姆|阿姨|员工|雇员|店员|护工|司机|staff|helper|employee" },
  { DESK_ROLE_AGENT, "中介|代理|代理人|经办人|agent" },
};

/* Said of the owner's family: the role is family and the word itself the relation. */
static const char relations[]
    = "配偶|妻子|妻|丈夫|夫|夫妻|爱人|子|女|儿子|女儿|子女|父亲|母亲|父|母|父母|岳父|岳母|公公|婆婆|祖父|祖母|爷爷|奶奶|"
      "外公|外婆|孙子|孙女|兄弟|姐妹|哥哥|弟弟|姐姐|妹妹|儿媳|女婿|亲属|亲戚";

static const Words person_kinds[] = {
  { DESK_PERSON_KIND_NATURAL, "个人|自然人|natural|person|individual" },
  { DESK_PERSON_KIND_COMPANY, "单位|公司|企业|法人|company|organisation|organization" },
};

static gboolean
has_word (const char *words, const char *text)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) list, text);
}

static gint64
find (const Words *table, guint n, const char *text)
{
  g_autofree char *plain = desk_import_heading_normalize (text);

  for (guint i = 0; i < n; i++)
    if (has_word (table[i].words, plain))
      return table[i].value;
  return 0;
}

/* Returns: the DeskState that @text names, or 0. */
gint64
desk_import_word_state (const char *text)
{
  return find (states, G_N_ELEMENTS (states), text);
}

/* Returns: the DeskUnitKind that @text names, or 0. */
gint64
desk_import_word_unit_kind (const char *text)
{
  return find (unit_kinds, G_N_ELEMENTS (unit_kinds), text);
}

/* Returns: the DeskRole that @text names, or 0. @relation: (out): @text where it is a relation to the owner, else NULL. */
gint64
desk_import_word_role (const char *text, const char **relation)
{
  *relation = NULL;
  if (has_word (relations, text))
    {
      *relation = text;
      return DESK_ROLE_FAMILY;
    }
  return find (roles, G_N_ELEMENTS (roles), text);
}

/* Returns: the DeskPersonKind that @text names, or 0. */
gint64
desk_import_word_person_kind (const char *text)
{
  return find (person_kinds, G_N_ELEMENTS (person_kinds), text);
}
