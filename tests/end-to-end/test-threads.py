# SPDX-License-Identifier: GPL-3.0-or-later
"""A person follows how text and time are linked: threads, the reading order, eras."""

import re

import screenshot
from bus import wait_still
from driver import Annals, click_among_tooltips, find_by_clicks, key, run
from tap import test

OIL = 'Oil crises (OPEC)'


def still_screen():
    """What is on the screen, once nothing moves there; scroll bars take a while to fade out."""
    return wait_still(screenshot.grab, 2)


def strip(annals):
    return annals.wait_shown('Reading order', 'image')


def find_in_strip(annals, box, label):
    """Where in the strip a click selects an event."""
    mark = annals.still_boxes()[label]
    return find_by_clicks(annals, label, mark[0] + mark[2] / 2, box[1], box[1] + box[3])


@test
def threads():
    """A key takes the threads away and brings them back; nothing else changes on the screen."""
    with Annals() as annals:
        annals.click_item(OIL)
        annals.wait_selected(OIL)
        annals.point(5, 5)  # where it explains nothing
        with_threads = still_screen()
        key('t')
        annals.wait('the threads to go', lambda: screenshot.grab() != with_threads)
        without_threads = still_screen()
        key('t')
        annals.wait('the threads to come back', lambda: screenshot.grab() != without_threads)
        assert still_screen() == with_threads
        key('Escape', 't')  # nothing is selected: a thread would have no mark
        unselected = still_screen()
        key('t')
        assert still_screen() == unselected


@test
def pinning():
    """A key pins the event, which changes the document and its picture; undoing takes that back."""
    def is_changed():
        return any('not saved' in words for words in annals.window.labels())
    with Annals() as annals:
        annals.click_item(OIL)
        annals.wait_selected(OIL)
        annals.point(5, 5)  # where it explains nothing
        key('Escape')
        before = still_screen()
        annals.click_item(OIL)
        annals.wait_selected(OIL)
        annals.point(5, 5)
        key('shift+p', 'Escape')
        annals.wait('the document to be changed', is_changed)
        assert still_screen() != before
        key('ctrl+z')
        annals.wait('the document to be as before', lambda: not is_changed())


@test
def the_reading_order():
    """A key shows it, words tell what it is, a click selects, and the key hides it again."""
    with Annals() as annals:
        assert annals.find_shown('Reading order', 'image') is None
        annals.click(*annals.timeline().middle)
        key('Escape', 'o')
        box = strip(annals).box
        assert box[1] + box[3] <= annals.timeline().box[1] + 6, (box, annals.timeline().box)
        said = strip(annals).description
        assert re.fullmatch(r'\d+ passages on \d+ events; the text goes back in time \d+ times?',
                            said), said
        other = find_in_strip(annals, box, 'Vietnam War')
        here = find_in_strip(annals, box, OIL)
        click_among_tooltips(annals, other, here, OIL)
        annals.click(*annals.timeline().middle)
        key('o')
        annals.wait('the strip to go',
                    lambda: annals.find_shown('Reading order', 'image') is None)


@test
def an_era():
    """An event becomes an era by its menu, which can be undone."""
    with Annals() as annals:
        annals.click_item(OIL)
        annals.wait_selected(OIL)
        before = annals.still_boxes()[OIL]
        annals.point(5, 5)  # where it is not in the way of the menu
        key('shift+F10')
        annals.wait('the menu', lambda: any(node.name == 'Show as Era'
                                            for node in annals.window.walk()))
        key('Up', 'Return')
        annals.wait('the era above the lanes',
                    lambda: annals.boxes().get(OIL, before)[1] < before[1] - 10)
        key('ctrl+z')
        annals.wait('the event in its lane',
                    lambda: annals.boxes().get(OIL, (0, 0))[1] > before[1] - 4)


run()
