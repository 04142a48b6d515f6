#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons: each drawing is in the resource and each entry is there; symbolic ones are of filled paths on the 16 grid,
so that GTK can give them the text's colour; every one draws something; every name that sources and .ui use is ours."""
import os
import re
import xml.etree.ElementTree as ET

from desk_source import files, read, run, source

SVG = '{http://www.w3.org/2000/svg}'
# Drawn by GTK itself wherever it runs: it carries them in its own library.
BY_GTK = {'window-minimize-symbolic', 'window-maximize-symbolic', 'window-restore-symbolic', 'pan-end-symbolic',
          'pan-up-symbolic', 'pan-start-symbolic'}
NAMED = re.compile(r'^[a-z][a-z0-9]*(?:-[a-z0-9]+)+-symbolic$')


def check_drawing(root, path):
    tree = ET.parse(os.path.join(root, path)).getroot()
    if tree.get('viewBox') != '0 0 16 16':
        yield '%s: not on the 16 grid' % path
    for node in tree.iter():
        name = node.tag.replace(SVG, '') if isinstance(node.tag, str) else 'comment'
        if name not in ('svg', 'path', 'rect', 'circle'):
            yield '%s: <%s> does not take the text colour' % (path, name)
        if node.get('stroke') or node.get('style') or node.get('class'):
            yield '%s: strokes and styles do not take the text colour' % path


def check_drawn(root, paths):
    """Each picture has something on it: a path that a renderer cannot read leaves it empty."""
    try:
        import gi
        gi.require_version('GdkPixbuf', '2.0')
        from gi.repository import GdkPixbuf
        for path in paths:
            pixels = GdkPixbuf.Pixbuf.new_from_file_at_size(os.path.join(root, path), 32, 32)
            alpha = pixels.get_pixels()[3::4]
            inked = sum(1 for a in alpha if a > 128)
            if pixels.get_n_channels() != 4 or not 40 <= inked <= 900:
                yield '%s: draws %d of 1024 points' % (path, inked)
    except (ImportError, ValueError):
        print('drawing not tried: no GdkPixbuf for python3')


def used(root):
    for path in files(root, 'src', ends=('.c',)):
        for line, text in source(root, path).strings:
            if NAMED.match(text):
                yield '%s:%d' % (path, line), text
    for path in files(root, 'ui', ends=('.ui',)):
        for name in re.findall(r'>([a-z0-9-]+-symbolic)<', read(root, path)):
            yield path, name


def check(root):
    entries = {n.get('alias') or n.text for n in ET.parse(os.path.join(root, 'icons', 'icons.gresource.xml')).iter('file')}
    actions = [p for p in files(root, 'icons/scalable/actions', ends=('.svg',))]
    problems = []
    for path in actions:
        if os.path.relpath(path, 'icons') not in entries:
            problems.append('icons/icons.gresource.xml lacks %s' % path)
        problems += check_drawing(root, path)
    for entry in sorted(entries):
        if entry.startswith('scalable/actions/') and os.path.join('icons', entry) not in actions:
            problems.append('icons/icons.gresource.xml names %s, which is not there' % entry)
    problems += check_drawn(root, actions)
    ours = {os.path.basename(e)[:-4] for e in entries}
    problems += ['%s: no icon is called %s' % (where, name) for where, name in used(root)
                 if name not in ours | BY_GTK]
    return problems, ['%d icons' % len(actions)]


if __name__ == '__main__':
    run(check)
