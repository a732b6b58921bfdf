"""Which Odoo tests there are, read from the source without running it.

What ought to run is known from here, so a test that silently does not (because it
lacks ``post_install``, say) is noticed.
"""

import ast
from dataclasses import dataclass

from .. import addons


@dataclass(frozen=True)
class Test:
    """One test method of an addon."""

    addon: str
    cls: str
    method: str
    journey: bool

    def __str__(self):
        return f"{self.addon}:{self.cls}.{self.method}"


def all_tests():
    """Every test of our addons and of the addons that only test."""
    folders = addons.installable() + addons.installable(addons.TEST_ADDONS)
    classes = [
        (addon.name, node)
        for addon in folders
        for path in sorted((addon.path / "tests").glob("test_*.py"))
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef)
    ]
    known = {node.name: node for _addon, node in classes}
    return [
        Test(addon, node.name, child.name, "journey" in _tags(node, known))
        for addon, node in classes
        for child in node.body
        if isinstance(child, ast.FunctionDef) and child.name.startswith("test_")
    ]


def selected(tests, text):
    """The tests whose name contains a text, whatever its case."""
    return [test for test in tests if (text or "").lower() in str(test).lower()]


def test_tags(chosen, known, *, prefix=""):
    """Odoo's ``--test-tags`` for the chosen ones of the known tests."""
    if len(chosen) == len(known):
        return ",".join(f"{prefix}/{addon}" for addon in _names(chosen, "addon"))
    return ",".join(
        f"{prefix}/{test.addon}:{test.cls}.{test.method}" for test in chosen
    )


def _names(tests, attribute):
    return list(dict.fromkeys(getattr(test, attribute) for test in tests))


def _tags(node, known):
    """Words in the ``@tagged`` of a class, or of the classes it stands on."""
    own = {
        word.value
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call)
        for word in decorator.args
        if isinstance(word, ast.Constant)
    }
    bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
    return own.union(*(_tags(known[base], known) for base in bases if base in known))
