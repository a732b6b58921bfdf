"""People, their histories, posts and the code lists of the personnel register."""

from ..isolation_policy import EVERYBODY, Policy, roles

READERS = roles("bkd_staff", "operator", "kepala_opd", "auditor")
PRIVATE = roles("bkd_staff", "operator", "auditor")
OPERATORS = roles("bkd_staff", "operator")
BKD = roles("bkd_staff")


def make_person(case, unit, **vals):
    return case.env["hr.employee"].create(
        {"name": f"Pegawai {unit.code}", "department_id": unit.id, **vals}
    )


def _person_of(case, unit):
    """The one person of a unit whose histories are tried."""
    found = case.env["hr.employee"].search(
        [("name", "=", f"Pegawai {unit.code}"), ("unit_id", "=", unit.id)], limit=1
    )
    return found or make_person(case, unit)


def _code(model, **fields):
    def find(case):
        domain = [(name, "=", value) for name, value in fields.items()]
        return case.env[model].search(domain, limit=1).id

    return find


# model -> values of a row beside the person; a callable is asked with the case
HISTORIES = {
    "status": {"tmt": "2020-01-01", "status_asn": "pns"},
    "pangkat": {
        "tmt": "2020-01-01",
        "golongan_id": _code("sikda.golongan", family="pns"),
    },
    "jabatan": {"tmt": "2020-01-01", "nama_jabatan": "Pengelola"},
    "pendidikan": {
        "tahun_lulus": 2000,
        "tingkat_id": _code("sikda.pendidikan.tingkat", code="40"),
    },
    "diklat": {"jenis": "teknis", "nama": "Diklat"},
    "kinerja": {"tahun": 2024},
    "angka.kredit": {"ak_total": 10},
    "pmk": {"tmt": "2020-01-01"},
    "cltn": {"tmt": "2020-01-01", "tmt_akhir": "2020-12-31"},
    "penghargaan": {"nama": "Satyalancana"},
    "pindah": {"tmt": "2020-01-01", "arah": "masuk"},
    "perjanjian": {
        "tmt": "2020-01-01",
        "tmt_akhir": "2024-12-31",
        "golongan_id": _code("sikda.golongan", family="pppk"),
    },
    "organisasi": {"nama": "Korpri"},
    "bahasa": {"nama": "Inggris"},
    "luar.negeri": {"negara": "Jepang"},
    "dokumen": {"jenis_id": _code("sikda.dokumen.jenis", code="872")},
}
PRIVATE_HISTORIES = {
    "keluarga": {"hubungan": "anak", "nama": "Anak"},
    "kgb": {"tmt": "2020-01-01", "mkg_tahun": 10, "gaji": 3_000_000},
    "cuti": {
        "tmt": "2020-01-01",
        "tmt_akhir": "2020-01-03",
        "jenis_id": _code("sikda.jenis.cuti", code="CT"),
    },
}
BKD_HISTORIES = {
    "pemberhentian": {
        "tmt": "2020-01-01",
        "kedudukan_hukum_id": _code("sikda.kedudukan.hukum", code="99"),
    },
}
PRIVATE_BKD_HISTORIES = {
    "hukdis": {"jenis_id": _code("sikda.jenis.hukdis", code="1")},
}


def _history(name, values, readers, writers):
    def vals(case, unit):
        return {
            "employee_id": _person_of(case, unit).id,
            **{k: v(case) if callable(v) else v for k, v in values.items()},
        }

    return Policy(
        read=readers,
        write=writers,
        create=writers,
        unlink=writers,
        make=lambda case, unit: case.env[f"sikda.riwayat.{name}"].create(
            vals(case, unit)
        ),
        vals=vals,
        change={"keterangan": "diubah"},
    )


def unit_row_vals(case, unit):
    return {
        "employee_id": _person_of(case, unit).id,
        "tmt": "2020-01-01",
        "unor_id": unit.id,
    }


def formasi_vals(case, unit):
    post = case.env["sikda.jabatan"].create(
        {"name": f"Uji {unit.code} {case.env['sikda.jabatan'].search_count([])}"}
        | {"jenis": "pelaksana"}
    )
    return {"unit_id": unit.id, "jabatan_id": post.id, "kebutuhan": 2}


# Everybody looks it up, BKD keeps it. What is published is never deleted.
def _codes(model, unlink=frozenset(), **values):
    def make(case, unit):
        return case.env[model].create(
            {
                name: value(case) if callable(value) else value.replace("*", unit.code)
                for name, value in values.items()
            }
        )

    return Policy(
        read=EVERYBODY,
        write=BKD,
        create=BKD,
        unlink=unlink,
        scoped=False,
        make=make,
        change={"active": False} if "name" in values else {"legal_basis": "lain"},
    )


def make_syarat(case, unit):
    kinds = case.env["sikda.dokumen.jenis"]
    code = f"{unit.code}-{kinds.search_count([])}"
    kind = kinds.create({"code": code, "name": f"Dokumen {code}"})
    return case.env["sikda.dokumen.syarat"].create(
        {"jenis_id": kind.id, "status_asn": "pns"}
    )


def formasi_change_vals(case, unit):
    """Of a need of the unit: who may not change it may not ask to."""
    formasi = case.env["sikda.formasi"].search([("unit_id", "=", unit.id)], limit=1)
    return {
        "formasi_id": formasi.id,
        "date_from": "2040-01-01",
        "legal_basis": "Uji",
    }


def make_peta(case, unit):
    """The line of the map of posts that a new formasi gives."""
    formasi = case.env["sikda.formasi"].create(formasi_vals(case, unit))
    case.env.flush_all()
    return case.env["sikda.peta.jabatan"].browse(formasi.id)


def make_mine(case, unit):
    """Somebody's own page: nobody else sees it, whatever the office."""
    person = make_person(case, unit)
    case.env.flush_all()
    return case.env["sikda.data.saya"].browse(person.id)


def _rank(case):
    return 90


EXPECTED = {
    "sikda.golongan": _codes(
        "sikda.golongan", code="*", name="U*", family="pns", rank=_rank
    ),
    "sikda.eselon": _codes("sikda.eselon", code="*", name="U*", rank=_rank),
    "sikda.jenjang": _codes(
        "sikda.jenjang", code="*", name="U*", rank=_rank, kategori="keahlian"
    ),
    "sikda.pendidikan.tingkat": _codes(
        "sikda.pendidikan.tingkat", code="*", name="U*", rank=_rank
    ),
    "sikda.kedudukan.hukum": _codes(
        "sikda.kedudukan.hukum", code="*", name="U*", group="active"
    ),
    "sikda.referensi": _codes("sikda.referensi", code="*", name="U*", kind="agama"),
    "sikda.jenis.hukdis": _codes(
        "sikda.jenis.hukdis", code="*", name="U*", level="ringan"
    ),
    "sikda.jenis.cuti": _codes(
        "sikda.jenis.cuti", code="*", name="U*", applies_to="PNS"
    ),
    "sikda.dokumen.jenis": _codes("sikda.dokumen.jenis", code="*", name="U*"),
    "sikda.gaji": _codes(
        "sikda.gaji",
        unlink=BKD,
        golongan_id=_code("sikda.golongan", family="pns"),
        mkg=lambda case: case.env["sikda.gaji"].search_count([]),
        amount=lambda case: 1,
        date_from="2030-01-01",
        legal_basis="uji",
    ),
    "sikda.jabatan": _codes(
        "sikda.jabatan", unlink=BKD, name="Jabatan *", jenis="pelaksana"
    ),
    "sikda.dokumen.syarat": Policy(
        read=EVERYBODY,
        write=BKD,
        create=BKD,
        unlink=BKD,
        scoped=False,
        make=make_syarat,
        change={"jenis_jabatan": "pelaksana"},
    ),
    "sikda.peta.jabatan": Policy(read=READERS, make=make_peta, change={"kelas": 1}),
    "sikda.data.saya": Policy(make=make_mine, change={"nik": "1"}),
    "sikda.formasi": Policy(
        read=READERS,
        write=BKD,
        create=BKD,
        unlink=BKD,
        make=lambda case, unit: case.env["sikda.formasi"].create(
            formasi_vals(case, unit)
        ),
        vals=formasi_vals,
        change={"kebutuhan": 3},
    ),
    "sikda.formasi.change": Policy(create=BKD, vals=formasi_change_vals),
    "sikda.riwayat.unit": Policy(
        read=READERS,
        write=OPERATORS,
        create=OPERATORS,
        unlink=OPERATORS,
        make=lambda case, unit: case.env["sikda.riwayat.unit"].create(
            unit_row_vals(case, unit)
        ),
        vals=unit_row_vals,
        change={"keterangan": "diubah"},
    ),
    **{
        f"sikda.riwayat.{name}": _history(name, values, readers, writers)
        for histories, readers, writers in (
            (HISTORIES, READERS, OPERATORS),
            (PRIVATE_HISTORIES, PRIVATE, OPERATORS),
            (BKD_HISTORIES, READERS, BKD),
            (PRIVATE_BKD_HISTORIES, PRIVATE, BKD),
        )
        for name, values in histories.items()
    },
    # The admin pemda appoints people to offices: sees that they are there, not more.
    # hr.employee itself answers everybody with its public part: see addon sikda.
    "hr.version": Policy(
        read=READERS | roles("admin_pemda"),
        write=roles("bkd_staff", "admin_pemda"),
        make=lambda case, unit: make_person(case, unit).current_version_id,
        change={"additional_note": "x"},
    ),
}
