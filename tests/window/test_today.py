# SPDX-License-Identifier: GPL-3.0-or-later
"""Today by keys alone: what is due is done, put off, handed on, made, and taken back; the bell says the same."""
import re
import sqlite3

from desk_a11y import BUTTONS, ENTRIES, Window, extents, fresh, has_state, text_of
from desk_session import wait_for
from desk_test import main, same
from desk_words import say


class Desk:
    """The window on the demonstration, Today in front; the store is looked at beside the window."""

    def __init__(self, session, rows=True):
        self.session, self.path = session, session.demo()
        self.window = Window(session.start('--store', self.path), rows=rows)
        self.list = self.window.find('list', name=say('Follow-ups'), seconds=30)
        wait_for('the focus on the first row', lambda: self.chosen() and self.window.focused() is not None)

    def rows(self):
        return [n for n in self.window.find_all('list item', inside=self.list)]

    def names(self):
        return [n.get_name() for n in self.rows()]

    def chosen(self):
        found = [n.get_name() for n in self.rows() if has_state(fresh(n), 'selected')]
        return found[0] if found else None

    def what(self, name):
        """The words of a row without its clock, which goes on."""
        return re.sub(r'^\S+( \S+)*? (?=%s)' % '|'.join(say(t, 'topic') for t in (
            'To do', 'Call back', 'Appointment', 'Message', 'Lease end', 'Instruction ends', 'Request', 'Due soon', 'Over time',
            'Escalated', 'Wait ends', 'Complaint', 'Question')), '', name)

    def gone(self, what):
        wait_for('%r to go' % what, lambda: not any(what in n for n in self.names()), 20)

    def there(self, what):
        wait_for('%r to come' % what, lambda: any(what in n for n in self.names()), 20)


def test_done_and_taken_back(session):
    desk = Desk(session)
    first = desk.what(desk.chosen())
    desk.window.keys('d')
    desk.gone(first)
    wait_for('the next row', lambda: desk.chosen() and first not in desk.chosen())
    desk.window.says(say('Follow-up done', 'act'))
    desk.window.keys('ctrl+z')
    desk.there(first)


def test_put_off_by_a_letter_and_a_digit(session):
    desk = Desk(session)
    first = desk.what(desk.chosen())
    desk.window.keys('s')
    desk.window.button(say('Tomorrow 08:30', 'snooze'))
    desk.window.keys('Escape')
    wait_for('the other buttons', lambda: desk.window.find_all(BUTTONS, say('Done', 'deed'), inside=desk.list))
    desk.window.keys('s', '3')
    wait_for('another time', lambda: any(first in n and '08:30' in n for n in desk.names()), 20)
    desk.window.keys('ctrl+z')
    wait_for('its own time', lambda: not any(first in n and '08:30' in n for n in desk.names()), 20)


def test_a_new_one_from_anywhere(session):
    desk = Desk(session)
    desk.window.keys('ctrl+shift+f')
    note = desk.window.entry(say('What is to be done', 'field'))
    wait_for('the focus on the note', lambda: has_state(fresh(note), 'focused'))
    desk.window.type('给 15 楼回电')
    desk.window.keys('Return')
    due = desk.window.entry(say('Due', 'field'))
    wait_for('the focus on the time', lambda: has_state(fresh(due), 'focused'))
    desk.window.type('随便什么时候')
    desk.window.keys('ctrl+Return')
    wait_for('a fault at the time', lambda: has_state(fresh(due), 'invalid') or '看不懂' in (due.get_description() or ''))
    desk.window.keys('ctrl+a')
    desk.window.type('后天下午')
    desk.window.keys('ctrl+Return')
    desk.there('给 15 楼回电')
    desk.window.missing(BUTTONS, name=say('Keep It'))
    desk.window.keys('ctrl+z')
    desk.gone('给 15 楼回电')


def choose(desk, topic):
    """Goes down to the first row of a topic. Returns: its name."""
    word = say(topic, 'topic')
    for _ in range(40):
        name = desk.chosen()
        if ' %s ' % word in name:
            return name
        desk.window.keys('Down')
        wait_for('the next row', lambda last=name: desk.chosen() not in (None, last))
    raise AssertionError('no row of ' + word)


def test_from_the_page_of_a_unit(session):
    """Enter opens what it is about; there the same keys do the same, also after a form that was left."""
    desk = Desk(session)
    window = desk.window
    name = choose(desk, 'Call back')
    place = re.search(r'\d+-\S+', name).group()
    words = name[name.index(place) + len(place):].split('，')[0].strip()
    window.keys('Return')
    window.says('^%s$' % re.escape(place))
    wait_for('the focus on the page or its list', lambda: window.focused() is not None
             and window.focused().get_role_name() in ('list item', 'table row'))
    window.keys('f')
    note = window.entry(say('What is to be done', 'field'), seconds=20)
    wait_for('the focus on the note', lambda: has_state(fresh(note), 'focused'))
    window.keys('Escape')
    window.missing(ENTRIES, name=say('What is to be done', 'field'))
    window.keys('F6')
    window.wait_focus(role='list item')
    row = on_page(window, words)
    window.tab_to(row)
    window.keys('h')
    window.entry(say('Word with it', 'field'), seconds=20)
    window.keys('Escape')
    window.missing(ENTRIES, name=say('Word with it', 'field'))
    wait_for('the focus on the row again', lambda: has_state(fresh(row), 'focused'))
    window.keys('s')
    window.says('^%s$' % say('Later: 1 10 min, 2 1 h, 3 tomorrow 08:30'))
    window.keys('3')
    window.says(say('Follow-up put off', 'act'))
    wait_for('tomorrow', lambda: '08:30' in on_page(window, words).get_name(), 20)
    window.settle()         # the history below takes the act in, which makes the rows anew once more
    wait_for('the focus on the row that is put off', lambda: has_state(fresh(on_page(window, words)), 'focused'))
    window.keys('d')
    window.says(say('Follow-up done', 'act'))


def on_page(window, words):
    """The row of the follow-up on a record's page."""
    return [n for section in window.find_all('list', name=say('Follow-ups')) for n in window.find_all('list item', inside=section)
            if words in n.get_name()][-1]


def test_a_row_about_a_case_opens_it(session):
    desk = Desk(session)
    name = choose(desk, 'Escalated')
    number = re.search(r'[RC]\d{6}-\d{4}', name).group()
    desk.window.keys('Return')
    desk.window.find('list', say('Panes'))
    wait_for('the case', lambda: [n for n in desk.window.find_all(match=number) if n.get_role_name() in ('label', 'form', 'panel')], 30)
    wait_for('the pane of cases', lambda: has_state([n for n in desk.window.find_all('list item') if say('Repairs') in n.get_name()][0], 'selected'))


def test_the_list_behind_is_full(session):
    """A list that is shown for the first time with a record far down shows a screen of rows around it."""
    desk = Desk(session)
    desk.window.keys('Return')
    desk.window.find('table row', match=r'^\d+-', seconds=30)
    desk.window.settle()
    height = session.size[1]
    in_sight = lambda: [n for n in desk.window.find_all('table row', match=r'^\S*\d')
                        if extents(n)[3] > 0 and 0 < extents(n)[1] < height - extents(n)[3]]
    wait_for('a screen of rows', lambda: len(in_sight()) > 10)


def test_left_with_esc_it_comes_back(session):
    """What was typed stands there again in the form of the same record, and in no other."""
    desk = Desk(session)
    note = lambda: desk.window.entry(say('What is to be done', 'field'), seconds=20)
    left = lambda: desk.window.missing(ENTRIES, name=say('What is to be done', 'field'), seconds=20)
    desk.window.keys('ctrl+n')
    wait_for('the focus on the note', lambda: has_state(fresh(note()), 'focused'))
    desk.window.type('问电梯几时修')
    desk.window.keys('Escape')
    left()
    desk.window.keys('e')                   # another follow-up
    wait_for('its own note', lambda: text_of(fresh(note())) not in ('', '问电梯几时修'))
    desk.window.keys('Escape')
    left()
    desk.window.keys('ctrl+n')
    wait_for('the note again', lambda: text_of(fresh(note())) == '问电梯几时修', 20)
    desk.window.keys('Escape')
    left()


def test_offered_again_after_a_kill(session):
    desk = Desk(session)
    desk.window.keys('e')
    note = lambda: desk.window.entry(say('What is to be done', 'field'), seconds=20)
    wait_for('a note', lambda: text_of(fresh(note())) != '')
    desk.window.fill(note(), '改到明天再问')
    desk.window.keys('Escape')
    desk.window.missing(ENTRIES, name=say('What is to be done', 'field'), seconds=20)
    app = session.apps[-1]
    app.kill()
    session.apps.remove(app)
    desk.window = Window(session.start('--store', desk.path))
    desk.window.click(desk.window.button(say('Go On'), seconds=30),
                      lambda: desk.window.find_all(ENTRIES, name=say('What is to be done', 'field')))
    wait_for('the note as it was typed', lambda: text_of(fresh(note())) == '改到明天再问', 20)
    desk.window.keys('ctrl+Return')
    desk.window.missing(ENTRIES, name=say('What is to be done', 'field'), seconds=20)
    desk.list = desk.window.find('list', name=say('Follow-ups'), seconds=30)
    desk.there('改到明天再问')


def test_rules_in_the_preferences(session):
    """Switched off there, a rule is off in the store."""
    desk = Desk(session)
    desk.window.keys('ctrl+comma')
    desk.window.press(desk.window.find(match='^' + say('R_ules'), seconds=20))
    rule = desk.window.find(match='^' + say('A lease ends', 'rule'), role=('list item', 'button'), seconds=20)
    switch = desk.window.find(role=('switch', 'toggle button', 'check box'), inside=rule)
    desk.window.press(switch)
    def stored():
        with sqlite3.connect('file:%s?mode=ro' % desk.path, uri=True) as store:
            return store.execute("SELECT value FROM setting WHERE name = 'follow_up.lease_end'").fetchall()
    wait_for('the rule to be off', lambda: stored() == [('off',)], 20)


def test_handed_on_and_the_bell(session):
    desk = Desk(session)
    bell = desk.window.find(match='^%s' % say('Reminders'))
    wait_for('the bell to count', lambda: re.search(r'\d', fresh(bell).get_name() or ''), 20)
    desk.window.keys('h')
    word = desk.window.entry(say('Word with it', 'field'))
    desk.window.fill(word, '我这边走不开')
    desk.window.keys('ctrl+Return')
    desk.window.missing(ENTRIES, name=say('Word with it', 'field'), seconds=20)
    desk.window.says(say('Follow-up handed on', 'act'))


main(globals())
