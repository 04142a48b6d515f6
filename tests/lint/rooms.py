#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each room includes only what it may see: system headers by an allow-list, our headers by the room that owns them,
and the include lists and dependencies in its meson.build say the same."""
import os
import re

from desk_source import ROOMS, files, read, room_of, run, source

# A room sees its own headers and these.
SEES = {
    'base': set(),
    'domain': {'base'},
    'text': {'base', 'domain'},
    'store': {'base', 'domain'},
    'sheet': {'base'},
    'render': {'base', 'domain', 'text'},
    'service': {'base', 'domain', 'text', 'store', 'sheet', 'render'},
    'notify': {'base', 'domain', 'text', 'service'},
    'model': {'base', 'domain', 'service'},
    'gui': {'base', 'domain', 'text', 'render', 'service', 'model'},
    'cli': {'base', 'domain', 'text', 'service'},
}
# The two programs are put together where their main function lies; only that file may see the notifier.
MAIN_SEES = {'src/gui/main.c': {'notify'}}

LANGUAGE = {'errno.h', 'inttypes.h', 'limits.h', 'stdarg.h', 'stdbool.h', 'stddef.h', 'stdint.h', 'stdlib.h', 'string.h'}
GLIB = {'glib.h', 'glib-object.h'}
GIO = {'gio/gio.h', 'glib/gstdio.h', 'glib-unix.h', 'gio/gunixinputstream.h', 'gio/gunixoutputstream.h'}
POSIX = {'fcntl.h', 'signal.h', 'stdio.h', 'sys/stat.h', 'sys/types.h', 'time.h', 'unistd.h'}
WORDS = {'glib/gi18n.h', 'glib/gi18n-lib.h', 'libintl.h', 'locale.h'}
CAIRO = {'cairo.h', 'cairo-pdf.h', 'cairo-svg.h', 'pango/pango.h', 'pango/pangocairo.h', 'math.h'}

SYSTEM = {
    'base': LANGUAGE | GLIB | {'sys/random.h', 'time.h', 'stdio.h'},
    'domain': LANGUAGE | GLIB,
    'text': LANGUAGE | GLIB | WORDS | {'gio/gio.h'},
    'store': LANGUAGE | GLIB | GIO | POSIX | {'sqlite3.h', 'sys/file.h', 'sys/statfs.h', 'sys/vfs.h', 'linux/magic.h',
                                              'mntent.h', 'pthread.h'},
    'sheet': LANGUAGE | GLIB | GIO | POSIX | {'csv.h', 'zip.h', 'xlsxwriter.h'},
    'render': LANGUAGE | GLIB | CAIRO | {'errno.h', 'gio/gio.h', 'glib/gstdio.h', 'qrencode.h',
                                        'gdk-pixbuf/gdk-pixbuf.h'},
    'service': LANGUAGE | GLIB | GIO | POSIX | {'sodium.h', 'json-glib/json-glib.h', 'sys/timerfd.h', 'sys/wait.h'},
    'notify': LANGUAGE | GLIB | GIO | {'libnotify/notify.h'},
    'model': LANGUAGE | GLIB | {'gio/gio.h'},
    'gui': LANGUAGE | GLIB | GIO | WORDS | CAIRO | {'adwaita.h', 'gtk/gtk.h', 'gtk/gtkunixprint.h', 'gdk/gdk.h', 'gdk/gdkkeysyms.h',
                                                    'gtk/gtkunixprint.h', 'json-glib/json-glib.h', 'time.h'},
    'cli': LANGUAGE | GLIB | GIO | WORDS | {'json-glib/json-glib.h', 'signal.h', 'stdio.h', 'unistd.h', 'time.h', 'termios.h'},
}
ICU = re.compile(r'unicode/\w+\.h$')      # many small headers, the store only

# Dependencies whose headers name a toolkit or an engine: in which rooms' meson.build they may stand.
DEPENDENCIES = {
    'gtk_dep': {'gui'}, 'gtk_print_dep': {'gui'}, 'adw_dep': {'gui'}, 'sqlite_dep': {'store'}, 'icu_dep': {'store'}, 'icu_uc_dep': {'store'},
    'sodium_dep': {'service'}, 'notify_dep': {'notify'}, 'csv_dep': {'sheet'}, 'zip_dep': {'sheet'},
    'xlsxwriter_dep': {'sheet'}, 'json_dep': {'service', 'gui', 'cli'},
    'pixbuf_dep': {'render'}, 'cairo_dep': {'render', 'gui'}, 'pango_dep': {'render', 'gui'}, 'pangocairo_dep': {'render', 'gui'},
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^>"]+)[>"]', re.M)


def owners(root):
    """Header name → rooms that own one of that name."""
    result = {}
    for path in files(root, 'src', ends=('.h',)):
        if room_of(path):
            result.setdefault(os.path.basename(path), set()).add(room_of(path))
    return result


def check_includes(root, path, owned):
    room = room_of(path)
    sees = SEES[room] | {room} | MAIN_SEES.get(path, set())
    src = source(root, path)
    for match in INCLUDE.finditer(src.plain):
        kind, name = match.groups()
        where = '%s:%d' % (path, src.line(match.start()))
        if kind == '<':
            if name not in SYSTEM[room] and not (room == 'store' and ICU.match(name)):
                yield '%s: room %s does not see <%s>' % (where, room, name)
            continue
        base = os.path.basename(name)
        if base in owned and not owned[base] & sees:
            yield '%s: room %s does not see "%s" of room %s' % (where, room, name, ', '.join(sorted(owned[base])))
        elif base.startswith('desk-') and base not in owned and not os.path.exists(
                os.path.join(root, os.path.dirname(path), name)):
            # Headers made in the build (resources, enums) lie beside the file that includes them.
            if not base.endswith(('-resource.h', '-resources.h', '-enums.h', '-config.h', '-marshal.h')):
                yield '%s: no room owns "%s"' % (where, name)


def check_meson(root, path):
    room = path.split(os.sep)[1]
    text = re.sub(r'#[^\n]*', '', read(root, path))
    for other in ROOMS:
        named = re.search(r"\b%s_inc\b(?!\s*\+?=)" % other, text) or re.search(r"['\"](?:\.\./)+%s['\"]" % other, text)
        if named and other not in SEES[room] | {room} and not (room == 'gui' and other == 'notify'):
            yield '%s: the include list of room %s names room %s' % (path, room, other)
    for name, rooms in DEPENDENCIES.items():
        if re.search(r'\b%s\b' % name, text) and room not in rooms:
            yield '%s: %s belongs to %s only' % (path, name, ', '.join(sorted(rooms)))


def check(root):
    problems, owned = [], owners(root)
    for name, rooms in sorted(owned.items()):
        if len(rooms) > 1:
            problems.append('header %s stands in more than one room: %s' % (name, ', '.join(sorted(rooms))))
    counted = 0
    for path in files(root, 'src'):
        if room_of(path):
            counted += 1
            problems += check_includes(root, path, owned)
        else:
            problems.append('%s belongs to no room' % path)
    for path in files(root, 'src', ends=('meson.build',)):
        if len(path.split(os.sep)) > 2:
            problems += check_meson(root, path)
    return problems, ['%d files in %d rooms' % (counted, len({room_of(p) for p in files(root, 'src')} - {None}))]


if __name__ == '__main__':
    run(check)
