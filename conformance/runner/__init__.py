"""Runs the clients' programs, each against a server of its own, judges what came of it, and writes the page."""
