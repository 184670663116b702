package timeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"github.com/waqai/waqai/timeline/input"
)

// window bounds what is alive at once: documents per worker, and bytes of text in all.
const (
	windowDocuments = 4
	windowBytes     = 64 << 20
)

// Run extracts every document and hands the results to emit, in the order of docs, whatever the number of jobs (0: one a processor).
//
//	reader ──slot──▶ order (a channel of result channels) ──▶ one emitter
//	   └───task──▶ jobs workers ──▶ the document's slot
//
// A document that cannot be read or extracted is a Result with an Err and the run goes on; an error of emit, a LoadError, or ctx ending, stops it.
// The documents alive at one time are bounded in number and in bytes, so memory does not grow with the corpus.
func (e *Extractor) Run(ctx context.Context, docs iter.Seq2[input.Document, error], jobs int, emit func(Result) error) error {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	type task struct {
		document input.Document
		slot     chan<- Result
		weight   int64
	}
	order := make(chan chan Result, jobs*windowDocuments)
	tasks := make(chan task)
	bytes := semaphore.NewWeighted(windowBytes)
	group, ctx := errgroup.WithContext(ctx)

	group.Go(func() error { // reader
		defer close(order)
		defer close(tasks)
		for document, err := range docs {
			slot := make(chan Result, 1)
			select {
			case order <- slot:
			case <-ctx.Done():
				return ctx.Err()
			}
			if err != nil {
				slot <- Result{Document: document, Err: err}
				continue
			}
			weight := min(int64(len(document.Text))+1, windowBytes)
			if err := bytes.Acquire(ctx, weight); err != nil {
				return err
			}
			select {
			case tasks <- task{document, slot, weight}:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	for range jobs {
		group.Go(func() error {
			worker := e.Worker()
			for t := range tasks {
				t.slot <- worker.try(t.document)
				bytes.Release(t.weight)
			}
			return nil
		})
	}
	group.Go(func() error { // emitter
		for slot := range order {
			select {
			case result := <-slot:
				var broken *LoadError
				if errors.As(result.Err, &broken) {
					return broken
				}
				if err := emit(result); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return group.Wait()
}

// Panic is a bug met in one document. The document is quarantined; the run goes on.
type Panic struct {
	Value any
	Stack []byte
}

func (p *Panic) Error() string {
	return fmt.Sprintf("internal error: %v; please report it with the document", p.Value)
}

// try extracts one document and turns a panic into an error of that document alone.
func (w *Worker) try(document input.Document) (result Result) {
	defer func() {
		if value := recover(); value != nil {
			result = Result{Document: document, Err: &input.Error{Origin: document.Origin, Err: &Panic{value, debug.Stack()}}}
			w.reset()
		}
	}()
	result, err := w.Extract(document)
	if err != nil {
		var placed *input.Error
		if !errors.As(err, &placed) {
			err = &input.Error{Origin: document.Origin, Err: err}
		}
		return Result{Document: document, Err: err}
	}
	return result
}
