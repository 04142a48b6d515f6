# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of what a program shows, asked for all at once: every widget is asked for its name, its role and its children
without waiting for the answers of the others. One after another, as libatspi asks, these questions took nine tenths of the
time of a window test.

    for item in Tree (bus_name).walk (): item.role, item.name, item.has ('focused')

org.a11y.atspi.Cache would give all of it in one answer, but GTK 4.8 gives widgets that were taken away, too, and brings them
back half: a form that is shown again later is a critical then.
"""
import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ROOT = '/org/a11y/atspi/accessible/root'
ACCESSIBLE, PROPERTIES = 'org.a11y.atspi.Accessible', 'org.freedesktop.DBus.Properties'
OF_IT = GLib.Variant('(s)', (ACCESSIBLE,))
DEEPEST = 60
LEAVES = ('label', 'image', 'separator')       # never have children


class Item:
    """A widget as it was when it was asked for."""

    def __init__(self, path, parent=None, index=0):
        self.path, self.parent, self.index = path, parent, index
        self.name = self.role = ''
        self.count, self.states, self.children = None, 0, []

    def has(self, *names):
        return all(self.states >> getattr(Atspi.StateType, n.upper()) & 1 for n in names)


class Tree:
    bus = None          # the one of accessibility, which is not the session's
    roles = {}          # the names of roles by their numbers
    had = {}            # the roles of widgets by their paths: no path is used twice and a widget keeps its role

    def __init__(self, bus_name, rows=True, states=False, named=None):
        """Without rows what lies inside the rows of tables is left out: the row's name has its words. states: has ().
        named: the roles whose names are wanted, None for all; what else there is has no name and no count."""
        self.bus_name, self.rows, self.states, self.named = bus_name, rows, states, named
        self.waiting, self.items = 0, {}
        iterate = GLib.MainContext.iteration.__get__(GLib.MainContext.default())
        self.look(Item(ROOT))
        while self.waiting > 0:
            iterate(True)

    def ask(self, item, interface, method, arguments, got):
        def done(bus, result):
            self.waiting -= 1
            try:
                got(item, bus.call_finish(result))
            except GLib.Error:
                pass                # gone meanwhile
        self.waiting += 1
        self.connect().call(self.bus_name, item.path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 120000,
                            None, done)

    def look(self, item):
        self.items[item.path] = item
        item.role = self.had.get(item.path, '')
        if item.role:
            self.go_on(item)
        else:
            self.ask(item, ACCESSIBLE, 'GetRole', None, self.got_role)

    def got_role(self, item, answer):
        item.role = self.had[item.path] = self.role_name(answer.get_child_value(0).get_uint32())
        self.go_on(item)

    def go_on(self, item):
        """What more is wanted of it, and its children."""
        if self.named is None or item.role in self.named:
            self.ask(item, PROPERTIES, 'GetAll', OF_IT, self.got_words)
        if self.states:
            self.ask(item, ACCESSIBLE, 'GetState', None, self.got_states)
        if item.role not in LEAVES and (self.rows or item.role != 'table row'):
            self.ask(item, ACCESSIBLE, 'GetChildren', None, self.got_children)

    def got_words(self, item, answer):
        words = answer.get_child_value(0)
        item.name = words.lookup_value('Name', None).get_string()
        item.count = words.lookup_value('ChildCount', None).get_int32()

    def got_states(self, item, answer):
        low, high = answer.unpack()[0]
        item.states = low | high << 32

    def got_children(self, item, answer):
        for index, (_, path) in enumerate(answer.unpack()[0]):
            if path not in self.items:
                item.children.append(path)
                self.look(Item(path, item.path, index))

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
        """The widgets below and with that of the path, outermost first. Backwards the last child comes first: what lies
        over the window."""
        item = self.items.get(path)
        if item is None:
            return
        yield item
        if depth < DEEPEST:
            for child in reversed(item.children) if backwards else item.children:
                yield from self.walk(child, backwards, depth + 1)
