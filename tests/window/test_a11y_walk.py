# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control that can have the keyboard has a name for the screen reader, on every page that is reached here, and no
page is reached by anything but keys."""
import os
import re

from desk_a11y import Window
from desk_session import SOURCE, wait_for
from desk_test import main, same

# Where the walk goes from the first pane, and the keys that lead there and back.
PLACES = [
    ('in the pane', ['alt+1'], []),
    ('on a record', ['Down', 'Return'], ['Escape']),
    ('in the filter', ['ctrl+f'], ['Escape']),
    ('on the form of a new record', ['ctrl+n'], ['Escape']),
    ('in the search', ['ctrl+k', '1', '5', '0', '1'], ['Escape']),
    ('in the preferences', ['ctrl+comma'], ['Escape']),
    ('in the list of keys', ['ctrl+question'], ['Escape']),
    ('in the main menu', ['F10'], ['Escape']),
]


# GtkShortcutsWindow names its own search button by its picture alone; nothing of ours reaches that button.
OF_GTK = {'in the list of keys': "push button 'GtkImage'"}


def unnamed(window, where):
    found = window.unnamed()
    if where in OF_GTK:
        found = [f for f in found if not f.startswith(OF_GTK[where])] if len(found) == 1 else found
    same(found, [], 'controls without a name ' + where)


def opened(session, *arguments):
    window = Window(session.start(*arguments))
    wait_for('something to press', lambda: len(list(window.focusable())) >= 3)
    window.settle()
    return window


def test_first_start(session):
    unnamed(opened(session), 'at the first start')


def test_window(session):
    window = opened(session, '--store', session.demo())
    for where, there, back in PLACES:
        window.keys(*there)
        window.settle()
        unnamed(window, where)
        if back:
            window.keys(*back)
            window.settle()


def n_panes():
    """How many rows the table of panes has: a walk through a long list takes its time, so none is walked twice."""
    with open(os.path.join(SOURCE, 'src', 'gui', 'desk-pane-registry.c'), encoding='utf-8') as stream:
        return len(re.findall(r'^ +\.id = "', stream.read(), re.M))


def test_every_pane(session):
    window = opened(session, '--store', session.demo())
    same(1 <= n_panes() <= 9, True, 'panes that keys reach')
    for number in range(1, n_panes() + 1):
        window.keys('alt+%d' % number)
        window.settle()
        unnamed(window, 'after Alt+%d' % number)


main(globals())
