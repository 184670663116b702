package main

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/text"
)

// Annotation stands apart from the articles it is about: these belong to their publishers, the annotation to this project. A file of it names each
// article and tells by code points where its events stand:
//
//	article  ID  SUM
//	START-END  KIND  STATUS  VALUE  BASIS  PARTICIPANTS  PLACES
//
// with tabs between, SUM the first eight hexadecimal digits of the SHA-256 of the text, PARTICIPANTS like agent:5-12,patient:20-31, PLACES like 40-46,
// and - for what is not there. The texts are read from files of news (JSONL with id, published, title and text, packed with gzip or not).

func sumOf(s string) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(s)))[:8]
}

// writeStandoff writes the annotation of articles without their texts.
func writeStandoff(out io.Writer, articles []article) error {
	buffered := bufio.NewWriter(out)
	for i := range articles {
		a := &articles[i]
		fmt.Fprintf(buffered, "article\t%s\t%s\n", a.ID, sumOf(a.Text))
		for _, e := range a.Events {
			value, basis := "-", "-"
			if e.When != nil {
				value, basis = e.When.Value, string(e.When.Basis)
			}
			var parts, places []string
			for _, p := range e.Participants {
				parts = append(parts, string(p.Role)+":"+spanOf(p.Span))
			}
			for _, p := range e.Places {
				places = append(places, spanOf(p))
			}
			fmt.Fprintf(buffered, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", spanOf(e.Trigger), e.Kind, e.Status, value, basis, listOf(parts), listOf(places))
		}
	}
	return buffered.Flush()
}

func spanOf(s text.Span) string { return fmt.Sprintf("%d-%d", s.Start, s.End) }

func listOf(items []string) string {
	if items == nil {
		return "-"
	}
	return strings.Join(items, ",")
}

// readStandoff reads annotation and joins it to the articles of news, which it names by their ids.
func readStandoff(file string, news map[string]*article) ([]article, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var articles []article
	scanner := bufio.NewScanner(f)
	for line := 1; scanner.Scan(); line++ {
		fail := func(format string, arguments ...any) ([]article, error) {
			return nil, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, arguments...))
		}
		cells := strings.Split(scanner.Text(), "\t")
		switch {
		case scanner.Text() == "" || scanner.Text()[0] == '#':
		case cells[0] == "article" && len(cells) == 3:
			held := news[cells[1]]
			if held == nil {
				return fail("no news file has the article %s; name it with -news", cells[1])
			}
			if sumOf(held.Text) != cells[2] {
				return fail("the text of %s is another than was annotated", cells[1])
			}
			articles = append(articles, *held)
		case len(cells) == 7 && len(articles) > 0:
			e, err := parseEvent(cells, len([]rune(articles[len(articles)-1].Text)))
			if err != nil {
				return fail("%v", err)
			}
			a := &articles[len(articles)-1]
			a.Events = append(a.Events, e)
		default:
			return fail("want 'article ID SUM' or an event of 7 cells below one, tabs between")
		}
	}
	return articles, scanner.Err()
}

func parseEvent(cells []string, length int) (e annotated, err error) {
	if e.Trigger, err = parseSpan(cells[0], length); err != nil {
		return e, err
	}
	e.Kind, e.Status = event.Kind(cells[1]), event.Status(cells[2])
	if cells[3] != "-" {
		e.When = &when{Value: cells[3], Basis: event.Basis(cells[4])}
	}
	for item := range items(cells[5]) {
		role, span, _ := strings.Cut(item, ":")
		p := participant{Role: event.Role(role)}
		if p.Span, err = parseSpan(span, length); err != nil {
			return e, err
		}
		e.Participants = append(e.Participants, p)
	}
	for item := range items(cells[6]) {
		span, err := parseSpan(item, length)
		if err != nil {
			return e, err
		}
		e.Places = append(e.Places, span)
	}
	return e, nil
}

// items gives the parts of a list.
func items(list string) func(yield func(string) bool) {
	if list == "-" {
		return func(func(string) bool) {}
	}
	return strings.SplitSeq(list, ",")
}

func parseSpan(s string, length int) (text.Span, error) {
	from, to, _ := strings.Cut(s, "-")
	start, err := strconv.Atoi(from)
	end, failed := strconv.Atoi(to)
	if err != nil || failed != nil || start < 0 || end <= start || end > length {
		return text.Span{}, fmt.Errorf("%q is no span START-END of a text of %d code points", s, length)
	}
	return text.Span{Start: start, End: end}, nil
}
