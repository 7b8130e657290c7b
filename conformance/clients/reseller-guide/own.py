"""What the guide's program does, for checkouts without the guide."""

import base64
import re
from pathlib import Path

import requests


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
        path = Path(output_dir) / f"gemini_generated.{match.group(1)}"
        path.write_bytes(base64.b64decode(match.group(2)))
        return True, str(path)
