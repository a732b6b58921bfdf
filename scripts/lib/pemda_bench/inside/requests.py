"""What the web client asks of the register: methods, fields, limits and domains.

Fields come from the views themselves, limits from their attributes, as the client
takes them from there.
"""

from lxml import etree

from odoo.service.model import call_kw
from odoo.tools import SQL

MODEL = "sipbd.asset"
ACTIVE = [("state", "=", "aktif")]
PAGES = 5
SUGGESTIONS = 8  # of the web client in a many2one
GROUPS = ("unit_id", "code_id", "tahun_perolehan", "kondisi", "kib")


def requests(env, variety):
    """Requests of the user of ``env``.

    :param variety: how many different words, numbers and records are asked for
    :return: dict of kind -> list of functions that take an environment
    """
    sample = _samples(env, variety)
    everything = _List(env, "sipbd.sipbd_asset_view_list")
    kib_b = _List(env, "sipbd.sipbd_asset_view_list_kib_b")

    def search(column, field, operator, typed=str):
        return [
            everything.page([*ACTIVE, (field, operator, typed(value))])
            for value in sample(column)
        ]

    return {
        "list": [everything.page(ACTIVE, page) for page in range(PAGES)]
        + [kib_b.page([("kib", "=", "B"), *ACTIVE], page) for page in range(PAGES)],
        "search name": search("asset.name", "display_name", "ilike", _two_words),
        "search code": search("kode.code", "code_id", "child_of"),
        "search make": search("asset.merk_type", "merk_type", "ilike", _two_words),
        "search NIBAR": search("asset.nibar", "nibar", "=like", "{}%".format),
        "search plate": search("asset.nomor_polisi", "display_name", "ilike"),
        "name_search": [_name_search(_two_words(name)) for name in sample("asset.name")],
        "group": [everything.groups(ACTIVE, field) for field in GROUPS],
        "open": [_open(env, record_id) for record_id in sample("asset.id")],
    }


class _List:
    """Requests of a list view."""

    def __init__(self, env, xmlid):
        arch = _arch(env, env.ref(xmlid).id, "list")
        self._specification = specification(env[MODEL], arch)
        self._limit = int(arch.get("limit") or 80)
        self._count_limit = int(arch.get("count_limit") or 10000) + 1
        self._aggregates = [
            f"{name}:{field.aggregator}"
            for name in self._specification
            if (field := env[MODEL]._fields[name]).aggregator and field.store
        ]

    def page(self, domain, number=0):
        """One page of rows, with their count."""
        return _call(
            "web_search_read",
            domain,
            self._specification,
            limit=self._limit,
            offset=number * self._limit,
            order="",
            count_limit=self._count_limit,
        )

    def groups(self, domain, field):
        """The groups by one field, folded, with their totals."""
        return _call(
            "web_read_group",
            domain,
            [field],
            self._aggregates,
            limit=self._limit,
            unfold_read_specification=self._specification,
            unfold_read_default_limit=self._limit,
        )


def _two_words(text):
    return " ".join(text.split()[:2])


def _name_search(text):
    return _call(
        "web_name_search", text, {"display_name": {}}, domain=[], limit=SUGGESTIONS
    )


def _open(env, record_id):
    arch = _arch(env, env.ref("sipbd.sipbd_asset_view_form").id, "form")
    return _call("web_read", [record_id], specification(env[MODEL], arch))


def _call(method, *args, **kwargs):
    def request(env):
        answer = call_kw(env[MODEL], method, list(args), dict(kwargs))
        if not (answer["length"] if isinstance(answer, dict) else answer):
            raise ValueError(f"{method} found nothing: {args} {kwargs}")

    return request


def _arch(env, view_id, kind):
    return etree.fromstring(env[MODEL].get_view(view_id, kind)["arch"])


def specification(model, arch):
    """What the client asks to read for a view: its fields, and theirs."""
    wanted = {}
    for node in arch.xpath(".//field[not(ancestor::field)]"):
        field = model._fields[node.get("name")]
        wanted[field.name] = {}
        if field.type == "many2one":
            wanted[field.name] = {"fields": {"display_name": {}}}
        elif field.type == "one2many":
            rows = node.find("list")
            inner = specification(model.env[field.comodel_name], _detached(rows))
            wanted[field.name] = {
                "fields": inner,
                "limit": int(rows.get("limit") or 40),
                "order": rows.get("default_order") or "",
            }
    return wanted


def _detached(node):
    return etree.fromstring(etree.tostring(node))


def _samples(env, count):
    """Random active assets of the user: a function from column to ``count`` values."""
    top = env.user._pemda_unit_ids("sipbd.group_asset_reader")

    def sample(column):
        env.cr.execute(
            SQL(
                """
                SELECT %(column)s
                  FROM sipbd_asset asset
                  JOIN sipbd_kode kode ON kode.id = asset.code_id
                  JOIN hr_department unit ON unit.id = asset.unit_id
                  JOIN hr_department top
                    ON unit.parent_path LIKE top.parent_path || '%%'
                 WHERE top.id = ANY(%(top)s) AND asset.state = 'aktif'
                   AND %(column)s IS NOT NULL
                 ORDER BY md5(asset.id::text)
                 LIMIT %(count)s
                """,
                column=SQL.identifier(*column.split(".")),
                top=top,
                count=count,
            )
        )
        return [row[0] for row in env.cr.fetchall()]

    return sample
