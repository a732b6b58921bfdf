"""Where Odoo is fetched from, and what happens when it is not what it was."""

import pytest
from pemda_setup import debs, mirror, postgres
from pemda_setup.say import SetupError

DEBIAN = 'ID=debian\nVERSION_CODENAME="bookworm"\n'
MIRROR = "http://archive.example.test/debian"


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Writes apt's sources and gives what the mirror is found to be."""
    monkeypatch.delenv("PEMDA_DEBIAN_MIRROR", raising=False)
    (tmp_path / "sources.list.d").mkdir()

    def found(name, text, release=DEBIAN):
        (tmp_path / name).write_text(text)
        (tmp_path / "os-release").write_text(release)
        return mirror.debian_mirror(tmp_path, tmp_path / "os-release")

    return found


@pytest.mark.parametrize(
    "name, text",
    [
        ("sources.list", f"deb {MIRROR} bookworm main\n"),
        ("sources.list", f"deb [arch=amd64 signed-by=/k] {MIRROR}/ bookworm main\n"),
        (
            "sources.list",
            f"# deb http://old.test/debian bookworm main\n"
            f"deb http://security.test/debian bookworm-security main\n"
            f"deb http://other.test/tools nodistro main\ndeb {MIRROR} bookworm main\n",
        ),
        (
            "sources.list.d/debian.sources",
            "Types: deb\nURIs: http://other.test/debian\nSuites: bookworm\n"
            "Components: main\nEnabled: no\n\n"
            f"Types: deb\n# URIs: http://old.test\nURIs: {MIRROR}\n"
            "Suites: bookworm bookworm-updates\nComponents: main contrib\n",
        ),
    ],
)
def test_mirror_is_the_one_of_the_machine(machine, name, text):
    assert machine(name, text) == MIRROR


def test_other_systems_are_asked_for_a_mirror(machine, monkeypatch):
    text = "deb http://archive.test/ubuntu noble main\n"
    with pytest.raises(SetupError, match="PEMDA_DEBIAN_MIRROR"):
        machine("sources.list", text, "ID=ubuntu\nVERSION_CODENAME=noble\n")
    monkeypatch.setenv("PEMDA_DEBIAN_MIRROR", MIRROR + "/")
    assert machine("sources.list", text, "ID=ubuntu\n") == MIRROR


def test_all_packages_are_recorded_with_version_and_checksum():
    recorded = debs.recorded()
    assert recorded[0].name == "odoo-19"
    assert recorded[0].version.startswith("19.0")
    assert all(len(deb.sha256) == 64 for deb in recorded)


def test_newer_package_is_taken_with_a_word(capsys):
    old = debs.Deb("odoo-19", "19.0.0+dfsg-1", "0" * 64)
    new = debs.replacement(old, {"19.0.1+dfsg-1": "f" * 64})
    assert (new.version, new.sha256) == ("19.0.1+dfsg-1", "f" * 64)
    said = capsys.readouterr().err
    assert f"odoo-19 19.0.1+dfsg-1 {'f' * 64}" in said


def test_another_series_of_odoo_is_refused():
    old = debs.Deb("odoo-19", "19.0.0+dfsg-1", "0" * 64)
    with pytest.raises(SetupError, match="ODOO_HOME"):
        debs.replacement(old, {"20.0.0+dfsg-1": "f" * 64})


def test_file_with_another_checksum_is_refused(tmp_path):
    file = tmp_path / "odoo.deb"
    file.write_bytes(b"something else")
    with pytest.raises(SetupError, match="SHA-256"):
        debs.check(debs.Deb("odoo-19", "19.0.0+dfsg-1", "0" * 64), file)


def test_database_url(monkeypatch):
    url = "postgresql://sipbd:s%40fe@db.test:6432"
    monkeypatch.setenv("PEMDA_DATABASE_URL", url)
    monkeypatch.setattr(postgres, "attempt", lambda *_, **__: ("17 0 1\n", None))
    assert postgres.ensure() == postgres.Server("db.test", 6432, "sipbd", "s@fe")


@pytest.mark.parametrize("url", ["mysql://a@b", "postgresql://db.test", "sipbd"])
def test_bad_database_url_is_explained(monkeypatch, url):
    monkeypatch.setenv("PEMDA_DATABASE_URL", url)
    with pytest.raises(SetupError, match="must look like"):
        postgres.ensure()


def test_database_user_postgres_is_refused(monkeypatch):
    monkeypatch.setenv("PEMDA_DATABASE_URL", "postgresql://postgres:x@db.test")
    with pytest.raises(SetupError, match="createuser"):
        postgres.ensure()
