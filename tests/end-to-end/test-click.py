# SPDX-License-Identifier: GPL-3.0-or-later
"""A person clicks a mark and reads the words that support it, and clicks words to find the mark."""

from bus import wait, wait_equal, wait_still
from driver import Annals, click_among_tooltips, find_by_clicks, key, run, xdotool
from tap import test

OIL = 'Oil crises (OPEC)'
OIL_CLAUSE = 'in its dealings with OPEC when oil crises shook the early 1970s'
VIETNAM_CLAUSE = 'Japan showed this fear during the Vietnam War, when it capped the help it would give'
KOIZUMI_CLAUSE = 'the government is now Koizumi’s, and it follows the American lead almost without a question'


def selected_in_reader(annals, label, clause):
    """The reader says which passage is selected, and its caret stands in it."""
    page = annals.page()
    wait_equal('the reader’s selection', f'Selected: {label}, “{clause}”', lambda: page.description)
    start = page.text.index(clause)
    wait('the caret in the passage', lambda: start <= page.caret < start + len(clause))


def click_words(annals, words):
    """Scrolls the reader to words and clicks into the middle of them."""
    page = annals.page()
    offset = page.text.index(words) + len(words) // 2
    x, y, width, height = annals.scroll_to(lambda: page.character_box(offset), page)
    annals.click(x + width / 2, y + height / 2)


def pressed_cards(annals):
    return [card.name for card in annals.cards() if 'pressed' in card.states]


@test
def a_mark_selects_everywhere():
    """The mark of the oil crises shows its label, both dates, and the clause of the digest."""
    with Annals() as annals:
        annals.click_item('Oil crises (OPEC)')
        annals.wait_selected('Oil crises (OPEC)')
        selected_in_reader(annals, 'Oil crises (OPEC)', OIL_CLAUSE)

        labels = annals.pane().labels()
        for words in ('World', 'Oil crises (OPEC)', 'happened', '“early 1970s”',
                      '17 October 1973 – 18 March 1974', 'Passage 1 of 1'):
            assert words in labels, (words, labels)
        assert pressed_cards(annals) == [f'“{OIL_CLAUSE}”, digest, paragraph 3, exact']


@test
def the_passage_is_scrolled_into_sight():
    """A passage far down the page comes into the upper half of the reader, its focus unmoved."""
    with Annals() as annals:
        clause = 'was printed in The Daily Yomiuri on 23 January 2004'
        page = annals.page()
        offset = page.text.index(clause)
        top, height = page.box[1], page.box[3]
        assert page.character_box(offset)[1] > top + height

        annals.click_item('Commentary printed in The Daily Yomiuri')
        selected_in_reader(annals, 'Commentary printed in The Daily Yomiuri', clause)
        y = wait_still(lambda: page.character_box(offset)[1])
        assert top <= y <= top + height, (top, y, height)
        assert 'focused' in annals.timeline().states


@test
def words_select_their_event():
    """Clicking a passage in the text selects its event in the timeline and in the evidence."""
    with Annals() as annals:
        click_words(annals, OIL_CLAUSE)
        annals.wait_selected('Oil crises (OPEC)')
        selected_in_reader(annals, 'Oil crises (OPEC)', OIL_CLAUSE)
        assert 'Oil crises (OPEC)' in annals.pane().labels()

        click_words(annals, 'Konishi sees two stories')
        annals.wait_selected('Oil crises (OPEC)')


def menu_entries(annals):
    return [node.name for node in annals.window.find_all('menu item') if min(node.box[2:]) > 0]


@test
def the_page_has_a_menu():
    """The secondary button selects a passage and offers to copy it; beside it, only the text. The
    menu can be had again and again, and leaves the page as it is."""
    text = ['Copy', 'Select All']
    event = ['Copy Event', 'Copy Passage', 'Pin Mark', 'Show as Era']
    with Annals() as annals:
        page = annals.page()
        for words, entries in (('He welcomes the closeness', text), ('decision that Tokyo', text + event),
                               ('Konishi sees two', text)):
            x, y, width, height = page.character_box(page.text.index(words) + 5)
            annals.point(x + width / 2, y + height / 2)
            xdotool('click', 3)
            annals.wait(lambda: f'{entries}; the menu is {menu_entries(annals)}',
                        lambda: menu_entries(annals) == entries)
            key('Escape')
            annals.wait('the menu to close', lambda: menu_entries(annals) == [])
        annals.wait_selected('Decision to send the SDF to Iraq and to build missile defence')
        annals.wait('the page to have the keys again', lambda: 'focused' in annals.page().states)
        key('shift+F10')
        annals.wait('the menu by keys', lambda: menu_entries(annals) == text + event)
        key('Escape')
        annals.wait('the menu to close', lambda: menu_entries(annals) == [])
        annals.click_item(OIL)
        selected_in_reader(annals, OIL, OIL_CLAUSE)


@test
def a_later_passage_of_an_event_is_that_passage():
    """Clicking the third mention of the Vietnam War selects that one, not the first."""
    with Annals() as annals:
        annals.click_item('Vietnam War')
        annals.wait_selected('Vietnam War')
        assert 'Passage 1 of 3' in annals.pane().labels()

        third = next(card for card in annals.cards() if VIETNAM_CLAUSE in card.name)
        annals.scroll_to(lambda: third.box, annals.pane())
        annals.click(*third.middle)
        selected_in_reader(annals, 'Vietnam War', VIETNAM_CLAUSE)
        assert 'Passage 3 of 3' in annals.pane().labels()
        assert pressed_cards(annals) == [f'“{VIETNAM_CLAUSE}”, digest, paragraph 6, exact']

        key('Escape')
        wait_equal('nothing selected', [], annals.selected)
        click_words(annals, VIETNAM_CLAUSE)
        selected_in_reader(annals, 'Vietnam War', VIETNAM_CLAUSE)
        annals.wait_selected('Vietnam War')


@test
def escape_selects_nothing():
    """Esc clears the selection in the timeline, the reader and the evidence pane."""
    with Annals() as annals:
        annals.click_item('Koizumi government')
        annals.wait_selected('Koizumi government')
        selected_in_reader(annals, 'Koizumi government', KOIZUMI_CLAUSE)

        key('Escape')
        wait_equal('the selected events', [], annals.selected)
        wait_equal('the reader’s selection', '', lambda: annals.page().description)


@test
def a_click_beside_the_marks_changes_nothing():
    """A click on empty time keeps what is selected."""
    with Annals() as annals:
        annals.click_item('Oil crises (OPEC)')
        annals.wait_selected('Oil crises (OPEC)')
        x, y, width, height = annals.item('Oil crises (OPEC)').box
        annals.click(x - 60, y + height / 2)
        wait_still(annals.selected)
        annals.wait_selected('Oil crises (OPEC)')


@test
def a_click_is_taken_whatever_the_tooltips_do():
    """A click on a mark selects its event while the tooltip of another mark goes and its own comes."""
    with Annals() as annals:
        click_among_tooltips(annals, annals.item('Koizumi government').middle,
                             annals.item(OIL).middle, OIL)


def find_on_map(annals, label):
    """Where beside the text, in the strip with a stroke for each passage, a click selects an event."""
    return find_by_clicks(annals, label, annals.pane().box[0] - 10, annals.page().box[1],
                          annals.timeline().box[1])


@test
def a_stroke_beside_the_text_selects():
    """A click on a stroke of the passage map selects its passage, whatever the tooltips do."""
    with Annals() as annals:
        other = find_on_map(annals, 'Vietnam War')
        here = find_on_map(annals, OIL)
        selected_in_reader(annals, OIL, OIL_CLAUSE)
        click_among_tooltips(annals, other, here, OIL)


run()
