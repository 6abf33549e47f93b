# SPDX-License-Identifier: GPL-3.0-or-later
"""Completion in the shells: whether it offers what the program takes, and the right files."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import options
from tap import Skip, run, test

FOLDER = os.path.join(os.environ['ANNALS_SOURCE'], 'data', 'completions')
FILES = ('a.annals.xml', 'b.txt', 'c.HTML', 'd.png', 'e.svg', 'f.odt', 'with space.txt')
HOME = tempfile.TemporaryDirectory(prefix='annals-completion-')
os.mkdir(os.path.join(HOME.name, 'folder'))
for each in FILES:
    with open(os.path.join(HOME.name, each), 'wb'):
        pass
ENVIRONMENT = {**os.environ, 'HOME': HOME.name,
               'PATH': f'{os.path.dirname(options.PROGRAM)}:{os.environ["PATH"]}'}

BASH = '''
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_annals
[ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
'''


def bash(*words):
    """What bash offers for the last of the words."""
    done = subprocess.run(['bash', '--norc', '-c', BASH, 'bash',
                           os.path.join(FOLDER, 'annals.bash'), *words],
                          capture_output=True, text=True, check=True, cwd=HOME.name,
                          env=ENVIRONMENT)
    assert done.stderr == '', done.stderr
    return set(done.stdout.splitlines())


def fish(line):
    """What fish offers at the end of the line."""
    if not shutil.which('fish'):
        raise Skip('fish is not installed')
    script = f'source {FOLDER}/annals.fish; complete -C {line!r}'
    said = subprocess.run(['fish', '--no-config', '-c', script], capture_output=True, text=True,
                          check=True, cwd=HOME.name, env=ENVIRONMENT).stdout
    return {offer.partition('\t')[0] for offer in said.splitlines()}


def themes():
    """The themes that the program takes, from what it says of one that it does not."""
    said = subprocess.run([options.PROGRAM, 'export', '-o', f'{HOME.name}/x.svg', '--theme', '?'],
                          capture_output=True, text=True, check=False, env=ENVIRONMENT).stderr
    return set(re.findall(r'[a-z-]+', said.partition('give ')[2])) - {'or'}


@test
def commands():
    """The commands are offered first, with files."""
    assert bash('annals', '') == {*options.commands(), 'a.annals.xml', 'b.txt', 'c.HTML',
                                  'with space.txt', 'folder'}
    assert bash('annals', 'ex') == {'export'}
    assert bash('annals', 'help', '') == set(options.COMMANDS)
    assert bash('annals', '--') == {'--help', '--version'}


@test
def options_of_commands():
    """Every option is offered, and one that takes a value with its sign."""
    for command in options.COMMANDS:
        listed = {f'--{name}{"=" if value else ""}' for _, name, value in options.listed(command)}
        assert len(listed) > 2 and bash('annals', command, '--') == listed


@test
def values_are_known():
    """No option that takes a value is without a rule of its own in bash."""
    for command in options.COMMANDS:
        for _, name, value in options.listed(command):
            if value:
                assert 'a.annals.xml' not in bash('annals', command, f'--{name}', '') \
                    or name in ('source',), f'--{name} is offered documents as values'


@test
def values():
    """Themes are those that the program takes, and every size offered is one."""
    assert len(themes()) == 5, themes()
    assert bash('annals', 'export', '--theme', '') == themes()
    assert bash('annals', 'export', '--theme', '=', 'da') == {'dark', 'dark-high-contrast'}
    for how in bash('annals', 'check', '--within', ''):
        done = subprocess.run([options.PROGRAM, 'check', '--range', '1970', '--within', how],
                              capture_output=True, text=True, check=False, env=ENVIRONMENT)
        assert done.returncode == 0, f'{how}: {done.stderr}'
    assert bash('annals', 'export', '--within', 'p') == {'possible'}
    assert bash('annals', 'date', '--locale', 'POS') == {'POSIX'}
    for size in bash('annals', 'export', '--size', ''):
        out = os.path.join(HOME.name, 'size.svg')
        done = subprocess.run([options.PROGRAM, 'export', '-o', out, '--size', size],
                              capture_output=True, text=True, check=False, env=ENVIRONMENT)
        assert done.returncode == 0, f'{size}: {done.stderr}'
        os.remove(out)


@test
def files_by_ending():
    """Pictures are offered for the output, texts for the source, documents for the rest."""
    assert bash('annals', 'export', '-o', '') == {'d.png', 'e.svg', 'folder'}
    assert bash('annals', 'export', '--output', '=', 'd') == {'d.png'}
    assert bash('annals', 'check', '--source', 'b') == {'b.txt'}
    assert bash('annals', 'check', 'w') == {'with space.txt'}
    assert bash('annals', 'a') == {'a.annals.xml'}


@test
def in_fish():
    """fish offers the same options and themes."""
    for command in options.COMMANDS:
        listed = {f'--{name}' for _, name, _ in options.listed(command)}
        assert fish(f'annals {command} --') == listed
    assert fish('annals export --theme ') == themes()
    assert fish('annals check --within ') == {'certain', 'possible', 'overlapping'}
    assert 'export' in fish('annals e')


@test
def in_zsh():
    """zsh reads its file, whose themes and sizes are those of bash."""
    with open(os.path.join(FOLDER, '_annals'), encoding='utf-8') as file:
        text = file.read()
    for name in ('theme', 'size', 'within'):
        offered = re.search(rf"--{name}\) echo '\((.*)\)'", text)[1]
        assert set(offered.split()) == bash('annals', 'export', f'--{name}', '')
    if not shutil.which('zsh'):
        raise Skip('zsh is not installed')
    subprocess.run(['zsh', '-n', os.path.join(FOLDER, '_annals')], check=True)


sys.exit(0 if run() else 1)
