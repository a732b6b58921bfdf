"""Why a rule says what it says: sentences, each with the article it rests on."""

from dataclasses import dataclass, field


def _(text: str) -> str:
    """Marks a sentence for the export of terms; the models translate it."""
    return text


@dataclass(frozen=True, slots=True)
class Because:
    """One sentence of an explanation.

    :param text: English sentence with ``%(name)s`` for the values
    :param article: regulation it rests on
    :param confirmed: whether somebody has checked the number with the regulation
    """

    text: str
    article: str = ""
    values: dict = field(default_factory=dict)
    confirmed: bool = True

    def __str__(self) -> str:
        return self.text % self.values


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that stands in the way (error) or that somebody has to look at."""

    code: str
    text: str
    article: str = ""
    values: dict = field(default_factory=dict)
    blocks: bool = True

    def __str__(self) -> str:
        return self.text % self.values


def because(text: str, parameter, **values) -> Because:
    """A sentence that rests on a dated parameter."""
    return Because(text, parameter.legal_basis, values, parameter.confirmed)
