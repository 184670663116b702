// Command wordclass groups the words of one language by the company that they keep.
//
//	go run ./timeline/internal/wordclass -lang ar -out timeline/lang/ar/model/classes.tsv news1.jsonl news2.jsonl
//
// Files are articles in any form that `waqai extract` reads; - is standard input. Words are counted with the words up to two places before and behind them; the counts become
// positive pointwise mutual information, its largest singular vectors place each word in a space of few dimensions (Levy, Goldberg and Dagan 2015),
// and k-means parts that space into classes. The same articles always give the same classes.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/input"
	"github.com/waqai/waqai/timeline/internal/stages"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

func main() {
	code := flag.String("lang", "ar", "language of the articles")
	out := flag.String("out", "", "file to write; standard output if empty")
	classes := flag.Int("classes", 512, "number of classes")
	least := flag.Int("least", 12, "occurrences that a word needs")
	flag.Parse()
	if err := run(*code, *out, *classes, *least, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "wordclass:", err)
		os.Exit(1)
	}
}

func run(code, out string, classes, least int, files []string) error {
	analyzer, err := open(code)
	if err != nil {
		return err
	}
	sentences, articles, err := read(files, analyzer)
	if err != nil {
		return err
	}
	words := vocabulary(sentences, least)
	if len(words) < classes {
		return fmt.Errorf("%d words occur %d times or more, fewer than the %d classes asked for; give more articles", len(words), least, classes)
	}
	class := cluster(embed(associations(sentences, words)), classes)
	members := make([][]string, classes)
	for i, w := range words {
		members[class[i]] = append(members[class[i]], w)
	}
	members = slices.DeleteFunc(members, func(m []string) bool { return len(m) == 0 })
	var b strings.Builder
	fmt.Fprintf(&b, "# word classes of %s: made by timeline/internal/wordclass from %d articles; do not edit\n", code, articles)
	for i, m := range members {
		fmt.Fprintf(&b, "%d\t%s\n", i+1, strings.Join(m, " "))
	}
	if out == "" {
		_, err := io.WriteString(os.Stdout, b.String())
		return err
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}

// open makes a reader of the language. What stands before a word is cut off by what the tables know of it.
func open(code string) (*text.Analyzer, error) {
	pack, err := lang.Open(code)
	if err != nil {
		return nil, err
	}
	s, err := stages.Untrained(pack)
	if err != nil {
		return nil, err
	}
	return text.NewAnalyzer(s.Text), nil
}

// read gives the sentences of all articles and the number of these. Numbers are one word, marks are words.
func read(files []string, analyzer *text.Analyzer) (sentences [][]string, articles int, err error) {
	paths, err := input.Files(files)
	if err != nil {
		return nil, 0, err
	}
	for article, err := range input.Read(paths, input.Options{Stdin: os.Stdin}) {
		if err != nil {
			return nil, 0, err
		}
		articles++
		t := analyzer.Read(article.Text)
		for _, s := range t.Sentences {
			words := make([]string, 0, s.Last-s.First)
			for i := s.First; i < s.Last; i++ {
				switch token := &t.Tokens[i]; {
				case token.Word != nil:
					words = append(words, event.ClassKey(token.Word))
				case token.Kind == text.Digits:
					words = append(words, "0")
				default:
					words = append(words, string(token.Mark))
				}
			}
			sentences = append(sentences, words)
		}
	}
	return sentences, articles, nil
}

// vocabulary gives the words that occur least times or more, the most frequent first.
func vocabulary(sentences [][]string, least int) []string {
	count := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			count[w]++
		}
	}
	var words []string
	for w, n := range count {
		if n >= least {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return words
}
