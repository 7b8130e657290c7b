"""Asks for a picture with Google's SDK and says in a line what came of it."""

from google import genai

client = genai.Client()
try:
    answer = client.models.generate_content(model="gemini-3-pro-image", contents="a cat")
except Exception as error:
    raise SystemExit(f"{type(error).__name__}: {getattr(error, 'code', '')} {getattr(error, 'status', '')}") from None

if any(part.inline_data and not part.thought for part in answer.parts or []):
    print("a picture")
elif answer.candidates and answer.candidates[0].finish_reason.value != "STOP":
    raise SystemExit(f"no picture: {answer.candidates[0].finish_reason.value}")
elif answer.prompt_feedback:
    blocked = answer.prompt_feedback.block_reason
    why = blocked.value if blocked else answer.prompt_feedback.block_reason_message.splitlines()[0]
    raise SystemExit(f"no picture, blocked: {why}")
else:
    raise SystemExit(f"words: {answer.text}")
