# SPDX-License-Identifier: GPL-3.0-or-later
"""The program installed into a folder of its own: whether all is there, and whether it runs from
there, in another language and started by the session bus too, with what lies beside it."""

import os
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

# Imported first: it starts the script again on a bus of its own.
import driver
from bus import wait
from tree import find_application
from tap import Skip, run, test

ID = 'io.github.annals_app.Annals'
BUILD = os.environ['ANNALS_BUILD']
SOURCE = os.environ['ANNALS_SOURCE']
BUILT = os.environ['ANNALS_PROGRAM']
FILES = (
    'bin/annals',
    f'share/applications/{ID}.desktop',
    f'share/dbus-1/services/{ID}.service',
    f'share/glib-2.0/schemas/{ID}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{ID}.svg',
    f'share/icons/hicolor/scalable/mimetypes/{ID}-document.svg',
    f'share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
    f'share/icons/hicolor/symbolic/mimetypes/{ID}-document-symbolic.svg',
    f'share/metainfo/{ID}.metainfo.xml',
    f'share/mime/packages/{ID}.xml',
    'share/man/man1/annals.1',
    'share/doc/annals/manual.html',
    'share/annals/documents/konishi-2004.annals.xml',
    'share/bash-completion/completions/annals',
    'share/zsh/site-functions/_annals',
    'share/fish/vendor_completions.d/annals.fish',
)

FOLDER = tempfile.TemporaryDirectory(prefix='annals-staging-')
ROOT = os.path.join(FOLDER.name, 'a folder')
PREFIX = os.path.join(ROOT, os.environ['ANNALS_PREFIX'].lstrip('/'))
PROGRAM = os.path.join(PREFIX, 'bin', 'annals')


def below(*parts):
    return os.path.join(PREFIX, *parts)


def install():
    """Installs into the folder, and makes the caches as a package manager does."""
    done = subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet',
                           '--destdir', ROOT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    subprocess.run(['glib-compile-schemas', '--strict', below('share/glib-2.0/schemas')],
                   check=True)
    if shutil.which('update-mime-database'):
        subprocess.run(['update-mime-database', below('share/mime')], capture_output=True,
                       check=True)
    # The bus is told where the program is; all else finds itself.
    service = below(f'share/dbus-1/services/{ID}.service')
    with open(service, encoding='utf-8') as file:
        content = file.read()
    installed = os.path.join(os.environ['ANNALS_PREFIX'], 'bin', 'annals')
    assert f'Exec="{installed}" --gapplication-service\n' in content, content
    with open(service, 'w', encoding='utf-8') as file:
        file.write(content.replace(installed, PROGRAM))


def say(program, *arguments, status=0, **environment):
    done = subprocess.run([program, *arguments], capture_output=True, check=False,
                          env={**os.environ, **environment})
    assert done.returncode == status, f'{arguments}: {done.returncode}, {done.stderr.decode()}'
    return done.stdout


def languages():
    with open(os.path.join(SOURCE, 'po', 'LINGUAS'), encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


def has_japanese(text):
    return any('\u3040' <= c <= '\u30ff' for c in text)


def need_japanese():
    """Skips where no locale of the system reads translations."""
    if not has_japanese(say(BUILT, '--help', LANGUAGE='ja').decode()):
        raise Skip('no translation is read in this locale')


@test
def all_files_are_there():
    """Everything that is to be installed is, for every language."""
    catalogues = [f'share/locale/{each}/LC_MESSAGES/annals.mo' for each in languages()]
    missing = [each for each in (*FILES, *catalogues) if not os.path.isfile(below(each))]
    assert catalogues and missing == [], missing
    assert os.access(PROGRAM, os.X_OK)


@test
def nothing_else_is_there():
    """What is only needed for building or testing stays out."""
    programs = os.listdir(below('bin'))
    assert programs == ['annals'], programs
    assert set(os.listdir(PREFIX)) <= {'bin', 'share'}, os.listdir(PREFIX)


@test
def check_and_export():
    """The commands say and write what those of the build folder do."""
    bundled = below('share/annals/documents/konishi-2004.annals.xml')
    for arguments in (('check',), ('check', '--json', bundled), ('--version',)):
        assert (said := say(PROGRAM, *arguments)) == say(BUILT, *arguments)
        assert len(said) > 5
    pictures = []
    for program in (PROGRAM, BUILT):
        path = os.path.join(FOLDER.name, f'{len(pictures)}.svg')
        say(program, 'export', '-o', path)
        with open(path, 'rb') as file:
            pictures.append(file.read())
    assert pictures[0] == pictures[1] and b'</svg>' in pictures[0]


@test
def in_japanese():
    """It speaks Japanese with the translations beside it, not with any that were there before."""
    need_japanese()
    assert has_japanese(say(PROGRAM, '--help', LANGUAGE='ja').decode())
    catalogue = below('share/locale/ja/LC_MESSAGES/annals.mo')
    os.rename(catalogue, catalogue + '-away')
    try:
        assert not has_japanese(say(PROGRAM, '--help', LANGUAGE='ja').decode())
    finally:
        os.rename(catalogue + '-away', catalogue)


@test
def window():
    """The window opens from there, and keeps its size in the settings whose schema is there."""
    driver.PROGRAM = PROGRAM
    with driver.Home() as home:
        with driver.Annals(home=home, GSETTINGS_BACKEND='keyfile') as annals:
            assert len(annals.items()) > 5
            assert annals.end('ctrl+q') == 0
        with open(home.file('config/glib-2.0/settings/keyfile'), encoding='utf-8') as file:
            assert 'window-width' in file.read()


@test
def window_in_japanese():
    """The window is in Japanese, and with a document from the command line."""
    need_japanese()
    bundled = below('share/annals/documents/konishi-2004.annals.xml')
    with driver.Home() as home, subprocess.Popen(
            [PROGRAM, bundled], env=home.environment(LANGUAGE='ja')) as program:
        try:
            app = wait('the program', lambda: find_application(program.pid))
            window = wait('its window', lambda: next(
                (node for node in app.children() if node.name == driver.TITLE), None))
            wait('a button in Japanese', lambda: any(
                has_japanese(button.name) for button in window.find_all('push button', '.*')))
        finally:
            program.terminate()


@test
def help_opens_the_manual():
    """F1 opens the manual that was installed, with the program for web pages."""
    driver.PROGRAM = PROGRAM
    with driver.Home() as home:
        shown = home.file('shown')
        browser = home.file('browser', f'#!/bin/sh\nprintf %s "$1" >{shown}.new\n'
                                       f'mv {shown}.new {shown}\n')
        os.chmod(browser, 0o755)
        os.makedirs(home.file('data/applications'))
        home.file('data/applications/browser.desktop',
                  '[Desktop Entry]\nType=Application\nName=Browser\nMimeType=text/html;\n'
                  f'Exec={browser} %u\n')
        os.makedirs(home.file('config'), exist_ok=True)
        home.file('config/mimeapps.list', '[Default Applications]\ntext/html=browser.desktop\n')
        with driver.Annals(home=home):
            driver.key('F1')
            wait('the browser', lambda: os.path.exists(shown))
        with open(shown, encoding='utf-8') as file:
            uri = file.read()
        assert urllib.parse.unquote(uri.removeprefix('file://')) == \
            below('share/doc/annals/manual.html'), uri


@test
def started_by_the_bus():
    """The desktop starts it through the session bus, with a file, and a second window in it."""
    if not shutil.which('gapplication'):
        raise Skip('gapplication is not installed')
    document = os.path.join(FOLDER.name, 'a text.txt')
    with open(document, 'w', encoding='utf-8') as file:
        file.write('Something happened in 1973.\n')
    with driver.Home() as home:
        environment = home.environment(
            XDG_DATA_DIRS=f'{below("share")}:/usr/local/share:/usr/share', G_DEBUG='fatal-warnings')
        # The bus ends, and the program with it, when what it was started for does.
        bus = subprocess.Popen(['dbus-run-session', '--', 'sh', '-c',
                                'gapplication launch "$1" "$2" && echo launched; read end; '
                                'gapplication action "$1" new-window && echo another; read end; '
                                'gapplication action "$1" quit', 'sh', ID, document],
                               env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
        try:
            title = wait('the window of the text', lambda: next(
                (title for title in window_titles() if 'a text' in title), None))
            assert title and process_of(PROGRAM), 'it is not the installed program'
            number = len(window_titles())
            bus.stdin.write('\n')
            bus.stdin.flush()
            wait('another window', lambda: len(window_titles()) == number + 1)
        finally:
            said = bus.communicate('\n', timeout=20)
        assert {'launched', 'another'} <= set(said[0].split()), said


def window_titles():
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'annals',
                           'getwindowname', '%@'], capture_output=True, text=True,
                          check=False).stdout.splitlines()


def process_of(program):
    """Whether a process runs that program."""
    for each in os.listdir('/proc'):
        try:
            if each.isdigit() and os.readlink(f'/proc/{each}/exe') == program:
                return each
        except OSError:
            continue
    return None


if not shutil.which('meson'):
    driver.tap.skip_all('meson is not on the path')
install()
sys.exit(0 if run() else 1)
