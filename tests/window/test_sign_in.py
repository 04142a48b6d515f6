# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is at the desk: choosing by digit and initials, six digits without Enter, wrong ones, locking with a form half
filled, changing places, and what a screen reader hears of the sign-in page."""
import contextlib
import os
import re
import sqlite3

from gi.repository import GLib

from desk_a11y import BUTTONS, ENTRIES, Window, fresh, has_state, text_of, walk
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

ADMIN, ADMIN_PIN = '1', '608135'        # as the sign-in page of the demonstration shows them
WANG_PIN = '170523'
UNIT = '3-2-1501'


def opened(session):
    window = Window(session.start('--store', session.demo(sign_in=True)), rows=False)
    window.says('PIN ' + WANG_PIN, seconds=30)
    return window


def at_the_desk(window, seconds=30):
    return window.find(('list',), say('Panes'), seconds=seconds)


def away(window):
    window.says(say('Who Is at the Desk?'))


def sign_in(window, digit, pin):
    window.keys(digit)
    window.says(say('Six digits, no Enter'))
    window.type(pin)
    at_the_desk(window)


def test_digit_and_six_digits(session):
    window = opened(session)
    sign_in(window, '2', WANG_PIN)
    window.says('王丽')
    same(window.unnamed(), [], 'controls without a name at the desk')


def test_initials_and_wrong_pin(session):
    window = opened(session)
    window.type('wl')
    window.says(say('Six digits, no Enter'))
    window.type('111222')
    window.says(say('The PIN is wrong: type it again.').split('，')[0])
    window.type(WANG_PIN)
    at_the_desk(window)


def test_walk(session):
    window = opened(session)
    same(window.unnamed(), [], 'controls without a name on the sign-in page')
    window.keys('1')
    window.says(say('Six digits, no Enter'))
    same(window.unnamed(), [], 'controls without a name beside the digits')
    window.keys('Escape')
    window.says(say('Choose who you are.'))


def texts(window):
    """The words in fields that are shown."""
    try:
        return [text_of(n) for n in window.find_all(ENTRIES)]
    except GLib.Error:
        return []


def half_filled(window):
    """The form of a unit with something typed into the field that has the focus."""
    window.keys('ctrl+k')
    wait_for('the search', lambda: has_state(fresh(window.find(('text', 'entry'), say('Search'))), 'focused'))
    window.type(UNIT)
    window.says(UNIT)
    window.settle()
    window.keys('Return')
    window.says('3 栋' if os.environ.get('DESK_LANGUAGE', 'zh_CN') == 'zh_CN' else 'Building 3')
    window.settle()
    window.keys('e')
    window.find(ENTRIES)
    window.settle()
    window.type('77')
    wait_for('what was typed', lambda: any('77' in (t or '') for t in texts(window)))


def test_lock_keeps_the_form_and_hides_it(session):
    window = opened(session)
    sign_in(window, ADMIN, ADMIN_PIN)
    half_filled(window)
    window.keys('ctrl+alt+l')
    away(window)
    same(window.find_all(match=UNIT), [], 'residents on a locked window')
    same([t for t in texts(window) if '77' in (t or '')], [], 'what was typed on a locked window')
    sign_in(window, ADMIN, ADMIN_PIN)
    wait_for('what was typed, again', lambda: any('77' in (t or '') for t in texts(window)))


def resident(window):
    """What of residents a screen reader could read anywhere in the program: rooms, masked numbers."""
    found = []
    for _, node in walk(fresh(window.root)):
        try:
            words = '%s %s %s' % (node.get_name(), node.get_description(), text_of(node))
        except GLib.Error:
            continue
        found += re.findall(r'\b\d+-\d+-\d{3,4}\b|\d{3}\*{4}\d{4}|张淑芬', words)
    return found


def test_idle_lock(session):
    path = session.demo(sign_in=True)
    with contextlib.closing(sqlite3.connect(path)) as store:
        store.execute("INSERT INTO setting (name, value, version) VALUES ('desk.lock_minutes', '1', 1) "
                      "ON CONFLICT (name) DO UPDATE SET value = '1'")
        store.commit()
        store.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    window = Window(session.start('--store', path), rows=False)
    window.says('PIN ' + WANG_PIN, seconds=30)
    sign_in(window, ADMIN, ADMIN_PIN)
    window.says(r'\d-\d+-\d', seconds=30)
    same(resident(window) != [], True, 'residents on the desk')
    window.says(say('Who Is at the Desk?'), seconds=120)
    window.says(say('%s was away, so the desk locked itself. What was being written is kept until %s comes back.')
                .split('%s')[1].split('，')[0])
    same(resident(window), [], 'what of residents a locked window says')
    sign_in(window, ADMIN, ADMIN_PIN)
    window.says(r'\d-\d+-\d', seconds=30)


def test_a_draft_waits_for_its_author(session):
    window = opened(session)
    sign_in(window, ADMIN, ADMIN_PIN)
    window.keys('alt+2')
    window.find('table row', match=r'^\d+-', seconds=30)
    window.keys('ctrl+n')
    wait_for('the form', lambda: has_state(fresh(window.entry(say('Room', 'field'))), 'focused'))
    window.type('1588')
    window.keys('ctrl+alt+l')
    away(window)
    sign_in(window, '2', WANG_PIN)
    window.says('王丽')
    window.settle()
    same(window.find_all(BUTTONS, name=say('Go On')), [], "somebody else's draft")
    same([t for t in texts(window) if '1588' in (t or '')], [], "somebody else's words")
    window.keys('ctrl+alt+l')
    away(window)
    sign_in(window, ADMIN, ADMIN_PIN)
    window.click(window.button(say('Go On'), seconds=30), lambda: window.find_all(BUTTONS, name=say('Cancel')))
    wait_for('the words', lambda: '1588' in texts(window), 30)


def test_another_person_gets_their_own_desk(session):
    window = opened(session)
    sign_in(window, ADMIN, ADMIN_PIN)
    window.keys('ctrl+alt+l')
    away(window)
    sign_in(window, '5', '391607')
    window.says('赵强')
    window.settle()
    # A technician edits no units: the key says so and opens no form.
    window.keys('ctrl+n')
    window.settle()


def test_people_and_rights(session):
    window = opened(session)
    sign_in(window, ADMIN, ADMIN_PIN)
    window.keys('F10')
    window.press(window.find(('menu item',), say('People Who _Work Here').replace('(_W)', '').replace('_', '')))
    window.says(r'王丽 \(wangli\)')
    same(window.unnamed(), [], 'controls without a name among the staff')


main(globals())
