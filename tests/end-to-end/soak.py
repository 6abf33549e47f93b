# SPDX-License-Identifier: GPL-3.0-or-later
"""An hour of work, and what of it stays in memory. Not a test but a measurement: a person opens a
document in another window, zooms, pans, selects, searches, reads passages, looks into the
preferences, exports, and closes the window again, over and over in one running program. Prints one
line of JSON: how many rounds, how long, and how many kB of memory the program holds of its own at
the beginning and the end. The beginning is counted after the first rounds, in which caches fill.

    ANNALS_SOAK_S    how long to go on, in seconds (60)
    ANNALS_SOAK_WARM how many rounds come before the beginning (24)
    ANNALS_SOAK_LOG  a file that tells after each round how much memory is held
    ANNALS_SAMPLES   the folder of the commentary; without it, none is opened
"""

import json
import os
import re
import subprocess
import time

from bus import SLOW, wait_still
from driver import (BUNDLED, PROGRAM, Annals, Home, key, press_wheel, start_window_manager,
                    type_text, xdotool)

SOAK_S = float(os.environ.get('ANNALS_SOAK_S', '60'))
LOG = os.environ.get('ANNALS_SOAK_LOG')
BASE = 'base'
WARM_ROUNDS = int(os.environ.get('ANNALS_SOAK_WARM', '24'))
ENDINGS = ('png', 'svg', 'pdf')
THEMES = ('Down', 'Down', 'Up', 'Up')


class Work:
    """The program, and the window of it that is worked in."""

    def __init__(self, annals):
        self.annals = annals
        self.commentary = find_commentary()

    def windows(self):
        return [node for node in self.annals.app.children() if node.role in ('frame', 'dialog')]

    def wait_count(self, what, count):
        self.annals.wait(what, lambda: len(self.windows()) == count)

    def wait_active(self, what, is_it):
        return self.annals.wait(what, lambda: next(
            (node for node in self.windows() if 'active' in node.states and is_it(node)), None))

    def wait_dialog(self, what):
        self.wait_count(what, 3)
        return self.wait_active(f'{what} to have the keys',
                                lambda node: node.name not in (BASE, self.annals.title))

    def open_window(self, path):
        """Another process hands the file over to the running program."""
        subprocess.run([PROGRAM, path], env=self.annals.environment, check=True,
                       timeout=30 * SLOW)
        self.wait_count('the second window', 2)
        self.annals.window = self.wait_active('the second window to have the keys',
                                              lambda node: node.name not in ('', BASE, 'Annals'))
        self.annals.title = self.annals.window.name
        self.annals.parts = {}
        self.annals.wait('the second window on the screen', self.annals.find_x_window)
        self.annals.still_boxes()

    def return_to_window(self):
        """Back from a dialog. On a busy machine the window manager may choose the other window."""
        def is_back():
            xdotool('windowactivate', self.annals.x_window)
            return any('active' in node.states for node in self.windows()
                       if node.name == self.annals.title)
        self.annals.wait('the second window to have the keys again', is_back)
        self.annals.still_boxes()

    def close_window(self):
        key('ctrl+w')
        self.wait_count('the window to close', 1)
        self.wait_active('the first window to have the keys', lambda node: node.name == BASE)

    def look_around(self):
        """Zooms and pans with the wheel, walks events and passages."""
        x, y = self.annals.timeline().middle
        self.annals.point(x, y)
        press_wheel('up', 4, 'ctrl')
        press_wheel('down', 2)
        key('F6', 'F6', '0', 'ctrl+Right', 'ctrl+Right', 'n', 'n', 'p', 'z', '0')
        self.annals.still_boxes()
        self.annals.click_item('Oil crises (OPEC)')
        self.annals.wait_selected('Oil crises (OPEC)')
        key('Escape')

    def search(self):
        """Looks for words with the list of events beside."""
        key('alt+2', 'ctrl+f')
        self.annals.wait('the search entry to have the keys', lambda: next(
            (node for node in self.annals.window.walk()
             if node.role in ('entry', 'text') and {'focused', 'editable'} <= node.states), None))
        type_text('war')
        self.annals.wait_message(r'^\d+ of \d+ in the text, \d+ events?$')
        key('Return', 'Return', 'Escape', 'alt+1')

    def change_theme(self, step):
        """Another theme in the preferences."""
        key('ctrl+comma')
        dialog = self.wait_dialog('the preferences')
        wait_still(lambda: dialog.box)
        self.annals.choose('t', step)
        wait_still(lambda: dialog.box)
        key('Escape')
        self.wait_count('the preferences to close', 2)
        self.return_to_window()

    def export(self, path):
        key('ctrl+e')
        self.wait_dialog('the dialog')
        key('alt+e')
        self.annals.enter_file(path)
        self.annals.wait('the picture', lambda: os.path.exists(path))
        self.wait_count('the dialog to close', 2)
        os.remove(path)
        self.return_to_window()

    def do_round(self, number, source):
        """One round of work; each does another part of it."""
        is_text = self.commentary and number % 4 == 3
        self.open_window(self.commentary if is_text else source)
        self.look_around()
        self.search()
        if number % 3 == 1:
            self.change_theme(THEMES[number // 3 % len(THEMES)])
        self.export(self.annals.home.file(f'work.{ENDINGS[number % len(ENDINGS)]}'))
        self.close_window()


def find_commentary():
    folder = os.environ.get('ANNALS_SAMPLES')
    return folder and os.path.join(folder, 'konishi-2004.txt')


def read_memory_kb(process_id):
    """What the program holds for itself, shared libraries apart."""
    with open(f'/proc/{process_id}/status', encoding='ascii') as status:
        return int(re.search(r'^RssAnon:\s*(\d+) kB', status.read(), re.MULTILINE).group(1))


def tell(text):
    if LOG:
        with open(LOG, 'a', encoding='utf-8') as log:
            print(text, file=log)


def soak(work, source):
    """Works until the time is over; returns how much memory was held after each round."""
    trace = []
    begin = time.monotonic()
    while len(trace) <= WARM_ROUNDS or time.monotonic() - begin < SOAK_S:
        work.do_round(len(trace), source)
        trace.append(read_memory_kb(work.annals.process.pid))
        tell(f'{time.monotonic() - begin:.0f} s, round {len(trace)}: {trace[-1]} kB')
    return trace, time.monotonic() - begin


def print_result(trace, seconds):
    grown_kb = trace[-1] - trace[WARM_ROUNDS - 1]
    print(json.dumps({'soak_s': round(seconds), 'rounds': len(trace),
                      'begin_kb': trace[WARM_ROUNDS - 1], 'end_kb': trace[-1],
                      'grown_kb': grown_kb,
                      'kb_a_round': round(grown_kb / (len(trace) - WARM_ROUNDS), 2),
                      'trace_kb': trace[::max(1, len(trace) // 40)]}))


def main():
    manager = start_window_manager()
    with Home() as home:
        base = home.file(f'{BASE}.txt', 'The window that stays.\n')
        with open(BUNDLED, 'rb') as bundled:
            source = home.file('work.annals.xml', bundled.read())
        with Annals(base, home=home, title=BASE) as annals:
            print_result(*soak(Work(annals), source))
    manager.terminate()


main()
