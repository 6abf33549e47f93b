# SPDX-License-Identifier: GPL-3.0-or-later
"""A person without a pointer walks the panes, the events and the passages."""

import re

from bus import wait, wait_equal, wait_still
from driver import Annals, key, run, type_text
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
    """Which pane has the keys: header, notice, reader, evidence, timeline, or none of them."""
    for pane, button in (('header', 'Open'), ('notice', 'Open Commentary…')):
        if 'focused' in annals.part('push button', button).states:
            return pane
    if 'focused' in annals.page().states:
        return 'reader'
    if 'focused' in annals.timeline().states:
        return 'timeline'
    aside = annals.part('filler', 'AnnalsAside')
    if any('focused' in node.states for node in aside.walk()):
        return 'evidence'
    return None


def go_to(annals, pane):
    for _ in range(5):
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
        for pane in ('evidence', 'timeline', 'header', 'notice', 'reader'):
            key('F6')
            wait_equal('the focus', pane, lambda: focused_pane(annals))
        for pane in ('notice', 'header', 'timeline', 'evidence', 'reader'):
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
        assert len(annals.app.children()) == 2
        key('Escape')
        annals.wait_no_dialog()


@test
def f10_opens_the_menu():
    """F10 opens the main menu, which can do what the keys can, by keys."""
    with Annals() as annals:
        key('F10')
        annals.wait_message('^Keyboard Shortcuts$')
        for words in ('Open…', 'Export…', 'Find a Command…', 'About Annals'):
            annals.wait_message(f'^{words}$')
        key('v')
        annals.wait_message('^Timeline Only$')
        for words in ('Zoom In', 'Show All', 'Events'):
            annals.wait_message(f'^{words}$')
        key('n')
        wait('the list of events', lambda: annals.window.find('list', 'Events.*'))


@test
def menus_give_the_keys_back():
    """Esc closes a menu, from its submenu as well, and the keys are where they were before, or with
    its button."""
    with Annals() as annals:
        for submenu, words in ((None, 'Find…'), ('v', 'Timeline Only')):
            key('F10')
            annals.wait_message('^Keyboard Shortcuts$')
            if submenu:
                key(submenu)
            annals.wait_message(f'^{words}$')
            key('Escape')
            wait_equal('the focus', 'reader', lambda: focused_pane(annals))

        key('alt+2', 'Down')
        annals.wait_selected('Cold War')
        key('alt+i')
        annals.wait_message('^Without Passages$')
        key('Right')
        annals.wait_message('^Any Lane$')
        key('Escape')
        wait_equal('the focus', ('push button', 'Filter'), lambda: focused(annals.window))
        key('Escape')
        wait_equal('the selected events', [], annals.selected)


def focused(root):
    """Role and name of what has the keys, or None."""
    return next(((node.role, node.name) for node in root.walk() if 'focused' in node.states), None)


@test
def borders_are_named():
    """F8 reaches the border of a pane, which says what it is."""
    with Annals() as annals:
        go_to(annals, 'reader')
        key('F8')
        wait_equal('the name', 'Move the border between panes',
                   lambda: (focused(annals.window) or ('', ''))[1])


@test
def a_command_is_found_by_its_name():
    """Ctrl+Shift+P, a few letters, Enter; and only what can be done is offered."""
    with Annals() as annals:
        key('ctrl+shift+p')
        annals.wait_message('^Show all events$')
        assert 'Next passage' not in annals.messages()
        dialog = annals.wait('the list of commands', annals.dialog)
        entry = annals.wait('the entry', lambda: dialog.find('entry'))
        type_text('list ev')
        wait_equal('what would be done', 'Show the list of events, Alt+2',
                   lambda: entry.description)
        key('Return')
        annals.wait_no_dialog()
        wait('the list of events', lambda: annals.window.find('list', 'Events.*'))


@test
def a_command_with_the_very_words_comes_first():
    """Others that have the letters of the words somewhere come after it."""
    with Annals() as annals:
        annals.click_item('Vietnam War')
        annals.wait_selected('Vietnam War')
        key('ctrl+shift+p')
        dialog = annals.wait('the list of commands', annals.dialog)
        entry = annals.wait('the entry', lambda: dialog.find('entry'))
        type_text('as an era')
        wait('the command for eras first',
             lambda: entry.description.startswith('Show the event as an era'))


@test
def keys_that_edit_text_are_left_to_it():
    """Ctrl+Left in an entry goes a word back, and selects no event."""
    with Annals() as annals:
        key('ctrl+f')
        entry = annals.wait('the search entry', lambda: next(
            (node for role in ('entry', 'text') for node in annals.window.find_all(role)
             if 'editable' in node.states), None))
        type_text('oil n')
        key('ctrl+Left')
        wait_equal('the caret', 4, lambda: entry.caret)
        assert annals.selected() == []


def message(annals):
    return annals.timeline().description


@test
def the_timeline_by_keys():
    """Zoom, move, go to the ends: each says what is shown once it has come to rest."""
    with Annals() as annals:
        go_to(annals, 'timeline')
        key('0')
        whole = wait_said(annals, '')
        assert re.fullmatch(r'\d{4} to \d{4}, 15 events', whole), whole
        said = [whole]
        for step in ('plus', 'plus', 'shift+Right', 'shift+Left', 'Home', 'End', 'Prior', 'Next'):
            key(step)
            said.append(wait_said(annals, said[-1]))
        assert 0 < int(said[2].split()[-2]) < 15, said
        years = [int(words.split()[0]) for words in said]
        assert years[3] > years[2] and years[4] == years[2], said
        assert years[5] < years[2] < years[6] and years[7] < years[6], said


def wait_said(annals, before):
    """What the timeline says once that is another thing than BEFORE."""
    return wait(f'the timeline to say more than “{before}”',
                lambda: message(annals) if message(annals) != before else None)


@test
def the_selected_event_is_zoomed_to():
    """z is the double click of the keys."""
    with Annals() as annals:
        go_to(annals, 'timeline')
        walk(annals, 'ctrl+Right', 5)
        annals.wait_selected('Oil crises (OPEC)')
        assert message(annals) == selected_label(annals), message(annals)
        key('z')
        said = wait_said(annals, message(annals))
        first, last = re.match(r'(\d{4}) to (\d{4})', said).groups()
        assert 1955 < int(first) < 1971 and 1974 < int(last) < 1985, said


@test
def tab_goes_everywhere_and_on():
    """Tab is caught nowhere: it comes round to where it started."""
    with Annals() as annals:
        go_to(annals, 'reader')
        seen = []
        for _ in range(40):
            key('Tab')
            wait_still(lambda: focused_pane(annals), 0.1)
            seen.append(focused_pane(annals))
            if {'header', 'timeline'} <= set(seen) and seen[-1] == 'reader':
                return
        raise AssertionError(seen)


run()
