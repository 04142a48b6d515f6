#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A notification service that does as it is told: records, answers, refuses, hangs, dies.

    desk_notification_service.py [CAPABILITY…]        takes org.freedesktop.Notifications, or ends with 3 when it is taken

A word name=Some_Service among them is the name that it says it has.

It is driven over the bus, interface org.frontdesk.Test.Notifications on the same object: Standing () gives a line for
each notification that stands, Count () how often Notify was called, Icon (id) the icon's name
or the size of its picture, Press (id, key) and Close (id, reason) act for a
person, Hang (on) keeps calls unanswered until it is off, Refuse (on) answers with an error, Die () ends it at once.
"""
import os
import sys

from gi.repository import Gio, GLib

NAME, PATH, TEST = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications', 'org.frontdesk.Test.Notifications'


def arg(kind, way='in'):
    return '<arg type="%s" direction="%s"/>' % (kind, way)


def method(name, *args):
    return '<method name="%s">%s</method>' % (name, ''.join(args))


XML = '<node><interface name="%s">%s</interface><interface name="%s">%s</interface></node>' % (
    NAME,
    method('Notify', arg('s'), arg('u'), arg('s'), arg('s'), arg('s'), arg('as'), arg('a{sv}'), arg('i'), arg('u', 'out'))
    + method('CloseNotification', arg('u')) + method('GetCapabilities', arg('as', 'out'))
    + method('GetServerInformation', *[arg('s', 'out')] * 4)
    + '<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>'
      '<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>'
      '<signal name="ActivationToken"><arg type="u"/><arg type="s"/></signal>',
    TEST,
    method('Standing', arg('s', 'out')) + method('Count', arg('u', 'out'))
    + method('Icon', arg('u'), arg('s', 'out')) + method('Press', arg('u'), arg('s'))
    + method('Close', arg('u'), arg('u')) + method('Hang', arg('b')) + method('Refuse', arg('b')) + method('Die'))


class Service:
    def __init__(self, capabilities):
        names = [c.split('=')[1].replace('_', ' ') for c in capabilities if c.startswith('name=')]
        self.name = (names or ['test'])[0]
        self.capabilities = [c for c in capabilities if not c.startswith('name=')]
        self.icons = {}
        self.standing, self.last, self.count = {}, 0, 0
        self.hanging, self.refusing, self.waiting = False, False, []

    def call(self, bus, sender, path, interface, name, parameters, invocation):
        if interface == NAME and self.hanging:
            self.waiting.append((bus, name, parameters.unpack(), invocation))
        elif interface == NAME and self.refusing and name == 'Notify':
            invocation.return_dbus_error('org.freedesktop.Notifications.Error.Refused', 'no')
        else:
            self.answer(bus, name, parameters.unpack(), invocation)

    def answer(self, bus, name, args, invocation):
        kind, value = getattr(self, 'do_' + name)(bus, *args)
        invocation.return_value(GLib.Variant('(%s)' % kind, value) if kind else None)

    def do_Notify(self, bus, app, replaces, icon, summary, body, actions, hints, timeout):
        self.count += 1
        if not replaces:
            self.last += 1
        number = replaces or self.last
        picture = hints.get('image-data')
        self.icons[number] = icon or ('%dx%d' % picture[:2] if picture else '')
        shown = ['%s=%s' % (k, hints[k]) for k in ('urgency', 'sound-name', 'desktop-entry') if k in hints]
        self.standing[number] = ' | '.join([summary, body.replace('\n', ' / '), ' '.join(actions[0::2])] + shown)
        return 'u', (number,)

    def do_CloseNotification(self, bus, number):
        return self.do_Close(bus, number, 3)

    def do_Close(self, bus, number, reason):
        if self.standing.pop(number, None) is not None:
            bus.emit_signal(None, PATH, NAME, 'NotificationClosed', GLib.Variant('(uu)', (number, reason)))
        return '', None

    def do_Press(self, bus, number, key):
        bus.emit_signal(None, PATH, NAME, 'ActivationToken', GLib.Variant('(us)', (number, 'token-%d' % number)))
        bus.emit_signal(None, PATH, NAME, 'ActionInvoked', GLib.Variant('(us)', (number, key)))
        return self.do_Close(bus, number, 2)

    def do_GetCapabilities(self, bus):
        return 'as', (self.capabilities,)

    def do_GetServerInformation(self, bus):
        return 'ssss', (self.name, 'frontdesk', '1', '1.2')

    def do_Standing(self, bus):
        return 's', ('\n'.join('%d: %s' % line for line in sorted(self.standing.items())),)

    def do_Icon(self, bus, number):
        return 's', (self.icons.get(number, ''),)

    def do_Count(self, bus):
        return 'u', (self.count,)

    def do_Hang(self, bus, on):
        self.hanging = on
        waiting, self.waiting = self.waiting, []
        for call in waiting:
            self.answer(*call)
        return '', None

    def do_Refuse(self, bus, on):
        self.refusing = on
        return '', None

    def do_Die(self, bus):
        os._exit(9)


def main(capabilities):
    service, loop = Service(capabilities), GLib.MainLoop()

    def put_up(bus, name):
        for interface in Gio.DBusNodeInfo.new_for_xml(XML).interfaces:
            bus.register_object(PATH, interface, service.call, None, None)

    def lost(bus, name):
        os._exit(3)
    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.DO_NOT_QUEUE, put_up, None, lost)
    loop.run()


if __name__ == '__main__':
    main(sys.argv[1:])
