"""Settings and options that cannot be right are answered by one sentence."""

import argparse
import errno
import json
import os
import socket
import stat

import pemda_setup
import pytest
from pemda_setup import databases, postgres, server, settings, venv
from pemda_setup.commands import run
from pemda_setup.say import SetupError


@pytest.mark.parametrize("text", ["0", "-5", "65536", "99999", "abc", "", "80.5", "²"])
def test_what_is_no_port_is_refused(text):
    with pytest.raises(argparse.ArgumentTypeError):
        run._port(text)


def test_a_taken_port_is_stepped_over(capfd):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert server.free_port(port) > port
    assert f"port {port} is taken" in capfd.readouterr().err


def test_no_port_is_tried_behind_the_last_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", server.PORTS[-1]))
        taken.listen()
        with pytest.raises(SetupError, match="65535"):
            server.free_port(server.PORTS[-1])


def test_another_port_than_the_running_one_is_told():
    running = server.Running(1, 8069, "pemda")
    assert run._other_port(running, None) == run._other_port(running, 8069) == ""
    assert "--stop" in run._other_port(running, 8070)


def test_a_server_of_another_database_is_not_taken_for_ours():
    assert not run._serves(None, server.Running(1, 8069, "another"))


def test_a_note_about_the_server_that_was_cut_off_is_no_note(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "STATE", tmp_path / "server.json")
    for text in ("", '{"pid": 1', json.dumps({"pid": 1}), "[]"):
        server.STATE.write_text(text)
        assert server.running() is None


@pytest.mark.parametrize(
    "address",
    [
        "foo",
        "postgresql://",
        "postgresql://localhost",
        "postgresql://u:p@localhost:abc",
        "postgresql://u:p@localhost:0",
        "postgresql://u:p@[localhost",
        "postgresql://u:p@localhost/x?sslmode=require",
        "mysql://u:p@localhost",
    ],
)
def test_an_address_of_another_kind_is_refused(address):
    with pytest.raises(SetupError, match="must look like"):
        postgres._named(address)


def test_a_server_that_does_not_answer_is_told_with_its_reason():
    with pytest.raises(SetupError, match="PEMDA_DATABASE_URL.*refused"):
        postgres._named("postgresql://u:p@127.0.0.1:1/x")


@pytest.mark.parametrize(
    "answer, complaint",
    [("12 0 1", "13 or later"), ("15 1 1", "superuser"), ("15 0 0", "CREATEDB")],
)
def test_a_role_or_server_that_cannot_do_is_refused(monkeypatch, answer, complaint):
    monkeypatch.setattr(postgres, "attempt", lambda *_, **__: (answer, None))
    with pytest.raises(SetupError, match=complaint):
        postgres._named("postgresql://u:p@localhost")


def test_a_role_that_can_do_is_taken(monkeypatch):
    monkeypatch.setattr(postgres, "attempt", lambda *_, **__: ("13 0 1\n", None))
    taken = postgres._named("postgresql://u%40x:p%2Fq@db.example:6543/sipbd")
    assert taken == postgres.Server("db.example", 6543, "u@x", "p/q")


@pytest.mark.parametrize(
    "address, name",
    [
        ("postgresql://u:p@h:1/sipbd%5Fa", "sipbd_a"),
        ("postgresql://u:p@h", ""),
        ("postgresql://u:p@h/", ""),
        ("", ""),
    ],
)
def test_the_database_at_the_end_of_the_address(address, name):
    assert settings.database_of(address) == name


@pytest.mark.parametrize("name", ["", "1a", "a b", 'a"; x', "a'b", "../a", "a" * 41])
def test_what_is_no_name_of_a_database_is_refused(name):
    with pytest.raises(SetupError):
        databases.check_name(name)


@pytest.mark.parametrize("name", ["pemda", "test_12-a", "A" * 40])
def test_names_of_databases(name):
    databases.check_name(name)


def test_a_python_that_is_none_is_refused(monkeypatch, tmp_path):
    other = tmp_path / "python"
    other.write_text("#!/bin/sh\necho 2.7\n")
    other.chmod(stat.S_IRWXU)
    for name, complaint in (("/nowhere/python", "not there"), (str(other), "2.7")):
        monkeypatch.setenv("PEMDA_PYTHON", name)
        with pytest.raises(SetupError, match=complaint):
            venv.base_python()


def test_a_folder_that_cannot_be_written_is_told(capfd):
    def fail(words):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "/somewhere")

    assert pemda_setup._guarded(fail, []) == 1
    text = capfd.readouterr().err
    assert "/somewhere: permission denied" in text and "PEMDA_LOCAL" in text
