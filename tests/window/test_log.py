# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk log by keys: an entry from one line, its tokens corrected, what becomes of it, memos, handing on, drafts."""
import json
import sqlite3

from desk_a11y import BUTTONS, ENTRIES, Window, fresh, has_state, text_of
from desk_session import Failure, wait_for
from desk_test import main, same
from desk_words import say

UNIT = '3-2-1501'
WANG_PIN, ADMIN_PIN = '170523', '608135'        # as the sign-in page of the demonstration shows them


class Desk:
    def __init__(self, session, sign_in=False):
        self.session, self.path = session, session.demo(sign_in=sign_in)
        self.before = self.count('SELECT max(id) FROM visit')   # the demonstration has a log of its own
        self.start(sign_in)

    def start(self, sign_in=False):
        self.app = self.session.start('--store', self.path)
        self.window = Window(self.app)
        if not sign_in:
            self.go()

    def go(self):
        self.window.pane('Desk Log')
        self.window.entry(say('One line of the log'), seconds=30)

    def cut_off(self):
        self.app.kill()
        self.session.apps.remove(self.app)

    def visits(self, text):
        """What the store has, read beside the window; the command line says so by its exit status when that is nothing."""
        try:
            lines = self.session.ctl('--store', self.path, '--format', 'json', 'list', 'visits', '--text', text)
        except Failure as nothing:
            if ': 1\n' not in str(nothing):
                raise
            return []
        found = [json.loads(line) for line in lines.split('\n') if line.strip()]
        return [entry for entry in found if entry['id'] > self.before]

    def one(self, text, **wanted):
        """The only entry with these words, as soon as it is as wanted."""
        def there():
            found = self.visits(text)
            return found and len(found) == 1 and all(found[0][k] == v for k, v in wanted.items()) and found[0]
        return wait_for('one entry %s %s' % (text, wanted), there, 30)

    def count(self, sql):
        """A number out of the store, read beside the window."""
        with sqlite3.connect('file:%s?mode=ro' % self.path, uri=True) as store:
            return store.execute(sql).fetchone()[0]

    def line(self):
        entry = self.window.entry(say('Quick Entry'), seconds=30)
        wait_for('the focus on the line', lambda: has_state(fresh(entry), 'focused'), 20)
        return entry

    def open(self, words):
        self.window.keys('ctrl+shift+v')
        self.line()
        self.window.type(words)

    def token(self, words):
        return self.window.find(BUTTONS, match='%s' % words, seconds=20)

    def closed(self):
        self.window.missing(ENTRIES, name=say('Quick Entry'), seconds=20)

    def save(self):
        self.window.keys('ctrl+Return')
        self.closed()

    def log(self, words, about):
        """An entry of today, with its row chosen and the keyboard on it."""
        self.open(words)
        self.save()
        self.row(about)

    def row(self, about):
        self.window.find('table row', match=about, seconds=30)
        wait_for('the focus on the row', lambda: self.window.focused() is not None
                 and about in (self.window.focused().get_name() or ''), 20)

    def button(self, name, context=None):
        return self.window.button(say(name, context), seconds=20)


def test_a_repair_from_the_line(session):
    desk = Desk(session)
    line = desk.window.entry(say('One line of the log'))
    wait_for('the focus on the line of an empty day', lambda: has_state(fresh(line), 'focused'), 20)
    desk.window.type(UNIT + ' 厨房漏水 急')
    desk.window.keys('Return')
    desk.token(UNIT)
    desk.token(say('Urgent', 'urgency'))
    desk.button('Open Repair')
    same(desk.visits('厨房漏水 急'), [], 'nothing is saved before it is said')
    same(desk.window.unnamed(), [], 'controls without a name in the sheet')
    desk.save()
    entry = desk.one('厨房漏水', unit=UNIT, visit_kind='repair')
    same(entry['became'].startswith('R'), True, entry)
    desk.row('厨房漏水')
    desk.window.says(entry['became'])
    desk.window.keys('ctrl+z')
    wait_for('nothing of it', lambda: desk.visits('厨房漏水') == [], 20)


def test_tokens_are_corrected(session):
    desk = Desk(session)
    desk.open(UNIT + ' 想装修')
    desk.token(UNIT)
    desk.window.keys('alt+3')
    wait_for('the focus on a choice', lambda: desk.window.focused() is not None and desk.window.focused().get_name() == say('Walk-in', 'channel'))
    desk.window.keys('Right', 'space')
    desk.token('%s: %s' % (say('How', 'token'), say('Phone', 'channel')))
    desk.window.keys('alt+4', 'space')
    desk.window.says(say('Suggestion', 'visit'))
    desk.window.keys('Down', 'Return')
    desk.token('%s: %s' % (say('Kind', 'token'), say('Enquiry', 'visit')))
    desk.window.keys('alt+2')
    desk.window.keys('Right', 'space')
    desk.window.keys('Return')
    desk.line()
    desk.save()
    entry = desk.one('想装修', channel='phone', visit_kind='enquiry', unit=UNIT)
    same(entry['caller'] not in ('', '张淑芬'), True, entry)


def test_an_unknown_caller_is_kept(session):
    desk = Desk(session)
    desk.open('13912345678 咨询 找陈老师')
    desk.token('13912345678')
    desk.window.keys('alt+2')
    desk.window.type('李先生')
    desk.token('李先生')
    desk.save()
    entry = desk.one('找陈老师', caller='李先生', channel='phone', unit='')
    desk.row('找陈老师')
    desk.window.says(say('Not in the register'))
    same(entry['visit_state'], 'open')


def test_one_key_makes_something_of_it(session):
    desk = Desk(session)
    desk.log(UNIT + ' 车位续租', '车位续租')
    desk.window.keys('r')
    desk.line()
    desk.button('Open Repair')
    desk.save()
    number = wait_for('its number', lambda: desk.one('车位续租')['became'], 20)
    same(number.startswith('R'), True, number)
    desk.window.says(number)
    desk.row('车位续租')
    desk.window.keys('f')
    desk.button('Keep It')
    desk.window.keys('ctrl+Return')
    desk.window.missing(BUTTONS, name=say('Keep It'), seconds=20)
    wait_for('a follow-up of the entry', lambda: desk.count(
        'SELECT count(*) FROM follow_up WHERE about_kind = 24 AND about_id > %d' % desk.before) == 1, 20)
    same(desk.one('车位续租')['became'], number, 'what it became first stays')


def test_life_of_a_memo(session):
    desk = Desk(session)
    desk.log('13912345679 请张师傅回电', '张师傅回电')
    desk.window.keys('m')
    desk.button('Leave Message')
    desk.window.keys('ctrl+Return')
    desk.button('Delivered')
    desk.row('张师傅回电')
    desk.window.keys('d')
    desk.window.missing(BUTTONS, name=say('Delivered'), seconds=20)
    desk.window.keys('a')
    answer = desk.window.entry(say('Answer', 'case field'))
    wait_for('the focus on the answer', lambda: has_state(fresh(answer), 'focused'))
    desk.window.type('下午两点回了')
    desk.window.keys('ctrl+Return')
    desk.window.missing(BUTTONS, name=say('Answered…'), seconds=20)
    desk.window.says('下午两点回了')


def test_nothing_closes_without_its_summary(session):
    desk = Desk(session)
    desk.log(UNIT + ' 问几点来水', '几点来水')
    desk.window.keys('Return')
    summary = desk.window.entry(say('Summary', 'case field'))
    wait_for('the focus on the summary', lambda: has_state(fresh(summary), 'focused'))
    desk.window.keys('ctrl+Return')
    desk.one('几点来水', visit_state='open')
    desk.window.type('答 17:00')
    desk.window.keys('ctrl+Return')
    desk.one('几点来水', visit_state='closed', summary='答 17:00')


def test_two_enters_make_one(session):
    desk = Desk(session)
    desk.open(UNIT + ' 门铃响两遍')
    desk.window.keys('ctrl+Return', 'ctrl+Return')
    desk.closed()
    desk.one('门铃响两遍')


def test_a_kill_brings_the_words_back(session):
    desk = Desk(session)
    desk.open(UNIT + ' 写到一半')
    desk.token(UNIT)

    def kept():
        try:
            with sqlite3.connect('file:%s.drafts?mode=ro' % desk.path, uri=True) as store:
                return any('写到一半' in words for words, in store.execute('SELECT words FROM draft'))
        except sqlite3.OperationalError:
            return False
    wait_for('the draft', kept, 30)
    desk.cut_off()
    desk.start()
    desk.window.click(desk.window.button(say('Go On'), seconds=30),
                      lambda: desk.window.find_all(ENTRIES, name=say('Quick Entry')))
    line = desk.line()
    wait_for('the words', lambda: text_of(fresh(line)) == UNIT + ' 写到一半', 20)
    desk.token(UNIT)
    desk.save()
    desk.one('写到一半')


def sign_in(window, digit, pin):
    window.says(say('Who Is at the Desk?'))
    window.keys(digit)
    window.says(say('Six digits, no Enter'))
    window.type(pin)
    window.find(('list',), say('Panes'), seconds=30)


def test_handed_on_and_returned(session):
    desk = Desk(session, sign_in=True)
    sign_in(desk.window, '2', WANG_PIN)
    desk.go()
    desk.log(UNIT + ' 车位续租', '车位续租')
    desk.window.keys('t')
    desk.button('Hand On')
    desk.window.keys('ctrl+Return')
    desk.window.missing(BUTTONS, name=say('Hand On'), seconds=20)
    desk.one('车位续租', visit_state='offered')
    desk.window.keys('ctrl+alt+l')
    sign_in(desk.window, '1', ADMIN_PIN)
    desk.go()
    desk.row('车位续租')
    desk.button('Accept')
    desk.window.keys('n')
    reason = desk.window.entry(say('Why handed on', 'case field'))
    wait_for('the focus on the reason', lambda: has_state(fresh(reason), 'focused'))
    desk.window.type('不归我管')
    desk.window.keys('ctrl+Return')
    desk.one('车位续租', visit_state='returned', first_contact='王丽')
    desk.window.says('不归我管')


if __name__ == '__main__':
    main(globals())
