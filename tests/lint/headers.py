#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says its licence in its first line; every header guards itself and includes what it needs for
G_BEGIN_DECLS; every public function has a comment, above its declaration or above its definition."""
import os
import re

from desk_source import files, functions, read, room_of, run, source

LICENCE = re.compile(r'SPDX-License-Identifier: GPL-3\.0-or-later')
DECLARED = re.compile(r'^(?!typedef\b|G_DECLARE|G_DEFINE|static\b|extern\b.*\[)[\w\s*]*?\b(desk_\w+)\s*\(', re.S)
# What GObject and GLib say by the name alone, and what makes or empties a structure that its own comment explains.
NEEDS_NONE = re.compile(r'_(get_type|quark|ref|unref|copy|free|new|clear|equal)$')


def declarations(src):
    """(name, first line, last line) of each function a header declares, in order."""
    code = re.sub(r'^[ \t]*#(?:.*\\\n)*.*', lambda m: re.sub(r'[^\n]', ' ', m.group()), src.code, flags=re.M)
    code = re.sub(r'\bG_(BEGIN|END)_DECLS\b', lambda m: ' ' * len(m.group()), code)
    depth, begin = 0, 0
    for at, sign in enumerate(code):
        depth += (sign == '{') - (sign == '}')
        if depth == 0 and sign in ';}':
            text = code[begin:at]
            lead = len(text) - len(text.lstrip())
            match = DECLARED.match(text.strip()) if sign == ';' else None
            if match:
                yield match.group(1), src.line(begin + lead), src.line(at)
            elif sign == ';' and re.match(r'\s*G_DE(CLARE|FINE)_\w+\s*\(', text):
                yield None, src.line(begin + lead), src.line(at)
            begin = at + 1
        elif depth == 0 and sign == ')' and re.match(r'\s*G_DE(CLARE|FINE)_\w+\s*\(', code[begin:at + 1]):
            begin = at + 1          # such a macro needs no semicolon


def under_comment(lines, first):
    """Whether the lines right above, up to an empty one, hold a comment in column 0: a type explained with what makes it."""
    up = first - 2
    while up >= 0 and lines[up].strip():
        if lines[up].startswith(('/*', ' */')) and 'SPDX' not in lines[up]:
            return True
        up -= 1
    return False


def commented_in_header(src):
    lines, good, last = src.text.split('\n'), {}, None
    for name, first, end in declarations(src):
        above = lines[first - 2].strip() if first > 1 else ''
        follows = last is not None and last[1] == first - 1 and above
        fine = above.endswith('*/') and not above.startswith('/* SPDX') or '/*' in lines[end - 1] \
            or (follows and last[0]) or under_comment(lines, first)
        if name:
            good[name] = fine
        last = (fine, end)
    return good


def commented_in_source(src):
    lines = src.text.split('\n')
    return {f.name for f in functions(src) if f.head > 1 and lines[f.head - 2].strip().endswith('*/')
            and 'SPDX' not in lines[f.head - 2]}


def check(root):
    problems, n_public = [], 0
    for path in files(root, 'src', 'ui', 'tests', 'tools', ends=('.c', '.h', '.py', '.sh')):
        if not LICENCE.search('\n'.join(read(root, path).split('\n')[:2])):
            problems.append('%s: the first line does not say the licence' % path)
    explained = {}
    for path in files(root, 'src', ends=('.c',)):
        explained.setdefault(room_of(path), set()).update(commented_in_source(source(root, path)))
    for path in files(root, 'src', ends=('.h',)):
        src = source(root, path)
        if '#pragma once' not in src.text:
            problems.append('%s: no #pragma once' % path)
        for name, fine in commented_in_header(src).items():
            n_public += 1
            if not fine and name not in explained.get(room_of(path), ()) and not NEEDS_NONE.search(name):
                problems.append('%s: %s has no comment, here or above its definition' % (path, name))
    return problems, ['%d public functions' % n_public]


if __name__ == '__main__':
    run(check)
