# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories and how they are told: a story is a script with functions marked by @test; run() calls
them one after another and prints TAP.
"""

import os
import sys
import traceback

SUITE = os.path.basename(os.path.dirname(os.path.abspath(sys.argv[0])))
STORY = os.path.splitext(os.path.basename(sys.argv[0]))[0].removeprefix('test-')


class Skip(Exception):
    """Raised by a test that cannot be run here; its text is the reason."""


class Current:
    test = ''


TESTS = []


def test(function):
    """Marks a function as a test of the story; its first line of documentation is what it claims."""
    TESTS.append(function)
    return function


def skip_all(reason):
    print(f'1..0 # SKIP {reason}', flush=True)
    sys.exit(0)


def print_comment(text):
    for line in text.splitlines():
        print(f'# {line}')


def run_test(number, function):
    Current.test = function.__name__.replace('_', '-')
    title = f'{number} /{SUITE}/{STORY}/{Current.test}'
    try:
        function()
    except Skip as reason:
        print(f'ok {title} # SKIP {reason}')
    except Exception:
        print(f'not ok {title}')
        print_comment(f'{function.__doc__}\n{traceback.format_exc()}')
        return False
    else:
        print(f'ok {title}')
    finally:
        sys.stdout.flush()
    return True


def run():
    """Runs the tests of the story, or those that the command line names; returns whether all
    passed."""
    tests = [each for each in TESTS if not sys.argv[1:] or each.__name__ in sys.argv[1:]]
    print(f'1..{len(tests)}', flush=True)
    return all([run_test(*each) for each in enumerate(tests, 1)])
