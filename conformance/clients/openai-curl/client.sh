#!/bin/sh
# curl as OpenAI's reference teaches it, with jq to write requests and read answers.
# Pictures come as Markdown in the content, or in `images` beside it where modalities are asked for.
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

call() { # call [KEY] <request: the answer goes into answer.json, its status to stdout
  curl -sS "$OPENAI_BASE_URL/chat/completions" -H "Authorization: Bearer ${1:-$OPENAI_API_KEY}" \
    -H "Content-Type: application/json" -d @- -o answer.json -w '%{http_code}'
}

said() { # said WORDS [FIELDS_OF_THE_REQUEST]: a request of one message
  jq -n --arg words "$1" --arg model "$MODEL" "{model: \$model, messages: [{role: \"user\", content: \$words}]} + {${2:-}}"
}

with_pictures() { # with_pictures WORDS FILE…: a request with stored pictures
  words=$1 && shift
  for name; do
    base64 <"$CONFORMANCE_PICTURES/$name" | tr -d '\n' | jq -R --arg name "$name" \
      '{type: "image_url", image_url: {url: "data:\({"cat.png": "image/png", "hat.jpg": "image/jpeg"}[$name]);base64,\(.)"}}'
  done | jq -s --arg words "$words" --arg model "$MODEL" \
    '{model: $model, messages: [{role: "user", content: ([{type: "text", text: $words}] + .)}]}'
}

got() { # got <what was said: the pictures and words of it
  cat >content
  grep -o 'data:image/[a-z]*;base64,[A-Za-z0-9+/=]*' content | cut -d , -f 2 | while read -r data; do
    echo "$data" | base64 -d | sha256sum | cut -d ' ' -f 1
  done | jq -R . | jq -s --arg text "$(head -c 500 content)" '{pictures: ., text: $text}'
}

content() { # content: what the answer says, pictures beside it included
  jq -r '.choices[0].message | .content, (.images[]?.image_url.url)' answer.json
}

report() { # report ABILITY <fields
  jq -cs --arg ability "$1" '{ability: $ability} + if . == [] then {ok: false, error: "nothing"} else {ok: true} + .[0] end'
}

draw() { # draw ABILITY [KEY] <request
  call "${2:-$OPENAI_API_KEY}" >status
  content | got | report "$1"
}

chat() {
  jq -n --arg model "$MODEL" '{model: $model, messages: []}' >history.json
  for words in "a cat" "make it blue" "add a hat"; do
    jq --arg words "$words" '.messages += [{role: "user", content: $words}]' history.json >request.json
    call <request.json >status
    jq --slurpfile answer answer.json '.messages += [$answer[0].choices[0].message]' request.json >history.json
    content
  done | got
}

refused() { # refused KEY
  said "a cat" | call "$1" >status
  jq '.choices[0] | {seen: {reason: .finish_reason, said: .message.content}}' answer.json
}

failed() { # failed KEY <request
  call "$1" >status
  jq --argjson status "$(cat status)" '{seen: {status: $status, code: .error.code}}' answer.json
}

said "a red apple on a table" | draw "text to picture"
with_pictures "make the cat blue" cat.png | draw "editing a picture"
chat | report "chat of three turns"
with_pictures "the cat wears the hat" cat.png hat.jpg | draw "two reference pictures"
said "a cat" 'image_config: {aspect_ratio: "16:9", image_size: "4K"}' | draw "aspect ratio and 4K"
said "a cat" 'modalities: ["image"]' | draw "picture only"
said "a cat" 'modalities: ["text", "image"]' | draw "text with picture"
said "a red apple on a table" 'stream: true' | call >status
sed -n 's/^data: {/{/p' answer.json | jq -j '.choices[0]?.delta.content // empty' | got | report "streaming"
refused "$KEY_REVIEW" | report "refused in review"
refused "$KEY_GENERATION" | report "refused while drawing"
said "a cat" | draw "words instead" "$KEY_REPLY"
said "a cat" 'model: "no-such-model"' | failed "$KEY" | report "unknown model"
said "a cat" | failed "$KEY_WRONG" | report "wrong key"
curl -sS "$OPENAI_BASE_URL/models" -H "Authorization: Bearer $OPENAI_API_KEY" | jq '{seen: {models: [.data[].id]}}' |
  report "model list"
said "a red apple on a table" 'model: "clay"' | draw "a picture by Clay"
