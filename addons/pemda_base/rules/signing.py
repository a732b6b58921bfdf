"""How officials are named where they sign, in the words of forms.

A Plt. acts in a vacant office and a Plh. for an absent holder; a.n. (atas nama) is
signed in the name of another office. The words stay Indonesian whatever the language
of the screen.
"""

#: whoever acts comes first
CAPACITIES = ("plh", "plt", "definitif")
ACTING = {"plt": "Plt. ", "plh": "Plh. "}


def acting(capacity, title):
    """
    >>> acting("plh", "Sekretaris Daerah")
    'Plh. Sekretaris Daerah'
    """
    return ACTING.get(capacity, "") + title


def in_the_name_of(office):
    """What stands before whoever signs in the name of an office, if he does."""
    return f"a.n. {office}" if office else ""


def signed(title, capacity="", on_behalf=""):
    """Whoever signs, in one line.

    >>> signed("Kepala BKD", "plt", "Bupati Contoh")
    'a.n. Bupati Contoh, Plt. Kepala BKD'
    """
    parts = (in_the_name_of(on_behalf), acting(capacity, title))
    return ", ".join(filter(None, parts))
