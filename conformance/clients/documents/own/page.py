from google import genai

client = genai.Client()
prompt = "Create a picture of a yellow banana on a blue plate."
answer = client.models.generate_content(model="gemini-2.5-flash-image", contents=prompt)
for part in answer.parts or []:
    image = part.as_image()
    if image:
        image.show()
