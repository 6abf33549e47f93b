# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody else changes a file while a person reads it: it is said, and nothing is lost."""

import os
import shutil

from bus import wait
from driver import BUNDLED, TITLE, Annals, Home, key, run
from tap import test

SOON_S = 4  # sooner than it would go by itself


def rewrite(path, old, new):
    """As most programs save: another file takes its place."""
    with open(path, encoding='utf-8') as file:
        text = file.read()
    assert old in text
    with open(f'{path}.new', 'w', encoding='utf-8') as file:
        file.write(text.replace(old, new))
    os.replace(f'{path}.new', path)


@test
def a_file_that_changed():
    """The window says so; the button reads it again, with the same event selected."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            annals.click_item('Vietnam War')
            annals.wait_selected('Vietnam War')
            rewrite(path, 'two stories', 'two or three stories')
            annals.wait_message('“book.annals.xml” has changed on disk')
            assert 'two or three stories' not in annals.page().text
            button = annals.wait('the button',
                                 lambda: annals.window.find('push button', '.*Read Again'))
            annals.click(*button.middle)
            annals.wait('the new words', lambda: 'two or three stories' in annals.page().text)
            annals.wait_selected('Vietnam War')
            annals.wait('the message to go', lambda: not any(
                'has changed on disk' in words for words in annals.messages()))


@test
def a_file_that_is_removed_and_comes_back():
    """The window says so and keeps what it shows; when it is back unchanged, all is well."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            os.rename(path, path + '.away')
            annals.wait_message('“book.annals.xml” is no longer in its folder')
            assert annals.window.name == TITLE
            assert len(annals.items()) == 15
            os.rename(path + '.away', path)
            annals.wait('the message to go', lambda: not any(
                'no longer in its folder' in words for words in annals.messages()))


@test
def a_file_that_breaks_and_is_mended():
    """What was wrong is not said any longer when the file could be read."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            with open(path, 'w', encoding='utf-8') as file:
                file.write('<TEI><text')
            key('F5')
            annals.wait_message('a tag is not closed')
            assert len(annals.items()) == 15
            shutil.copy(BUNDLED, path)
            key('F5')
            wait('the message to go', lambda: not any(
                'a tag is not closed' in words for words in annals.messages()), SOON_S)


@test
def reading_again_by_key():
    """F5 reads the file again at any time."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            rewrite(path, 'two stories', 'two or three stories')
            key('F5')
            annals.wait('the new words', lambda: 'two or three stories' in annals.page().text)


run()
