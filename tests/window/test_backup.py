# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups in the window: one now, the settings, a restore that takes the window along; a damaged store offers its newest
backup and what can be read; the end of the program leaves the day's backup."""
import glob
import contextlib
import os
import re
import sqlite3

from gi.repository import GLib

from desk_a11y import BUTTONS, Window, fresh, has_state, plain_name, text_of, walk
from desk_session import wait_for
from desk_test import main, same
from desk_words import say


def begin(session):
    path = session.demo()
    window = Window(session.start('--store', path))
    window.says('^翠湖花园$')
    return path, window


def backups(path):
    return sorted(glob.glob(os.path.join(os.path.dirname(path), 'demo-backups', '*.backup')))


def front(window, name=None):
    """The window in front, once it is there: looking through that alone is quick."""
    def there():
        return [f for f in window.frames() if has_state(f, 'active') and name in (None, f.get_name())]
    return wait_for('the window %s in front' % (name or ''), there)[0]


def answer(window, words, button):
    """Presses a button of the dialog that says this."""
    def says(node):
        try:
            return re.search(words, text_of(node) or node.get_name() or '')
        except GLib.Error:      # went away while it was read
            return False

    def dialog():
        for frame in window.frames():
            if window.find_all(BUTTONS, name=button, inside=frame) and any(says(n) for _, n in walk(frame)):
                return frame
        return None
    window.press(window.button(button, inside=wait_for('the dialog that says ' + words, dialog, 30)))


def open_backups(window):
    window.app.activate('backups')
    return front(window, say('Backups'))


def test_one_now_and_restore(session):
    path, window = begin(session)
    page = open_backups(window)
    window.press(window.button(say('Back Up _Now'), inside=page))
    wait_for('the backup', lambda: backups(path))
    window.press(window.button(say('Restore…'), inside=page))
    answer(window, re.escape(say('Nothing was done since then.')), say('_Restore'))
    wait_for('the old store aside', lambda: glob.glob(path + '.replaced-*'))
    window.says('^翠湖花园$', seconds=30)
    session.ctl('--store', path, 'search', '1501')


def setting(path, name):
    """What the store says, read beside the window."""
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True)) as db:
        row = db.execute('SELECT value FROM setting WHERE name = ?', (name,)).fetchone()
    return row[0] if row else None


def becomes(path, name, value):
    wait_for('%s is %s' % (name, value), lambda: setting(path, name) == value)


def type_time(window, page, words):
    """Real keys, as a person changes the row: it comes after the button of the file, and its entry does not say that it has
    the keyboard."""
    row = window.entry(inside=page)
    for _ in range(16):
        node = window.focused()
        if node is not None and plain_name(node) == say('To a _File…'):
            break
        window.keys('Tab')
        window.settle()
    window.keys('Tab', 'ctrl+a')
    window.type(words)
    wait_for('the time as typed', lambda: text_of(fresh(row)) == words)
    window.keys('Return')
    return row


def test_the_time(session):
    path, window = begin(session)
    page = open_backups(window)
    before = setting(path, 'backup.time')
    row = type_time(window, page, '25:00')
    window.says(re.escape(say('A time is written 22:00.')), inside=page)
    same(setting(path, 'backup.time'), before, 'what is no time is not saved')
    same(text_of(fresh(row)), '25:00', 'what was typed stays')
    type_time(window, page, '21:30')
    becomes(path, 'backup.time', '21:30')


def test_share_and_folder(session):
    path, window = begin(session)
    own = os.path.join(os.path.dirname(path), 'own')
    os.mkdir(own)
    page = open_backups(window)
    window.find('spin button', inside=page).get_value_iface().set_current_value(25)
    becomes(path, 'backup.share', '25')
    button = window.button(say('C_hoose…'), inside=page)
    window.choose_file(lambda: window.press(button), own)
    becomes(path, 'backup.folder', own)
    window.press(window.button(say('Back Up _Now'), inside=page))
    wait_for('one in the chosen folder', lambda: glob.glob(os.path.join(own, '*.backup')))


def test_to_a_file(session):
    path, window = begin(session)
    page = open_backups(window)
    file = os.path.join(os.path.dirname(path), 'taken.backup')
    button = window.button(say('To a _File…'), inside=page)
    window.choose_file(lambda: window.press(button), file, save=True)
    wait_for('the file', lambda: os.path.exists(file))
    window.says(re.escape(say('Backed up and proved')), inside=page)
    session.ctl('--store', file, 'verify')


def test_the_end_of_the_day(session):
    path, window = begin(session)
    window.app.quit()
    same(len(backups(path)) >= 1, True, 'the day has its backup')


def damage(path):
    with open(path, 'r+b') as stream:
        stream.write(b'\0' * 4096)


def test_damaged_with_backup(session):
    path = session.demo()
    os.mkdir(os.path.join(os.path.dirname(path), 'demo-backups'))
    session.ctl('--store', path, 'backup', os.path.join(os.path.dirname(path), 'demo-backups', 'demo-1.backup'))
    damage(path)
    window = Window(session.start('--store', path))
    window.press(window.button(say('_Restore a Backup…')))
    answer(window, re.escape(say('What was done since then is not in it.')), say('_Restore'))
    window.says('^翠湖花园$', seconds=60)
    same(len(glob.glob(path + '.replaced-*')) >= 1, True, 'the damaged file is kept')


def test_missing_with_backup(session):
    """The store was deleted or lies elsewhere: its newest backup is offered before a new one is begun."""
    path = session.demo()
    os.mkdir(os.path.join(os.path.dirname(path), 'demo-backups'))
    session.ctl('--store', path, 'backup', os.path.join(os.path.dirname(path), 'demo-backups', 'demo-1.backup'))
    os.remove(path)
    window = Window(session.start('--store', path))
    window.press(window.find(BUTTONS, match=say('The data file is gone: _restore the backup of %s…').split('%s')[0].replace('_', '')[:6]))
    answer(window, re.escape(say('The backup is proved first. There is no data file that it would replace.')), say('_Restore'))
    window.says('^翠湖花园$', seconds=60)
    same(glob.glob(path + '.replaced-*'), [], 'there was nothing to keep')


def test_damaged_without_backup(session):
    path = session.demo()
    damage(path)
    window = Window(session.start('--store', path))
    window.press(window.button(say('_Salvage…')))
    window.press(window.button(say('_Salvage')))
    answer(window, re.escape(path + '.salvage.txt'), say('_Close'))
    window.says('^翠湖花园$', seconds=60)
    window.app.quit()
    session.ctl('--store', path, 'verify')
    with open(path + '.salvage.txt', encoding='utf-8') as stream:
        same(say('The damaged file stays beside the new one: keep it.') in stream.read(), True, 'the report in a file')


if __name__ == '__main__':
    main(globals())
