# SPDX-License-Identifier: GPL-3.0-or-later
"""A known outage by keys: reported, said in quick entry, a caller attached with one key, another out of the log, told and all
closed together, and the bar gone."""
import contextlib
import re
import sqlite3

from desk_a11y import BUTTONS, ENTRIES, Window
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

FACT = re.escape(say('Water off', 'outage'))


def test_from_report_to_end(session):
    path = session.demo()
    session.setting('last-pane', "'outages'")
    window = Window(session.start('--store', path), rows=False)

    def ask(sql):
        with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True)) as db:
            return db.execute(sql).fetchone()[0]

    before, running = ask('SELECT coalesce(max(id), 0) FROM outage'), ask('SELECT count(*) FROM outage WHERE ended_at = 0')
    window.find('label', name=say('Outages'), seconds=60)
    window.keys('ctrl+n')
    window.says(say('New Outage'))
    window.fill(window.entry(say('Buildings', 'field'), seconds=30), '3栋、4')
    window.fill(window.entry(say('Why', 'field')), '水箱清洗')
    window.fill(window.entry(say('Read out to callers', 'field')), '今天清洗水箱，17:00 前来水。')
    window.keys('ctrl+Return')
    wait_for('the outage', lambda: ask('SELECT max(id) FROM outage') == before + 1, 30)
    same(ask('SELECT buildings FROM outage ORDER BY id DESC LIMIT 1'), '3, 4', 'buildings')
    wait_for('the end of the form', lambda: not window.find_all(BUTTONS, name=say('Close Form')), 30)
    window.says(FACT)

    window.keys('ctrl+shift+v')                    # quick entry says so, and hangs the caller on it without a case
    window.entry(say('Quick Entry'), seconds=30)
    window.wait_focus(role=ENTRIES)
    window.type('3-2-1501 问停水')
    window.find(BUTTONS, match=re.escape(say('Attach, No Case')), seconds=30)
    window.keys('ctrl+j')
    attached = 'SELECT count(*) FROM outage_call WHERE outage_id = %d' % (before + 1)
    wait_for('the caller', lambda: ask(attached) == 1, 30)
    wait_for('the end of the sheet', lambda: not window.find_all(ENTRIES, name=say('Quick Entry')), 30)
    same(ask('SELECT closed_at FROM visit ORDER BY id DESC LIMIT 1'), 0, 'waits for the end')

    window.keys('ctrl+shift+v')                    # another is only logged, and attached from the log
    window.entry(say('Quick Entry'), seconds=30)
    window.wait_focus(role=ENTRIES)
    window.type('3-2-1502 没水')
    window.find(BUTTONS, match=re.escape(say('Attach, No Case')), seconds=30)
    window.keys('alt+l')
    wait_for('the entry', lambda: ask("SELECT count(*) FROM visit WHERE about LIKE '%没水%' AND id > 0") > 0, 30)
    wait_for('the end of the sheet', lambda: not window.find_all(ENTRIES, name=say('Quick Entry')), 30)
    window.pane('Desk Log')
    window.says(FACT)
    window.find('table row', match='没水', seconds=30)
    window.wait_focus(role='table row', seconds=30)
    window.keys('Home')
    window.keys('ctrl+j')
    wait_for('both callers', lambda: ask(attached) == 2, 30)

    window.pane('Outages')
    window.find('list item', match='3-2-1501', seconds=30)
    window.keys('F6')
    window.wait_focus(role='list item', seconds=30)
    window.keys('t')                               # told one by one
    wait_for('one told', lambda: ask(attached + ' AND told_at > 0') == 1, 30)
    window.keys('d')                               # and the rest with the end
    window.says(say('Outage Over'))
    window.wait_focus(role=ENTRIES)
    window.type('16:20 来水')
    window.keys('ctrl+Return')
    wait_for('the end', lambda: ask('SELECT count(*) FROM outage WHERE ended_at = 0') == running, 30)
    same(ask("SELECT count(*) FROM visit WHERE summary = '16:20 来水' AND closed_at > 0"), 2, 'closed together')
    wait_for('the end of the form', lambda: not window.find_all(BUTTONS, name=say('Close Form')), 30)
    window.wait_focus(role='list item', seconds=30)
    window.keys('shift+t')
    wait_for('all told', lambda: ask(attached + ' AND told_at > 0') == 2, 30)


main(globals())
