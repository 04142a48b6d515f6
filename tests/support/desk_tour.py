# SPDX-License-Identifier: GPL-3.0-or-later
"""One tour: desk_tour.py DIR light|dark, in the language of DESK_LANGUAGE. tools/tour calls it four times."""
import datetime
import os
import sys
import time
import zoneinfo

from desk_a11y import Window
from desk_session import Session, wait_for
from desk_words import say

# Stops on the demonstration: the picture's name, then what is done to get there. A text in lists: a text to type; a text in
# a tuple: the menu item of that English name; anything else: keys in xdotool's names.
STOPS = [
    ('today', ['alt+1']),
    ('today-snooze', ['s']),
    ('today-new', ['Escape', 'ctrl+n']),
    ('today-hand-on', ['Escape', 'h']),
    ('log', ['Escape', 'alt+2']),
    ('log-line', ['ctrl+shift+v', ['3-2-1501 厨房漏水 急']]),
    ('log-token', ['alt+5']),
    ('log-repair', ['ctrl+Return']),
    ('log-message', ['m']),
    ('residents', ['Escape', 'alt+3']),
    ('residents-unit', ['Down', 'Down', 'Return']),
    ('residents-number', ['F8']),
    ('residents-moving-in', ['Escape', 'n', ['zsf'], 'Down', 'Return']),
    ('residents-moved-in', ['ctrl+Return']),
    ('residents-undone', ['ctrl+z']),
    ('residents-filter', ['Escape', 'ctrl+f', ['3-2-1']]),
    ('residents-nothing', ['ctrl+a', ['nobody at all']]),
    ('repairs', ['Escape', 'Escape', 'alt+4']),
    ('repairs-page', ['Down', 'Down', 'Down', 'Down', 'Down']),
    ('repairs-wait', ['g', 'w']),
    ('repairs-refused', ['Escape', 'y']),
    ('repairs-new', ['n', ['3-2-1501'], 'Return', 'Tab', ['kitchen sink drips']]),
    ('outages', ['Escape', 'Escape', 'alt+6']),
    ('outage-new', ['ctrl+n']),
    ('figures', ['Escape', 'alt+7']),
    ('figures-rows', ['3']),
    ('callbacks', ['Escape', 'Escape', 'alt+8']),
    ('callbacks-not-reached', ['x']),
    ('search-number', ['Escape', 'ctrl+k', ['R2026']]),
    ('search-initials', ['Escape', 'Escape', 'ctrl+k', ['zsf']]),
    ('search-room', ['ctrl+a', ['3-2-1501']]),
    ('search-found', ['Return']),
    ('new', ['ctrl+n']),
    ('preferences', ['Escape', 'ctrl+comma']),
    ('categories', ['Escape', 'F10', ('_Categories and Calendars',)]),
    ('categories-form', ['Down', 'Return']),
    ('calendars', ['Escape', '3']),
    ('keys', ['Escape', 'ctrl+question']),
]

# Stops on the demonstration as it is made, where everybody signs in.
SIGN_IN = [
    ('sign-in', []),
    ('sign-in-digits', ['1', '6', '0']),
    ('staff', ['8', '1', '3', '5', 'F10', ('People Who Work _Here',)]),
    ('staff-rights', ['alt+r']),
]


def walk(window, picture, stops):
    for name, steps in stops:
        for step in steps:
            if isinstance(step, list):
                window.type(step[0])
                time.sleep(0.8)         # a picture is no test: what was typed may take its time to find
            elif isinstance(step, tuple):
                window.press(window.find('menu item', say(step[0]), seconds=30))
            else:
                window.keys(step)
            window.settle(2.0)
        picture(name)


def main(folder, theme):
    today = datetime.datetime.now(zoneinfo.ZoneInfo('Asia/Shanghai')).strftime('%Y-%m-%d')   # what is due looks like a day at work
    with Session() as session:
        def picture(name):
            window.screenshot(os.path.join(folder, '%s-%s-%s.png' % (name, session.language, theme)))
        look = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark' if theme == 'dark' else 'prefer-light'}
        session.setting('window-maximized', 'true')
        app = session.start(**look)
        window = Window(app)
        picture('first-start')
        app.quit()
        app = session.start('--store', session.demo(day=today), **look)
        window = Window(app)
        wait_for('something to press', lambda: len(list(window.focusable())) >= 3)
        walk(window, picture, STOPS)
        app.quit()
        app = session.start('--store', session.demo('sign-in.frontdesk', sign_in=True, day=today), **look)
        window = Window(app)
        window.says('PIN')
        walk(window, picture, SIGN_IN)
        app.quit()


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2])
