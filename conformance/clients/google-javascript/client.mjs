// @google/genai as its README teaches it; base URL and key come from the environment.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { GoogleGenAI } from "@google/genai";

const { MODEL, CONFORMANCE_PICTURES } = process.env;
const APPLE = "a red apple on a table";
const ai = new GoogleGenAI({});

const stored = (name, mimeType) => ({
  inlineData: { mimeType, data: fs.readFileSync(`${CONFORMANCE_PICTURES}/${name}`, "base64") },
});
const cat = stored("cat.png", "image/png");
const hat = stored("hat.jpg", "image/jpeg");

const parts = (answer) => answer.candidates?.[0]?.content?.parts ?? [];
const sha256 = (data) => createHash("sha256").update(Buffer.from(data, "base64")).digest("hex");
const got = (parts) => ({
  pictures: parts.filter((part) => part.inlineData).map((part) => sha256(part.inlineData.data)),
  text: parts.map((part) => part.text ?? "").join(""),
});

const draw = async (contents, config, model = MODEL) =>
  got(parts(await ai.models.generateContent({ model, contents, config })));
const askWith = (apiKey, model = MODEL) =>
  new GoogleGenAI({ apiKey }).models.generateContent({ model, contents: "a cat" });

async function chat() {
  const conversation = ai.chats.create({ model: MODEL });
  const said = [];
  for (const message of ["a cat", "make it blue", "add a hat"]) {
    said.push(...parts(await conversation.sendMessage({ message })));
  }
  return got(said);
}

async function stream() {
  const said = [];
  for await (const chunk of await ai.models.generateContentStream({ model: MODEL, contents: APPLE })) {
    said.push(...parts(chunk));
  }
  return got(said);
}

async function refused(key) {
  const { candidates, promptFeedback } = await askWith(key);
  const reason = candidates?.[0]?.finishReason ?? promptFeedback?.blockReason;
  return { seen: { reason, said: promptFeedback?.blockReasonMessage } };
}

async function errorOf(key, model) {
  try {
    await askWith(key, model);
  } catch (error) {
    return { seen: { status: error.status, code: JSON.parse(error.message).error.status } };
  }
  throw new Error("no error");
}

async function models() {
  const names = [];
  for await (const model of await ai.models.list()) names.push(model.name);
  return { seen: { models: names } };
}

const abilities = {
  "text to picture": () => draw(APPLE),
  "editing a picture": () => draw([cat, { text: "make the cat blue" }]),
  "chat of three turns": chat,
  "two reference pictures": () => draw([cat, hat, { text: "the cat wears the hat" }]),
  "aspect ratio and 4K": () => draw("a cat", { imageConfig: { aspectRatio: "16:9", imageSize: "4K" } }),
  "picture only": () => draw("a cat", { responseModalities: ["IMAGE"] }),
  "text with picture": () => draw("a cat", { responseModalities: ["TEXT", "IMAGE"] }),
  streaming: stream,
  "refused in review": () => refused(process.env.KEY_REVIEW),
  "refused while drawing": () => refused(process.env.KEY_GENERATION),
  "words instead": async () => got(parts(await askWith(process.env.KEY_REPLY))),
  "unknown model": () => errorOf(process.env.KEY, "no-such-model"),
  "wrong key": () => errorOf(process.env.KEY_WRONG),
  "model list": models,
  "count tokens": async () => ({
    seen: { tokens: (await ai.models.countTokens({ model: MODEL, contents: "a cat" })).totalTokens },
  }),
  "a picture by Clay": () => draw(APPLE, undefined, "clay"),
};

for (const [ability, work] of Object.entries(abilities)) {
  const report = await work().then((found) => ({ ok: true, ...found }), (error) => ({ ok: false, error: `${error}` }));
  console.log(JSON.stringify({ ability, ...report }));
}
