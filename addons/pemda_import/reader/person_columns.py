"""Columns of lists of civil servants: converters, and what needs a whole row."""

from . import parsers, people
from .findings import ERROR, NOTE


def _convert_nip(work):
    nips = work.run(people.parse_nip)
    name = work.column.field
    result = {
        name: [nip and nip.text for nip in nips],
        "nip_start": [nip and nip.start for nip in nips],
    }
    work.context.nips.append((work, nips, result[name]))
    return result


def complete_nips(found, context):
    """Put back the digit that some NIP lost, where the row makes it certain.

    ``found``  {field: list of values} of all columns of the table
    """
    blank = [None] * len(context.numbers)
    births, sexes, starts = (
        found.get(name, blank) for name in ("birthday", "sex", "tmt_cpns")
    )
    for work, nips, texts in context.nips:
        repaired = []
        for place, nip in enumerate(nips):
            if nip is None or nip.short is None:
                continue
            texts[place] = people.repair_nip(
                nip.short, births[place], sexes[place], starts[place]
            )
            number = context.numbers[place]
            if texts[place]:
                repaired.append(number)
            else:
                work.say(people.SHORT, ERROR, number)
        if repaired:
            work.say("nip-repaired", NOTE, repaired[0], count=len(repaired))


def _convert_identifier(work):
    return {work.column.field: work.run(people.identifier_parser(work.column.width))}


def _convert_golongan(work):
    return {work.column.field: work.run(people.parse_golongan)}


def _convert_fullname(work):
    texts = work.run(parsers.parse_text)
    names = {text: people.split_name(text) for text in set(texts) if text}
    before, name, after = (
        [names[text][part] or None if text else None for text in texts]
        for part in range(3)
    )
    return {work.column.field: name, "gelar_depan": before, "gelar_belakang": after}


def _convert_service(work):
    spans = work.run(people.parse_service)
    return {
        work.column.field: [span and f"{span[0]:02d}-{span[1]:02d}" for span in spans],
        "mkg_tahun": [span and span[0] for span in spans],
        "mkg_bulan": [span and span[1] for span in spans],
    }


CONVERTERS = {
    "nip": _convert_nip,
    "identifier": _convert_identifier,
    "golongan": _convert_golongan,
    "fullname": _convert_fullname,
    "service": _convert_service,
}
