# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program itself says of its commands and options."""

import os
import re
import subprocess

PROGRAM = os.environ['ANNALS_PROGRAM']
COMMANDS = ('export', 'check', 'date')
# "  -o, --output=OUT": short, long, value.
PATTERN = re.compile(r'^ +(?:-(\w), )?--([a-z-]+)(?:=(\S+))?', re.M)


def say(*arguments, **environment):
    """What the program prints, in English unless ENVIRONMENT says otherwise."""
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False,
                          env={**os.environ, **environment}).stdout


def listed(command):
    """The options that a command lists: (short, long, value)."""
    return set(PATTERN.findall(say(command, '--help')))


def commands():
    """The commands that the program lists."""
    block = say('--help').partition('Commands:\n')[2].partition('\n\n')[0]
    return re.findall(r'^  ([a-z]+) ', block, re.M)
