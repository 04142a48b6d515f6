# SPDX-License-Identifier: GPL-3.0-or-later
"""The window around the panes: panes by keys, the search sheet, undo, narrow windows, the language switch."""
import os
import subprocess

from gi.repository import GLib

from desk_a11y import Window, children, extents, fresh, has_state, plain_name
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

ZH = os.environ.get('DESK_LANGUAGE', 'zh_CN') == 'zh_CN'


def first(node, roles, name):
    """The first widget of that role and name below node, or None; what lies in tables is passed over: asking thousands
    of cells takes long."""
    try:
        if node.get_role_name() in roles and name in (node.get_name(), plain_name(node)):
            return node
        if node.get_role_name() in ('table', 'tree table', 'table row'):
            return None
    except GLib.Error:
        return None
    for child in children(node):
        found = first(child, roles, name)
        if found is not None:
            return found
    return None


class Shell(Window):
    """The window with its parts at hand."""

    def __init__(self, app):
        super().__init__(app)
        self.search_button = self.wait_first(('push button', 'button'), say('Search'))
        self.panes = self.wait_first(('list',), say('Panes'))
        wait_for('a pane', lambda: list(children(fresh(self.panes))))

    def wait_first(self, roles, name, inside=None):
        return wait_for('%s %s' % (roles[0], name), lambda: first(fresh(inside or self.root), roles, name))

    def sheet(self):
        """The sheet is the last thing laid over the window."""
        overlay = [o for bin in children(fresh(self.frames()[0])) for o in children(bin)][0]
        return list(children(fresh(overlay)))[-1]

    def open_search(self):
        self.keys('ctrl+k')
        self.entry = self.wait_first(('text', 'entry'), say('Search'), self.sheet())
        wait_for('the focus in the search', self.searching)

    def searching(self):
        return has_state(fresh(self.entry), 'focused') and extents(self.entry)[2] > 0

    def close_search(self):
        self.keys('Escape')
        wait_for('the search to go', lambda: not has_state(fresh(self.entry), 'focused'))

    def rows(self):
        found = first(fresh(self.sheet()), ('list',), say('Results'))
        return [r for r in children(fresh(found)) if r.get_role_name() == 'list item'] if found else []

    def hits(self):
        """The names of the rows that are shown, in order."""
        return [r.get_name() for r in self.rows()]

    def chosen(self):
        return [r.get_name() for r in self.rows() if has_state(r, 'selected')]

    def search(self, words, expected):
        self.open_search()
        self.type(words)
        return wait_for('%s among the hits' % expected, lambda: [h for h in self.hits() if expected in h])


def opened(session, **env):
    return Shell(session.start('--store', session.demo(), **env))


def test_search_by_room_opens_the_unit(session):
    window = opened(session)
    window.search('3-2-1501', '3-2-1501')
    # The first preview of a window: an instruction of two lines has both of them above the facts.
    wait_for('the preview', lambda: [n for n in window.find_all('label', match='有大型犬') if extents(n)[3] > 0])
    instruction, area = window.find('label', match='有大型犬'), window.find('label', name=say('Area'))
    wait_for('the facts below the instruction', lambda: extents(area)[1] >= extents(instruction)[1] + extents(instruction)[3])
    window.keys('Return')
    wait_for('the search to go', lambda: not has_state(fresh(window.entry), 'focused'))
    window.wait_first(('label',), '3-2-1501')


def test_search_by_pasted_characters_and_width(session):
    window = opened(session)
    first = window.search('张', '张')[0]
    name = first.split()[0]
    window.keys('ctrl+a')
    window.paste('３－２－１５０１')
    wait_for('the unit', lambda: any('3-2-1501' in h for h in window.hits()))
    window.keys('ctrl+a')
    window.paste(name)
    wait_for('the same person by the whole name', lambda: any(name in h for h in window.hits()))
    window.keys('ctrl+a')
    window.type('zzzzqqq')
    window.says('zzzzqqq', inside=window.sheet())
    same(window.hits(), [], 'hits of nonsense')


def test_enter_before_the_answer_opens_the_first_hit(session):
    window = opened(session)
    window.open_search()
    subprocess.run(['xdotool', 'type', '--delay', '40', '3-2-1501'], check=True)
    subprocess.run(['xdotool', 'key', 'Return'], check=True)
    wait_for('the search to go', lambda: not has_state(fresh(window.entry), 'focused'))
    window.wait_first(('label',), '3-2-1501')


def test_search_keys(session):
    window = opened(session)
    before = window.wait_focus()
    window.search('1501', '1501')
    first = wait_for('a chosen row', window.chosen)
    window.keys('Down')
    wait_for('the next row', lambda: window.chosen() != first and window.chosen())
    window.keys('Home')
    wait_for('the first row', lambda: window.chosen() == first)
    window.keys('End')
    last = wait_for('the last row', lambda: window.chosen() != first and window.chosen())
    window.keys('Down')
    same(window.chosen(), last, 'nothing is below the last row')
    chip = window.find(('toggle button', 'radio button', 'push button'), match='^%s \\d' % say('Units', 'kind'),
                       inside=window.sheet())
    window.keys('Tab')
    wait_for('the chip of units', lambda: has_state(fresh(chip), 'pressed') or has_state(chip, 'checked'))
    window.close_search()
    wait_for('the focus back where it came from', lambda: has_state(fresh(before), 'focused'))


def test_rows_of_the_search_are_of_the_last_answer(session):
    """Rows are used again: whatever was shown before, another answer shows its own hits and no more."""
    window = opened(session)
    window.search('1501', '1501')
    window.keys('End')
    window.keys('ctrl+a')
    window.type('3-2-1501')
    wait_for('the unit first', lambda: window.chosen() == window.hits()[:1] and '3-2-1501' in window.hits()[0])
    same([h for h in window.hits() if '3-2-1501' not in h], [], 'rows of the answer before')
    narrow = window.hits()
    window.keys('ctrl+a')
    window.type('zzzzqqq')
    wait_for('no rows', lambda: window.hits() == [])
    window.keys('Return')
    window.keys('ctrl+a')
    window.type('3-2-1501')
    wait_for('the same rows again', lambda: window.hits() == narrow)


def test_f8_in_the_search_is_of_the_chosen_row(session):
    """The number comes at once with F8, though what is known of the row is read only when the keys rest."""
    window = opened(session)
    window.open_search()
    subprocess.run(['xdotool', 'type', '--delay', '20', '3-2-1501'], check=True)
    wait_for('the unit', lambda: window.chosen() and '3-2-1501' in window.chosen()[0])
    subprocess.run(['xdotool', 'key', '--delay', '5', 'Down', 'Up', 'F8'], check=True)
    wait_for('a whole number', lambda: window.find_all(match='^1\\d{10}$'))


def test_a_list_is_one_stop_of_tab(session):
    """Nobody walks through a thousand rows by Tab; and the mark of the sidebar stays at the pane in front."""
    window = opened(session)
    window.keys('alt+3')
    row = window.wait_focus(role='table row')
    window.keys('Tab')
    wait_for('the list to be left', lambda: not has_state(fresh(row), 'focused'))
    same(window.focused().get_role_name() == 'table row', False, 'another row has the keyboard')
    window.keys('shift+Tab')
    wait_for('the same row', lambda: has_state(fresh(row), 'focused'))
    panes = window.find('list', say('Panes'))
    front = next(n for n in children(panes) if has_state(n, 'selected'))
    for _ in range(40):
        if window.focused().get_role_name() == 'list item':
            break
        window.keys('shift+Tab')
    wait_for('the pane in front', lambda: has_state(fresh(front), 'focused'))
    window.keys('Down')
    wait_for('the mark to go on', lambda: not has_state(fresh(front), 'selected'))
    window.keys('Tab')
    wait_for('the mark to come back', lambda: has_state(fresh(front), 'selected'))


def test_panes_stay_behind_the_search(session):
    window = opened(session)
    left = extents(window.search_button)[0]
    window.open_search()
    window.keys('alt+1', 'F9', 'F6')
    same(bool(window.searching()), True, 'the keyboard is in the search')
    same(extents(window.search_button)[0], left, 'the sidebar is there')
    window.close_search()
    window.keys('F9')
    wait_for('the sidebar to go', lambda: extents(window.search_button)[0] < left)
    window.keys('F9')
    wait_for('the sidebar to come', lambda: extents(window.search_button)[0] == left)


def test_narrow_windows_show_icons_only(session):
    window = opened(session)
    wide = wait_for('the wide sidebar', lambda: extents(window.panes)[2] > 120 and extents(window.panes)[2])
    xid = window.xid()[-1]
    subprocess.run(['xdotool', 'windowsize', '--sync', xid, '800', '600'], check=True)
    wait_for('icons only', lambda: extents(window.panes)[2] < 60)
    window.search('1501', '1501')
    window.close_search()
    subprocess.run(['xdotool', 'windowsize', '--sync', xid, '1300', '700'], check=True)
    wait_for('words again', lambda: extents(window.panes)[2] == wide)


def test_the_window_is_remembered(session):
    window = opened(session)
    xid = window.xid()[-1]
    subprocess.run(['xdotool', 'windowsize', '--sync', xid, '900', '620'], check=True)
    wait_for('icons only', lambda: extents(window.panes)[2] < 60)
    before = extents(window.search_button)[0]
    window.keys('F9')
    wait_for('the sidebar to go', lambda: extents(window.search_button)[0] != before)
    window.app.quit()
    again = Window(session.start('--store', session.path('demo.frontdesk')))
    wait_for('the same size', lambda: abs(extents(again.frames()[0])[2] - 900) < 60)
    button = wait_for('the window', lambda: first(fresh(again.root), ('push button', 'button'), say('Search')))
    wait_for('no sidebar', lambda: extents(button)[0] < before)


def test_language_switch(session):
    window = Window(session.start())
    other = 'English' if ZH else '中文'
    node = window.button(other)
    window.click(node, lambda: window.find_all(name=say('Make a Community', language='en' if ZH else 'zh_CN')))


def test_keys_and_preferences(session):
    window = opened(session)
    window.keys('ctrl+question')
    wait_for('the keys', lambda: len(window.frames()) >= 2)
    window.keys('Escape')
    wait_for('one window', lambda: len(window.frames()) == 1)
    window.keys('ctrl+comma')
    wait_for('the preferences', lambda: len(window.frames()) >= 2)
    window.keys('Escape')
    wait_for('one window', lambda: len(window.frames()) == 1)
    window.keys('F10')
    window.find('menu item')
    window.keys('a')                                    # its letter in both languages
    wait_for('what this is', lambda: len(window.frames()) >= 2)
    window.says(r'^\d+\.\d+\.\d+$')
    window.keys('Escape')
    wait_for('one window', lambda: len(window.frames()) == 1)
    window.keys('ctrl+q')
    wait_for('the end', lambda: not window.app.running())


main(globals())
