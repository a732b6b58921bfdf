"""Merge the terms of addons into their Indonesian files (runs inside)."""

import io
import json
from pathlib import Path

HEADER = {
    "Project-Id-Version": "SIPBD-SIKDa 19.0",
    "Language": "id",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}


def main(env, words):
    """Print a JSON object: addon -> kind of problem -> terms."""
    order = json.loads(words[0])
    found = {}
    for folder in map(Path, order["folders"]):
        terms = _terms(env, folder.name)
        path = folder / "i18n/id.po"
        found[folder.name] = _merge(terms, path, write=order["write"])
    print(json.dumps(found))


def _terms(env, addon):
    """What Odoo would export of an addon today, without translations."""
    import polib

    from odoo.tools.translate import trans_export

    buffer = io.BytesIO()
    trans_export(False, [addon], buffer, "po", env)
    text = buffer.getvalue().decode()
    return polib.pofile(text) if text else polib.POFile()


def _merge(terms, path, *, write):
    import polib

    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {entry.msgid: entry for entry in old if not entry.obsolete}
    new = polib.POFile()
    new.metadata = HEADER
    for entry in terms:
        before = known.pop(entry.msgid, None)
        if before:
            entry.msgstr, entry.flags = before.msgstr, before.flags
        new.append(entry)
    if write and terms and str(new) != str(old):
        path.parent.mkdir(exist_ok=True)
        new.save(str(path))
    reference = new if write else old
    present = {entry.msgid: set(entry.occurrences) for entry in reference}
    return {
        "not in the file": [e.msgid for e in new if e.msgid not in present],
        # a term is translated only in the places that the file names
        "place of a term not in the file": [
            f"{entry.msgid} ({place})"
            for entry in new
            for place, _line in entry.occurrences
            if place not in {known for known, _line in present.get(entry.msgid, ())}
            and entry.msgid in present
        ],
        "not translated": [e.msgid for e in reference if not e.translated()],
        "no such term any more": [] if write else list(known),
    }
