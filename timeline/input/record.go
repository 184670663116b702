package input

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"
)

// aliases are other usual names of a field, tried in order where the user maps none.
var aliases = map[string][]string{
	"published": {"published", "date", "date_published", "published_at", "pubdate"},
	"lang":      {"lang", "language"},
	"publisher": {"publisher", "source", "site"},
	"url":       {"url", "link"},
	"id":        {"id"},
	"title":     {"title", "headline"},
	"text":      {"text", "body", "content"},
}

func (f Fields) name(field string) string {
	if name, mapped := f[field]; mapped {
		return name
	}
	return field
}

// record makes a document of named values: JSON fields, front matter. text is the body of formats that keep it apart.
func record(values map[string]any, fields Fields, text string) (Document, error) {
	get := func(field string) (string, error) {
		names := aliases[field]
		if name, mapped := fields[field]; mapped {
			names = []string{name}
		}
		for _, name := range names {
			if value, present := values[name]; present && value != nil {
				written, err := scalar(value)
				if err != nil {
					return "", fmt.Errorf("field %q: %w", name, err)
				}
				return written, nil
			}
		}
		return "", nil
	}
	document := Document{Text: text}
	var published string
	for field, into := range map[string]*string{
		"id": &document.ID, "title": &document.Title, "lang": &document.Language, "publisher": &document.Publisher,
		"url": &document.URL, "published": &published,
	} {
		value, err := get(field)
		if err != nil {
			return document, err
		}
		*into = value
	}
	if text == "" {
		value, err := get("text")
		if err != nil {
			return document, err
		}
		document.Text = value
	}
	if published != "" {
		var err error
		if document.Published, err = ParsePublished(published); err != nil {
			return document, err
		}
	}
	return document, nil
}

// scalar writes a value as the text it would have in a file.
func scalar(value any) (string, error) {
	switch v := value.(type) {
	case string:
		return v, nil
	case json.Number:
		return v.String(), nil
	case int:
		return strconv.Itoa(v), nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	case bool:
		return strconv.FormatBool(v), nil
	case time.Time: // YAML reads 2023-08-08 as a time
		if v.Hour() == 0 && v.Minute() == 0 && v.Second() == 0 {
			return v.Format(time.DateOnly), nil
		}
		return v.Format(time.RFC3339), nil
	}
	return "", fmt.Errorf("a list or an object where one value is asked; write a string")
}
