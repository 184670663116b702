// Command wordclass groups the words of one language by the company that they keep.
//
//	go run ./timeline/internal/wordclass -lang ar -out timeline/lang/ar/model/classes.tsv news1.jsonl news2.jsonl.gz
//
// Each line of a file is an article with its text. Words are counted with the words up to two places before and behind them; the counts become
// positive pointwise mutual information, its largest singular vectors place each word in a space of few dimensions (Levy, Goldberg and Dagan 2015),
// and k-means parts that space into classes. The same articles always give the same classes.
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/waqai/waqai/timeline/event"
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
	var sentences [][]string
	articles := 0
	for _, file := range files {
		n, err := read(file, analyzer, &sentences)
		if err != nil {
			return err
		}
		articles += n
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

// open makes a reader of the language with the words that events are told with.
func open(code string) (*text.Analyzer, error) {
	pack, err := lang.Open(code)
	if err != nil {
		return nil, err
	}
	builder, err := text.NewBuilder(pack)
	if err != nil {
		return nil, err
	}
	if _, err := event.Load(pack, builder); err != nil {
		return nil, err
	}
	language, err := builder.Language()
	if err != nil {
		return nil, err
	}
	return text.NewAnalyzer(language), nil
}

// read adds the sentences of a file and gives the number of its articles. Numbers are one word, marks are words.
func read(file string, analyzer *text.Analyzer, sentences *[][]string) (articles int, err error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var lines io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if lines, err = gzip.NewReader(f); err != nil {
			return 0, fmt.Errorf("%s: %w", file, err)
		}
	}
	scanner := bufio.NewScanner(lines)
	scanner.Buffer(nil, 16<<20)
	for ; scanner.Scan(); articles++ {
		var article struct{ Text string }
		if err := json.Unmarshal(scanner.Bytes(), &article); err != nil {
			return articles, fmt.Errorf("%s:%d: %w", file, articles+1, err)
		}
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
			*sentences = append(*sentences, words)
		}
	}
	return articles, scanner.Err()
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
