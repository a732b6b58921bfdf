"""``scripts/import``: the same steps as the screen, from the command line.

Exit status: 0 loaded (or clean, with ``--dry-run``), 1 findings that keep a file out,
2 a file that cannot be used or wrong arguments.
"""

import argparse
import base64
import csv
import json
import os
import sys
from decimal import Decimal
from pathlib import Path

from odoo.exceptions import AccessError, UserError
from odoo.service.model import retrying

from .models.import_load_read import MAX_FILE_BYTES
from .reader.values import DMY, SeveralDatesError, read_date

CLEAN, FINDINGS, UNUSABLE = 0, 1, 2


class Refused(Exception):
    """The command cannot be carried out; the text says why."""


def main(env, words):
    """Run the command.

    :param env: environment of the superuser
    :param list words: arguments of the command line
    :return: exit status
    """
    arguments = _parser().parse_args(words)
    try:
        env = _acting(env, arguments.login)
        if arguments.undo is not None:
            return _undo(env, arguments)
        if not arguments.files:
            raise Refused("Name at least one file, or a load to --undo.")
        unit = _unit(env, arguments.unit)
        answers = _read_answers(arguments.answers)
    except (Refused, UserError) as error:
        env.cr.rollback()
        print(f"scripts/import: {error}", file=sys.stderr)
        return UNUSABLE
    return max(
        _import_file(env, path, unit, arguments, answers) for path in arguments.files
    )


def _parser():
    parser = argparse.ArgumentParser(
        prog="scripts/import",
        description="Load spreadsheets into the register, all or nothing.",
        epilog="Exit status: 0 loaded or clean, 1 findings that block, 2 unusable "
        "file or bad arguments.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path)
    parser.add_argument("--unit", metavar="CODE", help="unit that the rows go into")
    parser.add_argument("--layout", metavar="NAME", help="layout instead of finding it")
    parser.add_argument("--sheet", metavar="NAME", help="read this sheet only")
    parser.add_argument(
        "--answers",
        metavar="FILE.csv",
        type=Path,
        help="answers to mapping questions: columns kind (unit, kode, jabatan, "
        "tingkat), source, target",
    )
    parser.add_argument("--dry-run", action="store_true", help="check, do not load")
    parser.add_argument("--json", action="store_true", help="one JSON object per file")
    parser.add_argument(
        "--cut-off",
        metavar="DATE",
        type=_day,
        help="day on which the register is booked, such as 2024-12-31 or 31/12/2024",
    )
    parser.add_argument("--undo", metavar="LOAD", type=int, help="undo the load LOAD")
    parser.add_argument(
        "--reason", help="why it is undone, or loaded in spite of findings"
    )
    parser.add_argument(
        "--as", dest="login", metavar="LOGIN", help="act with the rights of this user"
    )
    return parser


def _day(text):
    """ISO text of a day as people write it, day before month."""
    try:
        day = read_date(text).get(DMY)
    except SeveralDatesError:
        day = None
    if day is None or day.iso is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a day; write it as 2024-12-31 or 31/12/2024"
        )
    return day.iso


def _acting(env, login):
    if not login:
        return env
    user = env["res.users"].search([("login", "=", login)])
    if not user:
        raise Refused(f"There is no user {login}.")
    return env(user=user.id, su=False)


def _read_answers(path):
    if not path:
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Refused(f"{path} cannot be read as CSV.") from error
    for number, row in enumerate(rows, 2):
        if not all(row.get(name) for name in ("kind", "source", "target")):
            raise Refused(
                f"{path}, line {number}: the columns kind, source and target, divided "
                "by commas, must be there and filled."
            )
    return rows


def _unit(env, code):
    if not code:
        default = env["pemda.import.load"]._default_unit()
        return env["hr.department"].browse(default) or env.ref("pemda_base.unit_pemda")
    unit = env["hr.department"].search([("code", "=", code)])
    if len(unit) != 1:
        raise Refused(f"There is no unit with the code {code}.")
    return unit


def _import_file(env, path, unit, arguments, answers):
    """Take one file through the steps and show what came of it.

    :return: exit status for this file
    """
    try:
        load = _run(env, path, unit, arguments, answers)
        result, status = _result(load, path), _status(load)
        _show(load, result, arguments.json)
    except (Refused, UserError) as error:
        result, status = _failure(path, str(error)), UNUSABLE
        if arguments.json:
            print(json.dumps(result, ensure_ascii=False), flush=True)
        else:
            print(f"{_shown(path)}: {error}", flush=True)
        env.cr.rollback()
    if arguments.dry_run:
        env.cr.rollback()
    return status


def _run(env, path, unit, arguments, answers):
    """The steps of a load; each is committed, and repeated when another is faster."""

    def step(function):
        result = function() if arguments.dry_run else retrying(function, env)
        if not arguments.dry_run:
            env.cr.commit()
        return result

    def read():
        load = env["pemda.import.load"].create(values)
        load.action_step()
        return load

    def check_and_load():
        # One transaction, so that the working tables of the check serve the load.
        _answer(load, answers)
        load.action_step()
        if not arguments.dry_run and not load.blocked:
            load.action_load()

    values = _values(path, unit, arguments)
    load = step(read)
    if load.state == "read":
        step(check_and_load)
    return load


def _values(path, unit, arguments):
    values = {
        "filename": _shown(path.name),
        "unit_id": unit.id,
        "file": base64.b64encode(_content(path)),
        "chosen_sheet": arguments.sheet or False,
        "chosen_layout": arguments.layout or False,
        "confirm_reason": arguments.reason or False,
    }
    if arguments.cut_off:
        values["cut_off_date"] = arguments.cut_off
    return values


def _content(path):
    """The bytes of a file; of one that is too large not more than shows that."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise Refused("The file cannot be read: it is no ordinary file.")
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 4)
    except OSError as error:
        raise Refused(f"The file cannot be read: {error.strerror}.") from error


def _shown(name):
    """A name as text, also when its bytes are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def _answer(load, answers):
    target = load._target()
    kinds = load.env["pemda.import.mapping"]._answer_fields()
    for row in answers:
        if row["kind"] not in kinds:
            raise Refused(f"An answer has the kind {', '.join(sorted(kinds))}.")
        answer = target._prepare_answer(row["kind"], row["source"], row["target"])
        load.env["pemda.import.mapping"]._remember(
            load.unit_id, row["kind"], row["source"], answer
        )


def _status(load):
    if load.state == "refused":
        return UNUSABLE
    return FINDINGS if load.blocked else CLEAN


def _result(load, path):
    """The object of ``--json``; money exact, whole rupiah as integers."""
    load.env.cr.execute(
        "SELECT coalesce(sum(total), 0)::text FROM pemda_import_table"
        " WHERE load_id = %s",
        [load.id],
    )
    (total,) = load.env.cr.fetchone()
    findings = [
        {"kind": f.kind, "count": f.row_count or 1, "message": f.message}
        for f in load.finding_ids
    ]
    if load.state == "refused":
        findings.insert(
            0,
            {"kind": load.refused_kind, "count": 1, "message": load.refused_reason},
        )
    tables = load.table_ids
    return {
        "file": _shown(path),
        "sheet": ", ".join(filter(None, tables.mapped("sheet"))) or None,
        "layout": ", ".join(dict.fromkeys(filter(None, tables.mapped("layout"))))
        or None,
        "rows_read": load.rows_read,
        "items": load.items,
        "total": _number(total),
        "loaded": load.loaded_count,
        "findings": findings,
    }


def _failure(path, message):
    """The object of ``--json`` for a file that did not even become a load."""
    return {
        "file": _shown(path),
        "sheet": None,
        "layout": None,
        "rows_read": 0,
        "items": 0,
        "total": 0,
        "loaded": 0,
        "findings": [{"kind": "unusable", "count": 1, "message": message}],
    }


def _number(value):
    value = Decimal(value)
    return int(value) if value == value.to_integral_value() else float(value)


def _show(load, result, as_json):
    if as_json:
        print(json.dumps(result, ensure_ascii=False), flush=True)
        return
    _ = load.env._
    rupiah = f"{result['total']:,}".replace(",", ".")
    print(f"{result['file']}: {_state(load)}")
    if load.state != "refused":
        print(
            "  "
            + _(
                "sheet %(sheet)s, layout %(layout)s: %(rows)s rows, %(items)s items, "
                "Rp %(total)s",
                sheet=result["sheet"],
                layout=result["layout"],
                rows=result["rows_read"],
                items=result["items"],
                total=rupiah,
            )
        )
    for finding, line in zip(load.finding_ids, result["findings"], strict=False):
        if load.state == "refused":
            break
        sign = "x" if finding.severity == "error" else "-"
        rows = _("rows %(rows)s", rows=finding.sample) if finding.sample else ""
        print(f"  {sign} {line['count']} × {line['message']} {rows}".rstrip())
    if load.state == "refused":
        print(f"  {load.refused_reason}")
    for question in load.question_ids.filtered(lambda q: not q.answered):
        print(
            f"  ? {question.kind},{question.source}  ({question.sample or ''}) "
            f"→ {question.suggestion or '?'}"
        )


def _state(load):
    states = dict(load._fields["state"]._description_selection(load.env))
    label = states[load.state]
    if load.state == "loaded":
        return load.env._(
            "%(state)s, %(count)s records (load %(id)s)",
            state=label,
            count=load.loaded_count,
            id=load.id,
        )
    return label


def _undo(env, arguments):
    if arguments.files or arguments.dry_run:
        raise Refused("--undo takes a load back: it goes with no FILE or --dry-run.")
    load = env["pemda.import.load"].browse(arguments.undo).exists()
    if not load:
        raise Refused(f"There is no load {arguments.undo}.")
    reason = arguments.reason or env._("Undone from the command line")
    try:
        count = load._undo(reason)
    except AccessError as error:
        raise Refused(str(error)) from error
    env.cr.commit()
    if arguments.json:
        print(json.dumps({"load": load.id, "undone": count}))
    else:
        print(
            env._(
                "%(file)s: %(count)s records taken back",
                file=load.filename,
                count=count,
            )
        )
    return CLEAN
