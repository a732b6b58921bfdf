"""Opening a person with 40 rows of history, against Odoo's own employee form.

What the web client asks for when it opens the form: the fields of the view with those
of the lists in it, of the same people among 12,000, as a BKD clerk, each in a
transaction of its own, in turns.
"""

from pemda_setup.say import note, step

from .. import stock
from ..figure import at_most
from ..measured import measured
from ..timing import median

SIZE = 12_000
LIMIT = 1.5


def measure(installation):
    """One figure."""
    database = stock.people(installation, SIZE)
    step(f"person: forms of people among {SIZE:,}, in turns")
    answer = measured(installation, "person", database)
    stock_form, register = median(answer["stock"]), median(answer["register"])
    note(f"stock form {stock_form * 1e3:.1f} ms, register {register * 1e3:.1f} ms")
    return [at_most("person", register / stock_form, LIMIT)]
