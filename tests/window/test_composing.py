# SPDX-License-Identifier: GPL-3.0-or-later
"""An input method at work (tests/support/immodules/desk-fake-input-method.c): while it holds letters, its keys are its own. Nothing
is opened, saved, closed or moved by them, and nothing that was typed is lost."""
import os

from desk_a11y import BUTTONS, ENTRIES, Window, fresh, has_state, text_of
from desk_session import BUILD, wait_for
from desk_test import main, same
from desk_words import say


def start(session):
    path = session.demo()
    session.setting('last-pane', "'residents'")
    app = session.start('--store', path, GTK_PATH=os.path.join(BUILD, 'tests', 'support'), GTK_IM_MODULE='desk-fake')
    window = Window(app)
    window.find('table row', match=r'^\d+-')
    return path, window


def listed(session, path, *what):
    """Beside the window, what frontdeskctl lists: '' nothing."""
    return session.ctl('--store', path, '--format', 'json', 'list', *what, status=(0, 1))


def stands(field, words):
    wait_for('%r in the field' % words, lambda: text_of(fresh(field)) == words)


def search(window):
    """Enter and Escape belong to the input method first, then to the sheet."""
    window.keys('ctrl+k')
    entry = window.wait_focus(role=ENTRIES, name=say('Search'))
    window.type('zhang')
    window.keys('Down', 'Home', 'Tab', 'Return')        # the last one ends the letters as they are: nothing is opened
    stands(entry, 'zhang')
    same(has_state(fresh(entry), 'focused'), True, 'the sheet is open still')
    window.find('list item', match='ZHANG|zhang|张')
    window.type('wu')
    window.keys('Escape')                               # drops the letters only
    window.type('wu ')
    stands(entry, 'zhang吴')
    window.keys('ctrl+a')
    window.type('zhang ')
    stands(entry, '张')
    window.find('list item', match='张')
    window.keys('Escape')                               # nothing is held any more: this one closes
    window.wait_focus(role='table row')


def form(session, path, window):
    """Ctrl+Enter is let through by the input method, and saves nothing as long as it holds letters."""
    window.keys('ctrl+n')
    room = window.entry(say('Room', 'field'))
    wait_for('the form', lambda: has_state(fresh(room), 'focused'))
    window.type('lou')
    window.keys('ctrl+Return', 'Down', 'alt+1', 'ctrl+k', 'space')
    stands(room, '楼')
    same(has_state(fresh(room), 'focused'), True, 'neither another pane nor the search took the keyboard')
    same(has_state(fresh(room), 'invalid'), False, 'an empty room was not saved')
    window.type('wu')
    window.keys('Escape')
    window.type('wu ')
    stands(room, '楼吴')
    same(listed(session, path, 'units', '--text', '楼吴'), '', 'nothing is saved yet')
    window.keys('ctrl+Return')
    window.missing(BUTTONS, name=say('Cancel'), seconds=20)
    wait_for('the unit', lambda: '楼吴' in listed(session, path, 'units', '--text', '楼吴'))


def line(session, path, window):
    """The line of quick entry looks at keys before its fields do."""
    before = listed(session, path, 'visits')
    window.keys('ctrl+shift+v')
    entry = window.wait_focus(role=ENTRIES)
    window.type('3-2-1501 lou')
    window.keys('ctrl+Return', 'alt+2', 'space')
    stands(entry, '3-2-1501 楼')
    same(has_state(fresh(entry), 'focused'), True, 'the line is open still')
    window.type('wu')
    window.keys('Escape', 'Escape')                     # the first drops the letters, the second closes
    window.wait_focus(role='table row')
    same(listed(session, path, 'visits'), before, 'nothing is logged')


def test_its_keys_are_its_own(session):
    path, window = start(session)
    search(window)
    form(session, path, window)
    line(session, path, window)


main(globals())
