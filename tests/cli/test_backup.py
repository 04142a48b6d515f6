# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups by frontdeskctl: made, listed, restored, closed by a passphrase, refused where they should be, killed in mid-way.
Prints TAP."""
import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import test_cli as base
from test_cli import CTL, DEMO, ROOM, SAVER, copy, digest, environment, holds, lines, run, same


def at(name):
    return os.path.join(ROOM, name)


def ask(store, *arguments, typed='', status=0):
    """A command that reads a passphrase."""
    done = subprocess.run([CTL, '--store', store, '--format', 'json'] + list(arguments), input=typed.encode(),
                          env=environment(), capture_output=True, timeout=300)
    same((done.returncode, done.stderr.decode() if status == 0 else ''), (status, ''))
    return lines(done.stdout.decode()) if status == 0 else done.stderr.decode()


def save(store):
    """Somebody is entered."""
    saver = subprocess.Popen([SAVER, store, '新来的'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    saver.communicate(timeout=60)
    same(saver.returncode, 0)


def test_backup_and_restore():
    store, file = copy('a.frontdesk'), at('a.backup')
    made = ask(store, 'backup', file)[0]
    same((made['units'], made['encrypted'], made['lost_acts'], made['path']), (3000, False, 0, file))
    same(os.stat(file).st_mode & 0o777, 0o600)
    row = ask(store, 'trail')[0]
    same((row['act'], row['what'].endswith('passphrase')), ('note_backup', False))      # who took it along
    said = run('--store', store, 'backup', file, status=3)
    holds('already' in said, said)
    save(store)
    changed = digest(store)
    same(ask(store, 'restore', file, '--dry-run')[0]['lost_acts'], 1)
    same(digest(store), changed)
    ask(store, 'restore', file)
    same(ask(store, 'restore', file, '--dry-run')[0]['lost_acts'], 1)      # the restore itself, which the trail tells
    kept = [n for n in os.listdir(ROOM) if n.startswith('a.frontdesk.replaced-') and n[-1].isdigit()]
    same(len(kept), 1)
    same(digest(at(kept[0])), changed)
    holds(not [n for n in os.listdir(ROOM) if n.startswith('a.') and (n.endswith('.part') or 'restor' in n)], os.listdir(ROOM))
    run('--store', store, 'verify', '--deep')


def test_encrypted():
    store, file = copy('b.frontdesk'), at('b.sealed')
    holds('8' in ask(store, 'backup', file, '--encrypt', typed='short\n', status=2), 'too short')
    ask(store, 'backup', file, '--encrypt', typed='', status=2)
    holds(not os.path.exists(file), 'nothing is left of a refusal')
    same(ask(store, 'backup', file, '--encrypt', typed='长江 long river\n')[0]['encrypted'], True)
    same(ask(store, 'trail')[0]['what'].endswith('closed by a passphrase'), True)
    with open(file, 'rb') as stream:
        data = stream.read()
    holds(b'SQLite' not in data and '翠湖'.encode() not in data, 'nothing can be read')
    ask(store, 'restore', file, typed='long river\n', status=2)
    ask(store, 'restore', file, typed='长江 long river\n')
    run('--store', store, 'verify', '--deep')


def test_refused():
    store = copy('c.frontdesk')
    before = digest(store)
    other = at('other.frontdesk')
    run('--store', other, 'init', '--community', '别处')
    run('--store', store, 'restore', other, status=3)
    for name, data in (('nothing', b''), ('text', b'hello' * 1000), ('half', open(DEMO, 'rb').read(100000))):
        with open(at(name), 'wb') as stream:
            stream.write(data)
        run('--store', store, 'restore', at(name), status=4)
    run('--store', store, 'restore', at('no-such-file'), status=3)
    run('--store', store, 'restore', ROOM, status=4)
    run('--store', store, 'backup', at('no-folder/file'), status=3)
    run('--store', store, 'backup', store, status=3)
    run('--store', at('no-store'), 'backup', at('d.backup'), status=3)
    run('--store', store, 'backup', status=2)
    same(digest(store), before)
    run('--store', store, 'backups', status=1)


def test_onto_a_damaged_store():
    store, file = copy('e.frontdesk'), at('e.backup')
    ask(store, 'backup', file)
    with open(store, 'r+b') as stream:
        stream.write(b'\0' * 4096)
    run('--store', store, 'verify', status=4)
    ask(store, 'restore', file)
    run('--store', store, 'verify', '--deep')
    os.remove(store)
    ask(store, 'restore', file)
    run('--store', store, 'verify', '--deep')


def test_while_somebody_works():
    store, file = copy('f.frontdesk'), at('f.backup')
    ask(store, 'backup', file)
    saver = subprocess.Popen([SAVER, store], env=environment(), stdout=subprocess.PIPE)
    saver.stdout.readline()
    run('--store', store, 'backup', at('g.backup'), status=3)
    run('--store', store, 'restore', file, status=3)
    holds(ask(store, 'restore', file, '--dry-run')[0]['lost_acts'] > 0, 'what would be lost is seen beside the work')
    saver.kill()
    saver.wait()
    holds(not os.path.exists(store + '.restore'), 'nothing is under way')
    run('--store', store, 'verify', '--deep')


def test_salvage():
    store, fresh = copy('s.frontdesk'), at('s.fresh')
    run('--store', store, 'salvage', store, fresh)
    run('--store', fresh, 'verify', '--deep')
    run('salvage', store, fresh, status=3)
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % store, uri=True)) as db:
        pages = [db.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' LIMIT 1 OFFSET 5", (table,)).fetchone()[0]
                 for table in ('person', 'trail')]
    with open(store, 'r+b') as stream:      # the beginning, some people, and some of the trail, which could make them again
        stream.write(b'\0' * 4096)
        for page in pages:
            stream.seek(4096 * (page - 1))
            stream.write(b'\xff' * 4096)
    broken = digest(store)
    os.remove(fresh)
    said = run('salvage', store, fresh, status=1)
    holds('keep it' in said and fresh + '.salvage-2.txt' in said, said)
    with open(fresh + '.salvage-2.txt', encoding='utf-8') as stream:
        report = stream.read().split('\n')
    holds(store in report[0] and 'keep it' in report[2], report[:3])
    holds(any(line.startswith('person\t') and line.count('\t') == 6 for line in report), report)
    same(digest(store), broken)
    holds(len(lines(run('--store', fresh, '--format', 'json', 'list', 'people'))) > 5000, 'people came out')
    run('salvage', at('no-such-file'), at('t.fresh'), status=3)
    with open(at('text'), 'wb') as stream:
        stream.write(b'hello' * 1000)
    run('salvage', at('text'), at('t.fresh'), status=4)
    holds(not os.path.exists(at('t.fresh')), 'nothing comes of nothing')


def test_killed():
    """backup and restore are killed at random moments: the store is whole, and what has a backup's name is one."""
    store, file = copy('h.frontdesk'), at('h.backup')
    ask(store, 'backup', file)
    save(store)
    old, dice = ask(store, 'restore', file, '--dry-run')[0]['lost_acts'], random.Random(8)
    same(old, 1)
    for number in range(int(os.environ.get('DESK_KILLS', '8'))):
        made = at('h%d.backup' % number)
        command = ['backup', made] if number % 2 else ['restore', file]
        process = subprocess.Popen([CTL, '--store', store] + command, env=environment(), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.001, 0.25))
        process.send_signal(signal.SIGKILL)
        process.wait()
        run('--store', store, 'verify')
        holds(ask(store, 'restore', file, '--dry-run')[0]['lost_acts'] in (0, 1, old), 'the old one or the new one')
        if os.path.exists(made):
            run('--store', made, 'verify')
            ask(store, 'restore', made, '--dry-run')
        for name in os.listdir(ROOM):
            if name.startswith('h.frontdesk.replaced-'):
                os.remove(at(name))


if __name__ == '__main__':
    sys.exit(base.main(dict(globals())))
