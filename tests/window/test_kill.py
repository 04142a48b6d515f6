# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed while it saves: the store is whole, and what was typed is there once, as the record or as the
draft that is offered again."""
import contextlib
import json
import os
import sqlite3

from desk_a11y import BUTTONS, Window, fresh, has_state, text_of
from desk_session import wait_for
from desk_test import main, same
from desk_words import say


class Desk:
    """The window on the demonstration's residents; what it has saved is read beside it."""

    def __init__(self, session):
        self.session, self.path = session, session.demo()
        session.setting('last-pane', "'residents'")
        self.start()

    def start(self):
        self.app = self.session.start('--store', self.path)
        self.window = Window(self.app)
        self.window.find('table row', match=r'^\d+-', seconds=30)

    def kill(self):
        self.app.kill()
        self.session.apps.remove(self.app)

    def room(self):
        return self.window.entry(say('Room', 'field'))

    def made(self, room):
        lines = self.session.ctl('--store', self.path, '--format', 'json', 'list', 'units').split('\n')
        return [json.loads(line)['label'].split('-')[-1] for line in lines if line.strip()].count(room)

    def is_there(self, room):
        with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % self.path, uri=True)) as db:
            return db.execute('SELECT count(*) FROM unit WHERE room = ?', (room,)).fetchone()[0]

    def is_kept(self, room):
        try:
            with contextlib.closing(sqlite3.connect('file:%s.drafts?mode=ro' % self.path, uri=True)) as db:
                return any(room in words for words, in db.execute('SELECT words FROM draft'))
        except sqlite3.OperationalError:        # nothing was ever typed
            return False

    def log(self):
        try:
            return os.stat(self.path + '-wal').st_mtime_ns
        except FileNotFoundError:
            return 0


def kill_while_saving(session, room, wait):
    """wait (desk, when the log was written last) returns at the moment of the kill."""
    desk = Desk(session)
    desk.window.keys('ctrl+n')
    wait_for('the form', lambda: has_state(fresh(desk.room()), 'focused'))
    desk.window.type(room)
    wait_for('the draft', lambda: desk.is_kept(room), 30)
    before = desk.log()
    desk.window.keys('ctrl+Return')
    wait(desk, before)
    desk.kill()
    session.ctl('--store', desk.path, 'verify', '--deep')
    made = desk.made(room)
    same(made in (0, 1), True, 'one record at most')
    desk.start()
    if made:
        desk.window.missing(BUTTONS, name=say('Go On'))
    else:
        desk.window.click(desk.window.button(say('Go On'), seconds=30),
                          lambda: desk.window.find_all(BUTTONS, name=say('Cancel')))
        wait_for('the room as it was typed', lambda: text_of(fresh(desk.room())) == room, 20)
        desk.window.keys('ctrl+Return')
        desk.window.missing(BUTTONS, name=say('Cancel'), seconds=20)
    same(desk.made(room), 1, 'the one record')
    return made


def test_at_once(session):
    kill_while_saving(session, '1591', lambda desk, before: None)


def test_while_the_log_is_written(session):
    kill_while_saving(session, '1592', lambda desk, before: wait_for('the log to be written', lambda: desk.log() != before, pause=0))


def test_when_it_is_saved(session):
    made = kill_while_saving(session, '1593', lambda desk, before: wait_for('the record', lambda: desk.is_there('1593'), pause=0))
    same(made, 1, 'what was seen once stays')


if __name__ == '__main__':
    main(globals())
