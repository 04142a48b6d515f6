# SPDX-License-Identifier: GPL-3.0-or-later
"""The window around the panes: panes by keys, the search sheet, undo, narrow windows, the language switch."""
import os
import subprocess

from desk_a11y import Window, extents, has_state
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

ZH = os.environ.get('DESK_LANGUAGE', 'zh_CN') == 'zh_CN'


def opened(session, **env):
    window = Window(session.start('--store', session.demo(), **env))
    window.find(('push button', 'button'), name=say('Search'))
    return window


def search_entry(window):
    return window.wait_focus(role=('text', 'entry'), name=say('Search'))


def hits(window):
    """The names of the rows that are shown in the search, in order."""
    found = window.find_all('list', name=say('Results'))
    return [r.get_name() for r in window.find_all('list item', inside=found[0])] if found else []


def search(window, words, expected):
    window.keys('ctrl+k')
    search_entry(window)
    window.keys('ctrl+a')
    window.type(words)
    return wait_for('%s among the hits' % expected, lambda: [h for h in hits(window) if expected in h])


def test_search_by_room_opens_the_unit(session):
    window = opened(session)
    search(window, '3-2-1501', '3-2-1501')
    window.keys('Return')
    window.missing('list', name=say('Results'))
    wait_for('the page of the unit', lambda: window.find_all(name='3-2-1501'))


def test_search_by_pasted_characters_and_initials(session):
    window = opened(session)
    first = search(window, '张', '张')[0]
    name = first.split()[0]
    window.keys('Escape')
    search(window, '３－２－１５０１', '3-2-1501')
    window.keys('ctrl+a')
    window.paste(name)
    wait_for('the same person by the whole name', lambda: any(name in h for h in hits(window)))
    window.keys('ctrl+a')
    window.type('zzzzqqq')
    window.says('zzzzqqq')
    same(hits(window), [], 'hits of nonsense')


def test_enter_before_the_answer_opens_the_first_hit(session):
    window = opened(session)
    window.keys('ctrl+k')
    search_entry(window)
    subprocess.run(['xdotool', 'type', '--delay', '40', '3-2-1501'], check=True)
    subprocess.run(['xdotool', 'key', 'Return'], check=True)
    window.missing('list', name=say('Results'))
    wait_for('the page of the unit', lambda: window.find_all(name='3-2-1501'))


def test_search_keys(session):
    window = opened(session)
    before = window.wait_focus()
    search(window, '1501', '1501')

    def chosen():
        return [r.get_name() for r in window.find_all('list item', inside=window.find('list', name=say('Results')))
                if has_state(r, 'selected')]
    first = wait_for('a chosen row', chosen)
    window.keys('Down')
    wait_for('the next row', lambda: chosen() != first and chosen())
    window.keys('Home')
    wait_for('the first row', lambda: chosen() == first)
    window.keys('End')
    last = wait_for('the last row', lambda: chosen() != first and chosen())
    window.keys('Down')
    same(chosen(), last, 'nothing is below the last row')
    window.keys('Tab')
    chip = say('Units', 'kind')
    wait_for('the chip ' + chip, lambda: any(has_state(c, 'pressed') or has_state(c, 'checked')
                                             for c in window.find_all(('toggle button', 'radio button'), name=chip)))
    window.keys('Escape')
    window.missing('list', name=say('Results'))
    after = window.wait_focus()
    same((after.get_role_name(), after.get_name()), (before.get_role_name(), before.get_name()), 'the focus came back')


def test_panes_stay_behind_the_search(session):
    window = opened(session)
    window.keys('ctrl+k')
    search_entry(window)
    window.keys('alt+1', 'F9', 'F6')
    search_entry(window)
    window.keys('Escape')
    def left():
        return extents(window.button(say('Search')))[0]
    before = left()
    window.keys('F9')
    wait_for('the sidebar to go', lambda: left() < before)
    window.keys('F9')
    wait_for('the sidebar to come', lambda: left() == before)


def sidebar_width(window):
    return extents(window.find('list', name=say('Panes')))[2]


def test_narrow_windows_show_icons_only(session):
    window = opened(session)
    wide = wait_for('the wide sidebar', lambda: sidebar_width(window) > 120 and sidebar_width(window))
    xid = window.xid()[-1]
    subprocess.run(['xdotool', 'windowsize', '--sync', xid, '800', '600'], check=True)
    wait_for('icons only', lambda: sidebar_width(window) < 60)
    window.keys('ctrl+k')
    search_entry(window)
    window.type('1501')
    wait_for('hits', lambda: hits(window))
    window.keys('Escape')
    subprocess.run(['xdotool', 'windowsize', '--sync', xid, '1300', '700'], check=True)
    wait_for('words again', lambda: sidebar_width(window) == wide)


def test_the_window_is_remembered(session):
    window = opened(session)
    xid = window.xid()[-1]
    subprocess.run(['xdotool', 'windowsize', '--sync', xid, '900', '620'], check=True)
    wait_for('icons only', lambda: sidebar_width(window) < 60)
    before = extents(window.button(say('Search')))
    window.keys('F9')
    wait_for('the sidebar to go', lambda: extents(window.button(say('Search'))) != before)
    window.app.quit()
    again = opened(session)
    wait_for('the same size', lambda: abs(extents(again.frames()[0])[2] - 900) < 60)
    wait_for('no sidebar', lambda: extents(again.button(say('Search')))[0] < before[0])


def test_language_switch(session):
    window = Window(session.start())
    other = 'English' if ZH else '中文'
    node = window.button(other)
    window.click(node, lambda: window.find_all(name=say('Make a Community', language='en' if ZH else 'zh_CN')))


def test_keys_and_about(session):
    window = opened(session)
    window.keys('ctrl+question')
    wait_for('the keys', lambda: len(window.frames()) >= 2)
    window.keys('Escape')
    wait_for('one window', lambda: len(window.frames()) == 1)
    window.keys('ctrl+comma')
    wait_for('the preferences', lambda: len(window.frames()) >= 2)
    window.keys('Escape')
    wait_for('one window', lambda: len(window.frames()) == 1)
    window.keys('ctrl+q')
    wait_for('the end', lambda: not window.app.running())


main(globals())
