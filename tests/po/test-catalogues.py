# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations: whether each is complete, keeps to the format of every string, and is set as its
language is.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'end-to-end'))

import tap  # noqa: E402
from tap import test  # noqa: E402

import catalogue  # noqa: E402


def read_file(*path):
    with open(os.path.join(ROOT, *path), encoding='utf-8') as file:
        return file.read()


LANGUAGES = [line for line in read_file('po', 'LINGUAS').split() if not line.startswith('#')]


def run_tool(*command):
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='')
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def fail_if(complaints):
    assert not complaints, '\n'.join(complaints)


def read_template():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'annals.pot')
        ran = run_tool('build-aux/update-po', '--template', path)
        assert ran.returncode == 0, ran.stderr
        with open(path, encoding='utf-8') as file:
            return catalogue.read(file.read())[1:]


def read_translation(language):
    return catalogue.read(read_file('po', f'{language}.po'))


@test
def complete():
    """Every string of the program is translated into every language, and none is guessed."""
    template = read_template()
    complaints = []
    for language in LANGUAGES:
        entries = {entry.key: entry for entry in read_translation(language)
                   if not entry.is_obsolete}
        for entry in template:
            found = entries.get(entry.key)
            if found is None or not found.is_complete:
                complaints.append(f'{language}: {entry} is not translated')
            elif 'fuzzy' in found.flags:
                complaints.append(f'{language}: {entry} is marked as fuzzy')
            elif found.msgid_plural != entry.msgid_plural:
                complaints.append(f'{language}: {entry} has another plural now')
    fail_if(complaints)


@test
def no_leftovers():
    """No translation keeps strings that the program no longer has."""
    keys = {entry.key for entry in read_template()}
    fail_if([f'{language}: {entry} is no string of the program'
             for language in LANGUAGES for entry in read_translation(language)[1:]
             if entry.is_obsolete or entry.key not in keys])


@test
def formats():
    """Every translation takes the arguments that its string takes, as msgfmt checks it."""
    complaints = []
    for language in LANGUAGES:
        ran = run_tool('msgfmt', '--check', '--output-file=/dev/null', f'po/{language}.po')
        if ran.returncode != 0:
            complaints.append(ran.stderr)
    fail_if(complaints)


@test
def heads():
    """The head of every catalogue names its language, UTF-8 and plural forms."""
    complaints = []
    for language in LANGUAGES:
        head = read_translation(language)[0].translations[0]
        complaints += [f'{language}: the head has no “{line}”'
                       for line in (f'Language: {language}\n', 'charset=UTF-8\n', 'Plural-Forms: ')
                       if line not in head]
    files = sorted(name[:-3] for name in os.listdir(os.path.join(ROOT, 'po'))
                   if name.endswith('.po'))
    assert files == sorted(LANGUAGES), f'po/LINGUAS names {LANGUAGES}, and there are {files}'
    fail_if(complaints)


@test
def typography():
    """Spaces, ends, quotes, ellipses, mnemonics and no-break spaces are as the language has them."""
    fail_if([complaint for language in LANGUAGES for entry in read_translation(language)[1:]
             for complaint in catalogue.complain(language, entry)])


@test
def english():
    """The English strings are set well themselves."""
    complaints = []
    for entry in read_template():
        for source in entry.sources:
            if '...' in source:
                complaints.append(f'{entry} has three dots instead of an ellipsis')
            if source != source.strip(' ') and not entry.is_separator:
                complaints.append(f'{entry} begins or ends in a space')
            # A shell takes no other quotes, and an example is typed as it is shown.
            prose = re.sub(r'^  annals .*$', '', source, flags=re.MULTILINE)
            if '"' in prose and '="' not in prose:
                complaints.append(f'{entry} has straight quotes')
    fail_if(complaints)


@test
def comments():
    """Translators are told what stands for every placeholder."""
    fail_if([f'{entry} has placeholders and no comment for translators'
             for entry in read_template()
             if catalogue.needs_comment(entry) and 'Translators:' not in entry.comment])


@test
def files():
    """po/POTFILES.in names the files that have strings, and no others."""
    ran = run_tool('build-aux/check-potfiles')
    assert ran.returncode == 0, ran.stdout


# What each check is there to find: a language, a string, a good translation and a bad one.
FAULTS = (
    (catalogue.check_spaces, 'de', 'Text', 'Text', 'Text '),
    (catalogue.check_spaces, 'de', 'Text\n', 'Text\n', 'Text'),
    (catalogue.check_spaces, 'de', 'two words', 'zwei Wörter', 'zwei  Wörter'),
    (catalogue.check_lines, 'de', 'a\n\nb', 'a\n\nb', 'a\nb'),
    (catalogue.check_commands, 'de', 'Such as:\n  annals check a.txt --json',
     'Etwa:\n  annals check a.txt --json', 'Etwa:\n  annals check a.txt'),
    (catalogue.check_ellipsis, 'ja', 'Open…', '開く…', '開く...'),
    (catalogue.check_ellipsis, 'ja', 'Open…', '開く…', '開く'),
    (catalogue.check_quotes, 'de', 'Saved “%s”', '„%s“ gespeichert', '"%s" gespeichert'),
    (catalogue.check_quotes, 'de', 'Saved “%s”', '„%s“ gespeichert', '“%s” gespeichert'),
    (catalogue.check_quotes, 'de', 'Saved “%s”', '„%s“ gespeichert', '„%s gespeichert'),
    (catalogue.check_quotes, 'ja', 'Saved “%s”', '「%s」を保存しました', '%sを保存しました'),
    (catalogue.check_mnemonic, 'de', '_Open', 'Ö_ffnen', 'Öffnen'),
    (catalogue.check_mnemonic, 'de', 'Open', 'Öffnen', 'Ö_ffnen'),
    (catalogue.check_mnemonic, 'ja', '_Open…', '開く(_O)…', '_開く…'),
    (catalogue.check_mnemonic, 'ja', 'Such as de_DE', '例：de_DE', '例：de_DE(_E)'),
    (catalogue.check_end, 'de', 'It is empty.', 'Es ist leer.', 'Es ist leer'),
    (catalogue.check_end, 'ja', 'It is empty.', '空です。', '空です.'),
    (catalogue.check_german, 'de', '%d pixels', '%d\N{NO-BREAK SPACE}Pixel', '%d Pixel'),
    (catalogue.check_german, 'de', '%s BCE', '%s\N{NO-BREAK SPACE}v.\N{NO-BREAK SPACE}Chr.',
     '%s v. Chr.'),
    (catalogue.check_german, 'de', 'Open…', 'Öffnen\N{NO-BREAK SPACE}…', 'Öffnen …'),
    (catalogue.check_japanese, 'ja', 'Text, events', '本文、出来事', '本文,出来事'),
    (catalogue.check_japanese, 'ja', 'A4 (upright)', 'A4（縦）', 'A4 (縦)'),
)


@test
def checks_find_faults():
    """Every check passes a good translation and refuses a bad one."""
    complaints = []
    for check, language, source, good, bad in FAULTS:
        if check(language, source, good):
            complaints.append(f'{check.__name__} refuses “{good}”')
        if not check(language, source, bad):
            complaints.append(f'{check.__name__} passes “{bad}”')
    tested = {fault[0] for fault in FAULTS}
    complaints += [f'{check.__name__} is not tested' for check in catalogue.CHECKS
                   if check not in tested]
    fail_if(complaints)


if __name__ == '__main__':
    for tool in ('xgettext', 'msgfmt'):
        if shutil.which(tool) is None:
            tap.skip_all(f'{tool} is not installed')
    sys.exit(0 if tap.run() else 1)
