# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way without a pointer and without a screen: start, find the oil crises, hear when they
were, reach the words that say so, and take the picture along. Only what a screen reader is told
leads from step to step."""

import os
import re

from bus import wait, wait_equal
from driver import TITLE, Annals, key, run, type_text
from ears import Ears
from tap import test

EVENT = 'Oil crises (OPEC), early 1970s, happened, 1 passage'
CLAUSE = 'in its dealings with OPEC when oil crises shook the early 1970s'


def hear_focus(ears, role, name):
    ears.wait(f'the keys to be with {role} “{name}”',
              lambda kind, its_role, its_name, _: kind.endswith(':focused')
              and (its_role, its_name) == (role, name))


def hear_description(ears, pattern):
    """Waits until something describes itself so."""
    return ears.wait(f'a description like “{pattern}”',
                     lambda kind, _role, _name, description: kind.endswith('-description')
                     and re.search(pattern, description))


def words_at_caret(annals, count):
    page = annals.page()
    return page.text[page.caret:page.caret + count]


@test
def from_the_start_to_a_file():
    """By search, list, text and dialog."""
    with Annals() as annals, Ears(annals) as ears:
        assert annals.page().name == TITLE and 'focused' in annals.page().states

        key('ctrl+f')
        wait('the search entry', lambda: next(
            (node for node in annals.window.find_all('entry') if 'focused' in node.states), None))
        type_text('oil crises')
        hear_description(ears, r'^1 of 1 in the text, 1 event$')

        key('alt+2')
        hear_focus(ears, 'list', 'Events')
        key('Down')
        hear_focus(ears, 'list item', EVENT)
        hear_description(ears, f'^Selected: Oil crises \\(OPEC\\), “{CLAUSE}”$')

        go_to_reader(annals)
        wait_equal('the words at the caret', CLAUSE,
                   lambda: words_at_caret(annals, len(CLAUSE)))

        path = annals.home.file('oil crises.svg')
        export(annals, path)
        with open(path, encoding='utf-8') as file:
            assert 'Oil crises (OPEC): early 1970s' in file.read()


@test
def from_the_timeline():
    """By the events in time: each says what it is, a zoom says what it shows."""
    with Annals() as annals, Ears(annals) as ears:
        key('shift+F6', 'shift+F6', 'shift+F6')
        wait('the keys to be with the timeline',
             lambda: 'focused' in annals.timeline().states)
        for _ in range(3):
            key('Right')
        hear_description(ears, f'^{re.escape(EVENT)}$')
        key('z')
        hear_description(ears, r'^19[56]\d to 19[78]\d, \d+ events$')

        go_to_reader(annals)
        assert words_at_caret(annals, len(CLAUSE)) == CLAUSE


def go_to_reader(annals):
    """F6 until the text has the keys."""
    for _ in range(6):
        if 'focused' in annals.page().states:
            return
        before = focused(annals)
        key('F6')
        wait('the keys to be elsewhere', lambda: focused(annals) not in (None, before))
    assert 'focused' in annals.page().states


def focused(annals):
    return next(((node.role, node.name) for node in annals.window.walk()
                 if 'focused' in node.states), None)


def export(annals, path):
    key('ctrl+e')
    annals.wait_dialog()
    key('alt+e')
    annals.enter_file(path)
    annals.wait('the file', lambda: os.path.exists(path) and os.path.getsize(path) > 0)
    annals.wait_no_dialog()


run()
