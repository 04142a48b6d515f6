# SPDX-License-Identifier: GPL-3.0-or-later
"""The room wall: reached from the list, walked by arrows, a unit opened, other layers, back."""
import re

from desk_a11y import Window
from desk_session import wait_for
from desk_test import main
from desk_words import say


class Wall:
    def __init__(self, session):
        self.window = Window(session.start('--store', session.demo()))
        self.window.says(say('Residents'), seconds=60)
        self.window.keys('ctrl+m')
        self.window.find('image', match=r'^\d+-\d+-\d+', seconds=30)

    def on_a_row(self):
        """The list is in front again: a page behind it stays in the tree, so only the focus tells."""
        self.window.wait_focus(role='table row', seconds=30)

    def chosen(self):
        """What a screen reader is told: the label of the cell."""
        for node in self.window.find_all('image', match=r'^\d+-\d+-\d+'):
            return re.match(r'[\d-]+', node.get_name()).group()
        return None

    def walk(self, key, wanted):
        self.window.keys(key)
        wait_for('the cell %s' % wanted, lambda: wanted(self.chosen()), 10)
        return self.chosen()


def floor_of(label):
    return int(label.split('-')[2]) // 100


def test_walk_and_open(session):
    wall = Wall(session)
    first = wall.chosen()
    right = wall.walk('Right', lambda label: label not in (None, first))
    assert floor_of(right) == floor_of(first)
    down = wall.walk('Down', lambda label: label is not None and floor_of(label) < floor_of(right))
    bottom = wall.walk('Home', lambda label: label is not None and floor_of(label) <= 1)
    wall.walk('End', lambda label: label is not None and floor_of(label) > floor_of(down) > floor_of(bottom))
    wall.walk('Left', lambda label: label is not None)
    label = wall.chosen()
    wall.window.keys('Return')
    wall.window.find('label', name=label, seconds=20)


def test_layers_and_back(session):
    wall = Wall(session)
    wall.window.says(say('No open repair'), seconds=10)
    wall.window.click(wall.window.button(say('Occupancy', 'wall')),
                      lambda: wall.window.find_all('label', name=say('Open repair')))
    wall.window.keys('ctrl+m')
    wall.on_a_row()
    wall.window.keys('ctrl+m')
    wall.window.wait_focus(role='image', seconds=30)
    wall.window.keys('Escape')
    wall.on_a_row()


if __name__ == '__main__':
    main(globals())
