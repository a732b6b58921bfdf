"""Transactions of somebody at work that leave nothing behind."""

from contextlib import contextmanager
from functools import partial

from odoo import api
from odoo.modules.registry import Registry


def of_user(env, user):
    """Function that begins a transaction of a user; to be used in ``with``."""
    registry = Registry(env.cr.dbname)
    return partial(_taken_back, registry, user.id, dict(user.context_get()))


@contextmanager
def _taken_back(registry, uid, context):
    """An environment of its own, written to the database and taken back."""
    with registry.cursor() as cr:
        env = api.Environment(cr, uid, context)
        yield env
        env.flush_all()
        cr.rollback()
