# SPDX-License-Identifier: GPL-3.0-or-later
"""People who work here: adding somebody, whose first password is changed at the first sign-in; a form that refuses, is left
and comes back; the matrix of rights; the last administrator; and what a front desk may do with a person."""
import contextlib
import os
import sqlite3

from desk_a11y import BUTTONS, ENTRIES, Window, fresh, has_state, text_of
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

ADMIN, ADMIN_PIN, WANG, WANG_PIN = '1', '608135', '2', '170523'
UNIT = '3-2-1501'
FIRST, OWN = 'green-kettle-3', 'blue-teapot-5'


class Desk:
    def __init__(self, session, digit=ADMIN, pin=ADMIN_PIN, before=None):
        self.path = session.demo(sign_in=True)
        if before:
            with contextlib.closing(sqlite3.connect(self.path)) as store:
                store.execute(before)
                store.commit()
                store.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        self.window = Window(session.start('--store', self.path))
        self.sign_in(digit, pin)

    def sign_in(self, digit, pin):
        self.window.says('PIN ' + WANG_PIN, seconds=30)
        self.window.keys(digit)
        self.window.says(say('Six digits, no Enter'))
        self.window.type(pin)
        self.window.find('list', say('Panes'), seconds=30)

    def ask(self, sql):
        with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % self.path, uri=True)) as store:
            return store.execute(sql).fetchall()

    def badge(self, pane):
        """What the sidebar says of a pane."""
        return self.window.find('list item', say(pane), inside=self.window.find('list', say('Panes'))).get_description()

    def inner(self):
        """Whether the unit has the inner area that was asked for."""
        return self.ask("SELECT inner_area FROM unit WHERE label = '%s'" % UNIT) == [(6050,)]

    def frame(self, name):
        return wait_for('the window ' + name, lambda: [f for f in self.window.frames() if f.get_name() == name])[0]

    def staff(self):
        self.window.keys('F10')
        self.window.press(self.window.find('menu item', say('People Who Work _Here').replace('(_H)', '').replace('_', '')))
        self.window.says(r'王丽 \(wangli\)', seconds=30)

    def new_person(self):
        self.window.click(self.window.button(say('_Add Person…')), lambda: [f for f in self.window.frames()
                                                                             if f.get_name() == say('Add a Person')])

    def row(self, name):
        """The field of a dialog, by its title."""
        return self.window.find(ENTRIES, say(name), seconds=20)

    def gone(self, name):
        wait_for('the end of ' + name, lambda: not [f for f in self.window.frames() if f.get_name() == name], 30)


def test_somebody_is_added_and_takes_a_password(session):
    desk = Desk(session)
    window = desk.window
    desk.staff()
    desk.new_person()
    form = desk.frame(say('Add a Person'))
    same(window.unnamed(form), [], 'controls without a name on the form')
    window.fill(desk.row('Full name'), '周杰')
    window.fill(desk.row('Sign-in name, such as liqiang'), 'zhoujie')
    window.fill(desk.row('First password, changed at the first sign-in'), FIRST)
    window.fill(desk.row('Buildings and entrances'), '5, 6-1')
    window.keys('ctrl+Return', 'ctrl+Return')
    desk.gone(say('Add a Person'))
    window.says(r'周杰 \(zhoujie\)', seconds=30)
    same(desk.ask("SELECT count(*) FROM staff WHERE login = 'zhoujie'"), [(1,)], 'people made by two Enters')
    out = session.path('people.csv')
    window.choose_file(lambda: window.keys('ctrl+e'), out, save=True)
    wait_for('the sheet', lambda: os.path.exists(out) and os.path.getsize(out) > 0, 30)
    with open(out, encoding='utf-8-sig') as stream:
        same([line.split(',')[:2] for line in stream.read().splitlines() if 'zhoujie' in line], [['周杰', 'zhoujie']])
    window.keys('Escape')
    desk.gone(say('People Who Work Here'))
    window.keys('ctrl+alt+l')
    window.says(say('Who Is at the Desk?'))
    window.type('zj')
    wait_for('the password', lambda: window.find_all(ENTRIES, name=say('Password')), 20)
    window.fill(window.entry(say('Password')), FIRST)
    window.press(window.button(say('_Sign In')))
    desk.frame(say('New Password'))
    window.fill(desk.row('New password'), OWN)
    window.fill(desk.row('The same again'), 'something-else')
    window.press(window.button(say('_Save')))
    window.says(say('The two are not the same: type them again.'))
    window.fill(desk.row('The same again'), OWN)
    window.press(window.button(say('_Save')))
    desk.gone(say('New Password'))
    same(desk.ask("SELECT must_change FROM staff_secret JOIN staff ON staff.id = staff_id WHERE login = 'zhoujie'"), [(0,)])


def test_a_form_is_kept_and_refusals_say_why(session):
    """One administrator's round: a form that is refused, left and comes back; the last administrator; a cell of the matrix."""
    desk = Desk(session)
    window = desk.window
    desk.staff()
    desk.new_person()
    window.fill(desk.row('Full name'), '周杰')
    window.fill(desk.row('Sign-in name, such as liqiang'), 'zhou jie')
    window.fill(desk.row('First password, changed at the first sign-in'), FIRST)
    window.press(window.button(say('_Save')))
    window.says('zhou jie')
    window.fill(desk.row('Sign-in name, such as liqiang'), 'zhoujie')
    window.fill(desk.row('Buildings and entrances'), '99')
    window.press(window.button(say('_Save')))
    window.says('“99”')
    window.keys('Escape')
    desk.gone(say('Add a Person'))
    desk.new_person()
    wait_for('the words', lambda: text_of(fresh(desk.row('Full name'))) == '周杰', 20)
    same(text_of(fresh(desk.row('Buildings and entrances'))), '99')
    same(text_of(fresh(desk.row('First password, changed at the first sign-in'))), '', 'a password that was kept')
    window.click(window.button(say('Discard')), lambda: text_of(fresh(desk.row('Full name'))) == '')
    window.keys('Escape')
    desk.gone(say('Add a Person'))
    same(desk.ask("SELECT count(*) FROM staff WHERE login LIKE 'zhou%'"), [(0,)])
    the_last_administrator(desk)
    a_cell_of_the_matrix(desk)


def the_last_administrator(desk):
    window = desk.window
    window.press(window.find_all(BUTTONS, name=say('Edit…'), inside=desk.frame(say('People Who Work Here')))[0])
    desk.row('Full name')
    gone = window.find(('check box', 'switch', 'toggle button'), say('Works here no more'))
    window.press(gone)
    wait_for('the switch', lambda: has_state(fresh(gone), 'checked'))
    window.press(window.button(say('_Save')))
    window.says(say('This is the last administrator who can sign in: make another one first.').split('，')[0].split(':')[0])
    same(desk.ask("SELECT left_on FROM staff WHERE login = 'admin'"), [(0,)])
    window.keys('Escape')
    wait_for('the end of the form', lambda: not window.find_all(name=say('Works here no more')), 30)


def a_cell_of_the_matrix(desk):
    window = desk.window
    window.keys('alt+r')
    cell = '%s, %s: ' % (say('Edit units', 'right'), say('Front desk', 'staff role'))
    window.click(window.find(BUTTONS, cell + say('No', 'level of a right'), seconds=20),
                 lambda: window.find_all(BUTTONS, name=say('Yes', 'level of a right')))
    window.press(window.button(say('Yes', 'level of a right')))
    window.find(BUTTONS, cell + say('Yes', 'level of a right'), seconds=20)
    fixed = window.find(BUTTONS, match='^%s, %s: ' % (say('Edit rights', 'right'), say('Administrator', 'staff role')))
    same(has_state(fresh(fixed), 'sensitive'), False, 'a right that administrators cannot give away')
    window.keys('Escape')
    desk.gone(say('People Who Work Here'))
    window.keys('ctrl+z')
    wait_for('the undo', lambda: desk.ask("SELECT count(*) FROM act WHERE use_case = 'undo_act'") == [(1,)], 30)


def new_menu(window):
    """What a front desk may not make is grey, under its reason."""
    unit, message = ('^_?%s.*…$' % say(word, 'new').rstrip('…') for word in ('_Unit…', '_Message for a Colleague…'))
    window.click(window.arrow(say('What Else Is New')), lambda: window.find_all(match=unit))
    same(has_state(fresh(window.find(match=unit)), 'sensitive'), False, 'a new unit, for a front desk')
    same(has_state(fresh(window.find(match=message)), 'sensitive'), True, 'a message, for a front desk')
    window.keys('Escape')
    window.missing(match=unit)


def test_a_front_desk_edits_phones_only(session):
    desk = Desk(session, WANG, WANG_PIN)
    window = desk.window
    window.keys('ctrl+k')
    window.wait_focus(role=ENTRIES, name=say('Search'))
    window.type('zsf')
    window.says('张淑芬', seconds=30)
    window.settle()
    window.keys('Return')
    window.button(say('More Actions'), seconds=30)
    window.settle()
    more = [n for n in window.find_all(None, say('More Actions')) if n.get_action_iface() and n.get_action_iface().get_n_actions()]
    window.press(more[0])
    window.find(match='^' + say('Erase Personal Data…'))
    refused = window.find(match='^' + say('Merge with Another…'))
    same(has_state(fresh(refused), 'sensitive'), False, 'merging, for a front desk')
    same(has_state(fresh(window.find(match='^' + say('Edit Person…'))), 'sensitive'), True, 'editing contacts')
    window.says(say('Not yours to do: ask %s.').split('%s')[0])
    window.keys('Escape')
    new_menu(window)
    window.press(window.button(say('Edit')))
    window.wait_focus(role=ENTRIES, name=say('Phone number', 'field'), seconds=20)
    same(window.find_all(ENTRIES, name=say('Full name', 'field')), [], 'the name, for a front desk')
    window.keys('ctrl+Return')
    window.missing(BUTTONS, name=say('Cancel'), seconds=20)
    same(desk.ask("SELECT count(*) FROM act WHERE use_case = 'note_refusal'"), [(0,)])


def test_what_is_asked_for_waits_for_another(session):
    """Where the matrix says ask, a front desk's change waits on the page of whoever approves, and is made when they do."""
    desk = Desk(session, WANG, WANG_PIN, before="INSERT INTO right_change (code, role, level) VALUES ('unit.edit', 0, 'ask')")
    window = desk.window
    window.keys('ctrl+k')
    window.wait_focus(role=ENTRIES, name=say('Search'))
    window.type(UNIT)
    window.says(UNIT, seconds=30)
    window.settle()
    window.keys('Return')
    window.find(BUTTONS, name=say('More Actions'), seconds=30)
    window.settle()
    window.keys('e')
    window.fill(window.entry(say('Inner area', 'field'), seconds=20), '60.5')
    window.keys('ctrl+Return')
    wait_for('the request', lambda: desk.ask('SELECT state, count(*) FROM request GROUP BY state') == [(1, 1)], 30)
    window.missing(BUTTONS, name=say('Cancel'))
    same(desk.inner(), False, 'changed before anybody approved')
    of_desk = desk.badge('Today')
    window.keys('ctrl+alt+l')
    desk.sign_in(ADMIN, ADMIN_PIN)
    wait_for('the badge of whoever came', lambda: desk.badge('Today') not in ('', of_desk))
    window.pane('Today')
    window.press(window.find(BUTTONS, name=say('Approve'), seconds=30))
    wait_for('the change', desk.inner, 30)
    window.missing(BUTTONS, name=say('Approve'), seconds=20)


if __name__ == '__main__':
    main(globals())
