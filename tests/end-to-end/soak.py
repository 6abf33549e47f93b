# SPDX-License-Identifier: GPL-3.0-or-later
"""An hour of work, and what of it stays in memory. Not a test but a measurement: a person opens a
document in another window, zooms, pans, selects, reads passages, exports, and closes the window
again, over and over in one running program. Prints one line of JSON: how many rounds, how long, and
how many kB of memory the program holds of its own at the beginning and the end. The beginning is
counted after the first rounds, in which caches fill.

    ANNALS_SOAK_S   how long to go on, in seconds (60)
"""

import json
import os
import re
import subprocess
import sys
import time

from bus import wait
from driver import BUNDLED, PROGRAM, TITLE, Annals, key, press_wheel, start_window_manager

SOAK_S = float(os.environ.get('ANNALS_SOAK_S', '60'))
WARM_ROUNDS = 8


def read_memory_kb(process_id):
    """What the program holds for itself, shared libraries apart."""
    with open(f'/proc/{process_id}/status', encoding='ascii') as status:
        return int(re.search(r'^RssAnon:\s*(\d+) kB', status.read(), re.MULTILINE).group(1))


def windows(annals):
    return [node for node in annals.app.children() if node.role == 'frame']


def open_window(annals, path):
    """Another process hands the file over to the running program."""
    before = len(windows(annals))
    subprocess.run([PROGRAM, path], env=annals.environment, check=True, timeout=30)
    annals.wait('the second window', lambda: len(windows(annals)) == before + 1)
    annals.wait('the second window to have the keys',
                lambda: [node for node in windows(annals) if 'active' in node.states])


def close_window(annals):
    before = len(windows(annals))
    key('ctrl+w')
    annals.wait('the window to close', lambda: len(windows(annals)) == before - 1)


def export(annals, path):
    before = len(windows(annals))
    key('ctrl+e')
    annals.wait('the dialog', lambda: len(windows(annals)) == before + 1)
    time.sleep(0.3)
    key('alt+e')
    annals.enter_file(path)
    annals.wait('the picture', lambda: os.path.exists(path))
    annals.wait('the dialog to close', lambda: len(windows(annals)) == before)
    os.remove(path)


def work(annals, source, picture):
    """One round."""
    open_window(annals, source)
    key('F6', 'F6')
    annals.point(600, 600)
    press_wheel('up', 4, 'ctrl')
    press_wheel('down', 2)
    key('0', 'Right', 'Right', 'n', 'n', 'ctrl+Right', 'ctrl+Right', 'p', 'Escape')
    export(annals, picture)
    close_window(annals)


def main():
    manager = start_window_manager()
    with Annals() as annals:
        with open(BUNDLED, 'rb') as bundled:
            source = annals.home.file('work.annals.xml', bundled.read())
        picture = annals.home.file('work.png')
        rounds, first_kb, trace = 0, None, []
        begin = time.monotonic()
        while rounds <= WARM_ROUNDS or time.monotonic() - begin < SOAK_S:
            work(annals, source, picture)
            rounds += 1
            trace.append(read_memory_kb(annals.process.pid))
            if rounds == WARM_ROUNDS:
                first_kb = trace[-1]
        seconds = time.monotonic() - begin
    manager.terminate()
    grown_kb = trace[-1] - first_kb
    print(json.dumps({'soak_s': round(seconds), 'rounds': rounds, 'begin_kb': first_kb,
                      'end_kb': trace[-1], 'grown_kb': grown_kb,
                      'kb_a_round': round(grown_kb / (rounds - WARM_ROUNDS), 2),
                      'trace_kb': trace[::max(1, len(trace) // 40)]}))


main()
