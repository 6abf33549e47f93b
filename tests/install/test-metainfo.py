# SPDX-License-Identifier: GPL-3.0-or-later
"""The metainfo: whether it agrees with the program it describes."""

import os
import struct
import sys
import xml.etree.ElementTree as tree

from tap import run, test

SOURCE = os.environ['ANNALS_SOURCE']
BUILD = os.environ['ANNALS_BUILD']
ID = 'io.github.annals_app.Annals'
ROOT = tree.parse(os.path.join(BUILD, 'data', f'{ID}.metainfo.xml')).getroot()


@test
def newest_release():
    """The newest release is this version, of this date, and says what is new."""
    newest = ROOT.find('releases/release')
    assert newest.get('version') == os.environ['ANNALS_VERSION']
    assert newest.get('date') == os.environ['ANNALS_RELEASE_DATE']
    assert len(newest.findall('description/ul/li')) >= 3


@test
def screenshots():
    """Each screenshot is in the tree and has the size that is said of it."""
    images = ROOT.findall('screenshots/screenshot/image')
    assert len(images) >= 2
    for image in images:
        path = os.path.join(SOURCE, image.text.split('/main/')[1])
        with open(path, 'rb') as file:
            size = struct.unpack('>II', file.read(24)[16:])
        assert size == (int(image.get('width')), int(image.get('height'))), f'{path} is {size}'


@test
def captions():
    """Each screenshot has a caption, and no two have the same."""
    captions_found = [caption.text for caption in ROOT.findall('screenshots/screenshot/caption')
                      if '{http://www.w3.org/XML/1998/namespace}lang' not in caption.attrib]
    assert len(set(captions_found)) == len(ROOT.findall('screenshots/screenshot'))


@test
def launchable_and_types():
    """It names the desktop entry, and only types that the desktop entry names."""
    assert ROOT.findtext('launchable') == f'{ID}.desktop'
    with open(os.path.join(BUILD, 'data', f'{ID}.desktop'), encoding='utf-8') as file:
        entry = file.read()
    for mediatype in ROOT.findall('provides/mediatype'):
        assert f'{mediatype.text};' in entry, mediatype.text


sys.exit(0 if run() else 1)
