#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lint checks can fail: each fault below, put into an otherwise clean small tree, is found by its check, and the
clean tree passes. A check that finds nothing any more is worse than none."""
import os
import sys
import tempfile

import forbidden
import headers
import potfiles
import rooms
import sizes
import translation

LICENCE = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
LONG = 'void\ndesk_long (void)\n{\n' + '  desk_step ();\n' * 80 + '}\n'
CLASS = LONG.replace('desk_long', 'desk_long_class_init')

CLEAN = {
    'src/base/desk-one.h': '#pragma once\n#include <glib.h>\n\n/* One. Returns: (transfer full): text. */\n'
                           'char *desk_one (void);\nchar *desk_two (void);\n',
    'src/base/desk-one.c': '#include "desk-one.h"\n\nchar *\ndesk_one (void)\n{\n  return g_strdup ("double float");\n}\n',
    'src/gui/desk-window.h': '#pragma once\n#include <gtk/gtk.h>\n',
    'src/gui/desk-window.c': '#include "desk-window.h"\n#include "desk-one.h"\n\nvoid f (void)\n{\n'
                             '  g_print ("%s", _("Hello")); /* goto GtkTreeView */\n}\n',
    'src/store/desk-db.c': '#include <sqlite3.h>\n\nint\nx (void)\n{\n  return sqlite3_exec (NULL, "BEGIN", 0, 0, 0);\n}\n',
    'src/gui/style.css': 'row { color: @error_color; font-size: 0.9em; }\n',
    'po/POTFILES': 'src/gui/desk-window.c\n',
}

# (check, path, text put in its place or added to it, a word of the problem)
FAULTS = [
    (rooms, 'src/domain/desk-two.c', '#include <sqlite3.h>\n', '<sqlite3.h>'),
    (rooms, 'src/domain/desk-two.c', '#include <gio/gio.h>\n', '<gio/gio.h>'),
    (rooms, 'src/model/desk-two.c', '#include <gtk/gtk.h>\n', '<gtk/gtk.h>'),
    (rooms, 'src/base/desk-two.c', '#include "desk-window.h"\n', 'of room gui'),
    (rooms, 'src/store/desk-two.c', '#include "desk-nowhere.h"\n', 'no room owns'),
    (rooms, 'src/domain/desk-one.h', '#pragma once\n', 'more than one room'),
    (rooms, 'src/model/meson.build', "x = static_library('x', include_directories: [base_inc, store_inc])\n", 'room store'),
    (rooms, 'src/cli/meson.build', "x = static_library('x', dependencies: [gtk_dep])\n", 'gtk_dep'),
    (rooms, 'src/desk-lost.c', 'int x;\n', 'no room'),
    (sizes, 'src/base/desk-two.c', LONG, 'desk_long has'),
    (sizes, 'src/base/desk-two.c', 'int x;\n' * 801, 'most is 800'),
    (sizes, 'src/base/desk-two.c', 'void\nf (void)\n' + '{' * 7 + '\n' + '}' * 6 + '\n}\n', 'nests'),
    (potfiles, 'src/gui/desk-two.c', 'f (_("Hello"));\n', 'lacks src/gui/desk-two.c'),
    (potfiles, 'src/text/desk-two.c', 'f (N_ ("Hello"));\n', 'lacks src/text/desk-two.c'),
    (potfiles, 'src/service/desk-two.c', 'f (_("Hello"));\n', 'room service has words'),
    (potfiles, 'ui/a.ui', '<property name="label" translatable="yes">x</property>\n', 'lacks ui/a.ui'),
    (potfiles, 'po/POTFILES', 'src/gui/desk-window.c\nsrc/gui/desk-gone.c\n', 'not there'),
    (forbidden, 'src/gui/desk-two.c', 'GtkTreeView *view;\n', 'old list widget'),
    (forbidden, 'src/gui/desk-two.c', 'g_main_context_iteration (NULL, TRUE);\n', 'nested main loop'),
    (forbidden, 'src/service/desk-two.c', 'g_socket_client_new ();\n', 'cable out'),
    (forbidden, 'src/service/desk-two.c', 'static double sum;\n', 'floating point'),
    (forbidden, 'src/store/desk-two.c', 'const char *sql = "CREATE TRIGGER t";\n', 'CREATE TRIGGER'),
    (forbidden, 'src/service/desk-two.c', 'const char *sql = "SELECT id FROM unit";\n', 'SQL outside'),
    (forbidden, 'src/store/desk-two.c', 'x = g_strdup_printf ("SELECT id FROM %s", name);\n', 'put together'),
    (forbidden, 'src/store/desk-two.c', 'sqlite3_exec (db, sql, NULL, NULL, NULL);\n', 'is for desk-db'),
    (forbidden, 'src/store/desk-two.c', 'int fd = open (path, 0);\n', 'only SQLite opens'),
    (forbidden, 'src/service/desk-two.c', 'g_file_get_contents (path, &c, NULL, NULL);\n', 'only SQLite opens'),
    (forbidden, 'src/base/desk-two.c', 'void\nf (void)\n{\n  goto a;\n  goto b;\na:\nb:\n}\n', 'one cleanup label'),
    (forbidden, 'src/gui/style.css', 'row { color: #ff0000; }\n', 'colour'),
    (forbidden, 'src/gui/style.css', 'row { font-size: 11pt; }\n', 'font size'),
    (forbidden, 'src/gui/desk-two.c', 'gdk_rgba_parse (&c, "#c01c28");\n', 'colour'),
    (forbidden, 'src/base/desk-two.c', '/* TO' 'DO: later */\n', 'unfinished'),
    (forbidden, 'tools/run', 'cd /ro' 'ot/desk\n', 'machine'),
    (forbidden, 'tests/lint/opens.allow', 'src/store/desk-gone.c because\n', 'not there'),
    (headers, 'src/base/desk-two.h', '#pragma once\n\nvoid desk_three (void);\n', 'desk_three has no comment'),
    (headers, 'src/base/desk-two.h', '/* Three. */\nvoid desk_three (void);\n', 'pragma'),
]


def lay(root, tree):
    for path, text in tree.items():
        os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
        with open(os.path.join(root, path), 'w', encoding='utf-8') as stream:
            stream.write((LICENCE if path.endswith(('.c', '.h')) else '') + text)


# (text, its translation, whether that is right)
TRANSLATIONS = [
    ('%1 of %2', '%2 里的 %1', True), ('%1 of %2', '%1 里', False), ('Saved', '%1 存了', False), ('Gone.', '不在了', False),
    ('Gone.', '不在了。', True), ('Choose', '请选', False), ('%1$d of %2$d', '%2$d 里 %1$d', True), ('A: b', '甲: 乙', False),
]


def main():
    failed = sum(right == bool(list(translation.faults(text, word))) for text, word, right in TRANSLATIONS)
    for check, path, text, word in [(c, None, None, None) for c in (rooms, sizes, potfiles, forbidden, headers)] + FAULTS:
        with tempfile.TemporaryDirectory() as root:
            tree = dict(CLEAN)
            if path:
                tree[path] = text
            lay(root, tree)
            problems, _ = check.check(root)
            good = any(word in p for p in problems) if path else not problems
            if not good:
                failed += 1
                print('FAIL', check.__name__, path, word, problems)
    with tempfile.TemporaryDirectory() as root:        # exempt by name, and a file without its licence
        lay(root, {'src/base/desk-two.c': CLASS})
        with open(os.path.join(root, 'src/base/desk-three.c'), 'w', encoding='utf-8') as stream:
            stream.write('int x;\n')
        failed += bool(sizes.check(root)[0]) + (len(headers.check(root)[0]) != 1)
    print('%d faults tried, %d not found' % (len(FAULTS) + len(TRANSLATIONS), failed))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
