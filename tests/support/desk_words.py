# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's words in the language of the test, by their English: say('_Open') is 打开 where the window speaks Chinese."""
import gettext
import os
import re

from desk_session import BUILD

MNEMONIC = re.compile(r'\(_[A-Za-z]\)|_(?=\w)')


def translation(language):
    return gettext.translation('frontdesk', os.path.join(BUILD, 'po'), languages=[language], fallback=True)


def say(english, context=None, n=None, language=None):
    """The text without its mnemonic; with n its form for so many."""
    words = translation(language or os.environ.get('DESK_LANGUAGE', 'zh_CN'))
    if n is not None:
        found = words.ngettext(english, english, n)
    else:
        found = words.pgettext(context, english) if context else words.gettext(english)
    return MNEMONIC.sub('', found)
