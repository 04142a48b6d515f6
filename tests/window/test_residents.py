# SPDX-License-Identifier: GPL-3.0-or-later
"""Units and people by keys alone: found, made, changed, taken back; what is wrong is said where it stands and nothing
that was typed is lost."""
import json

from desk_a11y import BUTTONS, ENTRIES, Window, fresh, has_state, text_of
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

UNIT = '3-2-1501'       # the household of the demonstration that the pictures show


class Desk:
    """The window on the demonstration, its list narrowed to what the test is about: fewer rows, quicker looks."""

    def __init__(self, session, words=UNIT):
        self.session, self.path = session, session.demo()
        session.setting('last-pane', "'residents'")
        self.window = Window(session.start('--store', self.path))
        self.window.find('table row', match=r'^\d+-')
        self.narrow(words)

    def narrow(self, words):
        self.window.keys('ctrl+f')
        self.window.wait_focus(role=ENTRIES, name=say('Filter'))
        self.window.keys('ctrl+a')
        self.window.type(words)
        wait_for('the list narrowed to ' + words, lambda: self.rows() and all(words in r for r in self.rows()), 30)
        self.window.keys('Return')
        self.window.wait_focus(role='table row')

    def rows(self):
        return [n.get_name() for n in self.window.find_all('table row', match=r'^\d+-|^\w') if n.get_name() != say('Column heads')]

    def units(self, text):
        """What the store has, read beside the window."""
        lines = self.session.ctl('--store', self.path, '--format', 'json', 'list', 'units', '--text', text)
        return [json.loads(line)['label'] for line in lines.split('\n') if line.strip()]

    def unit(self, label):
        return json.loads(self.session.ctl('--store', self.path, '--format', 'json', 'show', 'unit', label).split('\n')[0])

    def field(self, name, context='field'):
        return self.window.entry(say(name, context))

    def put(self, name, words):
        self.window.fill(self.field(name), words)

    def fault(self, name):
        """Waits for the sentence under a field and returns it; the focus is there."""
        node = self.field(name)
        wait_for('a fault at ' + name, lambda: has_state(fresh(node), 'invalid') or node.get_description())
        wait_for('the focus on ' + name, lambda: has_state(fresh(node), 'focused'))
        return node.get_description()

    def save(self):
        self.window.keys('ctrl+Return')

    def saved(self):
        """Waits until the form is gone: it stands until the store has the record."""
        self.window.missing(BUTTONS, name=say('Cancel'), seconds=20)


def new_unit(desk, room):
    desk.window.keys('ctrl+n')
    wait_for('the form', lambda: has_state(fresh(desk.field('Room')), 'focused'))
    desk.window.type(room)


def test_the_page_of_a_unit(session):
    desk = Desk(session)
    desk.window.says('^3 栋 2 单元 15 层$')
    desk.window.says('^138\\*\\*\\*\\*5678$')
    same(desk.window.find_all(match='^13806515678$|^138\\d{8}$'), [], 'no whole number before F8')
    desk.window.keys('F6')
    desk.window.wait_focus(role='list item')
    desk.window.keys('F8')
    desk.window.says('^138\\d{8}$')
    desk.window.keys('Return')
    desk.window.says('^%s$' % say('Phones and Documents'))
    desk.window.wait_focus(role='list item')
    desk.window.keys('Escape')
    desk.window.says('^3 栋 2 单元 15 层$')


def test_a_unit_is_made_and_taken_back(session):
    desk = Desk(session)
    new_unit(desk, '1599')
    desk.put('Built-up area', '１１８．５ 平方米')
    desk.save()
    desk.saved()
    wait_for('the unit in the store', lambda: '3-2-1599' in desk.units('3-2-1599'))
    wait_for('the focus on its row', lambda: (row := desk.window.focused()) is not None and '3-2-1599' in (row.get_name() or ''))
    desk.window.says('^3-2-1599$')
    desk.window.says('118.50 m²')
    desk.window.keys('ctrl+z')
    wait_for('no such unit', lambda: '3-2-1599' not in desk.units('3-2-1599'))


def test_a_second_enter_makes_one(session):
    desk = Desk(session)
    new_unit(desk, '1598')
    desk.window.keys('ctrl+Return', 'ctrl+Return', 'ctrl+Return')
    desk.saved()
    same(desk.units('3-2-1598'), ['3-2-1598'])


def test_wrong_units_stay_and_say_why(session):
    desk = Desk(session)
    new_unit(desk, '1501')
    desk.put('Inner area', '99')
    desk.save()
    wait_for('the label named', lambda: UNIT in desk.fault('Room'))
    same(text_of(fresh(desk.field('Inner area'))), '99', 'what was typed stays')
    desk.put('Room', '1597')
    for area in ('0', '10000000', 'abc'):
        desk.put('Built-up area', area)
        desk.save()
        desk.fault('Built-up area')
        same(text_of(fresh(desk.field('Built-up area'))), area, 'what was typed stays')
    desk.put('Built-up area', '90')
    desk.save()
    desk.fault('Inner area')
    desk.put('Inner area', '80')
    for room in ('9' * 20000, '15\u200b\u202e97'):
        desk.put('Room', room)
        desk.save()
        desk.fault('Room')
    desk.put('Room', '<b>&7')
    desk.save()
    desk.saved()
    desk.window.says('^3-2-<b>&7$')


def test_somebody_moves_in(session):
    desk = Desk(session)
    desk.window.keys('n')
    desk.window.wait_focus(role=ENTRIES, name=say('Person', 'field'))
    desk.window.type('陶行知')
    desk.window.says('^%s' % say('New: %1').replace('%1', '陶行知'))
    desk.window.keys('Return')
    desk.put('Phone number', '138-0651-abc')
    desk.put('Moved in', '2026.1.5')
    desk.put('Moved out', '2020-01-01')
    desk.save()
    desk.fault('Phone number')
    same(text_of(fresh(desk.field('Phone number'))), '138-0651-abc', 'what was typed stays')
    desk.put('Phone number', '１３８ ０６５１ ２３４５')
    desk.save()
    desk.fault('Moved out')
    desk.put('Moved out', '')
    desk.save()
    desk.saved()
    desk.window.says('^陶行知')
    desk.window.says('^138\\*\\*\\*\\*2345$')
    wait_for('the focus on the new row', lambda: '陶行知' in (desk.window.focused().get_name() or ''))
    desk.window.keys('x')
    desk.window.wait_focus(role=ENTRIES, name=say('Moved out', 'field'))
    desk.save()
    desk.window.missing(match='^陶行知 ')
    desk.window.keys('ctrl+z')
    desk.window.says('^陶行知')


def test_shares_above_the_whole(session):
    desk = Desk(session)
    desk.window.keys('n')
    desk.window.wait_focus(role=ENTRIES, name=say('Person', 'field'))
    desk.window.type('李')
    desk.window.find('list item', match='^李')
    desk.window.keys('Return')
    wait_for('somebody taken', lambda: not desk.window.find_all('list item', match='^李'))
    desk.window.keys('Tab')
    desk.window.wait_focus(role=('toggle button', 'push button', 'combo box'))
    desk.window.keys('space')
    desk.window.settle()
    desk.window.keys('Up', 'Up', 'Up', 'Return')
    desk.put('Share', '50 %')
    desk.save()
    desk.fault('Share')


def test_changed_meanwhile(session):
    """A form that was left with words in it comes back; what changed in between is offered, and one's own can be kept."""
    desk = Desk(session)
    desk.window.keys('e')
    wait_for('the form', lambda: desk.window.find_all(ENTRIES, say('Room', 'field')))
    desk.put('Inner area', '77.70')
    desk.window.keys('Escape')
    desk.window.wait_focus(role='table row')
    desk.window.keys('s')
    wait_for('the state form', lambda: desk.window.find_all(match='^%s' % say('Change State')))
    desk.save()
    desk.saved()
    desk.window.keys('Escape')
    desk.window.wait_focus(role='table row')
    desk.window.keys('e')
    wait_for('the draft', lambda: text_of(fresh(desk.field('Inner area'))) == '77.70')
    desk.save()
    desk.window.button(say('Keep Mine'))
    same(text_of(fresh(desk.field('Inner area'))), '77.70', 'nothing is lost')
    desk.window.press(desk.window.button(say('Keep Mine')))
    desk.window.says('77.70 m²')


def test_two_people_are_one_and_two_again(session):
    desk = Desk(session)
    desk.window.keys('F6')
    desk.window.wait_focus(role='list item')
    desk.window.keys('Return')
    desk.window.says('^%s$' % say('Phones and Documents'))
    desk.window.wait_focus(role='list item')
    desk.window.keys('m')
    desk.window.wait_focus(role=ENTRIES, name=say('The other'))
    desk.window.type('陈建平')
    desk.window.find('list item', match='^陈建平')
    desk.window.keys('Return')
    wait_for('both side by side', lambda: len(desk.window.find_all(BUTTONS, say('Keep This One'))) == 2)
    desk.save()
    desk.saved()
    phone = '^%s 139\\*{4}0412$' % say('Mobile', 'phone kind')
    desk.window.find('list item', match=phone)
    desk.window.keys('ctrl+z')
    desk.window.missing('list item', match=phone, seconds=20)


if __name__ == '__main__':
    main(globals())
