"""The values everything else is made of. Standard library only, no I/O, nothing happens on import."""
