// Package timeline turns news text into dated events: the public API of waqai.
//
// An Extractor reads documents (package input) through the stages text → temporal → entity → event, each a pure function of one document, and
// gives Results; Run does it for a stream, in order, on all processors. Rows turns Results into the tables of package schemas.
//
// Stable: this package, calendar, export, schemas. The packages of the stages are open to read and to use, and may change.
package timeline

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/input"
	"github.com/waqai/waqai/timeline/internal/stages"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// Version of the program.
const Version = "0.1.0"

// The types of the stages, so that users import one package.
type (
	Document = input.Document
	Timex    = temporal.Timex
	Mention  = entity.Mention
	Event    = event.Event
)

// Options change what the text is taken to mean; the zero value is right for most uses.
type Options struct {
	Language     string             // of every document; empty: each document's own, else detected
	Authority    calendar.Authority // for Hijri dates
	Prefer       temporal.Prefer    // direction of bare weekdays and months
	LanguageDirs []string           // folders of language data laid over the built-in ones
	Gazetteers   []string           // files of the user's names
}

// Extractor finds temporal expressions and events. It is immutable and safe for concurrent use through one Worker a goroutine. A language
// is loaded when the first document needs it.
type Extractor struct {
	options   Options
	detector  *detector
	languages map[string]func() (*stages.Stages, error)
}

// Languages lists the built-in languages.
func Languages() []string { return lang.Codes() }

// New makes an Extractor. It fails on an unknown language or unreadable overlay; language data is checked when it is first used.
func New(options Options) (*Extractor, error) {
	codes := lang.Codes(options.LanguageDirs...)
	if options.Language != "" && !slices.Contains(codes, options.Language) {
		return nil, fmt.Errorf("language %q: there are %s", options.Language, strings.Join(codes, ", "))
	}
	extractor := &Extractor{options: options, languages: map[string]func() (*stages.Stages, error){}}
	for _, code := range codes {
		extractor.languages[code] = sync.OnceValues(func() (*stages.Stages, error) { return load(code, options) })
	}
	var err error
	extractor.detector, err = newDetector(codes, options.LanguageDirs)
	return extractor, err
}

// LoadError is an error in the data of a language or in a gazetteer: no document of that language can be read, so it ends a run.
type LoadError struct {
	Language string
	Err      error
}

func (e *LoadError) Error() string { return fmt.Sprintf("language %s: %v", e.Language, e.Err) }

func (e *LoadError) Unwrap() error { return e.Err }

// load builds the stages of one language around one vocabulary.
func load(code string, options Options) (*stages.Stages, error) {
	pack, err := lang.Open(code, options.LanguageDirs...)
	if err != nil {
		return nil, err
	}
	return stages.Load(pack, options.Gazetteers...)
}

// Result is what was found in one document. Offsets are code points of Document.Text.
type Result struct {
	Document Document
	Timexes  []Timex
	Mentions []Mention // of people, organisations, countries and places
	Events   []Event
	// Sentences of the text, so that each event can be shown with its source.
	Sentences []text.Span
	Err       error // the document could not be read or extracted; everything else but Document is empty
}

// Worker extracts documents one after another with scratch memory of its own; not safe for concurrent use.
type Worker struct {
	extractor *Extractor
	analyzers map[string]*analyzer
}

// analyzer is the scratch memory of one language.
type analyzer struct {
	language *stages.Stages
	text     *text.Analyzer
	temporal temporal.Scratch
	entity   entity.Scratch
	event    event.Scratch
	taken    []entity.Range
}

// Worker makes a worker.
func (e *Extractor) Worker() *Worker {
	return &Worker{extractor: e, analyzers: map[string]*analyzer{}}
}

// reset drops all scratch memory, after a panic may have left it torn.
func (w *Worker) reset() { clear(w.analyzers) }

// Extract finds everything in one document. The Result is the caller's to keep.
func (w *Worker) Extract(document Document) (Result, error) {
	code := w.extractor.languageOf(&document)
	worker, err := w.analyzer(code)
	if err != nil {
		return Result{}, err
	}
	document.Language = code
	read := worker.text.Read(document.Text)
	options := w.extractor.temporalOptions(&document)
	result := Result{Document: document}
	result.Timexes = worker.language.Temporal.Tag(read, options, &worker.temporal)
	worker.taken = worker.taken[:0]
	for i := range result.Timexes {
		worker.taken = append(worker.taken, entity.Range{First: result.Timexes[i].First, Last: result.Timexes[i].Last})
	}
	result.Mentions = worker.language.Entity.Find(read, worker.taken, &worker.entity)
	result.Events = worker.language.Event.Find(read, result.Timexes, result.Mentions, event.Options{
		Title: document.Title, Reference: options.Reference, HasReference: options.HasReference,
	}, &worker.event)
	result.Sentences = make([]text.Span, len(read.Sentences))
	for i, sentence := range read.Sentences {
		result.Sentences[i] = read.Span(sentence.First, sentence.Last)
	}
	return result, nil
}

func (e *Extractor) temporalOptions(document *Document) temporal.Options {
	return temporal.Options{
		Prefer: e.options.Prefer, Authority: e.options.Authority,
		HasReference: document.Published.Known, Reference: document.Published.Moment,
	}
}

func (w *Worker) analyzer(code string) (*analyzer, error) {
	if worker := w.analyzers[code]; worker != nil {
		return worker, nil
	}
	load := w.extractor.languages[code]
	if load == nil {
		return nil, fmt.Errorf("language %q: there are %s", code, strings.Join(lang.Codes(w.extractor.options.LanguageDirs...), ", "))
	}
	loaded, err := load()
	if err != nil {
		return nil, &LoadError{code, err}
	}
	worker := &analyzer{language: loaded, text: text.NewAnalyzer(loaded.Text)}
	w.analyzers[code] = worker
	return worker, nil
}

// languageOf is the option's, else the document's own, else the detected language.
func (e *Extractor) languageOf(document *Document) string {
	if e.options.Language != "" {
		return e.options.Language
	}
	if document.Language != "" {
		code, _, _ := strings.Cut(strings.ToLower(document.Language), "-")
		return code
	}
	return e.detector.detect(document.Text)
}
