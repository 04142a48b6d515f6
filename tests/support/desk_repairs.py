# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane of repairs as a test drives it: its rows by number, the moves by their letters, the store looked at beside."""
import contextlib
import re
import sqlite3

from desk_a11y import BUTTONS, ENTRIES, Window, fresh
from desk_session import wait_for
from desk_test import same
from desk_words import say

NUMBER = re.compile(r'R20\d{4}-\d{4}')
WANG_PIN = '170523'


class Repairs:
    """The window on the demonstration, repairs in front; the store is looked at beside the window. sign_in: at the front desk,
    or as whom the keys and the PIN say."""

    def __init__(self, session, sign_in=False, pane='repairs'):
        who, pin = ('2', WANG_PIN) if sign_in is True else sign_in or ('', '')
        self.session, self.path = session, session.demo(sign_in=bool(sign_in))
        session.setting('last-pane', "'%s'" % pane)
        self.window = Window(session.start('--store', self.path))
        if sign_in:
            self.window.says('PIN ' + pin, seconds=30)
            self.window.keys(*who)
            self.window.says(say('Six digits, no Enter'))
            self.window.type(pin)
        if pane != 'repairs':
            return
        wait_for('the rows', self.rows, 60)
        wait_for('the focus on a row', self.on_a_row, 30)

    def ask(self, sql, *values):
        with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % self.path, uri=True)) as db:
            return db.execute(sql, values).fetchall()

    def rows(self):
        return self.window.find_all('table row', match=NUMBER.pattern)

    def numbers(self):
        return [NUMBER.search(n.get_name()).group() for n in self.rows()]

    def on_a_row(self):
        node = self.window.focused()
        return node if node is not None and node.get_role_name() == 'table row' else None

    def chosen(self):
        node = self.on_a_row()
        found = NUMBER.search(node.get_name()) if node is not None else None
        return found.group() if found else None

    def case(self, number, column):
        found = self.ask('SELECT %s FROM service_case WHERE number = ?' % column, number)
        return found[0][0] if found else None

    def state(self, number, state):
        wait_for('%s in state %d' % (number, state), lambda: self.case(number, 'state') == state, 20)
        # The keys act on what the page shows.
        wait_for('the page in that state', lambda: self.window.find_all('label', name=self.word(state)), 20)

    @staticmethod
    def word(state):
        return say(('New', 'Assigned', 'Accepted', 'Working', 'Waiting', 'Done', 'Callback', 'Closed', 'Cancelled')[state - 1],
                   'case state')

    def form(self, title):
        return self.window.says(title)

    def formless(self):
        wait_for('the end of the form', lambda: not self.window.find_all(BUTTONS, name=say('Close Form')), 20)
        wait_for('the focus on a row', self.on_a_row, 20)

    def go_to(self, number):
        """Walks down to the row."""
        for _ in range(30):
            if self.chosen() == number:
                break
            self.window.keys('Down')
            self.window.settle(1.0)
        same(self.chosen(), number, 'the chosen row')
        wait_for('its page', lambda: self.window.find_all('label', name=number), 20)

    def first(self, where):
        """The first row of the list whose case fits."""
        fitting = {n for (n,) in self.ask('SELECT number FROM service_case WHERE ' + where)}
        return next(n for n in self.numbers() if n in fitting)

    def count(self, filter_name):
        chip = self.window.find(BUTTONS, match=r'^%s\b' % re.escape(say(filter_name, 'filter')))
        return int(re.search(r'\d+', fresh(chip).get_name()).group())


def make(repairs, title):
    """A new repair by keys; its number."""
    window, before = repairs.window, {n for (n,) in repairs.ask('SELECT number FROM service_case')}
    window.keys('n')
    repairs.form(say('New Repair'))
    window.wait_focus(role=ENTRIES)
    window.type('3-2-1501')
    window.find('list item', match='3-2-1501')
    window.keys('Return', 'Tab')
    window.type(title)
    window.says(say('First answer by %1, done by %2').split('%1')[0])
    window.keys('ctrl+Return')
    found = wait_for('the new case', lambda: {n for (n,) in repairs.ask('SELECT number FROM service_case')} - before, 20)
    repairs.formless()
    number = found.pop()
    wait_for('the new row', lambda: repairs.chosen() == number, 20)
    return number


def work(repairs, number, keys):
    """Moves that ask for nothing: (key, state) one after another."""
    for key, state in keys:
        repairs.window.keys(key)
        repairs.state(number, state)


def say_and_save(repairs, title, field, words, before=()):
    """A move whose form asks for words: they are typed, Enter saves."""
    repairs.form(title)
    repairs.window.keys(*before) if before else None
    repairs.window.wait_focus(role=ENTRIES, name=field)
    repairs.window.type(words)
    repairs.window.keys('Return')
