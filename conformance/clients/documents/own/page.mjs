import { writeFileSync } from "node:fs";
import { GoogleGenAI } from "@google/genai";

const contents = "Create a picture of a yellow banana on a blue plate.";
const answer = await new GoogleGenAI({}).models.generateContent({ model: "gemini-2.5-flash-image", contents });
const picture = answer.candidates[0].content.parts.find((part) => part.inlineData);
writeFileSync("banana.png", Buffer.from(picture.inlineData.data, "base64"));
