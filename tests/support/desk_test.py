# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the test_… functions of a window test one after another in one private desktop and prints TAP. A failure leaves
a picture of the screen, the tree of widgets and the program's standard error beside the log.

    from desk_test import main, same
    def test_search_finds_a_room (session): …
    main (globals ())
"""
import os
import subprocess
import sys
import traceback

from desk_session import LEAKED, BUILD, Session

OUT = os.environ.get('DESK_TEST_OUT') or os.path.join(BUILD, 'meson-logs', 'window')


def same(found, expected, what=''):
    if found != expected:
        raise AssertionError('%s: found %r, expected %r' % (what or 'value', found, expected))


def report(session, name):
    """What can still be seen after a failure, into files named by the test."""
    os.makedirs(OUT, exist_ok=True)
    stem = os.path.join(OUT, '%s-%s-%s' % (os.path.basename(sys.argv[0])[:-3], name, session.language))
    import desk_a11y
    try:
        subprocess.run(['import', '-silent', '-window', 'root', stem + '.png'], check=False)
        for app in session.apps:
            if app.running():
                with open(stem + '.tree', 'w', encoding='utf-8') as stream:
                    stream.write(desk_a11y.dump(desk_a11y.Window(app, seconds=2).root))
            print('# standard error: ' + app.stderr()[-3000:].replace('\n', '\n# '))
        print('# see %s.png and .tree' % stem)
    except Exception as error:                  # a report must never hide the failure it reports
        print('# no report: %s' % error)


def run_one(name, function):
    """One test in its own desktop; the accessibility library allows one a process."""
    with Session() as session:
        try:
            function(session)
            for app in session.apps:
                if app.running():
                    app.quit()
                elif app.process.returncode in (0, LEAKED):
                    app.check()
            return 0
        except Exception:
            print('# ' + traceback.format_exc().rstrip().replace('\n', '\n# '))
            report(session, name)
            return 1


def main(names, skip=None):
    """The tests of a script, each in a process of its own; with names as arguments only those."""
    tests = {n: f for n, f in names.items() if n.startswith('test_') and callable(f)}
    if skip:
        print('1..0 # SKIP ' + skip)
        sys.exit(0)
    if sys.argv[1:2] == ['--one']:
        sys.exit(run_one(sys.argv[2], tests[sys.argv[2]]))
    wanted = sys.argv[1:] or list(tests)
    print('1..%d' % len(wanted), flush=True)
    failed = 0
    for number, name in enumerate(wanted, 1):
        status = subprocess.run([sys.executable, sys.argv[0], '--one', name], check=False).returncode
        failed += status != 0
        print('%s %d %s' % ('not ok' if status else 'ok', number, name), flush=True)
    sys.exit(1 if failed else 0)
