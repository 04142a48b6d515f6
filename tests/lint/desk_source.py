# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint checks share: which files there are, C source with its comments and strings told apart, functions.

A check is a module with `check (root)`, which returns (problems, notes): sentences. `run (check)` prints them and
exits 1 when there are problems, so that each check is one meson test.
"""
import os
import re
import sys
from dataclasses import dataclass

ROOMS = ('base', 'domain', 'text', 'store', 'sheet', 'render', 'service', 'notify', 'model', 'gui', 'cli')

TOKEN = re.compile(
    r'(?P<comment>/\*.*?\*/|//[^\n]*)'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<char>'(?:\\.|[^'\\\n])+')", re.S)


def root_of(argv):
    """The source tree: the argument, else two folders up."""
    return os.path.abspath(argv[1] if len(argv) > 1 else os.path.join(os.path.dirname(__file__), '..', '..'))


def files(root, *folders, ends=('.c', '.h')):
    """Paths below folders, relative to root, sorted, whose names end so."""
    found = []
    for folder in folders:
        for where, dirs, names in os.walk(os.path.join(root, folder)):
            dirs[:] = [d for d in dirs if not d.startswith(('.', 'build', '__pycache__'))]
            found += [os.path.relpath(os.path.join(where, n), root) for n in names if n.endswith(tuple(ends))]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8') as stream:
        return stream.read()


def blank(text):
    """The same text with everything but its line breaks as spaces."""
    return re.sub(r'[^\n]', ' ', text)


@dataclass
class Source:
    """One C file. `code` has comments and the insides of strings blanked, line for line and column for column;
    `plain` has only comments blanked; `strings` and `comments` are (line, text)."""
    path: str
    text: str
    code: str
    plain: str
    strings: list
    comments: list

    def line(self, offset):
        return self.text.count('\n', 0, offset) + 1


def source(root, path):
    text = read(root, path)
    code, plain, strings, comments, at, line = [], [], [], [], 0, 1
    for match in TOKEN.finditer(text):
        between = text[at:match.start()]
        line += between.count('\n')
        token = match.group()
        code.append(between)
        plain.append(between)
        if match.lastgroup == 'comment':
            comments.append((line, token))
            code.append(blank(token))
            plain.append(blank(token))
        else:
            if match.lastgroup == 'string':
                strings.append((line, token[1:-1]))
            code.append(token[0] + ' ' * (len(token) - 2) + token[-1])
            plain.append(token)
        line += token.count('\n')
        at = match.end()
    return Source(path, text, ''.join(code) + text[at:], ''.join(plain) + text[at:], strings, comments)


@dataclass
class Function:
    path: str
    name: str
    head: int      # line its return type stands in
    line: int      # of the opening brace
    lines: int     # brace to brace, both counted
    static: bool


def functions(src):
    """The functions defined in a file, found by the brace in column 0 that follows a closing parenthesis."""
    found, opened = [], None
    lines = src.code.split('\n')
    for number, text in enumerate(lines, 1):
        if text.startswith('{') and opened is None:
            head, up = [], number - 2
            while up >= 0 and lines[up].strip() and not lines[up].startswith(('}', '#')):
                head.insert(0, lines[up])
                up -= 1
            joined = ' '.join(head).strip()
            name = re.search(r'\b([A-Za-z_]\w*)\s*\(', joined)
            is_function = joined.endswith(')') and name and '=' not in joined.split('(')[0]
            opened = (number, name.group(1), joined.startswith('static'), up + 2) if is_function else None
        elif text.startswith('}') and opened is not None:
            found.append(Function(src.path, opened[1], opened[3], opened[0], number - opened[0] + 1, opened[2]))
            opened = None
    return found


def room_of(path):
    """The room a file below src/ belongs to, or None."""
    parts = path.split(os.sep)
    return parts[1] if len(parts) > 2 and parts[0] == 'src' and parts[1] in ROOMS else None


def run(check):
    problems, notes = check(root_of(sys.argv))
    for note in notes:
        print(note)
    for problem in problems:
        print('FAIL', problem)
    print('%d problems' % len(problems))
    sys.exit(1 if problems else 0)
