# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page: whether it says what the program says, and is well formed."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser

import options
from tap import Skip, print_comment, run, test

PAGE = os.environ['ANNALS_MAN_PAGE']


def read_page():
    with open(PAGE, encoding='utf-8') as page:
        return page.read()


def section(title, macro):
    """The lines of a section of the page, up to the next of the same kind or of a higher one."""
    found = re.search(rf'^\.{macro} {title}\n(.*?)(?=^\.S[HS] |\Z)', read_page(), re.M | re.S)
    assert found, f'no section “{title}”'
    return found[1]


def documented(title, macro):
    """The options of a section, as options.listed() gives them: (short, long, value)."""
    plain = re.sub(r'\\f[BIR]', '', section(title, macro)).replace('\\-', '-')
    return set(options.PATTERN.findall(re.sub(r'^(--?\w)', r'  \1', plain, flags=re.M)))


@test
def options_of_the_commands():
    """Every option that a command lists is on the page, with the same value; and no other."""
    for command in options.COMMANDS:
        listed = {option for option in options.listed(command) if option[1] != 'help'}
        assert listed, f'{command} --help lists no option'
        on_page = documented(f'annals {command}', 'SS')
        assert on_page == listed, \
            f'{command}: not on the page {listed - on_page}, on the page alone {on_page - listed}'


@test
def commands():
    """Every command has a section, and no other has."""
    on_page = set(re.findall(r'^\.SS annals (\S+)$', read_page(), re.M))
    assert on_page == set(options.commands()), on_page


@test
def keys():
    """The keys of the program are on the page."""
    text = section('KEYS', 'SH') + section('Documents', 'SS')
    assert '@KEYS@' not in read_page()
    assert 'Ctrl+O' in text, text
    for line in re.findall(r'^\\fB.*', read_page().partition('.SH KEYS')[2], re.M):
        names = line.split(', ')
        assert len(names) == len(set(names)), f'a key is named twice: {line}'


@test
def version_and_date():
    """The page is of this version."""
    first = next(line for line in read_page().splitlines() if line.startswith('.TH'))
    assert os.environ['ANNALS_VERSION'] in first and os.environ['ANNALS_RELEASE_DATE'] in first


@test
def formats_without_a_warning():
    """man has nothing to complain of."""
    if not shutil.which('man') or not shutil.which('groff'):
        raise Skip('man is not installed')
    done = subprocess.run(['man', '--warnings=all', '--local-file', PAGE], capture_output=True,
                          text=True, check=True, env={**os.environ, 'MANWIDTH': '80',
                                                      'MANROFFSEQ': '', 'MANPAGER': 'cat'})
    assert done.stderr == '', done.stderr
    assert len(done.stdout.splitlines()) > 100, done.stdout


@test
def lint():
    """mandoc finds no error and nothing to warn of."""
    if not shutil.which('mandoc'):
        raise Skip('mandoc is not installed')
    done = subprocess.run(['mandoc', '-T', 'lint', '-W', 'warning', PAGE], capture_output=True,
                          text=True, check=False)
    print_comment(done.stdout)
    assert done.returncode == 0 and done.stdout == ''


@test
def page_for_the_window():
    """The page that Help opens has every section and every word of the manual page."""
    with open(os.path.join(os.path.dirname(PAGE), 'manual.html'), encoding='utf-8') as file:
        page = file.read()
    for title in re.findall(r'^\.SH (.*)', read_page(), re.M)[1:]:
        assert f'<h2>{title.capitalize()}</h2>' in page, title
    shown = re.sub(r'<[^>]*>', '', page)
    assert '\\' not in re.sub(r' \\$', '', shown, flags=re.M), 'an escape is left'
    assert 'Ctrl+Shift+P' in shown and '--no-legend' in shown
    parser = HTMLParser()
    parser.feed(page)
    assert parser.rawdata == ''


sys.exit(0 if run() else 1)
