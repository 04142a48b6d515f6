#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file with words for people, and nothing else; only text, gui and cli speak gettext."""
import os
import re

from desk_source import blank, files, read, room_of, run, source

GETTEXT = re.compile(r'(?<![\w.>])(_|N_|C_|NC_|NP_|NN_|Q_|P_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2?|dgettext|dngettext|dcgettext)\s*\(')
DEFINES = re.compile(r'^[ \t]*#[ \t]*define[ \t]+(_|N_|C_|NC_|NP_|NN_)\(.*', re.M)      # the marks themselves
SPEAKING = {'text', 'gui', 'cli'}
# Formats whose words are drawn out by xgettext's own rules.
DATA = ('.desktop.in', '.metainfo.xml.in')


def marked(root, path):
    """Whether the file holds words that xgettext would draw out."""
    if path.endswith(('.c', '.h')):
        return bool(GETTEXT.search(DEFINES.sub('', source(root, path).code)))
    if path.endswith('.ui'):
        return bool(re.search(r'translatable="(yes|true|1)"', read(root, path)))
    return path.endswith(DATA)


def listed(root):
    for name in ('po/POTFILES', 'po/POTFILES.in'):
        if os.path.exists(os.path.join(root, name)):
            return [l.strip() for l in read(root, name).split('\n') if l.strip() and not l.startswith('#')]
    return []


def check(root):
    problems, names = [], listed(root)
    for name in names:
        if not os.path.exists(os.path.join(root, name)):
            problems.append('po/POTFILES names %s, which is not there' % name)
    if len(set(names)) != len(names):
        problems.append('po/POTFILES names a file twice')
    found = [p for p in files(root, 'src', 'ui', 'data', ends=('.c', '.h', '.ui') + DATA) if marked(root, p)]
    problems += ['po/POTFILES lacks %s' % p for p in found if p not in names]
    problems += ['po/POTFILES names %s, which has no words for people' % p
                 for p in names if p not in found and os.path.exists(os.path.join(root, p))]
    for path in files(root, 'src'):
        if room_of(path) not in SPEAKING:
            src = source(root, path)
            for match in GETTEXT.finditer(DEFINES.sub(lambda m: blank(m.group()), src.code)):
                problems.append('%s:%d: room %s has words of its own; the text room words things'
                                % (path, src.line(match.start()), room_of(path)))
    return problems, ['%d files with words' % len(found)]


if __name__ == '__main__':
    run(check)
