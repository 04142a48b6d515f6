# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of one's own for one test: an X server without a screen, a window manager, a message bus, accessibility,
and folders that vanish afterwards; in it the program, started and ended like a person would, its standard error kept.

    with Session(language='zh_CN') as session:
        app = session.start('--store', path)
        …
        app.quit()          # asks it to end, waits, fails on a bad exit or on unknown lines of standard error

As a command it runs another one inside such a desktop: desk_session.py [--language zh_CN|en] COMMAND [ARGUMENT…]
"""
import contextlib
import fcntl
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.abspath(os.path.join(HERE, '..', '..'))
BUILD = os.environ.get('DESK_BUILD') or os.path.join(SOURCE, 'build')
SIZE = (1366, 768)
DEMO_DAY = '2026-11-20'      # the day of the pictures
BUS = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:tmpdir=%(folder)s</listen><auth>EXTERNAL</auth>
<servicedir>%(folder)s/services</servicedir><policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
'''
LOCALES = {'zh_CN': ('zh_CN.UTF-8', 'zh_CN:en'), 'en': ('C.UTF-8', 'en')}
# A sanitizer build is several times slower; nothing waits a fixed time, only at most so long.
PATIENCE = float(os.environ.get('DESK_PATIENCE', '1'))


class Failure(AssertionError):
    """What a test says when the window does not do what it should."""


# What a condition raises when what it looks at is not there yet, or went away while it was asked (GLib.Error).
NOT_THERE = (LookupError, RuntimeError)


def wait_for(what, condition, seconds=15.0, pause=0.05):
    """Polls until condition () is true and returns its value; `what` names it in the failure. Half of the time at least is
    left to what is waited for: to look costs the program more than it costs us."""
    end = time.monotonic() + seconds * PATIENCE
    while True:
        began = time.monotonic()
        try:
            value = condition()
        except NOT_THERE as error:
            value, what = None, '%s (%s)' % (what.split(' (')[0], error)
        if value:
            return value
        if time.monotonic() > end:
            raise Failure('did not come: ' + what)
        time.sleep(max(pause, time.monotonic() - began))


def allowed_lines():
    """(name, pattern) of the lines that may stand on standard error, from stderr.allow."""
    with open(os.path.join(HERE, 'stderr.allow'), encoding='utf-8') as stream:
        for text in stream:
            if text.strip() and not text.startswith('#'):
                name, _, pattern = text.strip().partition(' ')
                yield name, re.compile(pattern.strip())


# GLib lets go of its old table of 2,048 quarks on purpose when it needs a second (quark_new in gquark.c, always 16 KiB). Its
# place is known by size and by g_malloc alone: whole stacks would name it, but made these tests thirteen times slower.
LOST_QUARKS = re.compile(r"""=+
==\d+==ERROR: LeakSanitizer: detected memory leaks

Direct leak of 16384 byte\(s\) in 1 object\(s\) allocated from:
    #0 \S+ in __interceptor_malloc \S+
    #1 \S+ in g_malloc \(\S*libglib-2\.0\.so\S*\)

SUMMARY: AddressSanitizer: 16384 byte\(s\) leaked in 1 allocation\(s\)\.
""")
LEAKED = 86             # the exit code that ASAN_OPTIONS gives to a leak


class App:
    """One run of the program."""

    def __init__(self, command, env, folder):
        self.errors = tempfile.NamedTemporaryFile(dir=folder, prefix='stderr-', delete=False)
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=self.errors,
                                        stdin=subprocess.DEVNULL, start_new_session=True)
        self.pid = self.process.pid

    def stderr(self):
        with open(self.errors.name, encoding='utf-8', errors='replace') as stream:
            return stream.read()

    def unknown_lines(self):
        """Lines of standard error that no entry of stderr.allow explains."""
        known = list(allowed_lines())
        return [l for l in LOST_QUARKS.sub('', self.stderr()).split('\n') if l.strip() and not any(p.search(l) for _, p in known)]

    def running(self):
        return self.process.poll() is None

    def wait(self, seconds=20.0):
        try:
            return self.process.wait(seconds * PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failure('the program did not end in time') from None

    def check(self, expected=0):
        """After its end: the exit status, and a clean standard error."""
        status = self.process.returncode
        lines = self.unknown_lines()
        if status == LEAKED and not lines:
            status = 0                          # nothing was lost but the quarks
        if status != expected:
            raise Failure('the program ended with %s\n%s' % (status, self.stderr()[-4000:]))
        if lines:
            raise Failure('unknown lines on standard error:\n' + '\n'.join(lines[:40]))

    def bus_name(self):
        """Its name on the bus: the application's, or that of the instance for another store."""
        def ask(method, *arguments):
            return subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/',
                                   '--method', 'org.freedesktop.DBus.' + method] + list(arguments),
                                  capture_output=True, text=True, check=False).stdout
        for name in re.findall(r"'(org\.frontdesk\.Frontdesk[\w.]*)'", ask('ListNames')):
            if re.search(r'\b%d\b' % self.pid, ask('GetConnectionUnixProcessID', name)):
                return name
        return None

    def activate(self, action, parameter='[]'):
        """Activates an action of the application, as a menu does."""
        name = wait_for('the program on the bus', self.bus_name)
        subprocess.run(['gdbus', 'call', '--session', '--dest', name, '--object-path', '/' + name.replace('.', '/'),
                        '--method', 'org.gtk.Actions.Activate', action, parameter, '{}'],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    def quit(self):
        """Ends it the way its menu does, then checks."""
        if self.running():
            self.activate('quit')
            self.wait()
        self.check()

    def kill(self):
        """As a power cut would: no last words."""
        if self.running():
            os.killpg(self.pid, signal.SIGKILL)
            self.process.wait()


class Session:
    def __init__(self, language=None, size=SIZE, manager=True, keep=False):
        self.language = language or os.environ.get('DESK_LANGUAGE', 'zh_CN')
        self.size, self.manager, self.keep = size, manager, keep
        self.started, self.apps, self.env = [], [], {}

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='desk-')
        try:
            self.make_folders()
            self.start_display()
            self.start_bus()
            if self.manager:
                self.start_manager()
        except BaseException:
            self.close()
            raise
        os.environ.update(self.env)             # this process drives the desktop: it must see it too
        for name in self.gone:
            os.environ.pop(name, None)
        return self

    def __exit__(self, kind, value, trace):
        self.close()

    gone = ('WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS', 'DESKTOP_SESSION', 'LC_ALL', 'LC_MESSAGES', 'G_MESSAGES_DEBUG')

    def make_folders(self):
        folders = {'HOME': 'home', 'XDG_RUNTIME_DIR': 'run', 'XDG_CONFIG_HOME': 'config', 'XDG_CACHE_HOME': 'cache',
                   'XDG_DATA_HOME': 'data', 'XDG_STATE_HOME': 'state'}
        for name, folder in folders.items():
            self.env[name] = os.path.join(self.folder, folder)
            os.makedirs(self.env[name], mode=0o700)
        lang, languages = LOCALES[self.language]
        self.env.update({
            'LANG': lang, 'LANGUAGE': languages, 'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'atspi',
            'GDK_DEBUG': 'gl-disable', 'GDK_DISABLE': 'gl', 'GSETTINGS_BACKEND': 'keyfile', 'GTK_USE_PORTAL': '0',
            'GIO_USE_VFS': 'local', 'G_DEBUG': 'fatal-criticals', 'XDG_CURRENT_DESKTOP': 'X-Test', 'NO_AT_BRIDGE': '',
            'GSETTINGS_SCHEMA_DIR': os.path.join(BUILD, 'data'), 'FRONTDESK_LOCALE_DIR': os.path.join(BUILD, 'po'),
            'TZ': 'Asia/Shanghai',
        })

    def start_display(self):
        read, write = os.pipe()
        self.run(['Xvfb', '-displayfd', str(write), '-screen', '0', '%dx%dx24' % self.size, '-nolisten', 'tcp', '-noreset'],
                 pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as stream:
            number = stream.readline().strip()
        if not number:
            raise Failure('Xvfb did not start')
        self.env['DISPLAY'] = ':' + number

    def start_bus(self):
        """A bus that starts accessibility and nothing else that happens to be installed on this machine."""
        os.makedirs(self.path('services'))
        for name in ('org.a11y.Bus.service',):
            os.symlink(os.path.join('/usr/share/dbus-1/services', name), self.path('services', name))
        with open(self.path('bus.conf'), 'w', encoding='utf-8') as stream:
            stream.write(BUS % {'folder': self.folder})
        bus = self.run(['dbus-daemon', '--config-file=' + self.path('bus.conf'), '--nofork', '--print-address=1'],
                       stdout=subprocess.PIPE)
        self.env['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().decode().strip()
        # Asking for its address starts the accessibility bus.
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus',
                        '--method', 'org.a11y.Bus.GetAddress'], env=self.full_env(), stdout=subprocess.DEVNULL, check=True)

    def offer_service(self, name, *command, package=''):
        """Has the bus start the command when somebody calls the name, as an installed service file does. Several packages
        may offer the same name: the bus takes one of them."""
        with open(self.path('services', package + name + '.service'), 'w', encoding='utf-8') as stream:
            stream.write('[D-BUS Service]\nName=%s\nExec=%s\n' % (name, ' '.join(command)))
        self.call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.ReloadConfig')

    def call(self, name, path, method, *arguments):
        """Calls a method on the bus; its answer as gdbus prints it, None when it fails."""
        done = subprocess.run(['gdbus', 'call', '--session', '--dest', name, '--object-path', path, '--method', method]
                              + list(arguments), env=self.full_env(), capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else None

    def start_manager(self):
        self.run(['openbox', '--sm-disable'])
        wait_for('the window manager', lambda: subprocess.run(
            ['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], env=self.full_env(), capture_output=True,
            text=True, check=False).stdout.find('window id') > 0)

    def full_env(self, **more):
        env = {k: v for k, v in os.environ.items() if k not in self.gone}
        env.update(self.env)
        env.update(more)
        return env

    def run(self, command, stdout=subprocess.DEVNULL, **more):
        """Starts a helper that lives as long as the session."""
        process = subprocess.Popen(command, env=self.full_env(), stdout=stdout, stderr=subprocess.DEVNULL,
                                   stdin=subprocess.DEVNULL, start_new_session=True, **more)
        self.started.append(process)
        return process

    def program(self, name='frontdesk'):
        folder = {'frontdesk': 'gui', 'frontdeskctl': 'cli'}[name]
        return os.environ.get('DESK_' + name.upper()) or os.path.join(BUILD, 'src', folder, name)

    def demo(self, name='demo.frontdesk', sign_in=False, day=DEMO_DAY):
        """A copy of the demonstration at the scale of a desk, for this session only. It is made once a build and day;
        nobody holds it open when it is copied. Unless sign_in is wanted nobody has a PIN: its administrator is at the desk."""
        kept = os.path.join(BUILD, 'demo', 'desk-1-%s.frontdesk' % day)
        os.makedirs(os.path.dirname(kept), exist_ok=True)
        with open(kept + '.turn', 'w', encoding='ascii') as turn:       # tests run beside each other: one of them makes it
            fcntl.flock(turn, fcntl.LOCK_EX)
            self.make_demo(kept, day)
        path = self.path(name)
        shutil.copyfile(kept, path)
        os.chmod(path, 0o600)
        if not sign_in:
            with contextlib.closing(sqlite3.connect(path)) as db:
                db.execute('DELETE FROM staff_secret')
                db.commit()
                db.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        return path

    def make_demo(self, kept, day):
        program = self.program('frontdeskctl')
        if os.path.exists(kept) and os.path.getmtime(kept) >= os.path.getmtime(program):
            return
        fresh = kept + '.new'
        for end in ('', '-wal', '-shm', '.lock', '.drafts'):
            if os.path.exists(fresh + end):
                os.remove(fresh + end)
        self.ctl('--store', fresh, 'demo', '--scale', 'desk', '--seed', '1', '--today', day)
        os.replace(fresh, kept)

    def setting(self, name, value):
        """Sets a key of the window's settings, in GVariant's words, before the program starts: 'true', "'zh_CN'"."""
        path = self.path('config', 'glib-2.0', 'settings', 'keyfile')
        os.makedirs(os.path.dirname(path), exist_ok=True)
        lines = open(path, encoding='utf-8').read().split('\n') if os.path.exists(path) else ['[org/frontdesk/Frontdesk]']
        lines = [l for l in lines if l and not l.startswith(name + '=')]
        lines.insert(lines.index('[org/frontdesk/Frontdesk]') + 1, '%s=%s' % (name, value))
        with open(path, 'w', encoding='utf-8') as stream:
            stream.write('\n'.join(lines) + '\n')

    def start(self, *arguments, **env):
        """Starts the program; its window is looked for by the driver (desk_a11y.Window)."""
        app = App([self.program()] + list(arguments), self.full_env(**env), self.folder)
        self.apps.append(app)
        return app

    def ctl(self, *arguments, status=0):
        """Runs frontdeskctl to its end and returns its output; any other exit status (one, or several) fails."""
        done = subprocess.run([self.program('frontdeskctl')] + list(arguments), env=self.full_env(), capture_output=True,
                              text=True, check=False)
        if done.returncode not in (status if isinstance(status, tuple) else (status,)):
            raise Failure('frontdeskctl %s: %d\n%s' % (' '.join(arguments), done.returncode, done.stderr))
        return done.stdout

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def close(self):
        for app in self.apps:
            app.kill()
        for process in reversed(self.started):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            if process.stdout:
                process.stdout.close()
        if not self.keep:
            shutil.rmtree(self.folder, ignore_errors=True)


def main(arguments):
    language = None
    if arguments[:1] == ['--language']:
        language, arguments = arguments[1], arguments[2:]
    if not arguments:
        sys.exit('desk_session.py [--language zh_CN|en] COMMAND [ARGUMENT…]')
    with Session(language) as session:
        return subprocess.run(arguments, env=session.full_env(), check=False).returncode


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
