/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-entry.h"

#include <string.h>

#include "desk-quick-time.h"
#include "desk-string.h"
#include "desk-surname.h"

#define MAX_LABEL 24 /* characters of a word that can be a label */
#define MAX_NAME 4

/* The line being read: characters in half-width, and which of them are understood already. */
typedef struct
{
  const DeskQuickLookup *lookup;
  DeskQuickEntry *entry;
  gunichar *line;
  gboolean *used;
  guint n;
} Reader;

/* Words that say a kind, a channel or an urgency. A word that begins a longer one ("投诉楼上噪音") counts, too, where
 * @begins is set. */
typedef struct
{
  const char *word;
  gint64 value;
  gboolean begins;
} Word;

static const Word kind_words[] = {
  { "报修", DESK_VISIT_REPAIR, TRUE },      { "维修", DESK_VISIT_REPAIR, FALSE },
  { "投诉", DESK_VISIT_COMPLAINT, TRUE },   { "反映", DESK_VISIT_COMPLAINT, TRUE },
  { "咨询", DESK_VISIT_ENQUIRY, TRUE },     { "询问", DESK_VISIT_ENQUIRY, TRUE },
  { "请问", DESK_VISIT_ENQUIRY, TRUE },     { "问", DESK_VISIT_ENQUIRY, TRUE },
  { "建议", DESK_VISIT_SUGGESTION, TRUE },  { "表扬", DESK_VISIT_PRAISE, TRUE },
  { "感谢", DESK_VISIT_PRAISE, TRUE },      { "送锦旗", DESK_VISIT_PRAISE, TRUE },
  { "留言", DESK_VISIT_MESSAGE, TRUE },     { "转告", DESK_VISIT_MESSAGE, TRUE },
  { "来访", DESK_VISIT_VISIT, TRUE },       { "repair", DESK_VISIT_REPAIR, FALSE },
  { "complaint", DESK_VISIT_COMPLAINT, FALSE }, { "enquiry", DESK_VISIT_ENQUIRY, FALSE },
};
static const Word channel_words[] = {
  { "来电", DESK_CHANNEL_PHONE, TRUE },   { "电话", DESK_CHANNEL_PHONE, FALSE }, { "致电", DESK_CHANNEL_PHONE, TRUE },
  { "微信", DESK_CHANNEL_MESSAGE, FALSE }, { "短信", DESK_CHANNEL_MESSAGE, FALSE }, { "业主群", DESK_CHANNEL_MESSAGE, FALSE },
  { "上门", DESK_CHANNEL_WALK_IN, FALSE }, { "前台", DESK_CHANNEL_WALK_IN, FALSE }, { "巡查", DESK_CHANNEL_ROUND, TRUE },
  { "巡检", DESK_CHANNEL_ROUND, TRUE },   { "巡逻", DESK_CHANNEL_ROUND, TRUE },
};
static const Word urgency_words[] = {
  { "急", DESK_URGENCY_URGENT, FALSE },   { "紧急", DESK_URGENCY_URGENT, FALSE }, { "加急", DESK_URGENCY_URGENT, FALSE },
  { "很急", DESK_URGENCY_URGENT, FALSE }, { "急!", DESK_URGENCY_URGENT, FALSE },  { "马上", DESK_URGENCY_URGENT, FALSE },
  { "尽快", DESK_URGENCY_URGENT, FALSE }, { "不急", DESK_URGENCY_ORDINARY, FALSE }, { "急急", DESK_URGENCY_URGENT, FALSE },
  { "急修", DESK_URGENCY_URGENT, FALSE }, { "urgent", DESK_URGENCY_URGENT, FALSE },
};
/* Found anywhere, also inside a word: nobody says "urgent" then. */
static const char *const danger_words[]
    = { "困人", "被困", "触电", "漏电", "燃气泄漏", "煤气泄漏", "煤气味", "燃气味", "天然气味", "着火", "起火", "冒烟", "晕倒" };
static const char *const honorifics[] = { "先生", "女士", "小姐", "阿姨", "师傅", "老师", "太太", "叔叔", "大爷", "大妈", "奶奶", "爷爷", "总" };
/* The commonest surnames: what begins with one can be a name though the register does not know it. */
static const char surnames[] = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

static gboolean
is_han (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x323af);
}

static gboolean
is_gap (gunichar c)
{
  static const gunichar marks[] = { 0x3001, 0x3002, 0x00b7, 0x2018, 0x2019, 0x201c, 0x201d, 0x300c, 0x300d };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (c == marks[i])
      return TRUE;
  return g_unichar_isspace (c) || (c < 0x80 && strchr (",;|!()\"", (char) c) != NULL && c != 0);
}

/* The characters [from, to) as text. */
static char *
cut (const Reader *self, guint from, guint to)
{
  return g_ucs4_to_utf8 (self->line + from, to - from, NULL, NULL, NULL);
}

static void
take (Reader *self, DeskQuickPart part, DeskQuickSurety surety, guint from, guint to)
{
  self->entry->tokens[part] = (DeskQuickToken){ surety, from, to };
  for (guint i = from; i < to; i++)
    self->used[i] = TRUE;
}

/* The next word at or after *@from: no gaps in it, nothing that is understood. */
static gboolean
next_word (const Reader *self, guint *from, guint *to)
{
  while (*from < self->n && (self->used[*from] || is_gap (self->line[*from])))
    (*from)++;
  *to = *from;
  while (*to < self->n && !self->used[*to] && !is_gap (self->line[*to]))
    (*to)++;
  return *from < *to;
}

static gboolean
is_label_character (gunichar c)
{
  static const char marks[] = "栋幢座号楼单元室房负车位商铺层门-#";

  return g_unichar_isalnum (c) ? c < 0x80 || g_utf8_strchr (marks, -1, c) != NULL
                               : g_utf8_strchr (marks, -1, c) != NULL;
}

static gboolean
is_plain (gunichar c)
{
  return c == '-' || (c < 0x80 && g_ascii_isalnum ((char) c));
}

/* The longest label from @from that the register knows and that does not go on behind it. */
static gboolean
read_unit_at (Reader *self, guint from, guint to)
{
  guint end = from;
  gboolean digit = FALSE;

  for (; end < to && end - from < MAX_LABEL && is_label_character (self->line[end]); end++)
    digit = digit || g_unichar_isdigit (self->line[end]);
  for (; digit && end > from + 1; end--)
    {
      g_autofree char *text = NULL;
      char *label = NULL;
      gint64 id;

      if (end < to && is_plain (self->line[end]) && is_plain (self->line[end - 1]))
        continue;
      text = cut (self, from, end);
      id = self->lookup->find_unit (self->lookup->data, text, &label);
      if (id == 0)
        continue;
      self->entry->unit_id = id;
      self->entry->unit_label = label;
      take (self, DESK_QUICK_UNIT, DESK_QUICK_FOUND, from, end);
      return TRUE;
    }
  return FALSE;
}

/* A unit begins a word, or stands in one: 厨房漏水3-2-1501. */
static void
read_unit (Reader *self)
{
  for (guint from = 0, to; next_word (self, &from, &to); from = to)
    for (guint i = from; i < to; i++)
      if ((i == from || (is_plain (self->line[i]) && !is_plain (self->line[i - 1]))) && read_unit_at (self, i, to))
        return;
}

/* A label by its looks, for a unit the register does not know: 33-2-1501. */
static void
read_unknown_unit (Reader *self)
{
  for (guint from = 0, to; next_word (self, &from, &to); from = to)
    {
      guint n_hyphens = 0, n_digits = 0, end = from;

      for (; end < to && (g_ascii_isalnum ((char) MIN (self->line[end], 0x7f)) || self->line[end] == '-'); end++)
        {
          n_hyphens += self->line[end] == '-' ? 1 : 0;
          n_digits += g_unichar_isdigit (self->line[end]) ? 1 : 0;
        }
      if (n_hyphens < 1 || n_hyphens > 3 || n_digits < 3 || n_digits > 9 || end == from || self->line[end - 1] == '-')
        continue;
      self->entry->unit_label = cut (self, from, end);
      take (self, DESK_QUICK_UNIT, DESK_QUICK_SAID, from, end);
      return;
    }
}

/* 11 digits from 13 to 19, +86 before them; or a landline with its area code, or 7 to 8 digits. */
static gboolean
is_phone (const char *digits, gboolean hyphen)
{
  gsize n = strlen (digits);

  if (n == 13 && g_str_has_prefix (digits, "86"))
    return is_phone (digits + 2, FALSE);
  if (n == 11 && digits[0] == '1' && digits[1] >= '3')
    return TRUE;
  if ((n == 10 || n == 11 || n == 12) && digits[0] == '0')
    return TRUE;
  return (n == 7 || n == 8) && !hyphen && digits[0] >= '2';
}

/* The digits from @from on as far as they can be a phone. Blanks part a mobile into 3, 4 and 4. */
static guint
read_digits (const Reader *self, guint from, GString *digits, gboolean *hyphen)
{
  guint end = from < self->n && self->line[from] == '+' ? from + 1 : from;

  for (; end < self->n && !self->used[end]; end++)
    {
      gunichar c = self->line[end];
      gboolean part = c == ' ' && digits->str[0] == '1' && (digits->len == 3 || digits->len == 7) && end + 1 < self->n
                      && self->line[end + 1] < 0x80 && g_ascii_isdigit ((char) self->line[end + 1]);

      if (c == '-')
        *hyphen = TRUE;
      else if (c < 0x80 && g_ascii_isdigit ((char) c) && digits->len < 14)
        g_string_append_c (digits, (char) c);
      else if (!part)
        break;
    }
  return end;
}

static gboolean
read_phone_at (Reader *self, guint from)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean hyphen = FALSE;
  guint end = read_digits (self, from, digits, &hyphen);

  if (!is_phone (digits->str, hyphen))
    return FALSE;
  self->entry->phone = g_strdup (digits->len == 13 ? digits->str + 2 : digits->str);
  self->entry->person_id = self->lookup->find_phone (self->lookup->data, self->entry->phone, &self->entry->person_name);
  take (self, DESK_QUICK_PERSON, self->entry->person_id != 0 ? DESK_QUICK_FOUND : DESK_QUICK_SAID, from, end);
  return TRUE;
}

static void
read_phone (Reader *self)
{
  for (guint i = 0; i < self->n; i++)
    if (!self->used[i] && (self->line[i] == '+' || is_plain (self->line[i])) && (i == 0 || !is_plain (self->line[i - 1]))
        && read_phone_at (self, i))
      return;
}

/* The first of @words that a word is, or begins with. */
static gboolean
read_word (Reader *self, DeskQuickPart part, const Word *words, guint n_words, gint64 *value)
{
  for (guint from = 0, to; next_word (self, &from, &to); from = to)
    {
      g_autofree char *text = cut (self, from, to);

      for (guint i = 0; i < n_words; i++)
        {
          glong n = g_utf8_strlen (words[i].word, -1);

          if (!g_str_has_prefix (text, words[i].word)
              || (!words[i].begins && (guint) n != to - from
                  && !(g_ascii_strcasecmp (text, words[i].word) == 0)))
            continue;
          *value = words[i].value;
          take (self, part, DESK_QUICK_FOUND, from, from + (guint) n);
          return TRUE;
        }
    }
  return FALSE;
}

/* "装修咨询": a kind said at the end of a word. */
static void
read_enquiry_end (Reader *self)
{
  for (guint from = 0, to; next_word (self, &from, &to); from = to)
    {
      g_autofree char *text = cut (self, from, to);

      if (to - from < 4 || !g_str_has_suffix (text, "咨询"))
        continue;
      self->entry->kind = DESK_VISIT_ENQUIRY;
      take (self, DESK_QUICK_KIND, DESK_QUICK_FOUND, to - 2, to);
      return;
    }
}

/* "漏水急": an urgency said at the end of a word. */
static void
read_urgent_end (Reader *self)
{
  for (guint from = 0, to; next_word (self, &from, &to); from = to)
    {
      guint end = to;

      while (end > from && self->line[end - 1] == '!')
        end--;
      if (end - from < 3 || self->line[end - 1] != 0x6025 /* 急 */ || self->line[end - 2] == 0x4e0d /* 不 */
          || self->line[end - 2] == 0x7740 /* 着 */)
        continue;
      self->entry->urgency = DESK_URGENCY_URGENT;
      take (self, DESK_QUICK_URGENCY, DESK_QUICK_FOUND, end - 1, end);
      return;
    }
}

/* Where @word stands in characters that are not understood yet. Returns: its place, or -1. */
static int
find_free (const Reader *self, const char *word)
{
  glong n;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (word, -1, &n);

  for (guint at = 0; n > 0 && at + (guint) n <= self->n; at++)
    {
      guint k = 0;

      while (k < (guint) n && !self->used[at + k] && g_unichar_tolower (self->line[at + k]) == g_unichar_tolower (wide[k]))
        k++;
      if (k == (guint) n)
        return (int) at;
    }
  return -1;
}

/* A name the register has, whole word by whole word. */
static gboolean
read_known_person (Reader *self)
{
  for (guint from = 0, to; next_word (self, &from, &to); from = to)
    {
      g_autofree char *text = NULL;

      if (to - from < 2 || to - from > 20 || g_unichar_isdigit (self->line[from]))
        continue;
      text = cut (self, from, to);
      self->entry->person_id = self->lookup->find_person (self->lookup->data, text, self->entry->unit_id);
      if (self->entry->person_id == 0)
        continue;
      g_free (self->entry->person_name);
      self->entry->person_name = g_steal_pointer (&text);
      take (self, DESK_QUICK_PERSON, DESK_QUICK_FOUND, from, to);
      return TRUE;
    }
  return FALSE;
}

static gboolean
begins_with_surname (const Reader *self, guint from, guint to)
{
  g_autofree char *name = cut (self, from, to);

  return g_utf8_strchr (surnames, -1, self->line[from]) != NULL || desk_surname_compound_length (name) > 0;
}

/* 陈先生, 刘阿姨: a surname or name with how they are called; also where more follows at once. */
static gboolean
read_honorific (Reader *self)
{
  for (guint from = 0, to; next_word (self, &from, &to); from = to)
    for (guint length = 1; length <= 3 && from + length < to && is_han (self->line[from + length - 1]); length++)
      for (guint i = 0; i < G_N_ELEMENTS (honorifics); i++)
        {
          g_autofree char *rest = cut (self, from + length, to);
          guint end = from + length + (guint) g_utf8_strlen (honorifics[i], -1);

          if (!g_str_has_prefix (rest, honorifics[i]) || (end < to && g_str_equal (honorifics[i], "总"))
              || !begins_with_surname (self, from, from + length))
            continue;
          self->entry->person_name = cut (self, from, end);
          take (self, DESK_QUICK_PERSON, DESK_QUICK_SAID, from, end);
          return TRUE;
        }
  return FALSE;
}

/* Does a category's word stand in [from, to)? Then that is no name: 马桶, 水管. */
static gboolean
has_keyword (const Reader *self, guint from, guint to)
{
  g_autofree char *text = cut (self, from, to);

  for (guint i = 0; i < self->lookup->n_categories; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (self->lookup->categories[i].words, ", ", -1);

      for (char **word = words; *word != NULL; word++)
        if (**word != '\0' && strstr (text, *word) != NULL)
          return TRUE;
    }
  return FALSE;
}

/* Two or three characters that begin with a surname, first in the line or right after unit or phone. */
static void
read_likely_name (Reader *self)
{
  guint from = 0, to;

  if (!next_word (self, &from, &to) || to - from < 2 || to - from > 3
      || g_utf8_strchr (surnames, -1, self->line[from]) == NULL || has_keyword (self, from, to))
    return;
  for (guint i = from; i < to; i++)
    if (!is_han (self->line[i]))
      return;
  {
    guint next = to, end;

    /* Something must be left to say. */
    if (!next_word (self, &next, &end) && self->entry->tokens[DESK_QUICK_KIND].surety == DESK_QUICK_NONE)
      return;
  }
  self->entry->person_name = cut (self, from, to);
  take (self, DESK_QUICK_PERSON, DESK_QUICK_GUESSED, from, to);
}

static void
read_person (Reader *self)
{
  if (self->entry->phone != NULL && self->entry->person_id != 0)
    {
      int at = self->entry->person_name != NULL ? find_free (self, self->entry->person_name) : -1;

      /* The name beside the phone says nothing more. */
      for (glong i = 0; at >= 0 && i < g_utf8_strlen (self->entry->person_name, -1); i++)
        self->used[at + i] = TRUE;
      return;
    }
  if (self->entry->phone != NULL)
    {
      /* The phone is unknown: a name beside it is still worth keeping. */
      DeskQuickToken token = self->entry->tokens[DESK_QUICK_PERSON];

      if (read_known_person (self) || read_honorific (self))
        return;
      read_likely_name (self);
      if (self->entry->person_name == NULL)
        self->entry->tokens[DESK_QUICK_PERSON] = token;
      return;
    }
  if (!read_known_person (self) && !read_honorific (self))
    read_likely_name (self);
}

static gboolean
fits_kind (gint64 visit_kind, gint64 case_kind)
{
  if (visit_kind == DESK_VISIT_REPAIR)
    return case_kind == DESK_CASE_REPAIR;
  if (visit_kind == DESK_VISIT_COMPLAINT)
    return case_kind == DESK_CASE_COMPLAINT;
  return visit_kind == 0 || visit_kind == DESK_VISIT_OTHER;
}

/* They come for something that is done at the desk: 补办门禁卡, 交物业费. Then no word makes a repair of it. */
static gboolean
is_errand (const Reader *self)
{
  static const char *const begins[] = { "补办", "补卡", "补门禁", "办卡", "办门禁", "办理", "缴", "交", "退", "借", "领", "取快递" };

  for (guint from = 0, to; next_word (self, &from, &to); from = to)
    {
      g_autofree char *text = cut (self, from, to);

      for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
        if (g_str_has_prefix (text, begins[i]))
          return TRUE;
    }
  return FALSE;
}

/* The category whose words say most of the line. */
static void
read_category (Reader *self)
{
  const DeskQuickLookup *lookup = self->lookup;
  glong best = 0;
  DeskQuickToken token = { 0 };
  const DeskQuickCategory *found = NULL;

  for (guint i = 0; i < lookup->n_categories; i++)
    {
      g_auto (GStrv) words = NULL;
      glong score = 0;
      DeskQuickToken where = { DESK_QUICK_GUESSED, 0, 0 };

      if (!fits_kind (self->entry->kind, lookup->categories[i].kind))
        continue;
      words = g_strsplit_set (lookup->categories[i].words, ", ", -1);
      for (char **word = words; *word != NULL; word++)
        {
          int at = find_free (self, *word);
          glong n = g_utf8_strlen (*word, -1);

          if (at < 0)
            continue;
          score += n * n;
          if ((guint) n > where.to_char - where.from_char)
            where = (DeskQuickToken){ DESK_QUICK_GUESSED, (guint) at, (guint) (at + n) };
        }
      if (score > best)
        {
          best = score;
          found = &lookup->categories[i];
          token = where;
        }
    }
  if (found == NULL)
    return;
  self->entry->category_id = found->id;
  self->entry->tokens[DESK_QUICK_CATEGORY] = token;
  if (self->entry->urgency == 0)
    {
      self->entry->urgency = found->urgency;
      self->entry->tokens[DESK_QUICK_URGENCY].surety = DESK_QUICK_GUESSED;
    }
  if (self->entry->kind == 0)
    {
      self->entry->kind = found->kind == DESK_CASE_COMPLAINT ? DESK_VISIT_COMPLAINT : DESK_VISIT_REPAIR;
      self->entry->tokens[DESK_QUICK_KIND].surety = DESK_QUICK_GUESSED;
    }
}

static void
read_danger (Reader *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (danger_words); i++)
    {
      int at = find_free (self, danger_words[i]);

      /* 打不着火 is none. */
      if (at < 0 || (at > 0 && self->line[at - 1] == 0x4e0d /* 不 */))
        continue;
      self->entry->urgency = DESK_URGENCY_DANGER;
      self->entry->tokens[DESK_QUICK_URGENCY]
          = (DeskQuickToken){ DESK_QUICK_GUESSED, (guint) at, (guint) (at + g_utf8_strlen (danger_words[i], -1)) };
      return;
    }
}

/* What the words did not say. */
static void
guess_rest (Reader *self)
{
  DeskQuickEntry *entry = self->entry;

  if (entry->kind == 0)
    {
      entry->kind = entry->urgency == DESK_URGENCY_DANGER ? DESK_VISIT_REPAIR : DESK_VISIT_VISIT;
      entry->tokens[DESK_QUICK_KIND].surety = DESK_QUICK_GUESSED;
    }
  if (entry->channel == 0)
    {
      entry->channel = entry->phone != NULL ? DESK_CHANNEL_PHONE : DESK_CHANNEL_WALK_IN;
      entry->tokens[DESK_QUICK_CHANNEL].surety = DESK_QUICK_GUESSED;
    }
  if (entry->urgency == 0)
    {
      entry->urgency = DESK_URGENCY_ORDINARY;
      entry->tokens[DESK_QUICK_URGENCY].surety = DESK_QUICK_GUESSED;
    }
}

static void
read_time (Reader *self)
{
  g_autofree char *line = cut (self, 0, self->n);
  DeskQuickTime time;

  if (self->lookup->zone == NULL || !desk_quick_time_find (line, self->lookup->now, self->lookup->zone, &time))
    return;
  self->entry->when_from = time.from;
  self->entry->when_to = time.to;
  take (self, DESK_QUICK_TIME, DESK_QUICK_FOUND, time.from_char, time.to_char);
}

/* The words that are left, one blank between them. */
static char *
rest_of (const Reader *self, const char *beyond)
{
  g_autoptr (GString) about = g_string_new (NULL);

  for (guint from = 0, to; next_word (self, &from, &to); from = to)
    {
      g_autofree char *word = cut (self, from, to);

      /* Marks between two words stay; those around what was taken go with it. */
      if (about->len > 0)
        g_string_append (about, from > 0 && !self->used[from - 1] && self->line[from - 1] == ',' ? "，" : " ");
      g_string_append (about, word);
    }
  g_string_append (about, beyond);
  return desk_string_clean (about->str);
}

/* Characters in half-width; what cannot be seen becomes a blank. */
static void
load (Reader *self, const char *line, char **beyond)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  g_autofree char *plain = desk_string_half_width (valid);
  glong n;

  self->line = g_utf8_to_ucs4_fast (plain, -1, &n);
  self->n = (guint) MIN (n, DESK_QUICK_LENGTH);
  *beyond = n > DESK_QUICK_LENGTH ? g_strdup (g_utf8_offset_to_pointer (plain, DESK_QUICK_LENGTH)) : g_strdup ("");
  for (guint i = 0; i < self->n; i++)
    if (g_unichar_iscntrl (self->line[i]) || g_unichar_type (self->line[i]) == G_UNICODE_FORMAT)
      self->line[i] = ' ';
  self->used = g_new0 (gboolean, self->n + 1);
}

/**
 * desk_quick_entry_parse:
 * @line: as typed; anything at all
 * @lookup: what is known
 *
 * Returns: (transfer full): what the line means, part by part, with where each stands in it
 */
DeskQuickEntry *
desk_quick_entry_parse (const char *line, const DeskQuickLookup *lookup)
{
  DeskQuickEntry *entry = g_new0 (DeskQuickEntry, 1);
  Reader reader = { .lookup = lookup, .entry = entry };
  g_autofree char *beyond = NULL;

  load (&reader, line, &beyond);
  read_time (&reader);
  read_phone (&reader);
  read_unit (&reader);
  if (entry->unit_id == 0)
    read_unknown_unit (&reader);
  read_danger (&reader);
  if (entry->urgency == 0
      && !read_word (&reader, DESK_QUICK_URGENCY, urgency_words, G_N_ELEMENTS (urgency_words), &entry->urgency))
    read_urgent_end (&reader);
  read_word (&reader, DESK_QUICK_CHANNEL, channel_words, G_N_ELEMENTS (channel_words), &entry->channel);
  if (!read_word (&reader, DESK_QUICK_KIND, kind_words, G_N_ELEMENTS (kind_words), &entry->kind))
    read_enquiry_end (&reader);
  read_person (&reader);
  if (entry->kind != 0 || !is_errand (&reader))
    read_category (&reader);
  guess_rest (&reader);
  entry->about = rest_of (&reader, beyond);
  g_free (reader.line);
  g_free (reader.used);
  return entry;
}

void
desk_quick_entry_free (gpointer entry)
{
  DeskQuickEntry *self = entry;

  if (self == NULL)
    return;
  g_free (self->unit_label);
  g_free (self->person_name);
  g_free (self->phone);
  g_free (self->about);
  g_free (self);
}
