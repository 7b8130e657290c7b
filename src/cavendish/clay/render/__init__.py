"""A world becomes pixels, and pixels a file.

`world` says what there is to see. A `painter` carries out the tasks of a plan on a `canvas` that several processes
share: `tiles` asks one ray per pixel and more along edges, `trace` marches rays of the `camera` through the `solids`,
`surface` and `ground` say what they met, `light` and `sky` what reaches it, and `lattice` lends neighbours what is
costly and smooth. Then the `darkroom` develops light into colours, with `resampling` for all that blurs and `falling`
for snow and rain, and `encoding` writes the file.
"""

from .camera import frame_size
from .canvas import Canvas
from .encoding import encode
from .painter import Painter, render
from .world import Ground, Placed, PointLight, Sky, Vector, View, World

__all__ = [
    "Canvas",
    "Ground",
    "Painter",
    "Placed",
    "PointLight",
    "Sky",
    "Vector",
    "View",
    "World",
    "encode",
    "frame_size",
    "render",
]
