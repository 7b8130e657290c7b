"""Clay, the built-in 3-D illustrator: words become a scene graph, the scene graph becomes pixels.

`scene` is the graph, `seal` and `metadata` carry it in a signature and inside a file, `studio` is the front door; none
of them needs NumPy. What draws runs in worker processes (`crew` starts them, `plan` cuts the work up, `worker` does
it). There, `compose` turns words into a scene by way of `language`, `layout` and `editing`; `sets` build it into a
world out of `objects`, which are modelled with `sculpt`; and `render` makes the picture.
"""
