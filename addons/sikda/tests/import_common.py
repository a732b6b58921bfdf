"""Files of civil servants, and the steps of an import as a user takes them."""

import importlib.util
import io
import random
import tempfile
from pathlib import Path

import xlsxwriter

from odoo.addons.pemda_import.tests.common import ImportSteps

from .common import PersonnelCase

SAMPLES = Path(__file__).parents[3] / "tests" / "samples"
HEAD = (
    "NIP BARU", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TANGGAL LAHIR",
    "JENIS KELAMIN", "NIK", "ALAMAT", "TMT CPNS", "TMT PNS", "GOL AKHIR NAMA",
    "TMT GOLONGAN AKHIR", "MK TAHUN", "MK BULAN", "JENIS JABATAN NAMA", "JABATAN NAMA",
    "TMT JABATAN", "ESELON", "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN TERAKHIR NAMA",
    "TAHUN LULUS", "UNOR NAMA",
)  # fmt: skip
PERSON = {
    "NIP BARU": "199001012015031902",
    "NAMA": "TIRTA CONTOHWAN",
    "GELAR BELAKANG": "S.H.",
    "TANGGAL LAHIR": "01-01-1990",
    "JENIS KELAMIN": "M",
    "NIK": "3514010101909002",
    "ALAMAT": "Jl. Contoh 1",
    "TMT CPNS": "01-03-2015",
    "TMT PNS": "01-03-2016",
    "GOL AKHIR NAMA": "III/b",
    "TMT GOLONGAN AKHIR": "01-04-2019",
    "MK TAHUN": 4,
    "MK BULAN": 1,
    "JENIS JABATAN NAMA": "Jabatan Pelaksana",
    "JABATAN NAMA": "PENGELOLA UJI",
    "TMT JABATAN": "01-05-2019",
    "TINGKAT PENDIDIKAN NAMA": "S-1",
    "PENDIDIKAN TERAKHIR NAMA": "S-1 HUKUM",
    "TAHUN LULUS": 2013,
    "UNOR NAMA": "Dinas Uji",
}


def row(**changes):
    """One row of the trimmed list; keywords are headings with '_' for ' '."""
    return {
        **PERSON,
        **{key.replace("_", " "): value for key, value in changes.items()},
    }


def listing(*rows, sheet="PNS"):
    """Bytes of an .xlsx in the form of the trimmed SIASN list."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        table = book.add_worksheet(sheet)
        table.write_row(0, 0, HEAD)
        for number, cells in enumerate(rows, 1):
            for column, name in enumerate(HEAD):
                value = cells.get(name)
                if isinstance(value, str):
                    table.write_string(number, column, value)
                elif value is not None:
                    table.write_number(number, column, value)
    return buffer.getvalue()


def sheet(*rows):
    """Bytes of an .xlsx with these rows."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        page = book.add_worksheet("Sheet1")
        for number, cells in enumerate(rows):
            page.write_row(number, 0, cells)
    return buffer.getvalue()


def sample(name):
    """A module of tests/samples."""
    spec = importlib.util.spec_from_file_location(name, SAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def generator():
    """The module that makes files of invented people."""
    return sample("make_pegawai_samples")


class ImportCase(ImportSteps, PersonnelCase):
    """BKD staff, an operator of OPD A and one of OPD B."""

    filename = "pegawai.xlsx"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bkd = cls.make_user("bkd", "bkd_staff", cls.root)
        cls.operator_a = cls.make_user("op_a", "operator_kepegawaian", cls.opd_a)
        cls.operator_b = cls.make_user("op_b", "operator_kepegawaian", cls.opd_b)
        cls.head_a = cls.make_user("head_a", "kepala_opd", cls.opd_a)
        cls.post = cls.env["sikda.jabatan"].create(
            {"name": "Pengelola Uji", "jenis": "pelaksana"}
        )
        cls.env.cr.execute("DELETE FROM pemda_import_mapping")
        cls.env.cr.execute("UPDATE pemda_import_load SET sha256 = NULL")
        cls.env.flush_all()

    @classmethod
    def checked_or_refused(cls, user, unit, content, filename):
        load = cls.upload(user, unit, content, filename)
        load.action_step()
        return load

    @classmethod
    def person(cls, nip):
        return cls.env["hr.employee"].search([("nip", "=", nip)])

    @classmethod
    def generated(cls, maker, seed=7, count=60):
        """Files of invented people: {name: bytes}, the people and what is expected."""
        make = generator()
        rnd = random.Random(seed)
        people, expected, files = make.people(rnd, count), {}, {}
        with tempfile.TemporaryDirectory() as folder:
            arguments = {
                "make_siasn": (people, rnd, folder, expected),
                "make_nominatif": (people, folder, expected),
                "make_22": (people, folder, expected),
                "make_duk": (people, folder, expected),
                "make_csv": (people, folder, expected),
                "make_bezetting": (folder, rnd, expected),
            }[maker]
            getattr(make, maker)(*arguments)
            for path in Path(folder).iterdir():
                files[path.name] = path.read_bytes()
        return files, people, expected

    @classmethod
    def make_generated_units(cls):
        """The OPD of the generator with the units below that its rows name; no other
        unit is called so."""
        units, tops = cls.env["hr.department"], {}
        for name in generator().UNITS:
            for other in units.search([("name", "=ilike", name)]):
                other.name = f"{name} lain {other.id}"
        for number, name in enumerate(generator().UNITS, 1):
            top = cls.make_unit(f"G{number:02d}", name, "dinas", cls.root)
            tops[name] = top
            office = cls.make_unit(f"G{number:02d}.1", "SEKRETARIAT", "upt", top)
            cls.make_unit(
                f"G{number:02d}.1.1", "SUB BAGIAN UMUM DAN KEPEGAWAIAN", "upt", office
            )
            cls.make_unit(f"G{number:02d}.2", "BIDANG ASET", "upt", top)
            cls.make_unit(f"G{number:02d}.3", "BIDANG MUTASI", "upt", top)
            cls.make_unit(f"G{number:02d}.4", "SUB BAGIAN UMUM", "upt", top)
        return tops
