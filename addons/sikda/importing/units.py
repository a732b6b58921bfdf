"""Units by the names that files give them."""

from collections import defaultdict

SEPARATOR = " - "


class UnitNames:
    """Finds units by code, name, or a name with the names of those above it.

    ``units``  iterable of (id, id of the unit above or None, code, name key)
    """

    def __init__(self, units):
        self._above = {}
        self._codes = {}
        self._names = defaultdict(list)
        for id_, above, code, name in units:
            self._above[id_] = above
            if code:
                self._codes[code.upper()] = id_
            self._names[name].append(id_)

    def find(self, key):
        """Return the id of the one unit that ``key`` names, or None."""
        if key in self._codes:
            return self._codes[key]
        if len(self._names.get(key, ())) == 1:
            return self._names[key][0]
        below = [part.strip() for part in key.split(SEPARATOR)]
        found = self._names.get(below.pop(), []) if len(below) > 1 else []
        while below and found:
            name = below.pop()
            found = [
                id_ for id_ in self._names.get(name, ()) if self._is_below(id_, found)
            ]
        return found[0] if len(found) == 1 else None

    def nearest(self, key):
        """Return the id of the highest unit of a path, when it alone is known."""
        parts = key.split(SEPARATOR)
        found = self._names.get(parts[-1].strip(), ())
        return found[0] if len(parts) > 1 and len(found) == 1 else None

    def _is_below(self, id_, tops):
        tops, seen = set(tops), set()
        while id_ := self._above.get(id_):
            if id_ in tops:
                return True
            if id_ in seen:
                return False
            seen.add(id_)
        return False
