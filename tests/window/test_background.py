# SPDX-License-Identifier: GPL-3.0-or-later
"""Going on without a window: closing, ending, starting hidden, started by the bus, found by the desktop's own search."""
import os
import re
import sqlite3
import subprocess

from desk_a11y import Window, fresh, has_state
from desk_session import SOURCE, wait_for
from desk_test import main, same
from desk_words import say

NAME = 'org.frontdesk.Frontdesk'
PROVIDER = 'org.gnome.Shell.SearchProvider2.'
USUAL = ('data', 'frontdesk', 'desk.frontdesk')


def windows(app):
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(app.pid)], capture_output=True, text=True,
                          check=False).stdout.split()


def usual(session):
    """The demonstration as the store that opens without --store."""
    os.makedirs(session.path(*USUAL[:-1]), mode=0o700, exist_ok=True)
    return session.demo(os.path.join(*USUAL))


def opened(session, *arguments):
    window = Window(session.start(*arguments))
    window.find('list', name=say('Panes'))
    return window


def search_in_front(window):
    """A window that nobody's key or click has called for gets no keyboard from the window manager: a hand does that."""
    entry = window.entry(name=say('Search'))

    def focused():
        subprocess.run(['xdotool', 'windowactivate', window.xid()[-1]], check=True)
        return has_state(fresh(entry), 'focused')
    wait_for('the focus in the search', focused)


def on_the_bus(session):
    return session.call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', NAME) == '(true,)'


def test_the_first_close_is_asked_once(session):
    path = usual(session)
    window = opened(session)
    window.keys('ctrl+w')
    window.button(say('_Keep Running'))
    window.keys('Escape')
    window.missing(name=say('_Keep Running'))
    same(bool(windows(window.app)), True, 'cancelled: the window stays')
    window.keys('ctrl+w')
    window.button(say('_Keep Running'))
    window.keys('Return')
    wait_for('no window', lambda: not windows(window.app))
    same(window.app.running(), True, 'it goes on')
    session.start().wait()
    wait_for('the window again', lambda: windows(window.app))
    window.find('list', name=say('Panes'))
    window.keys('ctrl+w')
    wait_for('no window, and no question', lambda: not windows(window.app))
    same(window.app.running(), True, 'it goes on')
    session.ctl('--store', path, 'export', 'units', session.path('units.csv'), status=3)
    end = session.start('--quit', DISPLAY='')
    end.wait()
    end.check()
    session.ctl('--store', path, 'verify')
    wait_for('its end', lambda: not window.app.running())


def test_the_first_close_can_end_it(session):
    usual(session)
    window = opened(session)
    window.keys('ctrl+w')
    window.press(window.button(say('_End Program')))
    wait_for('its end', lambda: not window.app.running())
    again = opened(session)
    again.keys('ctrl+w')
    wait_for('its end, and no question', lambda: not again.app.running())


def test_without_reminders_closing_ends(session):
    usual(session)
    session.setting('reminders', 'false')
    window = opened(session)
    window.keys('ctrl+w')
    wait_for('its end', lambda: not window.app.running())


def test_started_hidden(session):
    path = usual(session)
    session.setting('keep-running-said', 'true')
    app = session.start('--background')
    wait_for('the store is held', lambda: os.path.exists(path + '-wal') and on_the_bus(session))
    second = session.start('--background')
    second.wait()
    same((second.process.returncode, windows(app)), (0, []), 'a second one neither stays nor shows a window')
    session.start('--search').wait()
    search_in_front(Window(app))


def test_hidden_with_nothing_to_do_ends(session):
    app = session.start('--background')
    app.wait()
    app.check()
    usual(session)
    session.setting('keep-running', 'false')
    app = session.start('--background')
    app.wait()
    app.check()


def test_hidden_says_why_the_store_does_not_open(session):
    path = usual(session)
    with open(path, 'r+b') as stream:
        stream.write(b'not a store at all')
    window = Window(session.start('--background'))
    window.says(say('Not a Store of Frontdesk'))


def activate(session, action, target='[]'):
    return session.call(NAME, '/' + NAME.replace('.', '/'), 'org.freedesktop.Application.ActivateAction', action, target, '{}')


def cold(session, action, target='[]'):
    """The window of the program that the bus starts for the action."""
    activate(session, action, target)
    pid = int(re.search(r'uint32 (\d+)', session.call('org.freedesktop.DBus', '/',
                                                      'org.freedesktop.DBus.GetConnectionUnixProcessID', NAME)).group(1))
    return Window(type('Cold', (), {'pid': pid, 'running': lambda self: on_the_bus(session)})())


def test_started_by_the_bus(session):
    """From cold: the bus starts the program for an action, which finds the window it needs."""
    usual(session)
    session.offer_service(NAME, session.program(), '--gapplication-service')
    search_in_front(cold(session, 'search'))
    session.start('--quit').wait()
    same(on_the_bus(session), False, 'ended')


def test_started_by_the_bus_for_a_record(session):
    """From cold: what a follow-up is about, then the follow-up itself, then what there is not."""
    with sqlite3.connect(usual(session)) as db:
        number, note, unit, label = db.execute(
            'SELECT f.id, f.note, u.id, u.label FROM follow_up f JOIN unit u ON u.id = f.unit_id '
            "WHERE f.state = 1 AND f.topic <= 4 AND f.note <> '' ORDER BY f.due_at LIMIT 1 OFFSET 2").fetchone()
    db.close()
    session.offer_service(NAME, session.program(), '--gapplication-service')
    window = cold(session, 'open', "[<('unit', int64 %d)>]" % unit)
    window.says('^%s$' % re.escape(label), seconds=30)
    session.start('--quit').wait()
    same(on_the_bus(session), False, 'ended')
    window = cold(session, 'open', "[<('follow_up', int64 %d)>]" % number)
    follow_ups = window.find('list', name=say('Follow-ups'), seconds=40)
    wait_for('it, chosen', lambda: any(note in (n.get_name() or '') and has_state(fresh(n), 'selected')
                                       for n in window.find_all('list item', inside=follow_ups)))
    for wrong in ("('nonsense', int64 1)", "('unit', int64 -1)", "('unit', int64 9223372036854775807)", "('', int64 0)"):
        same(activate(session, 'open', '[<%s>]' % wrong), '()', wrong)
    window.find('list', name=say('Panes'))
    same(on_the_bus(session), True, 'still there')


def test_the_desktops_search(session):
    provider = '/' + NAME.replace('.', '/') + '/SearchProvider'

    def ask(method, *arguments):
        return session.call(NAME, provider, PROVIDER + method, *arguments)
    usual(session)
    window = opened(session)
    found = wait_for('a unit', lambda: re.findall(r"'([^']+)'", ask('GetInitialResultSet', "['3-2-1501']") or ''))
    same(found[0].startswith('unit:'), True, 'a unit first')
    meta = ask('GetResultMetas', "['%s', 'unit:no-such']" % found[0])
    same(len(re.findall("'id'", meta)), 1, 'one known, one not')
    same("'name': <'3-2-1501'>" in meta and "'description'" in meta, True, meta)
    same(ask('GetSubsearchResultSet', '["%s"]' % found[0], "['3-2-1501', '无此人']"), '(@as [],)', 'narrowed to nothing')
    same(ask('GetInitialResultSet', "[' ', '']"), '(@as [],)', 'nothing asked')
    for wrong in ('', ':', 'unit', 'unit:', 'unit:-1', 'nonsense:1', 'unit:99999999999999999999:x'):
        ask('ActivateResult', wrong, "['x']", '0')
    ask('ActivateResult', found[0], "['3-2-1501']", '0')
    window.says(r'^3-2-1501$')
    ask('LaunchSearch', "['3-2-1502']", '0')
    window.says('3-2-1502')
    same(window.app.running(), True, 'still there')


def test_preferences(session):
    usual(session)
    entry = session.path('config', 'autostart', NAME + '.desktop')
    window = opened(session)
    window.keys('ctrl+comma')
    window.find('page tab', name=say('Re_minders'))
    window.keys('alt+m')
    switch = window.find(match='^' + say('Start with the Session'), role=('switch', 'toggle button', 'check box'))
    same(os.path.exists(entry), False, 'not before it is asked for')
    window.press(switch)
    text = wait_for('the entry', lambda: os.path.exists(entry) and open(entry, encoding='utf-8').read())
    same('--background' in text and session.program() in text, True, text)
    window.press(switch)
    wait_for('no entry', lambda: not os.path.exists(entry))


def test_the_desktops_files(session):
    """What is installed says what the program does."""
    with open(os.path.join(SOURCE, 'data', NAME + '.search-provider.ini'), encoding='utf-8') as stream:
        text = stream.read()
    same('ObjectPath=/' + NAME.replace('.', '/') + '/SearchProvider' in text and 'AutoStart=false' in text, True, text)


main(globals())
