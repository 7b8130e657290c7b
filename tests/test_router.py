"""Who may draw a request, in which order, and that Clay never steps in for another."""

from collections import Counter
from collections.abc import AsyncGenerator

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.core.events import Event, Finish
from cavendish.core.money import Micros
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Request
from cavendish.engine_settings import Charges
from cavendish.engines.base import Traits, matches
from cavendish.health import Health
from cavendish.router import Router, Seat

NANO = "gemini-2.5-flash-image"


class Claiming:
    """An engine that claims names by pattern."""

    def __init__(self, name: str, *patterns: str, charges: Charges = "unknown", open_ended: bool = True) -> None:
        self.name = name
        self.traits = Traits(charges=charges, honours=frozenset(), open_ended=open_ended)
        self.patterns = patterns

    def claims(self, model: str) -> bool:
        return matches(model, self.patterns)

    async def check(self) -> str:
        return "is there"

    async def generate(self, _: Request) -> AsyncGenerator[Event, None]:
        yield Finish()


def seat(name: str, *patterns: str, weight: int = 1, price: int | None = None, charges: Charges = "unknown") -> Seat:
    engine = Claiming(name, *patterns, charges=charges)
    return Seat(engine=engine, health=Health(name), weight=weight, price=None if price is None else Micros(price))


CLAY = Seat(engine=Claiming("clay", "*", charges="nothing", open_ended=False), health=Health("clay"))
GOOGLE, SHOP, FLUX = seat("google", "gemini-*"), seat("shop", "gemini-*", "gpt-*"), seat("bfl", "flux-*")
FULL = Router([GOOGLE, SHOP, FLUX, CLAY])


def ask(model: str = NANO, engine: str | None = None) -> Request:
    return Request(model=model, engine=engine, turns=(Turn("user", (Text("a cat"),)),))


def names(router: Router, request: Request, *, known: bool = True, listed: int | None = None) -> list[str]:
    price = None if listed is None else Micros(listed)
    found = router.seats(router.address(request), known=known, listed=lambda: price)
    return [one.engine.name for one in found]


@pytest.mark.parametrize(
    ("request_", "known", "expected"),
    [
        (ask(), True, ["google", "shop"]),
        (ask("gpt-image-1"), False, ["shop"]),
        (ask("flux-kontext-pro"), False, ["bfl"]),
        (ask("unheard-of"), False, []),
        (ask("unheard-of"), True, ["clay"]),
        (ask(engine="shop"), True, ["shop"]),
        (ask("shop/unheard-of"), False, ["shop"]),
        (ask("shop/gemini-3-pro-image", engine="google"), True, ["google"]),
        (ask("clay"), True, ["clay"]),
        (ask(f"clay/{NANO}"), True, ["clay"]),
        (ask("stranger/gemini-3-pro-image"), False, []),
    ],
)
def test_who_may_draw(request_: Request, known: bool, expected: list[str]) -> None:
    assert names(FULL, request_, known=known) == expected


def test_the_engine_of_a_models_name_is_taken_from_it() -> None:
    assert FULL.address(ask("shop/openai/gpt-5-image")).model == "openai/gpt-5-image"
    assert FULL.address(ask("openai/gpt-5-image")).model == "openai/gpt-5-image"


def test_clay_draws_where_nobody_is_configured_and_never_where_somebody_is() -> None:
    assert names(Router([CLAY]), ask()) == ["clay"]
    for model in (NANO, "gpt-image-1", "flux-kontext-pro"):
        assert "clay" not in names(FULL, ask(model))


def test_the_preferred_engine_draws_unless_another_is_named() -> None:
    router = Router([GOOGLE, SHOP, CLAY], preferred="shop")
    assert names(router, ask()) == ["shop"]
    assert names(router, ask(engine="google")) == ["google"]
    assert names(Router([GOOGLE, CLAY], preferred="clay"), ask()) == ["clay"]


def test_the_model_clay_is_clays_unless_the_preferred_engine_claims_it_too() -> None:
    assert names(Router([GOOGLE, CLAY], preferred="google"), ask("clay")) == ["clay"]
    assert names(Router([seat("server", "*"), CLAY], preferred="server"), ask("clay")) == ["server"]


@pytest.mark.parametrize(
    ("request_", "known", "message"),
    [
        (ask(engine="gogle"), True, "'gogle' is not configured. There are: google, shop, bfl, clay"),
        (ask("unheard-of", engine="clay"), False, "clay does not serve unheard-of"),
    ],
)
def test_what_cannot_be_names_what_can(request_: Request, known: bool, message: str) -> None:
    with pytest.raises(InvalidRequest, match=message) as caught:
        FULL.seats(request_, known=known, listed=lambda: None)
    assert caught.value.field == "engine"


def test_by_price_the_cheapest_first_and_those_of_unknown_price_last() -> None:
    table = [
        seat("unknown", "*"),
        seat("dear", "*", price=90),
        seat("listed", "*", charges="list", price=1),  # a list price is what it is
        seat("cheap", "*", price=10),
        seat("own", "*", charges="nothing"),
        CLAY,
    ]
    assert names(Router(table, policy="price"), ask(), listed=50) == ["own", "cheap", "listed", "dear", "unknown"]
    unlisted = names(Router(table, policy="price"), ask(), known=False, listed=None)
    assert unlisted == ["own", "cheap", "dear", "unknown", "listed"]


def test_by_weight_each_is_first_about_as_often_as_it_weighs() -> None:
    router = Router([seat("light", "*", weight=1), seat("heavy", "*", weight=9), CLAY], policy="weight")
    orders = [names(router, ask()) for _ in range(2000)]
    assert all(sorted(order) == ["heavy", "light"] for order in orders)
    assert 0.8 < Counter(order[0] for order in orders)["heavy"] / len(orders) < 0.97


def test_by_order_it_is_as_they_stand() -> None:
    assert all(names(FULL, ask()) == ["google", "shop"] for _ in range(20))


def test_an_unknown_policy_names_the_known_ones() -> None:
    with pytest.raises(InvalidRequest, match="order, weight, price"):
        Router([CLAY], policy="luck")
