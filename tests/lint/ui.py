#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every .ui file loads. gtk4-builder-tool cannot look up templates of libadwaita types nor our own classes, so each is
checked as an object of its nearest GTK or libadwaita parent, with the properties that only our class has left out.
What that leaves unseen is checked in the sources: handlers, template children, the mirror of folders.

Runs its second half inside xvfb-run: `ui.py ROOT`."""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import translation
from desk_source import files, read, root_of, run

DEFINED = re.compile(r'G_DEFINE_(?:FINAL_|ABSTRACT_)?TYPE\w*\s*\(\s*(Desk\w+)\s*,\s*\w+\s*,\s*([A-Z_]+)')
WORDS_OF_TYPES = {'G_TYPE_OBJECT': 'GObject', 'GTK_TYPE_WIDGET': 'AdwBin'}


def class_name(macro):
    """GTK_TYPE_BOX → GtkBox."""
    if macro in WORDS_OF_TYPES:
        return WORDS_OF_TYPES[macro]
    space, _, name = macro.partition('_TYPE_')
    return space.capitalize() + ''.join(w.capitalize() for w in name.split('_'))


class Classes:
    """Our classes: their parents, by the sources and by the templates, and the properties they add."""

    def __init__(self, root):
        self.parent, self.properties = {}, {}
        for path in files(root, 'src', ends=('.c',)):
            text = read(root, path)
            for name, macro in DEFINED.findall(text):
                self.parent[name] = class_name(macro)
                self.properties[name] = set(re.findall(r'g_param_spec_\w+\s*\(\s*"([\w-]+)"', text))
        for path in files(root, 'ui', ends=('.ui',)):
            for template in ET.parse(os.path.join(root, path)).getroot().iter('template'):
                self.parent[template.get('class')] = template.get('parent')

    def known(self, name):
        """The nearest ancestor that is not ours, with what our classes add on the way."""
        added, seen = set(), set()
        while name in self.parent and name not in seen:
            seen.add(name)
            added |= self.properties.get(name, set())
            name = self.parent[name]
        return 'AdwBin' if name == 'GtkWidget' else name, added     # the bare widget is abstract


def plain(root, path, classes):
    """The file as gtk4-builder-tool can read it."""
    tree = ET.parse(os.path.join(root, path))
    for parent in list(tree.getroot().iter()):
        for child in list(parent):
            if child.tag in ('signal', 'binding', 'lookup', 'closure'):
                parent.remove(child)
    for node in tree.getroot().iter():
        if node.tag in ('template', 'object'):
            ours = node.get('class')
            name, added = classes.known(ours)
            if ours in classes.parent:
                node.set('class', name)
                for child in list(node):
                    if child.tag == 'property' and child.get('name') in added:
                        node.remove(child)
            if node.tag == 'template':
                node.tag = 'object'
                node.attrib.pop('parent', None)
    return tree


def check_source(root, path):
    """The class of a template: same stem, same folder, each child and handler known on both sides."""
    stem = os.path.splitext(os.path.relpath(path, 'ui'))[0]
    tree = ET.parse(os.path.join(root, path)).getroot()
    if tree.find('template') is None:
        return
    source = os.path.join('src', 'gui', stem + '.c')
    if not os.path.exists(os.path.join(root, source)):
        yield '%s: there is no %s' % (path, source)
        return
    folder, base = os.path.split(os.path.join(root, source))
    text = ''.join(read(folder, n) for n in sorted(os.listdir(folder))
                   if n.endswith('.c') and n.startswith(base[:-2]))
    ids = {n.get('id') for n in tree.iter() if n.get('id')}
    for name in re.findall(r'bind_template_child\w*\s*\([^,()]+(?:\([^)]*\))?[^,()]*,\s*\w+,\s*(\w+)\)', text):
        if name not in ids:
            yield '%s: %s binds the child %s, which is not there' % (path, source, name)
    for node in tree.iter():
        for key in ('handler', 'function'):
            if node.get(key) and not re.search(r'\b%s\b' % re.escape(node.get(key)), text):
                yield '%s: nothing in %s is called %s' % (path, source, node.get(key))


def check_names(root, path):
    """Buttons without words have a name for the screen reader."""
    for node in ET.parse(os.path.join(root, path)).getroot().iter('object'):
        if node.get('class') in ('GtkButton', 'GtkToggleButton', 'GtkMenuButton'):
            named = node.find('accessibility') is not None or node.find('child') is not None \
                or any(p.get('name') in ('label', 'child') for p in node.findall('property'))
            if not named:
                yield '%s: a %s %s has an icon only and no accessible label' % (path, node.get('class'), node.get('id') or '')


def check_letters(root, path, words):
    """Items of one menu have letters of their own, in both languages: a second one of a kind needs the arrows."""
    for menu in ET.parse(os.path.join(root, path)).getroot().iter('menu'):
        labels = [n.text for n in menu.iter('attribute') if n.get('name') == 'label' and n.text and '_' in n.text]
        for language, said in (('en', labels), ('zh_CN', [words.get(label, '') for label in labels])):
            letters = [w[w.index('_') + 1].lower() for w in said if '_' in w]
            for letter in sorted({x for x in letters if letters.count(x) > 1}):
                yield '%s: %s: the letter %s stands twice in the menu %s' % (path, language, letter.upper(), menu.get('id'))


def validate(paths):
    """The half inside the display: each file by gtk4-builder-tool; anything printed is a fault."""
    failed = 0
    for path in paths:
        done = subprocess.run(['gtk4-builder-tool', 'validate', path], capture_output=True, text=True,
                              env=dict(os.environ, LD_PRELOAD='libadwaita-1.so.0', GDK_DEBUG='gl-disable',
                                       GSK_RENDERER='cairo', GTK_A11Y='none', GDK_BACKEND='x11'))
        said = (done.stdout + done.stderr).strip()
        if done.returncode or said:
            failed += 1
            print(os.path.basename(path).replace('+', '/'), said or 'exit %d' % done.returncode)
    return failed


def check(root):
    paths = files(root, 'ui', ends=('.ui',))
    problems = []
    words = {one: said[0] for one, said in translation.entries(read(root, 'po/zh_CN.po'))}
    for path in paths:
        problems += check_source(root, path)
        problems += check_names(root, path)
        problems += check_letters(root, path, words)
    classes = Classes(root)
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for path in paths:
            made.append(os.path.join(folder, path.replace(os.sep, '+')))
            plain(root, path, classes).write(made[-1], encoding='utf-8', xml_declaration=True)
        if made:
            done = subprocess.run(['xvfb-run', '-a', sys.executable, os.path.abspath(__file__), '--validate'] + made,
                                  capture_output=True, text=True)
            problems += [l for l in (done.stdout + done.stderr).split('\n') if l.strip()]
            if done.returncode and not problems:
                problems.append('xvfb-run failed: %d' % done.returncode)
    return problems, ['%d files' % len(paths)]


if __name__ == '__main__':
    if len(sys.argv) > 1 and sys.argv[1] == '--validate':
        sys.exit(1 if validate(sys.argv[2:]) else 0)
    root_of(sys.argv)
    run(check)
