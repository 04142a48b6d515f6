# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept and for whom: a desk that locks itself says nothing of residents, a draft waits for its author while somebody
else is at the desk, and a choice of two people comes back after a kill."""
import contextlib
import re
import sqlite3

from gi.repository import GLib

from desk_a11y import BUTTONS, ENTRIES, Window, fresh, has_state, text_of, walk
from desk_session import wait_for
from desk_test import main, same
from desk_words import say
from test_drafts import Desk
from test_sign_in import ADMIN, ADMIN_PIN, WANG_PIN, away, opened, sign_in, texts


def resident(window):
    """What of residents a screen reader could read anywhere in the program: rooms, masked numbers."""
    found = []
    for _, node in walk(fresh(window.root)):
        try:
            words = '%s %s %s' % (node.get_name(), node.get_description(), text_of(node))
        except GLib.Error:
            continue
        found += re.findall(r'\b\d+-\d+-\d{3,4}\b|\d{3}\*{4}\d{4}|张淑芬', words)
    return found


def locking_by_itself(path):
    """The desk locks itself after a minute, the least that can be set."""
    with contextlib.closing(sqlite3.connect(path)) as store:
        store.execute("INSERT INTO setting (name, value, version) VALUES ('desk.lock_minutes', '1', 1) "
                      "ON CONFLICT (name) DO UPDATE SET value = '1'")
        store.commit()
        store.execute('PRAGMA wal_checkpoint(TRUNCATE)')


def locked_itself(path):
    """Looked for in the trail: asking the window all the time would keep it from being idle on a slow machine."""
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True)) as store:
        return store.execute("SELECT count(*) FROM act WHERE use_case = 'leave_desk'").fetchone()[0] > 0


def test_a_draft_waits_for_its_author(session):
    """The desk locks itself over a half-filled form and says nothing of residents; somebody else comes and sees nothing of
    it; its author finds it."""
    path = session.demo(sign_in=True)
    locking_by_itself(path)
    window = Window(session.start('--store', path))
    window.says('PIN ' + WANG_PIN, seconds=30)
    sign_in(window, ADMIN, ADMIN_PIN)
    window.pane('Residents')
    window.find('table row', match=r'^\d+-', seconds=30)
    same(resident(window) != [], True, 'residents on the desk')
    window.keys('ctrl+n')
    wait_for('the form', lambda: has_state(fresh(window.entry(say('Room', 'field'))), 'focused'), 30)
    window.type('1588')
    wait_for('the desk to lock itself', lambda: locked_itself(path), 150, pause=1.0)
    window.says(say('%s was away, so the desk locked itself. What was being written is kept until %s comes back.')
                .split('%s')[1].split('，')[0], seconds=30)
    window.says(say('%1 overdue, %2 still due today').replace('%1', r'\d+').replace('%2', r'\d+'), seconds=20)
    same(resident(window), [], 'what of residents a locked window says')
    sign_in(window, '2', WANG_PIN)
    window.says('王丽')
    window.settle()
    same(window.find_all(BUTTONS, name=say('Go On')), [], "somebody else's draft")
    same([t for t in texts(window) if '1588' in (t or '')], [], "somebody else's words")
    window.keys('ctrl+alt+l')
    away(window)
    sign_in(window, ADMIN, ADMIN_PIN)
    window.click(window.button(say('Go On'), seconds=30), lambda: window.find_all(BUTTONS, name=say('Cancel')))
    wait_for('the words', lambda: '1588' in texts(window), 30)


def both(desk):
    """Both people stand beside each other and can be made one."""
    wait_for('both people', lambda: has_state(fresh(desk.window.button(say('Merge'))), 'sensitive'), 30)


def test_a_choice_of_two_people_after_a_kill(session):
    desk = Desk(session)
    desk.window.keys('ctrl+k')
    desk.window.wait_focus(role=ENTRIES, name=say('Search'))
    desk.window.type('zsf')
    desk.window.says('张淑芬', seconds=30)
    desk.window.settle()
    desk.window.keys('Return')
    desk.window.button(say('More Actions'), seconds=30)
    desk.window.settle()
    desk.window.keys('m')
    desk.window.wait_focus(role=ENTRIES, name=say('The other'))
    desk.window.type('张涛')
    desk.window.find('list item', match='^张涛', seconds=20)
    desk.window.keys('Down', 'Return')
    both(desk)
    wait_for('the choice to be kept', lambda: any(re.search(r'[1-9]\d* 张涛', words) for _, words in desk.kept()), 30)
    desk.cut_off()
    desk.start()
    desk.go_on()
    wait_for('the other', lambda: text_of(fresh(desk.window.entry(say('The other')))) == '张涛', 30)
    both(desk)
    desk.window.click(desk.window.button(say('Discard')), lambda: desk.kept() == [])


if __name__ == '__main__':
    main({name: it for name, it in globals().items() if getattr(it, '__module__', None) == '__main__'})
