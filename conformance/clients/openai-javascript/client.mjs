// openai's chat completions as its README teaches them; base URL and key come from the environment.
// Pictures come as the resellers send them: Markdown in the content, or `images` beside it where modalities are asked for.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import OpenAI from "openai";

const { MODEL, CONFORMANCE_PICTURES } = process.env;
const APPLE = "a red apple on a table";
const client = new OpenAI();

const stored = (name, type) => {
  const data = fs.readFileSync(`${CONFORMANCE_PICTURES}/${name}`, "base64");
  return { type: "image_url", image_url: { url: `data:${type};base64,${data}` } };
};
const cat = stored("cat.png", "image/png");
const hat = stored("hat.jpg", "image/jpeg");
const words = (text) => ({ type: "text", text });

const sha256 = (data) => createHash("sha256").update(Buffer.from(data, "base64")).digest("hex");
const got = (text, images = []) => {
  const all = [text, ...images.map((image) => image.image_url.url)].join(" ");
  const found = [...all.matchAll(/data:image\/[a-z]+;base64,([A-Za-z0-9+/=]+)/g)];
  return { pictures: found.map((match) => sha256(match[1])), text: text.slice(0, 500) };
};

const ask = (content, { key = process.env.KEY, model = MODEL, ...more } = {}) =>
  client.withOptions({ apiKey: key }).chat.completions.create({ model, messages: [{ role: "user", content }], ...more });

async function draw(content, more) {
  const { message } = (await ask(content, more)).choices[0];
  return got(message.content, message.images);
}

async function chat() {
  const messages = [];
  for (const content of ["a cat", "make it blue", "add a hat"]) {
    messages.push({ role: "user", content });
    const answer = await client.chat.completions.create({ model: MODEL, messages });
    messages.push(answer.choices[0].message);
  }
  return got(messages.map((message) => message.content).join(" "));
}

async function stream() {
  let text = "";
  for await (const chunk of await ask(APPLE, { stream: true })) text += chunk.choices[0]?.delta?.content ?? "";
  return got(text);
}

async function refused(key) {
  const [choice] = (await ask("a cat", { key })).choices;
  return { seen: { reason: choice.finish_reason, said: choice.message.content } };
}

async function errorOf(more) {
  try {
    await ask("a cat", more);
  } catch (error) {
    return { seen: { status: error.status, code: error.code } };
  }
  throw new Error("no error");
}

async function models() {
  const names = [];
  for await (const model of client.models.list()) names.push(model.id);
  return { seen: { models: names } };
}

const abilities = {
  "text to picture": () => draw(APPLE),
  "editing a picture": () => draw([words("make the cat blue"), cat]),
  "chat of three turns": chat,
  "two reference pictures": () => draw([words("the cat wears the hat"), cat, hat]),
  "aspect ratio and 4K": () => draw("a cat", { image_config: { aspect_ratio: "16:9", image_size: "4K" } }),
  "picture only": () => draw("a cat", { modalities: ["image"] }),
  "text with picture": () => draw("a cat", { modalities: ["text", "image"] }),
  streaming: stream,
  "refused in review": () => refused(process.env.KEY_REVIEW),
  "refused while drawing": () => refused(process.env.KEY_GENERATION),
  "words instead": () => draw("a cat", { key: process.env.KEY_REPLY }),
  "unknown model": () => errorOf({ model: "no-such-model" }),
  "wrong key": () => errorOf({ key: process.env.KEY_WRONG }),
  "model list": models,
  "a picture by Clay": () => draw(APPLE, { model: "clay" }),
};

for (const [ability, work] of Object.entries(abilities)) {
  const report = await work().then((found) => ({ ok: true, ...found }), (error) => ({ ok: false, error: `${error}` }));
  console.log(JSON.stringify({ ability, ...report }));
}
