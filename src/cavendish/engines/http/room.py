"""Where the bytes of all answers arrive, and how many of them may arrive at once."""

__all__ = ["Room"]

LARGEST_PIECE = 256 * 1024  # larger ones cost as much CPU and more memory
FIRST_PIECE = 64 * 1024  # what begins a picture is looked at closely, and copied
SMALLEST_PIECE = 32 * 1024
SMALLEST_POURED = 128 * 1024  # it is rarely held, for it leaves as it comes
TOGETHER = 16 * 1024 * 1024  # bytes that all calls' pieces may come to, as long as that leaves the smallest


class Room:
    """Where bytes arrive. `calls` are under way."""

    def __init__(self) -> None:
        self._bytes = memoryview(bytearray(LARGEST_PIECE))
        self.calls = 0

    def free(self, *, pouring: bool, begins: bool) -> memoryview:
        """Room for the next piece: of an answer that is poured, or of one that `begins`."""
        share = TOGETHER // max(self.calls, 1)
        least = SMALLEST_POURED if pouring else SMALLEST_PIECE
        return self._bytes[: max(least, min(FIRST_PIECE if begins else LARGEST_PIECE, share))]

    def filled(self, count: int) -> memoryview:
        return self._bytes[:count]
