"""Who comes next where only so many can be served at once: whoever should be through first, not who came first."""

import asyncio
import heapq
from itertools import count

__all__ = ["Turns"]


class Turns:
    """Serves `size` at once. Each says when it should be through, in any unit of time, and the earliest comes next."""

    def __init__(self, size: int) -> None:
        self._free = size
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = count()  # of those who are due at the same time

    async def take(self, due: float) -> None:
        """Returns when it is this one's turn, which must be given back."""
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (due, next(self._order), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # it came in the same moment
                self.give_back()
            raise

    def give_back(self) -> None:
        """For whoever waits."""
        while self._waiting:
            *_, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1
