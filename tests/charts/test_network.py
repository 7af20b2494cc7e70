"""The network chart: the busiest sides, every line with its number, the rest told in words."""

from __future__ import annotations

from datetime import date

from demarche.charts import Frame, network

FRAME = Frame("Contacts", "3 documents", date(2031, 5, 1))


def test_every_pair_is_a_line_with_its_number() -> None:
    spec = network([(("Alba", "Borea"), 5), (("Alba", "Cora"), 2)], frame=FRAME)
    lines, dots = spec["layer"][0]["data"]["values"], spec["layer"][3]["data"]["values"]
    assert [(line["pair"], line["contacts"]) for line in lines] == [("Alba – Borea", 5), ("Alba – Cora", 2)]
    assert [(dot["name"], dot["contacts"]) for dot in dots] == [("Alba", 7), ("Borea", 5), ("Cora", 2)]
    assert (dots[0]["x"], dots[0]["y"]) == (0.0, 1.0)
    assert "Network of 3 sides and 2 pairs in contact. The most: Alba and Borea 5" in spec["description"]


def test_only_the_busiest_are_drawn_and_the_chart_says_so() -> None:
    edges = [((f"A{number:02}", f"B{number:02}"), 40 - number) for number in range(20)]
    spec = network(edges, frame=FRAME)
    assert len(spec["layer"][3]["data"]["values"]) == 24
    assert any("24 busiest of 40 sides" in line for line in spec["title"]["subtitle"])


def test_nothing_to_draw() -> None:
    assert "no pairs in contact" in network([], frame=FRAME)["description"]
