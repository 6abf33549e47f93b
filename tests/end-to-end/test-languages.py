# SPDX-License-Identifier: GPL-3.0-or-later
"""People whose language is not English: the window, the digest and the dates speak theirs, and the
whole way from the start to a picture can be gone in it.

    ANNALS_CATALOGUES  the folder of the translations (po/ in the build folder)
"""

import gettext
import locale
import os
from typing import NamedTuple

from bus import wait, wait_equal
from driver import PROGRAM, Annals, key, run, type_text
from tap import Skip, test

CATALOGUES = os.environ.get('ANNALS_CATALOGUES',
                            os.path.join(os.path.dirname(os.path.dirname(PROGRAM)), 'po'))
LOCALES = ('C.UTF-8', 'en_US.UTF-8', 'en_GB.UTF-8', 'de_DE.UTF-8', 'ja_JP.UTF-8')


class Language(NamedTuple):
    """What the digest and the dates say in a language."""

    code: str
    title: str
    words: str
    label: str
    cited: str
    record: str
    clause: str
    selected: str
    n_events: str


GERMAN = Language(
    'de', 'Das Bündnis zwischen Japan und den USA braucht ein Gleichgewicht', 'ölkrisen',
    'Ölkrisen (OPEC)', 'Anfang der 1970er-Jahre',
    '17.\N{NO-BREAK SPACE}Oktober 1973 – 18.\N{NO-BREAK SPACE}März 1974',
    'im Umgang mit der OPEC, als Anfang der 1970er-Jahre Ölkrisen die Welt erschütterten',
    'Ausgewählt: {}, „{}“', '15\N{NO-BREAK SPACE}Ereignisse')
JAPANESE = Language(
    'ja', '日米同盟に均衡を', '石油危機', '石油危機（OPEC）', '1970年代初頭',
    '1973年10月17日～1974年3月18日', '石油危機に揺れた1970年代初頭に、OPECと付き合ったとき',
    '選択中：{}、「{}」', '出来事15件')


def speaks(language, name):
    """Whether words come in that language where that locale is set."""
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    return f'Language: {language}\n' in locale.dgettext('annals', '')


def find_locale(language):
    """A locale that takes words from catalogues. Not every one does, and which ones a system has
    differs; what LANGUAGE says comes before their own language. Skips the test when there is none."""
    if not os.path.exists(os.path.join(CATALOGUES, language, 'LC_MESSAGES', 'annals.mo')):
        raise Skip(f'the translations are not in {CATALOGUES}')
    locale.bindtextdomain('annals', CATALOGUES)
    before = locale.setlocale(locale.LC_ALL)
    os.environ['LANGUAGE'] = language
    try:
        return next(name for name in LOCALES if speaks(language, name))
    except StopIteration:
        raise Skip('no locale here takes words from catalogues') from None
    finally:
        del os.environ['LANGUAGE']
        locale.setlocale(locale.LC_ALL, before)


def type_letter(letter):
    """Types a letter by its key, or by its number where the keyboard has none for it."""
    if letter.isascii():
        type_text(letter)
    else:
        key('ctrl+shift+u', *f'{ord(letter):x}', 'Return')


class Abroad(Annals):
    """The program in another language."""

    def __init__(self, language):
        self.language = language
        self.say = gettext.translation('annals', CATALOGUES, [language.code]).gettext
        super().__init__(title=language.title, timeline=self.say('Timeline'),
                         LC_ALL=find_locale(language.code), LANGUAGE=language.code)

    def press_mnemonic(self, label):
        """Presses the key that is underlined in what LABEL is in this language."""
        words = self.say(label)
        key('alt+' + words[words.index('_') + 1].lower())

    def wait_selected(self, label):
        super().wait_selected(label)
        selected = self.language.selected.format(label, self.language.clause)
        wait_equal('the reader’s selection', selected, lambda: self.page().description)

    def find(self):
        """Looks for the words of the language."""
        key('ctrl+f')
        entry = self.wait('the search entry', lambda: next(
            (node for node in self.window.walk() if {'editable', 'focused'} <= node.states), None))
        words = self.language.words
        for i, letter in enumerate(words, 1):
            type_letter(letter)
            wait_equal('the words', words[:i], lambda end=i: entry.text[:end])

    def wait_dates(self):
        """Waits until the evidence tells both dates in words of the language."""
        for words in (self.language.cited, self.language.record):
            self.wait(f'“{words}” in the evidence',
                      lambda: any(words in label for label in self.pane().labels()))


def click_an_event(language):
    with Abroad(language) as annals:
        assert language.clause in annals.page().text
        annals.click_item(language.label)
        annals.wait_selected(language.label)
        annals.wait_dates()
        assert language.cited in annals.selected()[0], annals.selected()
        key('alt+2')
        annals.wait_message(f'^{language.n_events}$')


def go_all_the_way(language):
    with Abroad(language) as annals:
        annals.find()
        key('alt+2')
        annals.wait('the one event in the list', lambda: len(rows(annals)) == 1)
        key('Down')
        annals.wait_selected(language.label)
        key('alt+1')
        annals.wait_dates()
        page = annals.page()
        wait('the caret at the passage',
             lambda: page.text[page.caret:].startswith(language.clause))

        path = annals.home.file('picture.svg')
        key('ctrl+e')
        annals.wait_dialog()
        annals.press_mnemonic('_Export…')
        annals.enter_file(path)
        annals.wait('the file', lambda: os.path.exists(path) and os.path.getsize(path) > 0)
        annals.wait_no_dialog()
        with open(path, encoding='utf-8') as file:
            picture = file.read()
        assert language.label in picture and language.cited in picture


def rows(annals):
    events = annals.find_shown(annals.say('Events'), 'list')
    return [node for node in events.children() if node.role == 'list item'] if events else []


@test
def an_event_in_german():
    """The digest, the evidence and its dates are German."""
    click_an_event(GERMAN)


@test
def an_event_in_japanese():
    """The digest, the evidence and its dates are Japanese."""
    click_an_event(JAPANESE)


@test
def the_whole_way_in_german():
    """Search, list, dates, passage and export, with the keys that German words have."""
    go_all_the_way(GERMAN)


@test
def the_whole_way_in_japanese():
    """Search, list, dates, passage and export, with the keys that Japanese words have."""
    go_all_the_way(JAPANESE)


run()
