# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever hears the program rather than sees it: every control has a name, on every page, in every
menu and dialog, and none is read out twice."""

import re

from bus import Atspi, wait_still
from driver import Annals, key, run, type_text, xdotool
from tap import test
from tree import seen

# What a person can act on, and what holds it together; each is read out by its name.
CONTROLS = {
    'push button', 'toggle button', 'check box', 'radio button', 'text', 'password text', 'entry',
    'combo box', 'slider', 'spin button', 'list item', 'menu item', 'check menu item',
    'radio menu item', 'link', 'list', 'table', 'tree table', 'table row',
    'table column header', 'menu', 'switch',
}
WINDOWS = {'frame', 'dialog'}
# What GTK says of a widget that nobody has named.
NO_NAME = re.compile(r'\s*|(Gtk|Adw|Annals)[A-Z]\w*')


def controls(root):
    """The controls that can be seen below ROOT; what a combo box is made of is its own affair."""
    nodes = root.walk(lambda node: node.role != 'combo box')
    placed = set(seen(node for node in nodes if node.role in CONTROLS))
    return [node for node in nodes if node.role in WINDOWS or node in placed]


def path(root, node):
    """Where the control is, for the person who has to name it."""
    steps = []
    while node is not None and node != root and len(steps) < 8:
        steps.append(f'{node.role} “{node.name}”')
        node = node.parent
    return ' < '.join(steps)


def is_doubled(name):
    """“Scale Scale”: the same words twice in a row."""
    words = name.split()
    half = len(words) // 2
    return len(words) % 2 == 0 and half > 0 and words[:half] == words[half:]


def assert_named(root, least):
    """All controls below ROOT have names, and there are at LEAST so many of them."""
    wait_still(lambda: len(controls(root)))
    found = controls(root)
    nameless = [path(root, node) for node in found if NO_NAME.fullmatch(node.name)]
    assert not nameless, 'without a name: ' + '; '.join(nameless)
    doubled = [path(root, node) for node in found if is_doubled(node.name)]
    marked = [path(root, node) for node in found if re.search(r'_\w', node.name)]
    assert not marked, 'read out with its mnemonic: ' + '; '.join(marked)
    assert not doubled, 'named twice over: ' + '; '.join(doubled)
    assert len(found) >= least, f'{len(found)} controls: {[node.name for node in found]}'


def open_dialog(annals, *keys):
    key(*keys)
    dialog = annals.wait('a dialog', annals.dialog)
    annals.wait('the dialog to have the keys', lambda: 'active' in dialog.states)
    return dialog


def run_command(annals, words):
    """Runs a command by its name."""
    open_dialog(annals, 'ctrl+shift+p')
    type_text(words)
    wait_still(lambda: len(controls(annals.app)))
    key('Return')


def read_one_by_one(accessible):
    """What is below ACCESSIBLE, as a screen reader reads it through libatspi. GTK 4.8 tells of the pages
    of a stack only to who asks for children by number."""
    if accessible.get_name() != 'GtkStackPage':
        yield (accessible.get_role_name(), accessible.get_name(), accessible.get_description(),
               {state.value_nick for state in accessible.get_state_set().get_states()})
    for i in range(accessible.get_child_count()):
        yield from read_one_by_one(accessible.get_child_at_index(i))


def find_accessible_window(annals):
    """The window as libatspi knows it, which is told to remember nothing."""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        if app.get_process_id() == annals.process.pid:
            app.set_cache_mask(Atspi.Cache.NONE)
            return app.get_child_at_index(0)
    return None


@test
def a_screen_reader_reads_the_same():
    """All that the stories see of the window, with the list of events shown and then hidden again, is
    what a screen reader finds, thing by thing."""
    with Annals() as annals:
        window = annals.wait('the window', lambda: find_accessible_window(annals))
        for keys in ('alt+2', 'ctrl+f', 'Escape', 'alt+1'):
            key(keys)
            wait_still(lambda: len(annals.window.walk()))
            at_once = [(node.role, node.name, node.description, node.states)
                       for node in annals.window.walk()]
            one_by_one = list(read_one_by_one(window))
            assert at_once == one_by_one, [pair for pair in zip(at_once, one_by_one)
                                           if pair[0] != pair[1]]
            assert len(at_once) > 100, at_once


@test
def the_window():
    """With an event selected and without."""
    with Annals() as annals:
        assert_named(annals.window, 25)
        key('ctrl+Right', 'ctrl+Right')
        annals.wait_selected('North Korea crisis')
        assert_named(annals.window, 25)


@test
def the_list_of_events():
    """Each row is an item of a list with a name."""
    with Annals() as annals:
        key('alt+2')
        annals.wait_message('^Vietnam War$')
        assert_named(annals.window, 35)


@test
def the_search_bar():
    """And what it found."""
    with Annals() as annals:
        key('ctrl+f')
        wait_still(lambda: len(controls(annals.window)))
        type_text('Iraq')
        assert_named(annals.window, 27)
        key('Tab', 'Tab', 'Tab', 'space')
        annals.wait_message('^Match Case$')
        assert_named(annals.window, 30)


@test
def the_small_window():
    """Where each pane is a page."""
    with Annals() as annals:
        xdotool('windowsize', annals.x_window, 600, 500)
        annals.wait_message('^Evidence$')
        for page in ('alt+1', 'alt+2', 'shift+F11', 'ctrl+F11'):
            key(page)
            assert_named(annals.window, 5)


@test
def the_menu():
    """Each page of it."""
    for page, words in ((None, 'Keyboard Shortcuts'), ('t', 'Open Example'), ('y', 'Copy Event'),
                        ('g', 'Next Match'), ('v', 'Zoom In')):
        with Annals() as annals:
            key('F10')
            annals.wait_message('^Keyboard Shortcuts$')
            if page:
                key(page)
            annals.wait_message(f'^{words}$')
            assert_named(annals.window, 30)


@test
def the_dialogs():
    """Export, preferences, shortcuts, commands."""
    with Annals() as annals:
        for keys, least in (('ctrl+e', 8), ('ctrl+comma', 8), ('ctrl+question', 30),
                            ('ctrl+shift+p', 20)):
            dialog = open_dialog(annals, keys)
            assert_named(dialog, least)
            key('Escape')
            annals.wait_no_dialog()


@test
def the_about_window():
    """Found as a command; what is in it is up to its library."""
    with Annals() as annals:
        run_command(annals, 'about')
        annals.wait_message('^Details$')
        assert not NO_NAME.fullmatch(annals.dialog().name), annals.dialog().name


run()
