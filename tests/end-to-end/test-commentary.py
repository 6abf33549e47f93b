# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who has the commentary opens it: every event is linked to the original words. The text is
not part of the project; ANNALS_SAMPLES names the folder where it is."""

import os
import re
import xml.etree.ElementTree as ElementTree

from bus import wait
from driver import BUNDLED, Annals, Home, key, run
from tap import Skip, test

TEI = '{http://www.tei-c.org/ns/1.0}'
XML_ID = '{http://www.w3.org/XML/1998/namespace}id'
CHECKED = ('oil-crises', 'vietnam-war', 'decision-iraq-missile-defence')
KEYFILE = {'GSETTINGS_BACKEND': 'keyfile'}


def read_commentary():
    """The path of the commentary and its text; skips the test when it is not there."""
    folder = os.environ.get('ANNALS_SAMPLES')
    if not folder:
        raise Skip('ANNALS_SAMPLES is not set, so the commentary is not at hand')
    path = os.path.join(folder, 'konishi-2004.txt')
    with open(path, encoding='utf-8') as file:
        return path, file.read()


def read_passages():
    """Event id → label, and the character ranges that the bundled document gives its passages."""
    root = ElementTree.parse(BUNDLED).getroot()
    labels = {event.get(XML_ID): event.find(TEI + 'label').text
              for event in root.iter(TEI + 'event')}
    ranges = {event: [] for event in labels}
    for annotation in root.iter(TEI + 'annotation'):
        start, end = re.search(r'#char=(\d+),(\d+)', annotation.get('target')).groups()
        ranges[annotation.get('ana')[1:]].append((int(start), int(end)))
    return labels, ranges


def copy_commentary(home, text):
    return home.file('my copy.txt', text)


def shows_commentary(annals):
    annals.wait_message('· commentary$')
    toggles = {node.name: node.states for node in annals.window.find_all('push button')}
    return 'Commentary' in toggles and 'Konishi sees two stories' not in annals.page().text


@test
def every_event_shows_the_original_words():
    """The passages in the pane are the clauses of the commentary, word for word, and exact."""
    path, text = read_commentary()
    labels, ranges = read_passages()
    with Annals(path) as annals:
        annals.wait_message('^All 18 passages were found, word for word')
        assert shows_commentary(annals)
        for event in CHECKED:
            annals.click_item(labels[event])
            annals.wait_selected(labels[event])
            quotes = [' '.join(text[start:end].split()) for start, end in ranges[event]]
            annals.wait(f'the passages of {event}',
                        lambda: all(any(card.name.startswith(f'“{quote}”')
                                        for card in annals.cards()) for quote in quotes))
            cards = [card.name for card in annals.cards()][:len(quotes)]
            for quote, card in zip(quotes, cards, strict=True):
                assert re.fullmatch(re.escape(f'“{quote}”') + r', commentary, paragraph \d+, exact',
                                    card), card
            wait('the first passage in the reader',
                 lambda: ' '.join(annals.page().description.split())
                 == f'Selected: {labels[event]}, “{quotes[0]}”')
            assert annals.page().caret == annals.page().text.index(text[slice(*ranges[event][0])])


@test
def the_copy_is_remembered():
    """Annals, started again without a file, shows the commentary by itself."""
    _, text = read_commentary()
    with Home() as home:
        path = copy_commentary(home, text)
        with Annals(path, home=home, **KEYFILE) as annals:
            assert shows_commentary(annals)
            assert annals.end('ctrl+q') == 0
        with Annals(home=home, **KEYFILE) as annals:
            assert shows_commentary(annals)
            assert len(annals.items()) == 15


@test
def a_cut_copy_says_what_is_lost():
    """A copy without the clause on the oil crises: one passage is lost, and says so."""
    _, text = read_commentary()
    labels, ranges = read_passages()
    start, end = ranges['oil-crises'][0]
    with Home() as home:
        path = copy_commentary(home, text[:start - 4] + text[end:])
        with Annals(path, home=home) as annals:
            pattern = r'^18 passages: (\d+ (exact|moved|doubtful), )+1 lost\.$'
            said = annals.wait_message(pattern)
            n_all, *parts = map(int, re.findall(r'\d+', said))
            assert sum(parts) == n_all and 0 not in parts, said
            annals.still_boxes()
            assert annals.messages().count(said) == 1, annals.messages()
            annals.click_item(labels['oil-crises'])
            annals.wait_selected(labels['oil-crises'])
            standings = [card.name.rsplit(', ', 1)[1] for card in annals.cards()]
            assert sorted(standings) == ['exact', 'lost'], [card.name for card in annals.cards()]


@test
def all_that_is_lost_is_one_click_away():
    """The list counts the lost passages as the line above the text does, and lists their events."""
    _, text = read_commentary()
    _, ranges = read_passages()
    start = min(start for start, _ in ranges['vietnam-war'])
    end = max(end for _, end in ranges['vietnam-war'])
    with Home() as home:
        path = copy_commentary(home, text[:start] + text[end:])
        with Annals(path, home=home) as annals:
            said = annals.wait_message(r'^18 passages: .* lost\.$')
            n_lost = int(re.search(r'(\d+) lost', said).group(1))
            assert n_lost >= 3, said
            key('alt+2')
            annals.wait_message(r'^15 events$')
            chip = annals.wait('the button', lambda: next(
                (node for node in annals.window.walk()
                 if node.name == f'Lost passages: {n_lost}' and min(node.box[2:]) > 0), None))
            annals.click(*chip.middle)
            n_events = int(annals.wait_message(r'^\d+ of 15 events$').split()[0])
            assert 1 <= n_events < n_lost, (n_events, n_lost)


@test
def a_copy_that_is_gone_is_missed():
    """When the remembered copy has been deleted, the digest opens, with a message."""
    _, text = read_commentary()
    with Home() as home:
        path = copy_commentary(home, text)
        with Annals(path, home=home, **KEYFILE) as annals:
            assert shows_commentary(annals)
            assert annals.end('ctrl+q') == 0
        os.remove(path)
        with Annals(home=home, **KEYFILE) as annals:
            annals.wait_message('my copy.txt')
            assert 'Konishi sees two stories' in annals.page().text
            assert len(annals.items()) == 15


run()
