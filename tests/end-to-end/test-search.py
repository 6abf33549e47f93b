# SPDX-License-Identifier: GPL-3.0-or-later
"""A person looks for words, in the text and among the events, and takes what was found elsewhere."""

from bus import wait, wait_equal
from driver import Annals, key, run, type_text, xdotool
from tap import test

OIL = 'in its dealings with OPEC when oil crises shook the early 1970s'
REFERENCE = ('(digest of Weston S. Konishi, Japan-U.S. alliance should be balanced, '
             'The Daily Yomiuri, 23 January 2004, paragraph 3 of the digest)')


def entry(annals):
    """The entry of the search bar."""
    return annals.wait('the search entry',
                       lambda: annals.window.find('text', 'Search in the text and in events')
                       or annals.window.find('entry', 'Search in the text and in events'))


def open_search(annals, words=None):
    key('ctrl+f')
    found = entry(annals)
    annals.wait('the entry to have the keys', lambda: 'focused' in found.states)
    if words is not None:
        type_text(words)
    return found


def caret_word(annals, length):
    page = annals.page()
    return page.text[page.caret:page.caret + length]


@test
def words_are_found_everywhere():
    """“oil” is found once in the text and in one event, which is the only one listed."""
    with Annals() as annals:
        key('alt+2')
        open_search(annals, 'oil')
        annals.wait_message(r'^1 of 1 in the text, 1 event$')
        annals.wait_message(r'^1 of 15 events$')
        wait_equal('the caret at the match', 'oil', lambda: caret_word(annals, 3))
        key('Escape')
        annals.wait_message(r'^15 events$')


@test
def matches_are_walked():
    """Enter and Shift+Enter go from match to match, and say where they begin again."""
    with Annals() as annals:
        open_search(annals, 'Vietnam War')
        annals.wait_message(r'^1 of 3 in the text, 1 event$')
        first = annals.page().caret
        key('Return')
        annals.wait_message(r'^2 of 3 in the text, 1 event$')
        wait('the caret at the second match', lambda: annals.page().caret > first)
        key('Return', 'Return')
        annals.wait_message(r'^1 of 3, on from the beginning$')
        wait_equal('the caret', first, lambda: annals.page().caret)
        key('shift+Return')
        annals.wait_message(r'^3 of 3, on from the end$')
        key('Escape')
        key('F3')  # the bar comes back with the same words
        annals.wait_message(r'^\d of 3 in the text, 1 event$')


@test
def how_to_search():
    """After an option was set one types on; Escape closes the bar from each of its buttons."""
    with Annals() as annals:
        found = open_search(annals, 'Japan')
        annals.wait_message(r'in the text')
        annals.click(*annals.wait('the options', lambda: next(
            (node for node in annals.window.walk() if node.name == 'Search Options'
             and min(node.box[2:]) > 0), None)).middle)
        annals.wait('the options to have the keys', lambda: 'focused' not in found.states)
        key('Escape')
        annals.wait('the keys in the entry', lambda: 'focused' in found.states)
        type_text('ese')
        wait_equal('the words', 'Japanese', lambda: found.text)
        key('Tab', 'Escape')
        annals.wait('the bar to close', lambda: found.box[2] == 0
                    or 'showing' not in found.states)


@test
def nothing_is_found():
    """What is not there is said calmly, and the list offers all events again."""
    with Annals() as annals:
        key('alt+2')
        found = open_search(annals, 'zebra')
        annals.wait_message(r'^Not found$')
        annals.wait_message(r'^No Event Matches$')
        button = annals.wait('a button to show all',
                             lambda: next((node for node in annals.window.find_all(
                                 'push button', 'Show All') if min(node.box[2:]) > 0), None))
        annals.click(*button.middle)
        annals.wait_message(r'^15 events$')
        wait_equal('the words', '', lambda: found.text)


@test
def no_letter_is_lost():
    """Letters that follow Ctrl+F at once are in the entry, each time."""
    with Annals() as annals:
        for _ in range(5):
            xdotool('key', '--delay', 0, 'ctrl+f', 'n', 'o', 'r', 't', 'h')
            found = entry(annals)
            wait_equal('the words', 'north', lambda: found.text)
            key('Escape')
            annals.wait('the keys to go back', lambda: 'focused' in annals.page().states)


@test
def escape_closes_it_from_anywhere():
    """Escape closes the search in the list and in the text too, and the keys stay there; only the
    next one selects nothing."""
    with Annals() as annals:
        key('alt+2')
        open_search(annals, 'oil')
        annals.wait_message(r'^1 of 15 events$')
        annals.click_shown(r'Oil crises \(OPEC\)', 'label')
        annals.wait_selected('Oil crises (OPEC)')
        key('Escape')
        annals.wait_message(r'^15 events$')
        wait_equal('the row with the keys', ['Oil crises (OPEC)'], lambda: [
            node.name.split(',')[0] for node in annals.window.find_all('list item')
            if 'focused' in node.states])
        annals.wait_selected('Oil crises (OPEC)')
        key('Escape')
        wait_equal('what is selected', [], annals.selected)

        found = open_search(annals)
        left, top, width, _ = annals.page().box
        annals.click(left + width / 2, top + 20)
        annals.wait('the keys in the text', lambda: 'focused' in annals.page().states)
        key('Escape')
        annals.wait('the bar to close', lambda: found.box[2] == 0
                    or 'showing' not in found.states)
        assert 'focused' in annals.page().states


@test
def an_event_is_copied():
    """A copied event carries its dates, its quotation and where that is from."""
    with Annals() as annals:
        annals.click_item('Oil crises (OPEC)')
        annals.wait_selected('Oil crises (OPEC)')
        key('ctrl+shift+c')
        annals.wait_message(r'^Event copied$')
        found = open_search(annals)
        key('ctrl+v')
        annals.wait('the event in the entry', lambda: 'Oil crises (OPEC)' in found.text)
        copied = found.text
        assert 'Date as cited: early 1970s' in copied, copied
        assert 'Status: happened' in copied, copied
        assert f'“{OIL}” {REFERENCE}' in copied, copied


@test
def a_passage_is_copied():
    """A copied passage is the quotation with its reference, and nothing else."""
    with Annals() as annals:
        annals.click_item('Oil crises (OPEC)')
        annals.wait_selected('Oil crises (OPEC)')
        key('ctrl+alt+c')
        annals.wait_message(r'^Passage copied$')
        found = open_search(annals)
        key('ctrl+v')
        wait_equal('the passage in the entry', f'“{OIL}” {REFERENCE}', lambda: found.text)


run()
