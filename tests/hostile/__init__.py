"""Requests and answers that nobody sends on purpose, by the thousand: whatever comes, the server says what is wrong.

`HOSTILE_CASES` is how many there are in all; `scripts/hostile` makes it 54,000.
"""
