# SPDX-License-Identifier: GPL-3.0-or-later
"""A person without a pointer walks the panes, the events and the passages."""

from bus import wait, wait_equal
from driver import Annals, key, run
from tap import test

IN_TIME = [
    'Cold War', 'Vietnam War', 'Oil crises (OPEC)',
    'Three years of closer support for the United States', 'Koizumi government',
    'U.S.-led antiterrorism campaign', 'MSDF dispatched to the Indian Ocean',
    'North Korea crisis', "Overthrow of Saddam Hussein's regime",
    'Decision to send the SDF to Iraq and to build missile defence', 'SDF deployed to Iraq',
    'Commentary printed in The Daily Yomiuri', 'Commentary posted by GLOCOM',
]
# These two are known only as “up to” and “one of two days”, and stand in either order.
LAST_IN_TIME = {'PAC-3 and sea-based missile defence in place', 'Page last updated'}

IN_THE_TEXT = [
    'Decision to send the SDF to Iraq and to build missile defence', 'North Korea crisis',
    'Cold War', 'Vietnam War', 'Oil crises (OPEC)', 'Koizumi government',
    "Overthrow of Saddam Hussein's regime", 'Three years of closer support for the United States',
    'MSDF dispatched to the Indian Ocean', 'U.S.-led antiterrorism campaign',
    'SDF deployed to Iraq', 'PAC-3 and sea-based missile defence in place',
    'Commentary printed in The Daily Yomiuri', 'Commentary posted by GLOCOM', 'Page last updated',
]

VIETNAM_CLAUSES = [
    'Tokyo could still part company with Washington, as it did over the Vietnam War',
    'a venture more bitterly disputed than any since the Vietnam War',
    'Japan showed this fear during the Vietnam War, when it capped the help it would give',
]


def focused_pane(annals):
    """Which pane has the keys: reader, evidence, timeline, or none of them."""
    if 'focused' in annals.page().states:
        return 'reader'
    if 'focused' in annals.timeline().states:
        return 'timeline'
    aside = annals.part('filler', 'AnnalsAside')
    if any('focused' in node.states for node in aside.walk()):
        return 'evidence'
    return None


def go_to(annals, pane):
    for _ in range(3):
        if focused_pane(annals) == pane:
            return
        before = focused_pane(annals)
        key('F6')
        wait('the focus to move', lambda: focused_pane(annals) != before)
    assert focused_pane(annals) == pane


def selected_label(annals):
    """The label of the one selected event, or None."""
    names = annals.selected()
    return names[0] if len(names) == 1 else None


def walk(annals, step, count):
    """Presses STEP until COUNT events have been selected; returns their names as read out."""
    walked = []
    for _ in range(count):
        before = selected_label(annals)
        key(step)
        wait(f'{step} to select another event than {before}',
             lambda: selected_label(annals) not in (None, before))
        walked.append(selected_label(annals))
    return walked


def assert_walked(walked, labels):
    for name, label in zip(walked, labels, strict=True):
        assert name.startswith(label + ','), (name, label)


@test
def f6_walks_the_panes():
    """F6 goes from pane to pane and round again, Shift+F6 back."""
    with Annals() as annals:
        go_to(annals, 'reader')
        for pane in ('evidence', 'timeline', 'reader'):
            key('F6')
            wait_equal('the focus', pane, lambda: focused_pane(annals))
        for pane in ('timeline', 'evidence', 'reader'):
            key('shift+F6')
            wait_equal('the focus', pane, lambda: focused_pane(annals))


@test
def arrows_walk_in_time():
    """Right goes through all events by their dates, Left goes back."""
    with Annals() as annals:
        go_to(annals, 'timeline')
        walked = walk(annals, 'Right', 15)
        assert_walked(walked[:13], IN_TIME)
        assert {name.split(',')[0] for name in walked[13:]} == LAST_IN_TIME, walked[13:]

        back = walk(annals, 'Left', 3)
        assert back == walked[13:10:-1], (back, walked)
        assert focused_pane(annals) == 'timeline'


@test
def ctrl_arrows_walk_in_the_text():
    """Ctrl+Right goes through all events as the text mentions them, wherever the focus is."""
    with Annals() as annals:
        go_to(annals, 'reader')
        assert_walked(walk(annals, 'ctrl+Right', 8), IN_THE_TEXT[:8])
        go_to(annals, 'timeline')
        assert_walked(walk(annals, 'ctrl+Right', 7), IN_THE_TEXT[8:])
        assert_walked(walk(annals, 'ctrl+Left', 3), IN_THE_TEXT[13:10:-1])


@test
def n_and_p_walk_the_passages():
    """The three passages on the Vietnam War: n goes on and round, p goes back."""
    with Annals() as annals:
        walk(annals, 'ctrl+Right', 4)
        annals.wait_selected('Vietnam War')
        for step, number in ((None, 1), ('n', 2), ('n', 3), ('n', 1), ('p', 3), ('p', 2)):
            if step:
                key(step)
            wait_equal('the reader’s selection',
                       f'Selected: Vietnam War, “{VIETNAM_CLAUSES[number - 1]}”',
                       lambda: annals.page().description)
            start = annals.page().text.index(VIETNAM_CLAUSES[number - 1])
            wait_equal('the caret', start, lambda: annals.page().caret)
            assert f'Passage {number} of 3' in annals.pane().labels(), annals.pane().labels()


@test
def escape_selects_nothing():
    """Esc clears what the keys have selected."""
    with Annals() as annals:
        walk(annals, 'ctrl+Right', 2)
        key('Escape')
        wait_equal('the selected events', [], annals.selected)


@test
def the_shortcuts_are_listed():
    """Ctrl+? lists the keys, and Esc closes the list."""
    with Annals() as annals:
        key('ctrl+question')
        annals.wait_message('^Next event in the text$')
        for words in ('Open', 'Next passage', 'Select nothing', 'Zoom in'):
            annals.wait_message(f'^{words}$')
        assert len(list(annals.app.children())) == 2
        key('Escape')
        annals.wait('the list to close', lambda: len(list(annals.app.children())) == 1)


@test
def f10_opens_the_menu():
    """F10 opens the main menu, which can do what the buttons can."""
    with Annals() as annals:
        key('F10')
        annals.wait_message('^Keyboard Shortcuts$')
        for words in ('Open…', 'Export…', 'Zoom In', 'Show All', 'About Annals'):
            annals.wait_message(f'^{words}$')


run()
