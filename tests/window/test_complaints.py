# SPDX-License-Identifier: GPL-3.0-or-later
"""Complaints by keys alone: from the call to the written answer, drafted from a phrase, the callback that is C, once more, and closed; several
about the same that become one; a repair that becomes a complaint."""
import contextlib
import re
import sqlite3

from desk_a11y import BUTTONS, ENTRIES, Window, text_of
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

NUMBER = re.compile(r'[CR]20\d{4}-\d{4}')
SIGNED = 'SELECT stage FROM complaint_stage t JOIN service_case c ON c.id = t.case_id WHERE c.number = ? AND signed_at > 0'

LETTER = 'SELECT letter FROM complaint k JOIN service_case c ON c.id = k.case_id WHERE c.number = ?'


class Complaints:
    """The window on the demonstration, complaints in front; the store is looked at beside the window."""

    def __init__(self, session, pane='complaints', before=()):
        self.path = session.demo()
        for line in before:
            session.ctl('--store', self.path, 'log', 'add', line)
        session.setting('last-pane', "'%s'" % pane)
        self.window = Window(session.start('--store', self.path))
        wait_for('the focus on a row', self.on_a_row, 60)

    def ask(self, sql, *values):
        with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % self.path, uri=True)) as db:
            return db.execute(sql, values).fetchall()

    def on_a_row(self):
        node = self.window.focused()
        return node if node is not None and node.get_role_name() == 'table row' else None

    def chosen(self):
        node = self.on_a_row()
        found = NUMBER.search(node.get_name()) if node is not None else None
        return found.group() if found else None

    def state(self, number, state):
        wait_for('%s in state %d' % (number, state),
                 lambda: self.ask('SELECT state FROM service_case WHERE number = ?', number) == [(state,)], 30)
        words = ('New', 'Assigned', 'Accepted', 'Working', 'Waiting', 'Done', 'Callback', 'Closed', 'Cancelled')
        wait_for('the page in that state', lambda: self.window.find_all('label', name=say(words[state - 1], 'case state')), 30)

    def formless(self):
        wait_for('the end of the form', lambda: not self.window.find_all(BUTTONS, name=say('Close Form')), 30)
        wait_for('the focus on a row', self.on_a_row, 30)

    def sign(self, number, stage, name, words):
        """T, what was done, Ctrl+Enter; the stage stands signed."""
        signed = self.ask(SIGNED, number).count((stage,))
        self.window.keys('t')
        self.window.says(say('Sign %1', 'deed').replace('%1', say(name, 'stage')) + ' · ')
        self.window.type(words)
        self.window.keys('ctrl+Return')
        wait_for('the signature', lambda: self.ask(SIGNED, number).count((stage,)) == signed + 1, 30)
        self.formless()

    def draft_answer(self, number):
        """The written answer from a phrase: found by initials, what it does not know is asked, put in as one step of undo."""
        window = self.window
        window.keys('t')
        window.says(say('Sign %1', 'deed').replace('%1', say('Written answer', 'stage')) + ' · ')
        answer = window.wait_focus(role='text', name=say('The answer', 'stage asks'))
        window.type('附件两页。')
        window.keys('Home', 'ctrl+semicolon')
        window.wait_focus(role=ENTRIES, name=say('Find a Phrase'))
        window.type('sszq')
        window.find('list item', match='属实致歉')
        window.keys('Return')
        window.wait_focus(role=ENTRIES, name='姓名')
        for words in ('张女士', '装修公司未按时停工', '令其停工整改', '每日巡查两次'):
            window.type(words)
            window.keys('Return')
        window.wait_focus(role='text', name=say('The answer', 'stage asks'))
        wait_for('the answer', lambda: '每日巡查两次' in text_of(answer) and number in text_of(answer))
        same(text_of(answer).endswith('附件两页。'), True, 'put in at the cursor')
        window.keys('ctrl+z')
        wait_for('one step back', lambda: text_of(answer) == '附件两页。')
        window.keys('ctrl+shift+z')
        wait_for('and forth', lambda: '每日巡查两次' in text_of(answer))
        window.keys('ctrl+Return')
        wait_for('the letter', lambda: '令其停工整改' in self.ask(LETTER, number)[0][0], 30)
        same('{' in self.ask(LETTER, number)[0][0], False, 'nothing left open')
        self.formless()

    def new(self):
        """The number of the latest complaint."""
        return self.ask('SELECT number FROM service_case WHERE kind = 2 ORDER BY id DESC LIMIT 1')[0][0]


def test_a_whole_life(session):
    complaints = Complaints(session)
    window, last = complaints.window, complaints.new()
    window.keys('n')
    window.says(say('New Complaint'))
    window.wait_focus(role=ENTRIES)
    window.type('3-2-1501')
    window.find('list item', match='3-2-1501')
    window.keys('Return', 'Tab')
    window.type('楼上装修电钻吵')
    window.says(say('First answer by %1, done by %2').split('%1')[0])
    window.keys('ctrl+Return')
    wait_for('the new complaint', lambda: complaints.new() != last, 30)
    number = complaints.new()
    complaints.formless()
    wait_for('its row', lambda: complaints.chosen() == number, 30)
    complaints.state(number, 1)
    window.keys('e')
    window.says(say('The supervisor is told at once.'))
    window.wait_focus(role=ENTRIES)
    window.type('第三次来电')
    window.keys('Return')
    wait_for('the severity', lambda: complaints.ask('SELECT severity FROM service_case WHERE number = ?', number) == [(2,)], 30)
    complaints.formless()
    window.find('label', name=say('Serious', 'severity'))
    complaints.sign(number, 1, 'Contact', '先听业主说完')
    complaints.sign(number, 2, 'Progress told', '已约装修公司')
    complaints.sign(number, 6, 'Solved', '午休不再施工')
    complaints.state(number, 6)
    complaints.draft_answer(number)
    window.keys('l')
    complaints.state(number, 7)
    window.keys('c')                        # here the letter is the answer
    complaints.state(number, 2)
    complaints.sign(number, 6, 'Solved', '物业派人值守')
    window.keys('l')
    complaints.state(number, 7)
    window.keys('a')                        # the answer in writing is still owed: so long it is not closed
    complaints.state(number, 6)
    window.keys('t')
    window.says(say('Sign %1', 'deed').replace('%1', say('Written answer', 'stage')) + ' · ')
    window.keys('ctrl+Return')              # it begins with what was kept
    wait_for('the end', lambda: complaints.ask('SELECT state FROM service_case WHERE number = ?', number) == [(8,)], 30)
    # Closed, the complaint leaves the list: the keyboard goes on with the next one.
    following = wait_for('the next row', lambda: complaints.chosen() not in (None, number) and complaints.chosen(), 30)
    window.find('label', name=following)
    same(complaints.ask('SELECT answer, reopened FROM service_case WHERE number = ?', number), [(1, 1)], 'answer and rounds')


def test_a_group_becomes_one(session):
    complaints = Complaints(session, before=['3-2-150%d 投诉 电动车停在楼道' % i for i in (1, 2, 1)])
    window = complaints.window
    marked = say('%1 marked', n=2).replace('%1', '3')
    window.click(window.find(BUTTONS, match=say('Mark These %1', 'group complaint').replace('%1', '3')),
                 lambda: window.find_all('label', match=re.escape(marked)))
    wait_for('the focus on a row', complaints.on_a_row, 30)
    number = complaints.chosen()
    window.find('label', name=number)
    window.keys('m')
    window.says(say('%1 stays; the others are closed as joined to it.').replace('%1', number))
    window.keys('ctrl+Return')
    wait_for('one', lambda: complaints.ask('SELECT count(*) FROM service_case WHERE merged_into IS NOT NULL') == [(2,)], 30)
    complaints.formless()
    wait_for('the end of the notice', lambda: not window.find_all(BUTTONS, match=say('Mark These %1', 'group complaint').split('%1')[0]), 30)


def test_out_of_a_repair(session):
    complaints = Complaints(session, pane='repairs')
    window, last = complaints.window, complaints.new()
    repair = complaints.chosen()
    window.find('label', name=repair)
    window.keys('b')
    window.says(say('New Complaint'))
    window.keys('ctrl+Return')
    wait_for('the complaint', lambda: complaints.new() != last, 30)
    number = complaints.new()
    window.find('label', name=number)       # in its own pane
    window.click(window.find(BUTTONS, match=repair), lambda: window.find_all('label', name=repair))
    same(complaints.ask('SELECT count(*) FROM record_link l JOIN service_case a ON a.id = l.from_id JOIN service_case b '
                        'ON b.id = l.to_id WHERE a.number = ? AND b.number = ?', repair, number), [(1,)], 'the link')


main(globals())
