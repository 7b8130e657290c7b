// @google/genai for JavaScript: a picture, a second turn, a stream. Prints what came as JSON.
import { GoogleGenAI } from "@google/genai";

const ai = new GoogleGenAI({ apiKey: "any", httpOptions: { baseUrl: process.env.GOOGLE_GEMINI_BASE_URL } });
const model = "gemini-3.1-flash-image";
const config = { imageConfig: { imageSize: "512" } };

function pictures(parts) {
  return (parts ?? [])
    .filter((part) => part.inlineData)
    .map((part) => [part.inlineData.mimeType, Buffer.from(part.inlineData.data, "base64").length]);
}

const chat = ai.chats.create({ model, config });
const first = await chat.sendMessage({ message: "a red apple" });
const second = await chat.sendMessage({ message: "make it night" });
const streamed = [];
for await (const chunk of await ai.models.generateContentStream({ model, contents: "a red apple", config })) {
  streamed.push(...pictures(chunk.candidates?.[0]?.content?.parts));
}
console.log(
  JSON.stringify({
    first: pictures(first.candidates[0].content.parts),
    second: pictures(second.candidates[0].content.parts),
    streamed,
    models: (await ai.models.list()).page.map((entry) => entry.name),
  }),
);
