"""What the web client asks of the register: methods, fields, limits and domains.

Fields come from the views themselves, limits from their attributes, as the client
takes them from there.
"""

from lxml import etree

from odoo.service.model import call_kw
from odoo.tools import SQL
from odoo.tools.safe_eval import safe_eval

MODEL = "sipbd.asset"
ACTIVE = [("state", "=", "aktif")]
PAGES = 5
FULL_PAGE = 80
GROUPS = ("unit_id", "opd_id", "code_id", "kib", "kondisi", "tahun_perolehan")
GROUP_LIMIT = 80  # of the web client
SUGGESTIONS = 8  # of the web client in a many2one


def words(env):
    """Words of which each finds a full page of assets: dict of column -> words.

    Asked of the smaller database, so that the same words fill a page in both: what is
    compared is finding, not showing more.
    """
    return {
        "name": _frequent(env, SQL("split_part(asset.name, ' ', 1)")),
        "make": _frequent(env, SQL("split_part(asset.merk_type, ' ', 1)")),
        # as far as the fifth level, 1.3.2.05.02
        "code": _frequent(env, SQL("substring(kode.code FROM '^.{11}')")),
    }


def requests(env, words, variety):
    """Requests of the user of ``env``.

    :param words: see :func:`words`
    :param variety: how many different numbers and records are asked for
    :return: dict of kind -> list of functions that take an environment
    """
    everything = _List(env, "sipbd.sipbd_asset_view_list")
    kib_b = _List(env, "sipbd.sipbd_asset_view_list_kib_b")
    search_view = _arch(env, "sipbd.sipbd_asset_view_search", "search")

    def search(name, values):
        """The user types into a field of the search view and presses Enter."""
        node = search_view.find(f".//field[@name='{name}']")
        return [everything.page([*ACTIVE, *_domain(node, value)]) for value in values]

    nibars, plates, record_ids = (
        _sample(env, SQL.identifier("asset", column), variety)
        for column in ("nibar", "nomor_polisi", "id")
    )
    return {
        "list": [everything.page(ACTIVE, page) for page in range(PAGES)]
        + [kib_b.page([("kib", "=", "B"), *ACTIVE], page) for page in range(PAGES)],
        "search name": search("name", words["name"]),
        "search make": search("merk_type", words["make"]),
        "search code": search("code_id", words["code"]),
        "search NIBAR": search("nibar", nibars),
        "search plate": search("name", plates),
        "name_search": [_name_search(word) for word in words["name"]],
        "group": [everything.groups(ACTIVE, column) for column in GROUPS]
        + [kib_b.groups([("kib", "=", "B"), *ACTIVE], column) for column in GROUPS],
        "open": [_open(env, record_id) for record_id in record_ids],
    }


class _List:
    """Requests of a list view."""

    def __init__(self, env, xmlid):
        arch = _arch(env, xmlid, "list")
        self._specification = specification(env[MODEL], arch)
        fields = (env[MODEL]._fields[name] for name in self._specification)
        self._sums = [
            f"{field.name}:{field.aggregator}"
            for field in fields
            if field.aggregator and field.type in ("integer", "float", "monetary")
        ]
        self._limit = int(arch.get("limit") or 80)
        self._count_limit = int(arch.get("count_limit") or 10000)

    def page(self, domain, number=0):
        """One page of rows, with their count as far as the client shows it."""
        offset = number * self._limit
        return _call(
            "web_search_read",
            domain,
            self._specification,
            limit=self._limit,
            offset=offset,
            order="",
            count_limit=max(self._count_limit, offset + self._limit) + 1,
        )

    def groups(self, domain, column):
        """The list grouped by a column, all groups closed."""
        return _call(
            "web_read_group",
            domain,
            [column],
            self._sums,
            limit=GROUP_LIMIT,
            offset=0,
            order="",
            auto_unfold=False,
            opening_info=[],
            unfold_read_specification=self._specification,
            unfold_read_default_limit=self._limit,
            groupby_read_specification={},
        )


def _name_search(text):
    return _call(
        "web_name_search", text, {"display_name": {}}, domain=[], limit=SUGGESTIONS
    )


def _open(env, record_id):
    arch = _arch(env, "sipbd.sipbd_asset_view_form", "form")
    return _call("web_read", [record_id], specification(env[MODEL], arch))


def _call(method, *args, **kwargs):
    def request(env):
        answer = call_kw(env[MODEL], method, list(args), dict(kwargs))
        if not (answer["length"] if isinstance(answer, dict) else answer):
            raise ValueError(f"{method} found nothing: {args} {kwargs}")

    return request


def _arch(env, xmlid, kind):
    view = env[MODEL].get_view(env.ref(xmlid).id, kind)
    return etree.fromstring(view["arch"])


def _domain(node, text):
    """What the search view makes of a text typed into one of its fields."""
    expression = node.get("filter_domain")
    if expression:
        return safe_eval(expression, {"self": text, "raw_value": text})
    return [(node.get("name"), node.get("operator") or "ilike", text)]


def specification(model, arch):
    """What the client asks to read for a view: its fields, and theirs."""
    wanted = {}
    for node in arch.xpath(".//field[not(ancestor::field)]"):
        field = model._fields[node.get("name")]
        wanted[field.name] = {}
        if field.type == "many2one":
            wanted[field.name] = {"fields": {"display_name": {}}}
        elif field.type == "one2many":
            rows = next(node.iterchildren("list", "kanban"))
            inner = specification(model.env[field.comodel_name], _detached(rows))
            wanted[field.name] = {
                "fields": inner,
                "limit": int(rows.get("limit") or 40),
                "order": rows.get("default_order") or "",
            }
    return wanted


def _detached(node):
    return etree.fromstring(etree.tostring(node))


def _frequent(env, expression):
    return _column(
        env,
        SQL(
            "SELECT %(word)s FROM %(visible)s AND %(word)s > '' "
            "GROUP BY 1 HAVING count(*) >= %(page)s ORDER BY count(*) DESC, 1",
            word=expression,
            visible=_visible(env),
            page=FULL_PAGE,
        ),
    )


def _sample(env, column, count):
    return _column(
        env,
        SQL(
            "SELECT %(column)s FROM %(visible)s AND %(column)s IS NOT NULL "
            "ORDER BY md5(asset.id::text) LIMIT %(count)s",
            column=column,
            visible=_visible(env),
            count=count,
        ),
    )


def _column(env, query):
    env.cr.execute(query)
    return [row[0] for row in env.cr.fetchall()]


def _visible(env):
    """The active assets of the user: tables and condition."""
    return SQL(
        """
        sipbd_asset asset
        JOIN sipbd_kode kode ON kode.id = asset.code_id
        JOIN hr_department unit ON unit.id = asset.unit_id
        JOIN hr_department top ON unit.parent_path LIKE top.parent_path || '%%'
        WHERE asset.state = 'aktif' AND top.id = ANY(%(top)s)
        """,
        top=env.user._pemda_unit_ids("sipbd.group_asset_reader"),
    )
