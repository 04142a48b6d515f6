# SPDX-License-Identifier: GPL-3.0-or-later
"""The day's callbacks, one after the other by keys: each letter is of the one who is called, and the next is there at once."""
import contextlib
import re
import sqlite3

from desk_a11y import Window
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

NOT_SATISFIED, SATISFIED = 3, 1


def test_one_after_the_other(session):
    path = session.demo()
    session.setting('last-pane', "'callbacks'")
    window = Window(session.start('--store', path), rows=False)

    def ask(sql, *values):
        with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True)) as store:
            return store.execute(sql, values).fetchall()

    def called():
        """The number of the case whose row has the keyboard."""
        row = window.focused()
        name = row.get_name() if row is not None and row.get_role_name() == 'table row' else ''
        return (re.findall(r'[RC]\d{6}-\d{4}', name or '') or [''])[0]

    wait_for('the first', called, 60)
    window.settle()
    numbers = []
    for key in ('x', 'c', 'a'):
        numbers.append(called())
        window.keys(key)
        wait_for('the one after ' + numbers[-1], lambda: called() not in [''] + numbers, 60)
        window.settle()
    same(len(set(numbers)), 3, 'people called')
    same(ask('SELECT call_tries FROM service_case WHERE number = ?', numbers[0]), [(1,)], 'not reached, counted')
    same(ask('SELECT answer FROM service_case WHERE number = ?', numbers[2]), [(SATISFIED,)])
    same(ask('SELECT e.answer FROM case_event e JOIN service_case c ON c.id = e.case_id WHERE c.number = ? AND e.answer > 0',
             numbers[1]), [(NOT_SATISFIED,)])
    same(ask('SELECT reopened > 0 FROM service_case WHERE number = ?', numbers[1]), [(1,)], 'C opens it once more')


main(globals())
