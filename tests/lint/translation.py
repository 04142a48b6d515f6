#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Chinese is complete and in step: nothing untranslated, nothing fuzzy, nothing left over, and every text that
xgettext finds in the sources today is there. Its words follow the house: full-width punctuation, no 您 and no 请."""
import os
import re
import subprocess
import tempfile

from desk_source import read, run
from potfiles import listed

XGETTEXT = ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
            '--keyword=NC_:1c,2', '--keyword=NP_:1c,2', '--keyword=NN_:1,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3',
            '--keyword=g_dpgettext2:2c,3', '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format',
            '--flag=NC_:2:pass-c-format', '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format', '--no-wrap', '--no-location',
            '--sort-output', '--package-name=frontdesk']
# Words the window does without (window.md, Words).
WORDS = re.compile(r'[您请]|系统|滞纳金|[!！]|(?<=[\u4e00-\u9fff])[,:;?](?=\s|$|[\u4e00-\u9fff])|\.{3}|。。')

PLACE = re.compile(r'%[1-9](?![$\d])')        # %1, %2 … of desk_text_format()


def faults(msgid, word):
    """What is wrong with @word as the translation of @msgid."""
    bad = WORDS.search(word)
    if bad:
        yield 'holds "%s"' % bad.group()
    if set(PLACE.findall(msgid)) != set(PLACE.findall(word)):
        yield 'does not say what "%s" says: %s' % (msgid, ' '.join(sorted(PLACE.findall(msgid))) or 'nothing to fill in')
    if re.search(r'[^.]\.$', msgid) and not word.endswith('。'):
        yield 'lacks the full stop'


def tool(root, *command):
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, env=dict(os.environ, LC_ALL='C.UTF-8',
                                                                                     LANGUAGE='C'))
    return done.returncode, (done.stdout + done.stderr).strip()


def entries(text):
    """(msgid, [msgstr, …]) of a po file, the heading left out."""
    for block in re.split(r'\n\s*\n', text):
        parts = {}
        for key, rest in re.findall(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?)\s+((?:"(?:\\.|[^"\\])*"\s*)+)', block, re.M):
            parts[key] = ''.join(re.findall(r'"((?:\\.|[^"\\])*)"', rest))
        if parts.get('msgid'):
            yield parts['msgid'], [v for k, v in parts.items() if k.startswith('msgstr')]


def check(root):
    po = 'po/zh_CN.po'
    if not os.path.exists(os.path.join(root, 'po', 'POTFILES')):
        return ['po/POTFILES is not there'], []
    if not listed(root):
        return [], ['no file has words yet']
    code, said = tool(root, 'msgfmt', '--check', '--statistics', '-o', '/dev/null', po)
    problems = ['%s: %s' % (po, said)] if code or re.search(r'fuzzy|untranslated', said) else []
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'frontdesk.pot')
        code, words = tool(root, *XGETTEXT, '--files-from=po/POTFILES', '-o', pot)
        if code or not os.path.exists(pot):
            return problems + ['xgettext: %s' % words], [said]
        problems += ['xgettext: %s' % l for l in words.split('\n') if 'warning' in l and 'extension' not in l]
        code, words = tool(root, 'msgcmp', '--use-untranslated', po, pot)
        if code:
            problems.append('%s is behind the sources (po/update brings it up to date):\n%s' % (po, words[:2000]))
        have = {i for i, _ in entries(open(pot, encoding='utf-8').read())}
        text = read(root, po)
        problems += ['%s: nothing in the sources says "%s" any more' % (po, i) for i, _ in entries(text) if i not in have]
    if re.search(r'^#~', text, re.M):
        problems.append('%s keeps obsolete entries' % po)
    for msgid, words in entries(text):
        for word in [w for w in words if not w.endswith(';')]:      # keywords of the desktop file end so
            problems += ['%s: "%s" %s' % (po, word, fault) for fault in faults(msgid, word)]
    return problems, [said]


if __name__ == '__main__':
    run(check)
