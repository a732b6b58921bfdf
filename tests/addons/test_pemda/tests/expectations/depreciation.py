"""Periods of the register and the depreciation that is computed for them."""

from ..isolation_policy import Policy
from .foundation import READERS, make_asset


def make_period(case, unit):
    """One per unit: periods belong to the whole pemda and do not overlap."""
    periods = case.env["sipbd.period"]
    last = periods.search([], limit=1)
    year = last.date_to.year + 1 if last else 2031
    return periods._generate(year, year)[:1]


def make_period_log(case, unit):
    return make_period(case, unit).log_ids


def make_progress(case, unit):
    return case.env["sipbd.period.progress"].create(
        {
            "period_id": make_period(case, unit).id,
            "total": 1,
            "entries": 1,
            "last_entry_id": 1,
            "basis": "-",
        }
    )


def _stored(model, **values):
    """Maker of a row as a run writes it: by SQL, for an asset of the unit."""

    def make(case, unit):
        asset = make_asset(case, unit)
        row = {
            "period_id": make_period(case, unit).id,
            "unit_id": unit.id,
            "code_id": asset.code_id.id,
            **{
                name: asset.id if value is ... else value
                for name, value in values.items()
            },
        }
        case.env.flush_all()
        table = case.env[model]._table
        case.env.cr.execute(
            f"INSERT INTO {table} ({', '.join(row)})"
            f" VALUES ({', '.join(['%s'] * len(row))}) RETURNING id",
            list(row.values()),
        )
        return case.env[model].browse(case.env.cr.fetchone()[0])

    return make


AMOUNTS = dict.fromkeys(("jumlah", "nilai", "akumulasi", "beban", "koreksi"), 1)


def policy_vals(case, unit):
    count = case.env["sipbd.penyusutan.policy"].search_count([])
    return {"date_from": f"{2100 + count}-01-01", "legal_basis": unit.code}


def make_policy(case, unit):
    return case.env["sipbd.penyusutan.policy"].create(policy_vals(case, unit))


def _life(model, **more):
    def vals(case, unit):
        count = case.env[model].search_count([])
        return {
            "prefix": "1.3.2.19",
            "name": unit.code,
            "years": 3,
            "date_from": f"{2100 + count % 90}-01-01",
            "legal_basis": "Perbup 1",
            **more,
        }

    return {
        "make": lambda case, unit: case.env[model].create(vals(case, unit)),
        "vals": vals,
        "change": {"years": 9},
    }


EXPECTED = {
    # Of the whole pemda: everybody of the register sees them, nobody writes them
    # but what is done to them.
    "sipbd.period": Policy(
        read=READERS, scoped=False, make=make_period, change={"state": "closed"}
    ),
    "sipbd.period.log": Policy(
        read=READERS, scoped=False, make=make_period_log, change={"reason": "forged"}
    ),
    "sipbd.period.progress": Policy(
        read=READERS, scoped=False, make=make_progress, change={"done": 9}
    ),
    "sipbd.period.figure": Policy(
        read=READERS,
        make=_stored(
            "sipbd.period.figure",
            asset_id=...,
            komptabel="01",
            status="susut",
            **AMOUNTS,
        ),
        change={"beban": 0},
    ),
    "sipbd.period.total": Policy(
        read=READERS,
        make=_stored("sipbd.period.total", komptabel="01", aset=1, buku=0, **AMOUNTS),
        change={"beban": 0},
    ),
    "sipbd.period.finding": Policy(
        read=READERS,
        make=_stored("sipbd.period.finding", asset_id=..., kind="tanpa_masa"),
        change={"kind": "nilai_nol"},
    ),
    # Kept by the pengurus barang pengelola, who is none of the roles tried.
    "sipbd.penyusutan.policy": Policy(
        read=READERS,
        scoped=False,
        make=make_policy,
        vals=policy_vals,
        change={"legal_basis": "forged"},
    ),
    "sipbd.masa.manfaat": Policy(
        read=READERS, scoped=False, **_life("sipbd.masa.manfaat")
    ),
    "sipbd.masa.manfaat.band": Policy(
        read=READERS,
        scoped=False,
        **_life("sipbd.masa.manfaat.band", pct_from=0, pct_to=50),
    ),
    "sipbd.period.generate": Policy(
        scoped=False, vals=lambda case, unit: {"year_from": 2031, "year_to": 2031}
    ),
    "sipbd.period.reopen": Policy(
        scoped=False,
        vals=lambda case, unit: {
            "period_id": case.env["sipbd.period"].search([], limit=1).id,
            "reason": "Temuan",
        },
    ),
}
