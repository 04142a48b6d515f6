# SPDX-License-Identifier: GPL-3.0-or-later
"""Who works here, by frontdeskctl: a fresh store asks nobody, from the first password on --as is needed, wrong passwords are
counted, people are added, locked and given new passwords, and the trail has all of it but no secret. Prints TAP."""
import subprocess
import sys

import test_cli as base
from test_cli import CTL, environment, holds, lines, run, same
from test_import import new_store

ADMIN, OTHER, REFUSED, NO = 'street-lamp-8', 'green-kettle-3', 3, 2


def typed(store, *arguments, words='', status=0, **env):
    """Runs it with words on standard input, as where there is no terminal."""
    done = subprocess.run([CTL, '--store', store] + list(arguments), input=words.encode(), env=environment(**env),
                          capture_output=True, timeout=120)
    same((done.returncode, done.stderr.decode() if status == 0 else ''), (status, ''))
    return done.stdout.decode() if status == 0 else done.stderr.decode()


def with_password(name):
    store = new_store(name)
    typed(store, 'staff', 'reset', 'admin', words=ADMIN + '\n')
    return store


def as_admin(store, *arguments, **more):
    return typed(store, '--as', 'admin', *arguments, FRONTDESK_PASSWORD=ADMIN, **more)


def people(store):
    return {p['login']: p for p in lines(as_admin(store, '--format', 'json', 'staff', 'list'))}


def trail(store):
    return lines(as_admin(store, '--format', 'json', 'trail'))


def test_a_fresh_store_asks_nobody():
    store = new_store('staff-fresh.frontdesk')
    found = lines(run('--store', store, '--format', 'json', 'staff', 'list'))
    same([(p['login'], p['password'], p['pin']) for p in found], [('admin', False, False)])
    holds('Administrator' in run('--store', store, 'trail'), 'the first person is called by what they are')
    same({row['staff'] for row in lines(run('--store', store, '--format', 'json', 'trail'))}, {'admin'})


def test_from_the_first_password_on():
    store = with_password('staff-first.frontdesk')
    for command in (['trail'], ['staff', 'list'], ['list', 'units'], ['search', '1501'], ['staff', 'add', 'x']):
        run('--store', store, *command, status=REFUSED)
    for login in ('nobody', 'admin', '', "'; DROP TABLE staff; --", 'a' * 5000, '管理员'):
        run('--store', store, '--as', login, 'trail', status=REFUSED, FRONTDESK_PASSWORD='no')
    as_admin(store, 'trail')
    typed(store, '--as', 'admin', 'trail', words=ADMIN + '\n')
    typed(store, '--as', 'admin', 'trail', words='', status=REFUSED)


def test_wrong_passwords_cost_time():
    store = with_password('staff-wrong.frontdesk')
    said = [run('--store', store, '--as', 'admin', 'staff', 'lock', 'admin', status=REFUSED, FRONTDESK_PASSWORD=str(i))
            for i in range(8)]
    holds('wrong' in said[0] and 'wait' not in said[0], said[0])
    holds('wait' in said[6], said)
    holds('wait' in as_admin(store, 'staff', 'add', 'zhao', words=OTHER + '\n', status=REFUSED), 'the right one has to wait, too')
    same(as_admin(store, '--format', 'json', 'staff', 'list', status=REFUSED) == '', False)


def test_add_lock_reset():
    store = with_password('staff-add.frontdesk')
    as_admin(store, 'staff', 'add', 'wangli', '--name', '王丽', '--roles', 'desk,housekeeper', words=OTHER + '\n')
    wang = people(store)['wangli']
    same([wang[k] for k in ('name', 'roles', 'scope', 'password', 'pin', 'left_on')],
         ['王丽', 'desk,housekeeper', '', True, False, None])
    for login in ('wangli', 'wang li', '', '王丽', 'x' * 100, '-x'):
        as_admin(store, 'staff', 'add', '--', login, words=OTHER + '\n', status=NO)
    for words in ('', 'short\n', '\n'):
        as_admin(store, 'staff', 'add', 'zhao', words=words, status=NO)
    for option in (('--roles', 'king'), ('--scope', '99'), ('--roles', '')):
        as_admin(store, 'staff', 'add', 'zhao', *option, words=OTHER + '\n', status=NO)
    as_admin(store, 'staff', 'lock', 'nobody', status=1)
    as_admin(store, 'staff', status=NO)
    same(sorted(people(store)), ['admin', 'wangli'])
    typed(store, '--as', 'wangli', 'staff', 'add', 'zhao', words=OTHER + '\n', status=REFUSED, FRONTDESK_PASSWORD=OTHER)
    as_admin(store, 'staff', 'reset', 'wangli', words='blue-teapot-5\n')
    run('--store', store, '--as', 'wangli', 'list', 'units', status=REFUSED, FRONTDESK_PASSWORD=OTHER)
    as_admin(store, 'staff', 'lock', 'wangli')
    holds(people(store)['wangli']['left_on'], people(store))
    run('--store', store, '--as', 'wangli', 'search', 'x', status=REFUSED, FRONTDESK_PASSWORD='blue-teapot-5')


def test_the_last_administrator_stays():
    store = with_password('staff-last.frontdesk')
    as_admin(store, 'staff', 'lock', 'admin', status=NO)
    same(people(store)['admin']['left_on'], None)


def test_the_trail_has_acts_and_no_secrets():
    store = with_password('staff-trail.frontdesk')
    as_admin(store, 'staff', 'add', 'wangli', words=OTHER + '\n')
    typed(store, '--as', 'wangli', 'staff', 'lock', 'admin', status=REFUSED, FRONTDESK_PASSWORD=OTHER)
    rows = trail(store)
    same({'save_staff', 'reset_secret', 'sign_in', 'note_refusal'} - {row['act'] for row in rows}, set())
    same([row['staff'] for row in rows if row['act'] == 'note_refusal'], ['wangli'])
    with open(store, 'rb') as stream:
        content = stream.read()
    holds(ADMIN.encode() not in content and OTHER.encode() not in content, 'no password lies in the store')
    run('--store', store, '--as', 'admin', 'verify', FRONTDESK_PASSWORD=ADMIN)


if __name__ == '__main__':
    sys.exit(base.main(dict(globals())))
