package input

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Standard is the name of standard input among the arguments.
const Standard = "-"

// Options say how to read.
type Options struct {
	Format string    // a Format's name; empty picks by extension
	Fields Fields    // names of fields in structured formats
	Stdin  io.Reader // what "-" reads
	// Published is the date of documents that carry none of their own. Where it is unknown too, a date in the file's name is taken.
	Published Published
	// FromName lets a file's name date a document; off, such documents stay undated.
	FromName bool
}

// Files expands arguments (files, folders, globs, "-") into paths: in the order of the arguments, sorted within each. Folders are walked
// whole for the extensions of Formats; hidden entries are passed over; links to folders are not followed.
func Files(arguments []string) ([]string, error) {
	var paths []string
	for _, argument := range arguments {
		found, err := expand(argument)
		if err != nil {
			return nil, err
		}
		paths = append(paths, found...)
	}
	return paths, nil
}

func expand(argument string) ([]string, error) {
	if argument == Standard {
		return []string{Standard}, nil
	}
	if strings.Contains(argument, "://") {
		return nil, fmt.Errorf("%s: addresses are not fetched; save the page and name the file", argument)
	}
	info, err := os.Stat(argument)
	switch {
	case err == nil && info.IsDir():
		return walk(argument)
	case err == nil:
		return []string{argument}, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	case !strings.ContainsAny(argument, "*?[{"):
		return nil, fmt.Errorf("%s: no such file or folder", argument)
	}
	matches, err := doublestar.FilepathGlob(argument, doublestar.WithFilesOnly())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", argument, err)
	}
	if len(matches) == 0 {
		return nil, fmt.Errorf("%s: no file matches", argument)
	}
	slices.Sort(matches)
	return matches, nil
}

func walk(root string) ([]string, error) {
	var paths []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && path != root
		if entry.IsDir() {
			if hidden {
				return fs.SkipDir
			}
			return nil
		}
		if !hidden && known(path) && entry.Type()&(fs.ModeType&^fs.ModeSymlink) == 0 {
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s: no article in this folder; articles end in %s", root, strings.Join(extensions(), " "))
	}
	return paths, nil
}

func extensions() []string {
	var all []string
	for _, format := range Formats {
		all = append(all, format.Extensions...)
	}
	return all
}

// Read streams the documents of paths, in order. What cannot be read comes as an *Error in its place.
func Read(paths []string, options Options) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for _, path := range paths {
			if !readFile(path, options, yield) {
				return
			}
		}
	}
}

func readFile(path string, options Options, yield func(Document, error) bool) bool {
	origin := Origin{Path: path}
	format, err := FormatOf(path, options.Format)
	if path == Standard && options.Format == "" {
		format = jsonl
	}
	if err != nil {
		return yield(Document{Origin: origin}, &Error{origin, err})
	}
	reader := options.Stdin
	if path != Standard {
		file, err := os.Open(path)
		if err != nil {
			return yield(Document{Origin: origin}, &Error{origin, errors.Unwrap(err)})
		}
		defer file.Close()
		reader = file
	}
	for document, err := range format.Read(reader, origin, options.Fields) {
		if err != nil {
			if !yield(document, &Error{document.Origin, err}) {
				return false
			}
			continue
		}
		date(&document, options)
		Identify(&document)
		if !yield(document, nil) {
			return false
		}
	}
	return true
}

// date gives a document without a publication date the one of the options, else the one in its file's name.
func date(document *Document, options Options) {
	if document.Published.Known {
		return
	}
	if options.Published.Known {
		document.Published = options.Published
		document.Published.Given = "option"
		return
	}
	if options.FromName && document.Origin.Line == 0 && document.Origin.Path != Standard {
		if published, found := PublishedFromName(document.Origin.Path); found {
			document.Published = published
		}
	}
}
