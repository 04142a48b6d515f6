# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures by keys: a figure opens the cases it is divided by, and there is a way back to all."""
import re

from desk_a11y import BUTTONS, Window
from desk_session import wait_for
from desk_test import main
from desk_words import say


def test_a_figure_opens_its_cases(session):
    path = session.demo()
    session.setting('last-pane', "'figures'")
    window = Window(session.start('--store', path), rows=False)
    window.find('table row', match='^' + re.escape(say('All', 'figure')), seconds=60)
    window.wait_focus(role='table row', seconds=60)
    window.keys('3')
    words = say('Only behind the figure: %1, %2').replace('%1', say('On time', 'figure')).replace('%2', say('Last 12 months', 'figure'))
    window.find('label', name=words, seconds=30)
    window.wait_focus(role='table row', seconds=30)
    window.click(window.find(BUTTONS, name=say('Show All')), lambda: not window.find_all('label', name=words))
    wait_for('the rows again', lambda: window.find_all('table row'), 30)


main(globals())
