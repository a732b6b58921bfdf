from dataclasses import replace

from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.booklet import Booklet
from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.models.options import ReportOptions

from .people_report import SIGNERS


class PersonDocument(models.AbstractModel):
    """A document about one civil servant, of tables of his histories at a date.

    Restricted data (NIK, family, health, discipline, pay) are printed for himself and
    for whoever may see them in the unit where he works; for others they are left out.
    """

    _name = "sikda.person.document"
    _description = "Document about a civil servant"
    _inherit = ["pemda.report.booklet"]

    _report_group = "sikda.group_asn_reader"
    _report_asks = frozenset({"nip"})
    #: everything in it is restricted
    _all_private = False
    _form_title: tuple[str, ...] = ()
    _form_orientation = "landscape"

    def _tables(self) -> tuple:
        """Pairs of title and :class:`.history_table.History`."""
        raise NotImplementedError

    # whose

    def _options_of(self, person) -> ReportOptions:
        """What is printed from the Print menu of a person."""
        unit = person.sudo().unit_id or self.env.ref("pemda_base.unit_pemda")
        return ReportOptions(
            unit=unit.with_env(self.env),
            date=self._usual_date(),
            extra={"person": person},
        )

    def _render_pdf(self, records, data):
        for record in records:
            person = self._person_of(record)
            yield record, self._render(self._options_of(person), "pdf")

    def _render_xlsx(self, records):
        """Workbook of one person."""
        records.ensure_one()
        return self._render(self._options_of(self._person_of(records)), "xlsx")

    def _person_of(self, record):
        """The civil servant of a record from whose Print menu this was called."""
        return record

    def _extra_from_words(self, unit, words):
        extra = super()._extra_from_words(unit, words)
        if "nip" in words:
            people = self.env["hr.employee"]
            extra["person"] = people.search([("nip", "=", words["nip"])], limit=1)
        return extra

    def _person(self, options):
        person = options.extra.get("person")
        if not person:
            raise UserError(
                self.env._(
                    "Choose whose “%(report)s” it is.", report=self._report_title
                )
            )
        return person

    def _is_own(self, person):
        return person.sudo().user_id == self.env.user

    def _is_private(self, person):
        """Whether the user may see the restricted data of a person."""
        return self.env.su or self._is_own(person) or bool(person._of_private_office())

    def _check_printer(self, options):
        person = self._person(options)
        if self.env.su:
            return
        if not self._is_own(person):
            super()._check_printer(options)
            person.check_access("read")
        if self._all_private and not self._is_private(person):
            raise AccessError(
                self.env._(
                    "“%(report)s” is only for those who see pay, family and "
                    "discipline of the people of this unit.",
                    report=self._report_title,
                )
            )

    def _check_options(self, options):  # pylint: disable=missing-return
        super()._check_options(options)
        unit = self._person(options).sudo().unit_id
        if unit and not unit.parent_path.startswith(options.unit.parent_path):
            raise UserError(
                self.env._(
                    "The person does not work in %(unit)s or below it: choose the unit "
                    "of the person.",
                    unit=options.unit.display_name,
                )
            )

    def _details(self, options):
        """By name: whoever holds any office in the unit reads the register."""
        return self._person(options).sudo().nama_gelar

    def _file_name(self, options):
        person = self._person(options).sudo()
        parts = (self._report_code, person.nip, options.date.isoformat())
        return "_".join(filter(None, parts))

    # the document

    def _describe(self, options):
        person = self._person(options)
        # who prints his own DRH does not read the offices of his unit
        options = replace(options, unit=options.unit.sudo())
        return Booklet(
            name=self._report_code,
            title=self._form_title,
            sections=self._sections(options, person),
            paper=options.paper,
            orientation=self._form_orientation,
            letterhead=self._letterhead(options.unit),
            identity=self._identity(options, person),
            place_date=self._place_date(options),
            signers=self._signers_of(options, person),
            font_size=8,
        )

    def _signers_of(self, options, person):
        return self._signers(options, SIGNERS)

    def _identity(self, options, person):
        state, person = self._state(options, person), person.sudo()
        pairs = (
            ("NAMA", person.nama_gelar),
            ("NIP", person.nip),
            ("PANGKAT/GOLONGAN", state["pangkat"]),
            ("JABATAN", state["jabatan"]),
            ("UNIT KERJA", state["unit"]),
            ("KEADAAN PER TANGGAL", long_date(options.date)),
        )
        return tuple((label, value or "-") for label, value in pairs)

    def _sections(self, options, person):
        private = self._is_private(person)
        found = []
        for title, table in self._tables():
            if table.private and not private:
                continue
            rows = self._standing(options, person, table)
            if rows or not table.optional:
                found.append(table.section(rows, title, private))
        return tuple(found)

    def _standing(self, options, person, table):
        """Rows of a history that counted on the day; the rules of it decide whose."""
        domain = Domain(
            [
                ("employee_id", "=", person.id),
                ("replaced_by_id", "=", False),
                *table.domain,
            ]
        ) & (Domain("verified", "=", True) | Domain("source", "!=", "manual"))
        rows = self.env[table.model].search(domain, order=table.order).sudo()
        day = options.date
        return rows.filtered(lambda row: self._was_known(table.since(row), day))

    def _was_known(self, since, day):
        return not since or since <= day

    def _state(self, options, person):
        """Pangkat, post, unit and the like of the person on the day, as texts."""
        self.env.flush_all()
        people = self.env["hr.employee"].sudo()
        state = people._asn_state(
            options.date,
            people=SQL("e.id = %s", person.id),
            rows=SQL("r.employee_id = %s", person.id),
        )
        self.env.cr.execute(
            SQL(
                """SELECT state.status_asn, state.mkg_tahun, state.mkg_bulan,
                          state.tmt_golongan, state.nama_jabatan AS jabatan,
                          state.tmt_jabatan, state.tmt_pensiun, state.gaji_pokok,
                          concat_ws(', ', tingkat.singkatan,
                                    nullif(state.pendidikan, '')) AS pendidikan,
                          coalesce(golongan.pangkat || ' (' || golongan.name || ')',
                                   golongan.name) AS pangkat,
                          unit.name AS unit
                     FROM (%s) state
                     LEFT JOIN sikda_golongan golongan
                            ON golongan.id = state.golongan_id
                     LEFT JOIN sikda_pendidikan_tingkat tingkat
                            ON tingkat.id = state.pendidikan_tingkat_id
                     LEFT JOIN hr_department unit ON unit.id = state.unit_id""",
                state,
            )
        )
        return self.env.cr.dictfetchone()
