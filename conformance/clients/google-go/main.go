// Google's SDK for Go as its documentation teaches it; base URL and key come from the environment.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"google.golang.org/genai"
)

type report struct {
	Ability  string         `json:"ability"`
	OK       bool           `json:"ok"`
	Pictures []string       `json:"pictures"`
	Text     string         `json:"text"`
	Seen     map[string]any `json:"seen"`
	Error    string         `json:"error,omitempty"`
}

var (
	ctx    = context.Background()
	client = must(genai.NewClient(ctx, nil))
	model  = os.Getenv("MODEL")
	apple  = genai.Text("a red apple on a table")
	cat    = picture("cat.png", "image/png")
	hat    = picture("hat.jpg", "image/jpeg")
)

func main() {
	try("text to picture", func(r *report) { r.draw(model, apple, nil) })
	try("editing a picture", func(r *report) {
		r.draw(model, user(cat, genai.NewPartFromText("make the cat blue")), nil)
	})
	try("chat of three turns", func(r *report) {
		chat := must(client.Chats.Create(ctx, model, nil, nil))
		for _, words := range []string{"a cat", "make it blue", "add a hat"} {
			r.got(must(chat.SendMessage(ctx, genai.Part{Text: words})))
		}
	})
	try("two reference pictures", func(r *report) {
		r.draw(model, user(cat, hat, genai.NewPartFromText("the cat wears the hat")), nil)
	})
	try("aspect ratio and 4K", func(r *report) {
		image := &genai.ImageConfig{AspectRatio: "16:9", ImageSize: "4K"}
		r.draw(model, apple, &genai.GenerateContentConfig{ImageConfig: image})
	})
	try("picture only", func(r *report) {
		r.draw(model, apple, &genai.GenerateContentConfig{ResponseModalities: []string{"IMAGE"}})
	})
	try("text with picture", func(r *report) {
		r.draw(model, apple, &genai.GenerateContentConfig{ResponseModalities: []string{"TEXT", "IMAGE"}})
	})
	try("streaming", func(r *report) {
		for chunk, err := range client.Models.GenerateContentStream(ctx, model, apple, nil) {
			r.got(must(chunk, err))
		}
	})
	try("refused in review", func(r *report) {
		feedback := must(askWith("KEY_REVIEW", model)).PromptFeedback
		r.Seen = map[string]any{"reason": feedback.BlockReason, "said": feedback.BlockReasonMessage}
	})
	try("refused while drawing", func(r *report) {
		answer := must(askWith("KEY_GENERATION", model))
		r.Seen = map[string]any{"reason": answer.Candidates[0].FinishReason}
		if answer.PromptFeedback != nil {
			r.Seen["said"] = answer.PromptFeedback.BlockReasonMessage
		}
	})
	try("words instead", func(r *report) { r.got(must(askWith("KEY_REPLY", model))) })
	try("unknown model", func(r *report) { r.failed(askWith("KEY", "no-such-model")) })
	try("wrong key", func(r *report) { r.failed(askWith("KEY_WRONG", model)) })
	try("model list", func(r *report) {
		names := []string{}
		for model, err := range client.Models.All(ctx) {
			names = append(names, must(model, err).Name)
		}
		r.Seen = map[string]any{"models": names}
	})
	try("count tokens", func(r *report) {
		r.Seen = map[string]any{"tokens": must(client.Models.CountTokens(ctx, model, apple, nil)).TotalTokens}
	})
	try("a picture by Clay", func(r *report) { r.draw("clay", apple, nil) })
}

func askWith(key, model string) (*genai.GenerateContentResponse, error) {
	other := must(genai.NewClient(ctx, &genai.ClientConfig{APIKey: os.Getenv(key)}))
	return other.Models.GenerateContent(ctx, model, apple, nil)
}

func user(parts ...*genai.Part) []*genai.Content {
	return []*genai.Content{genai.NewContentFromParts(parts, genai.RoleUser)}
}

func picture(name, mediaType string) *genai.Part {
	return genai.NewPartFromBytes(must(os.ReadFile(filepath.Join(os.Getenv("CONFORMANCE_PICTURES"), name))), mediaType)
}

func (r *report) draw(model string, contents []*genai.Content, config *genai.GenerateContentConfig) {
	r.got(must(client.Models.GenerateContent(ctx, model, contents, config)))
}

func (r *report) got(answer *genai.GenerateContentResponse) {
	for _, part := range answer.Candidates[0].Content.Parts {
		if part.InlineData != nil {
			r.Pictures = append(r.Pictures, fmt.Sprintf("%x", sha256.Sum256(part.InlineData.Data)))
		}
		r.Text += part.Text
	}
}

func (r *report) failed(_ *genai.GenerateContentResponse, err error) {
	var failure genai.APIError
	if !errors.As(err, &failure) {
		panic(fmt.Sprint("no error of the API: ", err))
	}
	r.Seen = map[string]any{"status": failure.Code, "code": failure.Status}
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func try(ability string, work func(*report)) {
	r := &report{Ability: ability, OK: true}
	defer func() {
		if fault := recover(); fault != nil {
			r.OK, r.Error = false, fmt.Sprint(fault)
		}
		fmt.Println(string(must(json.Marshal(r))))
	}()
	work(r)
}
