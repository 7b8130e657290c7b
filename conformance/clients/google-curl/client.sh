#!/bin/sh
# curl as Google's REST documentation teaches it, with jq to write requests and read answers.
set -u
api=$GOOGLE_GEMINI_BASE_URL/v1beta
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

call() { # call METHOD_OF_THE_MODEL [KEY] <request: the answer goes into answer.json, its status to stdout
  curl -sS "$api/models/$1" -H "x-goog-api-key: ${2:-$GEMINI_API_KEY}" -H "Content-Type: application/json" \
    -X POST -d @- -o answer.json -w '%{http_code}'
}

said() { # said WORDS [FIELDS_OF_THE_REQUEST]: a request of one turn
  jq -n --arg words "$1" "{contents: [{parts: [{text: \$words}]}]} + {${2:-}}"
}

with_pictures() { # with_pictures WORDS FILE…: a request with stored pictures
  words=$1 && shift
  for name; do
    base64 <"$CONFORMANCE_PICTURES/$name" | tr -d '\n' |
      jq -R --arg name "$name" '{inlineData: {mimeType: {"cat.png": "image/png", "hat.jpg": "image/jpeg"}[$name], data: .}}'
  done | jq -s --arg words "$words" '{contents: [{parts: (. + [{text: $words}])}]}'
}

got() { # got FILE: the pictures and words of an answer, or of several
  jq -r '.candidates[]?.content.parts[]?.inlineData.data // empty' "$1" | while read -r data; do
    echo "$data" | base64 -d | sha256sum | cut -d ' ' -f 1
  done | jq -R . | jq -s '{pictures: .}' >pictures.json
  jq -s --slurpfile got pictures.json '$got[0] + {text: [.[].candidates[]?.content.parts[]?.text // empty] | add}' "$1"
}

report() { # report ABILITY <fields
  jq -cs --arg ability "$1" '{ability: $ability} + if . == [] then {ok: false, error: "nothing"} else {ok: true} + .[0] end'
}

draw() { # draw ABILITY <request
  call "$MODEL:generateContent" >status
  got answer.json | report "$1"
}

chat() {
  echo '{"contents": []}' >history.json
  for words in "a cat" "make it blue" "add a hat"; do
    jq --arg words "$words" '.contents += [{role: "user", parts: [{text: $words}]}]' history.json >request.json
    call "$MODEL:generateContent" <request.json >status
    jq --slurpfile answer answer.json '.contents += [$answer[0].candidates[0].content]' request.json >history.json
    cat answer.json
  done >answers.json
  got answers.json
}

refused() { # refused KEY
  said "a cat" | call "$MODEL:generateContent" "$1" >status
  jq '{seen: {reason: (.promptFeedback.blockReason // .candidates[0].finishReason),
              said: (.promptFeedback.blockReasonMessage // .candidates[0].finishMessage)}}' answer.json
}

failed() { # failed MODEL KEY
  said "a cat" | call "$1:generateContent" "$2" >status
  jq --argjson status "$(cat status)" '{seen: {status: $status, code: .error.status}}' answer.json
}

said "a red apple on a table" | draw "text to picture"
with_pictures "make the cat blue" cat.png | draw "editing a picture"
chat | report "chat of three turns"
with_pictures "the cat wears the hat" cat.png hat.jpg | draw "two reference pictures"
said "a cat" 'generationConfig: {imageConfig: {aspectRatio: "16:9", imageSize: "4K"}}' | draw "aspect ratio and 4K"
said "a cat" 'generationConfig: {responseModalities: ["IMAGE"]}' | draw "picture only"
said "a cat" 'generationConfig: {responseModalities: ["TEXT", "IMAGE"]}' | draw "text with picture"
said "a red apple on a table" | call "$MODEL:streamGenerateContent?alt=sse" >status
sed -n 's/^data: //p' answer.json >chunks.json && got chunks.json | report "streaming"
refused "$KEY_REVIEW" | report "refused in review"
refused "$KEY_GENERATION" | report "refused while drawing"
said "a cat" | call "$MODEL:generateContent" "$KEY_REPLY" >status && got answer.json | report "words instead"
failed no-such-model "$KEY" | report "unknown model"
failed "$MODEL" "$KEY_WRONG" | report "wrong key"
curl -sS "$api/models" -H "x-goog-api-key: $GEMINI_API_KEY" | jq '{seen: {models: [.models[].name]}}' | report "model list"
said "a cat" | call "$MODEL:countTokens" >status && jq '{seen: {tokens: .totalTokens}}' answer.json | report "count tokens"
said "a red apple on a table" | call clay:generateContent >status && got answer.json | report "a picture by Clay"
