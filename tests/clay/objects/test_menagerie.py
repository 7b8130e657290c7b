"""Animals and things that people often ask for: what they are called in each language, and what is special in them."""

import numpy as np
import pytest

from cavendish.clay.compose import compose
from cavendish.clay.objects import KINDS, Look, measure, nearest
from cavendish.clay.sculpt import Material, paint, srgb

WORDS = {
    "eagle": ("a bald eagle", "ein Weißkopfseeadler", "un águila real", "un aigle royal", "一只白头鹰"),
    "parrot": ("a parrot", "ein Papagei", "un loro", "un perroquet", "一只鹦鹉"),
    "toucan": ("a toucan", "ein Tukan", "un tucán", "un toucan", "一只巨嘴鸟"),
    "flamingo": ("a flamingo", "ein Flamingo", "un flamenco", "un flamant rose", "一只火烈鸟"),
    "swan": ("a white swan", "ein Schwan", "un cisne", "un cygne", "一只天鹅"),
    "goose": ("a goose", "eine Gans", "un ganso", "une oie", "一只鹅"),
    "peacock": ("a peacock", "ein Pfau", "un pavo real", "un paon", "一只孔雀"),
    "wolf": ("a grey wolf", "ein Wolf", "un lobo", "un loup", "一只狼"),
    "red_panda": ("a red panda", "ein roter Panda", "un panda rojo", "un panda roux", "一只小熊猫"),
    "raccoon": ("a raccoon", "ein Waschbär", "un mapache", "un raton laveur", "一只浣熊"),
    "koala": ("a koala bear", "ein Koala", "un koala", "un koala", "一只考拉"),
    "polar_bear": ("a polar bear", "ein Eisbär", "un oso polar", "un ours polaire", "一只北极熊"),
    "hedgehog": ("a hedgehog", "ein Igel", "un erizo", "un hérisson", "一只刺猬"),
    "kangaroo": ("a kangaroo", "ein Känguru", "un canguro", "un kangourou", "一只袋鼠"),
    "reindeer": ("a reindeer", "ein Rentier", "un reno", "un renne", "一只驯鹿"),
    "camel": ("a camel", "ein Kamel", "un camello", "un chameau", "一只骆驼"),
    "goat": ("a goat", "eine Ziege", "una cabra", "une chèvre", "一只山羊"),
    "hippopotamus": ("a hippo", "ein Nilpferd", "un hipopótamo", "un hippopotame", "一只河马"),
    "rhinoceros": ("a rhino", "ein Nashorn", "un rinoceronte", "un rhinocéros", "一只犀牛"),
    "crocodile": ("a crocodile", "ein Krokodil", "un cocodrilo", "un crocodile", "一只鳄鱼"),
    "branch": ("a branch", "ein Ast", "una rama", "une branche", "一根树枝"),
    "christmas_tree": ("a Christmas tree", "ein Christbaum", "un árbol de Navidad", "un sapin de Noël", "一棵圣诞树"),
    "fireplace": ("a fireplace", "ein Kamin", "una chimenea", "une cheminée", "一个壁炉"),
    "lantern": ("a lantern", "eine Laterne", "un candil", "une lanterne", "一盏油灯"),
    "treasure_chest": (
        "a treasure chest",
        "eine Schatztruhe",
        "un cofre del tesoro",
        "un coffre au trésor",
        "一个宝箱",
    ),
    "shield": ("a shield", "ein Schutzschild", "un escudo", "un bouclier", "一面盾牌"),
    "magic_wand": ("a magic wand", "ein Zauberstab", "una varita mágica", "une baguette magique", "一根魔杖"),
    "telescope": ("a telescope", "ein Fernrohr", "un telescopio", "un télescope", "一架望远镜"),
    "globe": ("a globe", "ein Globus", "un globo terráqueo", "une mappemonde", "一个地球仪"),
    "earth": ("planet earth", "der Planet Erde", "el planeta Tierra", "la planète Terre", "地球"),
    "hammer": ("a hammer", "ein Hammer", "un martillo", "un marteau", "一把锤子"),
    "axe": ("an axe", "eine Axt", "un hacha", "une hache", "一把斧头"),
    "wheelbarrow": ("a wheelbarrow", "eine Schubkarre", "una carretilla", "une brouette", "一辆手推车"),
    "tractor": ("a tractor", "ein Traktor", "un tractor", "un tracteur", "一辆拖拉机"),
    "submarine": ("a submarine", "ein U-Boot", "un submarino", "un sous-marin", "一艘潜水艇"),
}


@pytest.mark.parametrize(("kind", "prompt"), [(kind, prompt) for kind, said in WORDS.items() for prompt in said])
def test_its_nouns_lead_to_it(kind: str, prompt: str) -> None:
    made = compose(prompt, scene=None, seed=1, ratio=1.0)
    assert [item.kind for item in made.scene.items] == [kind]
    assert made.unknown == ()


@pytest.mark.parametrize("bird", ["eagle", "parrot", "toucan"])
def test_who_flies_spreads_its_wings_to_both_sides(bird: str) -> None:
    low, high = measure(f"{bird}.fly")
    standing = measure(bird)
    assert high[0] - low[0] > 1.4 * (high[1] - low[1])
    assert high[0] - low[0] > 1.5 * (standing.hi[0] - standing.lo[0])
    assert low[0] == pytest.approx(-high[0], rel=0.1)


@pytest.mark.parametrize(
    ("kind", "pose", "shown"),
    [
        ("parrot", "perch", "parrot"),
        ("eagle", "sit", "eagle"),
        ("wolf", "sit", "wolf.sit"),
        ("wolf", "stand", "wolf"),
        ("red_panda", "sleep", "red_panda.sleep"),
        ("koala", "sit", "koala"),
        ("swan", "swim", "swan"),
        ("crocodile", "swim", "crocodile"),
        ("kangaroo", "jump", "kangaroo.jump"),
        ("camel", "sleep", "camel.lie"),
        ("rhinoceros", "run", "rhinoceros.run"),
    ],
)
def test_it_does_what_it_is_asked_to(kind: str, pose: str, shown: str) -> None:
    assert nearest(KINDS[kind], pose) == shown


def test_a_parrot_is_colourful_whatever_its_own_colour() -> None:
    for color in (None, srgb("#2fa84a"), srgb("#f7c21c")):
        parts = KINDS["parrot"].build(Look(color=color)).parts
        assert len({part.color.tobytes() for part in parts}) > 6


def test_the_earth_has_land_sea_and_ice() -> None:
    shape = KINDS["earth"].build(Look())
    ball = shape.parts[:1]
    way = np.random.default_rng(4).normal(size=(3, 6000))
    points = np.ones((4, 6000), np.float32)
    points[:3] = 0.60 * way / np.linalg.norm(way, axis=0) + np.array([[0.0], [0.62], [0.0]])
    colors, _ = paint(ball, points)
    blue, green = (colors.argmax(axis=1) == number for number in (2, 1))
    assert 0.45 < (blue & (colors[:, 0] < 0.3)).mean() < 0.85
    assert green.mean() > 0.1
    assert (colors.min(axis=1) > 0.7).mean() > 0.01


@pytest.mark.parametrize("kind", ["fireplace", "lantern"])
def test_a_fire_burns_in_it_by_day_and_by_night(kind: str) -> None:
    for lit in (False, True):
        parts = KINDS[kind].build(Look(lit=lit)).parts
        assert any(part.material is Material.EMISSIVE and float(part.color.max()) > 1 for part in parts)


def test_a_christmas_tree_shines_in_the_dark() -> None:
    glow = [
        sum(float(part.color.max()) for part in KINDS["christmas_tree"].build(Look(lit=lit)).parts
            if part.material is Material.EMISSIVE) for lit in (False, True)
    ]  # fmt: skip
    assert glow[1] > 1.5 * glow[0]


@pytest.mark.parametrize("prompt", ["a glass of red wine", "ein Glas Rotwein", "un verre de vin rouge", "一杯红酒"])
def test_red_wine_is_drunk_from_its_own_glass(prompt: str) -> None:
    assert [item.kind for item in compose(prompt, scene=None, seed=1, ratio=1.0).scene.items] == ["wine_glass"]
