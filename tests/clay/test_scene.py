"""Scenes as documents: what goes out comes back, and nothing doubtful comes in."""

import json
import math

import pytest

from cavendish.clay.scene import (
    MAX_WORN,
    WORN,
    Camera,
    Item,
    Lettering,
    Scene,
    Setting,
    Worn,
    from_document,
    to_document,
)

SCENE = Scene(
    seed=7,
    items=(
        Item(
            "cat1",
            "cat",
            "kitten",
            (-0.35, 0.0, 0.8),
            scale=1.2,
            yaw=14.0,
            color="#ff8800",
            material="gold",
            worn=(Worn("sunglasses"), Worn("scarf", "#d62b2b", "glossy")),
        ),
        Item("sign1", "sign", "sign", (1.0, 0.0, 0.0), text="STOP", ink="#d62b2b"),
    ),
    setting=Setting("meadow", "night", "snow", "winter", "stage"),
    camera=Camera((0.0, 1.5, 7.0), (0.0, 1.0, 0.0), 34.0, "cat1", 0.8, 1.7778, 12.0),
    lettering=(Lettering("HÉLLO\nWORLD", "#ffffff", "top"),),
    grade="warm",
    unknown=("zorb",),
)


def document() -> dict[str, object]:
    return json.loads(json.dumps(to_document(SCENE)))  # type: ignore[no-any-return]


def test_a_scene_survives_json() -> None:
    assert from_document(document()) == SCENE


def test_defaults_are_left_out_and_come_back() -> None:
    plain = Scene(0, (), Setting(), Camera())
    assert "lettering" not in to_document(plain)
    assert "roll" not in to_document(plain)["camera"]  # type: ignore[operator]
    assert from_document(json.loads(json.dumps(to_document(plain)))) == plain


def test_a_scene_from_before_there_was_ink_is_read() -> None:
    older = document()
    del older["items"][1]["ink"]  # type: ignore[index]
    assert "ink" not in to_document(SCENE)["items"][0]  # type: ignore[index]
    assert from_document(older).items[1] == Item("sign1", "sign", "sign", (1.0, 0.0, 0.0), text="STOP")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("v",), 2),
        (("seed",), -1),
        (("seed",), 2**64),
        (("seed",), True),
        (("seed",), "7"),
        (("items",), {}),
        (("items",), [{"id": "cat1"}]),
        (("items", 0, "kind"), "cat; rm"),
        (("items", 0, "kind"), "no_such_kind"),
        (("items", 0, "id"), "../cat"),
        (("items", 1, "id"), "cat1"),
        (("items", 0, "at"), [0, 0]),
        (("items", 0, "at"), [0, 0, math.nan]),
        (("items", 0, "at"), [0, 0, 1e9]),
        (("items", 0, "scale"), 0),
        (("items", 0, "scale"), math.inf),
        (("items", 0, "yaw"), "14"),
        (("items", 0, "color"), "red"),
        (("items", 0, "material"), "unobtainium"),
        (("items", 0, "noun"), "x" * 201),
        (("items", 1, "text"), 5),
        (("items", 1, "ink"), "red"),
        (("items", 1, "ink"), "#d62b2b;"),
        (("items", 1, "ink"), 0xD62B2B),
        (("items", 0, "worn"), "scarf"),
        (("items", 0, "worn"), ["scarf"]),
        (("items", 0, "worn"), [{"kind": "cat"}]),
        (("items", 0, "worn"), [{"kind": "scarf"}, {"kind": "scarf"}]),
        (("items", 0, "worn"), [{"kind": kind} for kind in WORN][: MAX_WORN + 1]),
        (("items", 0, "worn", 0, "color"), "red"),
        (("items", 0, "worn", 0, "material"), "unobtainium"),
        (("lettering", 0, "color"), "white"),
        (("setting", "place"), "nowhere"),
        (("setting", "time"), None),
        (("setting", "weather"), "frogs"),
        (("camera", "fov"), 0),
        (("camera", "focus"), "dog1"),
        (("camera", "aperture"), 2),
        (("camera", "eye"), [0.0, 1.0, 0.0]),
        (("lettering",), [{"text": "x"}] * 9),
        (("lettering", 0, "place"), "left"),
        (("lettering", 0, "text"), "\ud800"),
        (("grade",), "blue"),
        (("unknown",), ["x"] * 33),
        (("unknown",), "zorb"),
    ],
)
def test_anything_doubtful_is_refused(path: tuple[str | int, ...], value: object) -> None:
    changed = document()
    spot: object = changed
    for step in path[:-1]:
        spot = spot[step]  # type: ignore[index]
    spot[path[-1]] = value  # type: ignore[index]
    with pytest.raises(ValueError):  # noqa: PT011 - the messages are for people
        from_document(changed)


def test_who_wears_nothing_says_nothing_of_it() -> None:
    cat, sign = document()["items"]  # type: ignore[misc]
    assert cat["worn"] == [{"kind": "sunglasses"}, {"kind": "scarf", "color": "#d62b2b", "material": "glossy"}]
    assert "worn" not in sign


@pytest.mark.parametrize("rubbish", [None, 1, "scene", [], {}, {"v": 1}, {"v": 1, "seed": 1, "items": [None]}])
def test_rubbish_is_refused(rubbish: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        from_document(rubbish)


def test_too_many_items_are_refused() -> None:
    crowd = document()
    crowd["items"] = [{"id": f"cat{n}", "kind": "cat", "noun": "cat", "at": [n, 0, 0]} for n in range(65)]
    with pytest.raises(ValueError, match="at most 64"):
        from_document(crowd)
