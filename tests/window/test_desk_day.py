# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole jobs at the desk by keys: a case and an entry found by what they say."""
import os

from desk_a11y import ENTRIES, extents, fresh, has_state
from desk_repairs import Repairs
from desk_session import wait_for
from desk_test import main, same
from desk_words import say


def shoot(window, name):
    """A picture where somebody wants to look: DESK_PICTURES is what its name begins with."""
    if os.environ.get('DESK_PICTURES'):
        window.settle(1.0)
        window.screenshot('%s-%s.png' % (os.environ['DESK_PICTURES'], name))


def search(window, words, hit):
    """Ctrl+K, the words, and the row that fits."""
    window.keys('ctrl+k')
    entry = window.wait_focus(role=ENTRIES, name=say('Search'))
    window.fill(entry, words)
    return window.find('list item', match=hit)


def test_found_by_what_is_said(session):
    repairs = Repairs(session)
    window = repairs.window
    number, title = repairs.ask("SELECT number, title FROM service_case WHERE kind = 1 AND live = 1 AND length(title) > 5 ORDER BY id DESC LIMIT 1")[0]
    search(window, title[1:5], number + '.*' + say('Text', 'why'))
    shoot(window, 'search')
    window.keys('Return')
    wait_for('the case', lambda: window.find_all('label', name=number), 20)
    about, = repairs.ask('SELECT about FROM visit WHERE length(about) > 5 AND about NOT IN (SELECT title FROM service_case) '
                         'ORDER BY id DESC LIMIT 1')[0]
    search(window, about[:5], about[:5])
    window.keys('Return')
    window.says(about, seconds=20)
    wait_for('the log', lambda: any(extents(n)[2] > 0 for n in window.find_all('label', name=about)), 20)


main(globals())
