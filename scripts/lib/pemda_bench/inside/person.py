"""Forms of people: what the web client reads to open them, timed in turns."""

import json
import sys

from lxml import etree

from odoo import api
from odoo.modules.registry import Registry

from ..timing import alternate
from . import people

FORMS = {"stock": "hr.view_employee_form", "register": "sikda.hr_employee_view_form"}
PEOPLE = 20  # each is opened once to warm up
ROUNDS = 60
LIST_LIMIT = 40  # rows of a list in a form that the web client asks for


def main(env, _words):
    """Print a dict: form -> seconds of each round."""
    user = env["res.users"].search([("login", "=", people.BKD)])
    chosen = env["hr.employee"].search([("asn_aktif", "=", True)], limit=PEOPLE).ids
    context = dict(user.context_get(), bin_size=True)
    registry = Registry(env.cr.dbname)

    def as_clerk(question):
        with registry.cursor(readonly=True) as cr:
            return question(api.Environment(cr, user.id, context))

    wanted = {
        name: as_clerk(lambda env, form=form: specification(env, form))
        for name, form in FORMS.items()
    }
    times = {name: [] for name in FORMS}
    for number in range(PEOPLE + ROUNDS):
        person = chosen[number % PEOPLE]

        def opener(fields, person=person):
            return lambda: as_clerk(
                lambda env: env["hr.employee"].browse(person).web_read(fields)
            )

        calls = {name: opener(fields) for name, fields in wanted.items()}
        for name, seconds in alternate(calls, 2).items():
            if number >= PEOPLE:
                times[name] += seconds
    json.dump(times, sys.stdout)


def specification(env, form):
    """What the web client reads for a form view of people."""
    model = env["hr.employee"]
    views = model.get_views([(env.ref(form).id, "form")])
    return _fields(model, etree.fromstring(views["views"]["form"]["arch"]))


def _fields(model, node):
    wanted = {}
    for element in _own_fields(node):
        name = element.get("name")
        field = model._fields[name]
        if not field.relational:
            wanted[name] = {}
        elif field.type == "many2one":
            wanted[name] = {"fields": {"display_name": {}}}
        else:
            lines = model.env[field.comodel_name]
            arch = next((child for child in element if child.tag == "list"), None)
            if arch is None and field.type == "one2many":
                views = lines.get_views([(False, "list")])
                arch = etree.fromstring(views["views"]["list"]["arch"])
            inner = {"display_name": {}} if arch is None else _fields(lines, arch)
            wanted[name] = {"fields": inner, "limit": LIST_LIMIT}
    return wanted


def _own_fields(node):
    """Fields of a view, without those of the views inside its fields."""
    for child in node:
        if child.tag == "field":
            yield child
        elif isinstance(child.tag, str):
            yield from _own_fields(child)
