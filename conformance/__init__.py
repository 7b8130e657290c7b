"""Programs in the languages of Google's and OpenAI's documents, run against a real server."""
