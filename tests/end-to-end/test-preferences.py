# SPDX-License-Identifier: GPL-3.0-or-later
"""A person sets preferences by keys, sees them applied at once, and finds them again next time."""

import screenshot
from bus import wait, wait_still
from driver import Annals, Home, key, press_wheel, run, type_text
from tap import test

KEYFILE = {'GSETTINGS_BACKEND': 'keyfile'}
NOTCH = 1.2
SLACK_PX = 2
DARK = 96  # of 255


def open_preferences(annals):
    key('ctrl+comma')
    dialog = annals.wait('the preferences', annals.dialog)
    annals.wait('the keys to go to the preferences', lambda: 'active' in dialog.states)
    wait_still(lambda: dialog.box)
    return dialog


def close_preferences(annals):
    key('Escape')
    annals.wait_no_dialog()


def enter_number(annals, mnemonic, number):
    """Goes to a number by its mnemonic and types another."""
    key(f'alt+{mnemonic}', 'ctrl+a')
    type_text(str(number))
    key('Return')


def line_px(annals):
    """How wide the widest line of the first paragraphs is."""
    page = annals.page()
    start = page.text.index('Konishi sees')
    boxes = [page.character_box(offset) for offset in range(start, start + 260)]
    lines = {}
    for x, y, width, height in boxes:
        if min(width, height) > 0:
            left, right = lines.get(y, (x, x))
            lines[y] = min(left, x), max(right, x + width)
    return max(right - left for left, right in lines.values())


def page_is_dark(annals):
    """What colour the page has above its first words."""
    x, y, width, _ = annals.page().box
    to_x, to_y = annals.on_screen(x + width / 2, y + 12)
    _, _, rows = screenshot.grab()
    return rows[to_y][3 * to_x] < DARK


@test
def the_measure_and_the_theme_apply_and_stay():
    """Ctrl+comma, a measure, a theme: the page follows at once, and looks so after a restart."""
    with Home() as home:
        with Annals(home=home, **KEYFILE) as annals:
            before = line_px(annals)
            assert not page_is_dark(annals)
            open_preferences(annals)
            enter_number(annals, 'l', 50)
            wait('shorter lines', lambda: line_px(annals) < before * 0.8)
            annals.choose('t', 'Down', 'Down')
            wait('a dark page', lambda: page_is_dark(annals))
            close_preferences(annals)
            narrow = line_px(annals)
            assert annals.end('ctrl+q') == 0

        with Annals(home=home, **KEYFILE) as annals:
            assert page_is_dark(annals)
            assert abs(line_px(annals) - narrow) <= SLACK_PX, (line_px(annals), narrow)
            dialog = open_preferences(annals)
            spin = annals.wait('the number of characters',
                               lambda: dialog.find('spin button', 'Line Length'))
            assert spin.value == 50


@test
def all_can_be_reset_and_brought_back():
    """Reset makes everything as at first, and Undo brings it back."""
    with Annals() as annals:
        before = line_px(annals)
        open_preferences(annals)
        enter_number(annals, 'l', 45)
        wait('shorter lines', lambda: line_px(annals) < before * 0.8)
        narrow = line_px(annals)
        key('alt+r')
        wait('lines as before', lambda: abs(line_px(annals) - before) <= SLACK_PX)
        annals.wait_message('^All preferences are as at the first start$')
        key('alt+u')
        wait('short lines again', lambda: abs(line_px(annals) - narrow) <= SLACK_PX)


@test
def the_wheel_zooms_when_asked():
    """With the wheel set to zoom, it zooms at the pointer, and pans with Ctrl."""
    with Annals() as annals:
        open_preferences(annals)
        annals.choose('w', 'Down')
        close_preferences(annals)
        before = annals.still_boxes()['Vietnam War']
        annals.point(before[0] + before[2] / 2, before[1] + before[3] / 2)
        press_wheel('up', 2)
        wait('the mark to grow', lambda: annals.boxes()['Vietnam War'][2] > before[2])
        after = annals.still_boxes()['Vietnam War']
        assert abs(after[2] - before[2] * NOTCH ** 2) <= SLACK_PX, (before, after)

        press_wheel('down', 1, 'ctrl')
        wait('the mark to move', lambda: annals.boxes()['Vietnam War'][0] != after[0])
        panned = annals.still_boxes()['Vietnam War']
        assert abs(panned[2] - after[2]) <= SLACK_PX, (after, panned)
        annals.wait_message('^Zoom with the wheel|^Open a Text of Your Own')


run()
