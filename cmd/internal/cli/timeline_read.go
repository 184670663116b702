package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/waqai/waqai/export"
	"github.com/waqai/waqai/export/story"
	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/input"
	"github.com/waqai/waqai/timeline/merge"
)

// collection is what timeline reads: mentions, and an earlier timeline of some of them.
type collection struct {
	documents []schemas.Document
	events    []schemas.Event
	members   []schemas.TimelineMember
	history   merge.History
}

// collect reads datasets and extracts articles.
func collect(ctx context.Context, p *program, options *timelining, arguments []string) (*collection, *tally, error) {
	all, tally := &collection{}, newTally(p)
	var articles []string
	for _, argument := range arguments {
		read, err := all.dataset(argument, options.csv.options())
		if err != nil {
			return nil, nil, &coded{exitNothing, err}
		}
		if !read {
			articles = append(articles, argument)
			continue
		}
		tally.done++
	}
	if len(articles) == 0 {
		return all, tally, nil
	}
	share, err := parseShare(options.share)
	if err != nil {
		return nil, nil, err
	}
	paths, reader, err := options.inputs(p, articles)
	if err != nil {
		return nil, nil, err
	}
	extractor, err := options.extractor()
	if err != nil {
		return nil, nil, err
	}
	known := map[string]bool{}
	for i := range all.documents {
		known[all.documents[i].DocumentID] = true
	}
	err = extractor.Run(ctx, input.Read(paths, reader), options.jobs, func(result timeline.Result) error {
		if !tally.take(&result) || known[result.Document.ID] {
			return nil // a document that the dataset has is not read twice
		}
		known[result.Document.ID] = true
		rows := result.Rows(share)
		all.documents = append(all.documents, rows.Document)
		all.events = append(all.events, rows.Events...)
		return nil
	})
	return all, tally, err
}

// dataset reads a path if it is a dataset: a folder that describes itself or holds an events table, or a file of events.
func (c *collection) dataset(path string, options export.Options) (bool, error) {
	info, err := os.Stat(path)
	if err != nil {
		return false, nil // the reader of articles says what is wrong with it
	}
	if !info.IsDir() {
		format, err := export.ByExtension(path)
		if err != nil || format.Name == "jsonl" && !strings.HasPrefix(filepath.Base(path), schemas.Events.Name+".") || format.Name == "csv" && !isEvents(path) {
			return false, nil
		}
		return true, readRows(path, format, options, &c.events)
	}
	found := false
	for _, format := range export.Formats {
		name := func(table *schemas.Table) string { return filepath.Join(path, table.Name+format.Extensions[0]) }
		if _, err := os.Stat(name(schemas.Events)); err != nil {
			continue
		}
		found = true
		for _, read := range []func() error{
			func() error { return readRows(name(schemas.Events), format, options, &c.events) },
			func() error { return readRows(name(schemas.Documents), format, options, &c.documents) },
			func() error { return readRows(name(schemas.TimelineMembers), format, options, &c.members) },
			func() error { return readRows(name(schemas.Aliases), format, options, &c.history.Aliases) },
			func() error { return readRows(name(schemas.Tombstones), format, options, &c.history.Tombstones) },
		} {
			if err := read(); err != nil {
				return true, err
			}
		}
		break
	}
	return found, nil
}

// isEvents tells whether a CSV file has the columns of events, since articles may come as CSV too.
func isEvents(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, 64)
	n, _ := io.ReadFull(file, head)
	return strings.HasPrefix(strings.TrimPrefix(string(head[:n]), "\ufeff"), schemas.Events.Fields[0].Name+",")
}

// tableRow is the rows that timeline reads and writes.
type tableRow interface {
	schemas.Event | schemas.Document | schemas.Timeline | schemas.TimelineMember | schemas.Alias | schemas.Tombstone
}

// readRows adds the rows of a table's file, which may not be there.
func readRows[R tableRow](path string, format export.Format, options export.Options, to *[]R) error {
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	return export.ReadTable(path, format, schemas.Of([]R{}).Table, options, func(batch *schemas.Batch) error {
		rows, ok := schemas.Rows[R](batch)
		if !ok {
			return fmt.Errorf("%s is of another table", path)
		}
		*to = append(*to, rows...)
		return nil
	})
}

func writeRows[R tableRow](out io.Writer, format export.Format, options export.Options, rows []R) error {
	writer, err := format.New(out, schemas.Of(rows).Table, options)
	if err != nil {
		return err
	}
	for _, batch := range schemas.Chunks(rows) {
		if err := writer.Write(batch); err != nil {
			return err
		}
	}
	return writer.Close()
}

// writeTables writes the timeline as a table, and its members as a second one beside it: visit.csv, visit_members.csv.
func (o *timelining) writeTables(path string, result *merge.Result) error {
	format, err := export.ByExtension(path)
	if err != nil {
		return err
	}
	extension := filepath.Ext(path)
	beside := strings.TrimSuffix(path, extension) + "_members" + extension
	if err := export.WriteTable(path, format, schemas.Timelines, o.csv.options(), schemas.Chunks(result.Timeline)...); err != nil {
		return err
	}
	return export.WriteTable(beside, format, schemas.TimelineMembers, o.csv.options(), schemas.Chunks(result.Members)...)
}

// writeFolder writes a dataset that a later run can continue.
func (o *timelining) writeFolder(path string, result *merge.Result, c *collection) error {
	format, err := export.Named(o.formatOr("parquet"))
	if err != nil {
		return err
	}
	dataset, err := export.CreateDataset(path, format, o.csv.options(), schemas.Documents, schemas.Events, schemas.Timelines, schemas.TimelineMembers,
		schemas.Aliases, schemas.Tombstones)
	if err != nil {
		return err
	}
	defer dataset.Abort()
	for _, batch := range slices.Concat(schemas.Chunks(c.documents), schemas.Chunks(c.events), schemas.Chunks(result.Timeline), schemas.Chunks(result.Members),
		schemas.Chunks(c.history.Aliases), schemas.Chunks(c.history.Tombstones)) {
		if err := dataset.Write(batch); err != nil {
			return err
		}
	}
	return dataset.Commit()
}

// printTimeline prints one line an event for people at a terminal.
func printTimeline(p *program, told *story.Story) error {
	var out strings.Builder
	for i := range told.Entries {
		e := &told.Entries[i]
		status := ""
		if e.Status != "actual" {
			status = " (" + e.Status + ")"
		}
		fmt.Fprintf(&out, "%s %s%s [%d]\n", pad(e.Kind, 10), isolate(e.Headline), status, e.NPublishers)
	}
	_, err := io.WriteString(p.Out, out.String())
	return err
}
