# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus, and waiting for it to show something. Nothing sleeps for luck: every
expectation is asked for again until it holds or its time is over. What the bus shows is in tree.py.

    ANNALS_SLOW  how many times slower than usual the program runs, such as under a checker (1)
"""

import functools
import os
import sys
import time

import tap

SLOW = float(os.environ.get('ANNALS_SLOW', '1'))
TIMEOUT_S = 15 * SLOW
POLL_S = 0.05
POLL_LEAST_OFTEN_S = 0.25
POLL_GROWTH = 1.4
STILL_S = 0.4 * min(SLOW, 3)
STILL_POLL_S = 0.1
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
        from gi.repository import Atspi, Gio, GLib
    except (ImportError, ValueError) as error:
        tap.skip_all(f'the accessibility bus cannot be read: {error}')
    return Atspi, Gio, GLib


use_quiet_bus()
# Warnings end the program under test, but not this one, whose library warns of programs that start.
PROGRAM_DEBUG = os.environ.pop('G_DEBUG', 'fatal-warnings')
Atspi, Gio, GLib = import_atspi()


# --- Calls -----------------------------------------------------------------------------------------

@functools.cache
def connect():
    """The connection to the accessibility bus, whose address the session bus knows."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None,
                                None, Gio.DBusCallFlags.NONE, -1).unpack()[0]
    flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
             | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def call(owner, path, interface, method, words=None):
    """Calls METHOD of an object, with a GVariant of WORDS; returns the GVariant of the answer."""
    return connect().call_sync(owner, path, interface, method, words, None, Gio.DBusCallFlags.NONE,
                               round(1000 * TIMEOUT_S))


def call_each(owner, paths, interface, method, words=None):
    """Calls METHOD of several objects at once, without waiting for one answer before the next call:
    path → the GVariant of the answer. Objects that have gone are left out."""
    answers = {}
    pending = [len(paths)]

    def take_answer(connection, result, path):
        pending[0] -= 1
        try:
            answers[path] = connection.call_finish(result)
        except GLib.Error:
            pass

    context = own_context()
    context.push_thread_default()
    for path in paths:
        connect().call(owner, path, interface, method, words, None, Gio.DBusCallFlags.NONE,
                       round(1000 * TIMEOUT_S), None, take_answer, path)
    while pending[0]:
        context.iteration(True)
    context.pop_thread_default()
    return answers


@functools.cache
def own_context():
    return GLib.MainContext.new()


# --- Waiting ---------------------------------------------------------------------------------------

class Moment:
    """The number of the moment that it is: what has been read in an earlier one has to be read again.
    A moment ends when somebody acts, and each time that something is asked for again."""
    number = 0


def end_moment():
    Moment.number += 1


def wait(what, condition, timeout_s=TIMEOUT_S, poll_s=POLL_S, longest_poll_s=POLL_LEAST_OFTEN_S):
    """Asks CONDITION until it returns something true, and returns that; ever less often. WHAT says, for
    the failure, what was waited for; when it is callable, it is asked at the end."""
    deadline = time.monotonic() + timeout_s
    while True:
        end_moment()
        try:
            value = condition()
        except GLib.Error:
            value = None  # what was looked at has just gone
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f'waited in vain: {what() if callable(what) else what}')
        time.sleep(poll_s)
        poll_s = min(poll_s * POLL_GROWTH, longest_poll_s)


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
        asked = time.monotonic()
        value = ask()
        if value != state['value']:
            state.update(value=value, since=asked, n=0)
        state['n'] += 1
        return state['n'] >= STILL_ANSWERS and asked - state['since'] >= still_s

    poll_s = min(STILL_POLL_S, still_s / 2)
    wait(lambda: f'things to come to rest; the last was {state["value"]}', is_still, 3 * TIMEOUT_S,
         poll_s, poll_s)
    return state['value']
