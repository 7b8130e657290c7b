"""The HTTP client that engines speak through, one for each upstream. The library under it is known here alone.

Every wait has a limit: for a connection, for the first byte, between two bytes, in all. So has every size. Nothing is
repeated and no redirect is followed, since a call may have been paid and a key was made for one host. What goes wrong
becomes an EngineFailed whose `charged` says "no" only where nothing can have been sent.
"""

from cavendish.engines.http.body import Answer, Keep, Limits, Tee
from cavendish.engines.http.client import REDIRECTS, SHORTEST_KEY, Home, Http, open_http
from cavendish.engines.http.gate import Gate

__all__ = ["REDIRECTS", "SHORTEST_KEY", "Answer", "Gate", "Home", "Http", "Keep", "Limits", "Tee", "open_http"]
