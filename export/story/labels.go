package story

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A reader's language is a file of labels: nothing here names one.
//
//go:embed labels/*.tsv
var labelFiles embed.FS

// Labels are the words of one reader's language.
type Labels struct {
	Code string
	text map[string]string
}

var loadLabels = sync.OnceValues(func() ([]*Labels, error) {
	entries, err := labelFiles.ReadDir("labels")
	if err != nil {
		return nil, err
	}
	var all []*Labels
	for _, entry := range entries {
		data, err := labelFiles.ReadFile("labels/" + entry.Name())
		if err != nil {
			return nil, err
		}
		l := &Labels{Code: strings.TrimSuffix(entry.Name(), ".tsv"), text: map[string]string{}}
		for number, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
			key, text, found := strings.Cut(line, "\t")
			if _, twice := l.text[key]; !found || twice {
				return nil, fmt.Errorf("labels/%s:%d: %q: want a key that stands once, a tab and a text", entry.Name(), number+1, line)
			}
			l.text[key] = text
		}
		all = append(all, l)
	}
	return all, nil
})

// Languages lists the languages that labels are written in.
func Languages() []string {
	all, err := loadLabels()
	if err != nil {
		panic(err) // an embedded file; a test reads it
	}
	codes := make([]string, len(all))
	for i, l := range all {
		codes[i] = l.Code
	}
	return codes
}

// LabelsOf gives the labels of a language.
func LabelsOf(code string) (*Labels, error) {
	all, err := loadLabels()
	if err != nil {
		return nil, err
	}
	for _, l := range all {
		if l.Code == code {
			return l, nil
		}
	}
	return nil, fmt.Errorf("labels in %q: there are %s", code, strings.Join(Languages(), ", "))
}

// Text gives a label; its key where there is none, so that a value that is new to the labels is shown as it is.
func (l *Labels) Text(key string) string {
	if text, known := l.text[key]; known {
		return text
	}
	if _, value, found := strings.Cut(key, "."); found {
		return value
	}
	return key
}

// Has tells whether a label is there.
func (l *Labels) Has(key string) bool { _, known := l.text[key]; return known }

// Right tells whether the language is written from right to left.
func (l *Labels) Right() bool { return l.text["direction"] == "rtl" }

// fill puts values into a label: {name} becomes what follows name.
func (l *Labels) fill(key string, pairs ...string) string {
	text := l.Text(key)
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}

// count is a number with its noun, in the plural form of the number.
func (l *Labels) count(key string, n int, digits string) string {
	form := "other"
	switch rest := n % 100; {
	case n == 1:
		form = "one"
	case n == 2:
		form = "two"
	case rest >= 3 && rest <= 10:
		form = "few"
	case rest >= 11:
		form = "many"
	}
	return l.fill(key+"."+form, "n", writeDigits(strconv.Itoa(n), digits))
}

// zeros are the digits that a reader may ask for.
var zeros = map[string]rune{"latn": '0', "arab": 0x660, "arabext": 0x6f0}

// Digits lists them.
func Digits() []string {
	names := make([]string, 0, len(zeros))
	for name := range zeros {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// writeDigits writes the digits 0-9 of a text in another set.
func writeDigits(text, set string) string {
	zero, known := zeros[set]
	if !known || zero == '0' {
		return text
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return zero + r - '0'
		}
		return r
	}, text)
}
