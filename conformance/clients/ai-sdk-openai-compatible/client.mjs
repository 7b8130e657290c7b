// The AI SDK with @ai-sdk/openai-compatible as their documentation teaches them; base URL and key are given to the provider.
// Pictures come as Markdown in the text; `images` beside it, which is sent where modalities are asked for, it drops.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, generateText, streamText } from "ai";

const { CONFORMANCE_PICTURES, KEY, MODEL, OPENAI_BASE_URL } = process.env;
const APPLE = "a red apple on a table";
const provider = (apiKey = KEY) => createOpenAICompatible({ name: "cavendish", baseURL: OPENAI_BASE_URL, apiKey });
const cavendish = provider();

const stored = (name, mediaType) => ({ type: "file", data: fs.readFileSync(`${CONFORMANCE_PICTURES}/${name}`), mediaType });
const cat = stored("cat.png", "image/png");
const hat = stored("hat.jpg", "image/jpeg");
const words = (text) => ({ type: "text", text });

const sha256 = (data) => createHash("sha256").update(Buffer.from(data, "base64")).digest("hex");
const got = (text) => ({
  pictures: [...text.matchAll(/data:image\/[a-z]+;base64,([A-Za-z0-9+/=]+)/g)].map((match) => sha256(match[1])),
  text: text.slice(0, 500),
});

async function draw(content, options = {}, model = cavendish(MODEL)) {
  const messages = [{ role: "user", content }];
  return got((await generateText({ model, messages, providerOptions: { cavendish: options } })).text);
}
const askWith = (apiKey, model = MODEL) => generateText({ model: provider(apiKey)(model), prompt: "a cat" });

async function chat() {
  const messages = [];
  let text = "";
  for (const content of ["a cat", "make it blue", "add a hat"]) {
    messages.push({ role: "user", content });
    const result = await generateText({ model: cavendish(MODEL), messages });
    messages.push(...result.response.messages);
    text += result.text;
  }
  return got(text);
}

async function stream() {
  let text = "";
  for await (const piece of streamText({ model: cavendish(MODEL), prompt: APPLE }).textStream) text += piece;
  return got(text);
}

async function refused(key) {
  const { finishReason, text } = await askWith(key);
  return { seen: { reason: finishReason, said: text } };
}

async function errorOf(key, model) {
  try {
    await askWith(key, model);
  } catch (error) {
    if (!APICallError.isInstance(error)) throw error;
    return { seen: { status: error.statusCode, code: error.data.error.code } };
  }
  throw new Error("no error");
}

const abilities = {
  "text to picture": () => draw(APPLE),
  "editing a picture": () => draw([words("make the cat blue"), cat]),
  "chat of three turns": chat,
  "two reference pictures": () => draw([words("the cat wears the hat"), cat, hat]),
  "aspect ratio and 4K": () => draw("a cat", { image_config: { aspect_ratio: "16:9", image_size: "4K" } }),
  "picture only": () => draw("a cat", { modalities: ["image"] }),
  "text with picture": () => draw("a cat"), // without modalities both are asked for
  streaming: stream,
  "refused in review": () => refused(process.env.KEY_REVIEW),
  "refused while drawing": () => refused(process.env.KEY_GENERATION),
  "words instead": async () => got((await askWith(process.env.KEY_REPLY)).text),
  "unknown model": () => errorOf(KEY, "no-such-model"),
  "wrong key": () => errorOf(process.env.KEY_WRONG),
  "a picture by Clay": () => draw(APPLE, {}, cavendish("clay")),
};

for (const [ability, work] of Object.entries(abilities)) {
  const report = await work().then((found) => ({ ok: true, ...found }), (error) => ({ ok: false, error: `${error}` }));
  console.log(JSON.stringify({ ability, ...report }));
}
