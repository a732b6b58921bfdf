"""Templates of databases, and what interrupted runs leave of them."""

from pemda_setup import databases, templates


def test_only_halves_of_the_same_template_are_dropped(monkeypatch):
    names = ["pemda", "tpl_a", "tpl_a_12", "tpl_a_345", "tpl_a_b_12", "tpl_a_x", "z_1"]
    dropped = []
    monkeypatch.setattr(databases, "names", lambda server: names)
    monkeypatch.setattr(databases, "drop", lambda server, name: dropped.append(name))
    templates._drop_halves(None, "tpl_a")
    assert dropped == ["tpl_a_12", "tpl_a_345"]
