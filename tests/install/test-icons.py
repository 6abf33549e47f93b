# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons: whether they can be drawn at every size, and the symbolic ones recoloured."""

import os
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as tree
import zlib

from tap import run, skip_all, test

THEME = os.path.join(os.environ['ANNALS_SOURCE'], 'data', 'icons', 'hicolor')
ID = 'io.github.annals_app.Annals'
FULL = (f'scalable/apps/{ID}.svg', f'scalable/mimetypes/{ID}-document.svg')
SYMBOLIC = (f'symbolic/apps/{ID}-symbolic.svg', f'symbolic/mimetypes/{ID}-document-symbolic.svg')
SIZES = (16, 24, 32, 48, 64, 128, 256)

if not shutil.which('rsvg-convert'):
    skip_all('rsvg-convert is not installed')


def unfilter(kind, row, above):
    """One row of a PNG with four bytes a pixel, as it was before its filter."""
    for i, byte in enumerate(row):
        left = row[i - 4] if i >= 4 else 0
        corner = above[i - 4] if i >= 4 else 0
        slope = left + above[i] - corner
        nearest = min((left, above[i], corner), key=lambda each: abs(slope - each))
        guess = (0, left, above[i], (left + above[i]) // 2, nearest)[kind]
        row[i] = (byte + guess) & 255
    return row


def draw(icon, size):
    """The pixels of an icon: rows of (red, green, blue, alpha)."""
    png = subprocess.run(['rsvg-convert', '-w', str(size), '-h', str(size),
                          os.path.join(THEME, icon)], capture_output=True, check=True).stdout
    width, height, depth, colour = struct.unpack('>IIBB', png[16:26])
    assert (width, height, depth, colour) == (size, size, 8, 6), 'not the PNG expected'
    data, at = b'', 8
    while at < len(png):
        length, kind = struct.unpack('>I4s', png[at:at + 8])
        data += png[at + 8:at + 8 + length] if kind == b'IDAT' else b''
        at += length + 12
    data, rows, above = bytearray(zlib.decompress(data)), [], bytearray(4 * size)
    for y in range(size):
        line = data[y * (4 * size + 1):(y + 1) * (4 * size + 1)]
        above = unfilter(line[0], line[1:], above)
        rows.append([tuple(above[i:i + 4]) for i in range(0, 4 * size, 4)])
    return rows


def edges(rows):
    """How much of the outermost rows and columns is drawn on, 0 to 1."""
    border = rows[0] + rows[-1] + [row[0] for row in rows] + [row[-1] for row in rows]
    return sum(pixel[3] for pixel in border) / (255 * len(border))


@test
def nothing_but_the_known_ones():
    """Each icon that is installed is tested here."""
    found = {os.path.relpath(os.path.join(folder, name), THEME)
             for folder, _, names in os.walk(THEME) for name in names}
    assert found == {*FULL, *SYMBOLIC}, found


@test
def draw_at_every_size():
    """At each size something is drawn, in more than a few shades where there are colours."""
    for icon in FULL + SYMBOLIC:
        for size in SIZES:
            pixels = [pixel for row in draw(icon, size) for pixel in row]
            share = sum(pixel[3] > 127 for pixel in pixels) / len(pixels)
            assert 0.2 < share < 0.9, f'{icon} at {size} covers {share:.0%}'
            if icon in FULL:
                assert len({pixel[:3] for pixel in pixels if pixel[3] == 255}) >= 5, \
                    f'{icon} at {size} has too few colours'


@test
def keep_their_distance():
    """A full icon leaves a margin on its canvas of 128, so that no size is cut."""
    for icon in FULL:
        assert edges(draw(icon, 128)) == 0, f'{icon} touches the edge'


@test
def symbolic_of_one_colour():
    """A symbolic icon is 16 by 16, of one colour and without what cannot be recoloured."""
    for icon in SYMBOLIC:
        svg = tree.parse(os.path.join(THEME, icon)).getroot()
        assert (svg.get('width'), svg.get('height'), svg.get('viewBox')) == \
            ('16', '16', '0 0 16 16'), icon
        content = tree.tostring(svg, encoding='unicode')
        assert set(re.findall(r'#[0-9a-fA-F]{3,8}', content)) == {'#2e3436'}, icon
        assert not re.search(r'gradient|stroke|opacity|style|<text|<image', content, re.I), icon
        colours = {pixel[:3] for row in draw(icon, 128) for pixel in row if pixel[3] == 255}
        assert colours == {(0x2e, 0x34, 0x36)}, colours


@test
def symbolic_on_the_grid():
    """At 16 pixels most of a symbolic icon is either drawn or not, rather than blurred."""
    for icon in SYMBOLIC:
        drawn = [pixel[3] for row in draw(icon, 16) for pixel in row if pixel[3] > 8]
        sharp = sum(alpha > 247 for alpha in drawn) / len(drawn)
        assert sharp > 0.55, f'{icon}: {sharp:.0%} is sharp'


@test
def full_without_words():
    """No icon holds text, a picture or anything from elsewhere."""
    for icon in FULL:
        with open(os.path.join(THEME, icon), encoding='utf-8') as file:
            assert not re.search(r'<text|<image|href="(?!#)', file.read()), icon


sys.exit(0 if run() else 1)
