# SPDX-License-Identifier: GPL-3.0-or-later
"""The backup that a passphrase closes, restored in the window."""
import glob
import os
import re

from desk_a11y import BUTTONS
from desk_session import wait_for
from desk_test import main, same
from desk_words import say

from test_backup import answer, begin, make_one, open_backups, set_second_folder


def test_the_right_passphrase_restores(session):
    """The wrong one changes nothing."""
    path, window = begin(session)
    other = os.path.join(os.path.dirname(path), 'other')
    os.mkdir(other)
    page = open_backups(window)
    set_second_folder(path, window, page, other)
    make_one(window, page, other, '.sealed')
    before = len(glob.glob(path + '.replaced-*'))
    for passphrase, said in (('short river', say('The passphrase does not open this backup: type it again.')), ('long river', None)):
        page = open_backups(window)
        row = wait_for('the closed one', lambda: [n for n in window.find_all('list item', inside=page)
                                                  if (n.get_description() or '').endswith('.sealed')], 30)[0]
        window.press(window.find(BUTTONS, say('Restore…'), inside=row))
        window.fill(window.entry(say('Passphrase'), seconds=20), passphrase)
        answer(window, re.escape(say('_Restore').replace('_', '')) if said is None else '.', say('_Restore'))
        if said is not None:
            window.says(re.escape(said), seconds=60)
            same(len(glob.glob(path + '.replaced-*')), before, 'replaced without the passphrase')
            window.keys('Escape')
    wait_for('the old store aside', lambda: len(glob.glob(path + '.replaced-*')) == before + 1, 60)
    window.says('^翠湖花园$', seconds=60)


main(globals())
