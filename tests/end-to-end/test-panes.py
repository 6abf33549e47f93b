# SPDX-License-Identifier: GPL-3.0-or-later
"""A person drags the borders between the panes: they follow the pointer, stay where they were put,
and cannot be dragged so far that a pane is of no use."""

from bus import wait, wait_still
from driver import Annals, Home, key, run
from tap import test

KEYFILE = {'GSETTINGS_BACKEND': 'keyfile'}
SLACK_PX = 2
GRIP_PX = 8  # how far from the pointer a border may be while it is dragged
FAR_PX = 2000
LEAST_PX = 100


def boxes(annals):
    """The boxes of the panes: text, evidence, timeline."""
    return [annals.part('filler', 'AnnalsReader').box, annals.part('filler', 'AnnalsAside').box,
            annals.timeline().box]


def still_boxes(annals):
    return wait_still(lambda: boxes(annals))


def drag_beside(annals, dx):
    """Drags the border between text and evidence; returns the boxes after that."""
    x, y, _, height = still_boxes(annals)[1]
    annals.drag(x - 1, y + height / 2, dx)
    return still_boxes(annals)


def drag_below(annals, dy):
    """Drags the border above the timeline; returns the boxes after that."""
    x, y, width, _ = still_boxes(annals)[2]
    annals.drag(x + width / 2, y - 1, 0, dy)
    return still_boxes(annals)


def assert_close(now, expected):
    for is_now, should in zip(now, expected, strict=True):
        assert all(abs(a - b) <= SLACK_PX for a, b in zip(is_now, should, strict=True)), \
            (now, expected)


def assert_whole(annals):
    """Every pane has room, all of it in the window and in none of the others."""
    text, aside, timeline = still_boxes(annals)
    _, _, width, height = annals.window.box
    for box in (text, aside, timeline):
        assert min(box[2:]) >= LEAST_PX, (text, aside, timeline)
        assert box[0] >= 0 and box[0] + box[2] <= width, (box, width)
        assert box[1] >= 0 and box[1] + box[3] <= height, (box, height)
    assert text[0] + text[2] <= aside[0], (text, aside)
    assert max(text[1] + text[3], aside[1] + aside[3]) <= timeline[1], (text, aside, timeline)
    for name in ('Evidence', 'Events'):
        box = annals.part('push button', name).box
        assert aside[0] <= box[0] and box[0] + box[2] <= aside[0] + aside[2], (box, aside)


@test
def borders_follow_the_pointer():
    """What one pane loses the other one gains, and the third stays as it is."""
    with Annals() as annals:
        text, aside, timeline = still_boxes(annals)
        now = drag_beside(annals, -120)
        dx = now[1][0] - aside[0]
        assert abs(dx + 120) <= GRIP_PX, (now, aside)
        assert now == [(text[0], text[1], text[2] + dx, text[3]),
                       (aside[0] + dx, aside[1], aside[2] - dx, aside[3]), timeline], now

        text, aside, timeline = now
        now = drag_below(annals, -70)
        dy = now[2][1] - timeline[1]
        assert abs(dy + 70) <= GRIP_PX, (now, timeline)
        assert now == [(*text[:3], text[3] + dy), (*aside[:3], aside[3] + dy),
                       (timeline[0], timeline[1] + dy, timeline[2], timeline[3] - dy)], now
        assert len(annals.items()) == 15


@test
def borders_stay_where_they_are_put():
    """After quitting, and in a fresh window after closing, the panes have the sizes they had."""
    with Home() as home:
        with Annals(home=home, **KEYFILE) as annals:
            before = still_boxes(annals)
            drag_beside(annals, -90)
            put = drag_below(annals, 60)
            assert put != before
            assert annals.end('ctrl+q') == 0
        with Annals(home=home, **KEYFILE) as annals:
            assert_close(still_boxes(annals), put)
            put = drag_beside(annals, 50)
            assert annals.end('ctrl+w') == 0
        with Annals(home=home, **KEYFILE) as annals:
            assert_close(still_boxes(annals), put)


@test
def no_pane_can_be_dragged_away():
    """Far beyond every edge of the window, each pane keeps what it needs; and back again."""
    with Annals() as annals:
        for drag in (drag_beside, drag_below):
            for far in (FAR_PX, -FAR_PX):
                before = still_boxes(annals)
                now = drag(annals, far)
                assert now != before
                assert_whole(annals)
        annals.click_item('Oil crises (OPEC)')
        annals.wait_selected('Oil crises (OPEC)')


@test
def borders_move_by_keys():
    """F8 takes a border, the arrows move it, Enter lets go of it."""
    with Annals() as annals:
        before = still_boxes(annals)
        key('F8')
        wait('the border to have the keys',
             lambda: any('focused' in node.states for node
                         in annals.window.find_all('filler', 'Move the border.*')))
        key(*['Left'] * 8, 'Return')
        wait('the evidence to grow', lambda: boxes(annals)[1][2] > before[1][2])
        assert_whole(annals)


run()
