"""What the set-up has built on this machine."""

import os
import subprocess
import sys
from importlib import metadata

import pytest
from pemda_setup import odoo, odoo_tree, settings

FONTS = "odoo/addons/web/static/src/libs/fontawesome/fonts"


@pytest.fixture(scope="module")
def odoo_folder():
    return odoo_tree.ensure().python_path


def query(statement):
    command = ["psql", "-XqAt", "-d", os.environ["PEMDA_DB"], "-c", statement]
    return subprocess.check_output(command, text=True).strip()


def test_pypdf2_is_neither_installed_nor_locked():
    """Odoo prefers it to pypdf and cannot print two documents with its 3.x."""
    names = {dist.metadata["Name"].lower() for dist in metadata.distributions()}
    locked = "".join(file.read_text() for file in settings.REQUIREMENTS.glob("*.lock"))
    assert "pypdf" in names
    assert "pypdf2" not in names
    assert "pypdf2" not in locked.lower()


def test_no_link_of_odoo_leads_nowhere(odoo_folder):
    assert odoo_tree.dangling_links(odoo_folder) == []


def test_dangling_links_are_seen(tmp_path):
    (tmp_path / "good").symlink_to(tmp_path)
    (tmp_path / "bad").symlink_to("nowhere")
    assert odoo_tree.dangling_links(tmp_path) == [tmp_path / "bad"]


@pytest.mark.parametrize("kind, magic", [("woff", b"wOFF"), ("woff2", b"wOF2")])
def test_icon_font_is_what_its_name_says(odoo_folder, kind, magic):
    font = odoo_folder / FONTS / f"fontawesome-webfont.{kind}"
    assert font.read_bytes().startswith(magic)


def test_odoo_starts_its_websocket_process_the_way_it_does(odoo_folder):
    """With workers Odoo runs its own file again; ``python -m odoo`` cannot."""
    command = [sys.executable, odoo.LAUNCHER, "gevent", "--version"]
    environment = {**os.environ, "PYTHONPATH": str(odoo_folder)}
    text = subprocess.check_output(command, env=environment, text=True)
    assert text.startswith("Odoo Server 19")


def test_our_role_is_no_superuser():
    assert query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user") == "f"


def test_text_is_ordered_by_byte_and_trigrams_are_there():
    order = "SELECT datcollate FROM pg_database WHERE datname = current_database()"
    assert query(order) == "C"
    assert query("SELECT similarity('tanah', 'tanah')") == "1"


def test_indonesian_is_active_and_the_default():
    active = query("SELECT code FROM res_lang WHERE active ORDER BY code").split()
    assert active == ["en_US", "id_ID"]
    default = (
        "SELECT json_value FROM ir_default d JOIN ir_model_fields f "
        "ON f.id = d.field_id WHERE f.model = 'res.partner' AND f.name = 'lang'"
    )
    assert query(default) == '"id_ID"'
