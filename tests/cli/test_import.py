# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets in and out by frontdeskctl: the result's figures, the way back of rejected rows, undo, mapping, export, and
files that are broken or hostile: one sentence, a status from 1 to 5, the store untouched. Prints TAP."""
import csv
import io
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile

import test_cli as base
from test_cli import CTL, DEMO, ROOM, digest, environment, holds, lines, run, same

SHEET = ('翠湖花园业主台账,,,\r\n房号,业主姓名,联系电话,建筑面积(㎡)\r\n3-2-1501,张淑芬,13812345678,118.47\r\n'
         '3-2-1502,周国栋,13912342210,118.47\r\n3-2-16O2,徐丽娟,13712344410,89.20\r\n3-2-1701,孙志刚,1390000,118.47\r\n'
         '3-2-1502,周 国栋,13912342210,118.47\r\n3-2-1801,,,89.20\r\n')


def at(name):
    return os.path.join(ROOM, name)


def write(name, data):
    with open(at(name), 'wb') as stream:
        stream.write(data if isinstance(data, bytes) else data.encode('utf-8'))
    return at(name)


def new_store(name):
    run('--store', at(name), 'init', '--community', '翠湖花园')
    return at(name)


def bring(store, *arguments, status=0, **env):
    """An import: its figures, which always add up, and what it says on standard error."""
    done = subprocess.run([CTL, '--store', store, '--format', 'json', 'import'] + list(arguments), env=environment(**env),
                          capture_output=True, timeout=300)
    said = done.stderr.decode()
    same((done.returncode, said), (status, said))
    holds(bool(said) == (status != 0), said)
    if status != 0:
        holds(re.fullmatch(r'frontdeskctl: [^\n]+[.。]\n', said), said)
    result = json.loads(done.stdout) if done.stdout else None
    if result is not None and 'read' in result:
        same(result['taken'] + result['rejected'] + result['unchanged'], result['read'])
    return result, said


def rows_of(path):
    with open(path, encoding='utf-8-sig', newline='') as stream:
        return list(csv.reader(stream))


def count(store, table):
    with sqlite3.connect(store) as db:
        n = db.execute('SELECT count(*) FROM ' + table).fetchone()[0]
    db.close()
    return n


def test_there_and_back():
    store, sheet, back = new_store('there.frontdesk'), write('owners.csv', SHEET), at('back.csv')
    before = digest(store)
    dry, said = bring(store, 'register', sheet, '--dry-run', '--rejects', back, status=1)
    same(dry, {'batch': None, 'read': 6, 'taken': 3, 'rejected': 3, 'unchanged': 0})
    same((digest(store), count(store, 'unit')), (before, 0))
    result, said = bring(store, 'register', sheet, '--rejects', back, status=1)
    batch = result['batch']
    holds(isinstance(batch, int) and batch > 0, result)
    same((count(store, 'unit'), count(store, 'person')), (3, 2))
    rows = rows_of(back)
    same(rows[0], ['房号', '业主姓名', '联系电话', '建筑面积(㎡)', 'Why not taken'])
    same([r[0] for r in rows[1:]], ['3-2-16O2', '3-2-1701', '3-2-1502'])
    holds('3-2-1602' in rows[1][4] and '7' in rows[2][4] and 'row 4' in rows[3][4], rows)
    # the same again makes nothing twice; mended they are taken, the column of reasons is passed over
    again, said = bring(store, 'register', sheet, status=1)
    same(again, {'batch': None, 'read': 6, 'taken': 0, 'rejected': 3, 'unchanged': 3})
    rows[1][0], rows[2][2] = '3-2-1602', '13900001111'
    text = io.StringIO()
    csv.writer(text).writerows(rows[:3])
    mended, said = bring(store, 'register', write('mended.csv', text.getvalue()))
    same((mended['read'], mended['taken'], mended['rejected']), (2, 2, 0))
    same(count(store, 'unit'), 5)
    run('--store', store, 'verify', '--deep')
    # the second stands on the first one's building
    bring(store, 'undo', str(batch), status=3)
    same(bring(store, 'undo', str(mended['batch']))[0], {'batch': mended['batch'], 'undone': True})
    same(bring(store, 'undo', str(batch))[0], {'batch': batch, 'undone': True})
    same((count(store, 'unit'), count(store, 'person'), count(store, 'building')), (0, 0, 0))
    for wrong, status in ((str(batch), 3), ('1', 1), ('99999', 1), ('0', 2), ('x', 2), ('-1', 2)):
        run('--store', store, 'import', 'undo', wrong, status=status)
    run('--store', store, 'verify', '--deep')


def test_encodings_and_map():
    for encoding, name in (('utf-8', None), ('utf-8-sig', None), ('gb18030', None), ('utf-16', None), ('big5', 'Big5')):
        text = SHEET if encoding != 'big5' else '房號,姓名\n3-2-1501,陳建平\n3-2-1502,林小燕\n'
        store = new_store(encoding + '.frontdesk')
        arguments = ['--encoding', name] if name else []
        result, said = bring(store, 'register', write(encoding + '.csv', text.encode(encoding)), *arguments,
                             status=1 if encoding != 'big5' else 0)
        same(result['taken'], 3 if encoding != 'big5' else 2)
        title = '张淑芬' if encoding != 'big5' else '陳建平'
        same(lines(run('--store', store, '--format', 'json', 'search', title))[0]['title'], title)
    store = new_store('map.frontdesk')
    sheet = write('odd.csv', '资源,对象,号码\n3-2-1501,张淑芬,13812345678\n')
    bring(store, 'people', write('short.csv', '楼栋,电话\n3,13812345678\n'), status=2)
    good = write('good.map', '[columns]\nlabel=资源\nname=对象\nphone=号码\n')
    result, said = bring(store, 'register', sheet, '--map', good)
    same(result['taken'], 1)
    for bad in ('', '[columns]\n', '[columns]\nnothing=资源\n', '[columns]\nlabel=没有\n', 'x', '[other]\na=b\n', b'\x00\xff',
                '[columns]\nlabel=' + '长' * 400000):
        bring(store, 'register', sheet, '--map', write('bad.map', bad), status=2)
    for bad in ('missing.map', '.'):
        bring(store, 'register', sheet, '--map', at(bad), status=2)


def test_usage():
    store, sheet = new_store('usage.frontdesk'), write('usage.csv', '房号,业主\n3-2-1501,张淑芬\n')
    before = digest(store)
    for wrong in (['cars', sheet], ['units'], ['register', sheet, 'x'], ['register', sheet, '--encoding', 'nothing'],
                  ['register', sheet, '--rejects', at('x.pdf')], ['register', sheet, '--rejects', sheet],
                  ['register', sheet, '--rejects', at('.')]):
        run('--store', store, 'import', *wrong, status=2)
    linked = at('linked.csv')
    os.symlink(store, linked)
    run('--store', store, 'import', 'register', sheet, '--rejects', linked, status=2)
    run('--store', store, 'export', 'units', linked, status=2)
    run('--store', store, 'export', 'cars', at('out.csv'), status=2)
    run('--store', store, 'export', 'units', at('out.txt'), status=2)
    run('--store', store, 'export', 'units', at('no/where.csv'), status=5)
    run('--store', at('none.frontdesk'), 'import', 'register', sheet, status=3)
    same(digest(store), before)
    # a name in any bytes is a file's name
    odd = os.path.join(os.fsencode(ROOM), b'\xff\xfe.csv')
    shutil.copyfile(sheet, odd)
    done = subprocess.run([os.fsencode(CTL), b'--store', os.fsencode(store), b'import', b'register', odd],
                          env=environment(), capture_output=True, timeout=60)
    same(done.returncode, 0)


def test_export():
    store = base.copy('export.frontdesk')
    for suffix in ('csv', 'xlsx'):
        for kind, n in (('units', 3000), ('people', None)):
            out = at(kind + '.' + suffix)
            result = lines(run('--store', store, '--format', 'json', 'export', kind, out))[0]
            same((result['file'], result['masked']), (out, False))
            holds(n is None or result['rows'] == n, result)
            same(os.stat(out).st_mode & 0o077, 0)
            # brought in again it changes nothing; two of one name in one home are left for a person to look at
            again, said = bring(store, kind, out, '--dry-run', status=1 if kind == 'people' else 0)
            same((again['read'], again['taken']), (result['rows'], 0))
            holds(again['rejected'] <= 5, again)
    same(open(at('people.csv'), 'rb').read(3), b'\xef\xbb\xbf')
    holds(not any('*' in row[5] for row in rows_of(at('people.csv'))), 'whole numbers')
    with sqlite3.connect(store) as db:
        rows = db.execute("SELECT changes FROM trail WHERE use_case = 'export_register' ORDER BY id").fetchall()
    db.close()
    same(len(rows), 4)
    same(json.loads(rows[1][0])['exported'], [None, 'people'])
    holds(json.loads(rows[1][0])['rows'][1] > 5000, rows[1])
    run('--store', store, 'verify')


def workbook(parts):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return memory.getvalue()


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
PARTS = {
    '[Content_Types].xml': HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': HEAD + '<workbook xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>' % MAIN,
    'xl/_rels/workbook.xml.rels': HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def sheet_part(rows):
    cells = ''.join('<row>%s</row>' % ''.join('<c t="inlineStr"><is><t>%s</t></is></c>' % c for c in row) for row in rows)
    return HEAD + '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (MAIN, cells)


GOOD = sheet_part([['房号', '业主'], ['3-2-1501', '张淑芬']])


def bomb():
    """More than a gigabyte of rows in a megabyte."""
    memory = io.BytesIO()
    rows = b'<row><c><v>1</v></c></row>' * 400000
    with zipfile.ZipFile(memory, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in PARTS.items():
            archive.writestr(name, data)
        with archive.open('xl/worksheets/sheet1.xml', 'w') as part:
            part.write(GOOD[:GOOD.index('</sheetData>')].encode())
            for _ in range(120):
                part.write(rows)
            part.write(b'</sheetData></worksheet>')
    return memory.getvalue()


def hostile():
    rnd = random.Random(7)
    yield 'empty.csv', b''
    yield 'nothing.xlsx', b''
    yield 'noise.csv', bytes(rnd.randrange(256) for _ in range(50000))
    yield 'noise.xlsx', b'PK\x03\x04' + bytes(rnd.randrange(256) for _ in range(50000))
    yield 'noise.xls', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(rnd.randrange(256) for _ in range(50000))
    yield 'nul.csv', '房号,业主\n3-2-1501,张\0淑芬\n'.encode()
    yield 'cell.csv', ('房号,业主\n3-2-1501,' + '长' * 3000000 + '\n').encode()
    yield 'quote.csv', '房号,业主\n3-2-1501,"张淑芬\n'.encode()
    yield 'no-headings.csv', b'1,2\n3,4\n'
    yield 'lacks.xlsx', workbook({k: v for k, v in PARTS.items()})
    yield 'names.xlsx', workbook({k: v for k, v in PARTS.items() if k != 'xl/workbook.xml'})
    yield 'cell.xlsx', workbook(dict(PARTS, **{'xl/worksheets/sheet1.xml': sheet_part(
        [['房号', '业主'], ['3-2-1501', 'x' * 3000000]])}))
    entity = GOOD.replace(HEAD, HEAD + '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>').replace('张淑芬', '&amp;e;'
                                                                                                   .replace('&amp;', '&'))
    yield 'entity.xlsx', workbook(dict(PARTS, **{'xl/worksheets/sheet1.xml': entity}))
    yield 'bomb.xlsx', bomb()
    whole = workbook(dict(PARTS, **{'xl/worksheets/sheet1.xml': GOOD}))
    yield 'short.xlsx', whole[:len(whole) // 2]
    yield 'document.csv', b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n'


def peak_of(arguments):
    """Runs it and gives (status, sentence, most memory in MB)."""
    program = ('import resource, subprocess, sys\n'
               'd = subprocess.run(sys.argv[1:], capture_output=True, timeout=300)\n'
               'm = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n'
               'sys.stdout.write("%d %d " % (d.returncode, m // 1024) + d.stderr.decode())\n')
    done = subprocess.run([sys.executable, '-c', program] + arguments, env=environment(), capture_output=True, timeout=600)
    status, memory, said = done.stdout.decode().split(' ', 2)
    return int(status), said, int(memory)


def test_hostile_files():
    store = new_store('hostile.frontdesk')
    write('fine.xlsx', workbook(dict(PARTS, **{'xl/worksheets/sheet1.xml': GOOD})))
    same(bring(store, 'register', at('fine.xlsx'), '--dry-run')[0]['taken'], 1)
    before = digest(store)
    paths = [write(name, data) for name, data in hostile()] + [ROOM, at('missing.csv'), at('pipe.csv')]
    os.mkfifo(at('pipe.csv'))
    if os.geteuid() != 0:
        paths.append(write('secret.csv', SHEET))
        os.chmod(paths[-1], 0)
    for path in paths:
        status, said, memory = peak_of([CTL, '--store', store, 'import', 'register', path])
        print('# %s: %d, %d MB, %s' % (os.path.basename(path), status, memory, said.strip()))
        holds(1 <= status <= 5, (path, status))
        holds(re.fullmatch(r'frontdeskctl: [^\n]+[.。]\n', said), (path, said))
        holds(memory < 200 or 'SANITIZE' in os.environ, (path, memory))
        same(digest(store), before)


if __name__ == '__main__':
    sys.exit(base.main(dict(globals())))
