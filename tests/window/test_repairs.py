# SPDX-License-Identifier: GPL-3.0-or-later
"""Repairs by keys alone: a repair's whole life, what each move asks, who may, counts that follow, several at once, undo,
the work order read back from its PDF, two Enters."""
import os

import gi

from desk_a11y import BUTTONS, ENTRIES, fresh, has_state
from desk_repairs import Repairs, make
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

gi.require_version('Poppler', '0.18')
from gi.repository import GLib, Poppler  # noqa: E402

PRINT = r'^(打印|_?Print)(\(|$| )'


def two(one, many):
    """The words for two of them."""
    words = say(one, n=2)
    return (many if words == one else words).replace('%1', '2')


def test_a_whole_life(session):
    repairs = Repairs(session)
    window = repairs.window
    fresh_before = repairs.count('Unassigned')
    number = make(repairs, '厨房水槽下面滴水')
    repairs.state(number, 1)
    wait_for('the count to follow', lambda: repairs.count('Unassigned') == fresh_before + 1, 20)
    window.keys('a')
    repairs.form(say('Assign', 'move'))
    window.keys('Return')
    repairs.state(number, 2)
    repairs.formless()
    wait_for('the count to follow', lambda: repairs.count('Unassigned') == fresh_before, 20)
    same(repairs.case(number, 'assignee_id') is not None, True, 'somebody has it')
    for key, state in (('y', 3), ('s', 4)):
        window.keys(key)
        repairs.state(number, state)
    window.keys('w')
    repairs.form(say('Wait', 'move'))
    window.keys('2', 'Return')
    repairs.state(number, 5)
    repairs.formless()
    same(repairs.case(number, 'wait_reason'), 2, 'the reason')
    window.keys('g')
    repairs.state(number, 4)
    window.keys('d')
    repairs.form(say('What was done', 'move asks'))
    window.keys('Return')                   # nothing was written: it stays, and says so
    window.find(ENTRIES, name=say('What was done', 'move asks'))
    same(repairs.case(number, 'state'), 4, 'nothing ends without its result')
    window.type('换了软管')
    window.keys('Return')
    repairs.state(number, 6)
    repairs.formless()
    window.keys('k')
    wait_for('the inspection', lambda: repairs.ask(
        'SELECT 1 FROM case_event e JOIN service_case c ON c.id = e.case_id WHERE c.number = ? AND e.move = 10', number), 20)
    window.says(say('Inspected and passed', 'moved'))
    window.keys('o')
    repairs.form(say('Reopen', 'move'))
    window.keys('Tab')
    window.type('又滴水了')
    window.keys('Return')
    repairs.state(number, 2)
    repairs.formless()
    same(repairs.case(number, 'reopened'), 1, 'counted')
    for key, state in (('y', 3), ('s', 4)):
        window.keys(key)
        repairs.state(number, state)
    window.keys('d')
    repairs.form(say('What was done', 'move asks'))
    window.type('换了整根管子')
    window.keys('Return')
    repairs.state(number, 6)
    repairs.formless()
    window.keys('l')
    repairs.state(number, 7)
    window.keys('a')                        # here the letter is the answer
    repairs.state(number, 8)
    same(repairs.case(number, 'answer'), 1, 'satisfied')


def test_undo_and_note(session):
    repairs = Repairs(session)
    window = repairs.window
    number = repairs.first('state = 2')
    repairs.go_to(number)
    window.keys('y')
    repairs.state(number, 3)
    window.keys('ctrl+z')
    repairs.state(number, 2)
    window.keys('i')
    window.wait_focus(role=ENTRIES, name=say('Note'))
    window.type('说好下午去')
    window.keys('Return')
    wait_for('the note', lambda: repairs.ask("SELECT 1 FROM case_event WHERE text = '说好下午去'"), 20)
    window.says('说好下午去')
    window.keys('Escape')
    wait_for('the row', repairs.on_a_row)
    hurried = repairs.case(number, 'hurried')
    window.keys('u')
    repairs.form(say('What was said', 'note asks'))
    window.keys('Return')
    wait_for('the hurry-up', lambda: repairs.case(number, 'hurried') == hurried + 1, 20)


def test_refused_says_why(session):
    """At the front desk: a state that does not allow it, and a move that is others' to make."""
    repairs = Repairs(session, sign_in=True)
    window = repairs.window
    number = repairs.first('state = 2')
    repairs.go_to(number)
    window.keys('g')
    window.says(say('Not from “%1”.').replace('%1', repairs.word(2)))
    window.keys('y')
    window.says(say('Only whoever has it, or %1, may do this.').split('%1')[0] + '.*' + say('Housekeeper', 'staff role'))
    same(repairs.case(number, 'state'), 2, 'nothing happened')


def test_several_at_once(session):
    repairs = Repairs(session)
    window = repairs.window
    first = repairs.first('state = 2')
    repairs.go_to(first)
    second = repairs.numbers()[repairs.numbers().index(first) + 1]
    same(repairs.case(second, 'state'), 2, 'the second')
    before = {n: repairs.case(n, 'assignee_id') for n in (first, second)}
    window.keys('space', 'space')
    window.says(two('%1 marked', '%1 marked'))
    window.keys('a')
    repairs.form(two('Assign %1 Case', 'Assign %1 Cases'))
    window.keys('3', 'Return')
    wait_for('both with another', lambda: len({repairs.case(n, 'assignee_id') for n in before}) == 1
             and all(repairs.case(n, 'version') > 0 for n in before)
             and any(repairs.case(n, 'assignee_id') != before[n] for n in before), 20)
    repairs.formless()
    window.says(two('%1 case assigned', '%1 cases assigned'))
    window.keys('ctrl+z')
    wait_for('as it was', lambda: {n: repairs.case(n, 'assignee_id') for n in before} == before, 20)


def test_two_enters_make_one(session):
    repairs = Repairs(session)
    window = repairs.window
    window.keys('n')
    repairs.form(say('New Repair'))
    window.wait_focus(role=ENTRIES)
    window.type('3-2-1502')
    window.find('list item', match='3-2-1502')
    window.keys('Return', 'Tab')
    window.type('只有一件')
    window.keys('ctrl+Return', 'ctrl+Return')
    wait_for('it', lambda: repairs.ask("SELECT 1 FROM service_case WHERE title = '只有一件'"), 20)
    repairs.formless()
    same(len(repairs.ask("SELECT 1 FROM service_case WHERE title = '只有一件'")), 1, 'cases')


def test_number_found(session):
    repairs = Repairs(session)
    window = repairs.window
    number = repairs.numbers()[3]
    window.keys('alt+1', 'ctrl+k')
    window.wait_focus(role=ENTRIES)
    window.type(number.lower().replace('-', ''))
    window.says(number)
    window.keys('Return')
    wait_for('its page', lambda: window.find_all('label', name=number), 20)


def test_work_orders(session):
    path = session.path('config', 'gtk-4.0', 'settings.ini')
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write('[Settings]\ngtk-print-backends=file\n')
    repairs = Repairs(session)
    window = repairs.window
    first, second = repairs.numbers()[:2]
    wait_for('the first page', lambda: window.find_all('label', name=repairs.chosen()), 20)
    repairs.go_to(first)
    window.keys('space', 'space')
    window.says(two('%1 marked', '%1 marked'))
    wait_for('the page of the third', lambda: window.find_all('label', name=repairs.chosen()), 20)
    window.keys('p')
    wait_for('the dialog', lambda: len(window.xid()) > 1, 30)
    button = window.find(BUTTONS, match=PRINT)
    window.settle()
    for _ in range(12):
        window.keys('Down', 'space')
        window.settle()
        if has_state(fresh(button), 'sensitive'):
            break
        window.keys('Tab')
    window.press(button)
    folder = session.path('home')
    wait_for('the printed file', lambda: [n for n in os.listdir(folder) if n.endswith('.pdf')], 60)

    def read():
        name = os.path.join(folder, [n for n in os.listdir(folder) if n.endswith('.pdf')][0])
        try:
            document = Poppler.Document.new_from_file('file://' + name.replace(' ', '%20'), None)
        except GLib.Error:
            return None             # not whole yet
        return [document.get_page(i).get_text() for i in range(document.get_n_pages())]
    pages = wait_for('the whole file', read, 30)
    same(len(pages), 2, 'a page each')
    for number, page in zip((first, second), pages):
        for words in (number, say('Work Order', 'order', language='zh_CN'), repairs.case(number, 'title')):
            same(words in page, True, '%s in %s' % (words, page))
    wait_for('the trail of it', lambda: repairs.ask("SELECT 1 FROM act WHERE use_case = 'note_print'"), 20)


main(globals())
