# SPDX-License-Identifier: GPL-3.0-or-later
"""A person comes back: after the program was quit or died, its windows are there again as they were;
and a file that is opened again is where it was left."""

import os
import signal

from bus import wait
from driver import TITLE, Annals, Home, key, press_wheel, run
from tap import test

SESSION = 'state/annals/session'
SLACK_PX = 3


def read(path):
    try:
        with open(path, encoding='utf-8') as file:
            return file.read()
    except OSError:
        return ''


def wait_written(home, words):
    """Waits until the list of windows has these words in it."""
    path = home.file(SESSION)
    wait(lambda: f'“{words}” in the session: {read(path)}', lambda: words in read(path))


def look_closer(annals):
    """Zooms in on an event, and selects it; returns where the marks are then. The session is written
    as a whole, so whatever has the event in it has all of this."""
    before = annals.still_boxes()
    annals.point(*annals.item('Oil crises (OPEC)').middle)
    press_wheel('up', 3, 'ctrl')
    annals.wait('the marks to move', lambda: annals.boxes() != before)
    annals.still_boxes()
    annals.click_item('Oil crises (OPEC)')
    annals.wait_selected('Oil crises (OPEC)')
    return annals.still_boxes()


def assert_looks_the_same(annals, boxes):
    annals.wait_selected('Oil crises (OPEC)')
    now = annals.still_boxes()
    assert set(now) == set(boxes), set(now) ^ set(boxes)
    for label, box in boxes.items():
        for was, is_now in zip(box[::2], now[label][::2]):  # left edge and width: when
            assert abs(was - is_now) <= SLACK_PX, (label, box, now[label])


@test
def after_quitting():
    """Ctrl+Q, and the next start: the same document, the same event, the same part of time."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            boxes = look_closer(annals)
            assert annals.end('ctrl+q') == 0
        with Annals(home=home) as annals:
            assert_looks_the_same(annals, boxes)


@test
def after_quitting_with_all_in_sight():
    """An event was selected, and nobody had zoomed: all marks are there again."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            annals.click_item('Oil crises (OPEC)')
            annals.wait_selected('Oil crises (OPEC)')
            boxes = annals.still_boxes()
            assert annals.end('ctrl+q') == 0
        with Annals(home=home) as annals:
            assert_looks_the_same(annals, boxes)


@test
def after_a_crash():
    """Killed in the middle of it, the program comes back with what it showed a moment ago."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            boxes = look_closer(annals)
            wait_written(home, 'event=oil-crises')
            os.kill(annals.process.pid, signal.SIGKILL)
            annals.wait_end()
        with Annals(home=home) as annals:
            assert_looks_the_same(annals, boxes)


@test
def with_the_list_of_events():
    """The pane beside the text is turned to the page that it was turned to."""
    with Home() as home:
        with Annals(home=home) as annals:
            key('alt+2')
            annals.wait_message(r'^15 events$')
            wait_written(home, 'events=true')
            annals.process.send_signal(signal.SIGKILL)
            annals.wait_end()
        with Annals(home=home) as annals:
            annals.wait_message(r'^15 events$')


@test
def after_the_system_ended_it():
    """Asked to end, as at the end of a desktop session, it leaves everything in order at once."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            boxes = look_closer(annals)
            annals.process.terminate()
            assert annals.wait_end() == 0
        with Annals(home=home) as annals:
            assert_looks_the_same(annals, boxes)


@test
def after_closing():
    """The window closed, the next start is a fresh one; but the file is where it was left."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            boxes = look_closer(annals)
            assert annals.end('ctrl+w') == 0
        with Annals(home=home) as annals:
            assert annals.selected() == []
            assert 'kind=file' not in read(home.file(SESSION))
            assert annals.end('ctrl+w') == 0
        with Annals(path, home=home) as annals:
            assert_looks_the_same(annals, boxes)


@test
def with_a_broken_list():
    """A list of windows that makes no sense is mentioned in a sentence, and blocks nothing."""
    with Home() as home:
        os.makedirs(os.path.dirname(home.file(SESSION)))
        for content, message in (('?', 'cannot be read'),
                                 ('[Session]\nversion=1000\n', 'newer version of Annals')):
            home.file(SESSION, content)
            with Annals(home=home) as annals:
                annals.wait_message(message)
                assert annals.window.name == TITLE
                assert len(annals.items()) == 15
                assert annals.end('ctrl+w') == 0


@test
def with_a_file_that_is_gone():
    """What was open and is gone is named; the example is there instead."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            assert annals.end('ctrl+q') == 0
        os.unlink(path)
        with Annals(home=home) as annals:
            annals.wait_message('book.annals.xml does not exist')
            assert len(annals.items()) == 15


@test
def with_pipes_where_files_were():
    """Nobody writes into them, and nobody waits for that: the example is there, and can be left."""
    with Home() as home:
        names = [home.file('state/annals/' + name) for name in
                 ('session', 'views', 'drafts/2f1f3f5e-6a3e-4d4b-9d53-2f3c1c1d7a10')]
        os.makedirs(os.path.dirname(names[-1]))
        for name in names:
            os.mkfifo(name)
        with Annals(home=home) as annals:
            assert len(annals.items()) == 15
            assert annals.end('ctrl+q') == 0


@test
def quitting_and_opening_by_name():
    """After quitting, a file opened by name comes beside what was open."""
    with Home() as home:
        path = home.copy_book()
        other = home.file('words.txt', 'Words of another text.\n')
        with Annals(path, home=home) as annals:
            assert annals.end('ctrl+q') == 0
        with Annals(other, home=home, title='words') as annals:
            annals.wait('both windows', lambda: {'words', TITLE}
                        == {node.name for node in annals.app.children()})
            key('ctrl+q')
            annals.wait_end()


run()
