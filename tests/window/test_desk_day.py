# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole jobs at the desk by keys: cases and entries found by what they say; a housekeeper's morning; what belongs together, and
the same fault once more."""
import os
import re
import subprocess

from desk_a11y import BUTTONS, ENTRIES, extents
from desk_repairs import Repairs, make
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

HOUSEKEEPER, HOUSEKEEPER_PIN = 'lq', '824519'   # of buildings 5 and 6


def shoot(window, name):
    """A picture where somebody wants to look: DESK_PICTURES is what its name begins with."""
    if os.environ.get('DESK_PICTURES'):
        window.settle(1.0)
        window.screenshot('%s-%s.png' % (os.environ['DESK_PICTURES'], name))


def search(window, words, hit):
    """Ctrl+K, the words, and the row that fits."""
    window.keys('ctrl+k')
    entry = window.wait_focus(role=ENTRIES, name=say('Search'))
    window.fill(entry, words)
    return window.find('list item', match=hit)


def picture(session, name):
    """A small picture as a phone would leave it."""
    path = session.path(name)
    subprocess.run(['convert', '-size', '320x240', 'gradient:gray-white', path], check=True)
    return path


def files(repairs, number):
    return [n for (n,) in repairs.ask('SELECT a.name FROM attachment a JOIN service_case c ON a.of_kind = 26 AND a.of_id = c.id '
                                      'WHERE c.number = ? ORDER BY a.id', number)]


def paste_picture(window, path):
    subprocess.run(['xclip', '-selection', 'clipboard', '-t', 'image/png', '-i', path], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    window.keys('ctrl+v')


def showing(window, words):
    return any(extents(n)[2] > 0 for n in window.find_all('label', name=words))


def test_found_by_what_is_said(session):
    repairs = Repairs(session)
    window = repairs.window
    number, title = repairs.ask('SELECT number, title FROM service_case WHERE kind = 1 AND live = 1 AND length(title) > 5 '
                                'ORDER BY id DESC LIMIT 1')[0]
    search(window, title[1:5], number + '.*' + say('Text', 'why'))
    shoot(window, 'search')
    window.keys('Return')
    wait_for('the case', lambda: window.find_all('label', name=number), 20)
    about, = repairs.ask('SELECT about FROM visit WHERE length(about) > 5 AND about NOT IN (SELECT title FROM service_case) '
                         'ORDER BY id DESC LIMIT 1')[0]
    search(window, about[:5], about[:5])
    window.keys('Return')
    window.says(about, seconds=20)
    wait_for('the log', lambda: any(extents(n)[2] > 0 for n in window.find_all('label', name=about)), 20)


def test_a_housekeepers_morning(session):
    repairs = Repairs(session, sign_in=(HOUSEKEEPER, HOUSEKEEPER_PIN), pane='today')
    window = repairs.window
    shoot(window, 'today')
    window.pane('Repairs')
    wait_for('the rows', repairs.rows, 60)
    wait_for('the focus on a row', repairs.on_a_row, 30)
    shoot(window, 'floors')
    own = {n for (n,) in repairs.ask("SELECT c.number FROM service_case c JOIN building b ON b.id = c.building_id WHERE b.code IN ('5', '6') "
                                     'AND c.live = 1 AND c.state < 6')}
    listed = [n for n in repairs.numbers() if repairs.case(n, 'state') < 6]
    same(set(listed[:len([n for n in listed if n in own])]) <= own and listed[0] in own, True, 'own floors first')
    number = next(n for n in listed if n in own and repairs.case(n, 'state') == 2)
    repairs.go_to(number)
    window.keys('t')
    repairs.state(number, 3)
    window.keys('v')
    repairs.form(say('Appointment', 'course'))
    window.wait_focus(role=ENTRIES)
    window.type('16:00')
    shoot(window, 'appointment')
    window.keys('ctrl+Return')
    wait_for('the appointment', lambda: (repairs.case(number, 'appointment_from') or 0) > 0, 20)
    repairs.formless()
    paste_picture(window, picture(session, 'leak.png'))
    wait_for('the picture', lambda: len(files(repairs, number)) == 1, 30)
    shoot(window, 'attached')
    window.keys('s')
    repairs.state(number, 4)
    window.keys('d')
    repairs.form(say('What was done', 'move asks'))
    window.type('换了角阀')
    window.keys('Return')
    repairs.state(number, 6)
    repairs.formless()


def test_what_belongs_together(session):
    repairs = Repairs(session)
    window = repairs.window
    first = make(repairs, '阳台地漏返水')
    window.choose_file(lambda: window.press(window.find(BUTTONS, match=r'^' + re.escape(say('Add File…')))), picture(session, 'drain.png'))
    wait_for('the picked file', lambda: files(repairs, first) == ['drain.jpg'], 30)
    second = make(repairs, '阳台窗户关不严')
    window.keys('j')
    repairs.form(say('With case', 'link asks'))
    window.wait_focus(role=ENTRIES)
    window.type(first)
    window.keys('ctrl+Return')              # a whole number needs no picking, found already or not
    wait_for('the link', lambda: repairs.ask('SELECT 1 FROM record_link l JOIN service_case a ON l.from_kind = 26 AND a.id = l.from_id '
                                             'JOIN service_case b ON l.to_kind = 26 AND b.id = l.to_id WHERE a.number IN (?, ?) AND b.number IN (?, ?)',
                                             first, second, first, second), 20)
    repairs.formless()
    window.says(first, seconds=20)
    shoot(window, 'linked')
    window.keys('0')
    window.says(say('It did not come from the log.'))
    below = repairs.numbers()[repairs.numbers().index(second) + 1:]
    entered = next(n for n in below if repairs.case(n, 'visit_id') is not None)
    about, = repairs.ask('SELECT v.about FROM visit v JOIN service_case c ON c.visit_id = v.id WHERE c.number = ?', entered)[0]
    repairs.go_to(entered)
    window.keys('0')
    wait_for('the log in front of the case', lambda: showing(window, about) and not showing(window, say('Parts and Labour')), 20)
    shoot(window, 'entry')


def test_the_same_fault_again(session):
    repairs = Repairs(session)
    window = repairs.window
    first = make(repairs, '阳台地漏返水')
    again = make(repairs, '阳台地漏返水')
    shoot(window, 'again')
    window.keys('o')
    window.settle(1.0)
    shoot(window, 'again-form')
    window.keys('ctrl+Return')
    shoot(window, 'again-after')
    wait_for('the end of the second', lambda: repairs.case(again, 'state') == 9, 20)
    same(repairs.case(first, 'hurried'), 1, 'the first is hurried')


main(globals())
