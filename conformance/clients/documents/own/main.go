package main

import (
	"context"
	"log"
	"os"

	"google.golang.org/genai"
)

func main() {
	ctx := context.Background()
	client, err := genai.NewClient(ctx, nil)
	if err != nil {
		log.Fatal(err)
	}
	prompt := "Create a picture of a yellow banana on a blue plate."
	answer, err := client.Models.GenerateContent(ctx, "gemini-2.5-flash-image", genai.Text(prompt), nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, part := range answer.Candidates[0].Content.Parts {
		if part.InlineData != nil {
			os.WriteFile("banana.png", part.InlineData.Data, 0o644)
		}
	}
}
