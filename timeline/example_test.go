package timeline_test

import (
	"context"
	"fmt"

	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/input"
)

// Extract the events of an article, each with its date.
func Example() {
	extractor, err := timeline.New(timeline.Options{})
	if err != nil {
		panic(err)
	}
	published, err := input.ParsePublished("2023-08-08")
	if err != nil {
		panic(err)
	}
	article := input.Document{ID: "a", Text: "وصل الوزير إلى بغداد مساء الأحد.", Published: published}
	documents := func(yield func(input.Document, error) bool) { yield(article, nil) }
	err = extractor.Run(context.Background(), documents, 1, func(result timeline.Result) error {
		for _, event := range result.Events {
			fmt.Println(event.Kind, event.Status, event.When.Value)
		}
		return result.Err
	})
	if err != nil {
		panic(err)
	}
	// Output: arrive actual 2023-08-06TEV
}
