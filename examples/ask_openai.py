"""Asks for a picture with OpenAI's SDK and says in a line what came of it."""

from openai import OpenAI

client = OpenAI()
try:
    answer = client.chat.completions.create(model="gemini-3-pro-image", messages=[{"role": "user", "content": "a cat"}])
except Exception as error:
    raise SystemExit(f"{type(error).__name__}: {getattr(error, 'code', None) or error}") from None

choice = answer.choices[0]
if "](data:image/" in (choice.message.content or ""):
    print("a picture")
else:
    raise SystemExit(f"{choice.finish_reason}: {choice.message.content.splitlines()[0]}")
