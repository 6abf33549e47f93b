# SPDX-License-Identifier: GPL-3.0-or-later
"""A person goes back and forward through what the timeline has shown, and draws what to zoom to."""

import re
import time

from bus import wait_still
from driver import Annals, key, run, xdotool
from tap import test


def said(annals):
    return annals.timeline().description


def years(annals):
    """What the timeline says that it shows, once it says so."""
    words = annals.wait(lambda: f'a stretch of time; the timeline says “{said(annals)}”',
                        lambda: re.match(r'.* to .*, \d+ events?$', said(annals)))
    return wait_still(lambda: said(annals), 0.6) if words else None


def shows(annals):
    """The marks that can be seen, and where they are."""
    return annals.still_boxes()


def draw_band(annals, dx, escape=False, modifier='shift'):
    left, top, width, height = annals.timeline().box
    x, y = left + width * 0.45, top + height * 0.5
    annals.point(x, y)
    xdotool('keydown', modifier, 'mousedown', 1)
    for step in range(1, 9):
        annals.point(x + dx * step / 8, y)
        time.sleep(0.02)
    if escape:
        xdotool('key', 'Escape')
    xdotool('mouseup', 1, 'keyup', modifier)


@test
def back_and_forward():
    """Alt and the arrow keys go through the views that have rested, and so do the mouse's buttons."""
    with Annals() as annals:
        at_first = shows(annals)
        draw_band(annals, 160)
        near = years(annals)
        time.sleep(0.6)  # it has to rest
        near_boxes = shows(annals)
        assert near_boxes != at_first
        key('alt+Left')
        annals.wait('all events', lambda: annals.boxes() == at_first)
        key('alt+Right')
        annals.wait(f'{near} again', lambda: annals.boxes() == near_boxes)
        left, top, width, height = annals.timeline().box
        annals.point(left + width / 2, top + height / 2)
        xdotool('click', 8)
        annals.wait('all events', lambda: annals.boxes() == at_first)
        xdotool('click', 9)
        annals.wait(f'{near} again', lambda: annals.boxes() == near_boxes)


@test
def escape_gives_up():
    """Escape gives up a band and a range that are being drawn; a narrow band is none."""
    with Annals() as annals:
        at_first = shows(annals)
        draw_band(annals, 160, escape=True)
        assert shows(annals) == at_first
        draw_band(annals, 6)
        assert shows(annals) == at_first

        left, top, width, _ = annals.timeline().box
        annals.point(left + width / 2, top + 30)
        xdotool('mousedown', 1)
        for step in range(1, 9):
            annals.point(left + width / 2 + 20 * step, top + 30)
        annals.wait_shown('End of the Range')
        xdotool('key', 'Escape', 'mouseup', 1)
        annals.wait('the range to be given up', lambda: annals.find_shown('End of the Range') is None)
        assert shows(annals) == at_first


if __name__ == '__main__':
    run()
