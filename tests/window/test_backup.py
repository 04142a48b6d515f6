# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups in the window: one now, the settings, a restore that takes the window along; a damaged store offers its newest
backup and what can be read; the end of the program leaves the day's backup."""
import glob
import os
import re

from desk_a11y import BUTTONS, Window, has_state, text_of, walk
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
    def dialog():
        for frame in window.frames():
            if window.find_all(BUTTONS, name=button, inside=frame) and any(
                    re.search(words, text_of(n) or n.get_name() or '') for _, n in walk(frame)):
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
    answer(window, re.escape(say('What was done since then is not in it.')), say('_Restore'))
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
