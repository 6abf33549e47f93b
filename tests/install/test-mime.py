# SPDX-License-Identifier: GPL-3.0-or-later
"""The MIME type: whether the system knows documents by it, and takes nothing else for them."""

import os
import shutil
import subprocess
import sys
import tempfile

from tap import run, skip_all, test

SOURCE = os.environ['ANNALS_SOURCE']
BUILD = os.environ['ANNALS_BUILD']
ID = 'io.github.annals_app.Annals'
BUNDLED = os.path.join(SOURCE, 'data', 'documents', 'konishi-2004.annals.xml')

OWN = 'application/x-annals+xml'
TEI = 'application/tei+xml'
TEI_FILE = b'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>\n'
# name, content, its type; a name without an ending is told by the content alone.
FILES = (
    ('a.annals.xml', TEI_FILE, OWN),
    ('A.ANNALS.XML', TEI_FILE, OWN),
    ('broken.annals.xml', b'no XML at all', OWN),
    ('a.tei', TEI_FILE, TEI),
    ('tei-without-an-ending', TEI_FILE, TEI),
    ('plain.xml', TEI_FILE, 'application/xml'),
    ('page.html', b'<!doctype html><p>TEI', 'text/html'),
    ('svg', b'<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'),
    ('annals.txt', b'<TEI is a word here', 'text/plain'),
    ('annals', b'Words about annals', 'text/plain'),
)

for tool in ('update-mime-database', 'gio'):
    if not shutil.which(tool):
        skip_all(f'{tool} is not installed')

HOME = tempfile.TemporaryDirectory(prefix='annals-mime-')
DATA = os.path.join(HOME.name, 'share')
os.makedirs(os.path.join(DATA, 'mime', 'packages'))
shutil.copy(os.path.join(BUILD, 'data', f'{ID}.xml'), os.path.join(DATA, 'mime', 'packages'))
UPDATED = subprocess.run(['update-mime-database', os.path.join(DATA, 'mime')],
                         capture_output=True, text=True, check=False,
                         env={**os.environ, 'XDG_DATA_DIRS': f'{DATA}:/usr/local/share:/usr/share'})


def ask(path, attribute):
    """What GIO says of a file where the type is installed."""
    said = subprocess.run(['gio', 'info', '-a', attribute, path], capture_output=True, text=True,
                          check=True, env={**os.environ, 'XDG_DATA_HOME': DATA}).stdout
    return next(line.split(':: ')[-1].split(': ', 1)[1] for line in said.splitlines()
                if f' {attribute}: ' in line)


@test
def accepted():
    """update-mime-database takes the package and has nothing to complain of but its folder."""
    assert UPDATED.returncode == 0, UPDATED.stderr
    complaints = [line for line in UPDATED.stderr.splitlines() if ID in line]
    assert complaints == [], UPDATED.stderr
    assert os.path.exists(os.path.join(DATA, 'mime', 'application', 'x-annals+xml.xml'))


@test
def types_of_files():
    """Each file has the type that its name, or else its content, tells."""
    for name, content, expected in FILES:
        path = os.path.join(HOME.name, name)
        with open(path, 'wb') as file:
            file.write(content)
        assert (found := ask(path, 'standard::content-type')) == expected, \
            f'{name} is {found}, not {expected}'


@test
def bundled_document():
    """The document that comes with the program has its type, and its icons are looked for."""
    assert ask(BUNDLED, 'standard::content-type') == OWN
    icons = ask(BUNDLED, 'standard::icon').split(', ')
    assert icons[0] == f'{ID}-document', icons
    assert f'{ID}-document-symbolic' in icons, icons


@test
def tei_above_it():
    """A document is TEI, and TEI is XML, so that programs for those open it."""
    with open(os.path.join(DATA, 'mime', 'subclasses'), encoding='utf-8') as file:
        assert {f'{OWN} {TEI}', f'{TEI} application/xml'} <= set(file.read().splitlines())


@test
def desktop_entry_takes_it():
    """The desktop entry names every type that the package defines."""
    with open(os.path.join(BUILD, 'data', f'{ID}.desktop'), encoding='utf-8') as file:
        line = next(line for line in file if line.startswith('MimeType='))
    assert {OWN, TEI} <= set(line.strip()[len('MimeType='):].split(';'))


sys.exit(0 if run() else 1)
