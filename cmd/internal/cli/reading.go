package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/input"
	"github.com/waqai/waqai/timeline/temporal"
)

// reading are the flags of every command that reads articles.
type reading struct {
	published   string
	inputFormat string
	fields      string
	jobs        int
	meaning
}

func (r *reading) register(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVar(&r.published, "published", "", "publication date YYYY-MM-DD of articles that carry none; `none` leaves them undated even if the file's name has a date")
	flags.StringVar(&r.inputFormat, "input-format", "", "read every input as this format: "+formatNames())
	flags.StringVar(&r.fields, "map", "", "names of fields in structured inputs, such as text=body,published=date")
	flags.IntVarP(&r.jobs, "jobs", "j", 0, "documents worked on at once (0: one a processor); the output is the same for any number")
	r.meaning.register(command)
}

func formatNames() string {
	names := make([]string, len(input.Formats))
	for i, format := range input.Formats {
		names[i] = format.Name
	}
	return strings.Join(names, ", ")
}

// inputs checks the flags and finds the files.
func (r *reading) inputs(p *program, arguments []string) ([]string, input.Options, error) {
	options := input.Options{Format: r.inputFormat, Stdin: p.In, FromName: r.published != "none"}
	if _, err := input.FormatOf("", r.inputFormat); err != nil {
		return nil, options, usagef("--input-format: %v", err)
	}
	var err error
	if options.Fields, err = input.ParseFields(r.fields); err != nil {
		return nil, options, usagef("--map: %v", err)
	}
	if r.published != "" && r.published != "none" {
		if options.Published, err = input.ParsePublished(r.published); err != nil {
			return nil, options, usagef("--published: %v", err)
		}
	}
	paths, err := input.Files(arguments)
	if err != nil {
		return nil, options, &coded{exitNothing, err}
	}
	return paths, options, nil
}

// meaning are the flags that change how text is understood.
type meaning struct {
	language   string
	hijri      string
	prefer     string
	languages  []string
	gazetteers []string
}

func (m *meaning) register(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVar(&m.language, "lang", "auto", "language of the articles: auto, "+strings.Join(timeline.Languages(), ", "))
	flags.StringVar(&m.hijri, "hijri", "auto", "authority for Hijri dates: "+authorityNames())
	flags.StringVar(&m.prefer, "prefer", "auto", "where a bare weekday or month points: auto (as its verb's tense says), past, future")
	flags.StringArrayVar(&m.languages, "lang-dir", nil, "folder of language data laid over the built-in one (repeatable)")
	flags.StringArrayVar(&m.gazetteers, "gazetteer", nil, "TSV of your own names of people, organisations and places (repeatable)")
}

func (m *meaning) extractor() (*timeline.Extractor, error) {
	options := timeline.Options{LanguageDirs: m.languages, Gazetteers: m.gazetteers}
	if m.language != "auto" {
		options.Language = m.language
	}
	var err error
	if options.Authority, err = calendar.ParseAuthority(m.hijri); err != nil {
		return nil, usagef("--hijri: %v", err)
	}
	if options.Prefer, err = temporal.ParsePrefer(m.prefer); err != nil {
		return nil, usagef("--prefer: %v", err)
	}
	extractor, err := timeline.New(options)
	if err != nil {
		return nil, usagef("%v", err)
	}
	return extractor, nil
}

func authorityNames() string {
	var names []string
	for _, authority := range calendar.Authorities() {
		names = append(names, authority.String())
	}
	return strings.Join(names, ", ")
}
