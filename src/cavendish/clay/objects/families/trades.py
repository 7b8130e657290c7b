"""What people wear at work and on the stage, when they are old or very young, and on their great day: plain data."""

from .costume import Costume, Piece

__all__ = ["TRADES"]

GREY = "#cfccc6"
WHITE = "#f6f2ea"
BLACK = "#26242a"
GOLD = "#f2b632"
RED = "#d8262b"
NAVY = "#2a3a66"
DENIM = "#3f5f9a"
LEATHER = "#6b4326"
STRAW = "#e6c46a"

TRADES = {
    "chef": Costume(
        main="#f6f2ea",
        trousers="#3a3f4c",
        hair=("cropped", "low bun"),
        facial=(Piece("moustache", "hair"),),
        hat=Piece("toque", "#faf8f4"),
        worn=(Piece("two rows", "#33363d"), Piece("neckerchief", RED), Piece("apron", "#fbfaf7")),
        left=Piece("ladle", "#b98a52"),
    ),
    "police_officer": Costume(
        main="#2f4f9a",
        trousers="#22304f",
        hair=("cropped", "low bun"),
        hat=Piece("peaked"),
        worn=(Piece("tie", "#1c2438"), Piece("belt", BLACK), Piece("badge", GOLD), Piece("epaulettes", "#22304f")),
        tone=2,
    ),
    "firefighter": Costume(
        main="#33405f",
        trousers="main",
        gloves=BLACK,
        hair=("cropped", "low bun"),
        hat=Piece("fire helmet", "#d8262b"),
        worn=(Piece("reflectors", "#e9f04a"), Piece("boots", "#33363d")),
        left=Piece("fire axe"),
    ),
    "doctor": Costume(
        main="#f7f6f3",
        trousers="#3f8f9a",
        cut="skirt",
        hair=("short", "bun"),
        facial=(Piece("glasses", "#33363d"),),
        worn=(Piece("open collar", "#3f8f9a"), Piece("stethoscope", "#33363d"), Piece("coat front", "#c9cdd3")),
        left=Piece("bag", "#8a3a2b"),
        tone=1,
    ),
    "nurse": Costume(
        main="#8fc8e8",
        trousers="skin",
        cut="skirt",
        shoes=WHITE,
        hair=("bun",),
        hat=Piece("nurse's", "#fbfaf7"),
        worn=(Piece("apron", "#fbfaf7"), Piece("cross", RED)),
        tone=2,
    ),
    "farmer": Costume(
        main="#c8392f",
        trousers=DENIM,
        hoops="#e8d9c2",
        shoes=LEATHER,
        hair=("cropped", "low bun"),
        hat=Piece("straw", STRAW),
        worn=(Piece("dungarees", DENIM), Piece("boots", "#5a7a3a")),
        left=Piece("pitchfork"),
        tone=1,
    ),
    "cowboy": Costume(
        main="#f0e2c0",
        trousers=DENIM,
        shoes=LEATHER,
        hair=("cropped",),
        hat=Piece("stetson", "#8b5a33"),
        worn=(
            Piece("vest", "#6b4326"),
            Piece("neckerchief", RED),
            Piece("belt", LEATHER),
            Piece("badge", GOLD),
            Piece("boots", LEATHER),
        ),
        left=Piece("lasso", "#d9b679"),
        tone=3,
    ),
    "sailor": Costume(
        main="#f6f2ea",
        trousers=NAVY,
        hoops="#3f5fae",
        hair=("cropped", "low bun"),
        hat=Piece("sailor's", "#fbfaf7"),
        worn=(Piece("neckerchief", NAVY), Piece("belt", WHITE)),
        tone=3,
    ),
    "construction_worker": Costume(
        main="#f08021",
        trousers=DENIM,
        shoes=LEATHER,
        hair=("cropped", "low bun"),
        hat=Piece("hard hat", "#ffc531"),
        worn=(Piece("reflectors", "#e9f04a"), Piece("boots", "#a5713f")),
        tone=2,
    ),
    "clown": Costume(
        main="#ffc531",
        trousers="#3f9bd8",
        shoes=RED,
        gloves=WHITE,
        hair=("woolly",),
        hair_color="#f0562b",
        facial=(Piece("clown's", "#3f7fd6"),),
        hat=Piece("party hat", "#7d3fc4"),
        worn=(Piece("ruff", WHITE), Piece("pompons", RED), Piece("cuffs", RED)),
        left=Piece("balloons"),
    ),
    "ballerina": Costume(
        main="#f5a3c2",
        trousers="#f7d9d2",
        shoes="#f08ab0",
        hair=("bun",),
        facial=(Piece("lipstick", "#d8486a"),),
        hat=Piece("wreath", "#ff7fb4"),
        worn=(Piece("tutu"), Piece("bodice", WHITE)),
        stance="pirouette",
        tone=2,
    ),
    # at other ages, and on the great day
    "old_man": Costume(
        main="#6f8a5a",
        trousers="#6b5a4a",
        shoes=LEATHER,
        hair=("ring",),
        hair_color=GREY,
        facial=(Piece("glasses", "#4a4640"), Piece("short beard", "hair")),
        worn=(Piece("bow tie", "#9a3f3a"), Piece("buttons", "#4a3a2a"), Piece("cardigan")),
        left=Piece("cane"),
        stoop=0.07,
    ),
    "old_woman": Costume(
        main="#8a6fae",
        trousers="skin",
        cut="skirt",
        hair=("bun",),
        hair_color=GREY,
        facial=(Piece("glasses", "#7a5a4a"),),
        worn=(Piece("shawl", "#d9c2a8"), Piece("pearls", WHITE)),
        left=Piece("cane"),
        stoop=0.07,
        tone=1,
    ),
    "baby": Costume(
        main="#a6d3f5",
        trousers="main",
        shoes="main",
        hair=("curl",),
        facial=(Piece("dummy", "#ffb84a"),),
        worn=(Piece("bib", WHITE),),
    ),
    "bride": Costume(
        main="#fbf8f3",
        cut="gown",
        shoes=WHITE,
        hair=("bun",),
        facial=(Piece("lipstick", "#d8486a"),),
        hat=Piece("veil", "#f4f4f6"),
        worn=(Piece("overskirt", "#f3dfe4"), Piece("bodice", "#f3c9d4"), Piece("puff sleeves"), Piece("pearls", WHITE)),
        left=Piece("bouquet", "#f08ab0"),
        tone=1,
    ),
    "groom": Costume(
        main="#2b2e38",
        trousers="main",
        hair=("short",),
        worn=(Piece("bow tie", BLACK), Piece("lapels"), Piece("flower", WHITE)),
        tone=2,
    ),
}
"""Costumes by kind."""
