# SPDX-License-Identifier: GPL-3.0-or-later
"""A person zooms and pans with the pointer and the keys; positions are read from the bus."""

from bus import wait
from driver import Annals, key, press_wheel, run
from tap import test

NOTCH = 1.2
SLACK_PX = 2
EDGE_PX = 150  # lane headers, and where marks are cut off
TINY_PX = 24  # marks have a least width, so that those this narrow do not grow with the zoom


def edges(box):
    return box[0], box[0] + box[2]


def inside(annals, boxes):
    """Label → left and right edge of marks that are shown whole, and wide enough to grow."""
    left, _, width, _ = annals.timeline().box
    return {label: edges(box) for label, box in boxes.items()
            if box[2] >= TINY_PX and left + EDGE_PX < box[0] and box[0] + box[2] < left + width - EDGE_PX}


def wait_moved(annals, before):
    """The boxes once they have changed and come to rest."""
    wait('the marks to move', lambda: annals.boxes() != before)
    return annals.still_boxes()


def assert_zoomed(annals, before, after, factor, x):
    """Every edge lies where a zoom by FACTOR about X puts it."""
    old, new = inside(annals, before), inside(annals, after)
    both = set(old) & set(new)
    assert len(both) >= 2, (old, new)
    for label in both:
        for was, is_now in zip(old[label], new[label]):
            expected = x + (was - x) * factor
            assert abs(is_now - expected) <= SLACK_PX, (label, was, is_now, expected)


def assert_shifted(annals, before, after, dx):
    """Every mark moved by DX, as wide as before."""
    old, new = inside(annals, before), inside(annals, after)
    both = set(old) & set(new)
    assert len(both) >= 2, (old, new)
    for label in both:
        for was, is_now in zip(old[label], new[label]):
            assert abs(is_now - was - dx) <= SLACK_PX, (label, was, is_now, dx)


def assert_near(boxes, others):
    """The same marks stand in the same places."""
    assert set(boxes) == set(others), set(boxes) ^ set(others)
    for label, box in boxes.items():
        for one, other in zip(edges(box), edges(others[label])):
            assert abs(one - other) <= SLACK_PX, (label, box, others[label])


@test
def the_wheel_zooms_at_the_pointer():
    """Ctrl and the wheel: the mark under the pointer stays, the others spread away from it."""
    with Annals() as annals:
        before = annals.still_boxes()
        x, y, width, height = before['Vietnam War']
        annals.point(x + width / 2, y + height / 2)
        press_wheel('up', 2, 'ctrl')
        after = wait_moved(annals, before)
        middle = x + width / 2
        new_x, _, new_width, _ = after['Vietnam War']
        assert abs(new_x + new_width / 2 - middle) <= SLACK_PX, (middle, after['Vietnam War'])
        assert_zoomed(annals, before, after, NOTCH ** 2, middle)

        press_wheel('down', 2, 'ctrl')
        assert_near(before, wait_moved(annals, after))


@test
def a_narrow_mark_stays_under_the_pointer():
    """A day stays under the pointer through many notches, and years around it leave the window."""
    with Annals() as annals:
        boxes = annals.still_boxes()
        for _ in range(4):
            x, y, width, height = boxes['Commentary printed in The Daily Yomiuri']
            annals.point(x + width / 2, y + height / 2)
            press_wheel('up', 2, 'ctrl')
            boxes = wait_moved(annals, boxes)
            new_x, _, new_width, _ = boxes['Commentary printed in The Daily Yomiuri']
            assert abs(new_x + new_width / 2 - x - width / 2) <= SLACK_PX, (x, width, boxes)
        assert 'Oil crises (OPEC)' not in boxes, boxes


@test
def the_wheel_pans():
    """The wheel alone goes on in time and back, without zooming."""
    with Annals() as annals:
        before = annals.still_boxes()
        annals.point(*annals.item('Cold War').middle)
        press_wheel('down')
        after = wait_moved(annals, before)
        dx = after['Vietnam War'][0] - before['Vietnam War'][0]
        assert dx < -30, dx
        assert_shifted(annals, before, after, dx)

        press_wheel('up')
        assert_near(before, wait_moved(annals, after))


@test
def dragging_pans():
    """The picture follows the hand, and stays where it is let go."""
    with Annals() as annals:
        before = annals.still_boxes()
        x, y, _, height = before['Oil crises (OPEC)']
        annals.drag(x - 80, y + height / 2, -120)
        after = wait_moved(annals, before)
        dx = after['Vietnam War'][0] - before['Vietnam War'][0]
        assert abs(dx + 120) <= SLACK_PX, dx
        assert_shifted(annals, before, after, -120)
        assert annals.selected() == []


@test
def a_throw_flies_on():
    """Letting go in motion lets the picture fly on in the same direction, and come to rest."""
    with Annals() as annals:
        before = annals.still_boxes()
        x, y, _, height = before['Oil crises (OPEC)']
        annals.throw(x - 80, y + height / 2, -120)
        after = wait_moved(annals, before)
        assert after['Vietnam War'][0] - before['Vietnam War'][0] < -130, (before, after)


@test
def all_of_it_fits_again():
    """0, and a double click on empty time, show all events as at the start."""
    with Annals() as annals:
        before = annals.still_boxes()
        for fit in ('key', 'double click'):
            annals.point(*annals.item('Vietnam War').middle)
            press_wheel('up', 3, 'ctrl')
            zoomed = wait_moved(annals, before)
            if fit == 'key':
                key('0')
            else:
                left, top, _, _ = annals.timeline().box
                _, y, _, height = before['Commentary printed in The Daily Yomiuri']
                annals.click(left + 300, y + height / 2, times=2)
            assert_near(before, wait_moved(annals, zoomed))
        assert annals.selected() == []


@test
def a_double_click_fits_an_event():
    """A double click on a mark gives it a good part of the width."""
    with Annals() as annals:
        before = annals.still_boxes()
        _, _, width, _ = annals.timeline().box
        annals.click(*annals.item('Oil crises (OPEC)').middle, times=2)
        after = wait_moved(annals, before)
        assert 0.25 * width < after['Oil crises (OPEC)'][2] < 0.45 * width, after
        annals.wait_selected('Oil crises (OPEC)')


@test
def keys_zoom():
    """+ and - zoom about the middle, and take each other back."""
    with Annals() as annals:
        before = annals.still_boxes()
        key('plus')
        nearer = wait_moved(annals, before)
        assert nearer['Vietnam War'][2] > before['Vietnam War'][2] * NOTCH
        key('minus')
        assert_near(before, wait_moved(annals, nearer))
        key('minus')
        further = wait_moved(annals, before)
        assert further['Vietnam War'][2] < before['Vietnam War'][2] / NOTCH


run()
