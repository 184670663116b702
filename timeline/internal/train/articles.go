package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/text"
)

// article is one line of an annotated file.
type article struct {
	ID        string
	Published string
	Title     string
	Text      string
	Events    []annotated
}

// annotated is an event as annotators gave it.
type annotated struct {
	Trigger      text.Span
	Kind         event.Kind
	Status       event.Status
	When         *when
	Participants []participant
	Places       []text.Span
}

type when struct {
	Value string
	Basis event.Basis
}

type participant struct {
	text.Span
	Role event.Role
}

// read gives the articles of all files, and how many stand in the first.
func read(newsFiles string, files []string) (articles []article, first int, err error) {
	var news map[string]*article
	if newsFiles != "" {
		if news, err = readNews(strings.Split(newsFiles, ",")); err != nil {
			return nil, 0, err
		}
	}
	for i, file := range files {
		var read []article
		if strings.HasSuffix(file, ".tsv") {
			read, err = readStandoff(file, news)
		} else {
			read, err = readArticles(file)
		}
		if err != nil {
			return nil, 0, err
		}
		if articles = append(articles, read...); i == 0 {
			first = len(articles)
		}
	}
	return articles, first, nil
}

// readNews reads articles by their ids.
func readNews(files []string) (map[string]*article, error) {
	news := map[string]*article{}
	for _, file := range files {
		read, err := readArticles(file)
		if err != nil {
			return nil, err
		}
		for i := range read {
			news[read[i].ID] = &read[i]
		}
	}
	return news, nil
}

func readArticles(file string) ([]article, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := io.Reader(f)
	if strings.HasSuffix(file, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	var articles []article
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, 16<<20)
	for line := 1; scanner.Scan(); line++ {
		var a article
		if err := json.Unmarshal(scanner.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, line, err)
		}
		articles = append(articles, a)
	}
	return articles, scanner.Err()
}
