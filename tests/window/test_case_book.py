# SPDX-License-Identifier: GPL-3.0-or-later
"""Categories and calendars by keys: a new one beside another, one in use that stays, undo, a holiday and the next one, and
words that are kept; what the figures are to reach, the stages of a severity, a phrase."""
import contextlib
import sqlite3

from desk_a11y import BUTTONS, ENTRIES, Window
from desk_session import wait_for
from desk_test import main, same
from desk_words import say


class Book:
    def __init__(self, session):
        self.path = session.demo()
        self.window = Window(session.start('--store', self.path))
        self.window.says(say('Today'), seconds=60)
        self.window.keys('F10')
        self.window.press(self.window.find('menu item', say('_Categories and Calendars')))
        self.on_a_row()

    def ask(self, sql, *values):
        with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % self.path, uri=True)) as db:
            return db.execute(sql, values).fetchall()

    def on_a_row(self, match=None):
        def hit():
            node = self.window.focused()
            return node is not None and node.get_role_name() == 'list item' and (match is None or match in node.get_name()) and node
        return wait_for('the focus on a row %s' % (match or ''), hit, 30)

    def walk_to(self, name):
        for _ in range(30):
            before = self.on_a_row().get_name()
            if before.startswith(name):
                return
            self.window.keys('Down')
            wait_for('the next row', lambda last=before: self.on_a_row().get_name() != last)
        raise AssertionError('no row ' + name)


def test_by_keys(session):
    book = Book(session)
    window = book.window
    first, group = book.ask('SELECT c.name, c.parent_id FROM category c JOIN category g ON g.id = c.parent_id '
                            'WHERE c.case_kind = 1 ORDER BY g.rank, g.id, c.rank, c.id')[0]
    book.walk_to(first)
    window.keys('ctrl+n')
    window.wait_focus(role=ENTRIES, name=say('Name', 'field'))
    window.keys('ctrl+Return')                              # nothing was typed: it stays, and says so
    window.find('form', say('New Category'))
    same(book.ask("SELECT 1 FROM category WHERE name = '地暖'"), [], 'made')
    window.wait_focus(role=ENTRIES, name=say('Name', 'field'))
    window.type('地暖')
    window.keys('ctrl+Return')
    wait_for('the new one', lambda: book.ask("SELECT 1 FROM category WHERE name = '地暖' AND parent_id = ?", group), 20)
    book.on_a_row('地暖')
    window.keys('ctrl+z')
    wait_for('its end', lambda: not book.ask("SELECT 1 FROM category WHERE name = '地暖'"), 20)

    used = book.ask('SELECT g.name, g.id FROM category g WHERE g.id = (SELECT category_id FROM service_case '
                    'WHERE kind = 1 AND category_id IS NOT NULL GROUP BY category_id ORDER BY count(*) DESC LIMIT 1)')[0]
    window.keys('Home')
    book.walk_to(used[0])
    window.keys('Return')
    window.wait_focus(role=ENTRIES)
    window.press(window.button(say('Remove')))
    wait_for('it out of use', lambda: book.ask('SELECT retired_on FROM category WHERE id = ?', used[1])[0][0] > 0, 20)
    window.says(say('It is in use, so it stays with its cases and is not offered any more.'))
    book.on_a_row(say('Out of use', 'category'))
    window.keys('ctrl+z')
    wait_for('it in use', lambda: book.ask('SELECT retired_on FROM category WHERE id = ?', used[1])[0][0] == 0, 20)

    book.on_a_row()
    window.keys('3')
    window.find(BUTTONS, say('New Holiday'))
    book.on_a_row()
    window.keys('ctrl+n')
    window.wait_focus(role=ENTRIES, name=say('Day', 'field'))
    window.keys('ctrl+a')
    window.type('2027-01-01')
    window.keys('ctrl+Return')
    wait_for('the holiday', lambda: book.ask('SELECT 1 FROM calendar_day WHERE day = 20270101'), 20)
    wait_for('the next day', lambda: [n for n in window.find_all(ENTRIES, say('Day', 'field'))
                                      if window.find_all('form', say('New Holiday'))], 20)
    window.wait_focus(role=ENTRIES)
    window.keys('ctrl+Return')
    wait_for('the next holiday', lambda: book.ask('SELECT 1 FROM calendar_day WHERE day = 20270102'), 20)
    window.wait_focus(role=ENTRIES)
    window.keys('Escape')
    book.on_a_row('2027-01-02')
    window.keys('Escape')
    wait_for('the pane before', lambda: not window.find_all(BUTTONS, say('New Holiday')), 20)


def test_targets_stages_and_phrases(session):
    book = Book(session)
    window = book.window
    name = say('Response', 'figure')
    value = "SELECT value FROM setting WHERE name = 'figure.targets_repair'"
    window.keys('End')
    book.on_a_row(say('Targets', 'figure'))
    window.keys('Return')
    window.wait_focus(role=ENTRIES, name=name)
    window.keys('ctrl+a')
    window.type('120')
    window.keys('ctrl+Return')
    window.says('100')                                      # between 0 and 100: it stays, and says so
    same(book.ask(value), [], 'kept')
    window.wait_focus(role=ENTRIES, name=name)
    window.keys('ctrl+a')
    window.type('９０.５％')
    window.keys('ctrl+Return')
    wait_for('the target', lambda: book.ask(value) == [('90.5,95.0,95.0,2.0,100.0,98.0',)], 20)
    book.on_a_row('90.5')
    window.keys('ctrl+z')
    wait_for('the target of before', lambda: book.ask(value) == [], 20)

    book.on_a_row()
    window.keys('2')
    book.on_a_row()
    window.keys('End', 'Up', 'Up')                          # over a heading
    book.on_a_row(say('Major', 'severity'))
    window.keys('Up', 'Up')
    book.on_a_row(say('Ordinary', 'severity'))
    window.keys('Return')
    window.find('form', say('Stages: %1').replace('%1', say('Ordinary', 'severity')))
    window.wait_focus(role='check box')
    window.keys('Tab', 'space', 'Tab')
    window.wait_focus(role=ENTRIES, name=say('Progress told', 'stage'))
    window.keys('ctrl+a')
    window.type('12')
    window.keys('ctrl+Return')
    wait_for('the stages', lambda: 'progress=12h' in (book.ask(
        "SELECT value FROM setting WHERE name = 'complaint.stages_ordinary'") or [('',)])[0][0], 20)

    book.on_a_row(say('Ordinary', 'severity'))
    window.keys('4')
    window.find(BUTTONS, say('New Phrase'))
    book.on_a_row()
    window.keys('ctrl+n')
    window.find('form', say('New Phrase'))
    window.wait_focus(role=ENTRIES)
    window.type('电梯停运')
    window.keys('Tab', 'Tab', 'Tab')
    window.wait_focus(role='text')
    window.type('{房号}您好')
    window.keys('ctrl+Return')
    wait_for('the phrase', lambda: book.ask("SELECT words FROM phrase WHERE name = '电梯停运'") == [('{房号}您好',)], 20)
    book.on_a_row('电梯停运')


main(globals())
