"""What scripts/bench makes of the times it has taken."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts/lib"))

from pemda_bench import figure, timing  # noqa: E402


def test_a_limit_is_met_up_to_and_with_its_value():
    assert figure.at_most("a", 1.5, 1.5).met
    assert not figure.at_most("a", 1.501, 1.5).met
    assert figure.at_least("a", 25, 25).met
    assert not figure.at_least("a", 24.99, 25).met


def test_json_has_just_the_promised_keys():
    figures = [figure.at_most("pdf memory", 62.84, 150, figure.MEGABYTES)]
    assert json.loads(figure.as_json(figures)) == [
        {
            "name": "pdf memory",
            "value": 62.8,
            "unit": "MB",
            "target": "<= 150",
            "met": True,
        }
    ]


def test_the_table_shows_what_is_missed():
    figures = [figure.at_least("import", 7.591, 25), figure.at_most("browse", 1, 1.5)]
    lines = figure.as_table(figures).splitlines()
    assert lines[1].split() == ["import", "7.59", "times", ">=", "25", "NO"]
    assert lines[2].split() == ["browse", "1", "times", "<=", "1.5", "yes"]


def test_large_values_are_not_shortened_to_powers_of_ten():
    table = figure.as_table([figure.at_most("memory", 1234567.8, 150, "MB")])
    assert "1234568" in table


def test_functions_are_timed_in_turns_forwards_and_backwards():
    calls = []
    functions = {name: lambda name=name: calls.append(name) for name in "ab"}
    times = timing.alternate(functions, 3)
    assert "".join(calls) == "abbaab"
    assert {name: len(taken) for name, taken in times.items()} == {"a": 3, "b": 3}


@pytest.mark.parametrize(
    ("count", "rank"), [(1, 1), (19, 19), (20, 19), (100, 95), (120, 114)]
)
def test_p95_is_not_exceeded_by_95_of_100(count, rank):
    assert timing.p95(reversed(range(1, count + 1))) == rank
