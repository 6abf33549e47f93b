# SPDX-License-Identifier: GPL-3.0-or-later
"""A person takes the picture elsewhere: from the command line without any display, and from the
window."""

import os
import struct
import subprocess
import xml.etree.ElementTree as ElementTree

from bus import wait_still
from driver import PROGRAM, Annals, Home, key, run, type_text
from tap import test

SVG = '{http://www.w3.org/2000/svg}'
OIL_CLAUSE = 'in its dealings with OPEC when oil crises shook the early 1970s'


def read_png_size(path):
    """Width and height as the header says; the file must be whole."""
    with open(path, 'rb') as file:
        data = file.read()
    assert data[:16] == b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR', data[:16]
    assert data[-8:-4] == b'IEND', data[-12:]
    return struct.unpack('>II', data[16:24])


def run_bare(home, *words):
    """Runs the program where there is neither a display nor a session bus."""
    environment = home.environment()
    for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS'):
        environment.pop(name, None)
    return subprocess.run([PROGRAM, *words], env=environment, capture_output=True, text=True,
                          timeout=60, check=False)


def export(home, *words):
    done = run_bare(home, 'export', *words)
    assert done.returncode == 0, done
    assert done.stderr == '', done.stderr


def is_event(element):
    return 'event' in element.get('class', '').split()


@test
def a_png_without_a_display():
    """The PNG has the size asked for, times the scale."""
    with Home() as home:
        path = home.file('timeline.png')
        export(home, '-o', path, '--size', '1200x700', '--scale', '2')
        assert read_png_size(path) == (2400, 1400), read_png_size(path)


@test
def an_svg_without_a_display():
    """The SVG has one group for each event, with its dates and its first passage in words."""
    with Home() as home:
        path = home.file('timeline.svg')
        export(home, '-o', path, '--size', '1200x700')
        root = ElementTree.parse(path).getroot()
        assert root.tag == SVG + 'svg', root.tag
        assert (root.get('width'), root.get('height')) == ('1200', '700'), root.attrib
        events = {group.get('id'): group for group in root.iter(SVG + 'g') if is_event(group)}
        assert len(events) == 15, sorted(events)
        assert not list(root.iter(SVG + 'script'))

        oil = events['event-oil-crises']
        assert oil.find(SVG + 'title').text == 'Oil crises (OPEC): early 1970s'
        description = oil.find(SVG + 'desc').text
        for words in (f'“{OIL_CLAUSE}”', '17 October 1973 – 18 March 1974'):
            assert words in description, description
        words = [''.join(text.itertext()) for text in oil.iter(SVG + 'text')]
        assert 'Oil crises (OPEC)' in words, words


@test
def every_event_has_its_label():
    """Also those that stand between two stretches of time that are compressed."""
    with Home() as home:
        for size in ('a4', '1280x720'):
            path = home.file('compressed.svg')
            export(home, '-o', path, '--size', size, '--compress')
            groups = [group for group in ElementTree.parse(path).getroot().iter(SVG + 'g')
                      if is_event(group)]
            assert len(groups) == 15, size
            for group in groups:
                assert group.find(SVG + 'text') is not None, (size, group.get('id'))


@test
def no_window_without_a_display():
    """One sentence says so, and what works without one."""
    with Home() as home:
        done = run_bare(home)
        assert done.returncode == 1, done
        assert done.stdout == '', done.stdout
        assert done.stderr.startswith('annals: ') and done.stderr.count('\n') == 1, done.stderr
        assert '“annals export”' in done.stderr, done.stderr


@test
def a_png_from_the_window():
    """Ctrl+E, the form, the name of a file: all by keys, and the picture is there."""
    with Annals() as annals:
        path = annals.home.file('from the window.png')
        key('ctrl+e')
        annals.wait_dialog()
        for words in ('Format', 'PNG image', 'Range', 'All events'):
            annals.wait_message(f'^{words}$')
        key('alt+e')
        annals.enter_file(path)
        annals.wait_message('^Saved “from the window.png”$')
        width, height = read_png_size(path)
        assert width == 3200 and height > 400, (width, height)
        annals.wait_no_dialog()


def export_from_window(annals, path):
    key('ctrl+e')
    annals.wait_dialog()
    key('alt+e')
    annals.enter_file(path)


@test
def the_name_and_the_format_agree():
    """A name without an ending gets that of the format; a name with the other ending changes it."""
    with Annals() as annals:
        export_from_window(annals, annals.home.file('No. 1'))
        annals.wait_message('^Saved “No. 1.png”$')
        assert read_png_size(annals.home.file('No. 1.png'))[0] == 3200
        annals.wait_no_dialog()

        path = annals.home.file('drawing.svg')
        export_from_window(annals, path)
        annals.wait_message('^Saved “drawing.svg”$')
        assert ElementTree.parse(path).getroot().tag == SVG + 'svg'
        assert not os.path.exists(annals.home.file('No. 1'))


@test
def a_name_made_whole_replaces_nothing_unasked():
    """Where the ending makes it the name of a file that is there, that file stays until asked for."""
    with Annals() as annals:
        path = annals.home.file('kept.png', 'what was there')
        export_from_window(annals, annals.home.file('kept'))
        annals.wait_message('^Replace “kept.png”\\?$')
        key('Escape')
        annals.wait_dialog()
        with open(path, encoding='utf-8') as file:
            assert file.read() == 'what was there'

        key('alt+e')
        annals.enter_file(annals.home.file('kept'))
        annals.wait_message('^Replace “kept.png”\\?$')
        key('alt+r')
        annals.wait_message('^Saved “kept.png”$')
        assert read_png_size(path)[0] == 3200


@test
def what_was_chosen_is_remembered():
    """The next export begins with the format of the last one."""
    with Annals() as annals:
        path = annals.home.file('pages.pdf')
        export_from_window(annals, path)
        annals.wait_message('^Saved “pages.pdf”$')
        annals.wait_no_dialog()
        with open(path, 'rb') as file:
            assert file.read(5) == b'%PDF-'

        key('ctrl+e')
        annals.wait_dialog()
        annals.wait_message('^PDF document$')
        key('alt+e')
        annals.enter_file(annals.home.file('again'))
        annals.wait_message('^Saved “again.pdf”$')


@test
def what_is_wrong_is_said_at_once():
    """A size that does not serve is said beside the preview, and there is nothing to export."""
    with Annals() as annals:
        key('ctrl+e')
        annals.wait_dialog()
        annals.wait_message('^PNG, 3200 × ')
        key('alt+w', 'ctrl+a')
        type_text('90')
        annals.wait_message('too small for a timeline')
        button = annals.dialog().find('push button', 'Export…')
        annals.wait('nothing to export', lambda: 'sensitive' not in button.states)
        key('ctrl+a')
        type_text('900')
        annals.wait_message('^PNG, 1800 × ')
        annals.wait('something to export', lambda: 'sensitive' in button.states)


@test
def the_picture_is_copied():
    """Ctrl+Alt+P puts the timeline on the clipboard."""
    with Annals() as annals:
        key('ctrl+alt+p')
        annals.wait_message('^Copied the timeline as a picture$')


@test
def the_print_dialog_comes_and_goes():
    """Ctrl+P asks for the printer; Esc closes that again."""
    with Annals() as annals:
        key('ctrl+p')
        annals.wait('the print dialog',
                    lambda: annals.dialog() is not None and annals.dialog().name == 'Print')
        wait_still(lambda: annals.dialog().box)
        key('Escape')
        annals.wait_no_dialog()


@test
def nothing_is_written_when_cancelled():
    """Esc closes the dialog, and nothing has been saved."""
    with Annals() as annals:
        key('ctrl+e')
        annals.wait_dialog()
        key('Escape')
        annals.wait_no_dialog()
        assert not [name for name in os.listdir(annals.home.path) if name.endswith('.png')]


run()
