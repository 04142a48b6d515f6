# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start: making a community, the demonstration; and stores that do not open: one sentence, left as they are."""
import contextlib
import hashlib
import os
import sqlite3
import stat
import subprocess

from desk_a11y import Window, fresh, has_state, text_of
from desk_session import wait_for
from desk_test import main, same
from desk_words import say


def begin(session, path):
    window = Window(session.start('--store', path))
    window.button(say('Make a Community'))
    window.wait_focus()
    window.keys('2')
    window.entry(say('_Community'))
    window.wait_focus(role=('text', 'entry'))
    return window


def test_make_a_community(session):
    path = session.path('new', 'first.frontdesk')
    window = begin(session, path)
    window.type('翠湖花园')
    window.fill(window.entry(say('_Number')), '3')
    window.says('72 .*3-1-101 … 3-2-1802')
    window.fill(window.entry(say('_Left-out floors')), '4,14')
    window.says('64 .*3-1-101 … ')
    window.keys('ctrl+Return')
    window.says('^翠湖花园$')
    same(stat.S_IMODE(os.stat(path).st_mode), 0o600, 'only this user reads the store')
    same(stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode), 0o700, 'and its folder')
    window.keys('ctrl+k')
    window.wait_focus(role=('text', 'entry'), name=say('Search'))
    window.type('1502')
    window.says('3-2-1502')


def test_a_building_is_made_and_taken_back(session):
    path = session.path('undo.frontdesk')
    window = begin(session, path)
    window.type('undo')
    window.keys('ctrl+Return')
    window.says('^undo$')
    window.click(window.arrow(say('What Else Is New')), lambda: window.find_all(
        match='^%s' % say('_Building…', 'new').rstrip('…')))
    window.press(window.find(match='^%s' % say('_Building…', 'new').rstrip('…')))
    wait_for('the dialog in front', lambda: any(f.get_name() == say('New Building') and has_state(f, 'active')
                                                for f in window.frames()))
    number = window.entry(say('_Number'), inside=[f for f in window.frames() if f.get_name() == say('New Building')][0])
    wait_for('the focus in it', lambda: has_state(fresh(number), 'focused'))
    window.keys('ctrl+Return')
    wait_for('the fault at the field', lambda: has_state(fresh(number), 'invalid'))
    window.type('7')
    window.says('72 .*7-1-101 … 7-2-1802')
    window.keys('ctrl+Return')
    window.toast('^%s' % say('Undo'))

    def found():
        return subprocess.run([session.program('frontdeskctl'), '--store', path, 'search', '7-2-1802'],
                              env=session.full_env(), capture_output=True, text=True, check=False).stdout
    wait_for('the unit in the store', lambda: '7-2-1802' in found())
    window.keys('ctrl+z')
    window.toast('^%s' % say('Redo'))
    wait_for('no unit in the store', lambda: '7-2-1802' not in found())
    window.keys('ctrl+shift+z')
    wait_for('the unit again', lambda: '7-2-1802' in found())


def test_a_wrong_form_stays_and_says_why(session):
    path = session.path('wrong.frontdesk')
    window = begin(session, path)
    window.keys('ctrl+Return')
    window.wait_focus(role=('text', 'entry'), name=say('_Community'))
    same(os.path.exists(path), False, 'nothing was made')
    window.type('<b>A & B</b>')
    window.fill(window.entry(say('_Number')), '1')
    window.fill(window.entry(say('Room nu_mbers')), 'no fields')
    window.keys('ctrl+Return')
    window.wait_focus(role=('text', 'entry'), name=say('Room nu_mbers'))
    window.fill(window.entry(say('Room nu_mbers')), '{floor}{door:02}')
    window.keys('ctrl+Return', 'ctrl+Return')
    window.says('^<b>A & B</b>$')


def test_back_keeps_what_was_written(session):
    window = begin(session, session.path('back.frontdesk'))
    window.type('abc')
    window.keys('Escape')
    window.wait_focus(role=('push button', 'button'))
    window.keys('2')
    window.says('^abc$')


def digest(path):
    with open(path, 'rb') as stream:
        return hashlib.sha256(stream.read()).hexdigest()


def trouble(session, path, title):
    before = digest(path)
    window = Window(session.start('--store', path))
    window.says(title)
    window.button(say('Open _Another Store…'))
    window.wait_focus(role=('push button', 'button'))
    window.app.quit()
    same(digest(path), before, 'the store was left as it was')


def test_what_was_typed_comes_back_after_a_kill(session):
    path = session.path('new', 'killed.frontdesk')
    window = begin(session, path)
    window.type('翠湖花园')
    window.fill(window.entry(say('_Number')), '12')
    window.fill(window.entry(say('Pass_word')), 'never-kept-8')

    def kept():
        with contextlib.suppress(sqlite3.OperationalError), sqlite3.connect('file:%s.drafts?mode=ro' % path, uri=True) as store:
            return store.execute('SELECT words FROM draft').fetchall()
        return []
    wait_for('the words to be kept', lambda: kept() and '翠湖花园' in kept()[0][0] and '12' in kept()[0][0])
    same('never-kept' in kept()[0][0], False, 'a password among the drafts')
    same(os.path.exists(path), False, 'a store before anybody made one')
    session.apps[-1].kill()
    window = Window(session.start('--store', path))
    window.button(say('Discard'), seconds=30)
    wait_for('the name', lambda: text_of(fresh(window.entry(say('_Community')))) == '翠湖花园')
    same(text_of(fresh(window.entry(say('_Number')))), '12')
    window.keys('ctrl+Return')
    window.says('^翠湖花园$', seconds=30)
    wait_for('no draft', lambda: kept() == [])


def test_not_a_store(session):
    path = session.path('notes.frontdesk')
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write('not a database at all\n' * 100)
    trouble(session, path, say('Not a Store of Frontdesk'))


def test_a_damaged_store(session):
    path = session.demo('damaged.frontdesk')
    with open(path, 'r+b') as stream:
        stream.truncate(200000)
    trouble(session, path, say('The Store Is Damaged'))


def test_a_newer_store(session):
    path = session.demo('newer.frontdesk')
    with open(path, 'r+b') as stream:
        stream.seek(60)                        # user_version
        stream.write((9999).to_bytes(4, 'big'))
    trouble(session, path, say('Written by a Newer Frontdesk'))


def test_a_store_in_use(session):
    import fcntl
    path = session.demo('used.frontdesk')
    with open(path + '.lock', 'w', encoding='utf-8') as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        window = Window(session.start('--store', path))
        window.says(say('The Store Is in Use'))
        window.press(window.button(say('_Only Look')))
        window.says(say('Read only'))


def test_the_same_store_is_raised(session):
    path = session.demo('one.frontdesk')
    window = Window(session.start('--store', path))
    wait_for('the panes', lambda: window.find_all('list'))
    second = session.start('--store', path)
    second.wait()
    same(second.process.returncode, 0, 'the second start ends at once')
    same(window.app.running(), True, 'and the first goes on')
    third = session.start('--store', path, '--quit')
    third.wait()
    wait_for('the end of the first', lambda: not window.app.running())


def names_on_the_bus(session):
    done = subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/',
                           '--method', 'org.freedesktop.DBus.ListNames'], env=session.full_env(), capture_output=True,
                          text=True, check=True)
    return done.stdout


def test_the_third_way_opens_the_demonstration(session):
    window = Window(session.start())
    window.button(say('Look at the Demonstration'))
    window.wait_focus()
    window.keys('3')
    wait_for('another program for the demonstration', lambda: 'org.frontdesk.Frontdesk.s' in names_on_the_bus(session))
    wait_for('the end of this one', lambda: not window.app.running())
    session.start('--demo', '--quit').wait()
    wait_for('the end of the other', lambda: 'org.frontdesk.Frontdesk.s' not in names_on_the_bus(session), seconds=60)


def test_the_demonstration(session):
    window = Window(session.start('--demo'))
    window.says('PIN 608135', seconds=90)
    window.keys('1')
    window.says(say('Six digits, no Enter'))
    window.type('608135')
    window.says('^%s$' % say('Demonstration'), seconds=60)
    window.keys('ctrl+k')
    window.wait_focus(role=('text', 'entry'), name=say('Search'), seconds=60)


main(globals())
