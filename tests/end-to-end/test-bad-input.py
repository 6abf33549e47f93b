# SPDX-License-Identifier: GPL-3.0-or-later
"""A person opens what cannot be opened: a message says why, and what is open stays open."""

import subprocess

from bus import TIMEOUT_S
from driver import BUNDLED, PROGRAM, TITLE, Annals, Home, key, run
from tap import test

TORN = 'torn.annals.xml'


def make_bad_files(home):
    """Path → what the message about it must say."""
    with open(BUNDLED, 'rb') as file:
        whole = file.read()
    return {
        home.path: 'is a folder; choose a file inside it',
        home.file('empty.txt', b''): 'empty.txt is empty; choose a file that has a text in it',
        home.file(TORN, whole[:len(whole) // 2]): r'torn.annals.xml.*\d+',
        home.file('missing.txt'): r'missing.txt',
    }


def assert_unharmed(annals):
    """The window still shows the digest with its events."""
    assert annals.window.name == TITLE, annals.window.name
    assert 'Konishi sees two stories' in annals.page().text
    assert len(annals.items()) == 15, annals.items()
    assert annals.process.poll() is None


@test
def from_the_command_line():
    """`annals FILE` while a window is open: a message for each, and the window keeps its document."""
    with Annals() as annals:
        for path, message in make_bad_files(annals.home).items():
            done = subprocess.run([PROGRAM, path], env=annals.environment, timeout=TIMEOUT_S,
                                  capture_output=True, check=False)
            assert done.returncode == 0, done
            annals.wait_message(message)
            assert_unharmed(annals)


@test
def from_the_dialog():
    """Ctrl+O and the name of a file that is torn: a message, and the window keeps its document."""
    with Annals() as annals:
        make_bad_files(annals.home)
        key('ctrl+o')
        annals.enter_file(annals.home.file(TORN))
        annals.wait_message(rf'{TORN}.*\d+')
        annals.wait('the chooser to close', lambda: len(annals.app.children()) == 1)
        assert_unharmed(annals)


@test
def at_the_start():
    """`annals FILE` alone: the digest comes, and a message says where the file breaks off."""
    with Home() as home:
        make_bad_files(home)
        with Annals(home.file(TORN), home=home) as annals:
            annals.wait_message(rf'{TORN}.*\d+')
            assert_unharmed(annals)


run()
