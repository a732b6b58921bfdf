"""What the policy of a pemda says about depreciation, and the periods that follow.

A policy is in force from the first of January of a year until the next one begins;
the first holds for all years before it as well.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .masa_manfaat import prefixes
from .susut_line import PER_PERIOD

# The period of acquisition counts in full, or charging begins with the next one.
FULL, NEXT = "penuh", "berikutnya"
# An improvement is a percentage of the acquisition value, or of the book value.
OF_VALUE, OF_BOOK = "perolehan", "buku"

# How goods stand to depreciation.
SUSUT = "susut"  # charged
TETAP = "tetap"  # never: land, works in progress, by its code
HENTI = "henti"  # frozen: 1.5.4, what was accumulated stays
EKSTRA = "ekstra"  # ekstrakomptabel, where the policy leaves them out
TANPA_MASA = "tanpa_masa"  # should be, but no life is known: a finding

EKSTRAKOMPTABEL = "02"

# Land, works in progress and what is kept for its culture: by PMK 1/PMK.06/2013 none of
# it is depreciated. Of what is in partnership (1.5.2), which is depreciated like any
# other goods, the same; of the intangible goodwill (Perwali Cimahi 2018), what has a
# historic value and what is in the making.
EXCLUDED = (
    "1.3.1",
    "1.3.5",
    "1.3.6",
    *(
        f"1.5.2.01.01.{scheme}.{goods}"
        for scheme in ("01", "02", "03", "04")
        for goods in ("001", "005")
    ),
    "1.5.3.01.01.01",
    "1.5.3.01.01.07",
    "1.5.3.01.01.08",
)


@dataclass(frozen=True)
class Policy:
    """Settings of Perkada on depreciation. Prefix lists: the longest match decides."""

    year: int = 1
    months: int = 6
    first_period: str = FULL
    first_period_atb: str = FULL
    atb: bool = True
    ekstra: bool = True
    rounding: str = PER_PERIOD
    band_base: str = OF_VALUE
    excluded: tuple[str, ...] = EXCLUDED
    included: tuple[str, ...] = ()
    frozen: tuple[str, ...] = ("1.5.4",)
    intangible: tuple[str, ...] = ("1.5.3",)

    def standing(self, code: str, komptabel: str) -> str:
        """``susut``, ``tetap``, ``henti`` or ``ekstra``."""
        by_code = self._by_code(code)
        if by_code == SUSUT and komptabel == EKSTRAKOMPTABEL and not self.ekstra:
            return EKSTRA
        return by_code

    def _by_code(self, code: str) -> str:
        for prefix in prefixes(code):
            if prefix in self.included:
                return SUSUT
            if prefix in self.frozen:
                return HENTI
            if prefix in self.excluded:
                return TETAP
            if prefix in self.intangible:
                return SUSUT if self.atb else TETAP
        return SUSUT

    def starts_next(self, code: str) -> bool:
        """Whether charging begins with the period after that of acquisition."""
        intangible = any(prefix in self.intangible for prefix in prefixes(code))
        convention = self.first_period_atb if intangible else self.first_period
        return convention == NEXT


class Timeline:
    """All periods of all years, numbered without a gap as the policies cut them."""

    def __init__(self, policies: Iterable[Policy]):
        self.policies = sorted(policies, key=lambda policy: policy.year)
        if not self.policies:
            raise ValueError("no policy")
        self._years = [policy.year for policy in self.policies]
        self._starts = [0]
        for policy, following in zip(self.policies, self._years[1:], strict=False):
            length = (following - policy.year) * 12 // policy.months
            self._starts.append(self._starts[-1] + length)

    def index(self, day: date) -> int:
        """Number of the period of a day; negative before the first policy."""
        at = max(bisect_right(self._years, day.year) - 1, 0)
        months = (day.year - self._years[at]) * 12 + day.month - 1
        return self._starts[at] + months // self.policies[at].months

    def policy(self, index: int) -> Policy:
        """Policy in force in a period."""
        return self.policies[self._at(index)]

    def last_day(self, index: int) -> date:
        """Last day of a period."""
        at = self._at(index)
        policy = self.policies[at]
        months = (index - self._starts[at] + 1) * policy.months
        year, month = divmod(months, 12)
        return date(policy.year + year, month + 1, 1) - timedelta(days=1)

    def changes(self, after: int, upto: int) -> list[int]:
        """First periods of another policy, later than ``after`` and up to ``upto``."""
        return [start for start in self._starts[1:] if after < start <= upto]

    def _at(self, index: int) -> int:
        return max(bisect_right(self._starts, index) - 1, 0)
