# SPDX-License-Identifier: GPL-3.0-or-later
"""A person keeps to some years: by the pointer on the axis, by keys, and by typing."""

import re
import time

from bus import wait_equal
from driver import Annals, Home, key, run, type_text
from tap import test
from tree import seen

ROWS = {
    'overlapping': ['Cold War', 'Vietnam War', 'Oil crises (OPEC)'],
    'certainly within': ['Oil crises (OPEC)'],
}
OIL = 'Oil crises (OPEC)'


def axis_y(annals):
    return annals.timeline().box[1] + 30


def said(annals):
    """What the timeline has read out last."""
    return annals.timeline().description


def wait_said(annals, pattern):
    return annals.wait(lambda: f'“{pattern}”; the timeline says “{said(annals)}”',
                       lambda: re.fullmatch(pattern, said(annals)))


def wait_rows(annals, labels):
    """Waits until just these events are listed."""
    def rows():
        items = annals.items()
        names = [node.name for node in seen(annals.window.find_all('list item'))
                 if node not in items]
        return [label for label in ROWS['overlapping'] + ['Koizumi government']
                if any(name.startswith(label) for name in names)]
    wait_equal('the events listed', labels, rows)


def drag_over(annals, label, before=0, after=0):
    """Drags along the axis from left of a mark to right of it."""
    box = annals.still_boxes()[label]
    annals.drag(box[0] + 2 - before, axis_y(annals), box[2] - 4 + before + after)


def range_of(annals):
    """The first and the last year of the range that was read out."""
    return [int(year) for year in wait_said(
        annals, r'Range (\d+)–(\d+), \w+( within)?, \d+ of 15 events').groups()[:2]]


@test
def a_drag_on_the_axis():
    """It selects years, tick by tick; the list has only what lies there, and Escape ends it."""
    with Annals() as annals:
        key('alt+2')
        annals.wait_message(r'^15 events$')
        drag_over(annals, OIL)
        annals.wait_message(r'^3 of 15 events$')
        first, last = range_of(annals)
        assert first in (1969, 1970) and last in (1973, 1974), (first, last)
        annals.wait_message(f'^{first}–{last}$')
        wait_rows(annals, ROWS['overlapping'])

        key('Escape')  # nothing is selected that would go first
        annals.wait_message(r'^15 events$')
        wait_said(annals, 'No range, all events')
        annals.wait('the strip to go', lambda: annals.find_shown('overlapping') is None)


@test
def a_handle_is_dragged():
    """The end of the range follows its handle; the begin stays."""
    with Annals() as annals:
        drag_over(annals, OIL)
        first, last = range_of(annals)
        handle = annals.wait_shown('End of the Range')
        x, y, width, height = handle.box
        assert width >= 40 and height >= 40, handle.box
        annals.drag(x + width / 2, y + height / 2, 150)
        later_first, later_last = range_of(annals)
        assert later_first == first and later_last > last, (later_first, later_last)


@test
def a_drag_in_the_lanes_pans():
    """Only the axis selects; elsewhere a drag moves time, and the range with it."""
    with Annals() as annals:
        drag_over(annals, OIL)
        before = range_of(annals)
        box = annals.still_boxes()[OIL]
        annals.drag(box[0] + 200, annals.timeline().box[1] + 250, -120)
        annals.wait('the marks to move', lambda: annals.still_boxes()[OIL][0] < box[0] - 60)
        assert annals.find_shown(f'{before[0]}–{before[1]}') is not None


@test
def a_unit_of_the_axis():
    """A double click on the axis selects what lies between two ticks."""
    with Annals() as annals:
        box = annals.still_boxes()[OIL]
        annals.click(box[0] + box[2] / 2, axis_y(annals), times=2)
        wait_said(annals, r'Range (\d+), overlapping, 3 of 15 events')


@test
def typed_and_chosen():
    """Ctrl+R asks for a range; how events lie in it is chosen from a menu."""
    with Annals() as annals:
        key('alt+2')
        key('ctrl+r')
        annals.wait_shown('Range of Time', 'text')
        type_text('1970 to 1975')
        annals.wait_message(r'^3 of 15 events$')
        key('Return')
        wait_said(annals, 'Range 1970–1975, overlapping, 3 of 15 events')
        # Escape takes back what was typed and seen already.
        key('ctrl+r')
        annals.wait_shown('Range of Time', 'text')
        key('ctrl+a')
        type_text('2001')
        wait_said(annals, r'Range 2001, overlapping, \d+ of 15 events')
        key('Escape')
        wait_said(annals, 'Range 1970–1975, overlapping, 3 of 15 events')
        annals.click_shown('How Events Lie in the Range|overlapping')
        annals.click_shown('certainly within')
        annals.wait_message(r'^1 of 15 events$')
        wait_rows(annals, ROWS['certainly within'])
        annals.click_shown('Clear the Range')
        annals.wait_message(r'^15 events$')


@test
def by_keys_alone():
    """r selects the time shown; Tab goes to the handles, which the arrow keys move; the selection
    is let go first, the range next."""
    with Annals() as annals:
        annals.click(*annals.still_boxes()['Cold War'][:2])
        key('Escape', 'r')
        whole = range_of(annals)
        begin = annals.wait_shown('Begin of the Range')
        for _ in range(6):
            if 'focused' in begin.states:
                break
            key('Tab')
            time.sleep(0.1)
        annals.wait('the keys at the begin', lambda: 'focused' in begin.states)
        key('Right', 'Right')
        annals.wait(lambda: f'a later begin than {whole}; it is {said(annals)}',
                    lambda: range_of(annals)[0] > whole[0])
        assert range_of(annals)[1] == whole[1]

        annals.click_item(OIL)
        annals.wait_selected(OIL)
        key('Escape')
        annals.wait('nothing to be selected', lambda: not annals.selected())
        assert annals.find_shown('Clear the Range') is not None
        key('Escape')
        wait_said(annals, 'No range, all events')


@test
def the_next_day():
    """The range is there again when the program is started again."""
    with Home() as home:
        with Annals(home=home) as annals:
            drag_over(annals, OIL)
            first, last = range_of(annals)
            annals.end('ctrl+q')
        with Annals(home=home) as annals:
            annals.wait_message(f'^{first}–{last}$')
            annals.wait_message(r'^3 of 15 events$')


run()
