"""Loads the demo pemda of ``data/demo`` the way its own users would."""

import base64
import logging
from datetime import timedelta

from .documents import load_documents
from .files import DEMO_DIR, read
from .personnel import load_personnel, split_titles
from .services import load_services

_logger = logging.getLogger(__name__)


class DemoError(Exception):
    """A demo file does not load: the demo or the import is broken."""


def load_demo(env):
    root = env.ref("pemda_base.unit_pemda")
    root.write(
        {
            "name": "Pemerintah Kabupaten Contoh",
            "city": "Contoh",
            "street": "Jalan Alun-Alun Utara 1, Contoh",
            "wilayah_code": "35.98",
        }
    )
    env.ref("base.main_company").name = root.name
    _load_file(env, "units.csv", "hr.department", root)
    people = read("users.csv")
    users = {row["login"]: _appoint(env, root, row) for row in people}
    for row in read("offices.csv"):
        _hold(
            env,
            users[row["login"]].employee_id,
            row,
            _unit(env, root, row["unit_code"]),
        )
    load_personnel(env)
    load_services(env, users)
    for row in read("loads.csv"):
        _load_file(
            env(user=users[row["login"]].id),
            row["file"],
            "sipbd.asset",
            _unit(env, root, row["unit_code"]),
        )
    for row in read("rooms.csv"):
        _furnish(env(user=users[row["login"]].id), row)
    for row in read("custody.csv"):
        _hand_over(env(user=users[row["login"]].id), row)
    load_documents(env, users)
    _logger.info("demo: %s people, %s files", len(people), len(read("loads.csv")))


def _furnish(env, row):
    """A room with the next goods of its unit that stand in none."""
    room = env["sipbd.ruang"].create(
        {
            "unit_id": _unit(env, None, row["unit_code"]).id,
            "code": row["code"],
            "name": row["name"],
            "floor": row["floor"],
            "employee_nip": row["nip"],
        }
    )
    free = [
        ("unit_id", "=", room.unit_id.id),
        ("room_id", "=", False),
        ("is_placeable", "=", True),
        ("is_vehicle", "!=", True),
    ]
    goods = env["sipbd.asset"].search(free, order="id", limit=int(row["goods"]))
    goods._place(room, _document(env, "ba", f"028/KIR/{row['code']}/2025"))


def _hand_over(env, row):
    """A vehicle with its custodian and what is due on it."""
    car = env["sipbd.asset"].search([("nomor_polisi", "=", row["nomor_polisi"])])
    today = env.company.sudo()._pemda_today()
    car.write(
        {
            "jumlah_roda": 2 if "Motor" in car.name else 4,
            "pajak_sampai": today + timedelta(days=int(row["tax_in_days"])),
            "stnk_sampai": today + timedelta(days=int(row["stnk_in_days"])),
        }
    )
    if row["nip"]:
        person = env["sipbd.pegawai"]._person(row["nip"])
        car._hand_over(person, _document(env, "bast", row["document_number"]))


def _document(env, kind, number):
    """A paper of the last days: later than anything that was loaded."""
    day = env.company.sudo()._pemda_today() - timedelta(days=10)
    return {
        "document_kind": kind,
        "document_number": number,
        "document_date": day,
    }


def _unit(env, root, code):
    return env["hr.department"].search([("code", "=", code)]) if code else root


def _appoint(env, root, row):
    """An invented person with a sign-in and an office."""
    unit = _unit(env, root, row["unit_code"])
    user = (
        env["res.users"]
        .with_context(no_reset_password=True)
        .create(
            {
                "name": row["name"],
                "login": row["login"],
                "password": row["password"],
                "lang": "id_ID",
                "tz": "Asia/Jakarta",
            }
        )
    )
    name, before, after = split_titles(row["name"])
    nip = row["nip"]
    employee = env["hr.employee"].create(
        {
            "name": name,
            "gelar_depan": before,
            "gelar_belakang": after,
            "nip": nip or False,
            "user_id": user.id,
            "department_id": unit.id,
        }
    )
    if row["office"]:
        _hold(env, employee, row, unit)
    return user


def _hold(env, employee, row, unit):
    """An office, by an SK."""
    office = env["pemda.office"].search([("code", "=", row["office"])])
    env["pemda.office.holder"].create(
        {
            "office_id": office.id,
            "unit_id": unit.id,
            "employee_id": employee.id,
            "date_from": "2024-01-02",
            "sk_number": row["sk_number"],
            "sk_date": "2024-01-02",
        }
    )


def _load_file(env, name, target, unit):
    load = env["pemda.import.load"].create(
        {
            "file": base64.b64encode((DEMO_DIR / name).read_bytes()),
            "filename": name,
            "target": target,
            "unit_id": unit.id,
        }
    )
    while load.state in ("draft", "read"):
        load.action_step()
    if load.state == "checked":
        load.action_load()
    if load.state != "loaded":
        reasons = load.finding_ids.filtered(lambda f: f.severity == "error")
        raise DemoError(f"{name}: {load.refused_reason or reasons.mapped('message')}")
