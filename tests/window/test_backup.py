# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups in the window: the page of them, a restore that takes the window along, and what is offered where the store is
damaged or gone."""
import contextlib
import glob
import os
import re
import shutil
import sqlite3

from gi.repository import GLib

from desk_a11y import BUTTONS, ENTRIES, Window, describe, fresh, has_state, plain_name, text_of, walk
from desk_session import Failure, wait_for
from desk_test import main, same
from desk_words import say


SWITCHES = ('toggle button', 'switch', 'check box')


def begin(session):
    path = session.demo()
    window = Window(session.start('--store', path))
    window.says('^翠湖花园$')
    return path, window


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


def setting(path, name):
    """What the store says, read beside the window."""
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True)) as db:
        row = db.execute('SELECT value FROM setting WHERE name = ?', (name,)).fetchone()
    return row[0] if row else None


def becomes(path, name, value):
    wait_for('%s is %s' % (name, value), lambda: setting(path, name) == value)


def told(path):
    """What the trail tells of backups, read beside the window."""
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True)) as db:
        return [row[0] for row in db.execute("SELECT use_case FROM act WHERE use_case IN ('note_backup', 'note_restore')")]


def tab_to(window, name):
    """Real keys until the button of this name has the keyboard; the entry after it does not say that it has."""
    for _ in range(30):
        node = window.focused()
        if node is not None and plain_name(node) == name:
            return
        before = node is not None and describe(node)
        window.keys('Tab')
        wait_for('the keyboard elsewhere', lambda: (window.focused() is not None and describe(window.focused())) != before)
    raise Failure('no way by Tab to ' + name)


def type_time(window, page, words):
    row = window.entry(inside=page)
    tab_to(window, say('To a _File…'))
    window.keys('Tab', 'ctrl+a')
    window.type(words)
    wait_for('the time as typed', lambda: text_of(fresh(row)) == words)
    window.keys('Return')
    return row


def set_the_time(path, window, page):
    before = setting(path, 'backup.time')
    row = type_time(window, page, '25:00')
    window.says(re.escape(say('A time is written 22:00.')), inside=page)
    same(setting(path, 'backup.time'), before, 'what is no time is not saved')
    same(text_of(fresh(row)), '25:00', 'what was typed stays')
    window.keys('ctrl+a')
    window.type('21:30')
    wait_for('the time as typed', lambda: text_of(fresh(row)) == '21:30')
    window.keys('Return')
    becomes(path, 'backup.time', '21:30')


def make_one(window, page, folder, ending):
    """One now: the button can be pressed again when it is there."""
    before = glob.glob(os.path.join(folder, '*' + ending))
    button = wait_for('the button', lambda: window.find_all(BUTTONS, name=say('Back Up _Now'), inside=page)[0])
    wait_for('nothing running', lambda: has_state(fresh(button), 'sensitive'), 60)
    window.press(button)
    wait_for('one more in ' + folder, lambda: len(glob.glob(os.path.join(folder, '*' + ending))) > len(before), 60)
    wait_for('its end', lambda: has_state(fresh(button), 'sensitive'), 60)


def set_second_folder(path, window, page, folder):
    """A second folder whose backups are closed by a passphrase, typed twice."""
    button = window.button(say('Choo_se Second…'), inside=page)
    window.choose_file(lambda: window.press(button), folder)
    becomes(path, 'backup.extra', folder)
    window.press(window.find(SWITCHES, match='^' + re.escape(say('Encrypt What Goes There')), inside=page))
    take = window.button(say('_Encrypt'))
    dialog = [f for f in window.frames() if window.find_all(BUTTONS, name=say('_Encrypt'), inside=f)][0]
    first, second = window.find_all(ENTRIES, inside=dialog)[:2]
    window.fill(first, 'long river')
    window.fill(second, 'long rover')
    same(has_state(fresh(take), 'sensitive'), False, 'two that differ close nothing')
    window.fill(second, 'long river')
    wait_for('the button', lambda: has_state(fresh(take), 'sensitive'))
    window.press(take)
    wait_for('the lock', lambda: setting(path, 'backup.seal'), 30)


def test_the_page(session):
    """The whole page of backups, on one day: its settings by keys, one now, a second folder that is closed, one to take along,
    and the restore of the first, which takes the window along."""
    path, window = begin(session)
    own, other = (os.path.join(os.path.dirname(path), name) for name in ('own', 'other'))
    file = os.path.join(os.path.dirname(path), 'taken.backup')
    os.mkdir(own)
    os.mkdir(other)
    page = open_backups(window)
    set_the_time(path, window, page)
    window.find('spin button', inside=page).get_value_iface().set_current_value(25)
    becomes(path, 'backup.share', '25')
    button = window.button(say('C_hoose Folder…'), inside=page)
    window.choose_file(lambda: window.press(button), own)
    becomes(path, 'backup.folder', own)
    make_one(window, page, own, '.backup')
    set_second_folder(path, window, page, other)
    make_one(window, page, other, '.sealed')
    button = window.button(say('To a _File…'), inside=page)
    window.choose_file(lambda: window.press(button), file, save=True)
    wait_for('the file', lambda: os.path.exists(file), 60)
    wait_for('a word in the trail', lambda: told(path) == ['note_backup'], 30)
    session.ctl('--store', file, 'verify')
    def rows():
        return window.find_all(BUTTONS, name=say('Restore…'), inside=page)
    wait_for('two open ones and a closed one', lambda: len(rows()) == 3, 30)
    window.press(rows()[-1])
    answer(window, re.escape(say('%s acts since then go with it, the last of %s.').split('%s')[1]), say('_Restore'))
    wait_for('the old store aside', lambda: glob.glob(path + '.replaced-*'), 60)
    window.says('^翠湖花园$', seconds=60)
    same(told(path), ['note_restore'], 'the trail of the restored store')
    session.ctl('--store', path, 'search', '1501')
    window.app.quit()
    same(len(glob.glob(os.path.join(own, '*.backup'))) >= 2, True, 'the day has its backup')


def damage(path):
    with open(path, 'r+b') as stream:
        stream.write(b'\0' * 4096)


def restore_offered(window, path, button, words):
    """What is offered in place of the store that cannot be opened."""
    window.press(button)
    answer(window, re.escape(say(words)), say('_Restore'))
    window.says('^翠湖花园$', seconds=60)
    window.app.quit()


def test_a_store_that_is_lost(session):
    """A damaged store offers its newest backup, and so does one that is gone, before a new one is begun; without a backup
    what can be read is salvaged, with a report."""
    path = session.demo()
    folder = os.path.join(os.path.dirname(path), 'demo-backups')
    os.mkdir(folder)
    session.ctl('--store', path, 'backup', os.path.join(folder, 'demo-1.backup'))
    damage(path)
    window = Window(session.start('--store', path))
    restore_offered(window, path, window.button(say('_Restore a Backup…')), 'What was done since then is not in it.')
    kept = [n for n in glob.glob(path + '.replaced-*') if n[-1].isdigit()]
    same(len(kept), 1, 'the damaged file is kept')
    for name in glob.glob(path + '*'):
        os.remove(name)
    window = Window(session.start('--store', path))
    offered = say('The data file is gone: _restore the backup of %s…').split('%s')[0].replace('_', '')[:6]
    restore_offered(window, path, window.find(BUTTONS, match=offered),
                    'The backup is proved first. There is no data file that it would replace.')
    same(glob.glob(path + '.replaced-*'), [], 'there was nothing to keep')
    shutil.rmtree(folder)
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
