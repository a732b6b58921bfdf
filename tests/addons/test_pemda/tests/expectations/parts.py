"""Certificates and photos of assets: with the rights of the asset."""

import base64
import io

from PIL import Image

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


EXPECTED = {
    "sipbd.sertifikat": _kept("sipbd.sertifikat", sertifikat_vals, {"number": "2"}),
    "sipbd.photo": _kept("sipbd.photo", photo_vals, {"name": "Samping"}),
}
