"""Retired models, as the engine that draws and the operator want them."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import date

import pytest

from cavendish.accounts import OpenAccounts
from cavendish.catalogue import Catalogue
from cavendish.core.errors import EngineFailed, ModelNotFound
from cavendish.core.events import Event, Finish
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Request
from cavendish.engines.base import Traits
from cavendish.health import Health
from cavendish.router import Router, Seat
from cavendish.service import Cavendish

NANO = "gemini-2.5-flash-image"
WARNING = f"{NANO} was switched off by Google on 2026-10-02; gemini-nano-banana-2.1 stands in for it."


class Claiming:
    """An engine that claims everything."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.traits = Traits(charges="list", honours=frozenset(), open_ended=name != "clay")

    def claims(self, _: str) -> bool:
        return True

    async def check(self) -> str:
        return "is there"

    async def generate(self, _: Request) -> AsyncGenerator[Event, None]:
        yield Finish()


class Listing(Claiming):
    async def models(self) -> tuple[str, ...]:
        return ("gemini-3-pro-image",)


def service(*seats: tuple[str, str], refuse: bool = False, on: date = date(2026, 11, 21)) -> Cavendish:
    """Engines by name, each with the list that it follows."""
    return Cavendish(
        catalogue=Catalogue.load(),
        router=Router([Seat(engine=Claiming(name), health=Health(name), follows=follows) for name, follows in seats]),  # type: ignore[arg-type]
        accounts=OpenAccounts(),
        refuse_retired=refuse,
        today=lambda: on,
    )


def ask(model: str = NANO, **more: object) -> Request:
    return Request(**{"model": model, "turns": (Turn("user", (Text("a cat"),)),), **more})  # type: ignore[arg-type]


def test_at_its_maker_the_successor_draws_at_its_own_price_and_pixels() -> None:
    quote = service(("google", "google")).quote(ask(aspect_ratio="16:9"))
    resolved = quote.resolved
    assert resolved.request.model == "gemini-nano-banana-2.1"
    assert (resolved.request.width, resolved.request.media_type) == (1376, "image/jpeg")
    assert (resolved.notes, resolved.warnings) == ((WARNING,), (WARNING,))
    assert WARNING.isascii()
    assert quote.price == 33_600 + 3


@pytest.mark.parametrize("seat", [("reseller", ""), ("clay", ""), ("openai", "openai")])
def test_elsewhere_it_draws_itself_without_a_word(seat: tuple[str, str]) -> None:
    resolved = service(seat).quote(ask(aspect_ratio="16:9", engine=seat[0])).resolved
    assert (resolved.request.model, resolved.request.width, resolved.request.media_type) == (NANO, 1344, "image/png")
    assert (resolved.notes, resolved.warnings) == ((), ())


def test_the_first_seats_list_counts() -> None:
    assert service(("reseller", ""), ("google", "google")).quote(ask()).resolved.request.model == NANO
    moved = service(("google", "google"), ("reseller", "")).quote(ask()).resolved
    assert moved.request.model == "gemini-nano-banana-2.1"


def test_before_its_day_it_draws_itself() -> None:
    assert service(("google", "google"), on=date(2026, 10, 1)).quote(ask()).resolved.request.model == NANO


def test_the_operator_may_want_it_refused() -> None:
    with pytest.raises(ModelNotFound, match=r"Its successor is gemini-nano-banana-2\.1"):
        service(("google", "google"), refuse=True).quote(ask())
    assert service(("google", "google"), refuse=True).quote(ask("")).resolved.warnings == ()
    assert service(("reseller", ""), refuse=True).quote(ask()).resolved.request.model == NANO


def test_an_engine_that_cannot_list_its_models_is_told_apart() -> None:
    with pytest.raises(EngineFailed, match="google cannot list its models"):
        asyncio.run(service(("google", "google")).compare("google"))
    router = Router([Seat(engine=Listing("google"), health=Health("google"), follows="google")])
    cavendish = Cavendish(catalogue=Catalogue.load(), router=router, accounts=OpenAccounts())
    assert "gemini-nano-banana-2.1" in asyncio.run(cavendish.compare("google")).lacks
