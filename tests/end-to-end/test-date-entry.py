# SPDX-License-Identifier: GPL-3.0-or-later
"""A person types dates, and is told how each was understood."""

import re

from bus import wait_equal, wait_still
from driver import Annals, key, run, type_text
from tap import test

RANGE = re.compile(r'(\d{4}) to (\d{4}), \d+ events?')


def entry(annals, dialog, name='Date'):
    """The entry in which a date is typed."""
    return annals.wait(f'an entry named {name}',
                       lambda: next((node for node in dialog.find_all('text', name)), None))


def open_dialog(annals):
    key('ctrl+d')
    dialog = annals.wait_dialog()
    assert dialog.name == 'Go to Date', dialog.name
    return dialog


def type_date(annals, dialog, text, heard):
    """Types a date, and waits until the person who does not see is told HEARD, a pattern."""
    node = entry(annals, dialog)
    annals.wait('the entry to have the keys', lambda: 'focused' in node.states)
    key('ctrl+a')
    type_text(text)
    annals.wait(lambda: f'to hear “{heard}”, not “{node.description}”',
                lambda: re.fullmatch(heard, node.description))


def shown_years(annals):
    """The first and the last year that the timeline says it shows, or None."""
    found = RANGE.fullmatch(annals.timeline().description)
    return (int(found[1]), int(found[2])) if found else None


@test
def going_to_a_date_by_keys():
    """Ctrl+D asks for a date, says how it was understood, and Enter goes there."""
    with Annals() as annals:
        dialog = open_dialog(annals)
        type_date(annals, dialog, 'early 1970s', r'early 1970s.*; in EDTF 1970.*1973~?')
        key('Return')
        annals.wait_no_dialog()
        first, last = annals.wait('the timeline to say what it shows', lambda: shown_years(annals))
        assert 1960 < first <= 1970 and 1973 <= last < 1985, (first, last)
        oil = annals.item('Oil crises (OPEC)')
        left, _, width, _ = annals.timeline().box
        box = wait_still(lambda: oil.box)
        assert left < box[0] and box[0] + box[2] < left + width, box
        annals.wait('the timeline to have the keys', lambda: 'focused' in annals.timeline().states)


@test
def what_is_not_understood():
    """Nonsense is said to be that, goes nowhere, and Esc closes the window."""
    with Annals() as annals:
        before = annals.still_boxes()
        dialog = open_dialog(annals)
        type_date(annals, dialog, 'qwertz', r'.*\.')
        annals.wait('the entry to be invalid',
                    lambda: entry(annals, dialog).states & {'invalid', 'invalid-entry'})
        key('Return')
        assert 'active' in annals.wait_dialog().states
        key('Escape')
        annals.wait_no_dialog()
        wait_equal('the marks', before, annals.boxes)


@test
def too_far_away():
    """Nobody gets lost in time without events."""
    with Annals() as annals:
        dialog = open_dialog(annals)
        type_date(annals, dialog, 'Y-66000000', r'66.*')
        key('Return')
        heard = r'66.* is too far away from all events\.'
        node = entry(annals, dialog)
        annals.wait(lambda: f'to hear that it is too far, not “{node.description}”',
                    lambda: re.fullmatch(heard, node.description))
        key('Escape')
        annals.wait_no_dialog()


@test
def several_readings():
    """What can be read in two ways is: the arrows choose the other."""
    with Annals() as annals:
        dialog = open_dialog(annals)
        type_date(annals, dialog, '03/09/2003', r'.*; 1 other reading below')
        readings = list(dialog.find_all('radio button', '.*'))
        names = [node.name for node in readings]
        assert len(names) == 2, names
        assert {re.match(r'\d+ \w+ \d+', name)[0] for name in names} == {
            '3 September 2003', '9 March 2003'}, names
        key('Tab')
        annals.wait('the readings to have the keys', lambda: 'focused' in readings[0].states)
        key('Down')
        annals.wait('the other reading to be chosen', lambda: 'checked' in readings[1].states)
        heard = entry(annals, dialog).description
        assert heard.startswith(names[1]), (heard, names)
        key('Escape')
        annals.wait_no_dialog()


@test
def a_range_for_the_export():
    """The export understands a range in words."""
    with Annals() as annals:
        key('ctrl+e')
        dialog = annals.wait_dialog()
        combo = annals.wait('the choice of a range', lambda: next(
            (node for node in dialog.walk() if node.name == 'Range'), None))
        annals.scroll_to(lambda: combo.box, dialog.find('scroll pane') or dialog, dialog)
        annals.click(*wait_still(lambda: combo.middle), dialog=dialog)
        key('Down', 'Down', 'Return')
        node = entry(annals, dialog, 'Dates')
        annals.wait('the entry to be there', lambda: min(node.box[2:]) > 0)
        box = annals.scroll_to(lambda: node.box, dialog.find('scroll pane') or dialog, dialog)
        annals.click(box[0] + box[2] / 2, box[1] + box[3] / 2, dialog=dialog)
        annals.wait('the entry to have the keys', lambda: 'focused' in node.states)
        key('ctrl+a')
        type_text('from 1970 to March 1985')
        annals.wait(lambda: f'to hear how it was understood, not “{node.description}”',
                    lambda: node.description == '1970 – March 1985; in EDTF 1970/1985-03')


run()
