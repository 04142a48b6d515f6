# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk log and cases by frontdeskctl: lines into the log, a case by its number, sheets of cases in and out; a real
half-year of requests comes in whole and its overdue marks are ours. Prints TAP."""
import contextlib
import csv
import hashlib
import lzma
import os
import re
import sqlite3
import subprocess
import sys

import test_cli as base
from test_cli import DEMO, ROOM, holds, lines, run, same
from test_import import at, bring, count, new_store, rows_of, write

SHARED = os.environ.get('DESK_SHARED') or os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..', 'shared')
BOSTON = os.path.join(SHARED, 'data', 'requests', 'boston311_2011H2_58251.csv.xz')
MAP = ('[columns]\nnumber=case_enquiry_id\nopened=open_dt\ndue=target_dt\nclosed=closed_dt\nstatus=case_status\n'
       'category=type\nqueue=queue\nlocation=location\nresult=closure_reason\n')


def ctl(store, *arguments, **more):
    return lines(run('--store', store, '--format', 'json', *arguments, **more))


def test_log_and_show():
    store = base.copy('log.frontdesk')
    label = ctl(store, 'search', '1-1-', '--limit', '1')[0]['title']
    entry = ctl(store, 'log', 'add', label + ' 厨房漏水 急')[0]
    same((entry['kind'], entry['unit'], entry['about']), ('repair', label, '厨房漏水'))
    holds(re.fullmatch(r'R\d{6}-\d{4}', entry['number']), entry)
    shown = ctl(store, 'case', 'show', entry['number'])[0]
    same((shown['unit'], shown['title'], shown['state'], shown['category'], shown['overdue']),
         (label, '厨房漏水', 'new', '厨房', False))
    same(ctl(store, 'case', 'show', entry['number'].lower())[0], shown)
    same(ctl(store, 'log', 'add', '13800001234 投诉 楼上噪音')[0]['kind'], 'complaint')
    visit = ctl(store, 'log', 'add', '99-9-9999 问停水')[0]
    same((visit['kind'], visit['unit'], visit['about'], visit['number']), ('enquiry', '', '99-9-9999 停水', ''))
    run('--store', store, 'log', 'add', '', status=2)
    run('--store', store, 'log', 'add', 'x' * 100000, status=2)
    run('--store', store, 'log', 'remove', 'x', status=2)
    run('--store', store, 'case', 'show', 'R209901-0001', status=1)


def test_sheet_of_cases():
    store = new_store('sheet-cases.frontdesk')
    sheet = ('单号,报修时间,限时,完成时间,工单状态,类别,位置,处理结果\n'
             'A1,2026-01-05 09:00,2026-01-06 09:00,2026-01-06 08:59,已完成,水电,东门,修好\n'
             'A2,2026-01-05 09:00,2026-01-06 09:00,2026-01-06 09:01,已完成,水电,,修好\n'
             'A3,2026-01-05 09:00,2026-01-06 09:00,,处理中,水电,,\n'
             'A4,2026-01-05 09:00,,,处理中,,,\n'
             'A5,2026-01-05 09:00,2026-01-06 09:00,,已取消,水电,,\n'
             'A6,昨天,,,,,,\n'
             'A7,2026-01-05 09:00,,2026-01-04 09:00,已完成,,,\n'
             'A1,2026-01-05 09:00,,,处理中,,,\n')
    path = write('cases.csv', sheet)
    result, _ = bring(store, 'cases', path, status=1)
    same((result['read'], result['taken'], result['rejected']), (8, 5, 3))
    run('--store', store, 'export', 'cases', at('out.csv'))
    rows = rows_of(at('out.csv'))
    head = {name: i for i, name in enumerate(rows[0])}
    found = {row[head['external_no']]: row for row in rows[1:]}
    same({k: row[head['overdue']] for k, row in found.items()}, {'A1': 'no', 'A2': 'yes', 'A3': 'yes', 'A4': '-', 'A5': '-'})
    same({k: row[head['status']] for k, row in found.items()},
         {'A1': 'closed', 'A2': 'closed', 'A3': 'new', 'A4': 'new', 'A5': 'cancelled'})
    same(found['A1'][head['location']], '东门')
    same(found['A1'][head['opened']][:16], '2026-01-05 09:00')
    same(sorted(row[head['number']] for row in rows[1:]), ['R202601-000%d' % n for n in range(1, 6)])
    # Twice makes nothing twice, and the whole goes back.
    same(bring(store, 'cases', path, status=1)[0]['taken'], 0)
    run('--store', store, 'import', 'undo', str(result['batch']))
    same(count(store, 'service_case'), 0)


def test_half_a_year():
    if not os.path.exists(BOSTON):
        print('# skipped: %s is not here' % BOSTON)
        return
    store = new_store('boston.frontdesk')
    with lzma.open(BOSTON) as packed:
        path = write('boston.csv', packed.read())
    result, _ = bring(store, 'cases', path, '--map', write('boston.map', MAP))
    same((result['read'], result['taken'], result['rejected']), (58251, 58251, 0))
    run('--store', store, 'export', 'cases', at('boston-out.csv'))
    rows = rows_of(at('boston-out.csv'))
    head = {name: i for i, name in enumerate(rows[0])}
    ours = {row[head['external_no']]: row for row in rows[1:]}
    same(len(ours), 58251)
    with open(path, encoding='utf-8', newline='') as stream:
        for row in csv.DictReader(stream):
            mine = ours[row['case_enquiry_id']]
            if row['ontime'] and row['target_dt']:
                same((row['case_enquiry_id'], mine[head['overdue']]),
                     (row['case_enquiry_id'], 'yes' if row['ontime'] == 'OVERDUE' else 'no'))
            elif not row['target_dt']:
                same(mine[head['overdue']], '-')
            same(mine[head['queue']], row['queue'].strip())
    same(ctl(store, 'list', 'repairs', '--filter', 'overdue') == [], False)


def test_sheet_of_complaints():
    sheets = os.path.join(SHARED, 'data', 'zh_complaints')
    if not os.path.isdir(sheets):
        print('# skipped: %s is not here' % sheets)
        return
    store = new_store('complaints.frontdesk')
    result, _ = bring(store, 'complaints', os.path.join(sheets, 'teddycup2020c_att3_full_4326.xlsx'))
    same((result['read'], result['taken'], result['rejected']), (4326, 4326, 0))
    same(len(ctl(store, 'list', 'complaints')), 4326)
    run('--store', store, 'import', 'undo', str(result['batch']))
    same(count(store, 'service_case'), 0)


def test_draw():
    """The same list for the same data, each in the order that anybody can work out again."""
    store = base.copy('draw.frontdesk')
    # Days that nobody drew are made up for; the last of them may have nothing to draw.
    subprocess.run([base.CTL, '--store', store, 'callbacks', 'draw'], env=base.environment(), capture_output=True, timeout=300, check=False)
    with contextlib.closing(sqlite3.connect(store)) as db:
        day = db.execute('SELECT day FROM callback_draw ORDER BY population DESC, day DESC LIMIT 1').fetchone()[0]
        ids = dict(db.execute('SELECT c.number, d.category_id FROM callback_line l JOIN service_case c ON c.id = l.case_id '
                              'JOIN callback_draw d ON d.id = l.draw_id WHERE d.day = ?', (day,)).fetchall())
    date = '%d-%02d-%02d' % (day // 10000, day // 100 % 100, day % 100)
    drawn = ctl(store, 'callbacks', 'draw', '--date', date)
    same(len(drawn), len(ids))
    same(ctl(store, 'callbacks', 'draw', '--date', date), drawn)
    same({row['date'] for row in drawn}, {date})
    for row in drawn:
        text = '%d|%d|%s' % (day, ids[row['number']] or 0, row['number'])
        same(row['rank'], hashlib.sha256(text.encode()).hexdigest())
        holds(row['month_drawn'] <= row['month_done'], row)
    for key in {(row['group'], row['category']) for row in drawn}:
        ranks = [row['rank'] for row in drawn if (row['group'], row['category']) == key]
        same(ranks, sorted(ranks))
    run('--store', store, 'callbacks', 'draw', '--date', 'someday', status=2)
    run('--store', store, 'callbacks', 'nothing', status=2)


if __name__ == '__main__':
    sys.exit(base.main(dict(globals())))
