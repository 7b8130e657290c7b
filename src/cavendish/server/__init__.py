"""The HTTP surface: Google's format and OpenAI's over one service."""
