/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-cast.h"

#include <string.h>

#define C(care) DESK_DEMO_CARE (care)

const DeskDemoCast desk_demo_cast[] = {
  /* Building 3, entrance 2: a whole staircase as a front desk knows it. */
  { "3-2-1401", "王秀英", NULL, TRUE, 34, DESK_STATE_LIVED_IN, C (INFANT), NULL, 0 },
  { "3-2-1402", "李建军", NULL, FALSE, 55, DESK_STATE_LIVED_IN, 0, "13605718826", 0 },
  { "3-2-1501", "张淑芬", NULL, TRUE, 42, DESK_STATE_LIVED_IN, C (CALL_FIRST) | C (PET), "13857125678", 0 },
  { "3-2-1502", "周国栋", NULL, FALSE, 78, DESK_STATE_LIVED_IN, C (ELDERLY), NULL, 0 },
  { "3-2-1601", NULL, NULL, FALSE, 0, DESK_STATE_VACANT, 0, NULL, 0 },
  { "3-2-1602", "徐丽娟", NULL, TRUE, 47, DESK_STATE_LET, 0, NULL, 0 },
  { "3-2-1701", "孙志刚", NULL, FALSE, 51, DESK_STATE_LIVED_IN, C (DISPUTE), NULL, 0 },
  { "3-2-1702", "马晓东", NULL, FALSE, 38, DESK_STATE_DECORATING, 0, NULL, 0 },
  { "3-2-1801", "朱琳", NULL, TRUE, 36, DESK_STATE_LIVED_IN, C (PET), NULL, 0 },
  { "3-2-1802", "胡建华", NULL, FALSE, 61, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "3-2-1901", "郭敏", NULL, TRUE, 45, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "3-2-1902", "林涛", NULL, FALSE, 49, DESK_STATE_LET, 0, NULL, 0 },
  { "3-2-2001", "何淑兰", NULL, TRUE, 81, DESK_STATE_LIVED_IN, C (ELDERLY), NULL, 0 },
  { "3-2-2002", "高磊", NULL, FALSE, 40, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "3-2-2101", NULL, NULL, FALSE, 0, DESK_STATE_READY, 0, NULL, 0 },
  { "3-2-2102", NULL, NULL, FALSE, 0, DESK_STATE_UNSOLD, 0, NULL, 0 },
  { "3-2-2201", "罗静", NULL, TRUE, 44, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "3-2-2202", "梁国强", NULL, FALSE, 58, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "3-2-2301", "宋佳", NULL, TRUE, 33, DESK_STATE_LIVED_IN, C (INFANT), NULL, 0 },
  /* Surnames that are read otherwise than their characters, and compound ones. */
  { "1-1-301", "单雪晴", NULL, TRUE, 39, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "1-1-502", "仇志远", NULL, FALSE, 46, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "1-1-603", "查立民", NULL, FALSE, 57, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "1-1-804", "区静怡", "ou jing yi", TRUE, 31, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "1-1-1101", "曾宪华", NULL, FALSE, 63, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "1-1-1202", "解永强", NULL, FALSE, 52, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "1-2-903", "万俟晓梅", NULL, TRUE, 48, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "1-2-1704", "尉迟明远", NULL, FALSE, 37, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "1-2-2201", "欧阳雪梅", NULL, TRUE, 54, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "2-1-702", "覃秀莲", "qin xiu lian", TRUE, 66, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "2-1-1503", "覃海生", "tan hai sheng", FALSE, 43, DESK_STATE_LET, 0, NULL, 0 },
  { "2-2-401", "乐建中", "yue jian zhong", FALSE, 60, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "2-2-802", "盖丽萍", "ge li ping", TRUE, 50, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "2-2-1203", "朴春花", NULL, TRUE, 41, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "7-1-501", "缪桂芳", NULL, TRUE, 72, DESK_STATE_LIVED_IN, C (ELDERLY), NULL, 0 },
  { "7-2-902", "冼伟雄", NULL, FALSE, 45, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "8-3-602", "长孙文静", "zhang sun wen jing", TRUE, 35, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "9-1-1201", "诸葛承志", NULL, FALSE, 44, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "9-2-302", "任盈", "ren ying", TRUE, 29, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "11-1-1602", "司徒国华", NULL, FALSE, 59, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  { "11-2-703", "上官婉琳", NULL, TRUE, 32, DESK_STATE_LIVED_IN, 0, NULL, 0 },
  /* Other peoples, papers from Hong Kong and Taiwan in traditional characters, and from abroad. */
  { "2-1-2501", "阿依古丽·买买提", NULL, TRUE, 36, DESK_STATE_LIVED_IN, 0, NULL, DESK_DOCUMENT_KIND_RESIDENT_ID },
  { "8-1-302", "扎西次仁", NULL, FALSE, 40, DESK_STATE_LIVED_IN, 0, NULL, DESK_DOCUMENT_KIND_RESIDENT_ID },
  { "8-2-1001", "巴特尔", NULL, FALSE, 47, DESK_STATE_LIVED_IN, 0, NULL, DESK_DOCUMENT_KIND_RESIDENT_ID },
  { "13-05", "陳國強", NULL, FALSE, 64, DESK_STATE_LIVED_IN, 0, NULL, DESK_DOCUMENT_KIND_PERMIT },
  { "13-08", "葉麗華", NULL, TRUE, 57, DESK_STATE_VACANT, 0, NULL, DESK_DOCUMENT_KIND_PERMIT },
  { "13-11", "單志傑", NULL, FALSE, 49, DESK_STATE_LIVED_IN, C (PET), NULL, DESK_DOCUMENT_KIND_PERMIT },
  { "11-1-2304", "Anna Müller", NULL, TRUE, 38, DESK_STATE_LIVED_IN, 0, NULL, DESK_DOCUMENT_KIND_PASSPORT },
};
const guint desk_demo_n_cast = G_N_ELEMENTS (desk_demo_cast);

const DeskDemoCast *
desk_demo_find_cast (const char *label)
{
  for (guint i = 0; i < desk_demo_n_cast; i++)
    if (strcmp (desk_demo_cast[i].label, label) == 0)
      return &desk_demo_cast[i];
  return NULL;
}
