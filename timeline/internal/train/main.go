// Command train makes the event models of one language from annotated articles.
//
//	go run ./timeline/internal/train -lang ar -news news-ar.jsonl.gz -out timeline/lang/ar/model timeline/internal/train/annotation/ar.tsv more.jsonl
//
// Annotation is a file that stands apart from its articles (.tsv, see standoff.go), whose texts are then read from -news, or JSONL: an article a line with
// its annotation, in the form that `waqai annotate` prints plus the text: id, lang, published, title, text, events.
//
// With -folds N nothing is written into -out; each N-th part of the first file is annotated by models that were made of everything else,
// and printed, so that the figures are those of articles never seen. With -standoff the annotation of JSONL is printed without its articles.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/input"
	"github.com/waqai/waqai/timeline/internal/stages"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// trainer is the loaded parts of one language.
type trainer struct {
	*stages.Stages
	analyzer *text.Analyzer
	scratch  struct {
		temporal temporal.Scratch
		entity   entity.Scratch
		event    event.Scratch
	}
}

func main() {
	code := flag.String("lang", "ar", "language to train")
	out := flag.String("out", "", "folder of the model files")
	folds := flag.Int("folds", 0, "annotate the first file by parts instead, each with models made of the rest")
	epochs := flag.Int("epochs", 8, "passes over the samples")
	news := flag.String("news", "", "files with the texts of .tsv annotation, commas between")
	standoff := flag.Bool("standoff", false, "print the annotation of JSONL files without their articles")
	flag.Parse()
	articles, first, err := read(*news, flag.Args())
	switch {
	case err != nil:
	case *standoff:
		err = writeStandoff(os.Stdout, articles)
	default:
		err = run(*code, *out, *folds, *epochs, articles, first)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(code, out string, folds, epochs int, articles []article, first int) error {
	s, err := load(code)
	if err != nil {
		return err
	}
	if folds > 1 {
		return s.cross(articles, first, folds, epochs, os.Stdout)
	}
	weights, err := s.train(articles, epochs)
	if err != nil {
		return err
	}
	header := fmt.Sprintf("# event model of %s: made by timeline/internal/train from %d annotated articles; do not edit\n", code, len(articles))
	return weights.Write(header, s.Text.Name, func(name string) (io.WriteCloser, error) {
		if err := os.MkdirAll(out, 0o755); err != nil {
			return nil, err
		}
		return os.Create(filepath.Join(out, name+".tsv"))
	})
}

// parts is how many parts the articles are cut into, for each to be read by models that were made of the others.
const parts = 4

// train fits the models in two rounds. The decisions of an article build on each other, and models that only ever saw right answers before them do
// not know what to do amid mistakes. So the first round makes models that have not seen an article, and the second learns from what
// these make of it.
func (s *trainer) train(articles []article, epochs int) (*event.Weights, error) {
	second := event.NewTrainer(s.Event)
	for part := range parts {
		first := event.NewTrainer(s.Event)
		for i := range articles {
			if i%parts != part {
				if err := s.learn(first, &articles[i], true); err != nil {
					return nil, err
				}
			}
		}
		s.Event.Use(first.Fit(epochs))
		for i := part; i < len(articles); i += parts {
			if err := s.learn(second, &articles[i], false); err != nil {
				return nil, err
			}
		}
	}
	fmt.Fprintln(os.Stderr, second.Summary())
	return second.Fit(epochs), nil
}

// load makes the stages without models, so that what they become depends on the tables and the articles alone.
func load(code string) (*trainer, error) {
	pack, err := lang.Open(code)
	if err != nil {
		return nil, err
	}
	s, err := stages.Untrained(pack)
	if err != nil {
		return nil, err
	}
	return &trainer{Stages: s, analyzer: text.NewAnalyzer(s.Text)}, nil
}

// before runs the stages that come before events.
func (s *trainer) before(a *article) (read *text.Text, timexes []temporal.Timex, mentions []entity.Mention, published input.Published, err error) {
	if published, err = input.ParsePublished(a.Published); err != nil {
		return nil, nil, nil, published, fmt.Errorf("%s: %w", a.ID, err)
	}
	read = s.analyzer.Read(a.Text)
	timexes = s.Temporal.Tag(read, temporal.Options{HasReference: true, Reference: published.Moment}, &s.scratch.temporal)
	var taken []entity.Range
	for i := range timexes {
		taken = append(taken, entity.Range{First: timexes[i].First, Last: timexes[i].Last})
	}
	mentions = s.Entity.Find(read, taken, &s.scratch.entity)
	return read, timexes, mentions, published, nil
}

func (s *trainer) learn(trainer *event.Trainer, a *article, follow bool) error {
	read, timexes, mentions, published, err := s.before(a)
	if err != nil {
		return err
	}
	var gold event.Gold
	for _, e := range a.Events {
		g := event.GoldEvent{Trigger: e.Trigger, Kind: e.Kind, Status: e.Status, Places: e.Places}
		if e.When != nil {
			g.Value, g.Basis = e.When.Value, e.When.Basis
		}
		for _, p := range e.Participants {
			g.Participants = append(g.Participants, event.GoldPart{Span: p.Span, Role: p.Role})
		}
		gold.Events = append(gold.Events, g)
	}
	options := event.Options{Title: a.Title, HasReference: true, Reference: published.Moment}
	if err := trainer.Learn(read, timexes, mentions, options, gold, follow, &s.scratch.event); err != nil {
		return fmt.Errorf("%s: %w", a.ID, err)
	}
	return nil
}

// cross annotates the first articles by parts.
func (s *trainer) cross(articles []article, first, folds, epochs int, out io.Writer) error {
	for fold := range folds {
		var others []article
		for i := range articles {
			if i >= first || i%folds != fold {
				others = append(others, articles[i])
			}
		}
		weights, err := s.train(others, epochs)
		if err != nil {
			return err
		}
		s.Event.Use(weights)
		for i := fold; i < first; i += folds {
			a := &articles[i]
			read, timexes, mentions, published, err := s.before(a)
			if err != nil {
				return err
			}
			result := timeline.Result{Document: input.Document{ID: a.ID, Text: a.Text, Language: s.Text.Code, Published: published}, Timexes: timexes}
			result.Events = s.Event.Find(read, timexes, mentions, event.Options{Title: a.Title, HasReference: true, Reference: published.Moment}, &s.scratch.event)
			if _, err := out.Write(result.AppendAnnotation(nil)); err != nil {
				return err
			}
		}
	}
	return nil
}
