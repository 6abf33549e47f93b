# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program shows on the accessibility bus. One answer tells name, role, states and number of
children of everything there; only who is whose child is asked of each thing that has some, and the
boxes of those that are to be measured, each in one go. Asking thing by thing, as libatspi does, takes
fifty times as long.

What is read is kept for the moment (see bus.py), and never for longer than KEPT_S.
"""

import functools
import re
import time

from bus import SLOW, Atspi, GLib, Moment, call, call_each

KEPT_S = 0.25 * SLOW
ROOT = '/org/a11y/atspi/accessible/root'
ACCESSIBLE = 'org.a11y.atspi.Accessible'
COMPONENT = 'org.a11y.atspi.Component'
TEXT = 'org.a11y.atspi.Text'
PROPERTIES = 'org.freedesktop.DBus.Properties'
COORDS_IN_WINDOW = 1
# The fields of an item of the cache.
OBJECT, PARENT, N_CHILDREN, INTERFACES, NAME, ROLE, DESCRIPTION, STATES = 0, 2, 4, 5, 6, 7, 8, 9


def find_application(process_id):
    """The program with that number, or None while it is not on the bus."""
    registered = call('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren').unpack()[0]
    for owner, _ in registered:
        asked = GLib.Variant('(s)', (owner,))
        if call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                'GetConnectionUnixProcessID', asked).unpack()[0] == process_id:
            return Node(Program(owner), ROOT)
    return None


@functools.cache
def name_role(role):
    return Atspi.role_get_name(Atspi.Role(role))


@functools.cache
def name_states(low, high):
    """The names of the states that are set in two words of bits."""
    bits = low | high << 32
    return {Atspi.StateType(i).value_nick for i in range(Atspi.StateType.LAST_DEFINED)
            if bits >> i & 1}


def list_below(path, children):
    """PATH and all below it, each before what is in it."""
    found = []
    ahead = [path]
    while ahead:
        found.append(ahead.pop())
        ahead.extend(reversed(children.get(found[-1], ())))
    return found


class Program:
    """A program on the bus, and what has been read of it in this moment."""

    def __init__(self, owner):
        self.owner = owner
        self.roles = {}  # roles never change
        self.answer = None
        self.items = {}
        self.children = {}
        self.children_before = {}  # as they were in the moment before
        self.boxes = {}
        self.moment = None
        self.read_at = 0

    def is_read(self):
        return self.moment == Moment.number and time.monotonic() - self.read_at < KEPT_S

    def read(self):
        """Makes sure that what is kept is of this moment."""
        if self.is_read():
            return
        self.children_before = self.children or self.children_before
        self.children = {}
        self.boxes = {}
        self.read_items()
        self.moment = Moment.number
        self.read_at = time.monotonic()

    def read_items(self):
        """Reads all that the program tells of its things, hidden ones as well."""
        answer = call(self.owner, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')
        if self.answer is not None and answer.equal(self.answer):
            return
        self.answer = answer
        found = answer.get_child_value(0)
        self.items = {}
        for i in range(found.n_children()):
            item = found.get_child_value(i)
            path = item.get_child_value(OBJECT).get_child_value(1).get_string()
            self.items[path] = Item(item)

    def has_children(self, path):
        """Whether there is a reason to ask PATH for its children. What nobody has asked for yet is not
        among the items, and the root does not count its windows."""
        item = self.items.get(path)
        return path == ROOT or item is None or item.n_children > 0

    def read_children(self, paths):
        """Asks those of PATHS for their children that may have some and were not asked yet."""
        asked = [path for path in paths if path not in self.children and self.has_children(path)]
        answers = call_each(self.owner, asked, ACCESSIBLE, 'GetChildren') if asked else {}
        for path in paths:
            if path in answers:
                self.children[path] = [child for _, child in answers[path].unpack()[0]]
            else:
                self.children.setdefault(path, [])

    def read_below(self, path):
        """Reads the tree below PATH: all that was there before at once, then, a level at a time, what
        is new."""
        self.read()
        self.read_children([child for child in list_below(path, self.children_before)
                            if child in self.items])
        level = [path]
        known = True
        while level:
            self.read_children(level)
            level = [child for parent in level for child in self.children[parent]]
            known = known and all(child in self.items for child in level)
        if not known:
            self.read_items()  # which has them now that they have been asked for

    def read_boxes(self, paths):
        """Measures those of PATHS that were not yet."""
        self.read()
        asked = [path for path in paths if path not in self.boxes
                 and path in self.items and self.items[path].has_box]
        answers = call_each(self.owner, asked, COMPONENT, 'GetExtents',
                            GLib.Variant('(u)', (COORDS_IN_WINDOW,)))
        for path in paths:
            if path in answers:
                self.boxes[path] = answers[path].unpack()[0]

    def find_item(self, path):
        """What was read of PATH in this moment, or None."""
        return self.items.get(path) if self.is_read() else None

    def role(self, path):
        if path not in self.roles:
            item = self.find_item(path)
            self.roles[path] = name_role(item.field(ROLE) if item else call(
                self.owner, path, ACCESSIBLE, 'GetRole').unpack()[0])
        return self.roles[path]


class Item:
    """What the program tells of one of its things, taken apart when it is needed."""

    def __init__(self, item):
        self.item = item
        self.fields = {}

    def field(self, number):
        if number not in self.fields:
            self.fields[number] = self.item.get_child_value(number).unpack()
        return self.fields[number]

    @property
    def n_children(self):
        return self.field(N_CHILDREN)

    @property
    def has_box(self):
        return COMPONENT in self.field(INTERFACES)


class Node:
    """One thing on the accessibility bus."""

    def __init__(self, program, path):
        self.program = program
        self.path = path

    def __eq__(self, other):
        return isinstance(other, Node) and (self.program, self.path) == (other.program, other.path)

    def __hash__(self):
        return hash(self.path)

    def call(self, interface, method, words=None):
        return call(self.program.owner, self.path, interface, method, words).unpack()[0]

    def get(self, interface, name):
        """A property of it, as it is now."""
        return self.call(PROPERTIES, 'Get', GLib.Variant('(ss)', (interface, name)))

    @property
    def role(self):
        return self.program.role(self.path)

    @property
    def name(self):
        item = self.program.find_item(self.path)
        return item.field(NAME) if item else self.get(ACCESSIBLE, 'Name')

    @property
    def description(self):
        item = self.program.find_item(self.path)
        return item.field(DESCRIPTION) if item else self.get(ACCESSIBLE, 'Description')

    @property
    def states(self):
        item = self.program.find_item(self.path)
        return name_states(*(item.field(STATES) if item else self.call(ACCESSIBLE, 'GetState')))

    @property
    def parent(self):
        """What it is part of; None for the program."""
        if self.path == ROOT:
            return None
        return Node(self.program, self.get(ACCESSIBLE, 'Parent')[1])

    @property
    def box(self):
        """x, y, width, height in the window; all 0 for what has no place."""
        boxes = self.program.boxes
        if self.program.is_read() and self.path in boxes:
            return boxes[self.path]
        item = self.program.items.get(self.path)
        if COMPONENT not in (item.field(INTERFACES) if item
                             else self.call(ACCESSIBLE, 'GetInterfaces')):
            return 0, 0, 0, 0
        box = self.call(COMPONENT, 'GetExtents', GLib.Variant('(u)', (COORDS_IN_WINDOW,)))
        if self.program.is_read():
            boxes[self.path] = box
        return box

    @property
    def middle(self):
        x, y, width, height = self.box
        return x + width / 2, y + height / 2

    @property
    def text(self):
        # GTK 4.8 gives nothing of an entry that is asked for all at once.
        end = self.get(TEXT, 'CharacterCount')
        return self.call(TEXT, 'GetText', GLib.Variant('(ii)', (0, end)))

    @property
    def caret(self):
        return self.get(TEXT, 'CaretOffset')

    @property
    def value(self):
        return self.get('org.a11y.atspi.Value', 'CurrentValue')

    def character_box(self, offset):
        return call(self.program.owner, self.path, TEXT, 'GetCharacterExtents',
                    GLib.Variant('(iu)', (offset, COORDS_IN_WINDOW))).unpack()

    def children(self):
        self.program.read()
        self.program.read_children([self.path])
        paths = self.program.children[self.path]
        if any(path not in self.program.items for path in paths):
            self.program.read_items()
        return [Node(self.program, path) for path in paths]

    def walk(self, is_entered=None):
        """This and all below it, each before what is in it. When IS_ENTERED is given, nothing below what
        it does not hold for."""
        self.program.read_below(self.path)
        children = self.program.children
        found = []
        ahead = [self.path]
        while ahead:
            node = Node(self.program, ahead.pop())
            found.append(node)
            if is_entered is None or is_entered(node):
                ahead.extend(reversed(children.get(node.path, ())))
        return found

    def find_all(self, role, name=None):
        """What has that role below this, and that name (a text, or a pattern for all of it)."""
        return [node for node in self.walk()
                if node.role == role and (name is None or re.fullmatch(name, node.name))]

    def find(self, role, name=None):
        return next(iter(self.find_all(role, name)), None)

    def find_focused(self):
        """What has the keys below this, or None."""
        return next((node for node in self.walk() if 'focused' in node.states), None)

    def labels(self):
        """The words that can be seen below this, in order."""
        return [node.name for node in seen(self.find_all('label'))]


def boxes(nodes):
    """The boxes of NODES, which are of one program, measured in one go."""
    nodes = list(nodes)
    if nodes:
        nodes[0].program.read_boxes([node.path for node in nodes])
    return [node.box for node in nodes]


def seen(nodes):
    """Those of NODES that have a place in the window."""
    nodes = list(nodes)
    return [node for node, box in zip(nodes, boxes(nodes), strict=True) if min(box[2:]) > 0]
