"""Content gets its place: items in metres, a setting, a wording, and a camera that sees them well.

`arrangement` sets things down as `groups`, each where `relations` put it and as close as `spacing` allows, measured by
`extents`; a `village` and a free spot for latecomers (`spots`) are cases of their own. `framing` is the photographer,
`camera_words` is who tells him what to do. Positions and camera are worked out once; edits use the same pieces.
"""

from .arrangement import arrange
from .camera_words import directed
from .carrying import can_hold, hand_of, holding, way_to_have
from .extents import Bounds, bounds_of, support_height, union
from .framing import camera_for, frame_again, subjects, widened
from .groups import Group, facing, make_group
from .relations import offset
from .setting import setting_of
from .spacing import collide, way_out
from .spots import free_spot
from .stands import Stand, is_aloft, stands
from .wording import in_lines, letterings_of, spelled_out

__all__ = [
    "Bounds",
    "Group",
    "Stand",
    "arrange",
    "bounds_of",
    "camera_for",
    "can_hold",
    "collide",
    "directed",
    "facing",
    "frame_again",
    "free_spot",
    "hand_of",
    "holding",
    "in_lines",
    "is_aloft",
    "letterings_of",
    "make_group",
    "offset",
    "setting_of",
    "spelled_out",
    "stands",
    "subjects",
    "support_height",
    "union",
    "way_out",
    "way_to_have",
    "widened",
]
