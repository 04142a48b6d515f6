# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet comes in by keys alone: read as it is, rows mended where they stand, taken, brought again, taken back. And a list
goes out as it is shown."""
import csv
import datetime
import json
import os
import subprocess

from desk_a11y import BUTTONS, ENTRIES, Window, fresh
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

# As an office has it: a title, a second line, a column nobody asked for, and three rows that cannot be taken.
SHEET = """翠湖花园业主台账,,,,
2026 年 11 月,,,,
房号,业主姓名,联系电话,建筑面积(㎡),序号
3-2-1501,张淑芬,13812345678,118.47,1
3-2-1502,周国栋,13912342210,118.47,2
3-2-16O2,徐丽娟,13712344410,89.20,3
3-2-1701,孙志刚,1390000,118.47,4
3-2-1702,马晓东,13612347781,89.2.0,5
3-2-1801,朱琳,13512340092,118.47,6
3-2-1801,朱 琳,13512340092,118.47,7
"""


class Desk:
    """The window on a community without units."""

    def __init__(self, session):
        self.session, self.path = session, session.path('house.frontdesk')
        session.ctl('--store', self.path, 'init', '--community', '翠湖花园')
        self.sheet = session.path('owners.csv')
        with open(self.sheet, 'wb') as stream:
            stream.write(SHEET.encode('gb18030'))
        session.setting('last-pane', "'residents'")
        session.setting('last-pane', "'residents'")
        self.window = Window(session.start('--store', self.path))
        self.window.wait_focus(role=BUTTONS, name=say('New Unit…'))

    def units(self):
        done = subprocess.run([self.session.program('frontdeskctl'), '--store', self.path, '--format', 'json', 'list', 'units'],
                              env=self.session.full_env(), capture_output=True, text=True, check=False)
        same(done.returncode in (0, 1), True, 'the list is read; 1: it is empty')
        return sorted(json.loads(line)['label'] for line in done.stdout.split('\n') if line.strip())

    def row(self, number):
        return self.window.find('table row', match='^%d ' % number)

    def open_sheet(self):
        self.window.keys('ctrl+i')
        self.window.wait_focus(role=BUTTONS, name=say('Choose a File…'))
        self.window.choose_file(lambda: self.window.keys('Return'), self.sheet)
        self.row(4)


def chip(window, name, context='fate'):
    return window.find(('toggle button', 'radio button', 'push button', 'button'), match='^%s \\d+$' % say(name, context))


def test_brought_in_mended_and_taken_back(session):
    desk = Desk(session)
    window = desk.window
    desk.open_sheet()
    same([n.get_name() for n in window.find_all(match='138\\*{4}5678.*13812345678')], [], 'no whole number is shown')
    window.says('^GB18030$')
    chip(window, 'Rejected')
    window.find(match='^%s 3$' % say('Rejected', 'fate'))
    window.find(match='^%s 1$' % say('Undecided', 'fate'))
    window.keys('ctrl+Return')
    window.button(say('Mend the Rest'), seconds=20)
    same(desk.units(), ['3-2-1501', '3-2-1502', '3-2-1801'])

    window.keys('Return')
    wait_for('what is there already', lambda: window.find_all(match='^%s 3$' % say('Unchanged', 'fate')), 20)
    window.press(chip(window, 'Rejected'))
    window.missing('table row', match='^4 ')
    window.wait_focus(role='table row')
    window.keys('Home', 'm')
    window.missing('table row', match='^6 ', seconds=20)
    window.wait_focus(role='table row')
    window.keys('Home', 'Return')
    window.wait_focus(role=ENTRIES, name='联系电话')
    window.keys('ctrl+a')
    window.type('13900001111')
    window.keys('Return')
    window.missing('table row', match='^7 ', seconds=20)
    window.find(match='^%s 1$' % say('Rejected', 'fate'))
    window.keys('ctrl+Return')
    wait_for('the mended rows', lambda: desk.units() == ['3-2-1501', '3-2-1502', '3-2-1602', '3-2-1701', '3-2-1801'], 20)

    window.button(say('Another Sheet…'))
    window.keys('ctrl+z')
    window.says('^%s$' % say('The import was taken back'))
    wait_for('the first import alone', lambda: desk.units() == ['3-2-1501', '3-2-1502', '3-2-1801'])
    window.keys('ctrl+z')
    wait_for('nothing', lambda: desk.units() == [], 20)


def test_rejected_rows_are_given_back(session):
    desk = Desk(session)
    window = desk.window
    desk.open_sheet()
    out = session.path('back.csv')
    button = window.button(say('Save Rejected Rows…'))
    window.choose_file(lambda: window.press(button), out, save=True, said=os.path.basename(out))
    wait_for('the sheet of rejected rows', lambda: os.path.exists(out))
    with open(out, encoding='utf-8-sig') as stream:
        lines = stream.read().splitlines()
    same(lines[0], '房号,业主姓名,联系电话,建筑面积(㎡),序号,' + say('Why not taken', 'sheet column'))
    same([line.split(',')[0] for line in lines[1:]], ['3-2-16O2', '3-2-1701', '3-2-1702', '3-2-1801'])


def test_another_encoding_and_a_doubt(session):
    desk = Desk(session)
    window = desk.window
    desk.open_sheet()
    window.keys('F6', 'F6')
    window.settle()
    window.keys('F6')
    window.wait_focus(role='table row')
    window.keys('End', 'y')
    wait_for('the doubtful row', lambda: say('Taken') in desk.row(10).get_name() or
             say('Taken', 'fate') in desk.row(10).get_name())
    window.keys('n')
    wait_for('it left out again', lambda: say('Undecided', 'fate') in desk.row(10).get_name())
    window.keys('Escape')
    window.wait_focus(role=BUTTONS, name=say('New Unit…'))
    same(desk.units(), [], 'nothing was written')
    window.keys('ctrl+i')
    window.wait_focus(role='table row')
    same(window.unnamed(), [], 'everything that takes the keyboard has a name')


def test_a_file_that_is_no_sheet(session):
    desk = Desk(session)
    window = desk.window
    desk.sheet = session.path('empty.csv')
    with open(desk.sheet, 'wb'):
        pass
    window.keys('ctrl+i')
    window.wait_focus(role=BUTTONS, name=say('Choose a File…'))
    window.choose_file(lambda: window.keys('Return'), desk.sheet)
    window.says('empty.csv')
    window.button(say('Another File…'))
    window.keys('Escape')
    window.wait_focus(role=BUTTONS, name=say('New Unit…'))


def test_first_start_with_a_sheet(session):
    path, sheet = session.path('first.frontdesk'), session.path('owners.csv')
    with open(sheet, 'wb') as stream:
        stream.write(SHEET.encode('gb18030'))
    session.setting('last-pane', "'residents'")
    window = Window(session.start('--store', path))
    window.button(say('Import a Sheet'))
    window.wait_focus()
    window.keys('1')
    window.entry(say('_Community'))
    window.wait_focus(role=('text', 'entry'))
    window.type('翠湖花园')
    window.choose_file(lambda: window.keys('ctrl+Return'), sheet)
    window.find('table row', match='^4 ')
    window.keys('ctrl+Return')
    window.button(say('Undo the Import'), seconds=20)


def test_a_list_goes_out_as_it_is_shown(session):
    path = session.demo()
    session.setting('last-pane', "'residents'")
    window = Window(session.start('--store', path))
    window.find('table row', match=r'^\d+-')
    window.keys('ctrl+f')
    window.wait_focus(role=ENTRIES, name=say('Filter'))
    window.type('3-2-1501')
    wait_for('one row', lambda: [n for n in window.find_all('table row', match=r'^\d+-')] and all(
        n.get_name().startswith('3-2-1501') for n in window.find_all('table row', match=r'^\d+-')), 30)
    out = session.path('list.csv')
    window.choose_file(lambda: window.keys('ctrl+e'), out, save=True, said='list.csv')
    wait_for('the sheet', lambda: os.path.exists(out))
    with open(out, encoding='utf-8-sig') as stream:
        lines = stream.read().splitlines()
    same([line.split(',')[0] for line in lines[1:]], ['3-2-1501'])
    wait_for('a row in the trail', lambda: '"note_export"' in session.ctl('--store', path, '--format', 'json', 'trail', '--since',
                                                                         datetime.date.today().isoformat()))


def test_today_goes_out_as_it_is_shown(session):
    path = session.demo()
    session.setting('last-pane', "'today'")
    window = Window(session.start('--store', path))
    window.says('^%s$' % say('Overdue', 'due'), seconds=30)
    out = session.path('today.csv')
    window.choose_file(lambda: window.keys('ctrl+e'), out, save=True)
    wait_for('the sheet', lambda: os.path.exists(out))
    with open(out, encoding='utf-8-sig') as stream:
        rows = list(csv.reader(stream))
    shown = [json.loads(line) for line in session.ctl('--store', path, '--format', 'json', 'list', 'follow_ups').split('\n') if line]
    same([row[2] for row in rows[1:]], [item['unit'] for item in shown], 'mine, the first due first')
    same(rows[0][0], say('Due', 'column'))
    window.says('today.csv')


if __name__ == '__main__':
    main(globals())
