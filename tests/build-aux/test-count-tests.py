# SPDX-License-Identifier: GPL-3.0-or-later
"""The count of test cases: what it makes of the logs of a run."""

import json
import os
import subprocess
import sys
import tempfile

from tap import run, test

TOOL = os.path.join(os.environ['ANNALS_SOURCE'], 'build-aux', 'count-tests')


def count(results, cases):
    """The tool's status, counts and words for programs with these results, and the <testcase>s of
    the first of them."""
    with tempfile.TemporaryDirectory(prefix='annals-count-') as build:
        logs = os.path.join(build, 'meson-logs')
        os.makedirs(logs)
        with open(os.path.join(logs, 'testlog.json'), 'w', encoding='utf-8') as file:
            for name, result in results:
                print(json.dumps({'name': name, 'result': result}), file=file)
        if cases is not None:
            with open(os.path.join(logs, 'testlog.junit.xml'), 'w', encoding='utf-8') as file:
                file.write(f'<testsuites><testsuite name="a">{cases}</testsuite></testsuites>')
        done = subprocess.run([sys.executable, TOOL, build], capture_output=True, text=True,
                              timeout=60, check=False)
    return done.returncode, done.stdout.strip(), done.stderr


def case(name, content=''):
    return f'<testcase name="{name}" classname="annals.a / one">{content}</testcase>'


def expect(got, wanted):
    assert got == wanted, f'{got!r} instead of {wanted!r}'


@test
def cases():
    """Cases are counted one by one, and a program without cases as one."""
    told = (case('/a') + case('/b') + case('/c', '<failure/>')
            + case('/d', '<skipped/><system-out>no display</system-out>'))
    status, counts, words = count([('a / one', 'FAIL'), ('a / two', 'OK')], told)
    expect((status, counts), (0, '3 1 1'))
    assert 'failed: a / one: /c' in words and 'no display' in words, words


@test
def crash():
    """A program that ends badly without naming a case that failed is one failure."""
    status, counts, words = count([('a / one', 'TIMEOUT')], case('/a'))
    expect((status, counts), (0, '1 1 0'))
    assert 'failed: a / one: TIMEOUT' in words, words


@test
def control_characters():
    """A test may print what no XML may hold."""
    told = case('/a', '<system-out># a\x1eb\x00\x07</system-out>')
    expect(count([('a / one', 'OK')], told)[:2], (0, '1 0 0'))


@test
def nothing():
    """A run that left no log is no success."""
    status, counts, words = count([('a / one', 'OK')], None)
    expect((status, counts), (1, ''))
    assert 'no test run to count' in words, words


sys.exit(0 if run() else 1)
