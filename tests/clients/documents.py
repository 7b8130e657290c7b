"""Programs printed in the two documents that Cavendish implements, cut out of them where they are at hand."""

from pathlib import Path

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
GUIDE, PAGE = SEEDS / "000_56cb95e4b71f5da4.txt", SEEDS / "003_edbbee9a24d05e62.txt"

OWN_GUIDE = """
import base64, re, requests

class GeminiImageGenerator:
    def __init__(self, api_key, api_url):
        self.api_url = api_url
        self.headers = {"Content-Type": "application/json", "Authorization": f"Bearer {api_key}"}

    def generate_image(self, prompt, model="gemini-2.5-flash-image", output_dir="."):
        payload = {"model": model, "stream": False, "messages": [{"role": "user", "content": prompt}]}
        response = requests.post(self.api_url, headers=self.headers, json=payload, timeout=300)
        if response.status_code != 200:
            return False, response.text
        content = response.json()["choices"][0]["message"]["content"]
        match = re.search(r"data:image/([^;]+);base64,([A-Za-z0-9+/=]+)", content)
        if not match:
            return False, content
        path = f"{output_dir}/gemini_generated.{match.group(1)}"
        with open(path, "wb") as file:
            file.write(base64.b64decode(match.group(2)))
        return True, path
"""
OWN_BODY = '{"contents": [{"parts": [{"text": "Create a picture of a futuristic banana with neon lights."}]}]}'


def guide_program() -> str:
    """The reseller guide's Python program, or one of ours that does the same."""
    if not GUIDE.exists():
        return OWN_GUIDE
    text = GUIDE.read_text("utf-8")
    return text[text.index("#!/usr/bin/env python3") : text.index("Usage Steps")]


def rest_body() -> str:
    """The JSON body of Google's REST example."""
    if not PAGE.exists():
        return OWN_BODY
    text = PAGE.read_text("utf-8")
    start = text.index("'{", text.index("\nREST\n")) + 1
    return text[start : text.index("}'", start) + 1]
