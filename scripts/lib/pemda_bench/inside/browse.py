"""Requests of the web client on the register, timed in two databases in turns."""

import json
import sys

from odoo import api
from odoo.modules.registry import Registry

from ..timing import alternate
from . import base
from .requests import requests

ROUNDS = 60
WARM_UP = 20


def main(env, words):
    """Print a dict: kind of request -> [seconds in our database, in the other]."""
    sites = [_Site(env.cr.dbname), _Site(words[0])]
    times = {kind: ([], []) for kind in sites[0].requests}
    for number in range(WARM_UP + ROUNDS):
        for kind, (few, many) in times.items():
            calls = {site: site.caller(kind, number) for site in sites}
            taken = alternate(calls, 2)
            if number >= WARM_UP:
                few += taken[sites[0]]
                many += taken[sites[1]]
    json.dump(times, sys.stdout)


class _Site:
    """One database and what its clerk asks of it."""

    def __init__(self, database):
        self._registry = Registry(database)
        with self._registry.cursor() as cr:
            env = api.Environment(cr, api.SUPERUSER_ID, {})
            user = base.clerk(env)
            self._uid = user.id
            self._context = dict(user.context_get())
            self.requests = requests(user.with_user(user).env, WARM_UP)

    def caller(self, kind, number):
        """A function that sends the request, in a transaction of its own."""
        variants = self.requests[kind]
        request = variants[number % len(variants)]

        def call():
            with self._registry.cursor(readonly=True) as cr:
                request(api.Environment(cr, self._uid, self._context))

        return call
