# SPDX-License-Identifier: GPL-3.0-or-later
"""What the accessibility bus shows, and waiting for it to show something. Nothing sleeps for luck:
every expectation is asked for again until it holds or its time is over.

    ANNALS_SLOW  how many times slower than usual the program runs, such as under a checker (1)
"""

import os
import re
import sys
import time

import tap

SLOW = float(os.environ.get('ANNALS_SLOW', '1'))
TIMEOUT_S = 15 * SLOW
POLL_S = 0.05
STILL_S = 0.4 * min(SLOW, 3)
STILL_ANSWERS = 3


def use_quiet_bus():
    """Starts the script again on a session bus whose services keep off the standard output, which
    is for TAP: the accessibility bus would greet there."""
    if 'ANNALS_QUIET_BUS' in os.environ:
        os.dup2(3, 1)
        os.close(3)
        return
    os.environ['ANNALS_QUIET_BUS'] = '1'
    sys.stdout.flush()
    os.dup2(1, 3)
    os.dup2(2, 1)
    os.execvp('dbus-run-session', ['dbus-run-session', '--', sys.executable, *sys.argv])


def import_atspi():
    try:
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi, GLib
    except (ImportError, ValueError) as error:
        tap.skip_all(f'the accessibility bus cannot be read: {error}')
    return Atspi, GLib


use_quiet_bus()
# Warnings end the program under test, but not this one, whose library warns of programs that start.
PROGRAM_DEBUG = os.environ.pop('G_DEBUG', 'fatal-warnings')
Atspi, GLib = import_atspi()


def wait(what, condition, timeout_s=TIMEOUT_S):
    """Asks CONDITION until it returns something true, and returns that. WHAT says, for the failure,
    what was waited for; when it is callable, it is asked at the end."""
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None  # what was looked at has just gone
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f'waited in vain: {what() if callable(what) else what}')
        time.sleep(POLL_S)


def wait_equal(what, expected, ask, timeout_s=TIMEOUT_S):
    """Waits until ASK returns EXPECTED."""
    last = []

    def is_equal():
        last[:] = [ask()]
        return last[0] == expected

    wait(lambda: f'{what}: expected {expected!r}, the last was {last!r}', is_equal, timeout_s)


def wait_still(ask, still_s=STILL_S):
    """Waits until ASK has returned the same for a while, and returns that. A slow answer is no sign of
    rest: there must be some."""
    state = {'value': None, 'since': time.monotonic(), 'n': 0}

    def is_still():
        value = ask()
        if value != state['value']:
            state.update(value=value, since=time.monotonic(), n=0)
        state['n'] += 1
        return state['n'] >= STILL_ANSWERS and time.monotonic() - state['since'] >= still_s

    wait(lambda: f'things to come to rest; the last was {state["value"]}', is_still, 3 * TIMEOUT_S)
    return state['value']


def find_application(process_id):
    """The program with that number, or None while it is not on the bus."""
    for application in Node(Atspi.get_desktop(0)).children():
        if application.accessible.get_process_id() == process_id:
            application.accessible.set_cache_mask(Atspi.Cache.NONE)
            return application
    return None


class Node:
    """One thing on the accessibility bus."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return self.accessible.get_name()

    @property
    def description(self):
        return self.accessible.get_description()

    @property
    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    @property
    def box(self):
        """x, y, width, height in the window; all 0 for what has no place."""
        if 'Component' not in self.accessible.get_interfaces():
            return 0, 0, 0, 0
        rect = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return rect.x, rect.y, rect.width, rect.height

    @property
    def middle(self):
        x, y, width, height = self.box
        return x + width / 2, y + height / 2

    @property
    def text(self):
        # GTK 4.8 gives nothing of an entry that is asked for all at once.
        return Atspi.Text.get_text(self.accessible, 0,
                                   Atspi.Text.get_character_count(self.accessible))

    @property
    def caret(self):
        return Atspi.Text.get_caret_offset(self.accessible)

    def character_box(self, offset):
        rect = Atspi.Text.get_character_extents(self.accessible, offset, Atspi.CoordType.WINDOW)
        return rect.x, rect.y, rect.width, rect.height

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Node(child)

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def find_all(self, role, name=None):
        """What has that role below this, and that name (a text, or a pattern for all of it)."""
        for node in self.walk():
            if node.role == role and (name is None or re.fullmatch(name, node.name)):
                yield node

    def find(self, role, name=None):
        return next(self.find_all(role, name), None)

    def labels(self):
        """The words that can be seen below this, in order."""
        return [node.name for node in self.find_all('label') if min(node.box[2:]) > 0]
