"""The straight line: what one period, or many quiet ones, charge.

Amounts are whole sen (1/100 rupiah), so that values with sen stay exact; charges are
whole rupiah, half a rupiah rounds up, and the last period takes what is left (PMK
1/PMK.06/2013: rounded to the smallest unit).

A line is laid when an asset is first charged and again whenever its value or life
changes: ``dasar`` is the book value then, ``masa`` the periods it is spread over.
``sisa`` counts down from ``masa``.
"""

RUPIAH = 100
PER_PERIOD, RUNNING = "periode", "berjalan"


def rupiah(numerator: int, denominator: int) -> int:
    """``numerator`` sen / ``denominator`` in whole rupiah, half rounded up, as sen.

    >>> rupiah(1000_00, 3)
    33300
    """
    return (2 * numerator + RUPIAH * denominator) // (2 * RUPIAH * denominator) * RUPIAH


def charge(buku: int, sisa: int, dasar: int, masa: int, rounding: str) -> int:
    """Charge of the next period.

    :param buku: book value before it
    :param sisa: periods left, this one included; 0: all that is left is charged now
    :param rounding: ``periode`` rounds the step, ``berjalan`` the running total
    """
    if sisa <= 1:
        return buku
    if rounding == RUNNING:
        used = masa - sisa
        step = rupiah(dasar * (used + 1), masa) - rupiah(dasar * used, masa)
    else:
        step = rupiah(dasar, masa)
    return min(step, buku)


def charges(
    buku: int, sisa: int, dasar: int, masa: int, rounding: str, periods: int
) -> int:
    """Sum of the next so many charges, without going through them."""
    if periods <= 0:
        return 0
    if periods >= sisa:
        return buku
    if rounding == RUNNING:
        used = masa - sisa
        total = rupiah(dasar * (used + periods), masa) - rupiah(dasar * used, masa)
    else:
        total = rupiah(dasar, masa) * periods
    return min(total, buku)


def periods_of(months: int, length: int) -> int:
    """Periods of ``length`` months that cover so many months."""
    return -(-months // length)
