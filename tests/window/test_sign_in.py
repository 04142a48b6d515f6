# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is at the desk: choosing by digit and initials, six digits without Enter, wrong ones, locking with a form half
filled, changing places, and what a screen reader hears of the sign-in page."""
import os

from gi.repository import GLib

from desk_a11y import ENTRIES, Window, fresh, has_state, text_of
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

ADMIN, ADMIN_PIN = '1', '608135'        # as the sign-in page of the demonstration shows them
WANG_PIN = '170523'
UNIT = '3-2-1501'


def opened(session):
    window = Window(session.start('--store', session.demo(sign_in=True)))
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
    window.press(window.find(('menu item',), say('People Who Work _Here').replace('(_H)', '').replace('_', '')))
    window.says(r'王丽 \(wangli\)')
    same(window.unnamed(), [], 'controls without a name among the staff')


if __name__ == '__main__':
    main(globals())
