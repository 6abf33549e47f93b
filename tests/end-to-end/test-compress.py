# SPDX-License-Identifier: GPL-3.0-or-later
"""A person compresses the empty stretches of a timeline, opens one again by a click, compresses a
range of their own, and shows all time in full."""

from bus import wait
from driver import Annals, Home, key, run, take_picture, xdotool
from tap import test

TITLE = 'Two ages'
EVENT = """<event xml:id="{id}" type="happened" ana="#all" when-custom="{date}"
  datingMethod="#edtf"><label>{label}</label></event>"""
DATES = {'Foundation': '-0300', 'First war': '-0263/-0240', 'Second war': '-0217/-0200',
         'Landing': '1944-06-06', 'Cold War': '1947/1991', 'Treaty': '1951-09-08',
         'Oil crisis': '1973/1974', 'Fall of the wall': '1989-11-09'}
DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ages">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{TITLE}</title></titleStmt>
      <publicationStmt><p>For a test.</p></publicationStmt>
      <sourceDesc><p>Born digital.</p></sourceDesc>
    </fileDesc>
    <encodingDesc><classDecl><taxonomy xml:id="lanes">
      <category xml:id="all" n="0"><catDesc>All</catDesc></category>
    </taxonomy></classDecl></encodingDesc>
  </teiHeader>
  <standOff><listEvent>
    {''.join(EVENT.format(id=f'e{i}', date=date, label=label)
             for i, (label, date) in enumerate(DATES.items()))}
  </listEvent></standOff>
  <text><body><p>Of two ages.</p></body></text>
</TEI>
"""


class Ages(Annals):
    """The program with that document, its keys on the timeline."""

    def __init__(self):
        home = Home()
        super().__init__(home.file('ages.annals.xml', DOCUMENT), home=home, title=TITLE)
        self.own_home = True

    def __enter__(self):
        super().__enter__()
        x, y, width, height = self.timeline().box
        self.click(x + width / 2, y + height - 60)
        return self

    def width_of(self, label):
        return self.still_boxes()[label][2]

    def left_of(self, label):
        return self.still_boxes()[label][0]


@test
def what_is_empty():
    """E makes room: two thousand years become a strip, and later events are wider than before; again,
    and all is as it was."""
    with Ages() as ages:
        before = ages.width_of('Cold War')
        first = ages.left_of('Foundation')
        key('e')
        ages.wait('the Cold War to be wider', lambda: ages.width_of('Cold War') > 4 * before)
        take_picture('compressed')
        boxes = ages.still_boxes()
        assert set(boxes) == set(DATES), boxes
        assert abs(boxes['Foundation'][0] - first) < 60, (boxes, first)
        key('e')
        ages.wait('the Cold War to be as before', lambda: ages.width_of('Cold War') == before)


@test
def a_click_opens_a_strip():
    """A click on the strip in the axis shows that stretch in full."""
    with Ages() as ages:
        before = ages.width_of('Cold War')
        key('e')
        ages.wait('the Cold War to be wider', lambda: ages.width_of('Cold War') > 4 * before)
        boxes = ages.still_boxes()
        x, y, _, _ = ages.timeline().box
        end_of_first_age = boxes['Second war'][0] + boxes['Second war'][2]
        begin_of_second = boxes['Landing'][0]
        ages.click(x + (end_of_first_age + begin_of_second) / 2 - x, y + 20)
        ages.wait('the Cold War to be narrow', lambda: ages.width_of('Cold War') < 2 * before)


@test
def a_range_by_hand():
    """The selected range becomes a strip and is no longer selected; expanding shows all in full."""
    with Ages() as ages:
        before = ages.width_of('Cold War')
        key('ctrl+r')
        ages.wait_message('^Range.*')
        xdotool('type', '--delay', 15, '0100/1900')
        key('Return')
        ages.wait_message('^1 .*|.*1900.*')
        x, y, width, height = ages.timeline().box
        ages.click(x + width / 2, y + height - 60)
        key('c')
        ages.wait('the Cold War to be wider', lambda: ages.width_of('Cold War') > 2 * before)
        take_picture('compressed-range')
        key('shift+e')
        ages.wait('the Cold War to be as before',
                  lambda: abs(ages.width_of('Cold War') - before) <= 1)


run()
