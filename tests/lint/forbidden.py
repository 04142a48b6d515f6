#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house does without: old list widgets, nested main loops, triggers, SQL outside the store or made from
input, floating point where money is, files opened beside SQLite, colours and sizes that ignore the theme, words of
unfinished work, paths of somebody's own machine."""
import os
import re

from desk_source import ROOMS, files, functions, read, room_of, run, source

LOOPLESS = tuple(r for r in ROOMS if r != 'notify')      # its thread has a main loop of its own, nested in none
EXACT = ('base', 'domain', 'store', 'service')

# (what, pattern over code without comments and strings, rooms it is forbidden in or None for all)
CODE = [
    ('old list widget', r'\b(GtkTreeView|GtkListStore|GtkTreeStore|GtkComboBox\w*|GtkCellRenderer\w*|'
                        r'gtk_(tree_view|list_store|tree_store|combo_box|cell_renderer)\w*)\b', None),
    ('nested main loop', r'\b(g_main_loop_run|gtk_dialog_run|g_main_context_iteration|gtk_main_iteration\w*)\b', LOOPLESS),
    ('floating point', r'\b(double|float|gdouble|gfloat|sqlite3_(column|bind|value|result)_double)\b', EXACT),
    ('sleep', r'\b(g_usleep|usleep|sleep|nanosleep)\s*\(', ('gui', 'model', 'domain', 'text', 'base')),
    ('gtk_widget_show', r'\bgtk_widget_(show|hide|get_allocated_\w+)\s*\(', None),
    ('network, and everything works with the cable out', r'\b(g_(socket|resolver|network|tcp|tls|inet)_\w+|soup_\w+|curl_\w+|'
                                                         r'gethostby\w+|getaddrinfo)\b', None),
    ('process started without exec', r'(?<![\w.>])v?fork\s*\(', None),
]
OPENING = re.compile(r'(?<![\w.>])(open|open64|openat|fopen|creat|g_open|g_fopen|g_creat|g_file_get_contents|'
                     r'g_file_set_contents(_full)?|g_mapped_file_new|g_file_(read|replace|create|append_to|copy)\w*|'
                     r'g_file_load_contents|g_fsync|fsync)\s*\(')
SQL = re.compile(r'^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+\s+AS\s'
                 r'|CREATE\s+(TABLE|INDEX|UNIQUE|VIEW|VIRTUAL|TRIGGER)|ALTER\s+TABLE\s|DROP\s+(TABLE|INDEX)\s'
                 r'|PRAGMA\s|BEGIN(\s+IMMEDIATE)?\s*;?$|COMMIT\s*;?$|ROLLBACK|SAVEPOINT\s|ATTACH\s|VACUUM)')
MADE = re.compile(r'\b(g_strdup_printf|g_strdup_vprintf|g_string_append\w*|g_string_printf|g_strconcat|g_strjoin|'
                  r'g_snprintf|snprintf|sqlite3_[sv]?n?m?printf)\s*\(')
SQL_WORD = re.compile(r'\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|ORDER BY|VALUES|JOIN|AND|LIMIT)\b')
UNFINISHED = re.compile(r'\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b|\b(not (yet )?imp[l]emented|for n[o]w|st[u]b)\b')
OWN_PATHS = re.compile(r'/(?:work|farm|root)/|/tmp/[w]t\b|/home/\w+/')
TEXT_ENDS = ('.c', '.h', '.py', '.sh', '.ui', '.css', '.xml', '.in', '.build', '.sql', '.md', '.desktop', '.1', '.txt')


def allowed_opens(root):
    """File → why it may open files itself, from opens.allow: a path, blanks, the reason."""
    path, result = os.path.join(root, 'tests', 'lint', 'opens.allow'), {}
    if os.path.exists(path):
        for text in read(root, path).split('\n'):
            if text.strip() and not text.startswith('#'):
                name, _, reason = text.partition(' ')
                result[name] = reason.strip()
    return result


def is_db(path):
    return bool(re.match(r'src/store/desk-(db|stmt)[\w-]*\.c$', path))


def check_code(src, room):
    for what, pattern, rooms in CODE:
        if rooms is None or room in rooms:
            for match in re.finditer(pattern, src.code):
                yield '%s:%d: %s: %s' % (src.path, src.line(match.start()), what, match.group().strip())
    for function in functions(src):
        body = '\n'.join(src.code.split('\n')[function.line - 1:function.line - 1 + function.lines])
        labels = set(re.findall(r'\bgoto\s+(\w+)', body))
        if len(labels) > 1:
            yield '%s:%d: %s jumps to %s; one cleanup label is enough' % (
                src.path, function.line, function.name, ' and '.join(sorted(labels)))


def check_sql(src, room):
    for line, text in src.strings:
        if re.search(r'\bCREATE\s+(TEMP\w*\s+)?TRIGGER\b', text, re.I):
            yield '%s:%d: CREATE TRIGGER' % (src.path, line)
        if room != 'store' and SQL.match(text):
            yield '%s:%d: SQL outside the store: %s' % (src.path, line, text[:40])
    if not is_db(src.path):
        for match in re.finditer(r'\bsqlite3_(exec|prepare\w*|get_table)\s*\(', src.code):
            yield '%s:%d: %s is for desk-db and desk-stmt only' % (src.path, src.line(match.start()), match.group(0)[:-1].strip())
        if room == 'store':
            yield from check_made(src)


def check_made(src):
    """Calls that put texts together, with words of SQL among their arguments."""
    for match in MADE.finditer(src.code):
        depth, end = 1, match.end()
        while depth and end < len(src.code):
            depth += (src.code[end] == '(') - (src.code[end] == ')')
            end += 1
        literals = ' '.join(re.findall(r'"((?:\\.|[^"\\])*)"', src.plain[match.end():end]))
        if SQL_WORD.search(literals):
            yield '%s:%d: SQL put together by %s' % (src.path, src.line(match.start()), match.group(1))


def check_opens(src, allowed):
    if src.path not in allowed:
        for match in OPENING.finditer(src.code):
            yield '%s:%d: %s: only SQLite opens the store; a reason goes into tests/lint/opens.allow' % (
                src.path, src.line(match.start()), match.group(1))


def check_style(root, path):
    text = re.sub(r'/\*.*?\*/', lambda m: re.sub(r'[^\n]', ' ', m.group()), read(root, path), flags=re.S)
    for number, line in enumerate(text.split('\n'), 1):
        if re.search(r'#[0-9a-fA-F]{3,8}\b(?![^{]*\{)', line) or re.search(r'\b(rgb|rgba|hsl|hsla)\(', line):
            yield '%s:%d: a colour that ignores the theme' % (path, number)
        if re.search(r'\bfont(-size)?\s*:[^;]*\d(px|pt)\b', line):
            yield '%s:%d: a font size in px or pt' % (path, number)


def check_words(root, path):
    for number, line in enumerate(read(root, path).split('\n'), 1):
        for what, pattern in (('unfinished work', UNFINISHED), ("a path of one's own machine", OWN_PATHS)):
            found = pattern.search(line)
            if found:
                yield '%s:%d: %s: %s' % (path, number, what, found.group())


def all_text(root):
    top = [n for n in os.listdir(root) if n.endswith(TEXT_ENDS) and os.path.isfile(os.path.join(root, n))]
    below = files(root, 'src', 'ui', 'data', 'icons', 'tests', 'po', ends=TEXT_ENDS)
    tools = [p for p in files(root, 'tools', '.ci', ends=('',))]
    return sorted(top) + below + tools


def check(root):
    problems, allowed = [], allowed_opens(root)
    for path in files(root, 'src'):
        src, room = source(root, path), room_of(path)
        problems += check_code(src, room)
        problems += check_sql(src, room)
        if room in ('store', 'service'):
            problems += check_opens(src, allowed)
        if room == 'gui':
            problems += ['%s:%d: a colour that ignores the theme: %s' % (path, line, text)
                         for line, text in src.strings if re.fullmatch(r'#[0-9a-fA-F]{3,8}', text)]
    for path in files(root, 'ui', ends=('.ui',)):
        if re.search(r'Gtk(TreeView|ListStore|TreeStore|ComboBox|CellRenderer)', read(root, path)):
            problems.append('%s: old list widget' % path)
    for path in files(root, 'src', ends=('.sql',)):
        if re.search(r'\bCREATE\s+(TEMP\w*\s+)?TRIGGER\b', read(root, path), re.I):
            problems.append('%s: CREATE TRIGGER' % path)
    for path in files(root, 'src', 'ui', 'data', ends=('.css',)):
        problems += check_style(root, path)
    texts = all_text(root)
    for path in texts:
        problems += check_words(root, path)
    for path in allowed:
        if not os.path.exists(os.path.join(root, path)):
            problems.append('tests/lint/opens.allow names %s, which is not there' % path)
        elif not allowed[path]:
            problems.append('tests/lint/opens.allow gives no reason for %s' % path)
    return problems, ['%d files read' % len(texts)]


if __name__ == '__main__':
    run(check)
