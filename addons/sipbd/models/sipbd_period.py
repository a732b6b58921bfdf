from datetime import date

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..rules import periods as rules
from ..rules.susut_policy import Timeline

STATES = [("open", "Open"), ("checked", "Checked"), ("closed", "Closed")]
MONTHS = [("1", "Month"), ("6", "Semester"), ("12", "Year")]
FIRST_YEAR, LAST_YEAR = 1900, 2200
# How many years one press of the button makes at most.
MOST_YEARS = 30


class Period(models.Model):
    """A reporting period of the register; closing it freezes its figures.

    Periods follow each other without a gap. They are closed in order and reopened
    in the opposite order, so that what is closed is all that lies before a day: no
    entry is dated on or before it any more, whether its day lies in a period or
    before the first one.
    """

    _name = "sipbd.period"
    _description = "Reporting period"
    _order = "date_from desc"

    name = fields.Char(string="Period", required=True, readonly=True)
    date_from = fields.Date(string="First day", required=True, readonly=True)
    date_to = fields.Date(string="Last day", required=True, readonly=True)
    months = fields.Selection(
        selection=MONTHS, string="Length", required=True, readonly=True
    )
    state = fields.Selection(
        selection=STATES, string="Status", required=True, readonly=True, default="open"
    )
    log_ids = fields.One2many("sipbd.period.log", "period_id", string="History")

    _days_in_order = models.Constraint(
        "check(date_from <= date_to)", "A period ends before it begins."
    )
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (daterange(date_from, date_to, '[]') WITH &&)",
        "Another period covers some of these days already.",
    )
    _by_end = models.UniqueIndex("(date_to)", "Another period ends on this day.")

    # Making periods ---------------------------------------------------------------

    @api.model
    def _generate(self, year_from, year_to):
        """Make the periods of some years, cut as the policy of each year says.

        Years that have theirs are passed over.

        :return: the new periods
        :raises AccessError: when the user is not the pengelola's
        :raises UserError: when a gap would remain, or the years make no sense
        """
        self._check_manager()
        self._check_years(year_from, year_to)
        timeline = Timeline(self.env["sipbd.penyusutan.policy"]._values())
        periods = self.sudo()
        taken = periods.search([])  # pylint: disable=no-search-all
        missing = []
        for year in range(year_from, year_to + 1):
            if any(period.date_from.year == year for period in taken):
                continue
            months = timeline.policy(timeline.index(date(year, 1, 1))).months
            missing += [
                {
                    "name": span.name,
                    "date_from": span.first,
                    "date_to": span.last,
                    "months": str(months),
                }
                for span in rules.spans(year, months)
            ]
        if taken and missing:
            self._check_adjoining(taken, missing)
        made = periods.create(missing)
        made._log("generate")
        return self.browse(made.ids)

    @api.model
    def _check_years(self, year_from, year_to):
        sound = FIRST_YEAR <= year_from <= year_to <= LAST_YEAR
        if not sound or year_to - year_from >= MOST_YEARS:
            raise UserError(
                self.env._(
                    "Give years between %(first)s and %(last)s, the first not after "
                    "the last, at most %(most)s years at once.",
                    first=FIRST_YEAR,
                    last=LAST_YEAR,
                    most=MOST_YEARS,
                )
            )

    @api.model
    def _check_adjoining(self, taken, missing):
        """New periods continue the row after its end; it is never put in front of
        one that has begun to count."""
        first_year = min(taken.mapped("date_from")).year
        last_year = max(taken.mapped("date_to")).year
        years = {vals["date_from"].year for vals in missing}
        if min(years) < first_year:
            raise UserError(
                self.env._(
                    "The periods begin with %(year)s; none can be put before them. "
                    "What was booked earlier is the opening balance of the first one.",
                    year=first_year,
                )
            )
        if min(years) > last_year + 1:
            raise UserError(
                self.env._(
                    "The periods end with %(year)s: make those of %(next)s first, a "
                    "gap would belong to none.",
                    year=last_year,
                    next=last_year + 1,
                )
            )

    # Who and when -----------------------------------------------------------------

    @api.model
    def _check_manager(self):
        """Periods concern the whole pemda: kept by the pengurus barang pengelola.

        :raises AccessError: for everybody else
        """
        self._check_office(
            "sipbd.group_asset_manager",
            self.env._(
                "The periods of the register are kept by the pengurus barang "
                "pengelola of the pemda."
            ),
        )

    @api.model
    def _check_office(self, group, refusal):
        """Whether the user holds an office with the rights of a group in the pemda."""
        root = self.env.ref("pemda_base.unit_pemda")
        if not self.env.su and root.id not in self.env.user._pemda_unit_ids(group):
            raise AccessError(refusal)

    def _log(self, act, **values):
        """Add a line to the history of these periods."""
        self.env["sipbd.period.log"].sudo().create(
            [{"period_id": period.id, "act": act, **values} for period in self]
        )

    # What others ask --------------------------------------------------------------

    @api.model
    def _require_open(self, dates):
        """Refuse to book on days that are closed, and keep them open till the end.

        To be called before entries are written. The period of the earliest day is
        locked in share mode until the transaction ends: bookings do not hinder each
        other, a closing waits for none of them and none for it. A period that was
        closed since this transaction began makes the database refuse the lock
        (serialization failure); the server then repeats the request, which sees it.

        :param dates: days on which entries are to be booked
        :raises UserError: naming the closed period, or one that is being closed now
        """
        day = min(dates, default=None)
        if day is None:
            return
        self.flush_model()
        found = self.env.execute_query(
            SQL(
                "SELECT id FROM sipbd_period WHERE date_to >= %s"
                " ORDER BY date_to LIMIT 1",
                day,
            )
        )
        if not found:
            return
        period = self.sudo().browse(found[0])
        locked = self.env.execute_query(
            SQL(
                "SELECT state FROM sipbd_period WHERE id = %s FOR SHARE SKIP LOCKED",
                period.id,
            )
        )
        if not locked:
            raise UserError(
                self.env._(
                    "Period %(period)s is being checked or closed at this moment. Try "
                    "again in a minute.",
                    period=period.name,
                )
            )
        if locked[0][0] == "closed":
            raise UserError(period._closed_message(day))

    def _closed_message(self, day):
        last = self.sudo().search([("state", "=", "closed")], limit=1)
        return self.env._(
            "Nothing can be booked on %(day)s: period %(period)s is closed, and so is "
            "everything up to %(last)s. Book on a later day, with the document that "
            "puts it right.",
            day=fields.Date.to_string(day),
            period=self.name,
            last=fields.Date.to_string(last.date_to),
        )

    @api.model
    def _closed_at(self, day):
        """The closed period that ends on a day; empty when there is none.

        Its frozen figures are what a report of that day gives.
        """
        return self.search([("date_to", "=", day), ("state", "=", "closed")])
