# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues of translations: reading them, and what can be said of one translation without knowing
the language well.
"""

import dataclasses
import re

KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$')
ESCAPES = {'n': '\n', 't': '\t'}

# A directive of printf; “%%” is none.
DIRECTIVE = re.compile(r"%(?!%)(?:\d\$)?[-+ #0']*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[diouxXeEfgGcs]")

# The context of words that stand between others, spaces and all
BETWEEN = 'between dates'

NBSP = '\N{NO-BREAK SPACE}'


@dataclasses.dataclass
class Entry:
    msgctxt: str | None = None
    msgid: str | None = None
    msgid_plural: str | None = None
    translations: list = dataclasses.field(default_factory=list)
    flags: set = dataclasses.field(default_factory=set)
    comment: str = ''
    is_obsolete: bool = False

    @property
    def key(self):
        return self.msgctxt, self.msgid

    @property
    def sources(self):
        """The string, in every form that English has."""
        return [self.msgid] + ([self.msgid_plural] if self.msgid_plural is not None else [])

    @property
    def is_complete(self):
        return bool(self.translations) and all(self.translations)

    @property
    def is_separator(self):
        """Whether it only parts other things, which each language does in its own way."""
        return self.msgctxt == BETWEEN or not re.search(r'\w', self.msgid)

    def __str__(self):
        context = f'{self.msgctxt}: ' if self.msgctxt is not None else ''
        return f'“{context}{self.msgid}”'


def unescape(quoted):
    return re.sub(r'\\(.)', lambda found: ESCAPES.get(found[1], found[1]), quoted[1:-1])


def read_line(entry, field, line):
    """Takes a line into the entry; returns the field that a following line of text goes on."""
    if line.startswith('#,'):
        entry.flags.update(flag.strip() for flag in line[2:].split(','))
    elif line.startswith('#.'):
        entry.comment += line[2:]
    found = KEYWORD.match(line)
    if found and found[1].startswith('msgstr'):
        entry.translations.append(unescape(found[2]))
        return 'msgstr'
    if found:
        setattr(entry, found[1], unescape(found[2]))
        return found[1]
    if line.startswith('"') and field == 'msgstr':
        entry.translations[-1] += unescape(line)
    elif line.startswith('"'):
        setattr(entry, field, getattr(entry, field) + unescape(line))
    return field


def read(text):
    """The entries of a catalogue, the first of which is its head."""
    entries = []
    for block in re.split(r'\n\s*\n', text):
        entry, field = Entry(), None
        for line in block.splitlines():
            if line.startswith('#~'):
                entry.is_obsolete = True
                line = line[2:].lstrip()
            field = read_line(entry, field, line)
        if entry.msgid is not None:
            entries.append(entry)
    return entries


# Each of these says what is wrong with the translation of a string, or nothing.

def check_spaces(language, source, text):
    if re.match(r'\s*', source)[0] != re.match(r'\s*', text)[0]:
        return 'begins with other white space'
    if re.search(r'\s*$', source)[0] != re.search(r'\s*$', text)[0]:
        return 'ends in other white space'
    if re.search(r'\S  +\S', text) and not re.search(r'\S  +\S', source):
        return 'has two spaces side by side'
    return None


def check_lines(language, source, text):
    if '\n\n' in source and source.count('\n\n') != text.count('\n\n'):
        return 'has other paragraphs'
    return None


def check_ellipsis(language, source, text):
    if '...' in text and '...' not in source:
        return 'has three dots instead of an ellipsis'
    if source.count('…') != text.count('…'):
        return 'has another number of ellipses'
    return None


def check_quotes(language, source, text):
    opening, closing = {'de': '„“', 'ja': '「」'}.get(language, '“”')
    if text.count('"') > source.count('"') or text.count("'") > source.count("'"):
        return 'has straight quotes'
    if text.count(opening) != text.count(closing):
        return 'opens and closes other numbers of quotations'
    if '”' in text and closing != '”':
        return f'has English quotes instead of {opening}{closing}'
    if '“' in source and opening not in text:
        return 'has lost its quotes'
    return None


def find_mnemonics(text):
    # “de_DE” is a locale.
    return re.findall(r'_(?=\w)', re.sub(r'__|\b[a-z]{2}_[A-Z]{2}\b', '', text))


def check_mnemonic(language, source, text):
    if ' ' in source and re.search(r'\w_\w+_\w', source):
        return None
    if len(find_mnemonics(source)) != len(find_mnemonics(text)):
        return 'has another number of mnemonics'
    if language == 'ja' and find_mnemonics(source) and not re.search(r'\(_[A-Z]\)…?$', text):
        return 'has no mnemonic such as (_O) at its end'
    return None


ENDS = {'ja': {'.': '。', ':': '：', '?': '？', '…': '…'}}


def check_end(language, source, text):
    end = source.rstrip()[-1:]
    expected = ENDS.get(language, {}).get(end, end)
    if end in ('.', ':', '?', '…') and not re.search(re.escape(expected) + r'(\(_\w\))?$',
                                                    text.rstrip()):
        return f'does not end in {expected}'
    return None


# Where a line must not break in German
GERMAN_GLUE = re.compile(r'(?:\d|%(?:\d\$)?[-.\d]*[a-z]) (?:Pixel|px|mm|Zoll|Mio\.|Mrd\.|v\.|n\.|%%)'
                         r'|[vn]\. Chr\.|z\. B\.|d\. h\.|\w …$')


def check_german(language, source, text):
    found = GERMAN_GLUE.search(text) if language == 'de' else None
    return f'needs a no-break space in “{found[0]}”' if found else None


WIDE = r'[\u3040-\u30ff\u4e00-\u9fff]'
JAPANESE_NARROW = re.compile(rf'{WIDE}(?:[,:;!()]|\.(?![a-z%]))|[,;!)]{WIDE}')


def check_japanese(language, source, text):
    if language != 'ja' or source.endswith(';'):
        return None
    found = JAPANESE_NARROW.search(re.sub(r'\(_\w\)', '', text))
    return f'has a narrow sign in “{found[0]}”' if found else None


def check_commands(language, source, text):
    """Commands given as examples are typed alike in all languages."""
    lost = [line for line in re.findall(r'^  annals [a-z].*', source, re.M)
            if not re.search(r'\b[A-Z]{4}', line) and '   ' not in line.strip()
            and line not in text.splitlines()]
    return f'has no example “{lost[0].strip()}”' if lost else None


CHECKS = (check_spaces, check_lines, check_commands, check_ellipsis, check_quotes, check_mnemonic,
          check_end, check_german, check_japanese)


def complain(language, entry):
    """All that is wrong with the translation of one entry."""
    complaints = []
    for number, text in enumerate(entry.translations):
        source = entry.sources[min(number, len(entry.sources) - 1)]
        for check in CHECKS:
            if entry.is_separator and check in (check_spaces, check_end):
                continue
            complaint = check(language, source, text) if text else None
            if complaint:
                complaints.append(f'{language}: {entry} is translated as “{text}”, which '
                                  f'{complaint}')
    return complaints


def needs_comment(entry):
    return any(DIRECTIVE.search(source) for source in entry.sources)
