"""Sentences of the rules in the language of the user."""

from odoo.tools.translate import get_translation

from odoo.addons.sikda.rules.dates import Span

from ..rules.usul_kgb import OBSTACLES

ADDON = "sikda_service"
#: so many people are named; of the others there is the number
NAMED = 10


def sentence(env, text, **values):
    """A sentence that stands in ``rules/``, translated."""
    return get_translation(ADDON, env.lang or "en_US", text, values)


def obstacles(env, codes, parameters, day, golongan):
    """Sentences of obstacles, each with the article it rests on.

    :param parameters: :class:`odoo.addons.sikda.rules.parameters.Parameters`
    :param day: whose law is asked; without one no article is named
    :param golongan: name of a golongan, which tells PNS from PPPK
    """
    for code in codes:
        one = OBSTACLES.get(code)
        if one:
            text = sentence(env, one.text)
            yield text + article(env, one.parameter, parameters, day, golongan)


def article(env, name, parameters, day, golongan):
    """The article of a parameter in brackets, and whether somebody has checked it."""
    if not name or not day:
        return ""
    family = "pns" if "/" in (golongan or "") else "pppk"
    row = parameters.find(name, day, family) or parameters.find(name, day)
    if not row:
        return ""
    words = [row.legal_basis]
    if not row.confirmed:
        words.append(env._("not confirmed"))
    return f" ({', '.join(words)})"


def shortened(env, texts, most=NAMED):
    """The first of the sentences on people, and how many people more there are."""
    rest = len(texts) - most
    if rest <= 0:
        return texts
    return [*texts[:most], env._("And %(count)s more people.", count=rest)]


def span(years, months):
    """Masa kerja as the rules write it: 15/05."""
    return str(Span.of(years or 0, months or 0))
