"""Clay, the built-in 3-D illustrator: words become a scene graph, the scene graph becomes pixels."""
