# SPDX-License-Identifier: GPL-3.0-or-later
"""A person prints the timeline: looks at the pages first, chooses some, and prints to a file, since
there is no printer where tests run."""

import os
import re
import zlib

from bus import wait, wait_equal, wait_still
from driver import TITLE, Annals, key, run, type_text
from tap import Skip, test


def read_pdf(path):
    """What is in a PDF, its compressed parts unpacked."""
    with open(path, 'rb') as file:
        data = file.read()
    assert data.startswith(b'%PDF-') and data.rstrip().endswith(b'%%EOF'), (data[:8], data[-8:])
    parts = [data]
    for start in re.finditer(rb'stream\r?\n', data):
        try:
            parts.append(zlib.decompressobj().decompress(data[start.end():]))
        except zlib.error:
            pass  # it is not compressed
    return b'\n'.join(parts)


def count_pages(path):
    return len(re.findall(rb'/Type\s*/Page\b', read_pdf(path)))


class Printing(Annals):
    """The program with the print dialog open, and the file as the printer."""

    def prepare(self):
        self.open_dialog()

    def open_dialog(self):
        key('ctrl+p')
        self.wait('the print dialog to have the keys', self.has_keys)
        self.click_in_dialog(self.find_label('Print to File'))
        self.wait('something to print', lambda: 'sensitive' in self.button('Print').states)

    def has_keys(self):
        dialog = self.dialog()
        return dialog is not None and dialog.name == 'Print' and any(
            'focused' in node.states for node in dialog.walk())

    def button(self, words):
        """A button below the pages of the dialog; its mnemonic may be part of its name."""
        return self.dialog().find('push button', f'.*\\b{words}')

    def find_label(self, words):
        found = wait('the printers', lambda: self.dialog().find('label', 'Print to .*'))
        if words == 'Print to File' and found.name != words:
            raise Skip('this GTK prints to no file')
        return self.wait(f'“{words}” in the dialog', lambda: self.dialog().find('label', words))

    def click_in_dialog(self, node):
        wait_still(lambda: node.box, 0.15)
        self.click(*node.middle, dialog=self.dialog())

    def choose_file(self, name):
        """Says where to print to; returns the path."""
        path = self.home.file(name)
        self.click_in_dialog(self.wait('the button with the file',
                                       lambda: self.dialog().find('push button', r'.*\.pdf')))
        self.enter_file(path)
        wait('the file in the dialog', lambda: self.dialog().find('push button', f'.*{name}'))
        return path

    def add_evidence(self):
        """Turns to our page of the dialog, and asks for the evidence; returns how many pages there
        are then."""
        self.click_in_dialog(self.find_label('Timeline'))
        check = self.wait('the switch', lambda: self.dialog().find('check box', 'Evidence'))
        wait('the switch', lambda: min(check.box[2:]) > 0)
        form = [node for node in self.dialog().find_all('scroll pane') if check in node.walk()][-1]
        self.scroll_to(lambda: check.box, form, self.dialog())
        self.click_in_dialog(check)
        wait('the evidence', lambda: 'checked' in check.states)
        words = self.wait_message(r'^Page 1 of ([2-9]|\d\d)$')
        self.click_in_dialog(self.find_label('General'))
        return int(words.split()[-1])

    def print_to(self, name):
        path = self.choose_file(name)
        # By its key, GTK 4.8 complains about a window that it has just let go of.
        self.click_in_dialog(self.button('Print'))
        self.wait_no_dialog()
        self.wait('the file', lambda: os.path.exists(path) and os.path.getsize(path) > 0)
        wait_still(lambda: os.path.getsize(path))
        return path


@test
def one_page_to_a_file():
    """The timeline alone is one page on its side, with its words in it as words."""
    with Printing() as annals:
        path = annals.print_to('page.pdf')
        assert count_pages(path) == 1
        boxes = re.findall(rb'/MediaBox\s*\[\s*([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)', read_pdf(path))
        left, top, right, bottom = map(float, boxes[0])
        assert right - left > bottom - top > 500, boxes
        assert annals.window.name == TITLE and len(annals.items()) == 15


@test
def all_pages_and_chosen_ones():
    """With the evidence there are as many pages as the preview says; of these, those asked for."""
    with Printing() as annals:
        n_pages = annals.add_evidence()
        assert n_pages > 2, n_pages
        assert count_pages(annals.print_to('all.pdf')) == n_pages

        annals.open_dialog()  # what was chosen is remembered
        annals.click_in_dialog(annals.find_label('Pages:'))
        entry = annals.dialog().find('text')
        wait('the pages to be asked for', lambda: 'sensitive' in entry.states)
        annals.click_in_dialog(entry)
        type_text('2-3')
        wait_equal('the pages', '2-3', lambda: entry.text)
        assert count_pages(annals.print_to('some.pdf')) == 2


@test
def the_preview_is_ours():
    """The preview shows the pages in a window of the program; Esc closes it, and nothing is
    printed."""
    with Printing() as annals:
        n_pages = annals.add_evidence()
        annals.click_in_dialog(annals.button('Preview'))
        annals.wait('the preview', lambda: annals.dialog() is not None
                    and annals.dialog().name == 'Print Preview')
        preview = annals.wait_dialog()
        annals.wait_message(f'^Page 1 of {n_pages}$')
        following = preview.find('push button', 'Next Page')
        annals.click_in_dialog(following)
        annals.wait_message(f'^Page 2 of {n_pages}$')
        key('Escape')
        annals.wait_no_dialog()
        assert not [name for name in os.listdir(annals.home.path) if name.endswith('.pdf')]


run()
