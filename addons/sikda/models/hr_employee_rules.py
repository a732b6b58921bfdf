"""What the rules are asked about a person, read from the histories."""

from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from odoo import models
from odoo.tools import SQL
from odoo.tools.translate import get_translation

from ..rules import kenaikan_pangkat as kp
from ..rules import kgb, pensiun, satyalancana
from ..rules.dates import Period, Span
from ..rules.disiplin import Sanction, served
from ..rules.kinerja import PREDIKAT, Grade
from ..rules.pay import Pay, PayTable
from .sql_file import sql_file

YEARS_OF_AWARD = 12  # looked ahead


@dataclass
class Person:
    """One row of ``sql/rule_person.sql`` and what the histories add to it."""

    row: dict
    grades: list = field(default_factory=list)
    sanctions: list = field(default_factory=list)
    cltn: list = field(default_factory=list)
    awards: list = field(default_factory=list)

    @property
    def standing(self):
        row = self.row
        if not row["tmt_mkg"] or row["mkg_tahun"] is None or not row["golongan"]:
            return None
        mkg = Span.of(row["mkg_tahun"], row["mkg_bulan"] or 0)
        return kgb.Standing(row["golongan"], row["tmt_mkg"], mkg, row["gaji_pokok"])

    @property
    def candidate(self):
        row = self.row
        if row["status_asn"] != "pns" or not row["tmt_golongan"]:
            return None
        return kp.Candidate(
            golongan=row["golongan"],
            tmt_golongan=row["tmt_golongan"],
            jenis_jabatan=row["jenis_jabatan"] or kp.PELAKSANA,
            pendidikan=row["pendidikan"] or "",
            eselon=row["eselon"] or "",
            jenjang=row["jenjang"] or "",
            tmt_jabatan=row["tmt_jabatan"],
            angka_kredit=row["angka_kredit"],
            pim=row["pim"] or 0,
            tugas_belajar=row["kedudukan"] == "03",
        )


class Employee(models.Model):
    _inherit = "hr.employee"

    def _due_explained(self, day=None):
        """Explanations and findings by (employee, kind), from the pure rules.

        For those whom the user may read; ``sudo`` reads their histories.
        """
        readable = self._filtered_access("read")
        if not readable:
            return {}
        day = day or self.env.company.sudo()._pemda_today()
        parameters = self.env["sikda.parameter"].sudo()._rules()
        table = self.env["sikda.gaji"].sudo()._pay_table()
        explained = {}
        for employee_id, person in (
            readable.sudo()._rule_people(parameters, day).items()
        ):
            for kind, result in _explained(person, day, table, parameters):
                explained[employee_id, kind] = result
        return explained

    def _rule_people(self, parameters, day):
        """:class:`Person` of each of these people, by id."""
        self.env.flush_all()
        rows = SQL("r.employee_id = ANY(%s)", self.ids)
        state = self._asn_now(SQL("e.id = ANY(%s)", self.ids))
        found = {
            row["employee_id"]: Person(row)
            for row in self._dicts(sql_file("rule_person", state=state, day=day))
        }
        for row in self._dicts(sql_file("rule_history", rows=rows)):
            if person := found.get(row["employee_id"]):
                _remember(person, row, parameters)
        return found

    def _dicts(self, query):
        self.env.cr.execute(query)
        return self.env.cr.dictfetchall()

    def _of_private_office(self):
        """Those of these people whose discipline and pay the user may see."""
        if self.env.su:
            return self
        units = self.env.user._pemda_unit_ids("sikda.group_asn_private")
        return self.browse(
            self.sudo()
            .search([("id", "in", self.ids), ("unit_id", "child_of", units)])
            .ids
        )

    def _sentences(self, sentences):
        """Sentences of the rules in the language of the user, each with its article."""
        lines = [
            Markup("<li>%s%s%s</li>")
            % (
                self._sentence(one),
                Markup(" <small>(%s)</small>") % one.article if one.article else "",
                Markup(" <em>%s</em>") % self.env._("not confirmed")
                if not getattr(one, "confirmed", True)
                else "",
            )
            for one in sentences
        ]
        return Markup("<ul>%s</ul>") % Markup("").join(lines) if lines else False

    def _sentence(self, sentence):
        values = {name: _shown(value) for name, value in sentence.values.items()}
        lang = self.env.lang or "en_US"
        return get_translation("sikda", lang, sentence.text, values)


class Gaji(models.Model):
    _inherit = "sikda.gaji"

    def _pay_table(self):
        cells = self.search_fetch([])
        return PayTable(
            Pay(
                cell.golongan_id.name,
                cell.mkg,
                cell.amount,
                cell.date_from,
                cell.date_to or None,
                cell.legal_basis,
            )
            for cell in cells
        )


def of_person(person, day, table, parameters):
    """What the rules say of a person: by kind, the result of each rule."""
    row, results = person.row, {}
    if person.standing and row["status_asn"] != "pppk_pw":
        results["kgb"] = kgb.next_kgb(
            person.standing, day, table, parameters, person.cltn
        )
    if person.candidate:
        results["kp"] = kp.promotion(
            person.candidate, day, parameters, person.grades, person.sanctions
        )
    if row["birthday"]:
        post = pensiun.Post(row["eselon"] or "", row["jenjang"] or "", row["bup"])
        results["pensiun"] = pensiun.at_bup(row["birthday"], post, day, parameters)
    if row["status_asn"] == "pns" and row["tmt_cpns"]:
        results["satyalancana"] = _award(person, day, parameters)
    return {kind: result for kind, result in results.items() if result}


def _explained(person, day, table, parameters):
    """Kind and (explanation, findings) of what the rules say of a person."""
    for kind, result in of_person(person, day, table, parameters).items():
        if kind == "kgb":
            found = kgb.findings(
                result,
                person.standing.golongan,
                person.grades,
                person.sanctions,
                parameters,
                day,
            )
        else:
            found = getattr(result, "findings", ())
        yield kind, (result.explanation, found)
    if last := person.row["contract_last"]:
        yield "kontrak", (pensiun.contract_explained(last, parameters, day), ())


def _award(person, day, parameters):
    """The next award, at one of the days of award to come."""
    for year in range(day.year, day.year + YEARS_OF_AWARD):
        award = satyalancana.award_day(year, parameters) >= day and satyalancana.due(
            person.row["tmt_cpns"],
            year,
            person.awards,
            parameters,
            person.sanctions,
            person.cltn,
        )
        if award:
            return award
    return None


def _remember(person, row, parameters):
    if row["kind"] == "kinerja":
        person.grades.append(Grade(row["number"], PREDIKAT[int(row["code"]) - 1]))
    elif row["kind"] == "cltn":
        person.cltn.append(Period(row["first"], row["last"]))
    elif row["kind"] == "penghargaan":
        person.awards.append(row["code"])
    elif row["last"]:
        period = Period(row["first"], row["last"])
        person.sanctions.append(Sanction(row["code"], row["level"], period))
    else:
        period = served(row["code"], row["first"], parameters)
        person.sanctions.append(Sanction(row["code"], row["level"], period))


def _shown(value):
    """Dates as Indonesia writes them."""
    try:
        return date.fromisoformat(value).strftime("%d-%m-%Y")
    except (TypeError, ValueError):
        return value
