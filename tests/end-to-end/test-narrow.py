# SPDX-License-Identifier: GPL-3.0-or-later
"""A person makes the window small: panes fold away and are a click from being there, nothing is cut
off, and all of them come back with the width."""

import os

from bus import wait, wait_equal, wait_still
from driver import Annals, key, run, type_text
from tap import test
from tree import boxes, seen

FOLDED = 760, 600
PAGES = 600, 500
LABEL = 'Oil crises (OPEC)'
CLAUSE = 'in its dealings with OPEC when oil crises shook the early 1970s'
PANES = {('filler', 'AnnalsReader'): 'text', ('filler', 'AnnalsAside'): 'evidence',
         ('list', 'Timeline'): 'timeline'}
# What is in these may lie beyond their edges: scrolled away, or not shown for want of room.
OVERFLOWING = ('scroll pane', 'list', 'Hints')
EDGE_PX = 1


def pane_boxes(annals):
    """Pane → its box, for those that are there. What is hidden is not on the bus."""
    return {PANES[node.role, node.name]: node.box
            for node in seen(node for node in annals.window.walk()
                             if (node.role, node.name) in PANES)}


def wait_shown(annals, *panes):
    wait_equal('the panes', set(panes), lambda: set(pane_boxes(annals)))
    annals.parts = {}


def find_outside(window):
    """What of a window lies outside of it."""
    _, _, right, bottom = window.box
    nodes = window.walk(lambda node: node.role not in OVERFLOWING and node.name not in OVERFLOWING)
    return [(node.role, node.name, (x, y, width, height))
            for node, (x, y, width, height) in zip(nodes, boxes(nodes), strict=True)
            if min(width, height) > 0 and (x < -EDGE_PX or y < -EDGE_PX or x + width > right + EDGE_PX
                                           or y + height > bottom + EDGE_PX)]


def assert_inside(window):
    """Whatever a window shows has its place within the edges."""
    wait_still(lambda: boxes(window.walk()))
    assert not (outside := find_outside(window)), (outside, window.box)


def read_evidence(annals):
    """The evidence tells the dates and the passage, in sight."""
    for words in ('“early 1970s”', '17 October 1973 – 18 March 1974'):
        wait(words, lambda text=words: text in annals.window.labels())
    pane = annals.window.find('filler', 'AnnalsEvidencePane')
    wait('the passage', lambda: any(CLAUSE in node.name for node
                                    in pane.find_all('push button', '“.*')))
    assert_inside(annals.window)


def list_events(annals):
    """The list of events is beside the evidence, and has all of them."""
    annals.click_shown('Events', 'push button')
    annals.wait_message('^15 events$')
    assert_inside(annals.window)
    annals.click_shown('Evidence', 'push button')


def export_by_pointer(annals):
    """The export dialog is reached by its button, and nothing of it is cut off."""
    annals.click_shown('Export the Timeline', 'push button')
    dialog = annals.wait_dialog()
    assert_inside(dialog)
    path = annals.home.file('small.png')
    key('alt+e')
    annals.enter_file(path)
    annals.wait('the file', lambda: os.path.exists(path) and os.path.getsize(path) > 0)
    annals.wait_no_dialog()


@test
def at_760_the_evidence_folds_away():
    """Text and timeline stay; a button in the header brings evidence and events, and takes them."""
    with Annals() as annals:
        annals.resize(*FOLDED)
        wait_shown(annals, 'text', 'timeline')
        assert_inside(annals.window)
        annals.click_item(LABEL)
        annals.wait_selected(LABEL)

        annals.click_shown('Show Evidence and Events', 'push button')
        wait_shown(annals, 'text', 'evidence', 'timeline')
        read_evidence(annals)
        list_events(annals)
        annals.click_shown('Show Evidence and Events', 'push button')
        wait_shown(annals, 'text', 'timeline')
        export_by_pointer(annals)


@test
def at_600_every_pane_is_a_page():
    """A switch below turns to text, evidence and timeline; each has the whole window."""
    with Annals() as annals:
        annals.resize(*PAGES)
        wait_shown(annals, 'text')
        assert_inside(annals.window)

        annals.click_shown('Timeline', 'push button')
        wait_shown(annals, 'timeline')
        assert_inside(annals.window)
        annals.click_item(LABEL)
        annals.wait_selected(LABEL)

        page_button(annals, 'Evidence')
        wait_shown(annals, 'evidence')
        read_evidence(annals)
        list_events(annals)

        annals.click_shown('Text', 'push button')
        wait_shown(annals, 'text')
        wait_equal('the reader’s selection', f'Selected: {LABEL}, “{CLAUSE}”',
                   lambda: annals.page().description)
        export_by_pointer(annals)


def page_button(annals, name):
    """Clicks the switch to a page, which is the lowest button of its name."""
    found = seen(annals.window.find_all('push button', name))
    annals.click(*max(found, key=lambda node: node.box[1]).middle)


@test
def searching_in_little_room():
    """The search bar fits at both sizes, and finds."""
    with Annals() as annals:
        for size in (FOLDED, PAGES):
            annals.resize(*size)
            annals.click_shown('Search in the Text and in Events', 'push button')
            annals.wait('the entry', lambda: next(
                (node for node in annals.window.walk() if {'editable', 'focused'} <= node.states),
                None))
            key('ctrl+a')
            type_text('oil crises')
            annals.wait_message('^1 of 1 in the text, 1 event$')
            assert_inside(annals.window)
            key('Escape')


@test
def all_panes_come_back():
    """Wide again, every pane is there with the size it had, whatever page was turned to."""
    with Annals() as annals:
        _, _, width, height = annals.window.box
        before = pane_boxes(annals)
        for size, button in ((FOLDED, 'Show Evidence and Events'), (PAGES, 'Timeline')):
            annals.resize(*size)
            annals.click_shown(button, 'push button')
            annals.resize(width, height)
            wait_shown(annals, *PANES.values())
            wait_equal('the boxes of the panes', before, lambda: pane_boxes(annals))
            assert_inside(annals.window)
            assert annals.find_shown('Show Evidence and Events', 'push button') is None


run()
