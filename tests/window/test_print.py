# SPDX-License-Identifier: GPL-3.0-or-later
"""A list goes on paper as it is shown: a few pages drawn for the printer, many written on a thread first. The printer is
GTK's own that prints to a file; the pages are read back."""
import os
import re

import gi

from desk_a11y import BUTTONS, ENTRIES, Window, fresh, has_state
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

gi.require_version('Poppler', '0.18')
from gi.repository import GLib, Poppler  # noqa: E402

PRINT = r'^(打印|_?Print)(\(|$| )'


def begin(session):
    """The residents of the demonstration, on a machine whose only printer is a file."""
    path = session.path('config', 'gtk-4.0', 'settings.ini')
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write('[Settings]\ngtk-print-backends=file\n')
    session.setting('last-pane', "'residents'")
    window = Window(session.start('--store', session.demo()))
    window.find('table row', match=r'^\d+-')
    return window


def pages(session):
    """Prints what is in front and returns the pages' texts."""
    folder = session.path('home')

    def printed():
        return [os.path.join(folder, n) for n in os.listdir(folder) if n.endswith('.pdf')]
    wait_for('the printed file', printed, 60)
    name = printed()[0]
    same(bool(re.search(r'^%s \d{4}-\d\d-\d\d\.pdf$' % say('Units'), os.path.basename(name))), True, os.path.basename(name))

    def read():
        try:
            document = Poppler.Document.new_from_file('file://' + name.replace(' ', '%20'), None)
        except GLib.Error:
            return None             # not whole yet
        return [document.get_page(i).get_text() for i in range(document.get_n_pages())]
    return wait_for('the whole file', read, 30)


def send(window):
    """Chooses the one printer in the dialog by keys: the button is GTK's own, and dead until then."""
    wait_for('the dialog', lambda: len(window.xid()) > 1)
    button = window.find(BUTTONS, match=PRINT)
    window.settle()
    for _ in range(12):
        window.keys('Down', 'space')
        window.settle()
        if has_state(fresh(button), 'sensitive'):
            break
        window.keys('Tab')
    window.press(button)
    wait_for('the end of the dialog', lambda: len(window.xid()) == 1)


def test_a_few_pages(session):
    window = begin(session)
    window.keys('ctrl+f')
    window.wait_focus(role=ENTRIES, name=say('Filter'))
    window.type('3-2-1501')
    wait_for('one row', lambda: [n for n in window.find_all('table row', match=r'^\d+-')] and all(
        n.get_name().startswith('3-2-1501') for n in window.find_all('table row', match=r'^\d+-')), 30)
    window.keys('ctrl+p')
    send(window)
    found = pages(session)
    same(len(found), 1, 'pages')
    for words in (say('Units'), '3-2-1501', say('Page %1 of %2').replace('%1', '1').replace('%2', '1')):
        same(words in found[0], True, '%s in %s' % (words, found[0]))
    same(bool(re.search(r'20\d\d-\d\d-\d\d', found[0])), True, 'the day')


def test_many_pages(session):
    window = begin(session)
    window.keys('ctrl+p')
    send(window)
    found = pages(session)
    same(len(found) > 20, True, 'many pages: %d' % len(found))
    for number, page in enumerate(found, 1):
        foot = say('Page %1 of %2').replace('%1', str(number)).replace('%2', str(len(found)))
        same(foot in page, True, '%s in %s' % (foot, page))
        same(say('Units') in page, True, 'the title on page %d' % number)
    same(os.listdir(session.path('cache', 'frontdesk')) if os.path.isdir(session.path('cache', 'frontdesk')) else [], [],
         'nothing of it stays behind')


main(globals())
