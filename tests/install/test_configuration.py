"""Every environment's configuration of Odoo has safe values."""

import configparser
import stat

import pytest
from pemda_setup import settings

TEMPLATES = sorted((settings.CONFIG / "odoo").glob("*.conf"))


def options(path):
    parser = configparser.RawConfigParser()
    parser.read(path)
    return parser["options"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_template_is_closed(path):
    values = options(path)
    assert values.getboolean("list_db") is False
    assert values["http_interface"] in ("127.0.0.1", "${http_interface}")
    assert values["admin_passwd"] == "${admin_passwd}"
    assert values.getboolean("without_demo") is True
    assert values["server_wide_modules"] == "base,web,rpc"


def test_production_serves_one_database_behind_a_proxy():
    values = options(settings.CONFIG / "odoo/production.conf")
    assert values.getboolean("proxy_mode") is True
    assert values["dbfilter"] == "^${database}$$"
    assert values["db_name"] == "${database}"
    assert values["workers"] == "${workers}"


def test_written_configuration_is_secret_and_complete():
    path = settings.LOCAL / "odoo-test.conf"
    values = options(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(values["admin_passwd"]) >= 32
    assert values["db_user"] != "postgres"
    assert "${" not in path.read_text()
