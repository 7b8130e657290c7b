// The AI SDK with @ai-sdk/google as their documentation teaches them; base URL and key are given to the provider.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { APICallError, generateText, streamText } from "ai";

const { CAVENDISH_URL, CONFORMANCE_PICTURES, KEY, MODEL } = process.env;
const APPLE = "a red apple on a table";
const provider = (apiKey = KEY) => createGoogleGenerativeAI({ baseURL: `${CAVENDISH_URL}/v1beta`, apiKey });
const google = provider();

const stored = (name, mediaType) => ({ type: "file", data: fs.readFileSync(`${CONFORMANCE_PICTURES}/${name}`), mediaType });
const cat = stored("cat.png", "image/png");
const hat = stored("hat.jpg", "image/jpeg");
const words = (text) => ({ type: "text", text });

const got = (results) => ({
  pictures: results
    .flatMap((result) => result.files)
    .filter((file) => file.mediaType.startsWith("image/"))
    .map((file) => createHash("sha256").update(file.uint8Array).digest("hex")),
  text: results.map((result) => result.text).join(""),
});

const draw = async (content, options = {}, model = google(MODEL)) =>
  got([await generateText({ model, messages: [{ role: "user", content }], providerOptions: { google: options } })]);
const askWith = (apiKey, model = MODEL) => generateText({ model: provider(apiKey)(model), prompt: "a cat" });

async function chat() {
  const messages = [];
  const results = [];
  for (const content of ["a cat", "make it blue", "add a hat"]) {
    messages.push({ role: "user", content });
    const result = await generateText({ model: google(MODEL), messages });
    messages.push(...result.response.messages);
    results.push(result);
  }
  return got(results);
}

async function stream() {
  const result = streamText({ model: google(MODEL), prompt: APPLE });
  const said = { files: [], text: "" };
  for await (const part of result.fullStream) {
    if (part.type === "file") said.files.push(part.file);
    if (part.type === "text-delta") said.text += part.text;
  }
  return got([said]);
}

async function refused(key) {
  const { rawFinishReason, providerMetadata } = await askWith(key);
  return { seen: { reason: rawFinishReason, said: providerMetadata.google.finishMessage } };
}

async function errorOf(key, model) {
  try {
    await askWith(key, model);
  } catch (error) {
    if (!APICallError.isInstance(error)) throw error;
    return { seen: { status: error.statusCode, code: error.data.error.status } };
  }
  throw new Error("no error");
}

const abilities = {
  "text to picture": () => draw(APPLE),
  "editing a picture": () => draw([words("make the cat blue"), cat]),
  "chat of three turns": chat,
  "two reference pictures": () => draw([words("the cat wears the hat"), cat, hat]),
  "aspect ratio and 4K": () => draw("a cat", { imageConfig: { aspectRatio: "16:9", imageSize: "4K" } }),
  "picture only": () => draw("a cat", { responseModalities: ["IMAGE"] }),
  "text with picture": () => draw("a cat", { responseModalities: ["TEXT", "IMAGE"] }),
  streaming: stream,
  "refused in review": () => refused(process.env.KEY_REVIEW),
  "refused while drawing": () => refused(process.env.KEY_GENERATION),
  "words instead": async () => got([await askWith(process.env.KEY_REPLY)]),
  "unknown model": () => errorOf(KEY, "no-such-model"),
  "wrong key": () => errorOf(process.env.KEY_WRONG),
  "a picture by Clay": () => draw(APPLE, {}, google("clay")),
};

for (const [ability, work] of Object.entries(abilities)) {
  const report = await work().then((found) => ({ ok: true, ...found }), (error) => ({ ok: false, error: `${error}` }));
  console.log(JSON.stringify({ ability, ...report }));
}
