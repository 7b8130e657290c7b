// OpenAI's SDK for Go as its documentation teaches it; base URL and key come from the environment.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
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
	ctx     = context.Background()
	client  = openai.NewClient()
	model   = os.Getenv("MODEL")
	apple   = openai.UserMessage("a red apple on a table")
	cat     = picture("cat.png", "image/png")
	hat     = picture("hat.jpg", "image/jpeg")
	dataURI = regexp.MustCompile(`data:image/\w+;base64,([A-Za-z0-9+/=]+)`)
)

func main() {
	try("text to picture", func(r *report) { r.got(draw(asking(model, apple))) })
	try("editing a picture", func(r *report) {
		r.got(draw(asking(model, user(cat, openai.TextContentPart("make the cat blue")))))
	})
	try("chat of three turns", func(r *report) {
		params := asking(model)
		for _, words := range []string{"a cat", "make it blue", "add a hat"} {
			params.Messages = append(params.Messages, openai.UserMessage(words))
			message := draw(params)
			params.Messages = append(params.Messages, message.ToParam())
			r.got(message)
		}
	})
	try("two reference pictures", func(r *report) {
		r.got(draw(asking(model, user(cat, hat, openai.TextContentPart("the cat wears the hat")))))
	})
	try("aspect ratio and 4K", func(r *report) {
		params := asking(model, apple)
		params.SetExtraFields(map[string]any{
			"image_config": map[string]string{"aspect_ratio": "16:9", "image_size": "4K"},
		})
		r.got(draw(params))
	})
	try("picture only", func(r *report) {
		params := asking(model, apple)
		params.Modalities = []string{"image"}
		r.got(draw(params))
	})
	try("text with picture", func(r *report) {
		params := asking(model, apple)
		params.Modalities = []string{"text", "image"}
		r.got(draw(params))
	})
	try("streaming", func(r *report) {
		stream := client.Chat.Completions.NewStreaming(ctx, asking(model, apple))
		answer := openai.ChatCompletionAccumulator{}
		for stream.Next() {
			answer.AddChunk(stream.Current())
		}
		if stream.Err() != nil {
			panic(stream.Err())
		}
		r.got(answer.Choices[0].Message)
	})
	try("refused in review", func(r *report) { r.refused(askWith("KEY_REVIEW", model)) })
	try("refused while drawing", func(r *report) { r.refused(askWith("KEY_GENERATION", model)) })
	try("words instead", func(r *report) { r.got(must(askWith("KEY_REPLY", model)).Choices[0].Message) })
	try("unknown model", func(r *report) { r.failed(askWith("KEY", "no-such-model")) })
	try("wrong key", func(r *report) { r.failed(askWith("KEY_WRONG", model)) })
	try("model list", func(r *report) {
		names := []string{}
		models := client.Models.ListAutoPaging(ctx)
		for models.Next() {
			names = append(names, models.Current().ID)
		}
		if models.Err() != nil {
			panic(models.Err())
		}
		r.Seen = map[string]any{"models": names}
	})
	try("a picture by Clay", func(r *report) { r.got(draw(asking("clay", apple))) })
}

func asking(model string, messages ...openai.ChatCompletionMessageParamUnion) openai.ChatCompletionNewParams {
	return openai.ChatCompletionNewParams{Model: model, Messages: messages}
}

func draw(params openai.ChatCompletionNewParams) openai.ChatCompletionMessage {
	return must(client.Chat.Completions.New(ctx, params)).Choices[0].Message
}

func askWith(key, model string) (*openai.ChatCompletion, error) {
	other := openai.NewClient(option.WithAPIKey(os.Getenv(key)))
	return other.Chat.Completions.New(ctx, asking(model, apple))
}

func user(parts ...openai.ChatCompletionContentPartUnionParam) openai.ChatCompletionMessageParamUnion {
	return openai.UserMessage(parts)
}

func picture(name, mediaType string) openai.ChatCompletionContentPartUnionParam {
	data := must(os.ReadFile(filepath.Join(os.Getenv("CONFORMANCE_PICTURES"), name)))
	url := "data:" + mediaType + ";base64," + base64.StdEncoding.EncodeToString(data)
	return openai.ImageContentPart(openai.ChatCompletionContentPartImageImageURLParam{URL: url})
}

// Pictures stand in the content, or, where modalities were asked for, in a field that the SDK does not know.
func (r *report) got(message openai.ChatCompletionMessage) {
	for _, found := range dataURI.FindAllStringSubmatch(message.Content+message.JSON.ExtraFields["images"].Raw(), -1) {
		data := must(base64.StdEncoding.DecodeString(found[1]))
		r.Pictures = append(r.Pictures, fmt.Sprintf("%x", sha256.Sum256(data)))
	}
	r.Text += dataURI.ReplaceAllString(message.Content, "")
}

func (r *report) refused(answer *openai.ChatCompletion, err error) {
	choice := must(answer, err).Choices[0]
	r.Seen = map[string]any{"reason": choice.FinishReason, "said": choice.Message.Content}
}

func (r *report) failed(_ *openai.ChatCompletion, err error) {
	var failure *openai.Error
	if !errors.As(err, &failure) {
		panic(fmt.Sprint("no error of the API: ", err))
	}
	r.Seen = map[string]any{"status": failure.StatusCode, "code": failure.Code}
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
