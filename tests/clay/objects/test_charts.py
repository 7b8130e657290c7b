"""Charts: every number has its place and its size."""

import math

import pytest

from cavendish.clay.objects import KINDS, Look, measure
from cavendish.clay.objects.charts import CHART_KINDS, Row, rows_of
from cavendish.clay.objects.families.charts import bar_chart, line_chart, pie_chart
from cavendish.clay.sculpt import Shape
from cavendish.clay.sculpt.drawn_forms import Prism

MANY = "\n".join(f"n{number}: {number}" for number in range(12))


def area(outline: list[tuple[float, float]]) -> float:
    pairs = zip(outline, [*outline[1:], outline[0]], strict=True)
    return abs(sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairs)) / 2


def slices(shape: Shape) -> list[float]:
    prisms = [part.form for part in shape.parts if isinstance(part.form, Prism)]
    return [area([(float(x), float(y)) for x, y in prism.polygon]) for prism in prisms]


def test_rows_are_read_line_by_line() -> None:
    title, rows = rows_of("Sales\nMon: 3\nTue: 5 %\n: 1,200.5")
    assert title == "Sales"
    assert rows == [Row("Mon", 3.0, "3"), Row("Tue", 5.0, "5 %"), Row("", 1200.5, "1,200.5")]


def test_bars_are_as_high_as_their_numbers() -> None:
    parts = bar_chart(Look(text="Sales\nMon: 3\nTue: 6\nWed: 1,200.0")).parts
    heights = [float(part.form.bounds()[1][1] - part.form.bounds()[0][1]) for part in parts[1:4]]
    assert heights[1] == pytest.approx(2 * heights[0])
    assert heights[2] == pytest.approx(400 * heights[0])


def test_slices_are_as_large_as_their_numbers() -> None:
    areas = slices(pie_chart(Look(text="A: 10\nB: 30\nC: 60")))
    assert areas[1] == pytest.approx(3 * areas[0], rel=0.02)
    assert areas[2] == pytest.approx(6 * areas[0], rel=0.02)
    [whole] = slices(pie_chart(Look(text="A: 7")))
    assert whole == pytest.approx(math.pi * 0.5**2, rel=0.02)
    assert len(slices(pie_chart(Look(text="A: 0\nB: 5")))) == 1


def test_points_rise_with_their_numbers() -> None:
    shape = line_chart(Look(text="A: 2\nB: 8\nC: 5"))
    points = [part.form.bounds() for part in shape.parts if type(part.form).__name__ == "Ellipsoid"]
    first, second, third = (float(low[1] + high[1]) / 2 for low, high in points)
    assert first < third < second
    assert (second - third) / (second - first) == pytest.approx(0.5, rel=0.02)


@pytest.mark.parametrize("name", sorted(CHART_KINDS))
@pytest.mark.parametrize("text", [None, "", "no number", ": 0\n: 0", "A: 5", MANY])
def test_every_text_can_be_drawn_and_stays_on_the_board(name: str, text: str | None) -> None:
    low, high = KINDS[name].build(Look(text=text)).bounds()
    empty_low, empty_high = KINDS[name].build(Look()).bounds()
    assert high[0] - low[0] <= 1.01 * (empty_high[0] - empty_low[0])
    assert high[1] <= 1.01 * empty_high[1]
    assert max(measure(name).hi) <= KINDS[name].size
