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
    """Print a dict: kind of request -> dict of seconds: of the clerk in our database
    (small), of the clerk in the other (large) and of the auditor there (auditor).
    """
    small, large = Site(env.cr.dbname, base.clerk), Site(words[0], base.clerk)
    auditor = Site(words[0], base.auditor)
    common = small.ask(requests.words)
    for site in (small, large):
        site.prepare(common)
    auditor.requests = large.requests
    sites = {"small": small, "large": large, "auditor": auditor}
    times = {kind: {name: [] for name in sites} for kind in small.requests}
    for number in range(WARM_UP + ROUNDS):
        for kind, taken in times.items():
            calls = {name: site.caller(kind, number) for name, site in sites.items()}
            for name, seconds in alternate(calls, 2).items():
                if number >= WARM_UP:
                    taken[name] += seconds
    json.dump(times, sys.stdout)


class Site:
    """One database and what somebody asks of it."""

    def __init__(self, database, somebody):
        self._registry = Registry(database)
        with self._registry.cursor() as cr:
            env = api.Environment(cr, api.SUPERUSER_ID, {})
            env["sipbd.asset"]._place_words()  # as the hourly job leaves it
            user = somebody(env)
            self._uid = user.id
            self._context = dict(user.context_get())

    def prepare(self, words):
        """Make the requests, out of what is in the database."""
        self.requests = self.ask(lambda env: requests.requests(env, words, VARIETY))

    def ask(self, question):
        """Call with an environment of the user, in a transaction of its own."""
        with self._registry.cursor(readonly=True) as cr:
            return question(api.Environment(cr, self._uid, self._context))

    def caller(self, kind, number):
        """A function that sends one of the requests of a kind."""
        variants = self.requests[kind]
        request = variants[number % len(variants)]
        return lambda: self.ask(request)
