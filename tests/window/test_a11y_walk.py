# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control that can have the keyboard has a name for the screen reader, on every page that is reached here."""
from desk_a11y import Window, has_state, walk, fresh
from desk_session import wait_for
from desk_test import main, same


def unnamed(window, where):
    same(window.unnamed(), [], 'controls without a name ' + where)


def count_focusable(window):
    return sum(1 for _, n in walk(fresh(window.root)) if has_state(n, 'focusable'))


def test_first_start(session):
    window = Window(session.start())
    wait_for('something to press', lambda: count_focusable(window) >= 3)
    unnamed(window, 'at the first start')


def test_every_pane(session):
    window = Window(session.start('--store', session.demo()))
    wait_for('the panes', lambda: count_focusable(window) >= 10)
    for number in range(1, 10):
        window.keys('alt+%d' % number)
        unnamed(window, 'after Alt+%d' % number)


def test_search_and_preferences(session):
    window = Window(session.start('--store', session.demo()))
    wait_for('the panes', lambda: count_focusable(window) >= 10)
    window.keys('ctrl+k')
    window.wait_focus(role=('text', 'entry'))
    window.type('1501')
    unnamed(window, 'in the search')
    window.keys('Escape', 'ctrl+comma')
    wait_for('the preferences', lambda: len(window.frames()) >= 2)
    unnamed(window, 'in the preferences')


main(globals())
