from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import SQL
from odoo.tools.mimetypes import guess_mimetype

SCANS = {"application/pdf", "image/jpeg", "image/png"}
MOST_MEGABYTES = 10


class Asset(models.Model):
    """The scan of a source document, at the entries that it brought about."""

    _inherit = "sipbd.asset"

    def _attach_scan(self, name, data):
        """Keep the scan with the latest entry of each asset: one file for all.

        To be called in the transaction that booked them. Past the rights of the
        caller, who has none to change entries.

        :param bytes data: content of the file
        :raises UserError: when it is no PDF or picture, or too large
        """
        self._check_scan(data)
        entry_ids = sorted(self._last_entries().values())
        attachments = self.env["ir.attachment"].sudo()
        first = attachments.create(
            {
                "name": name or self.env._("Source document"),
                "raw": data,
                "res_model": "sipbd.entry",
                "res_id": entry_ids[0],
            }
        )
        first.flush_recordset()
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO ir_attachment (
                    name, type, res_model, res_id, store_fname, db_datas, checksum,
                    file_size, mimetype, company_id, public, create_uid, create_date,
                    write_uid, write_date
                )
                SELECT name, type, res_model, entry.id, store_fname, db_datas, checksum,
                       file_size, mimetype, company_id, public, create_uid, create_date,
                       write_uid, write_date
                  FROM ir_attachment
                 CROSS JOIN unnest(%s::integer[]) AS entry (id)
                 WHERE ir_attachment.id = %s
                """,
                entry_ids[1:],
                first.id,
            )
        )
        self.env["sipbd.entry"].invalidate_model(["scan_ids"])

    @api.model
    def _check_scan(self, data):
        if len(data) > MOST_MEGABYTES * 1024 * 1024:
            raise UserError(
                self.env._(
                    "The scan is larger than %(most)s MB. Scan it with fewer dots per "
                    "inch.",
                    most=MOST_MEGABYTES,
                )
            )
        if guess_mimetype(data) not in SCANS:
            raise UserError(
                self.env._("The scan must be a PDF file or a picture (JPEG, PNG).")
            )
