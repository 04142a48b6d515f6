# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing typed is lost: a form whose program was killed in the middle comes back to its author, word for word."""
import json
import sqlite3

from desk_a11y import BUTTONS, ENTRIES, Window, fresh, has_state, text_of
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

UNIT = '3-2-1501'


class Desk:
    """The window on the demonstration; it can be cut off and started again."""

    def __init__(self, session):
        self.session, self.path = session, session.demo()
        session.setting('last-pane', "'residents'")
        self.start()

    def start(self):
        self.app = self.session.start('--store', self.path)
        self.window = Window(self.app)
        self.pane('Residents')
        self.window.find('table row', match=r'^\d+-', seconds=30)

    def pane(self, title):
        self.window.pane(title)

    def cut_off(self):
        self.app.kill()
        self.session.apps.remove(self.app)

    def kept(self):
        """What the drafts have, read beside the window: forms and words."""
        try:
            with sqlite3.connect('file:%s.drafts?mode=ro' % self.path, uri=True) as store:
                return store.execute('SELECT form, words FROM draft ORDER BY form').fetchall()
        except sqlite3.OperationalError:        # nothing was ever typed
            return []

    def wait_kept(self, *words):
        wait_for('the drafts to have ' + ' '.join(words), lambda: all(any(w in kept for _, kept in self.kept()) for w in words), 30)

    def wait_empty(self):
        wait_for('no draft', lambda: self.kept() == [], 30)

    def field(self, name):
        return self.window.entry(say(name, 'field'))

    def put(self, name, words):
        self.window.fill(self.field(name), words)

    def stands(self, name, words):
        wait_for('%s to say %s' % (name, words), lambda: text_of(fresh(self.field(name))) == words, 20)

    def narrow(self, words):
        self.window.keys('ctrl+f')
        self.window.wait_focus(role=ENTRIES, name=say('Filter'))
        self.window.keys('ctrl+a')
        self.window.type(words)
        wait_for('the list narrowed', lambda: [n for n in self.window.find_all('table row', match=words)], 30)
        self.window.keys('Return')
        self.window.wait_focus(role='table row')

    def go_on(self):
        """Takes up the form that the bar offers."""
        self.window.click(self.window.button(say('Go On'), seconds=30), lambda: self.window.find_all(BUTTONS, name=say('Cancel')))

    def saved(self):
        self.window.missing(BUTTONS, name=say('Cancel'), seconds=20)


def test_a_new_unit_after_a_kill(session):
    desk = Desk(session)
    desk.window.keys('ctrl+n')
    wait_for('the form', lambda: has_state(fresh(desk.field('Room')), 'focused'))
    desk.window.type('1596')
    desk.put('Built-up area', '9x')     # no number yet: kept as it was typed
    desk.put('Inner area', '80.5')
    desk.wait_kept('1596', '9x', '80.5')
    desk.cut_off()
    desk.start()
    desk.go_on()
    desk.stands('Room', '1596')
    desk.stands('Built-up area', '9x')
    desk.stands('Inner area', '80.5')
    desk.put('Built-up area', '90')
    desk.window.keys('ctrl+Return')
    desk.saved()
    desk.wait_empty()
    desk.app.quit()
    desk.start()
    desk.window.missing(BUTTONS, name=say('Go On'))
    lines = session.ctl('--store', desk.path, '--format', 'json', 'list', 'units', '--text', '1-1-1596')
    same([json.loads(line)['label'] for line in lines.split('\n') if line.strip()], ['1-1-1596'])


def test_somebody_with_phones_after_a_kill(session):
    desk = Desk(session)
    desk.narrow(UNIT)
    desk.window.keys('F6')
    desk.window.wait_focus(role='list item')
    desk.window.keys('n')
    desk.window.wait_focus(role=ENTRIES, name=say('Person', 'field'))
    desk.window.type('陶行知')
    desk.window.says('^%s' % say('New: %1').replace('%1', '陶行知'))
    desk.window.keys('Return')
    desk.put('Phone number', '138-0651-abc')
    desk.put('Note', '周末才在')
    desk.wait_kept('陶行知', '138-0651-abc', '周末才在')
    desk.cut_off()
    desk.start()
    desk.go_on()
    desk.window.wait_focus(role=ENTRIES)
    wait_for('the name', lambda: text_of(fresh(desk.window.entry(say('Person', 'field')))) == '陶行知')
    desk.stands('Phone number', '138-0651-abc')
    desk.stands('Note', '周末才在')


def test_discarding_is_said(session):
    desk = Desk(session)
    desk.window.keys('ctrl+n')
    wait_for('the form', lambda: has_state(fresh(desk.field('Room')), 'focused'))
    desk.window.type('1595')
    desk.window.keys('Escape')
    desk.wait_kept('1595')
    desk.window.keys('ctrl+n')
    desk.stands('Room', '1595')
    desk.window.click(desk.window.button(say('Discard')), lambda: text_of(fresh(desk.field('Room'))) == '')
    desk.wait_empty()
    desk.window.type('1594')
    desk.wait_kept('1594')
    desk.cut_off()
    desk.start()
    desk.window.click(desk.window.button(say('Discard'), seconds=30), lambda: desk.kept() == [])
    desk.window.missing(BUTTONS, name=say('Go On'))


def test_a_building_after_a_kill(session):
    desk = Desk(session)
    entry = '^%s' % say('_Building…', 'new').rstrip('…')
    desk.window.click(desk.window.arrow(say('What Else Is New')),
                      lambda: desk.window.find_all(match=entry))
    desk.window.press(desk.window.find(match=entry))
    wait_for('the dialog', lambda: desk.window.find_all(ENTRIES, name=say('_Number')))
    desk.window.fill(desk.window.entry(say('_Number')), '77')
    desk.window.fill(desk.window.entry(say('_Left-out floors')), '4, 13')
    desk.wait_kept('77', '4, 13')
    desk.cut_off()
    desk.start()
    desk.window.click(desk.window.button(say('Go On'), seconds=30), lambda: desk.window.find_all(ENTRIES, name=say('_Number')))
    wait_for('the number', lambda: text_of(fresh(desk.window.entry(say('_Number')))) == '77', 20)
    same(text_of(fresh(desk.window.entry(say('_Left-out floors')))), '4, 13')


if __name__ == '__main__':
    main(globals())
