# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due on the desktop, with a service of our own and with a real one: answered there it is done in the list, done in
the list it goes there; Open raises the window on the record."""
import os
import re
import sqlite3
import subprocess

from gi.repository import GLib

from desk_a11y import Atspi, Window, children, fresh, has_state, walk
from desk_session import HERE, wait_for
from desk_test import main, same
from desk_words import say

SERVICE, OBJECT, TEST = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications', 'org.frontdesk.Test.Notifications.'
REAL = '/usr/lib/x86_64-linux-gnu/xfce4/notifyd/xfce4-notifyd'


class Mock:
    def __init__(self, session, *capabilities, start=True):
        self.session = session
        if start:
            session.run(['/usr/bin/python3', os.path.join(HERE, 'desk_notification_service.py')]
                        + list(capabilities or ('actions', 'body', 'persistence')))
        wait_for('the service', lambda: session.call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner',
                                                     SERVICE) == '(true,)')

    def call(self, method, *arguments):
        return self.session.call(SERVICE, OBJECT, TEST + method, *arguments)

    def standing(self):
        """{number: line}"""
        answer = re.match(r"^\('(.*)',\)$|^\(\"(.*)\",\)$", self.call('Standing') or "('',)")
        lines = (answer.group(1) or answer.group(2) or '').split('\\n')
        return {int(l.split(': ', 1)[0]): l.split(': ', 1)[1] for l in lines if l}

    def wait(self, what, condition, seconds=30):
        return wait_for(what, lambda: condition(self.standing()) and (self.standing() or True), seconds)


def store(session, keep=1):
    """The demonstration with only so many follow-ups left to be told. Returns the path and their notes."""
    path = session.demo()
    # What rules make by the day of the run is not said: the switch for each kind.
    session.setting('reminder-topics-off', "['lease_end', 'instruction', 'request', 'case_soon', 'case_late', 'escalated', "
                                           "'case_back', 'complaint', 'enquiry']")
    with sqlite3.connect(path) as db:
        rows = db.execute('SELECT id, note FROM follow_up WHERE state = 1 AND unit_id IS NOT NULL AND topic <= 4 '
                          'ORDER BY due_at LIMIT ?', (keep,)).fetchall()
        marks = ','.join('?' * len(rows))
        ids = [r[0] for r in rows]
        # A case that is to be called back is a call as people make them: its rule is off.
        db.execute("INSERT INTO setting (name, value) VALUES ('follow_up.callback', 'off') ON CONFLICT (name) DO UPDATE SET value = 'off'")
        db.execute('UPDATE follow_up SET told_due = due_at, tell_at = 0 WHERE id NOT IN (%s)' % marks, ids)
    db.close()
    same(len(rows), keep, 'follow-ups of the demonstration')
    return path, [r[1] for r in rows]


def begin(session, path):
    window = Window(session.start('--store', path))
    window.list = window.find('list', name=say('Follow-ups'), seconds=40)
    return window


def in_list(window, note):
    """Whether a row says so; None while rows are going."""
    try:
        return any(note in (n.get_name() or '') for n in window.find_all('list item', inside=window.list))
    except GLib.Error:
        return None


def gone(window, note):
    return in_list(window, note) is False


def test_done_on_the_desktop_is_done_in_the_list(session):
    path, [note] = store(session)
    mock = Mock(session)
    window = begin(session, path)
    number, line = list(mock.wait('one notification', lambda s: len(s) == 1).items())[0]
    same(note in line and 'done snooze open' in line, True, line)
    wait_for('it in the list', lambda: in_list(window, note))
    mock.call('Press', str(number), 'done')
    wait_for('it to go from the list', lambda: gone(window, note))
    same(mock.standing(), {}, 'nothing stands')
    window.says(say('Follow-up done', 'act'))


def test_done_in_the_list_goes_from_the_desktop(session):
    path, [note] = store(session)
    mock = Mock(session)
    window = begin(session, path)
    mock.wait('one notification', lambda s: len(s) == 1)
    wait_for('its row, the latest, chosen', lambda: any(
        note in (n.get_name() or '') and has_state(fresh(n), 'selected') for n in window.find_all('list item', inside=window.list)))
    window.wait_focus()
    window.keys('d')
    mock.wait('nothing to stand', lambda s: not s)


def test_many_are_one_and_open_today(session):
    path, rows = store(session, keep=7)
    mock = Mock(session)
    window = begin(session, path)
    number, line = list(mock.wait('one for all', lambda s: len(s) == 1).items())[0]
    same('7' in line and all(note not in line for note in rows), True, line)
    window.pane('Residents')
    mock.call('Press', str(number), 'open')
    window.find('list', name=say('Follow-ups'))


def test_open_from_the_background(session):
    path, [note] = store(session)
    session.setting('keep-running-said', 'true')
    mock = Mock(session)
    app = session.start('--store', path, '--background')
    number = list(mock.wait('one notification', lambda s: len(s) == 1))[0]
    mock.call('Press', str(number), 'open')
    window = Window(app)
    window.says(r'^\d+-\d+-\d+$', seconds=30)
    same(note in repr(mock.standing()), False, 'and it is answered')


def test_hidden_and_off(session):
    path, [note] = store(session)
    session.setting('reminder-hide', 'true')
    mock = Mock(session)
    begin(session, path)
    line = list(mock.wait('one notification', lambda s: len(s) == 1).values())[0]
    same(note in line or bool(re.search(r'\d-\d+-\d', line)), False, line)


def test_reminders_off(session):
    path, [note] = store(session)
    session.setting('reminders', 'false')
    mock = Mock(session)
    window = begin(session, path)
    wait_for('it in the list', lambda: in_list(window, note))
    bell = window.find(match='^%s' % say('Reminders'))
    wait_for('the bell to count', lambda: re.search(r'\d', bell.get_name() or ''))
    same(mock.call('Count'), '(uint32 0,)', 'nothing was said')


def test_two_services_installed(session):
    """The bus starts either: one notification, on one of them; when that dies, whichever comes has it."""
    path, [note] = store(session)
    for name in ('One', 'Other'):
        session.offer_service(SERVICE, '/usr/bin/python3', os.path.join(HERE, 'desk_notification_service.py'), 'actions', 'body',
                              'name=' + name, package=name.lower() + '.')
    window = begin(session, path)
    mock = Mock(session, start=False)
    line = list(mock.wait('one notification', lambda s: len(s) == 1).values())[0]
    same((note in line, mock.call('Count')), (True, '(uint32 1,)'), line)
    mock.call('Die')
    number = list(mock.wait('it with the next', lambda s: len(s) == 1).keys())[0]
    same(mock.call('Count'), '(uint32 1,)', 'said once')
    mock.call('Press', str(number), 'done')
    wait_for('it to go from the list', lambda: gone(window, note))


class Real:
    """xfce4-notifyd, whose buttons are pressed as a person does."""

    def __init__(self, session):
        self.session = session
        session.run([REAL])
        subprocess.run(['gdbus', 'wait', '--session', '--timeout', '20', SERVICE], env=session.full_env(), check=True)

    def buttons(self):
        """[(name, node)], in the order in which they stand"""
        for app in children(fresh(Atspi.get_desktop(0))):
            if 'notifyd' in (app.get_name() or ''):
                return [(n.get_name(), n) for _, n in walk(fresh(app)) if n.get_role_name() in ('push button', 'button')]
        return []

    def names(self):
        return sorted(name for name, _ in self.buttons() if name)

    def press(self, window, word):
        """Sees all three once, keeps a picture, presses one, and it is gone."""
        expected = sorted(say(w, 'notification') for w in ('Done', 'In 10 Minutes', 'Open'))
        wait_for('the buttons, each once', lambda: self.names() == expected, 30)
        window.settle()
        out = os.environ.get('DESK_TEST_OUT') or self.session.path()
        subprocess.run(['import', '-silent', '-window', 'root', os.path.join(out, 'notification-%s.png' % word)], check=True)
        window.press(dict(self.buttons())[say(word, 'notification')])
        wait_for('nothing to stand', lambda: not self.names())


def test_a_real_service_done(session):
    path, [note] = store(session)
    real = Real(session)
    window = begin(session, path)
    real.press(window, 'Done')
    wait_for('it to go from the list', lambda: gone(window, note))
    window.says(say('Follow-up done', 'act'))


def due_of(path, note):
    with sqlite3.connect(path) as db:
        found = db.execute('SELECT due_at FROM follow_up WHERE state = 1 AND note = ? ORDER BY due_at DESC', (note,)).fetchone()
    db.close()
    return found[0]


def test_a_real_service_snooze(session):
    path, [note] = store(session)
    real = Real(session)
    before = due_of(path, note)
    window = begin(session, path)
    real.press(window, 'In 10 Minutes')
    wait_for('it to be due later', lambda: due_of(path, note) > before)
    wait_for('it in the list still', lambda: in_list(window, note))


def test_a_real_service_open(session):
    path, [note] = store(session)
    real = Real(session)
    window = begin(session, path)
    real.press(window, 'Open')
    window.says(r'^\d+-\d+-\d+$', seconds=30)
    window.keys('alt+1')
    window.list = window.find('list', name=say('Follow-ups'))
    wait_for('it in the list still', lambda: in_list(window, note))


main(globals())
