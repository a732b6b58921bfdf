from base64 import b64decode
from decimal import Decimal
from io import BytesIO
from itertools import count
from zoneinfo import ZoneInfo

from psycopg2.errors import ReadOnlySqlTransaction

from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL, format_date

from ..engine.errors import ReportError
from ..engine.formats import long_date
from ..engine.model import Issue, Letterhead, Printed, Report, Signer
from ..engine.pdf import write_pdf
from ..engine.screen import preview
from ..engine.xlsx import write_xlsx
from .options import ReportOptions, semester_start

WRITERS = {"pdf": write_pdf, "xlsx": write_xlsx}
ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
SYSTEM = "SIPBD–SIKDa"
CHUNK = 2000
#: to be filled in by hand
NO_SEAT = "." * 24
CURSOR_NUMBERS = count()


class ReportSource(models.AbstractModel):
    """A report that units can print.

    Inherit it under a name ``report.<module>.<code>``, set the three attributes and
    implement ``_describe``, ``_rows`` and ``_totals``; the report then appears in the
    wizard, and an ``ir.actions.report`` on ``hr.department`` with the same
    ``report_name`` prints it from the Print menu.

    Everything that reads data goes through ``_prepare``, which checks who asks.
    """

    _name = "pemda.report.source"
    _description = "Report source"

    #: short name on the command line and in file names
    _report_code = ""
    #: as shown in the wizard and in the register of issued documents
    _report_title = ""
    #: external id of the group whose office holders may print it for their units
    _report_group = ""
    #: it reports what changed from a first day on, which is asked
    _report_spans = False
    #: names of what else it asks; see ``ReportOptions.extra``
    _report_asks = frozenset()

    # what a report implements

    def _describe(self, options: ReportOptions) -> Report:
        """The form, filled in for the unit and date of ``options``."""
        raise NotImplementedError

    def _rows(self, options: ReportOptions):
        """Iterator over the rows of ``_describe``; see ``_fetch``."""
        raise NotImplementedError

    def _totals(self, options: ReportOptions):
        """What the database says, as :class:`..engine.model.Expected`.

        The print is refused if it differs from the printed rows.
        """
        raise NotImplementedError

    def _read(self, options: ReportOptions):
        """``_rows`` and ``_totals``, for a report that reads both at once."""
        return self._rows(options), self._totals(options)

    def _extra_from_words(self, unit, words):
        """Further options as the command line gives them: dict of name and word.

        :return: dict as in ``ReportOptions.extra``
        :raises UserError: a name that the report does not ask, or a bad answer
        """
        for name in sorted(words.keys() - self._report_asks):
            raise UserError(
                self.env._(
                    "“%(report)s” has no option %(name)s. It has: %(known)s.",
                    report=self._report_title,
                    name=name,
                    known=", ".join(sorted(self._report_asks)) or "-",
                )
            )
        return {}

    def _details(self, options: ReportOptions) -> str:
        """What the register of issued documents says of the further options."""
        return ""

    # printing

    def _render(self, options: ReportOptions, output: str) -> bytes:
        """Print and enter the document into the register.

        :param output: pdf or xlsx
        :raises AccessError: the unit is not one of the user's
        :raises UserError: the report refuses to be printed, and why
        """
        self._check_printer(options)
        self._check_options(options)
        if self.env.cr.readonly:
            # /report/pdf starts on a replica: ask for a cursor that can register
            raise ReadOnlySqlTransaction("a print is entered into the register")
        document = self.env["pemda.report.document"]
        now = fields.Datetime.now()
        issue = self._issue(document._new_number(), now)
        target = BytesIO()
        printed = self._guarded(lambda: self._write(options, output, target, issue))
        # whoever may print may not write into the register by other ways
        document.sudo().create(
            self._register_vals(options, output, issue, now, printed)
        )
        return target.getvalue()

    def _write(self, options: ReportOptions, output, target, issue) -> Printed:
        """Write the file; see ``_render``."""
        report, (rows, totals) = self._describe(options), self._read(options)
        return WRITERS[output](report, rows, target, issue, totals)

    def _render_pdf(self, records, data):
        """Print units with the usual options; see ``ir.actions.report``."""
        for unit in records:
            yield unit, self._render(self._default_options(unit), "pdf")

    def _render_xlsx(self, records):
        """Workbook of one unit with the usual options."""
        records.ensure_one()
        return self._render(self._default_options(records), "xlsx")

    def _preview(self, options: ReportOptions, limit: int):
        """The description and its first lines, for the screen."""
        self._check_printer(options)
        self._check_options(options)
        report, (rows, totals) = self._describe(options), self._read(options)
        return report, self._guarded(lambda: preview(report, rows, totals, limit))

    def _preview_tables(self, options: ReportOptions, limit: int):
        """Title, description and first lines of each table, for the screen."""
        return [("", *self._preview(options, limit))]

    def _default_options(self, unit) -> ReportOptions:
        day = self._usual_date()
        first = semester_start(day) if self._report_spans else None
        return ReportOptions(unit=unit, date=day, date_from=first)

    def _usual_date(self):
        """The day that is reported if nobody chooses one."""
        return self.env.company.sudo()._pemda_today()

    def _file_name(self, options: ReportOptions) -> str:
        first = options.date_from.isoformat() if self._report_spans else ""
        parts = (self._report_code, options.unit.code, first, options.date.isoformat())
        return "_".join(filter(None, parts))

    def _print_name(self, report, records) -> str:
        """File name for a print of records; empty: the name of the report.

        :param report: the ``ir.actions.report``
        :param records: that the user may print
        """
        return ""

    def _guarded(self, work):
        try:
            return work()
        except ReportError as error:
            raise UserError(
                self.env._(
                    "The report was not printed, because it would not be right: "
                    "%(reason)s",
                    reason=error,
                )
            ) from error

    def _issue(self, number, now) -> Issue:
        zone = self.env.company.sudo().pemda_timezone
        local = now.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
        return Issue(
            number=number,
            printed_at=local.replace(tzinfo=None),
            zone=ZONES[zone],
            system=SYSTEM,
        )

    def _register_vals(self, options, output, issue, now, printed: Printed):
        return {
            "number": issue.number,
            "report_name": self._report_title,
            "unit_id": options.unit.id,
            "with_sub_units": options.with_sub_units,
            "date": options.date,
            "date_from": options.date_from if self._report_spans else False,
            "details": self._details(options),
            "output": output,
            "sha256": printed.sha256,
            "printed_by_id": self.env.uid,
            "printed_at": now,
            "pages": printed.pages,
            "rows": printed.rows,
        }

    # who may print what

    def _scope_units(self):
        """Units for which the user may print this report, with all below them."""
        unit_ids = self.env.user._pemda_unit_ids(self._report_group)
        return self.env["hr.department"].browse(unit_ids)

    def _check_printer(self, options: ReportOptions):
        """Refuse who may not print this.

        :raises AccessError: and why
        """
        self._check_scope(options.unit)

    def _check_scope(self, unit):
        """Rows are read by SQL, which record rules do not see: check here.

        :raises AccessError: the unit is not in or below one of the user's units
        """
        if self.env.su:
            return
        unit.check_access("read")
        above = {int(part) for part in (unit.parent_path or "").split("/") if part}
        if not above & set(self._scope_units().ids):
            raise AccessError(
                self.env._(
                    "You hold no office that may print “%(report)s” for %(unit)s.",
                    report=self._report_title,
                    unit=unit.display_name,
                )
            )

    def _check_options(self, options: ReportOptions):
        """Refuse what cannot be reported.

        :raises UserError: and how to choose better
        """
        self._check_dates(options)

    def _check_dates(self, options: ReportOptions):
        """What the register will say on a day to come, nobody can sign today.

        :raises UserError: such a day, or a span that ends before it begins
        """
        day, first = options.date, options.date_from
        today = self.env.company.sudo()._pemda_today()
        if day > today:
            raise UserError(
                self.env._(
                    "%(date)s is still to come: choose a day up to today.",
                    date=format_date(self.env, day),
                )
            )
        if not self._report_spans:
            return
        if not first:
            raise UserError(
                self.env._(
                    "“%(report)s” says what changed: choose its first day as well.",
                    report=self._report_title,
                )
            )
        if first > day:
            raise UserError(
                self.env._(
                    "The first day, %(first)s, comes after the last, %(last)s.",
                    first=format_date(self.env, first),
                    last=format_date(self.env, day),
                )
            )

    def _sources(self):
        """All reports the user holds an office for, by technical name.

        The server's own command line (superuser) needs no office.
        """
        names = self.env.registry.descendants([self._name], "_inherit")
        sources = (self.env[name] for name in sorted(names) if name != self._name)
        return {
            source._name: source
            for source in sources
            if source._report_code and (self.env.su or source._scope_units())
        }

    # helpers for the reports

    def _fetch(self, query: SQL, report: Report):
        """Rows of ``query`` by a server-side cursor, some thousand at a time.

        Numeric columns must be selected as ``::text``: Odoo's cursors turn numeric
        into float, which cannot hold large amounts to the sen. They come out as
        Decimal.
        """
        cr = self.env.cr
        # ends with the transaction if the rows are not read to the end
        name = SQL.identifier(f"pemda_report_{next(CURSOR_NUMBERS)}")
        cr.execute(SQL("DECLARE %s NO SCROLL CURSOR FOR %s", name, query))
        chunk = True
        while chunk:
            cr.execute(SQL("FETCH %s FROM %s", CHUNK, name))
            chunk = cr.fetchall()
            yield from self._exact(report, chunk)
        cr.execute(SQL("CLOSE %s", name))

    def _exact(self, report: Report, rows):
        """Rows with Decimal in the numeric columns, which were selected as text."""
        depth = len(report.groups)
        numeric = [
            depth + i
            for i, column in enumerate(report.leaves)
            if column.kind in ("number", "money")
        ]
        for row in rows:
            values = list(row)
            for i in numeric:
                if values[i] is not None:
                    values[i] = Decimal(values[i])
            yield tuple(values)

    def _letterhead(self, unit) -> Letterhead:
        parts = unit._letterhead()
        logo = parts["logo"]
        return Letterhead(
            names=tuple(parts["names"]),
            contact=parts["contact"],
            logo=b64decode(logo) if logo else None,
        )

    def _signers(self, options: ReportOptions, offices) -> tuple[Signer, ...]:
        """Signature blocks.

        :param offices: pairs of (office codes, heading); the first office that
            somebody holds at the date signs, the last one if none is held
        """
        return tuple(
            self._signer(options, codes, heading) for codes, heading in offices
        )

    def _signer(self, options: ReportOptions, codes, heading) -> Signer:
        blocks = options.unit._signers(codes, options.date)
        held = [block for block in blocks if block["name"]]
        block = (held or blocks[-1:])[0]
        return Signer(
            title=block["title"],
            name=block["name"],
            nip=block["nip"],
            heading=heading,
            capacity=block["capacity"],
        )

    def _place_date(self, options: ReportOptions) -> str:
        return self._seat_and_day(options.unit, options.date)

    def _seat_and_day(self, unit, day) -> str:
        """``Bangil, 31 Desember 2026``; without a day nothing."""
        if not day:
            return ""
        return f"{unit._letterhead()['place'] or NO_SEAT}, {long_date(day)}"
