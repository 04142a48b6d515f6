# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window as a screen reader and a keyboard do: AT-SPI finds, reads and presses, xdotool types real keys.

Nothing here sleeps a fixed time and asserts: what is sent is repeated or waited for until its effect is seen. A click
sent right after a page switch is lost silently by GTK, so click () takes what should follow.
libatspi binds to the bus and the display of its first call, so a Window is made inside a Session, one Session a process.
"""
import re
import subprocess
import time
import warnings

import gi

from desk_session import NOT_THERE, PATIENCE, Failure, wait_for
from desk_tree import ROOT, Tree
from desk_words import say

warnings.filterwarnings('ignore', category=DeprecationWarning)
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

BUTTONS = ('push button', 'button', 'toggle button', 'radio button', 'menu item', 'check box', 'switch', 'link')
ENTRIES = ('text', 'entry', 'password text', 'search box', 'search-box')
CLASS_NAME = re.compile(r'(Gtk|Adw|Desk)[A-Z]\w+$')      # what GTK calls a widget that nobody named
CARRIERS = ('panel', 'filler', 'scroll pane', 'viewport')      # take the focus only to hand it on
MNEMONIC = re.compile(r'\(?_([A-Za-z])\)?')


def fresh(node):
    """A script without a main loop gets stale answers from libatspi's cache: always ask the program."""
    node.clear_cache()
    return node


def plain(name):
    """A name without its mnemonic: GTK 4.8 names a button 保存(_S) 保存(S)."""
    half = name[:len(name) // 2].rstrip()
    if '_' in half and MNEMONIC.sub(r'(\1)' if '(' in half else r'\1', half) == name[len(half):].strip():
        name = half
    return re.sub(r'\(_?[A-Za-z]\)(…?)$', r'\1', name).replace('_', '').strip()


def plain_name(node):
    return plain(node.get_name() or '')


def children(node):
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def walk(node, depth=0):
    """(depth, node) of the tree below and with node; what vanishes on the way is left out."""
    yield depth, node
    if depth < 60:
        for child in children(node):
            yield from walk(child, depth + 1)


def has_state(node, *names):
    states = node.get_state_set()
    return all(states.contains(getattr(Atspi.StateType, n.upper())) for n in names)


def extents(node):
    """(x, y, width, height) inside the window."""
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return box.x, box.y, box.width, box.height


def shown(node):
    """GTK 4.8 says SHOWING of windows only; what has a place and is not hidden counts as shown."""
    try:
        return has_state(node, 'visible') and node.get_component_iface() is not None and extents(node)[2] > 0
    except GLib.Error:
        return False


def text_of(node):
    """What stands in a field or label; the name where there is no text."""
    if node.get_text_iface():
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    return node.get_name() or ''


def describe(node):
    try:
        states = ','.join(sorted(s.value_nick for s in node.get_state_set().get_states()))
        words = ' text=%r' % text_of(node) if node.get_text_iface() else ''
        return '%s %r desc=%r%s [%s]' % (node.get_role_name(), node.get_name(), node.get_description(), words, states)
    except GLib.Error as error:
        return 'gone: %s' % error.message


def dump(node):
    """The tree as text, for a failure's report."""
    return '\n'.join('  ' * depth + describe(n) for depth, n in walk(fresh(node)))


class Window:
    """The program's accessible and the keyboard in front of it. rows: whether the cells of tables are looked at."""

    def __init__(self, app, name='frontdesk', seconds=30.0, rows=False):
        self.with_rows = rows
        self.known = {}         # widgets that were found, by their paths, which are never used twice
        Atspi.init()
        Atspi.set_timeout(int(4000 * PATIENCE), int(15000 * PATIENCE))
        self.app = app
        self.root = wait_for('the program on the accessibility bus', lambda: self.lookup(name), seconds)
        wait_for('a window', lambda: self.frames(), seconds)
        wait_for('the window on the screen', lambda: self.xid(), seconds)

    def lookup(self, name):
        if not self.app.running():
            raise Failure('the program ended with %s\n%s' % (self.app.process.returncode, self.app.stderr()[-4000:]))
        desktop = fresh(Atspi.get_desktop(0))
        for node in children(desktop):
            if node.get_process_id() == self.app.pid or node.get_name() == name:
                return node
        return None

    def frames(self):
        return [n for n in children(fresh(self.root)) if n.get_role_name() in ('frame', 'window', 'dialog', 'alert')]

    def xid(self):
        done = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.app.pid)], capture_output=True,
                              text=True, check=False)
        return done.stdout.split()

    def titled(self):
        """The program's windows but for tooltips, which come and go by themselves and have no title."""
        done = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(self.app.pid), '--name', '.'],
                              capture_output=True, text=True, check=False)
        return set(done.stdout.split())

    # Finding

    def node(self, tree, item):
        """The widget of an item, to ask it more or to press it; what has moved or gone since is not there."""
        if item.path == ROOT:
            return fresh(self.root)
        if item.path not in self.known:
            parent = self.node(tree, tree.items[item.parent])
            node = parent.get_child_at_index(item.index)
            if node is None or node.path != item.path:          # below a page of a stack, which is no widget
                self.known.update((n.path, n) for page in children(parent) for n in [page, *children(page)])
            else:
                self.known[item.path] = node
            if item.path not in self.known:
                raise LookupError('%s %s has gone' % (item.role, item.name))
        return fresh(self.known[item.path])

    def look(self, fits, inside=None, only_shown=True, backwards=False, states=False, named=None):
        """The widgets below and with `inside` whose item fits, one by one. GTK 4.8 says SHOWING of windows only; what has a
        place and is not hidden counts as shown."""
        tree = Tree(self.root.app.bus_name, self.with_rows, states, named)
        for item in tree.walk(inside.path if inside else ROOT, backwards):
            if fits(item):
                try:
                    node = self.node(tree, item)
                    if not only_shown or shown(node):
                        yield node
                except NOT_THERE:
                    continue

    def matches(self, role=None, name=None, inside=None, only_shown=True, match=None):
        roles = (role,) if isinstance(role, str) else role
        return self.look(lambda item: (not roles or item.role in roles)
                         and (name is None or name in (item.name, plain(item.name)))
                         and (match is None or re.search(match, item.name)), inside, only_shown, named=roles or None)

    def find_all(self, role=None, name=None, inside=None, only_shown=True, match=None):
        return list(self.matches(role, name, inside, only_shown, match))

    def find(self, role=None, name=None, inside=None, seconds=10.0, only_shown=True, match=None):
        """The first such widget, waited for."""
        return wait_for('%s %s' % (role or 'a widget', name or match or ''), lambda: next(self.matches(
            role, name, inside, only_shown, match), None), seconds)

    def button(self, name, **more):
        return self.find(BUTTONS, name, **more)

    def arrow(self, name, seconds=10.0):
        """The arrow of a split button: around it stands a node of the same name with nothing to press."""
        return wait_for('the arrow ' + name, lambda: [n for n in self.find_all(BUTTONS, name)
                                                      if has_state(n, 'focusable')], seconds)[0]

    def entry(self, name=None, **more):
        return self.find(ENTRIES, name, **more)

    def missing(self, role=None, name=None, inside=None, seconds=10.0, match=None):
        """Waits until no such widget is shown."""
        wait_for('the end of %s %s' % (role or 'a widget', name or match or ''),
                 lambda: next(self.matches(role, name, inside, match=match), None) is None, seconds)

    def says(self, pattern, inside=None, seconds=10.0, backwards=False):
        """Waits until some shown widget's name or text matches, and returns it."""
        def fits(item):
            return re.search(pattern, item.name) or not item.name and item.count == 0 or item.role in ENTRIES

        def hit():
            for node in self.look(fits, inside, backwards=backwards):
                try:
                    if re.search(pattern, node.get_name() or '') or re.search(pattern, text_of(node)):
                        return node
                except GLib.Error:
                    continue
            return None
        return wait_for('the words %r' % pattern, hit, seconds)

    def toast(self, pattern):
        """Waits until a toast says so or has such a button. It goes after five seconds, less than a walk through a long
        page may take on a busy machine: the walk begins where toasts are."""
        return self.says(pattern, backwards=True)

    def focused(self):
        """The widget with the keyboard, or None."""
        return next(self.look(lambda i: i.has('focused') and i.role not in ('frame', 'application'), only_shown=False,
                              states=True, named=()), None)

    def wait_focus(self, role=None, name=None, seconds=10.0):
        roles = (role,) if isinstance(role, str) else role

        def hit():
            node = self.focused()
            return node if node is not None and (not roles or node.get_role_name() in roles) \
                and (name is None or name in (node.get_name(), plain_name(node))) else None
        return wait_for('the focus on %s %s' % (role or '', name or ''), hit, seconds)

    # Doing

    def press(self, node, action=0):
        """Once, without looking at what follows."""
        if not node.get_action_iface() or Atspi.Action.get_n_actions(node) <= action:
            raise Failure('nothing to press on ' + describe(node))
        Atspi.Action.do_action(node, action)

    def click(self, node, until, what=None, seconds=15.0):
        """Presses until the effect is seen, again every two seconds: only for what does no harm when done twice."""
        end, again = time.monotonic() + seconds * PATIENCE, 0.0
        while True:
            if time.monotonic() >= again:
                self.press(node)
                again = time.monotonic() + 2.0 * PATIENCE
            try:
                value = until()
            except NOT_THERE:
                value = None
            if value:
                return value
            if time.monotonic() > end:
                raise Failure('pressing %s did nothing: %s' % (describe(node), what or 'no effect'))
            time.sleep(0.05)

    def keys(self, *names):
        """Real keys one after another, in xdotool's names: ctrl+k, Down, alt+2, Return."""
        subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '40'] + list(names), check=True)

    def tab_to(self, node, most=40):
        """Real Tabs until a widget has the keyboard."""
        for _ in range(most):
            before = self.focused()
            if has_state(fresh(node), 'focused'):
                return
            self.keys('Tab')
            wait_for('the focus to go on', lambda last=before: last is None or not has_state(fresh(last), 'focused'))
        raise Failure('never had the focus: ' + describe(node))

    def pane(self, title):
        """Goes to a pane by its place in the sidebar, with the key of that place."""
        def place():
            for panes in self.find_all('list', say('Panes')):
                names = [node.get_name() for node in children(panes)]
                if say(title) in names:
                    return 1 + names.index(say(title))
            return None
        self.keys('alt+%d' % wait_for('the pane ' + title, place, 60))

    def type(self, words):
        """Real keys for ASCII; anything else comes through the clipboard, as an input method would commit it whole."""
        if words.isascii():
            subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '40', words], check=True)
        else:
            self.paste(words)

    def paste(self, words):
        subprocess.run(['xclip', '-selection', 'clipboard'], input=words, text=True, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.keys('ctrl+v')

    def fill(self, node, words):
        """Puts words into a field at once and waits until they stand there."""
        if not node.get_editable_text_iface():
            raise Failure('not a field: ' + describe(node))
        Atspi.EditableText.set_text_contents(node, words)
        wait_for('%r in the field' % words, lambda: text_of(fresh(node)) == words)

    def choose_file(self, ask, path, save=False, said=None):
        """Types a path into the desktop's own chooser, which does not stand in the tree of widgets; ask () opens it.
        said: what the window says of it, looked for at once, as a toast goes after five seconds."""
        before = self.titled()
        ask()
        chooser = wait_for('the chooser', lambda: self.titled() - before)
        self.settle()
        if not save:
            self.keys('ctrl+l')
            self.settle()
        self.keys('ctrl+a')
        self.type(path)
        self.settle()
        self.keys('Return')
        if said:
            self.toast(said)
        wait_for('the end of the chooser', lambda: not chooser & self.titled())

    def picture(self):
        """The whole screen as pixels, to compare or keep."""
        return subprocess.run(['import', '-silent', '-window', 'root', 'rgb:-'], capture_output=True, check=True).stdout

    def settle(self, seconds=4.0):
        """Waits until the screen stands still: four pictures alike, less than a caret's blink and more than the delay of
        a filter entry."""
        end, before, alike = time.monotonic() + seconds * PATIENCE, self.picture(), 0
        while time.monotonic() < end and alike < 3:
            time.sleep(0.12)
            after = self.picture()
            alike = alike + 1 if before == after else 0
            before = after

    def screenshot(self, path):
        """The whole screen, as a person sees it, once it stands still."""
        self.settle()
        subprocess.run(['import', '-silent', '-window', 'root', path], check=True)
        return path

    # Judging

    def unnamed(self, inside=None):
        """Focusable widgets without a name: what a screen reader would call nothing."""
        return [describe(n) for n in self.focusable(inside, lambda i: not i.name.strip() or CLASS_NAME.match(i.name))
                if not self.is_named(n)]

    def focusable(self, inside=None, fits=lambda item: True):
        """Shown widgets below and with `inside` that can have the keyboard themselves. What a drop-down is made of has
        the drop-down's name."""
        within = set()

        def wanted(item):
            if item.parent in within or item.role == 'combo box' and item.name.strip() and not CLASS_NAME.match(item.name):
                within.add(item.path)
                if item.parent in within:
                    return False
            return item.has('focusable') and item.role not in CARRIERS and fits(item)
        return self.look(wanted, inside, states=True)

    @staticmethod
    def is_named(node):
        """Whether it has a name, or a label that names it; GTK lets a button's picture name it, which says nothing."""
        try:
            names = [node.get_name() or '']
            for relation in node.get_relation_set() or []:
                if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                    names += [relation.get_target(i).get_name() or '' for i in range(relation.get_n_targets())]
        except GLib.Error:
            return True         # gone while it was looked at
        return any(n.strip() and not CLASS_NAME.match(n) for n in names)
