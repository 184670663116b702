package event

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// Model files: lines of "template, first value, second value, weights", tabs between; words are written out, weights are class=weight with spaces
// between. They are by far the largest data of a language, so they are read in pieces side by side.

// piece is a part of a model file, whole lines. Its features name words by their number among its words, from 1 on.
type piece struct {
	file    *lang.File
	from    int // bytes [from, to) of the file
	to      int
	classes int
	rows    hundredths
	words   []string
	err     error
}

// pieceSize is about how many bytes are read by one goroutine.
const pieceSize = 1 << 20

// cut divides a file at ends of lines.
func cut(file *lang.File, classes int) []piece {
	var pieces []piece
	for from := 0; from < len(file.Data); {
		to := min(from+pieceSize, len(file.Data))
		if end := strings.IndexByte(file.Data[to:], '\n'); end >= 0 {
			to += end + 1
		} else {
			to = len(file.Data)
		}
		pieces = append(pieces, piece{file: file, from: from, to: to, classes: classes})
		from = to
	}
	return pieces
}

// Models are the model files of a language while they are read.
type Models struct {
	pieces [decisions][]piece
	faults [decisions]error
	group  sync.WaitGroup
}

// OpenModels begins to read the model files of a language; Load waits for them. Meanwhile other stages may be loaded.
func OpenModels(pack *lang.Pack) *Models {
	m := &Models{}
	for decision, name := range decisionNames {
		m.group.Go(func() {
			file, err := pack.Model(name)
			if err != nil {
				m.faults[decision] = err
				return
			}
			pieces := cut(&file, classesOf(decision))
			m.pieces[decision] = pieces
			for i := range pieces {
				m.group.Go(pieces[i].read)
			}
		})
	}
	return m
}

// join waits for the files and looks their words up, each once. A feature with a word that the vocabulary no longer has is left out: it could never be
// met.
func (m *Models) join(word func(string) text.WordID) (joined [decisions]*hundredths, err error) {
	m.group.Wait()
	known := map[string]text.WordID{}
	once := func(spelling string) text.WordID {
		id, found := known[spelling]
		if !found {
			id = word(spelling)
			known[spelling] = id
		}
		return id
	}
	for decision := range decisionNames {
		if err = m.faults[decision]; err != nil {
			return joined, err
		}
		if joined[decision], err = joinPieces(m.pieces[decision], once); err != nil {
			return joined, err
		}
	}
	return joined, nil
}

// joinPieces looks the words of a file's pieces up and puts its rows together, in order.
func joinPieces(pieces []piece, word func(string) text.WordID) (*hundredths, error) {
	all, rows, weights := &hundredths{}, 0, 0
	for i := range pieces {
		if pieces[i].err != nil {
			return nil, pieces[i].err
		}
		rows += len(pieces[i].rows.features)
		weights += len(pieces[i].rows.weights)
	}
	all.features, all.weights = make([]feature, 0, rows), make([]int16, 0, weights)
	var ids []int
	for i := range pieces {
		p := &pieces[i]
		ids = append(ids[:0], 0)
		for _, spelling := range p.words {
			ids = append(ids, int(word(spelling)))
		}
		for k, f := range p.rows.features {
			t, a, b := f.parts()
			values, met := [2]int{a, b}, true
			for i, v := range values {
				if templates[t].words[i] && v != 0 {
					values[i] = ids[v]
					met = met && ids[v] != 0
				}
			}
			if met {
				all.features = append(all.features, fact(t, values[0], values[1]))
				all.weights = append(all.weights, p.rows.weights[k*p.classes:(k+1)*p.classes]...)
			}
		}
	}
	return all, nil
}

// read fills the rows and words of a piece.
func (p *piece) read() {
	line := 0
	fail := func(format string, arguments ...any) {
		p.err = fmt.Errorf("%s:%d: %s; make the file again with the trainer", p.file.Name, strings.Count(p.file.Data[:p.from], "\n")+line, fmt.Sprintf(format, arguments...))
	}
	rows := strings.Count(p.file.Data[p.from:p.to], "\n") + 1
	p.rows.features, p.rows.weights = make([]feature, 0, rows), make([]int16, 0, rows*p.classes)
	sums := make([]int16, p.classes)
	numbers := map[string]int{} // of words
	// rows are sorted: most have the template and the first word of the row before
	var t template
	var name string
	var last [2]string
	var number [2]int
	for row := range strings.Lines(p.file.Data[p.from:p.to]) {
		line++
		row = strings.TrimRight(row, "\r\n")
		if row == "" || row[0] == '#' {
			continue
		}
		cells := [4]string{}
		rest, more := row, true
		for i := range cells {
			if !more {
				fail("%d cells, not 4", i)
				return
			}
			cells[i], rest, more = strings.Cut(rest, "\t")
		}
		if more {
			fail("more than 4 cells")
			return
		}
		if t == 0 || cells[0] != name {
			if name, t = cells[0], templateNamed()[cells[0]]; t == 0 {
				fail("no feature template %q", name)
				return
			}
		}
		var values [2]int
		for i, cell := range cells[1:3] {
			if templates[t].words[i] && cell != "0" {
				if number[i] == 0 || cell != last[i] {
					last[i], number[i] = cell, p.word(cell, numbers)
				}
				values[i] = number[i]
				continue
			}
			n, err := strconv.Atoi(cell)
			if err != nil {
				fail("value %q is no number", cell)
				return
			}
			values[i] = n
		}
		clear(sums)
		for rest, more = cells[3], true; more; {
			var pair string
			pair, rest, more = strings.Cut(rest, " ")
			class, weight, _ := strings.Cut(pair, "=")
			c, err := strconv.Atoi(class)
			w, right := parseHundredths(weight)
			if err != nil || !right || c < 0 || c >= p.classes {
				fail("weight %q is not class=number with a class below %d and two decimals", pair, p.classes)
				return
			}
			sums[c] = w
		}
		p.rows.features = append(p.rows.features, fact(t, values[0], values[1]))
		p.rows.weights = append(p.rows.weights, sums...)
	}
}

// word gives the number of a spelling among the words of a piece.
func (p *piece) word(spelling string, numbers map[string]int) int {
	if numbers[spelling] == 0 {
		p.words = append(p.words, spelling)
		numbers[spelling] = len(p.words)
	}
	return numbers[spelling]
}

// templateNamed gives the templates by the names that they have in model files.
var templateNamed = sync.OnceValue(func() map[string]template {
	named := make(map[string]template, templateCount)
	for t := bias; t < templateCount; t++ {
		named[templates[t].name] = t
	}
	return named
})

// parseHundredths reads a number with two decimals, as writeModel writes it.
func parseHundredths(s string) (hundredths int16, right bool) {
	digits, negative := strings.CutPrefix(s, "-")
	point := len(digits) - 3
	if point < 1 || point > 3 || digits[point] != '.' {
		return 0, false
	}
	n := 0
	for i := range len(digits) {
		if i == point {
			continue
		}
		d := digits[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = 10*n + int(d)
	}
	if n > maxHundredths {
		return 0, false
	}
	if negative {
		n = -n
	}
	return int16(n), true
}

// Weights nearer to nothing are not written: among many classes one counts for less, and most of them are small.
const (
	leastWeight = 0.05
	leastOfMany = 0.2
	many        = 8 // classes
)

// writeModel writes weights in the form that readModel reads, sorted, with two decimals.
func writeModel(out io.Writer, header string, weights map[feature][]float32, name func(text.WordID) string) error {
	var rows [][4]string
	for f, sums := range weights {
		least := leastWeight
		if len(sums) > many {
			least = leastOfMany
		}
		var pairs []string
		for class, w := range sums {
			if math.Abs(float64(w)) >= least {
				pairs = append(pairs, fmt.Sprintf("%d=%.2f", class, w))
			}
		}
		if pairs == nil {
			continue
		}
		t, a, b := f.parts()
		written := func(v int, isWord bool) string {
			if isWord && v != 0 {
				return name(text.WordID(v))
			}
			return strconv.Itoa(v)
		}
		rows = append(rows, [4]string{templates[t].name, written(a, templates[t].words[0]), written(b, templates[t].words[1]), strings.Join(pairs, " ")})
	}
	slices.SortFunc(rows, func(x, y [4]string) int { return slices.Compare(x[:], y[:]) })
	buffered := bufio.NewWriter(out)
	buffered.WriteString(header)
	for _, row := range rows {
		buffered.WriteString(strings.Join(row[:], "\t") + "\n")
	}
	return buffered.Flush()
}
