#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""encode.py GTK4-ENCODE-SYMBOLIC-SVG GLIB-COMPILE-RESOURCES icons.gresource.xml OUT.c: our symbolic icons as GTK's own
pictures of them, for screens of usual and of double density. With these nothing that is shown needs the library that reads
SVG, which would be loaded into every window for two dozen drawings of 16 points. The drawings stay beside them for every
other size."""
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

PREFIX = '/org/frontdesk/Frontdesk/icons'
SIZES = (16, 32)


def main(encoder, compiler, listing, out):
    root = os.path.dirname(os.path.abspath(listing))
    drawings = [n.text for n in ET.parse(listing).iter('file') if n.text.endswith('-symbolic.svg') and not n.get('alias')]
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for size in SIZES:
            place = os.path.join(folder, '%dx%d' % (size, size), 'actions')
            os.makedirs(place)
            for path in drawings:
                subprocess.run([encoder, '-o', place, os.path.join(root, path), '%dx%d' % (size, size)], check=True)
                names.append('%dx%d/actions/%s.symbolic.png' % (size, size, os.path.basename(path)[:-len('.svg')]))
        xml = os.path.join(folder, 'pictures.gresource.xml')
        with open(xml, 'w', encoding='utf-8') as stream:
            stream.write('<gresources><gresource prefix="%s">\n%s\n</gresource></gresources>\n'
                         % (PREFIX, '\n'.join('<file>%s</file>' % n for n in names)))
        subprocess.run([compiler, '--sourcedir', folder, '--internal', '--generate-source', '--c-name', 'desk_icon_pictures',
                        '--target', os.path.abspath(out), xml], check=True)


main(*sys.argv[1:])
