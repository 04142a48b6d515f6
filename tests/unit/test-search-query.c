/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-query.h"

#include <string.h>

/* Typed, separated by blanks: a comma stands for a blank. */
typedef struct
{
  const char *thing;
  const char *hits;
  const char *misses;
} Row;

typedef GPtrArray *(*KeysFunc) (const char *thing);

static GPtrArray *
keys_of_name (const char *name)
{
  return desk_search_keys_for_name (name, NULL);
}

static GPtrArray *
keys_of_label (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "|", 3);

  return desk_search_keys_for_label (parts[0], parts[1], parts[2]);
}

static void
check_rows (const Row *rows, guint n, KeysFunc make)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) keys = make (rows[i].thing);
      g_auto (GStrv) hits = g_strsplit (rows[i].hits, " ", -1);
      g_auto (GStrv) misses = g_strsplit (rows[i].misses, " ", -1);

      for (guint k = 0; hits[k] != NULL && *hits[k] != '\0'; k++)
        {
          g_autoptr (DeskSearchQuery) query = desk_search_query_normalize (g_strdelimit (hits[k], ",", ' '));

          if (!desk_search_query_fits (query, keys))
            g_error ("%s is not found by %s", rows[i].thing, hits[k]);
        }
      for (guint k = 0; misses[k] != NULL && *misses[k] != '\0'; k++)
        {
          g_autoptr (DeskSearchQuery) query = desk_search_query_normalize (g_strdelimit (misses[k], ",", ' '));

          if (desk_search_query_fits (query, keys))
            g_error ("%s is found by %s", rows[i].thing, misses[k]);
        }
    }
}

/* Names of novels, plays and histories, with all that issue and domain ask of them. */
static void
test_names (void)
{
  static const Row rows[] = {
    { "单雄信", "单 单雄 单雄信 單雄信 雄信 信 sxx shan shanxiongxin shanxx dxx dan danxiongxin xx xiongxin xin SXX ｓｘｘ "
                "shan,xiong,xin shan'xiong'xin",
      "shuang sx1 xsx 雄单 chan" },
    { "万俟卨", "mq moqi mqx 万俟 俟卨 moqix wan wanq", "sm" },
    { "覃海洋", "qin tan qhy thy qinhaiyang tanhaiyang qinhy haiyang 海洋", "chen" },
    { "尉迟恭", "yc yuchi yuchigong ycg yuchig weichi wcg 尉迟 尉遲", "wc1" },
    { "区志强", "ou qu ozq qzq ouzhiqiang 區志強 區", "o1" },
    { "仇英", "qiu chou qy cy", "" },
    { "查良镛", "zha cha zly cly 查良鏞", "" },
    { "朴树", "piao pu ps piaoshu", "pao" },
    { "盖叫天", "ge gai gjt", "" },
    { "乐毅", "yue le yy ly", "" },
    { "曾国藩", "zeng ceng zgf", "" },
    { "解晓东", "xie jie xxd jxd", "" },
    { "令狐冲", "linghu lh lhc linghuc linghuchong", "" },
    { "长孙无忌", "zhangsun zs zswj changsun cswj", "" },
    { "澹台灭明", "tantai tt ttmm dantai", "" },
    { "鲜于通", "xianyu xy xyt", "" },
    { "缪贤", "miao mx", "" },
    { "祭遵", "zhai zz ji jz", "" },
    { "种师道", "chong csd zhong", "" },
    { "员半千", "yun ybq yuan", "" },
    { "折可适", "she sks zhe zks shekeshi", "" },
    { "黑云", "he hei hy", "" },
    { "秘密", "bi mi bm mm", "" },
    { "吕布", "lv lu lb lvbu lubu lü lü,bu lyu lyubu 呂布 呂", "ly" },
    { "孟晟", "sheng cheng ms mc mengs mengsheng", "" },
    { "欧阳锋", "ouy ouyang oyf ouyangf ouyf 歐陽鋒 欧阳 阳锋", "" },
    { "张三丰", "zhang,san,feng ZhangSan zsf zhsf zhangsf 張三豐 张　三 fen f 丰", "zhangfs" },
    { "王著", "wangzhu wz wangzhe", "wangzao" },
    { "周树生", "zhshsh zss zhoushusheng", "zhzh" },
    { "阿卜杜拉·买买提", "阿卜杜拉买 阿卜杜拉·买买提 买买提 maimaiti abdl", "" },
    { "José Müller", "jose JOSÉ muller müller mül jm jose,muller JoseMuller", "smith,muller ose" },
    { "58同城服务部", "58 58同城 同城 tongcheng", "59" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), keys_of_name);
}

static void
test_labels (void)
{
  static const Row rows[] = {
    { "3|2|1501",
      "3-2-1501 3栋2单元1501 3#2-1501 3#1501 3号楼2单元1501室 三栋二单元1501 ３－２－１５０１ 3,2,1501 3幢2单元1501号 3-1501 2-1501 "
      "1501 15 321501 31501 3栋 3栋2单 3栋2单元 3栋2单元15 03-02-1501 3 3- 1501室 3号楼 3号",
      "2栋 1501栋 3-3-1501 501 33-2-1501 zhang 4-2-1501 3-2-15011" },
    { "3||0301", "301 0301 3-301 3-0301 3#301 03-0301 3栋0301", "3-31" },
    { "3||301", "301 0301 3-301 3#0301", "03" },
    { "||B1-023", "B1-023 b1-23 b1023 023 车位B1-023 车位,B1-023 Ｂ１－０２３ b1", "b2 1-023x 商铺B2" },
    { "||S-12", "S-12 s12 12 商铺S-12 商铺,s-12 s", "112" },
    { "3|2|负101", "3-2-负101 负101 3栋2单元负101 负1", "101" },
    { "玉兰苑1|2|A-12", "玉兰苑1栋 玉兰 玉蘭苑 a-12 a12 12 玉兰苑1-2-A-12", "13" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), keys_of_label);
}

static void
test_numbers (void)
{
  static const Row phones[] = {
    { "13812345678", "138 1381234 13812345678 5678 678 345678 １３８ 138-1234-5678 138,1234 +8613812345678 +86,138 "
                     "008613812345678",
      "5679 78x zhang" },
    { "+86 13812345678", "138 5678 +86138 13812345678", "8613812345678x" },
    { "0571-88881234", "0571 05718888 88881234 1234 0571-8888", "571x" },
  };
  static const Row plates[] = {
    { "浙A·1501X", "浙 浙A 浙A1501X 浙A·1501X 1501 1501x 501X a1501x Ａ１５ 01x", "1502 苏 A1502" },
    { "粤BD12345", "粤bd bd123 12345 345", "bdx" },
  };
  static const Row documents[] = {
    { "11010519491231002X", "002x 002X ００２Ｘ", "002 02x 1101 11010519491231002X" },
    { "110105194912310021", "0021", "021 002 110105194912310021" },
  };

  check_rows (phones, G_N_ELEMENTS (phones), desk_search_keys_for_phone);
  check_rows (plates, G_N_ELEMENTS (plates), desk_search_keys_for_plate);
  check_rows (documents, G_N_ELEMENTS (documents), desk_search_keys_for_document);
}

/* Anything may be typed; nothing searchable gives no alternative, so no record. */
static void
test_anything (void)
{
  static const char *const none[] = { NULL, "", " ", "　", "-", "···", "\xff\xfe", "\x01", "%", "*" };
  static const char *const any[] = { "<b>", "'; --", "\"", "💡1", "3栋💡", "žluťoučký", "한국", "0086", "+86", "+", "üüü" };
  g_autofree char *many = g_strnfill (100000, 'z');
  g_autoptr (DeskSearchQuery) long_query = desk_search_query_normalize (many);

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (DeskSearchQuery) query = desk_search_query_normalize (none[i]);

      g_assert_cmpuint (query->n, ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (any); i++)
    {
      g_autoptr (DeskSearchQuery) query = desk_search_query_normalize (any[i]);

      g_assert_cmpuint (query->n, <=, DESK_SEARCH_ALTERNATIVES);
      for (guint k = 0; k < query->n; k++)
        {
          g_assert_cmpstr (query->alternatives[k].key, !=, "");
          g_assert_cmpuint (query->alternatives[k].whys, !=, 0);
          g_assert_true (g_utf8_validate (query->alternatives[k].key, -1, NULL));
        }
    }
  for (guint k = 0; k < long_query->n; k++)
    g_assert_cmpint (g_utf8_strlen (long_query->alternatives[k].key, -1), <=, DESK_SEARCH_KEY_LENGTH);
}

/* Better first, row by row. */
static void
test_rank (void)
{
  static const struct
  {
    const char *typed;
    struct
    {
      DeskSearchWhy why;
      const char *key;
    } order[6];
  } rows[] = {
    { "1501",
      { { DESK_SEARCH_WHY_LABEL, "1501" }, { DESK_SEARCH_WHY_ROOM, "1501" }, { DESK_SEARCH_WHY_LABEL_SHORT, "1501" },
        { DESK_SEARCH_WHY_NAME, "1501网吧" },
        { DESK_SEARCH_WHY_PHONE_TAIL, "1501" }, { DESK_SEARCH_WHY_PLATE_TAIL, "1501x" } } },
    { "3栋2单元1501",
      { { DESK_SEARCH_WHY_LABEL, "3-2-1501" }, { DESK_SEARCH_WHY_LABEL, "3-2-1501a" } } },
    { "li",
      { { DESK_SEARCH_WHY_NAME, "li" }, { DESK_SEARCH_WHY_NAME, "lincoln" }, { DESK_SEARCH_WHY_PINYIN, "lisi" },
        { DESK_SEARCH_WHY_INITIALS, "lis" }, { DESK_SEARCH_WHY_PINYIN_PART, "li" } } },
    { "张", { { DESK_SEARCH_WHY_NAME, "张三" }, { DESK_SEARCH_WHY_NAME_PART, "张" } } },
    { "138", { { DESK_SEARCH_WHY_PHONE, "13812345678" }, { DESK_SEARCH_WHY_PHONE_TAIL, "1385678" } } },
  };
  g_autoptr (DeskSearchQuery) query = desk_search_query_normalize ("张");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DeskSearchQuery) typed = desk_search_query_normalize (rows[i].typed);
      int last = -1;

      for (guint k = 0; k < G_N_ELEMENTS (rows[i].order) && rows[i].order[k].key != NULL; k++)
        {
          int rank = desk_search_rank (rows[i].order[k].why, rows[i].order[k].key, typed);

          g_assert_cmpint (rank, >, last);
          g_assert_cmpint (rank, <, DESK_SEARCH_RANK_NONE);
          last = rank;
        }
    }
  g_assert_cmpint (desk_search_rank (DESK_SEARCH_WHY_NAME, "李", query), ==, DESK_SEARCH_RANK_NONE);
  g_assert_cmpint (desk_search_rank (DESK_SEARCH_WHY_PHONE, "张", query), ==, DESK_SEARCH_RANK_NONE);
  g_assert_cmpint (desk_search_rank (0, "张", query), ==, DESK_SEARCH_RANK_NONE);
  g_assert_cmpint (desk_search_rank (DESK_N_SEARCH_WHYS, "张", query), ==, DESK_SEARCH_RANK_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-query/names", test_names);
  g_test_add_func ("/search-query/labels", test_labels);
  g_test_add_func ("/search-query/numbers", test_numbers);
  g_test_add_func ("/search-query/anything", test_anything);
  g_test_add_func ("/search-query/rank", test_rank);
  return g_test_run ();
}
