"""The unit tree, imports, reports, codes, assets and their ledger."""

import base64

from ..isolation_policy import EVERYBODY, Policy, roles

READERS = roles("pengurus", "pembantu", "kepala_opd", "auditor")
CLERKS = roles("pengurus", "pembantu")
ADMIN = roles("admin_pemda")
PEOPLE = roles("bkd_staff", "operator")
OFFICE_HOLDERS = EVERYBODY - roles("nobody", "pegawai")

DOCUMENT = {
    "document_kind": "bast",
    "document_number": "BAST/1/2026",
    "document_date": "2026-01-15",
}


def _kode(case):
    return case.env["sipbd.kode"].search([("code", "=", "1.3.2.05.01.04.001")])


def asset_vals(case, unit):
    return {
        "code_id": _kode(case).id,
        "unit_id": unit.id,
        "name": "Lemari besi",
        "nilai_perolehan": 1_000_000,
        **DOCUMENT,
    }


def make_asset(case, unit):
    return case.env["sipbd.asset"].create(asset_vals(case, unit))


def make_entry(case, unit):
    return make_asset(case, unit).entry_ids


def load_vals(case, unit):
    return {
        "file": base64.b64encode(f"kode,nama\n1,{unit.code}".encode()).decode(),
        "filename": f"{unit.code}.csv",
        "target": "sipbd.asset",
        "unit_id": unit.id,
    }


def make_load(case, unit):
    return case.env["pemda.import.load"].create(load_vals(case, unit))


def _staged(model, **vals):
    """Maker of a row that the import engine writes for a load."""

    def make(case, unit):
        load = make_load(case, unit)
        return case.env[model].create({"load_id": load.id, **vals})

    return make


def make_row(case, unit):
    table = _staged("pemda.import.table", sheet="Sheet1")(case, unit)
    return case.env["pemda.import.row"].create(
        {"table_id": table.id, "number": 1, "raw": '["x"]'}
    )


def entry_wizard_vals(case, unit):
    asset = case.env["sipbd.asset"].search([("unit_id", "=", unit.id)], limit=1)
    return {"asset_id": asset.id, **DOCUMENT}


def undo_vals(case, unit):
    load = case.env["pemda.import.load"].search([("unit_id", "=", unit.id)], limit=1)
    return {"load_id": load.id, "reason": "Salah berkas"}


def mapping_vals(case, unit):
    return {
        "kind": "unit",
        "source": f"UNIT LAMA {unit.code}",
        "unit_id": unit.id,
        "to_unit_id": unit.id,
    }


def make_mapping(case, unit):
    return case.env["pemda.import.mapping"].create(mapping_vals(case, unit))


def make_document(case, unit):
    return case.env["pemda.report.document"].create(
        {
            "number": f"DOK-{unit.code}",
            "report_name": "kib_b",
            "unit_id": unit.id,
            "date": "2026-01-31",
            "output": "pdf",
            "sha256": "0" * 64,
            "printed_by_id": case.env.uid,
            "printed_at": "2026-01-31 10:00:00",
        }
    )


def make_holder(case, unit):
    office = case.env["pemda.office"].search([("code", "=", "kepala_opd")])
    return case.env["pemda.office.holder"].create(
        {
            "office_id": office.id,
            "unit_id": unit.id,
            "user_id": case.env.uid,
            "capacity": "plh",
            "date_from": "2026-01-01",
        }
    )


def _one(model, **vals):
    """Maker of a reference record that belongs to no unit."""

    def make(case, unit):
        return case.env[model].create(
            {
                name: value.replace("*", unit.code) if isinstance(value, str) else value
                for name, value in vals.items()
            }
        )

    return make


def make_unit(case, unit):
    return unit


def make_kode(case, unit):
    last = 901 + case.env["sipbd.kode"].search_count([("is_local", "=", True)])
    return case.env["sipbd.kode"].create(
        {"code": f"1.3.2.05.01.04.{last}", "name": "Barang uji"}
    )


# Everybody looks it up, the admin pemda keeps it.
def _reference(**keywords):
    return Policy(
        read=EVERYBODY,
        write=ADMIN,
        create=ADMIN,
        unlink=ADMIN,
        scoped=False,
        **keywords,
    )


EXPECTED = {
    "hr.department": Policy(
        read=EVERYBODY,
        write=ADMIN,
        scoped=False,
        make=make_unit,
        change={"street": "Jalan Lain 1"},
    ),
    "pemda.unit.kind": _reference(
        make=_one("pemda.unit.kind", code="uji_*", name="Uji"),
        change={"name": "Uji lain"},
    ),
    "pemda.office": _reference(
        make=_one("pemda.office", code="uji_*", name="Uji"),
        change={"name": "Uji lain"},
    ),
    "pemda.office.holder": _reference(make=make_holder, change={"sk_number": "821/1"}),
    "pemda.numbering": _reference(
        make=_one("pemda.numbering", code="uji_*", name="Uji", template="{urut}"),
        change={"template": "{urut:9}"},
    ),
    "pemda.numbering.counter": Policy(read=ADMIN, scoped=False),
    "pemda.report.document": Policy(
        read=OFFICE_HOLDERS, make=make_document, change={"sha256": "1" * 64}
    ),
    "pemda.report.wizard": Policy(),
    "pemda.import.load": Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        make=make_load,
        vals=load_vals,
        change={"filename": "lain.csv"},
    ),
    "pemda.import.table": Policy(
        read=READERS,
        make=_staged("pemda.import.table", sheet="Sheet1"),
        change={"sheet": "lain"},
    ),
    "pemda.import.row": Policy(read=READERS, make=make_row, change={"number": 9}),
    "pemda.import.finding": Policy(
        read=READERS,
        make=_staged("pemda.import.finding", stage="read", kind="x", severity="note"),
        change={"kind": "y"},
    ),
    "pemda.import.question": Policy(
        read=READERS,
        make=_staged("pemda.import.question", kind="unit", source="UNIT LAMA"),
        change={"source": "lain"},
    ),
    # Names of units in files: who loads lists of units or of people answers too.
    "pemda.import.mapping": Policy(
        read=READERS | ADMIN | PEOPLE,
        write=CLERKS | ADMIN | PEOPLE,
        create=CLERKS | ADMIN | PEOPLE,
        unlink=CLERKS | ADMIN | PEOPLE,
        make=make_mapping,
        vals=lambda case, unit: {
            **mapping_vals(case, unit),
            "source": f"NAMA LAIN {unit.code}",
        },
        change={"source": "UNIT YANG LAIN"},
    ),
    "pemda.import.undo": Policy(create=CLERKS, vals=undo_vals),
    "sipbd.kode": _reference(make=make_kode, change={"name": "Barang uji lain"}),
    "sipbd.asset": Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        make=make_asset,
        vals=asset_vals,
        change={"merk_type": "Merk lain"},
    ),
    "sipbd.entry": Policy(read=READERS, make=make_entry, change={"note": "forged"}),
    "sipbd.entry.wizard": Policy(create=CLERKS, vals=entry_wizard_vals),
}
