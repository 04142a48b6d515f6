# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of a program's widgets. Names, roles and states of all come by one question, as a screen reader fetches them when
it comes, and only what shows something is asked for its children: asking each widget for each of these took nine tenths of
the time of a window test.

    for item in Tree (bus_name).walk (): item.role, item.name, item.has ('focused')

GTK 4.8 answers with those widgets that were asked for once, hidden ones, too, so that the tree itself is what they say.
"""
import ast
import re

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

CACHE = '/org/a11y/atspi/cache'
ROOT = '/org/a11y/atspi/accessible/root'
WORDS = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
# One widget as GVariant prints it: itself, the program, its parent, place, children, interfaces, name, role, description,
# states. Unpacking it piece by piece takes ten times as long.
ITEM = re.compile(r"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), \[([^\]]*)\], "
                  + WORDS + r', (\d+), ' + WORDS + r', \[(\d+), (\d+)\]\)')
DEEPEST = 60


class Item:
    """A widget as it was when it was asked for."""
    __slots__ = ('path', 'parent', 'index', 'count', 'interfaces', 'name', 'role', 'description', 'states')

    def has(self, *names):
        return all(self.states >> getattr(Atspi.StateType, n.upper()) & 1 for n in names)

    def can(self, interface):
        return "'org.a11y.atspi.%s'" % interface in self.interfaces


def unquoted(words):
    return ast.literal_eval(words) if '\\' in words else words[1:-1]


class Tree:
    bus = None          # the one of accessibility, which is not the session's
    roles = {}          # the names of roles by their numbers

    def __init__(self, bus_name, rows=True):
        self.bus_name, self.rows = bus_name, rows
        self.fetch()

    def call(self, path, interface, method):
        return self.connect().call_sync(self.bus_name, path, 'org.a11y.atspi.' + interface, method, None, None,
                                        Gio.DBusCallFlags.NONE, 120000, None)

    def fetch(self):
        self.items = {}
        for found in ITEM.finditer(self.call(CACHE, 'Cache', 'GetItems').print_(False)):
            item = Item()
            item.path, item.parent, index, count, item.interfaces, name, role, description, low, high = found.groups()
            item.index, item.count, item.states = int(index), int(count), int(low) | int(high) << 32
            item.name, item.description, item.role = unquoted(name), unquoted(description), self.role_name(int(role))
            self.items[item.path] = item

    def children(self, path):
        """The paths of those it shows; none of what is gone."""
        try:
            return [child for _, child in self.call(path, 'Accessible', 'GetChildren').unpack()[0]]
        except GLib.Error:
            return []

    def reveal(self, path):
        """Has a widget that is not among the items yet show itself, and what is below."""
        try:
            role = self.role_name(self.call(path, 'Accessible', 'GetRole').unpack()[0])
        except GLib.Error:
            return              # gone meanwhile
        for child in self.children(path) if self.enters(role) else []:
            self.reveal(child)

    def enters(self, role):
        return self.rows or role != 'table row'

    @classmethod
    def connect(cls):
        if cls.bus is None:
            address = Gio.bus_get_sync(Gio.BusType.SESSION, None).call_sync(
                'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, GLib.VariantType('(s)'),
                Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
            cls.bus = Gio.DBusConnection.new_for_address_sync(
                address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
                None, None)
        return cls.bus

    @classmethod
    def role_name(cls, number):
        if number not in cls.roles:
            cls.roles[number] = Atspi.role_get_name(Atspi.Role(number))
        return cls.roles[number]

    def walk(self, path=ROOT, backwards=False, depth=0):
        """The widgets below and with that of the path, outermost first. Without rows what lies inside the rows of tables
        is left out: the row's name has its words. Backwards the last child comes first: what lies over the window."""
        item = self.items.get(path)
        if item is None:
            return
        yield item
        if depth == DEEPEST or not self.enters(item.role) or item.count == 0 and path != ROOT:
            return
        children = self.children(path)
        new = [child for child in children if child not in self.items]
        for child in new:
            self.reveal(child)
        if new:
            self.fetch()
        for index, child in reversed(list(enumerate(children))) if backwards else enumerate(children):
            if child in self.items:
                self.items[child].parent, self.items[child].index = path, index
                yield from self.walk(child, backwards, depth + 1)
