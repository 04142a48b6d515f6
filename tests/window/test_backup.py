# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups in the window: one now, the settings, a restore that takes the window along; a damaged store offers its newest
backup and what can be read; the end of the program leaves the day's backup."""
import glob
import os
import re

from desk_a11y import BUTTONS, Window
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


def open_backups(window):
    window.app.activate('backups')
    return window.button(say('Back Up _Now'))


def test_one_now_and_restore(session):
    path, window = begin(session)
    now = open_backups(window)
    window.says(say('No backup yet'))
    window.press(now)
    wait_for('the backup', lambda: len(backups(path)) == 1)
    restore = window.find(BUTTONS, name=say('Restore…'))
    window.says(say('nothing since then'))
    window.press(restore)
    window.says(say('Nothing was done since then.'))
    window.press(window.button(say('_Restore')))
    wait_for('the old store aside', lambda: glob.glob(path + '.replaced-*'))
    window.says(say('Restored. The data of before lies beside it.'))
    window.says('^翠湖花园$')
    session.ctl('--store', path, 'search', '1501')


def test_settings(session):
    path, window = begin(session)
    open_backups(window)
    row = window.entry(match='22:00')
    window.fill(row, '25:00')
    window.keys('Return')
    window.says(say('A time is written 22:00.'))
    window.fill(row, '21:30')
    window.keys('Return')
    window.app.quit()
    same(session.ctl('--store', path, 'backups', '--format', 'json').count('"act'), 1, 'the day has its backup')
    same(len(backups(path)), 1)


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
    window.says(say('What was done since then is not in it.'))
    window.press(window.button(say('_Restore')))
    window.says('^翠湖花园$', seconds=60)
    same(len(glob.glob(path + '.replaced-*')), 1, 'the damaged file is kept')


def test_damaged_without_backup(session):
    path = session.demo()
    damage(path)
    window = Window(session.start('--store', path))
    window.press(window.button(say('_Salvage…')))
    window.press(window.button(say('_Salvage')))
    window.says(re.escape(say('The damaged file stays beside the new one: keep it.')), seconds=120)
    window.says('^翠湖花园$', seconds=60)
    session.ctl('--store', path, 'verify', status=3)
    window.app.quit()
    session.ctl('--store', path, 'verify')


if __name__ == '__main__':
    main(globals())
