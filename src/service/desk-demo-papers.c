/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-papers.h"

#include <string.h>

#include "desk-demo-names.h"

#define DIGITS "0123456789"
#define PLATE_SIGNS "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
#define CODE_SIGNS "0123456789ABCDEFGHJKLMNPQRTUWXY" /* GB 32100: no I, O, S, V, Z */

/* Prefixes in use, the older ones with more weight because residents keep their numbers. */
#define PREFIXES                                                                                              \
  "138 139 136 137 135 138 139 158 159 150 151 152 157 187 188 182 183 134 178 198 130 131 132 155 156 186 "  \
  "185 176 166 133 153 189 180 181 177 173 199 191"

/* Appends @n signs drawn from @signs. */
static void
append_signs (GString *text, DeskDemoRandom *random, const char *signs, guint n)
{
  guint n_signs = (guint) strlen (signs);

  for (guint i = 0; i < n; i++)
    g_string_append_c (text, signs[desk_demo_below (random, n_signs)]);
}

char *
desk_demo_mobile (DeskDemoRandom *random, const char *tail)
{
  g_autofree char *prefix = desk_demo_word (random, PREFIXES);
  GString *text = g_string_new (prefix);

  append_signs (text, random, DIGITS, 4);
  if (tail != NULL)
    g_string_append (text, tail);
  else
    append_signs (text, random, DIGITS, 4);
  return g_string_free (text, FALSE);
}

char *
desk_demo_fixed_line (DeskDemoRandom *random)
{
  GString *text = g_string_new ("0571-8");

  append_signs (text, random, "5678", 1);
  append_signs (text, random, DIGITS, 6);
  return g_string_free (text, FALSE);
}

/* The last sign of a resident's ID number: GB 11643, weights 2^(17-i) modulo 11. */
static char
resident_check (const char *seventeen)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (seventeen[i] - '0');
  return "10X98765432"[sum % 11];
}

char *
desk_demo_resident_id (DeskDemoRandom *random, DeskDay born, gboolean female)
{
  GString *text = g_string_new (desk_demo_chance (random, 50) ? "38" : "39");
  guint order = desk_demo_below (random, 499) * 2 + (female ? 2 : 1);

  g_string_append_printf (text, "%02u%02u", 1 + desk_demo_below (random, 12), 1 + desk_demo_below (random, 21));
  g_string_append_printf (text, "%08" G_GINT64_FORMAT "%03u", born, order);
  g_string_append_c (text, resident_check (text->str));
  return g_string_free (text, FALSE);
}

char *
desk_demo_company_code (DeskDemoRandom *random)
{
  GString *text = g_string_new ("9139");
  int sum = 0, weight = 1;

  append_signs (text, random, DIGITS, 4);
  append_signs (text, random, CODE_SIGNS, 9);
  for (guint i = 0; i < 17; i++, weight = weight * 3 % 31)
    sum += weight * (int) (strchr (CODE_SIGNS, text->str[i]) - CODE_SIGNS);
  g_string_append_c (text, CODE_SIGNS[(31 - sum % 31) % 31]);
  return g_string_free (text, FALSE);
}

char *
desk_demo_passport (DeskDemoRandom *random)
{
  GString *text = g_string_new ("TZ");

  append_signs (text, random, DIGITS, 7);
  return g_string_free (text, FALSE);
}

char *
desk_demo_permit (DeskDemoRandom *random)
{
  GString *text = g_string_new ("H");

  append_signs (text, random, DIGITS, 8);
  return g_string_free (text, FALSE);
}

char *
desk_demo_plate (DeskDemoRandom *random, gboolean *electric)
{
  static const char *const places[] = { "浙A", "浙A", "浙A", "浙A", "浙A", "浙A", "浙A", "浙A", "浙B", "浙D",
                                        "浙F", "浙E", "沪A", "沪C", "苏E", "皖A", "赣E", "豫A", "京N", "粤B" };
  GString *text = g_string_new (places[desk_demo_below (random, G_N_ELEMENTS (places))]);

  *electric = desk_demo_chance (random, 22);
  if (*electric)
    {
      append_signs (text, random, "DF", 1);
      append_signs (text, random, DIGITS, 5);
    }
  else
    {
      append_signs (text, random, PLATE_SIGNS, 1);
      append_signs (text, random, DIGITS, 1);
      append_signs (text, random, PLATE_SIGNS, 1);
      append_signs (text, random, DIGITS, 2);
    }
  return g_string_free (text, FALSE);
}

char *
desk_demo_car (DeskDemoRandom *random, gboolean electric)
{
  g_autofree char *colour = desk_demo_word (random, "白色 白色 白色 黑色 黑色 灰色 银色 红色 蓝色 棕色 香槟色 绿色");
  g_autofree char *shape = desk_demo_word (random, electric ? "电动轿车 电动轿车 电动越野车 电动小车 插电混动车"
                                                            : "轿车 轿车 轿车 SUV SUV 商务车 两厢车 面包车 皮卡");

  return g_strconcat (colour, " ", shape, NULL);
}

/* Trades with the signs that fit them. Each is a shop one finds below such houses; none is a chain. */
static const struct
{
  const char *trade;
  const char *signs;
} trades[] = {
  { "便利店", "好又多 邻里 惠民 家家 晨光 顺路" },
  { "水果店", "鲜果园 甜甜 果满堂 四季" },
  { "大药房", "康济 仁和堂 益民 百安" },
  { "面馆", "老街 片儿川 一碗香 阿强" },
  { "早餐店", "巴比嫂 豆香 晨曦 老杭州" },
  { "理发店", "阿明 剪艺 新派 小城" },
  { "房产经纪", "安居 翠湖 万户 乐宅" },
  { "干洗店", "洁衣坊 净衣 阳光" },
  { "宠物店", "毛毛 喵汪 小爪" },
  { "五金店", "老王 诚信 便民 宏达" },
  { "烟酒店", "金樽 名流 聚源" },
  { "奶茶店", "茶语 半糖 小时光" },
  { "快递驿站", "翠湖 东门 西门" },
  { "口腔门诊部", "雅洁 明德 皓齿" },
  { "幼儿托管中心", "小苗 童乐 向日葵" },
  { "健身房", "力量 动起来 悦动" },
  { "生鲜超市", "菜篮子 鲜生活 农家" },
  { "眼镜店", "明视 亮睛 清晰" },
  { "棋牌室", "清风 雅集 和气" },
  { "美容院", "芳华 悦容 素颜" },
  { "房屋装饰", "新居 匠心 宜家居" },
  { "文具店", "晨笔 小书童 学海" },
};

/* @number: of the shop, so that neighbours differ. */
char *
desk_demo_shop_name (DeskDemoRandom *random, guint number)
{
  guint trade = number * 7 % G_N_ELEMENTS (trades);
  g_autofree char *sign = desk_demo_word (random, trades[trade].signs);

  return g_strconcat (sign, trades[trade].trade, NULL);
}

char *
desk_demo_company_name (DeskDemoRandom *random)
{
  g_autofree char *first = desk_demo_word (random, "云 瑞 恒 博 嘉 启 远 盛 智 汇 信 宏 泽 中 华 联 创 鼎");
  g_autofree char *second = desk_demo_word (random, "途 丰 达 睿 和 明 航 景 联 通 诚 泰 润 邦 凡 川 拓 立");
  g_autofree char *trade = desk_demo_word (random, "信息技术 文化传播 商贸 企业管理咨询 电子商务 建筑设计 财务咨询 进出口 "
                                                   "人力资源 教育科技 供应链管理 广告 网络科技 物流");

  return g_strconcat ("杭州", first, second, trade, "有限公司", NULL);
}
