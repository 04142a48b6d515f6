# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job by keys alone: a visit is logged in as few strokes as the design says, becomes a repair, and goes through its
whole life; its work order is not left to chance either: what the paper says is read in test_repairs."""
from desk_a11y import BUTTONS, ENTRIES, fresh, has_state, text_of
from desk_repairs import Repairs, say_and_save, work
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

UNIT = '3-2-1501'


class Strokes:
    """Counts what is pressed beside the text itself."""

    def __init__(self, window):
        self.window, self.n = window, 0

    def keys(self, *names):
        self.n += len(names)
        self.window.keys(*names)


def on_the_line(window):
    entry = window.entry(say('Quick Entry'), seconds=30)
    wait_for('the focus on the line', lambda: has_state(fresh(entry), 'focused'), 20)
    return entry


def log_a_visit(repairs, words):
    window, strokes = repairs.window, Strokes(repairs.window)
    strokes.keys('ctrl+shift+v')
    line = on_the_line(window)
    window.type(UNIT + ' ' + words)
    wait_for('the words', lambda: text_of(fresh(line)) == UNIT + ' ' + words, 20)
    window.find(BUTTONS, match=UNIT, seconds=20)
    strokes.keys('ctrl+Return')
    window.missing(ENTRIES, name=say('Quick Entry'), seconds=20)
    return strokes.n


def make_it_a_repair(repairs, words):
    window = repairs.window
    window.pane('Desk Log')
    window.find('table row', match=words, seconds=30)
    wait_for('the focus on the row', lambda: words in (window.focused().get_name() or ''), 30)
    window.keys('r')
    on_the_line(window)
    window.button(say('Open Repair'), seconds=20)
    window.keys('ctrl+Return')
    window.missing(ENTRIES, name=say('Quick Entry'), seconds=20)
    return wait_for('the repair', lambda: repairs.ask('SELECT number FROM service_case WHERE title LIKE ?', '%' + words + '%'),
                    20)[0][0]


def test_from_visit_to_finished_again(session):
    repairs = Repairs(session)
    window = repairs.window
    same(log_a_visit(repairs, '车位续租'), 2, 'strokes from empty to saved, beside the text')
    number = make_it_a_repair(repairs, '车位续租')
    window.keys('ctrl+k')
    window.wait_focus(role=ENTRIES)
    window.type(number)
    window.find('list item', match=number, seconds=20)
    window.keys('Return')
    wait_for('its page', lambda: window.find_all('label', name=number), 20)
    window.keys('Escape')
    wait_for('its row', lambda: repairs.chosen() == number, 20)

    window.keys('a')
    repairs.form(say('Assign', 'move'))
    window.keys('Return')
    repairs.state(number, 2)
    repairs.formless()
    work(repairs, number, (('y', 3), ('s', 4)))
    window.keys('w')
    repairs.form(say('Wait', 'move'))
    window.keys('2', 'Return')
    repairs.state(number, 5)
    repairs.formless()
    work(repairs, number, (('g', 4),))
    window.keys('d')
    say_and_save(repairs, say('What was done', 'move asks'), say('What was done', 'move asks'), 'changed the hose')
    repairs.state(number, 6)
    repairs.formless()
    window.keys('o')
    repairs.form(say('Reopen', 'move'))
    window.keys('Tab')
    window.type('drips again')
    window.keys('Return')
    repairs.state(number, 2)
    repairs.formless()
    same(repairs.case(number, 'reopened'), 1, 'counted')
    work(repairs, number, (('y', 3), ('s', 4)))
    window.keys('d')
    say_and_save(repairs, say('What was done', 'move asks'), say('What was done', 'move asks'), 'changed the pipe')
    repairs.state(number, 6)


main(globals())
