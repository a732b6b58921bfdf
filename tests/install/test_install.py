"""Databases whose addons are not those of the files."""

import pytest
from pemda_setup import databases, install
from pemda_setup.say import SetupError


class Installation:
    server = None


@pytest.fixture
def database(monkeypatch):
    """A database with a record of addons; both can be changed."""
    state = {"exists": True, "recorded": {"sipbd": "1"}, "pending": []}
    monkeypatch.setattr(databases, "exists", lambda *_: state["exists"])
    monkeypatch.setattr(install, "_recorded", lambda *_: state["recorded"])
    monkeypatch.setattr(install, "pending", lambda *_: state["pending"])
    return state


def test_a_database_behind_the_files_is_not_worked_on(database):
    database["pending"] = ["sipbd"]
    with pytest.raises(SetupError, match="sipbd changed .* scripts/run"):
        install.check_current(Installation)


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"exists": False, "pending": ["sipbd"]},
        {"recorded": {}, "pending": ["sipbd"]},  # made by a developer or a test
    ],
)
def test_others_are(database, state):
    database.update(state)
    install.check_current(Installation)
