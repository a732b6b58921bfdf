"""Certificates, photos and labels of assets: with the rights of the asset."""

import base64
import io

from PIL import Image

from odoo.fields import Command

from ..isolation_policy import Policy
from .foundation import CLERKS, READERS, asset_vals, make_asset

LAND = "1.3.1.01.01.01.001"


def _picture():
    content = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(content, "PNG")
    return base64.b64encode(content.getvalue()).decode()


def sertifikat_vals(case, unit):
    land = case.env["sipbd.kode"].search([("code", "=", LAND)])
    vals = {**asset_vals(case, unit), "code_id": land.id}
    asset = case.env["sipbd.asset"].create(vals)
    return {"asset_id": asset.id, "number": "1/1999"}


def photo_vals(case, unit):
    return {"asset_id": make_asset(case, unit).id, "image": _picture()}


def _kept(model, vals, change):
    def make(case, unit):
        return case.env[model].create(vals(case, unit))

    return Policy(
        read=READERS,
        write=CLERKS,
        create=CLERKS,
        unlink=CLERKS,
        make=make,
        vals=vals,
        change=change,
    )


def label_print_vals(case, unit):
    layout = case.env.ref("sipbd.label_layout_a4_24")
    asset = make_asset(case, unit)
    return {"asset_ids": [Command.set(asset.ids)], "layout_id": layout.id}


def make_layout(case, unit):
    return case.env["sipbd.label.layout"].create({"name": f"Lembar {unit.code}"})


EXPECTED = {
    # Kept by the pengurus barang pengelola.
    "sipbd.label.layout": Policy(
        read=READERS, scoped=False, make=make_layout, change={"name": "Lembar lain"}
    ),
    # Everybody sees only the dialog that he opened himself.
    "sipbd.label.print": Policy(create=READERS, vals=label_print_vals),
    "sipbd.sertifikat": _kept("sipbd.sertifikat", sertifikat_vals, {"number": "2"}),
    "sipbd.photo": _kept("sipbd.photo", photo_vals, {"name": "Samping"}),
}
