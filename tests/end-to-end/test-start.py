# SPDX-License-Identifier: GPL-3.0-or-later
"""A person starts Annals for the first time: the digest is there, with its events."""

from driver import Annals, run
from tap import test

NAMES = {
    'Cold War, 1947–1991, happened, 1 passage',
    'Vietnam War, 1 November 1955 – 30 April 1975, happened, 3 passages',
    'Oil crises (OPEC), early 1970s, happened, 1 passage',
    'U.S.-led antiterrorism campaign, since 7 October 2001, ongoing, 1 passage',
    "Overthrow of Saddam Hussein's regime, 20 March – 9 April 2003, happened, 1 passage",
    'North Korea crisis, since 16 October 2002, ongoing, 2 passages',
    'Koizumi government, 26 April 2001 – 26 September 2006, ongoing, 1 passage',
    'Three years of closer support for the United States, about 2001 – January 2004, ongoing,'
    ' 1 passage',
    'MSDF dispatched to the Indian Ocean, 2002, happened, 1 passage',
    'Decision to send the SDF to Iraq and to build missile defence, December 2003, happened,'
    ' 1 passage',
    'SDF deployed to Iraq, January 2004, ongoing, 1 passage',
    'PAC-3 and sea-based missile defence in place, by 2007, planned, 1 passage',
    'Commentary printed in The Daily Yomiuri, 23 January 2004, happened, 1 passage',
    'Commentary posted by GLOCOM, 26 January 2004, happened, 1 passage',
    'Page last updated, 9 March or 3 September 2007, happened, 1 passage',
}


@test
def shows_the_digest():
    """The reader shows the digest, says that it is one, and offers to open the commentary."""
    with Annals() as annals:
        text = annals.page().text
        assert 'Konishi sees two stories' in text, text[:200]
        assert 'A digest in our own words.' in text, text[-600:]
        annals.wait_message('^This is a digest in our own words')
        assert annals.window.find('push button', 'Open Commentary…')
        annals.wait_message('Weston S. Konishi · .* · digest$')


@test
def names_every_event():
    """Each of the fifteen events is a list item with its name, date, status and passages."""
    with Annals() as annals:
        names = [item.name for item in annals.items()]
        assert len(names) == len(NAMES), names
        assert set(names) == NAMES, set(names) ^ NAMES
        assert annals.selected() == []


@test
def places_every_event_on_the_timeline():
    """Every list item has its place inside the timeline, and no two share one."""
    with Annals() as annals:
        left, top, width, height = annals.timeline().box
        boxes = [item.box for item in annals.items()]
        for x, y, box_width, box_height in boxes:
            assert left <= x and x + box_width <= left + width, (x, box_width)
            assert top <= y and y + box_height <= top + height, (y, box_height)
            assert box_width >= 6 and box_height >= 6, (box_width, box_height)
        assert len(set(boxes)) == len(boxes), boxes


run()
