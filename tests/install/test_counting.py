"""The last line of scripts/test tells the truth."""

import socket
import subprocess
from pathlib import Path

import pytest
from pemda_setup import server
from pemda_setup.lint import xml
from pemda_setup.testing import catalogue, odoo_tests, python_tests
from pemda_setup.testing.outcome import Outcome

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
STAMP = "2026-01-02 03:04:05,678 9"
RESULT = STAMP + " INFO db odoo.tests.result: {} failed, {} error(s) of {} tests when"


def counted(log, *, status=0, expected=1):
    outcome = Outcome("addons/x")
    odoo_tests.count(outcome, status, log, expected)
    return outcome.passed, outcome.failed


def test_all_passed():
    assert counted(RESULT.format(0, 0, 5), expected=5) == (5, 0)


def test_failures_are_counted_and_shown():
    log = (
        f"{STAMP} ERROR db odoo.addons.x.tests.test_y: FAIL: TestY.test_z\n"
        "Traceback (most recent call last):\nAssertionError: 1 != 2\n"
        f"{STAMP} INFO db odoo.tests: next\n" + RESULT.format(1, 0, 3)
    )
    outcome = Outcome("addons/x")
    odoo_tests.count(outcome, 1, log, 3)
    assert (outcome.passed, outcome.failed) == (2, 1)
    assert outcome.failures[0].endswith("AssertionError: 1 != 2")


def test_skipped_counts_as_failed():
    line = f"{STAMP} INFO db odoo.addons.x.tests.test_y: skipped TestY.test_z : no\n"
    assert counted(line + RESULT.format(0, 0, 2)) == (1, 1)


@pytest.mark.parametrize("log", ["", RESULT.format(0, 0, 0), RESULT.format(0, 0, 4)])
def test_tests_that_did_not_run_count_as_failed(log):
    assert counted(log, expected=5)[1] == 1


def test_crash_of_odoo_counts_as_failed():
    assert counted("", status=255, expected=0) == (0, 1)


def test_pytest_report(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite><testcase classname="a" name="b"/>'
        '<testcase classname="a" name="c"><skipped message="no"/></testcase>'
        '<testcase classname="a" name="d"><failure>bad</failure></testcase>'
        "</testsuite></testsuites>"
    )
    outcome = Outcome("rules")
    python_tests.count(outcome, 1, report, None)
    assert (outcome.passed, outcome.failed) == (1, 2)


def test_pytest_without_report(tmp_path):
    outcome = Outcome("rules", log=tmp_path / "log")
    outcome.log.write_text("cannot collect")
    python_tests.count(outcome, 2, tmp_path / "none.xml", None)
    assert (outcome.passed, outcome.failed) == (0, 1)


def test_catalogue_knows_journeys_and_filters():
    tests = catalogue.all_tests()
    pages = catalogue.selected(tests, "pemda_debian:testpages")
    assert pages and all(test.journey for test in pages)
    assert catalogue.test_tags(pages, pages, prefix="journey") == "journey/pemda_debian"
    one = catalogue.selected(tests, "TestPages.test_backend")
    tags = catalogue.test_tags(one, tests)
    assert tags == "/pemda_debian:TestPages.test_backend"


def test_taken_port_is_stepped_over(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert server.free_port(port) > port
    assert f"port {port} is taken" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text, problem",
    [
        (b"<odoo>\n    <a>\n        <b/>\n    </a>\n</odoo>\n", None),
        (b"<odoo>\n  <a/>\n</odoo>\n", "indented by 2, expected 4"),
        (b"<odoo>\n    <a>\n  </a>\n</odoo>\n", "indented by 2, expected 4"),
        (b"<odoo>\n    <a/> \n</odoo>\n", "blanks at its end"),
        (b"<odoo>\n\t<a/>\n</odoo>\n", "tab"),
        (b"<odoo>\n</odoo>", "no line end"),
        (b"<odoo>\n", "not well-formed"),
    ],
)
def test_xml_checker(text, problem):
    found = [what for _line, what in xml.check(text)]
    assert any(problem in what for what in found) if problem else found == []


@pytest.mark.parametrize("name", ["run", "test", "odoo", "lint", "i18n", "db", "serve"])
def test_command_explains_itself(name):
    text = subprocess.check_output([SCRIPTS / name, "--help"], text=True)
    assert text.startswith("usage: scripts/" + name)
