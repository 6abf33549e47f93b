# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: the events on the accessibility bus, as they come."""

from bus import Atspi, GLib, wait

KINDS = ('object:property-change:accessible-description', 'object:property-change:accessible-name',
         'object:state-changed:focused', 'object:state-changed:selected',
         'object:text-caret-moved', 'object:text-selection-changed')


class Ears:
    """Hears everything that happens while its block runs."""

    def __init__(self, annals):
        self.process_id = annals.process.pid
        self.heard = []
        self.listener = Atspi.EventListener.new(self.hear)

    def __enter__(self):
        for kind in KINDS:
            self.listener.register(kind)
        return self

    def __exit__(self, *_):
        for kind in KINDS:
            self.listener.deregister(kind)

    def hear(self, event):
        try:
            if event.source.get_process_id() != self.process_id:
                return
            self.heard.append((event.type, event.source.get_role_name(), event.source.get_name(),
                               event.source.get_description()))
        except GLib.Error:
            pass  # it has gone again

    def listen(self):
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        return self.heard

    def wait(self, what, is_meant):
        """Waits for an event for which IS_MEANT (kind, role, name, description) holds."""
        return wait(lambda: f'{what}; heard was {self.heard}',
                    lambda: next((each for each in self.listen() if is_meant(*each)), None))
