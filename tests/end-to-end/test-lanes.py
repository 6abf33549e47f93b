# SPDX-License-Identifier: GPL-3.0-or-later
"""A person arranges the lanes: by the pointer, by keys, and finds them so again."""

import os
import re
import signal

from bus import wait_equal, wait_still
from driver import Annals, Home, key, run, type_text, xdotool
from tap import test
from tree import seen

LANES = ['World', 'Japan', 'The text']


def headers(annals):
    """The headers of lanes that can be seen, from the top down."""
    found = [node for node in seen(annals.timeline().children())
             if node.role == 'push button' and re.search(r', \d+ events?$', node.name)]
    return sorted(found, key=lambda node: node.box[1])


def names(annals):
    return [re.sub(r', \d+ events?$', '', node.name) for node in headers(annals)]


def wait_names(annals, wanted):
    wait_equal('the lanes from the top down', wanted, lambda: names(annals))


def header(annals, name):
    return annals.wait(f'the lane “{name}”',
                       lambda: next((node for node in headers(annals)
                                     if node.name.startswith(f'{name},')), None))


def still_box(annals, name):
    node = header(annals, name)
    return wait_still(lambda: node.box, 0.15)


def drag_header(annals, name, dy, escape=False):
    x, y, _, height = still_box(annals, name)
    annals.point(x + 60, y + min(height / 2, 20))
    xdotool('mousedown', 1)
    for step in range(1, 9):
        annals.point(x + 60, y + min(height / 2, 20) + dy * step / 8)
    if escape:
        key('Escape')
    xdotool('mouseup', 1)


@test
def a_header_is_dragged():
    """The others make way; Escape leaves all as it was; Ctrl+Z takes it back."""
    with Annals() as annals:
        wait_names(annals, LANES)
        lowest = still_box(annals, 'The text')
        down = lowest[1] + lowest[3] - 4 - still_box(annals, 'World')[1] - 20
        drag_header(annals, 'World', down, escape=True)
        wait_names(annals, LANES)
        drag_header(annals, 'World', down)
        wait_names(annals, ['Japan', 'The text', 'World'])
        annals.wait_message('not saved')
        key('ctrl+z')
        wait_names(annals, LANES)
        annals.wait_message('Undone: Move Lane')
        key('ctrl+shift+z')
        wait_names(annals, ['Japan', 'The text', 'World'])
        key('ctrl+z')


@test
def keys_alone():
    """The keys go to the lanes, close, move and hide them; a screen reader hears of it."""
    with Annals() as annals:
        key('alt+3')
        annals.wait('the keys to be on a lane',
                    lambda: 'focused' in header(annals, 'World').states)
        height = header(annals, 'World').box[3]
        key('space')
        annals.wait('the lane to be closed', lambda: 'expanded' not in header(annals, 'World').states
                    and header(annals, 'World').box[3] < height)
        key('Right')
        annals.wait('the lane to be open', lambda: 'expanded' in header(annals, 'World').states
                    and header(annals, 'World').box[3] == height)
        key('ctrl+shift+Down')
        wait_names(annals, ['Japan', 'World', 'The text'])
        annals.wait(lambda: f'the new place; the timeline says “{annals.timeline().description}”',
                    lambda: annals.timeline().description == 'World, lane 2 of 3')
        key('h')
        wait_names(annals, ['Japan', 'The text'])
        annals.wait_shown('1 lane hidden')
        annals.wait('the keys to stay among the lanes',
                    lambda: any('focused' in node.states for node in headers(annals)))
        annals.click_shown('1 lane hidden')
        annals.wait_shown('Show All', 'menu item')
        key('Down', 'Return')
        wait_names(annals, ['Japan', 'World', 'The text'])
        key('ctrl+z')
        wait_names(annals, LANES)

        key('alt+3', 'shift+F10')
        annals.wait_shown('Hide', 'menu item')
        key('h')
        annals.wait_shown('1 lane hidden')


@test
def name_and_colour():
    """F2 asks for a name; Enter takes it, Escape does not; it is saved and read again."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            key('alt+3', 'F2')
            annals.wait_shown('Name of the Lane')
            key('ctrl+a')
            type_text('Elsewhere')
            key('Escape')
            annals.wait('the question to go', lambda: annals.find_shown('Name of the Lane') is None)
            wait_names(annals, LANES)
            x, y, _, _ = still_box(annals, 'World')
            annals.click(x + 70, y + 18, times=2)
            annals.wait_shown('Name of the Lane')
            key('ctrl+a')
            type_text('Elsewhere')
            key('Tab', 'Right', 'Right', 'Right')
            annals.wait('the keys to be on a colour',
                        lambda: 'focused' in annals.wait_shown('Plum').states)
            key('space', 'Escape')
            wait_names(annals, ['Elsewhere', 'Japan', 'The text'])
            key('ctrl+s')
            annals.wait_message('^Saved')
        with open(path, encoding='utf-8') as file:
            content = file.read()
        assert re.search(r'n="3">\s*<catDesc>Elsewhere</catDesc>', content), content[:3000]
        with Annals(path, home=home) as annals:
            wait_names(annals, ['Elsewhere', 'Japan', 'The text'])


@test
def found_again():
    """What is closed and hidden is so at the next start."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            x, y, _, _ = still_box(annals, 'World')
            annals.click(x + 8, y + 18)
            annals.wait('the lane to be closed',
                        lambda: 'expanded' not in header(annals, 'World').states)
            key('Down', 'h')
            wait_names(annals, ['World', 'The text'])
            annals.end('ctrl+q')
        with Annals(home=home) as annals:
            wait_names(annals, ['World', 'The text'])
            annals.wait('the lane to be closed',
                        lambda: 'expanded' not in header(annals, 'World').states)


@test
def after_a_crash():
    """Killed before anything was saved, the program comes back with the lanes as they were made;
    Ctrl+Z takes that back."""
    with Home() as home:
        path = home.copy_book()
        with Annals(path, home=home) as annals:
            key('alt+3', 'ctrl+shift+Down')
            wait_names(annals, ['Japan', 'World', 'The text'])
            key('F2')
            annals.wait_shown('Name of the Lane')
            key('ctrl+a')
            type_text('Elsewhere')
            key('Return')
            wait_names(annals, ['Japan', 'Elsewhere', 'The text'])
            os.kill(annals.process.pid, signal.SIGKILL)
            annals.wait_end()
        with Annals(path, home=home) as annals:
            annals.wait_message('are back')
            wait_names(annals, ['Japan', 'Elsewhere', 'The text'])
            annals.wait_message('not saved')
            key('ctrl+z')
            wait_names(annals, LANES)
            annals.end('ctrl+q')
        with Annals(path, home=home) as annals:
            wait_names(annals, LANES)


if __name__ == '__main__':
    run()
