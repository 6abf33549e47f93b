# SPDX-License-Identifier: GPL-3.0-or-later
"""A person starts Annals for the first time: three hints say how to begin, and go when followed."""

import re

from bus import wait, wait_equal
from driver import Annals, Home, key, press_wheel, run
from tap import test

KEYFILE = {'GSETTINGS_BACKEND': 'keyfile'}
MARK = 'Click a mark on the timeline to see the words behind it.'
ZOOM = 'Zoom with Ctrl and the wheel, or with + and −.'
OPEN = 'Open a Text of Your Own…'
LETTER = 'A letter.\n\nIt says nothing of when it was written.\n'


def hints(annals):
    """Those that are seen."""
    return [words for words in annals.window.labels() if words in (MARK, ZOOM, OPEN)]


def wait_hints(annals, *expected):
    wait_equal('the hints', list(expected), lambda: hints(annals))


@test
def hints_go_when_they_are_followed():
    """Clicking a mark and zooming take their hints away, for later starts too."""
    with Home() as home:
        with Annals(home=home, **KEYFILE) as annals:
            wait_hints(annals, MARK, ZOOM, OPEN)
            annals.click_item('Oil crises (OPEC)')
            wait_hints(annals, ZOOM, OPEN)
            annals.point(*annals.item('Cold War').middle)
            press_wheel('up', 1, 'ctrl')
            wait_hints(annals, OPEN)
            assert annals.end('ctrl+q') == 0

        with Annals(home=home, **KEYFILE) as annals:
            wait_hints(annals, OPEN)

        letter = home.file('letter.txt', LETTER)
        with Annals(letter, home=home, title='letter', **KEYFILE) as annals:
            wait_hints(annals)


@test
def hints_can_be_dismissed():
    """Each has a button that takes it away and says which; without hints the row is gone."""
    with Annals() as annals:
        low = annals.timeline().box
        for gone, words in enumerate((MARK, ZOOM, OPEN), 1):
            annals.click_shown(re.escape(f'Dismiss the hint “{words}”'), 'push button')
            wait_hints(annals, *(MARK, ZOOM, OPEN)[gone:])
        wait('the timeline to have the room',
             lambda: annals.timeline().box[1] + annals.timeline().box[3] > low[1] + low[3])


@test
def the_last_hint_opens_a_text():
    """Its button asks for a file; the text that comes has no events, which is said."""
    with Annals() as annals:
        path = annals.home.file('letter.txt', LETTER)
        annals.click(*annals.part('push button', OPEN).middle)
        annals.enter_file(path)
        annals.wait_message('^This text comes without events')
        wait('the hints to be gone', lambda: OPEN not in annals.messages())


@test
def an_empty_window_says_how_to_begin():
    """Ctrl+N: a window without a document offers three ways to begin."""
    with Annals() as annals:
        key('ctrl+n')
        empty = annals.wait('another window',
                            lambda: next((window for window in annals.app.children()
                                          if window.role == 'frame' and window.name == 'Annals'),
                                         None))
        for name in ('Open…', 'Paste a Text', 'Open the Example'):
            annals.wait(name, lambda: empty.find('push button', name))
        annals.wait('the keys to go there', lambda: 'active' in empty.states)
        key('Tab', 'Tab', 'Return')
        annals.wait('the example to come to the front', lambda: 'active' in annals.window.states)


run()
