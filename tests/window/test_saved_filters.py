# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved filters by keys: a narrowed list gets a name, is recalled by its digit, pinned below its pane with its count, recalled
from there, and removed; undo brings it back. Every list has the menu."""
import contextlib
import re
import sqlite3

from desk_a11y import ENTRIES, Window, text_of
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

NAME = '漏水的'


def test_saved_recalled_pinned(session):
    path = session.demo()
    session.setting('last-pane', "'repairs'")
    window = Window(session.start('--store', path))
    number = r'R20\d{4}-\d{4}'

    def ask(sql):
        with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True)) as db:
            return db.execute(sql).fetchall()

    def rows():
        return len(window.find_all('table row', match=number))

    def menu(until):
        window.keys('ctrl+d')
        return window.find(*until, seconds=30)

    wait_for('the rows', rows, 60)
    whole = rows()
    window.keys('ctrl+f')
    window.wait_focus(role=ENTRIES)
    window.type('漏水')
    window.keys('Return')
    wait_for('fewer rows', lambda: 0 < rows() < whole, 30)
    narrowed = rows()
    entry = menu((ENTRIES, say('Name for what is shown')))       # what narrows it has no name yet: it is asked for
    window.wait_focus(role=ENTRIES)
    window.fill(entry, NAME)
    window.keys('Return')
    wait_for('the filter', lambda: ask('SELECT name, pinned FROM saved_filter') == [(NAME, 0)], 30)
    same(ask('SELECT list_name FROM saved_filter'), [('repairs',)], 'its list')
    window.wait_focus(role='table row', seconds=30)

    window.keys('Escape')
    wait_for('all rows', lambda: rows() == whole, 30)
    window.wait_focus(role='table row', seconds=30)
    menu(('list item', NAME))
    window.wait_focus(role='list item', seconds=30)
    window.keys('1')                                             # recalled, the entry says so, too
    wait_for('the same rows', lambda: rows() == narrowed, 30)
    wait_for('its words', lambda: any('漏水' == n for n in words_of(window)), 30)

    window.wait_focus(role='table row', seconds=30)
    menu(('list item', NAME))
    window.wait_focus(role='list item', seconds=30)
    window.keys('p')
    wait_for('the pin', lambda: ask('SELECT pinned FROM saved_filter') == [(1,)], 30)
    window.wait_focus(role='table row', seconds=30)
    window.keys('Escape')
    wait_for('all rows again', lambda: rows() == whole, 30)
    window.keys('alt+2')                                         # pinned rows have no number of their own
    window.entry(say('One line of the log'), seconds=30)
    wait_for('the count', lambda: [n for n in window.find_all('list item', name=NAME)
                                   if n.get_description() and re.search(r'\d', n.get_description())], 60)
    window.tab_to(window.find('list item', name=say('Desk Log')))
    window.keys('Down', 'Down', 'Down')                          # residents, repairs, and what is pinned below them
    window.wait_focus(role='list item', name=NAME, seconds=30)
    window.keys('Return')
    wait_for('the rows of the pinned one', lambda: rows() == narrowed, 30)

    window.wait_focus(role='table row', seconds=30)
    menu(('list item', NAME))
    window.wait_focus(role='list item', seconds=30)
    window.keys('Delete')
    wait_for('it to be gone', lambda: ask('SELECT count(*) FROM saved_filter') == [(0,)], 30)
    window.wait_focus(role='table row', seconds=30)
    window.keys('ctrl+z')
    wait_for('it to be back', lambda: ask('SELECT name, pinned FROM saved_filter') == [(NAME, 1)], 30)
    for place in range(1, 10):
        window.keys('alt+%d' % place)
        menu((ENTRIES, say('Name for what is shown')))
        window.keys('Escape')
        window.missing(ENTRIES, name=say('Name for what is shown'), seconds=30)


def words_of(window):
    return [text_of(n) for n in window.find_all(ENTRIES)]


main(globals())
