# SPDX-License-Identifier: GPL-3.0-or-later
"""A person works with several documents: each has a window, and none has two."""

import os
import subprocess

from bus import TIMEOUT_S
from driver import PROGRAM, TITLE, Annals, Home, key, run
from tap import test


def call(annals, *arguments):
    """`annals FILE…` while the program runs."""
    done = subprocess.run([PROGRAM, *arguments], env=annals.environment, timeout=TIMEOUT_S,
                          capture_output=True, check=False)
    assert done.returncode == 0, done


def names(annals):
    return sorted(node.name for node in annals.app.children())


def wait_names(annals, *expected):
    annals.wait(lambda: f'windows {expected}, there are {names(annals)}',
                lambda: names(annals) == sorted(expected))


def wait_active(annals, name):
    annals.wait(f'“{name}” to be in front',
                lambda: [node.name for node in annals.app.children() if 'active' in node.states]
                == [name])


@test
def files_reach_the_running_program():
    """`annals FILE…`: the first takes the place of the example, the others get windows."""
    with Annals() as annals:
        home = annals.home
        call(annals, home.file('one.txt', 'One.'))
        wait_names(annals, 'one')
        call(annals, home.file('two.txt', 'Two.'), home.file('three.txt', 'Three.'))
        wait_names(annals, 'one', 'two', 'three')
        call(annals)
        wait_names(annals, 'one', 'two', 'three')


@test
def a_file_that_is_open_comes_to_the_front():
    """By its name, by another path, by a link: one window, and it has the keys."""
    with Home() as home:
        one = home.file('one.txt', 'One.')
        link = home.file('link.txt')
        os.symlink(one, link)
        with Annals(one, home=home, title='one') as annals:
            for path in (one, os.path.join(home.path, '..', os.path.basename(home.path), 'one.txt'),
                         link):
                call(annals, home.file('two.txt', 'Two.'))
                wait_names(annals, 'one', 'two')
                wait_active(annals, 'two')
                call(annals, path)
                wait_active(annals, 'one')
                wait_names(annals, 'one', 'two')


@test
def what_cannot_be_opened_opens_no_window():
    """`annals BADFILE` while a document is open: a message there, and nothing else."""
    with Home() as home:
        with Annals(home.file('one.txt', 'One.'), home=home, title='one') as annals:
            call(annals, home.file('missing.txt'))
            annals.wait_message('missing.txt does not exist')
            wait_names(annals, 'one')


@test
def a_new_window_is_empty():
    """Ctrl+N: a window without a document, where the next file goes."""
    with Home() as home:
        with Annals(home.file('one.txt', 'One.'), home=home, title='one') as annals:
            key('ctrl+n')
            annals.wait('another window', lambda: len(names(annals)) == 2)
            wait_active(annals, 'Annals')
            call(annals, home.file('two.txt', 'Two.'))
            wait_names(annals, 'one', 'two')


@test
def the_list_of_recent_documents():
    """Ctrl+K lists what was open; Enter opens it again."""
    with Home() as home:
        one = home.file('one.txt', 'One.')
        with Annals(one, home=home, title='one') as annals:
            assert annals.end('ctrl+w') == 0
        with Annals(home=home) as annals:
            key('ctrl+k')
            annals.wait_message('^one.txt$')
            annals.wait('the row to have the keys',
                        lambda: any('focused' in node.states for node
                                    in annals.window.find_all('list item', 'one.txt, .*')))
            key('Return')
            wait_names(annals, 'one')


@test
def pasting_a_text():
    """Ctrl+V: the text on the clipboard is a document; closing asks whether to save it."""
    with Home() as home:
        with Annals(home.file('one.txt', 'Some words.'), home=home, title='one') as annals:
            key('ctrl+a', 'ctrl+c', 'ctrl+v')
            wait_names(annals, 'one', 'Pasted text')
            annals.wait_message('not saved')
            wait_active(annals, 'Pasted text')
            key('ctrl+w')
            annals.wait_message('^Save “Pasted text”\\?$')
            key('Escape')
            annals.wait('the question to go', lambda: not any(
                'Save “' in words for words in annals.messages()))
            wait_names(annals, 'one', 'Pasted text')


run()
