# SPDX-License-Identifier: GPL-3.0-or-later
"""Who did what: told in words, narrowed, undone from the trail and from the record's history, put back out of the bin."""
import json

from desk_a11y import BUTTONS, ENTRIES, Window, fresh, has_state
from desk_session import wait_for
from desk_test import main, same
from desk_words import say


class Desk:
    def __init__(self, session):
        self.session, self.path = session, session.demo()
        self.window = Window(session.start('--store', self.path))
        self.pane('Residents')
        self.window.find('table row', match=r'^\d+-', seconds=30)

    def pane(self, title):
        self.window.pane(title)

    def field(self, name):
        return self.window.entry(say(name, 'field'))

    def make(self, room):
        """A unit beside the one that is selected, the first of the list: 1-1-…."""
        self.window.keys('ctrl+n')
        wait_for('the form', lambda: has_state(fresh(self.field('Room')), 'focused'))
        self.window.type(room)
        self.window.keys('ctrl+Return')
        self.window.missing(BUTTONS, name=say('Cancel'), seconds=20)

    def units(self, text):
        lines = self.session.ctl('--store', self.path, '--format', 'json', 'list', 'units', '--text', text, status=(0, 1))
        return [json.loads(line)['label'] for line in lines.split('\n') if line.strip()]

    def trail(self):
        """Goes to the pane and waits for its rows."""
        self.pane('Trail')
        self.window.find('table row', match=r'\d{4}-\d\d-\d\d', seconds=30)

    def rows(self, match=''):
        """The names of the trail's rows; those of a hidden pane stay in the tree."""
        return [n.get_name() for n in self.window.find_all('table row', match=r'^\d{4}-\d\d-\d\d \d\d:\d\d.*' + match)]

    def chip(self, name, until):
        """Presses a filter, until its rows are there."""
        self.window.click(self.window.button(say(name, 'filter'), seconds=20), until)


def test_an_act_is_told_and_undone(session):
    desk = Desk(session)
    desk.make('1593')
    desk.trail()
    desk.window.find('table row', match='1-1-1593', seconds=30)
    desk.window.wait_focus(role='table row')
    desk.window.says('1593')
    desk.window.button(say('Undo (U)'), seconds=20)
    desk.window.keys('u')
    wait_for('the unit to be gone', lambda: desk.units('1-1-1593') == [], 30)
    desk.window.find('table row', match=say('%1 (undone)').replace('%1', '') + '$', seconds=30)


def test_the_bin_gives_back(session):
    desk = Desk(session)
    desk.make('1592')
    desk.window.keys('e')
    desk.window.click(desk.window.button(say('Remove Unit')), lambda: desk.units('1-1-1592') == [])
    desk.trail()
    desk.chip('Recycle bin', lambda: len(desk.rows()) < 5)
    desk.window.find('table row', match='1-1-1592', seconds=30)
    desk.window.button(say('Restore (U)'), seconds=20)
    desk.window.keys('F6', 'F6', 'F6')
    desk.window.click(desk.window.button(say('Restore (U)')), lambda: desk.units('1-1-1592') == ['1-1-1592'])
    desk.window.says('^%s$' % say('The bin is empty'), seconds=30)


def test_history_takes_back(session):
    desk = Desk(session)
    desk.make('1591')
    undo = [n for n in desk.window.find_all(BUTTONS) if (n.get_name() or '').startswith(say('Undo') + ' ')]
    same(len(undo) >= 1, True, 'an undo beside the line of today')
    desk.window.press(undo[0])
    wait_for('the unit to be gone', lambda: desk.units('1-1-1591') == [], 30)


def test_history_leads_to_the_trail(session):
    desk = Desk(session)
    desk.make('1589')
    desk.window.press(desk.window.button(say('In the Trail'), seconds=20))
    desk.window.says('^%s' % say('Only one record: %1').replace('%1', ''), seconds=30)
    desk.window.find('table row', match='1-1-1589', seconds=30)
    wait_for('rows of that unit alone', lambda: desk.rows('1-1-1589') and desk.rows() == desk.rows('1-1-1589'), 30)
    desk.window.press(desk.window.button(say('Show All')))
    wait_for('all rows again', lambda: len(desk.rows()) > 5, 30)


def test_narrowing(session):
    desk = Desk(session)
    desk.make('1590')
    desk.trail()
    desk.window.keys('ctrl+f')
    desk.window.wait_focus(role=ENTRIES, name=say('Filter'))
    desk.window.type('1-1-1590')
    wait_for('rows of that unit alone', lambda: desk.rows('1-1-1590') and desk.rows() == desk.rows('1-1-1590'), 30)
    desk.window.keys('Escape')
    wait_for('all rows again', lambda: len(desk.rows()) > 5, 30)


if __name__ == '__main__':
    main(globals())
