"""Dialects: bytes to values and back. No I/O here; nothing here knows an engine or a server."""
