"""What the page of one person knows while it is read."""


class PersonPage:
    """Handed on in the context by ``web_read`` of one person, for that call alone.

    The call changes nothing, so what it has found once holds until its end. A context
    that comes over RPC is made from JSON and never holds this type.
    """

    def __init__(self, person, held):
        """
        :param held: name of each history -> for each row whether it has a scan
        """
        self._person = person
        self._held = held
        self._opened = []
        self._rows = {}

    @classmethod
    def of(cls, records, person_ids):
        """The page that reads these records, if it is the one of these people."""
        page = records.env.context.get("sikda_page")
        if not isinstance(page, cls) or page._person.env.uid != records.env.uid:
            return None
        return page if list(person_ids) == [page._person.id] else None

    def is_empty(self, history):
        return not self._held[history]

    def scanned(self, histories):
        """Those of some histories in which there are scans that count.

        :return: ``None`` if not all of them are known
        """
        if not self._held.keys() >= set(histories):
            return None
        return [history for history in histories if any(self._held[history])]

    def opens(self, history):
        """Whether the record rules show the user every row of a history there.

        Nearly all of them ask for nothing but the person: they are asked once of him,
        instead of joining him to every row. ``False`` tells nothing.
        """
        rule = history.env["ir.rule"]._compute_domain(history._name, "read")
        if list(rule.iter_conditions()) != [rule]:
            return False
        if rule.field_expr != "employee_id" or rule.operator != "any":
            return False
        for asked, answer in self._opened:
            if asked == rule.value:
                return answer
        person = self._person.sudo().with_context(active_test=False)
        answer = bool(person.filtered_domain(rule.value))
        self._opened.append((rule.value, answer))
        return answer

    def note(self, rows):
        """These were read under the record rules."""
        self._rows[rows._name] = set(rows._ids)

    def has_read(self, rows):
        return (
            rows.env.uid == self._person.env.uid
            and bool(rows._ids)
            and self._rows.get(rows._name, set()).issuperset(rows._ids)
        )
