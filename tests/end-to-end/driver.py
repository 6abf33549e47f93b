# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person does: a pointer and keys through the X server, eyes on the
accessibility bus. Each test starts a program of its own. A picture of the screen is kept for each
story, and for each failure, in the folder that ANNALS_PICTURES names.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import screenshot
import tap
from bus import PROGRAM_DEBUG, TIMEOUT_S, end_moment, wait, wait_equal, wait_still
from tree import boxes, find_application, seen

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get('ANNALS_PROGRAM', os.path.join(SOURCE, 'build', 'src', 'annals'))
PICTURES = os.environ.get('ANNALS_PICTURES', tempfile.gettempdir())
BUNDLED = os.path.join(SOURCE, 'data', 'documents', 'konishi-2004.annals.xml')
TITLE = 'Japan-U.S. alliance should be balanced'
COMMA = re.compile('[,、]')
TOOLTIP_S = 1.2  # until it comes, and more
# What GTK 4.8 says of its own file chooser, when that draws a folder of the path before it has a place.
GTK_COMPLAINT = r".*Gtk-WARNING.*: Trying to snapshot GtkButton 0x\w+ without a current allocation"


# --- The screen, the pointer and the keys ----------------------------------------------------------

def xdotool(*words):
    end_moment()
    done = subprocess.run(['xdotool', *map(str, words)], capture_output=True, text=True,
                          timeout=TIMEOUT_S, check=False)
    end_moment()
    if done.returncode != 0:
        raise AssertionError(f'xdotool {" ".join(map(str, words))}: {done.stderr.strip()}')
    return done.stdout


def key(*keys):
    """Presses keys one after another, such as 'ctrl+Right'."""
    xdotool('key', '--delay', 30, *keys)


def type_text(text):
    xdotool('type', '--delay', 15, text)


def press_wheel(direction, notches=1, modifier=None):
    """Turns the wheel where the pointer is."""
    button = {'up': 4, 'down': 5}[direction]
    held = ['keydown', modifier] if modifier else []
    freed = ['keyup', modifier] if modifier else []
    xdotool(*held, 'click', '--repeat', notches, '--delay', 40, button, *freed)


def ask_active_window():
    """The number of the window that the window manager gives the keys, or None."""
    said = subprocess.run(['xdotool', 'getactivewindow'], capture_output=True, text=True,
                          check=False).stdout
    return int(said) if said else None


def has_window_manager():
    return subprocess.run(['xdotool', 'get_num_desktops'], capture_output=True,
                          check=False).returncode == 0


def start_window_manager():
    """Dialogs get the keys only where a window manager gives them the focus. The one used here crashes
    with a memory of its own for each piece, as the checkers of memory want it."""
    environment = {name: value for name, value in os.environ.items() if name != 'G_SLICE'}
    manager = subprocess.Popen(['openbox', '--sm-disable'], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env=environment)
    wait('the window manager', has_window_manager)
    return manager


def take_picture(name):
    try:
        os.makedirs(PICTURES, exist_ok=True)
        screenshot.save(os.path.join(PICTURES, f'{name}.png'))
    except OSError as error:
        tap.print_comment(f'no picture: {error}')


# --- The program -----------------------------------------------------------------------------------

class Home:
    """The folders of one imaginary person: what programs started in it remember stays in it."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix='annals-home-')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def environment(self, **more):
        folders = {f'XDG_{name.upper()}_HOME': os.path.join(self.path, name)
                   for name in ('config', 'data', 'cache', 'state')}
        # Leaks are looked at by is_alarm().
        leaks = os.environ.get('LSAN_OPTIONS', '') + ':exitcode=0'
        return {**os.environ, 'G_DEBUG': PROGRAM_DEBUG, 'LSAN_OPTIONS': leaks, **folders, **more}

    def file(self, name, content=None):
        """The path of a file of theirs, written when there is CONTENT."""
        path = os.path.join(self.path, name)
        if content is not None:
            with open(path, 'wb') as file:
                file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def copy_book(self, name='book.annals.xml'):
        """A copy of the bundled document that is theirs."""
        return shutil.copy(BUNDLED, self.file(name))


def is_alarm(said):
    """Whether what a program said is of something wrong in it. Leaks count where the program itself is
    on the way to them, since the libraries' file chooser and list of recent files have some."""
    for line in re.findall(GTK_COMPLAINT, said):
        tap.print_comment(f'let pass: {line}')
    said = re.sub(GTK_COMPLAINT, '', said)
    if re.search('WARNING|CRITICAL|ERROR: AddressSanitizer|runtime error:', said):
        return True
    leaks = [part for part in said.split('\n\n') if re.match(r'(Ind|D)irect leak', part)]
    return any(re.search(r'/src/(?!main\.c|libsanitizer)\w+/annals-', leak) for leak in leaks)


def is_event(name, label):
    """Whether what is read out so is the event with that label."""
    return name.startswith(label) and COMMA.match(name, len(label)) is not None


class Annals:
    """A running program with its window. A context manager: it ends with its block."""

    def __init__(self, *arguments, home=None, title=TITLE, timeline='Timeline', **environment):
        self.own_home = home is None
        self.home = home or Home()
        self.environment = self.home.environment(**environment)
        self.said = tempfile.TemporaryFile(dir=self.home.path)
        # Warnings are looked at by is_alarm(), and do not end the program: some are of GTK alone.
        debug = [word for word in PROGRAM_DEBUG.split(',') if not word.startswith('fatal')]
        self.process = subprocess.Popen([PROGRAM, *arguments],
                                        env={**self.environment, 'G_DEBUG': ','.join(debug)},
                                        stdin=subprocess.DEVNULL, stdout=self.said,
                                        stderr=self.said)
        self.app = None
        self.window = None
        self.x_window = None
        self.parts = {}
        self.title = title
        self.timeline_name = timeline

    def __enter__(self):
        try:
            self.app = self.wait('the program on the accessibility bus',
                                 lambda: find_application(self.process.pid))
            self.window = self.wait(f'a window titled “{self.title}”', self.find_window)
            self.wait('the window on the screen', self.find_x_window)
            self.wait('the focus of the keys', lambda: 'active' in self.window.states)
            wait_still(lambda: (self.window.box, self.boxes()))
            self.prepare()
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def prepare(self):
        """What is done first of all, for a story to add."""

    def __exit__(self, kind, error, where):
        failed = kind is not None and not issubclass(kind, tap.Skip)
        take_picture(f'{tap.STORY}-failed-{tap.Current.test}' if failed else tap.STORY)
        if self.process.poll() is None:
            self.process.terminate()
        self.wait_end()
        said = self.read_said()
        self.said.close()
        if self.own_home:
            self.home.__exit__()
        if failed and said:
            tap.print_comment(f'the program said:\n{said}')
        elif kind is None:
            assert not is_alarm(said), said

    def read_said(self):
        self.said.seek(0)
        return self.said.read().decode(errors='replace').strip()

    def wait(self, what, condition):
        """As wait(), but gives up as soon as the program has ended."""
        def check():
            assert self.process.poll() is None, f'the program ended with {self.process.returncode}'
            return condition()
        return wait(what, check)

    def find_window(self):
        return next((node for node in self.app.children() if node.name == self.title), None)

    def find_x_window(self):
        found = self.find_x_windows(re.escape(self.title))
        self.x_window = found[0] if found else None
        return self.x_window

    def find_x_windows(self, title):
        """The numbers of its windows whose titles match all of a pattern. What floats above them has
        none: a card where the pointer happens to be, a menu."""
        return subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid',
                               str(self.process.pid), '--name', f'^{title}$'],
                              capture_output=True, text=True, check=False).stdout.split()

    def end(self, *keys):
        """Lets the program end by itself, by KEYS; returns its status."""
        key(*keys)
        return self.wait_end()

    def wait_end(self):
        try:
            return self.process.wait(TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError('the program did not end') from None

    # What it shows.

    def part(self, role, name=None):
        """A part of the window that stays for as long as the window does."""
        if (role, name) not in self.parts:
            self.parts[role, name] = self.wait(f'{role} {name}',
                                               lambda: self.window.find(role, name))
        return self.parts[role, name]

    def timeline(self):
        return self.part('list', self.timeline_name)

    def items(self):
        """The events on the timeline, as the accessibility bus knows them."""
        return [node for node in self.timeline().children() if node.role == 'list item']

    def item(self, label):
        """The event on the timeline whose name begins with LABEL."""
        return self.wait(f'“{label}” on the timeline',
                         lambda: next((item for item in self.items()
                                       if is_event(item.name, label)), None))

    def selected(self):
        """The names of the selected events on the timeline. An item can become another event while
        it is read; so it counts only what is read twice."""
        def read():
            return [item.name for item in self.items() if 'selected' in item.states]
        names = read()
        while names != (again := read()):
            names = again
        return names

    def wait_selected(self, label):
        """Waits until that event is selected, and no other."""
        def is_selected():
            names = self.selected()
            return len(names) == 1 and is_event(names[0], label)
        self.wait(lambda: f'“{label}” to be selected; selected is {self.selected()}', is_selected)

    def page(self):
        """The text in the reader."""
        return self.part('text')

    def pane(self):
        return self.part('filler', 'AnnalsEvidencePane')

    def cards(self):
        """The passages in the evidence pane, each as it is read out: quote, place, standing."""
        return seen(self.pane().find_all('push button', '“.*'))

    def messages(self):
        """All words that can be seen in any window."""
        return [words for window in self.app.children() for words in window.labels()]

    def wait_message(self, pattern):
        """Waits until words that match are seen; returns them."""
        return self.wait(lambda: f'a message like “{pattern}” among {self.messages()}',
                         lambda: next((words for words in self.messages()
                                       if re.search(pattern, words)), None))

    def dialog(self):
        """A window of the program that stands above the main one, or None."""
        return next((node for node in self.app.children()
                     if node.role in ('frame', 'dialog') and node.name != self.title), None)

    def wait_dialog(self):
        """Waits until a dialog has the keys; returns it."""
        def find_active():
            dialog = self.dialog()
            return dialog if dialog is not None and 'active' in dialog.states else None
        return self.wait('the dialog to have the keys', find_active)

    def wait_no_dialog(self):
        """Waits until no dialog is there, and the window has the keys again."""
        self.wait('the dialog to close', lambda: self.dialog() is None)
        self.wait('the window to have the keys again', lambda: 'active' in self.window.states)

    def find_shown(self, name, role=None):
        """What has that name (a text, or a pattern for all of it) and a place in the window."""
        return next((node for node in self.window.walk()
                     if role in (None, node.role) and re.fullmatch(name, node.name)
                     and min(node.box[2:]) > 0), None)

    def focused_role(self):
        """The role of what has the keys, in any window."""
        found = [window.find_focused() for window in self.app.children()]
        return next((node.role for node in found if node), None)

    def choose(self, mnemonic, *steps):
        """Opens the choice with that mnemonic, presses keys to go to another, and takes that."""
        key(f'alt+{mnemonic}')
        self.wait('the choices to have the keys', lambda: self.focused_role() == 'list item')
        key(*steps, 'Return')
        self.wait('the choices to close', lambda: self.focused_role() == 'combo box')

    def wait_shown(self, name, role=None):
        return self.wait(f'{role or "something"} named “{name}” in the window',
                         lambda: self.find_shown(name, role))

    def is_newest_active(self):
        """Whether the window manager gives the keys to the window that has come last."""
        numbers = list(map(int, self.find_x_windows('..*')))
        return numbers != [] and max(numbers) == ask_active_window()

    def chooser_focus(self, role=None):
        """What has the keys in the file chooser, once that is there."""
        for window in self.app.children():
            for node in window.walk() if window.role == 'filler' else ():
                if 'focused' in node.states and role in (None, node.role):
                    return node
        return None

    # What a person does to it.

    def find_x_dialog(self, dialog):
        """The number that the X server gives a dialog."""
        return self.wait('the dialog on the screen',
                         lambda: next(iter(self.find_x_windows(
                             re.escape(dialog.name))), None))

    def on_screen(self, x, y, dialog=None):
        """Where a point of the window, or of a dialog, is on the screen: the edge around a window is
        not part of what the accessibility bus measures."""
        x_window = self.find_x_dialog(dialog) if dialog else self.x_window
        outer_x, outer_y, outer_width, outer_height = screenshot.locate(x_window)
        _, _, width, height = (dialog or self.window).box
        return (round(outer_x + (outer_width - width) / 2 + x),
                round(outer_y + (outer_height - height) / 2 + y))

    def point(self, x, y, dialog=None):
        xdotool('mousemove', '--', *self.on_screen(x, y, dialog))

    def click(self, x, y, times=1, dialog=None):
        self.point(x, y, dialog)
        xdotool('click', '--repeat', times, '--delay', 60, 1)

    def click_shown(self, name, role=None):
        """Clicks what has that name and a place in the window, once it keeps that."""
        node = self.wait_shown(name, role)
        wait_still(lambda: node.box, 0.15)
        if node.role.endswith('menu item'):
            self.click_menu(node)
        else:
            self.click(*node.middle)

    def click_menu(self, node):
        """Clicks what is in a menu. The X server may show a menu after the accessibility bus does, and
        a click beside it closes it. Where it is only the X server says right: the bus does not count
        the shadow around a menu, which is as wide on either side."""
        self.point(*node.middle)
        x, y, width, height = self.wait('a menu under the pointer', self.pointed_menu)
        content = node.parent
        while content.name != 'GtkPopoverContent':
            content = content.parent
        left, top, inner_width, inner_height = content.box
        middle_x, middle_y = node.middle
        xdotool('mousemove', round(x + (width - inner_width) / 2 + middle_x - left),
                round(y + (height - inner_height) / 2 + middle_y - top), 'sleep', 0.05, 'click', 1)

    def pointed_menu(self):
        """The box of the menu under the pointer, on the screen; None when it is on the window."""
        _, _, width, height = screenshot.locate(self.x_window)
        try:
            box = screenshot.locate(screenshot.find_pointed())
        except screenshot.Gone:
            return None  # a tooltip, a moment ago
        return box if box[2] < width or box[3] < height else None

    def resize(self, width, height):
        """Gives the window a size, and waits until it has that and is done with it."""
        _, _, outer_width, outer_height = screenshot.locate(self.x_window)
        _, _, inner_width, inner_height = self.window.box
        xdotool('windowsize', self.x_window, width + outer_width - inner_width,
                height + outer_height - inner_height)
        self.wait(lambda: f'{width} × {height}; the window is {self.window.box}',
                  lambda: self.window.box[2:] == (width, height))
        wait_still(lambda: boxes(self.window.walk()))

    def scroll_to(self, ask_box, container, dialog=None):
        """Turns the wheel over CONTAINER until what ASK_BOX measures is well inside; returns its
        box."""
        left, top, width, height = container.box
        self.point(left + width / 2, top + height / 2, dialog)
        for _ in range(60):
            box = wait_still(ask_box, 0.15)
            above, below = box[1] < top + 8, box[1] + box[3] > top + height - 8
            if not above and not below:
                return box
            press_wheel('up' if above else 'down')
        raise AssertionError(f'could not be scrolled into sight: {box}')

    def drag(self, x, y, dx, dy=0, steps=10):
        """Drags slowly and holds still before letting go, so that nothing flies on."""
        self.point(x, y)
        xdotool('mousedown', 1)
        for step in range(1, steps + 1):
            self.point(x + dx * step / steps, y + dy * step / steps)
            time.sleep(0.02)
        time.sleep(0.3)
        xdotool('mouseup', 1)

    def throw(self, x, y, dx, steps=6):
        """Drags and lets go in full motion."""
        self.point(x, y)
        xdotool('mousedown', 1)
        to_x, to_y = self.on_screen(x, y)
        moves = [['mousemove', round(to_x + dx * step / steps), to_y, 'sleep', 0.016]
                 for step in range(1, steps + 1)]
        xdotool(*[word for move in moves for word in move], 'mouseup', 1)

    def enter_file(self, path):
        """Gives the file chooser that is coming up the name of a file. When it shows a list to
        choose from, a slash makes it ask for a name."""
        xdotool('mousemove', 0, 0)  # away from the proposals it makes
        self.wait('the file chooser to have the keys',
                  lambda: self.chooser_focus() and self.is_newest_active())
        focus = self.wait('the focus in the file chooser', self.chooser_focus)
        if focus.role != 'text':
            key('slash')
            focus = self.wait('the file chooser to ask for a name',
                              lambda: self.chooser_focus('text'))
        for _ in range(3):  # it may still be busy with a folder while keys arrive
            key('ctrl+a')
            type_text(path)
            if wait_still(lambda: focus.text, 0.1) == path:
                break
        key('Return')

    def click_item(self, label):
        """Clicks an event on the timeline, once it keeps its place."""
        item = self.item(label)
        self.click(*wait_still(lambda: item.middle, 0.15))

    def boxes(self):
        """Label → box of the events on the timeline."""
        items = self.items()
        return dict(zip([COMMA.split(item.name)[0] for item in items], boxes(items), strict=True))

    def still_boxes(self):
        """The same, once they have come to rest."""
        return wait_still(self.boxes)


def find_by_clicks(annals, label, x, top, bottom):
    """The place below one another at X, from TOP to BOTTOM, where a click selects an event."""
    for y in range(round(top) + 4, round(bottom) - 4, 3):
        annals.click(x, y)
        if any(name.startswith(label) for name in wait_still(annals.selected)):
            return x, y
    raise AssertionError(f'“{label}” cannot be clicked at {x}')


def click_among_tooltips(annals, other, here, label, times=6):
    """Clicks at HERE, where the event LABEL has to be selected then, while the tooltip of what is at
    OTHER goes and another comes."""
    for number in range(times):
        xdotool('mousemove', *annals.on_screen(*other), 'sleep', TOOLTIP_S,
                'mousemove', *annals.on_screen(*here), 'sleep', 0.075 + 0.015 * (number % 5),
                'click', 1)
        annals.wait_selected(label)
        key('Escape')
        wait_equal('nothing selected', [], annals.selected)


def run():
    """Runs the story."""
    for command in ('xdotool', 'openbox'):
        if shutil.which(command) is None:
            tap.skip_all(f'{command} is not installed')
    manager = start_window_manager()
    passed = tap.run()
    manager.terminate()
    manager.wait(TIMEOUT_S)
    sys.exit(0 if passed else 1)
