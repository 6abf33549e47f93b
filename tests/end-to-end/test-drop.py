# SPDX-License-Identifier: GPL-3.0-or-later
"""A person drags files and words over from another program, and drops them on the window.

    ANNALS_DRAG_SOURCE  the program to drag from (drag-source.c)
"""

import os
import pathlib
import subprocess
import tempfile

import tap
from bus import TIMEOUT_S, wait, wait_still
from driver import TITLE, Annals, run, xdotool
from tap import test

PROGRAM = os.environ.get('ANNALS_DRAG_SOURCE', '')
URIS = 'text/uri-list'
WORDS = 'text/plain;charset=utf-8'
HINT = '^Drop to Open$'


class DragSource:
    """Another program in a corner of the screen, from which one thing can be dragged."""

    def __init__(self, kind, content):
        self.said = tempfile.TemporaryFile()
        self.process = subprocess.Popen([PROGRAM, kind, content], stdin=subprocess.DEVNULL,
                                        stdout=self.said)

    def __enter__(self):
        window = wait('the other program', self.find_window)
        xdotool('windowmove', '--sync', window, 0, 0, 'windowraise', window)
        wait_still(lambda: xdotool('getwindowgeometry', window))
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(TIMEOUT_S)
        self.said.close()

    def find_window(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                str(self.process.pid)], capture_output=True, text=True,
                               check=False).stdout.split()
        return found[0] if found else None

    def read_said(self):
        self.said.seek(0)
        return self.said.read().decode().split()

    def wait_end_of_drag(self, what):
        wait(lambda: f'“{what}” from the other program, which said {self.read_said()}',
             lambda: self.read_said()[-1:] == [what])

    def drag_over(self, annals, box):
        """Drags the thing over the middle of a part of the window, and holds it there."""
        x, y = annals.on_screen(box[0] + box[2] / 2, box[1] + box[3] / 2)
        xdotool('mousemove', 60, 60, 'mousedown', 1)
        for step in range(1, 11):
            xdotool('mousemove', 60 + (x - 60) * step // 10, 60 + (y - 60) * step // 10,
                    'sleep', 0.02)
        annals.wait_message(HINT)
        wait_still(annals.messages)
        annals.wait_message(HINT)


def drop(annals, source, box):
    source.drag_over(annals, box)
    xdotool('mouseup', 1)


def uris(*paths):
    return ''.join(f'{pathlib.Path(path).as_uri()}\r\n' for path in paths)


def wait_names(annals, *expected):
    """Waits until the program has windows of these names, and no others."""
    def names():
        return sorted(node.name for node in annals.app.children())
    annals.wait(lambda: f'windows {expected}; there are {names()}',
                lambda: names() == sorted(expected))


def wait_no_hint(annals):
    annals.wait('the hint to go', lambda: 'Drop to Open' not in annals.messages())


@test
def a_file_on_the_text():
    """The window says that it takes the file, and shows it when it is dropped."""
    with Annals() as annals:
        path = annals.home.file('Höhen & 100 %.txt', 'Words from elsewhere.')
        with DragSource(URIS, uris(path)) as source:
            drop(annals, source, annals.page().box)
            wait_names(annals, 'Höhen & 100 %')
            source.wait_end_of_drag('taken')
        annals.window = annals.app.children()[0]
        annals.parts = {}
        wait('the words', lambda: annals.page().text == 'Words from elsewhere.')
        wait_no_hint(annals)


@test
def files_on_the_timeline():
    """The first takes the place of the example, the other one gets a window."""
    with Annals() as annals:
        one, two = (annals.home.file(f'{name}.txt', f'{name}.') for name in ('one', 'two'))
        with DragSource(URIS, uris(one, two)) as source:
            drop(annals, source, annals.timeline().box)
            wait_names(annals, 'one', 'two')
            source.wait_end_of_drag('taken')


@test
def words_on_the_evidence():
    """Words that are dropped are a document of their own."""
    with Annals() as annals:
        with DragSource(WORDS, 'In 1912 a ship sank.') as source:
            drop(annals, source, annals.pane().box)
            wait_names(annals, 'Pasted text')
            source.wait_end_of_drag('taken')


@test
def a_file_that_cannot_be_read():
    """It is said why, and nothing changes."""
    with Annals() as annals:
        path = annals.home.file('broken.annals.xml', '<TEI><text')
        with DragSource(URIS, uris(path)) as source:
            drop(annals, source, annals.page().box)
            annals.wait_message('broken.annals.xml.*a tag is not closed')
        wait_names(annals, TITLE)
        assert len(annals.items()) == 15


@test
def nothing_is_dropped():
    """One can leave again: nothing is opened, and nothing is said."""
    with Annals() as annals:
        path = annals.home.file('one.txt', 'One.')
        with DragSource(URIS, uris(path)) as source:
            source.drag_over(annals, annals.page().box)
            xdotool('mousemove', 60, 60)
            wait_no_hint(annals)
            xdotool('mouseup', 1)
            source.wait_end_of_drag('refused')
        wait_names(annals, TITLE)


@test
def the_other_program_dies():
    """What was held over the window never comes; the hint goes when the pointer moves."""
    with Annals() as annals:
        path = annals.home.file('one.txt', 'One.')
        with DragSource(URIS, uris(path)) as source:
            source.drag_over(annals, annals.page().box)
            source.process.kill()
            source.process.wait(TIMEOUT_S)
            xdotool('mouseup', 1)
            annals.point(*annals.timeline().middle)
            wait_no_hint(annals)
        annals.click_item('Oil crises (OPEC)')
        annals.wait_selected('Oil crises (OPEC)')


if not os.access(PROGRAM, os.X_OK):
    tap.skip_all('ANNALS_DRAG_SOURCE names no program to drag from')
run()
