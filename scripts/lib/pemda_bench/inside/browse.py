"""Requests of the web client on the register, timed in two databases in turns."""

import json
import sys

from odoo import api
from odoo.modules.registry import Registry

from ..timing import alternate
from . import base, requests

ROUNDS = 60
VARIETY = 20  # different numbers and records, each asked for while warming up
WARM_UP = VARIETY


def main(env, words):
    """Print a dict: kind of request -> [seconds in our database, in the other]."""
    here, there = Site(env.cr.dbname), Site(words[0])
    common = here.ask(requests.words)
    for site in (here, there):
        site.prepare(common)
    times = {kind: ([], []) for kind in here.requests}
    for number in range(WARM_UP + ROUNDS):
        for kind, (ours, theirs) in times.items():
            calls = {site: site.caller(kind, number) for site in (here, there)}
            taken = alternate(calls, 2)
            if number >= WARM_UP:
                ours += taken[here]
                theirs += taken[there]
    json.dump(times, sys.stdout)


class Site:
    """One database and what its clerk asks of it."""

    def __init__(self, database):
        self._registry = Registry(database)
        with self._registry.cursor() as cr:
            user = base.clerk(api.Environment(cr, api.SUPERUSER_ID, {}))
            self._uid = user.id
            self._context = dict(user.context_get())

    def prepare(self, words):
        """Make the requests, out of what is in the database."""
        self.requests = self.ask(lambda env: requests.requests(env, words, VARIETY))

    def ask(self, question):
        """Call with an environment of the clerk, in a transaction of its own."""
        with self._registry.cursor(readonly=True) as cr:
            return question(api.Environment(cr, self._uid, self._context))

    def caller(self, kind, number):
        """A function that sends one of the requests of a kind."""
        variants = self.requests[kind]
        request = variants[number % len(variants)]
        return lambda: self.ask(request)
