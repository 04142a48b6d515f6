# SPDX-License-Identifier: GPL-3.0-or-later
"""frontdeskctl from outside: every command, every exit status, both languages, hostile files, two processes at the door,
a reader that goes away, kills in mid-save. Prints TAP."""
import csv
import fcntl
import hashlib
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata

CTL, SAVER, PO = os.environ['DESK_FRONTDESKCTL'], os.environ['DESK_SAVER'], os.environ['DESK_PO']
TODAY = '2026-11-22'
ROOM = tempfile.mkdtemp(prefix='desk-cli-')
DEMO = os.path.join(ROOM, 'demo.frontdesk')


def environment(**more):
    own = {'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8', 'HOME': ROOM, 'XDG_DATA_HOME': os.path.join(ROOM, 'data'),
           'FRONTDESK_LOCALE_DIR': PO}
    own.update({k: v for k, v in os.environ.items() if k.endswith('SAN_OPTIONS')})
    own.update(more)
    return own


def run(*arguments, status=0, **env):
    """Runs it to its end. What is not 0 says one sentence on standard error; what is 0 says nothing there."""
    done = subprocess.run([CTL] + list(arguments), env=environment(**env), capture_output=True, timeout=300)
    said = done.stderr.decode()
    if done.returncode != status:
        raise AssertionError('%r ended with %d, not %d: %s' % (arguments, done.returncode, status, said))
    if status == 0 and said:
        raise AssertionError('%r said %s' % (arguments, said))
    if status != 0 and not re.fullmatch(r'frontdeskctl: [^\n]+[.。]\n', said):
        raise AssertionError('%r said no sentence: %r' % (arguments, said))
    return done.stdout.decode() if status == 0 else said


def on_demo(*arguments, **more):
    return run('--store', DEMO, *arguments, **more)


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def same(found, expected):
    if found != expected:
        raise AssertionError('found %r, expected %r' % (found, expected))


def holds(truth, what):
    if not truth:
        raise AssertionError(what)


def digest(path):
    with open(path, 'rb') as stream:
        return hashlib.sha256(stream.read()).hexdigest()


def copy(name):
    path = os.path.join(ROOM, name)
    shutil.copyfile(DEMO, path)
    return path


def edit(path, *statements):
    with sqlite3.connect(path) as store:
        for statement in statements:
            store.execute(statement)
        store.commit()
        store.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    store.close()


def test_help_and_version():
    same(run('--version'), 'frontdeskctl 0.1.0\n')
    text = run('--help')
    for command in ('init', 'demo', 'verify', 'search', 'list', 'show', 'responsible', 'timeline'):
        holds(re.search(r'^  %s\b' % command, text, re.M), command)
        holds('--store' in run(command, '--help'), command)
    holds('命令：' in run('--help', LC_ALL='zh_CN.UTF-8') or 'zh_CN' not in locales(), 'help in Chinese')


def locales():
    return subprocess.run(['locale', '-a'], capture_output=True, text=True).stdout


def test_init():
    path = os.path.join(ROOM, 'new.frontdesk')
    row = lines(run('--format', 'json', '--store', path, 'init', '--community', '翠湖花园'))
    same(row, [{'store': path, 'community': '翠湖花园', 'units': 0, 'people': 0}])
    same(os.stat(path).st_mode & 0o777, 0o600)
    run('--store', path, 'verify', '--deep')
    before = digest(path)
    run('--store', path, 'init', '--community', 'again', status=3)
    run('--store', path, 'demo', '--scale', 'desk', '--seed', '1', status=3)
    same(digest(path), before)
    for name in ('', ' ', 'x' * 101, 'a\x07b', 'x' * 100000):
        bad = os.path.join(ROOM, 'bad.frontdesk')
        run('--store', bad, 'init', '--community', name, status=2)
        holds(not os.path.exists(bad), 'a refused name leaves no file')
    run('--store', os.path.join(ROOM, 'no', 'folder', 'x'), 'init', '--community', 'x', status=3)


def test_standard_place():
    run('init', '--community', '一区')
    path = os.path.join(ROOM, 'data', 'frontdesk', 'desk.frontdesk')
    holds(os.path.exists(path), path)
    same(os.stat(os.path.dirname(path)).st_mode & 0o777, 0o700)
    holds('一区' not in run('verify'), 'the standard store is the one')


def test_demo():
    row = lines(run('--store', os.path.join(ROOM, 'd.frontdesk'), '--format=json', 'demo', '--scale', 'desk', '--seed', '7',
                    '--today', TODAY))[0]
    same((row['community'], row['units']), ('翠湖花园', 3000))
    for wrong in (['--scale', 'huge', '--seed', '1'], ['--scale', 'desk', '--seed', 'x'], ['--scale', 'desk'],
                  ['--scale', 'desk', '--seed', '-1'], ['--scale', 'desk', '--seed', '99999999999999999999'],
                  ['--scale', 'desk', '--seed', '1', '--today', 'soon'],
                  ['--scale', 'desk', '--seed', '1', '--today', '1799-01-01'],
                  ['--scale', 'desk', '--seed', '1', '--today', '2025-02-30'], []):
        bad = os.path.join(ROOM, 'bad.frontdesk')
        run('--store', bad, 'demo', *wrong, status=2)
        holds(not os.path.exists(bad), 'a refused demonstration leaves no file')


def test_search():
    rows = lines(on_demo('--format', 'json', 'search', '3-2-1501'))
    same(sorted(rows[0]), ['detail', 'id', 'kind', 'title', 'unit'])
    same((rows[0]['kind'], rows[0]['title'], rows[0]['unit'], rows[0]['detail']), ('unit', '3-2-1501', '3-2-1501', '张淑芬'))
    holds(isinstance(rows[0]['id'], int), 'ids are integers')
    same(lines(on_demo('--format', 'json', 'search', '3栋2单元1501室'))[0]['title'], '3-2-1501')
    found = lines(on_demo('--format', 'json', 'search', 'zhangshuf'))
    holds(any(r['kind'] == 'person' and r['title'] == '张淑芬' and r['unit'] == '3-2-1501' for r in found), found)
    same(found[0]['detail'], '138****5678')
    same(len(lines(on_demo('--format', 'json', 'search', 'w', '--limit', '7'))), 7)
    table = on_demo('search', '张淑芬', '--limit', '1').splitlines()
    same(table[0].split(), ['Kind', 'Name', 'Unit', 'Details'])
    on_demo('search', 'zzzzzzzz', status=1)
    on_demo('search', '', status=1)
    on_demo('search', 'x' * 100000, status=1)
    for wrong in ('0', '-1', '1001', '99999999999999999999', 'many', ''):
        on_demo('search', 'w', '--limit', wrong, status=2)


def test_list():
    rows = lines(on_demo('--format', 'json', 'list', 'units'))
    same(len(rows), 3000)
    zhang = [r for r in rows if r['label'] == '3-2-1501'][0]
    same((zhang['owner'], zhang['state'], zhang['kind'], zhang['built_area'], zhang['delivered_on'], sorted(zhang['care'])),
         ('张淑芬', 'lived_in', 'room', 118.47, '2021-06-18', ['call_first', 'pet']))
    holds({r['state'] for r in lines(on_demo('--format', 'json', 'list', 'units', '--filter', 'vacant'))} == {'vacant'}, 'filter')
    same(len(lines(on_demo('--format', 'json', 'list', 'units', '--text', '3-2-'))), 46)
    holds(len(lines(on_demo('--format', 'json', 'list', 'people'))) > 5000, 'people')
    for kind in ('owner', 'tenant', 'other', 'no_unit'):
        on_demo('list', 'people', '--filter', kind)
    on_demo('list', 'units', '--text', '不存在的房号', status=1)
    on_demo('list', 'units', '--filter', 'tenant', status=2)
    on_demo('list', 'cars', status=2)


def test_unit():
    rows = lines(on_demo('--format', 'json', 'show', 'unit', '3-2-1501'))
    same([r['title'] for r in rows if r['kind'] == 'person'], ['张淑芬', '陈建平', '陈一鸣', '刘阿姨'])
    same({r['kind'] for r in rows}, {'unit', 'person', 'vehicle', 'care_flag', 'instruction'})
    same(lines(on_demo('--format', 'json', 'responsible', '３－２－１５０１', '--on', '2025-03-01'))[0]['name'], '张淑芬')
    early = lines(on_demo('--format', 'json', 'responsible', '3-2-1501', '--on', '2021-06-17'))[0]
    same((early['developer'], early['person_id']), (True, None))
    past = lines(on_demo('--format', 'json', 'timeline', '3-2-1501'))
    holds(len(past) >= 10 and past[-1]['use_case'] == 'save_unit', past[-1])
    holds(re.fullmatch(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00', past[0]['at']), past[0]['at'])
    same([r['happened_at'] for r in past], sorted((r['happened_at'] for r in past), reverse=True))
    for command in (['show', 'unit', '99-9-999'], ['timeline', '99-9-999'], ['responsible', '99-9-999', '--on', TODAY]):
        on_demo(*command, status=1)
    on_demo('show', 'person', '张淑芬', status=2)
    on_demo('responsible', '3-2-1501', status=2)
    on_demo('responsible', '3-2-1501', '--on', '2025-13-01', status=2)


def test_usage():
    for wrong in ([], ['bogus'], ['search'], ['search', 'a', 'b'], ['list'], ['show', 'unit'], ['--nothing', 'verify'],
                  ['verify', '--limit', '3'], ['--format', 'xml', 'verify'], ['--store'], ['search', '--limit'],
                  ['timeline', '\udcff\udcfe']):
        run(*wrong, status=2)
    if 'zh_CN' in locales():
        said = run('bogus', status=2, LC_ALL='zh_CN.UTF-8')
        holds('没有' in said and said.endswith('。\n'), said)
        holds('住宅' in on_demo('list', 'units', '--text', '3-2-1501', LC_ALL='zh_CN.UTF-8'), 'a table in Chinese')
    same(lines(on_demo('--format', 'json', 'search', '张淑芬', LC_ALL='C'))[0]['title'], '张淑芬')
    same(on_demo('--format', 'csv', 'list', 'units', '--text', '3-2-15', LC_ALL='zh_CN.UTF-8'),
         on_demo('--format', 'csv', 'list', 'units', '--text', '3-2-15'))


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)


def test_table():
    """Columns begin at the same place of the terminal in every line."""
    table = on_demo('list', 'units', '--text', '3-2-').splitlines()
    for line in table[1:]:
        owner = line.find('  ') + 2
        holds(width(line[:owner]) <= width(table[0][:table[0].index('Owner')]), line)
    places = set()
    for line in table[1:]:
        state = re.search(r'(Lived in|Let|Vacant|Decorating|Ready|Unsold|Handed over)\s', line)
        places.add(width(line[:state.start()]))
    same(len(places), 1)


def test_csv():
    path = os.path.join(ROOM, 'csv.frontdesk')
    run('--store', path, 'init', '--community', 'x')
    names = ['=1+1', '+86', '-x', '@here', 'a,"b"', '普通人', 'tag <b>&']
    saver = subprocess.Popen([SAVER, path] + names, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    for _ in names:
        saver.stdout.readline()
    saver.communicate(timeout=60)
    text = run('--store', path, '--format', 'csv', 'list', 'people')
    holds('\r\n' in text and text.count('\n') == text.count('\r\n'), 'lines end as RFC 4180 says')
    read = {row['name'] for row in csv.DictReader(io.StringIO(text, newline=''))}
    same(read, {"'=1+1", "'+86", "'-x", "'@here", 'a,"b"', '普通人', 'tag <b>&'})
    same({r['name'] for r in lines(run('--store', path, '--format', 'json', 'list', 'people'))}, set(names))


def test_nobody_reads():
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([CTL, '--store', DEMO, 'list', 'people'], stdout=write, stderr=subprocess.PIPE, env=environment())
    os.close(write)
    same(done.returncode, 5)
    same(done.stderr.decode().count('\n'), 1)
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([CTL, '--store', DEMO, '--format', 'json', 'list', 'units'], stdout=full,
                              stderr=subprocess.PIPE, env=environment())
    same(done.returncode, 5)


READS = (['verify'], ['search', '3-2-1501'], ['list', 'units'], ['timeline', '3-2-1501'])


def refuses(path, status, commands=READS):
    """Every command refuses the file alike and leaves its bytes alone."""
    before = digest(path)
    for command in commands:
        run('--store', path, *command, status=status)
    run('--store', path, 'init', '--community', 'x', status=3)
    run('--store', path, 'demo', '--scale', 'desk', '--seed', '1', status=3)
    same(digest(path), before)


def test_hostile_files():
    empty = os.path.join(ROOM, 'empty')
    open(empty, 'wb').close()
    refuses(empty, 4)
    noise = os.path.join(ROOM, 'noise')
    with open(noise, 'wb') as stream:
        stream.write(bytes(range(256)) * 64)
    refuses(noise, 4)
    other = os.path.join(ROOM, 'other.sqlite')
    edit(other, 'CREATE TABLE note (text TEXT)')
    refuses(other, 4)
    newer = copy('newer')
    edit(newer, 'PRAGMA user_version = 999')
    refuses(newer, 3)
    half = copy('half')
    with open(half, 'r+b') as stream:
        stream.truncate(os.path.getsize(half) // 2)
    refuses(half, 4, [['verify'], ['list', 'units']])
    torn = copy('torn')
    with open(torn, 'r+b') as stream:
        for page in range(100, os.path.getsize(torn) // 4096, 3):
            stream.seek(page * 4096)
            stream.write(b'\xa5' * 4096)
    refuses(torn, 4, [['verify']])
    run('--store', os.path.join(ROOM, 'nothing'), 'verify', status=3)
    run('--store', ROOM, 'verify', status=4)


def test_read_only():
    path = copy('read-only')
    os.chmod(path, 0o400)
    before = digest(path)
    for command in READS:
        run('--store', path, *command)
    same(digest(path), before)


def older_store(name):
    """A store as the first Frontdesk left it."""
    path = os.path.join(ROOM, name)
    with open(os.path.join(os.environ['DESK_SOURCE_ROOT'], 'src', 'store', 'migrations', '0001-register.sql'),
              encoding='utf-8') as stream:
        first = stream.read()
    store = sqlite3.connect(path)
    store.executescript('PRAGMA journal_mode = WAL; PRAGMA application_id = 0x46446573;\n' + first)
    store.execute("INSERT INTO staff (login, name, roles) VALUES ('admin', '', 63)")
    store.execute("INSERT INTO community (name) VALUES ('老小区')")
    store.execute('PRAGMA user_version = 1')
    store.commit()
    store.close()
    return path


def test_older_store():
    """Whoever comes first brings it up to date and keeps a copy, also somebody who only reads; where nothing may be
    written that is said and the file stays as it is."""
    path = older_store('older')
    run('--store', path, 'search', 'nobody', status=1)
    same(lines(run('--store', path, '--format', 'json', 'verify'))[0]['ok'], True)
    holds(os.path.exists(path + '.before-2'), 'no copy was kept')
    shut = older_store('older-shut')
    os.chmod(shut, 0o400)
    before = digest(shut)
    said = run('--store', shut, 'search', 'nobody', status=3)
    holds('older' in said or 'only be read' in said, said)
    same(digest(shut), before)
    held = older_store('older-held')
    with open(held + '.lock', 'w') as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        run('--store', held, 'search', 'nobody', status=3)


def test_verify():
    row = lines(on_demo('--format', 'json', 'verify', '--deep'))[0]
    same((row['ok'], row['broken_trail'], row['missing_keys'], len(row['head'])), (True, 0, 0, 64))
    changed = copy('changed')
    edit(changed, "UPDATE trail SET changes = replace(changes, '1501', '1502') WHERE id = 500",
         "UPDATE trail SET at = at + 1 WHERE id = 700")
    said = run('--store', changed, 'verify', status=1)
    holds('700' in said or '500' in said, said)
    cut = copy('cut')
    edit(cut, 'DELETE FROM timeline WHERE trail_id = 900', 'DELETE FROM trail WHERE id = 900')
    run('--store', cut, 'verify', status=1)
    keyless = copy('keyless')
    edit(keyless, "DELETE FROM search_key WHERE key = 'zhangshufen'")
    run('--store', keyless, 'verify', '--deep', status=1)


def test_two_at_the_door():
    """Reads run beside whoever holds the store; what would write refuses."""
    path = copy('held')
    saver = subprocess.Popen([SAVER, path, '新来的'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    saver.stdout.readline()
    for command in READS:
        run('--store', path, *command)
    same(lines(run('--store', path, '--format', 'json', 'search', '新来的'))[0]['title'], '新来的')
    run('--store', path, 'init', '--community', 'x', status=3)
    saver.communicate(timeout=60)
    free = os.path.join(ROOM, 'door')
    with open(free + '.lock', 'w') as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        said = run('--store', free, 'init', '--community', 'x', status=3)
        holds('holds the file' in said, said)
    run('--store', free, 'init', '--community', 'x')


def test_kill_in_mid_save():
    """What was acknowledged is there after a kill, and the store is whole."""
    path = os.path.join(ROOM, 'killed.frontdesk')
    run('--store', path, 'init', '--community', 'x')
    known = set()
    for round_ in range(int(os.environ.get('DESK_KILLS', '4'))):
        saver = subprocess.Popen([SAVER, path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=environment())
        for _ in range(20 + 13 * (round_ % 50)):
            known.add(int(saver.stdout.readline()))
        time.sleep(0.003 * (round_ % 7))
        saver.send_signal(signal.SIGKILL)
        rest = saver.stdout.read().split(b'\n')
        known.update(int(line) for line in rest[:-1])
        saver.wait()
        run('--store', path, 'verify', '--deep')
    there = {r['id'] for r in lines(run('--store', path, '--format', 'json', 'list', 'people'))}
    same(known - there, set())


def test_kill_while_making():
    path = os.path.join(ROOM, 'unmade.frontdesk')
    command = [CTL, '--store', path, 'demo', '--scale', 'desk', '--seed', '1', '--today', TODAY]
    made = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while made.poll() is None and not [n for n in os.listdir(ROOM) if n.startswith('unmade') and n.endswith('.part-wal')]:
        time.sleep(0.01)
    made.send_signal(signal.SIGKILL)
    made.wait()
    holds(not os.path.exists(path), 'half a demonstration has no name')
    stopped = subprocess.Popen([CTL, '--store', path, 'demo', '--scale', 'city', '--seed', '1', '--today', TODAY],
                               env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(1.5)
    before = set(os.listdir(ROOM))
    stopped.send_signal(signal.SIGINT)
    said = stopped.communicate(timeout=120)[1].decode()
    same(stopped.returncode, 5)
    holds(re.fullmatch(r'frontdeskctl: [^\n]+\.\n', said), said)
    holds(not os.path.exists(path) and not set(os.listdir(ROOM)) - before, 'what was stopped leaves nothing')


def main(names=None):
    tests = [(n, f) for n, f in (names or globals()).items() if n.startswith('test_') and callable(f)]
    chosen = sys.argv[1:]
    failed = 0
    try:
        run('--store', DEMO, 'demo', '--scale', 'desk', '--seed', '1', '--today', TODAY)
        print('1..%d' % len(tests))
        for number, (name, function) in enumerate(tests, 1):
            if chosen and name not in chosen:
                print('ok %d %s # SKIP not asked for' % (number, name))
                continue
            try:
                function()
                print('ok %d %s' % (number, name))
            except Exception:
                failed += 1
                print('# ' + traceback.format_exc().rstrip().replace('\n', '\n# '))
                print('not ok %d %s' % (number, name))
            sys.stdout.flush()
    finally:
        shutil.rmtree(ROOM)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
