"""What Clay can model: one table of kinds, and one file of builders per family in `families`.

The table is plain data, so that whoever only needs to know *that* there is a cat (the grammar, the scene's checks)
pays for neither NumPy nor the sculpting code; a family is imported when its first member is built.

A builder is named after its kind. It models in its own units with the ground at y = 0 and the middle of the footprint
at the origin. Whoever sits or stands upright looks at +z; whatever runs, drives or sails heads for +x. `size` says how
large the result stands in the scene, in stylised metres along its largest extent. Stylised: an elephant is some three
apples wide, so that both can share a picture.
"""

from functools import cache
from typing import TYPE_CHECKING

from .kind import Kind
from .look import Look

if TYPE_CHECKING:
    from cavendish.clay.sculpt import Box

__all__ = ["KINDS", "Kind", "Look", "measure", "natural_scale"]

_TABLE = (
    # animals of house and farm
    Kind("cat", "pets", size=1.35, yaw=14, face=True),
    Kind("dog", "pets", size=1.45, yaw=-26, face=True),
    Kind("rabbit", "pets", size=1.15, yaw=20, face=True),
    Kind("mouse", "pets", size=0.8, yaw=-22, face=True),
    Kind("horse", "hoofed", size=2.0, yaw=-24, support=1.12, face=True),
    Kind("unicorn", "hoofed", size=2.05, yaw=-24, support=1.12, face=True),
    Kind("zebra", "hoofed", size=1.9, yaw=-24, support=1.08, face=True),
    Kind("giraffe", "hoofed", size=2.8, yaw=-24, face=True),
    Kind("cow", "hoofed", size=1.85, yaw=-26, face=True),
    Kind("sheep", "hoofed", size=1.4, yaw=-28, face=True),
    Kind("pig", "hoofed", size=1.4, yaw=-30, face=True),
    # wild animals
    Kind("elephant", "wild", size=2.2, yaw=-38, face=True),
    Kind("bear", "wild", size=1.7, yaw=16, face=True),
    Kind("panda", "wild", size=1.6, yaw=14, face=True),
    Kind("lion", "big_cats", size=1.6, yaw=14, face=True),
    Kind("tiger", "big_cats", size=1.55, yaw=-14, face=True),
    Kind("fox", "wild", size=1.4, yaw=18, face=True),
    Kind("monkey", "wild", size=1.4, yaw=12, face=True),
    Kind("frog", "wild", size=0.95, yaw=-18, face=True),
    Kind("turtle", "wild", size=1.2, yaw=-32, face=True),
    Kind("snail", "wild", size=1.0, yaw=-24, face=True),
    # birds
    Kind("bird", "birds", size=1.0, yaw=-28, face=True),
    Kind("duck", "birds", size=1.05, yaw=-34, draught=0.12, face=True),
    Kind("owl", "birds", size=1.1, yaw=12, face=True),
    Kind("penguin", "birds", size=1.25, yaw=-14, face=True),
    Kind("chicken", "birds", size=1.15, yaw=-28, face=True),
    # animals of the sea
    Kind("fish", "sea_life", size=1.2, yaw=-22, hover=0.25, face=True),
    Kind("whale", "sea_life", size=2.4, yaw=-28, draught=0.22, face=True),
    Kind("dolphin", "sea_life", size=1.9, yaw=-20, hover=0.35, face=True),
    Kind("shark", "sea_life", size=2.1, yaw=-24, hover=0.3, face=True),
    Kind("octopus", "sea_life", size=1.4, face=True),
    Kind("crab", "sea_life", size=1.2, face=True),
    # fantasy
    Kind("dinosaur", "fantasy", size=2.1, yaw=-32, face=True),
    Kind("dragon", "fantasy", size=2.2, yaw=-28, face=True),
    Kind("robot", "fantasy", size=1.7, yaw=-14, face=True),
    Kind("alien", "fantasy", size=1.5, yaw=12, face=True),
    Kind("snowman", "fantasy", size=1.6, yaw=-10, face=True),
    Kind("teddy_bear", "fantasy", size=1.15, yaw=14, face=True),
    # people
    Kind("man", "people", size=1.9, yaw=12, face=True),
    Kind("woman", "people", size=1.85, yaw=-12, face=True),
    Kind("boy", "people", size=1.55, yaw=12, face=True),
    Kind("girl", "people", size=1.5, yaw=-12, face=True),
    Kind("astronaut", "people", size=1.85, yaw=-12, face=True),
    # plants
    Kind("tree", "trees", size=3.3),
    Kind("pine", "trees", size=2.5),
    Kind("palm", "trees", size=3.0, yaw=20),
    Kind("cactus", "trees", size=1.8),
    Kind("bush", "trees", size=1.2),
    Kind("flower", "flowers", size=1.1),
    Kind("rose", "flowers", size=1.1, yaw=-12),
    Kind("sunflower", "flowers", size=1.6, yaw=12),
    Kind("tulip", "flowers", size=1.0),
    Kind("potted_plant", "flowers", size=1.25),
    Kind("mushroom", "flowers", size=0.9),
    # fruit and vegetables
    Kind("apple", "fruit", size=0.82, yaw=20),
    Kind("orange", "fruit", size=0.78, yaw=20),
    Kind("pear", "fruit", size=0.95, yaw=20),
    Kind("lemon", "fruit", size=0.75, yaw=-24),
    Kind("strawberry", "fruit", size=0.75),
    Kind("cherry", "fruit", size=0.8),
    Kind("grapes", "fruit", size=0.95),
    Kind("banana", "fruit", size=1.5, yaw=-10),
    Kind("watermelon", "fruit", size=1.15, yaw=-16),
    Kind("pineapple", "fruit", size=1.2),
    Kind("carrot", "vegetables", size=1.1, yaw=-20),
    Kind("tomato", "vegetables", size=0.75),
    Kind("broccoli", "vegetables", size=0.95),
    Kind("pumpkin", "vegetables", size=1.1),
    Kind("corn", "vegetables", size=1.1),
    # dishes
    Kind("pizza", "dishes", size=1.5),
    Kind("donut", "sweets", size=1.15),
    Kind("cake", "sweets", size=1.2),
    Kind("cupcake", "sweets", size=0.95),
    Kind("bread", "dishes", size=1.1, yaw=-24),
    Kind("burger", "dishes", size=1.05),
    Kind("sandwich", "dishes", size=1.05, yaw=-20),
    Kind("hot_dog", "dishes", size=1.2, yaw=-18),
    Kind("ice_cream", "sweets", size=1.2),
    Kind("egg", "dishes", size=0.65),
    Kind("cheese", "dishes", size=0.95, yaw=-24),
    Kind("cookie", "sweets", size=0.85),
    # on the table
    Kind("cup", "tableware", size=0.95, yaw=-28),
    Kind("mug", "tableware", size=0.95, yaw=-28),
    Kind("teapot", "tableware", size=1.2, yaw=-14),
    Kind("glass", "tableware", size=0.9),
    Kind("wine_glass", "tableware", size=1.2),
    Kind("bottle", "tableware", size=1.35),
    Kind("bowl", "tableware", size=1.05, support=0.3),
    Kind("plate", "tableware", size=1.3, support=0.07),
    Kind("spoon", "tableware", size=1.1, yaw=-30),
    Kind("fork", "tableware", size=1.1, yaw=-30),
    Kind("knife", "tableware", size=1.15, yaw=-30),
    Kind("vase", "tableware", size=1.2),
    Kind("candle", "tableware", size=0.95),
    # furniture
    Kind("chair", "furniture", size=1.6, yaw=-26, support=0.74),
    Kind("bench", "furniture", size=1.95, yaw=16, support=0.56),
    Kind("couch", "furniture", size=2.2, yaw=-16, support=0.68),
    Kind("table", "furniture", size=2.2, yaw=-14),
    Kind("bed", "furniture", size=2.3, yaw=-30, support=0.62),
    Kind("lamp", "furniture", size=1.3),
    Kind("bookshelf", "furniture", size=2.0, yaw=-18),
    Kind("clock", "furniture", size=1.0, yaw=-12),
    # appliances and electronics
    Kind("laptop", "electronics", size=1.35, yaw=16),
    Kind("phone", "electronics", size=1.05, yaw=-14),
    Kind("television", "electronics", size=1.7, yaw=-12),
    Kind("camera", "electronics", size=1.05, yaw=-16),
    Kind("refrigerator", "electronics", size=1.9, yaw=-22),
    Kind("microwave", "electronics", size=1.2, yaw=-16),
    Kind("toilet", "electronics", size=1.2, yaw=-30),
    Kind("oven", "appliances", size=1.5, yaw=-20),
    Kind("toaster", "appliances", size=1.05, yaw=-20),
    Kind("sink", "appliances", size=1.4, yaw=-18),
    Kind("hair_drier", "appliances", size=1.1, yaw=-16),
    Kind("keyboard", "electronics", size=1.4, yaw=-12),
    Kind("computer_mouse", "electronics", size=0.85, yaw=-24),
    Kind("remote", "electronics", size=1.0, yaw=-16),
    # things
    Kind("book", "belongings", size=1.1, yaw=-24),
    Kind("umbrella", "belongings", size=1.8),
    Kind("scissors", "belongings", size=1.3),
    Kind("key", "belongings", size=1.1),
    Kind("gift", "belongings", size=1.0, yaw=-24),
    Kind("hat", "belongings", size=1.1, yaw=-14),
    Kind("suitcase", "belongings", size=1.25, yaw=-20),
    Kind("backpack", "belongings", size=1.25, yaw=-16),
    Kind("pencil", "belongings", size=1.3),
    Kind("toothbrush", "belongings", size=1.1),
    Kind("handbag", "belongings", size=1.1, yaw=-16),
    Kind("tie", "belongings", size=1.4),
    Kind("basket", "belongings", size=1.15, support=0.6),
    # toys, sport and music
    Kind("ball", "toys", size=0.85),
    Kind("football", "toys", size=0.85),
    Kind("balloon", "toys", size=1.6, hover=0.9),
    Kind("kite", "toys", size=1.7, hover=0.7),
    Kind("skateboard", "toys", size=1.4, yaw=-22),
    Kind("frisbee", "toys", size=1.0),
    Kind("surfboard", "toys", size=1.9, yaw=-10),
    Kind("tennis_racket", "toys", size=1.5),
    Kind("baseball_bat", "sports", size=1.5),
    Kind("baseball_glove", "sports", size=1.0, yaw=-12),
    Kind("skis", "sports", size=1.9, yaw=-10),
    Kind("snowboard", "sports", size=1.7, yaw=-14),
    Kind("guitar", "music", size=1.7, yaw=-8),
    Kind("piano", "music", size=2.0, yaw=-26),
    Kind("drum", "music", size=1.1),
    Kind("trumpet", "music", size=1.4, yaw=-14),
    # symbols
    Kind("star", "symbols", size=1.2, hover=0.3),
    Kind("heart", "symbols", size=1.15, hover=0.2),
    Kind("moon", "symbols", size=1.3, hover=0.6),
    Kind("sun", "symbols", size=1.4, hover=0.8, face=True),
    Kind("planet", "symbols", size=1.6, hover=0.5),
    Kind("crown", "symbols", size=1.0),
    Kind("sword", "symbols", size=1.6),
    Kind("diamond", "symbols", size=0.95),
    Kind("trophy", "symbols", size=1.2),
    Kind("sign", "symbols", size=1.5, yaw=-6),
    # on wheels
    Kind("car", "cars", size=2.2, yaw=-30),
    Kind("taxi", "cars", size=2.2, yaw=-30),
    Kind("truck", "cars", size=2.4, yaw=-30),
    Kind("bus", "cars", size=2.6, yaw=-28),
    Kind("train", "cars", size=2.6, yaw=-30),
    Kind("bicycle", "cycles", size=2.2, yaw=-12),
    Kind("motorcycle", "cycles", size=2.1, yaw=-18),
    # on water and in the air
    Kind("sailboat", "boats", size=3.2, yaw=-22, draught=0.16),
    Kind("rowboat", "boats", size=2.0, yaw=-30, support=0.35, draught=0.12),
    Kind("ship", "boats", size=3.2, yaw=-26, draught=0.25),
    Kind("airplane", "aircraft", size=2.6, yaw=-28, hover=0.7),
    Kind("helicopter", "aircraft", size=2.3, yaw=-28, hover=0.6),
    Kind("rocket", "aircraft", size=2.4, hover=0.0),
    Kind("hot_air_balloon", "aircraft", size=2.8, hover=0.7),
    Kind("ufo", "aircraft", size=2.0, hover=0.9),
    # buildings
    Kind("house", "houses", size=2.3, yaw=22),
    Kind("barn", "houses", size=2.5, yaw=-22),
    Kind("church", "houses", size=3.0, yaw=-20),
    Kind("tent", "houses", size=1.9, yaw=-24),
    Kind("igloo", "houses", size=2.0, yaw=-24),
    Kind("castle", "towers", size=3.2, yaw=-14),
    Kind("tower", "towers", size=3.0),
    Kind("lighthouse", "towers", size=3.2),
    Kind("windmill", "towers", size=3.0, yaw=-14),
    Kind("skyscraper", "towers", size=3.6, yaw=-24),
    Kind("bridge", "towers", size=3.2, yaw=-16),
    # by the road and in the land
    Kind("traffic_light", "roadside", size=2.0, yaw=-14),
    Kind("stop_sign", "roadside", size=1.9, yaw=-8),
    Kind("fire_hydrant", "roadside", size=1.1, yaw=-16),
    Kind("parking_meter", "roadside", size=1.6, yaw=-12),
    Kind("street_lamp", "roadside", size=2.2),
    Kind("mailbox", "roadside", size=1.4, yaw=-30),
    Kind("fence", "roadside", size=2.0, yaw=8),
    Kind("rock", "land", size=1.0),
    Kind("mountain", "land", size=3.4),
    Kind("volcano", "land", size=3.2),
    Kind("cloud", "land", size=1.9, hover=1.6),
    Kind("campfire", "land", size=1.1),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _TABLE}


@cache
def _outline(kind: str) -> "Box":
    """Bounds in the builder's units; roots below the ground do not count."""
    from cavendish.clay.sculpt import Box

    low, high = KINDS[kind].build(Look()).bounds()
    return Box((low[0], 0.0, low[2]), high)


@cache
def natural_scale(kind: str) -> float:
    """Metres per unit of the kind's builder. Raises KeyError for a kind that is not in the table."""
    low, high = _outline(kind)
    return KINDS[kind].size / max(top - bottom for bottom, top in zip(low, high, strict=True))


@cache
def measure(kind: str) -> "Box":
    """The kind's bounds in metres at its natural size, unturned. Raises KeyError for a kind not in the table."""
    from cavendish.clay.sculpt import Box

    scale = natural_scale(kind)
    low, high = _outline(kind)
    return Box((low[0] * scale, 0.0, low[2] * scale), (high[0] * scale, high[1] * scale, high[2] * scale))
