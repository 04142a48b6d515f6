#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and functions stay small: no file above 800 lines, no function above 80; what is above 400 and 40 is counted."""
import re

from desk_source import files, functions, read, run, source

FILE_MOST, FILE_AIM = 800, 400
FUNCTION_MOST, FUNCTION_AIM = 80, 40
NESTING_MOST = 5        # braces inside braces, the function's own not counted

# Tables, and what is made by a program of ours, are as long as they are.
TABLE = re.compile(r'(-table|-tables|-sql-\w+|-pinyin-data)\.[ch]$')
LONG_BY_NATURE = re.compile(r'_class_init$')


def deepest(src, function):
    depth = most = 0
    for text in src.code.split('\n')[function.line - 1:function.line - 1 + function.lines]:
        for sign in text:
            depth += (sign == '{') - (sign == '}')
            most = max(most, depth)
    return most - 1


def check(root):
    problems, long_files, long_functions, counted, n_files = [], [], [], 0, 0
    for path in files(root, 'src', 'tests', 'tools', ends=('.c', '.h', '.py', '.sh')):
        lines = read(root, path).count('\n')
        n_files += 1
        if TABLE.search(path):
            continue
        if lines > FILE_MOST:
            problems.append('%s has %d lines, most is %d' % (path, lines, FILE_MOST))
        elif lines > FILE_AIM:
            long_files.append('%s %d' % (path, lines))
    for path in files(root, 'src', 'tests', ends=('.c',)):
        if TABLE.search(path):
            continue
        src = source(root, path)
        for function in functions(src):
            counted += 1
            where = '%s:%d: %s' % (path, function.line, function.name)
            if not LONG_BY_NATURE.search(function.name):
                if function.lines > FUNCTION_MOST:
                    problems.append('%s has %d lines, most is %d' % (where, function.lines, FUNCTION_MOST))
                elif function.lines > FUNCTION_AIM:
                    long_functions.append('%s %d' % (where, function.lines))
            if path.startswith('src') and deepest(src, function) >= NESTING_MOST:
                problems.append('%s nests %d deep, most is %d' % (where, deepest(src, function), NESTING_MOST - 1))
    notes = ['%d files, %d functions' % (n_files, counted),
             '%d files above %d lines: %s' % (len(long_files), FILE_AIM, ', '.join(long_files) or 'none'),
             '%d functions above %d lines: %s' % (len(long_functions), FUNCTION_AIM, ', '.join(long_functions) or 'none')]
    return problems, notes


if __name__ == '__main__':
    run(check)
