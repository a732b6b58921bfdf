from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from odoo.addons.pemda_base.notice import CLOSE_DIALOG, notice

from ..models.sentences import shortened
from ..rules.nip_list import numbers
from .reason import checked

#: so many are named of those who were not added
NAMED = 15
#: so many NIP are taken at a time
MOST = 5000


class KgbUsulAdd(models.TransientModel):
    """Adds people to a proposal: by a list of NIP, or whoever is due in a unit."""

    _name = "sikda.kgb.usul.add"
    _description = "Add people to a proposal of KGB"

    usul_id = fields.Many2one("sikda.kgb.usul", required=True, ondelete="cascade")
    way = fields.Selection(
        [("nip", "By their NIP"), ("filter", "Whoever is due in a unit")],
        required=True,
        default="nip",
    )
    nips = fields.Text(string="NIP", help="One a line, or pasted from a sheet.")
    unit_id = fields.Many2one("hr.department", string="Unit and those below")
    until = fields.Date(
        string="Due until", help="Empty: as the proposal.", default=False
    )
    put_off = fields.Date(
        string="Put off to",
        help="TMT of the rise of whoever was not fit in time (PP 7/1977 art. 13): the "
        "month after he is fit again. The delay counts for the rise after it.",
    )
    reason = fields.Char(
        string="Proposed nevertheless because",
        help="Wanted for people whom predikat kinerja or discipline would keep out. "
        "Whoever decides sees it.",
    )

    def action_confirm(self):
        """Add them; who was not added is told by name, with the reason."""
        self.ensure_one()
        usul = self.usul_id
        usul.check_access("write")
        usul._approval_change()
        until = self.until or usul.until
        usul._check_ahead(until)
        before = usul.line_count
        reason = checked(self.env, self.reason)
        asked, left = self._asked()
        self._check_put_off(reason)
        usul.sudo()._add(asked, until, reason, self.way == "nip", self.put_off)
        usul.sudo().line_ids._check_put_off()
        left += self._not_added(usul, asked, until)
        added = usul.line_count - before
        if not added:
            raise UserError(
                "\n".join(shortened(self.env, left, NAMED))
                or self.env._("Nobody there is due who is not in the proposal yet.")
            )
        return self._told(added, left)

    def _check_put_off(self, reason):
        """:raises UserError: the day or the reason is not one to put a rise off"""
        if not self.put_off:
            return
        self.usul_id._check_ahead(self.put_off)
        if self.way != "nip":
            raise UserError(
                self.env._("Rises are put off person by person: name them by NIP.")
            )
        if self.put_off.day != 1:
            raise UserError(self.env._("A TMT is the first day of a month."))
        if not reason:
            raise UserError(self.env._("Say why the rise is put off."))

    def _asked(self):
        """Condition on ``e``, and sentences on what is no NIP."""
        if self.way == "filter":
            if not self.unit_id:
                raise UserError(self.env._("Choose the unit."))
            return (
                SQL(
                    "e.unit_id IN (SELECT unit.id FROM hr_department unit"
                    " WHERE unit.parent_path LIKE %s)",
                    f"{self.unit_id.parent_path}%",
                ),
                [],
            )
        found, faulty = numbers(self.nips)
        if not found and not faulty:
            raise UserError(self.env._("Enter one NIP or more."))
        if len(found) > MOST:
            raise UserError(
                self.env._(
                    "The list has %(count)s NIP; add at most %(most)s at a time.",
                    count=len(found),
                    most=MOST,
                )
            )
        left = [
            self.env._("“%(text)s” is no NIP of 18 digits.", text=f) for f in faulty
        ]
        return SQL("e.nip = ANY(%s)", found), left

    def _not_added(self, usul, asked, until):
        """Sentences on those who were asked for and do not stand in the proposal."""
        if self.way == "filter":
            return []
        found, _faulty = numbers(self.nips)
        proposed = set(usul.line_ids.mapped("nip"))
        why = {row.nip: f"{row.nama}: {row.sebab}" for row in usul.sudo().lain_ids}
        here = dict(usul.sudo()._people_named(asked))
        left = []
        for nip in found:
            if nip in proposed:
                continue
            if nip in why:
                left.append(why[nip])
            elif nip in here:
                left.append(
                    self.env._(
                        "%(name)s: no KGB until %(date)s.",
                        name=here[nip],
                        date=format_date(self.env, until),
                    )
                )
            else:
                left.append(
                    self.env._(
                        "%(nip)s: nobody with this NIP works in the unit.", nip=nip
                    )
                )
        return left

    def _told(self, added, left):
        """Close the dialog; tell how many were added and who was not."""
        if not left:
            return CLOSE_DIALOG
        return notice(
            " ".join(shortened(self.env, left, NAMED)),
            CLOSE_DIALOG,
            kind="warning",
            title=self.env._("%(count)s added", count=added),
        )
