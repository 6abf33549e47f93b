# SPDX-License-Identifier: GPL-3.0-or-later
"""A person orders the list of events in every way, and looks for what is weak in a document: events
that nothing supports, and passages that are gone."""

from bus import wait_equal, wait_still
from driver import Annals, Home, key, run
from tap import test
from tree import seen

TITLE = 'The town by the river'
DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="town">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{TITLE}</title></titleStmt>
      <publicationStmt><p>For a test.</p></publicationStmt>
      <sourceDesc><p>Born digital.</p></sourceDesc>
    </fileDesc>
    <encodingDesc><classDecl><taxonomy xml:id="lanes">
      <category xml:id="south" n="0"><catDesc>South bank</catDesc></category>
      <category xml:id="north" n="1"><catDesc>North bank</catDesc></category>
    </taxonomy></classDecl></encodingDesc>
  </teiHeader>
  <standOff>
    <listEvent>
      <event xml:id="mill" type="hypothetical" ana="#north" when-custom="1960"
        datingMethod="#edtf"><label>Mill</label></event>
      <event xml:id="bridge" type="happened" ana="#south" when-custom="1950"
        datingMethod="#edtf"><label>Bridge</label></event>
      <event xml:id="quay" type="happened" ana="#north" when-custom="1910"
        datingMethod="#edtf"><label>Quay</label></event>
      <event xml:id="canal" type="denied" ana="#south" when-custom="1935"
        datingMethod="#edtf"><label>Canal</label></event>
      <event xml:id="tower" type="planned" ana="#north" when-custom="1990"
        datingMethod="#edtf"><label>Tower</label></event>
      <event xml:id="road" type="ongoing" ana="#south" when-custom="1940/.."
        datingMethod="#edtf"><label>Road</label></event>
      <event xml:id="harbour" type="happened" ana="#north" when-custom="1920"
        datingMethod="#edtf"><label>Harbour</label></event>
    </listEvent>
    <spanGrp type="evidence">
      <span from="#tower-1" to="#tower-2" ana="#tower">A tower is to rise in 1990</span>
      <span from="#bridge-1" to="#bridge-2" ana="#bridge">the bridge of 1950</span>
      <span from="#quay-1" to="#quay-2" ana="#quay">the quay was laid in 1910</span>
      <span from="#end-1" to="#end-2" ana="#quay">stones were brought from a quarry upstream</span>
      <span from="#end-1" to="#end-2" ana="#canal">nobody ever dug the canal of 1935</span>
      <span from="#end-1" to="#end-2"
        ana="#road">the road along the river is being widened since 1940</span>
      <span from="#harbour-1" to="#harbour-2" ana="#harbour">ships called here from 1920 on</span>
    </spanGrp>
  </standOff>
  <text><body>
    <p><anchor xml:id="tower-1"/>A tower is to rise in 1990<anchor xml:id="tower-2"/>, taller than
      <anchor xml:id="bridge-1"/>the bridge of 1950<anchor xml:id="bridge-2"/>.</p>
    <p>Before that, <anchor xml:id="quay-1"/>the quay was laid in 1910<anchor xml:id="quay-2"/>; and
      the road along the river is being widened since 1940.</p>
    <p>It is said that <anchor xml:id="harbour-1"/>ships called here from 1920 on<anchor
      xml:id="harbour-2"/>. <anchor xml:id="end-1"/>That is all.<anchor xml:id="end-2"/></p>
  </body></text>
</TEI>
"""
ROOM_PX = 160
BY_DATE = ['Quay', 'Harbour', 'Canal', 'Road', 'Bridge', 'Mill', 'Tower']
BY_PLACE = ['Tower', 'Bridge', 'Quay', 'Road', 'Harbour', 'Canal', 'Mill']
BY_LANE = ['Canal', 'Road', 'Bridge', 'Quay', 'Harbour', 'Mill', 'Tower']
BY_NAME = ['Bridge', 'Canal', 'Harbour', 'Mill', 'Quay', 'Road', 'Tower']


class Town(Annals):
    """The program with that document and its list of events, which has room for all of them."""

    def __init__(self):
        home = Home()
        super().__init__(home.file('town.annals.xml', DOCUMENT), home=home, title=TITLE)
        self.own_home = True

    def prepare(self):
        x, y, width, _ = self.timeline().box
        self.drag(x + width / 2, y - 1, 0, ROOM_PX)
        key('alt+2')
        self.wait_rows(BY_DATE)

    def list_items(self):
        events = self.find_shown('Events', 'list')
        return [node for node in events.children() if node.role == 'list item'] if events else []

    def rows(self):
        """The names of the events in the list, from above; what has no place there is not seen."""
        rows = [(node.box[1], node.name.split(',')[0]) for node in seen(self.list_items())]
        return [name for _, name in sorted(rows)]

    def wait_rows(self, expected):
        """Waits until the list has these rows, and says how many they are."""
        wait_equal('the rows', expected, self.rows)
        n_all = len(BY_DATE)
        self.wait_message(f'^{n_all} events$' if len(expected) == n_all
                          else f'^{len(expected)} of {n_all} events$')

    def focused_item(self):
        return next((node.name for node in self.window.walk()
                     if node.role.endswith('menu item') and 'focused' in node.states), None)

    def choose(self, *names):
        """Goes down the menu that is open, and down its submenus, to what has these names."""
        for name in names:
            for _ in range(12):
                before = wait_still(self.focused_item, 0.15)
                if before == name:
                    break
                key('Down')
                self.wait('another row of the menu', lambda was=before: self.focused_item() != was)
            assert self.focused_item() == name, (name, self.focused_item())
            key('Return')

    def filter(self, *names):
        key('alt+i')
        self.wait_message('^Without Passages$')
        self.choose(*names)

    def sort(self, name):
        key('alt+s')
        self.wait_message('^By Date$')
        self.choose(name)


@test
def sorted_in_every_way():
    """By date, by place in the text, by lane, and by name."""
    with Town() as town:
        for name, expected in (('By Place in the Text', BY_PLACE), ('By Lane', BY_LANE),
                               ('By Name', BY_NAME), ('By Date', BY_DATE)):
            town.sort(name)
            town.wait_rows(expected)


@test
def filtered_by_lane():
    """One lane, the other one, and any again."""
    with Town() as town:
        for lane, expected in (('North bank', ['Quay', 'Harbour', 'Mill', 'Tower']),
                               ('South bank', ['Canal', 'Road', 'Bridge']),
                               ('Any Lane', BY_DATE)):
            town.filter('Lane', lane)
            town.wait_rows(expected)


@test
def filtered_by_status():
    """Each status has its events."""
    with Town() as town:
        for status, expected in (('happened', ['Quay', 'Harbour', 'Bridge']),
                                 ('ongoing', ['Road']), ('planned', ['Tower']),
                                 ('hypothetical', ['Mill']), ('denied', ['Canal']),
                                 ('Any Status', BY_DATE)):
            town.filter('Status', status)
            town.wait_rows(expected)


@test
def filtered_by_standing():
    """By how their passages are found in the text; one event can have several standings."""
    with Town() as town:
        for standing, expected in (('exact', ['Quay', 'Harbour', 'Bridge', 'Tower']),
                                   ('moved', ['Road']), ('lost', ['Quay', 'Canal']),
                                   ('Any Standing', BY_DATE)):
            town.filter('Passages', standing)
            town.wait_rows(expected)


@test
def filters_work_together():
    """Lane and status, sorted by name; the selected event stays selected when it is not listed."""
    with Town() as town:
        bridge = next(node for node in town.list_items() if node.name.startswith('Bridge,'))
        town.click(*bridge.middle)
        town.wait_selected('Bridge')
        town.filter('Lane', 'North bank')
        town.filter('Status', 'happened')
        town.sort('By Name')
        town.wait_rows(['Harbour', 'Quay'])
        town.wait_selected('Bridge')
        town.click_shown('Show All', 'push button')
        town.wait_rows(BY_NAME)
        town.wait_selected('Bridge')


@test
def what_is_weak_is_one_click_away():
    """A button lists the events without passages, another one those with lost ones; pressed again,
    each brings all back."""
    with Town() as town:
        for button, expected in (('Without passages: 1', ['Mill']),
                                 ('Lost passages: 2', ['Quay', 'Canal'])):
            town.click_shown(button, 'push button')
            town.wait_rows(expected)
            town.wait_shown('Show All', 'push button')
            town.click_shown(button, 'push button')
            town.wait_rows(BY_DATE)
            town.wait('nothing to bring back',
                      lambda: town.find_shown('Show All', 'push button') is None)


@test
def nothing_matches():
    """Filters that no event passes say so, and offer all events."""
    with Town() as town:
        town.filter('Lane', 'North bank')
        town.filter('Status', 'denied')
        town.wait_message('^No Event Matches$')
        town.wait_message('^0 of 7 events$')
        buttons = seen(town.window.find_all('push button', 'Show All'))
        town.click(*buttons[-1].middle)
        town.wait_rows(BY_DATE)


run()
