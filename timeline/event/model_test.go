package event

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

func TestFactsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := template(rapid.IntRange(int(bias), int(templateCount)-1).Draw(t, "template"))
		a, b := rapid.IntRange(0, 1<<valueBits-1).Draw(t, "a"), rapid.IntRange(0, 1<<valueBits-1).Draw(t, "b")
		if gotOf, gotA, gotB := fact(of, a, b).parts(); gotOf != of || gotA != a || gotB != b {
			t.Fatalf("%d %d %d came back as %d %d %d", of, a, b, gotOf, gotA, gotB)
		}
	})
}

func TestTemplatesHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for of := bias; of < templateCount; of++ {
		if name := templates[of].name; name == "" || seen[name] {
			t.Errorf("template %d has the name %q, empty or taken", of, name)
		} else {
			seen[name] = true
		}
	}
}

// TestModelFile: what the trainer writes reads back with the same scores, and a word that is gone takes its feature with it.
func TestModelFile(t *testing.T) {
	words := map[string]text.WordID{"said": 5, "left": 7}
	names := map[text.WordID]string{5: "said", 7: "left"}
	weights := map[feature][]float32{
		fact(lemmaOnly, 5, 0): {0.5, -1.25}, fact(lemmaOnly, 7, 0): {2, 0}, fact(bias, 0, 0): {0, 0.75}, fact(formOnly, 3, 9): {0.001, 0},
	}
	var out bytes.Buffer
	if err := writeModel(&out, "# made by a test\n", weights, func(id text.WordID) string { return names[id] }); err != nil {
		t.Fatal(err)
	}
	delete(words, "left")
	read, err := readText(out.String(), 2, func(name string) text.WordID { return words[name] })
	if err != nil {
		t.Fatal(err)
	}
	m := newModel(2, read)
	sums := make([]float32, 2)
	m.score([]feature{fact(lemmaOnly, 5, 0), fact(lemmaOnly, 7, 0), fact(bias, 0, 0), fact(formOnly, 3, 9)}, sums)
	if sums[0] != 0.5 || sums[1] != -0.5 {
		t.Errorf("scores %v, want [0.5 -0.5]", sums)
	}
	for source, want := range map[string]string{"bias\t0\t0": "3 cells", "nothing\t0\t0\t0=1.00": "no feature template", "\t0\t0\t0=1.00": "no feature template", "bias\tx\t0\t0=1.00": "is no number", "bias\t0\t0\t2=1.00": "class below 2"} {
		if _, err := readText(source, 2, func(string) text.WordID { return 1 }); err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "x.tsv:1:") {
			t.Errorf("%q: %v, want x.tsv:1: ...%s", source, err, want)
		}
	}
}

// readText reads a model file as it is read in pieces.
func readText(data string, classes int, word func(string) text.WordID) (*hundredths, error) {
	pieces := cut(&lang.File{Name: "x.tsv", Data: data}, classes)
	for i := range pieces {
		pieces[i].read()
	}
	return joinPieces(pieces, word)
}

// TestModelPieces: a file longer than a piece reads as the sum of its lines, each word by its own number, and a fault in a later piece has the line of
// the file.
func TestModelPieces(t *testing.T) {
	var data strings.Builder
	rows := 0
	for data.Len() < 3*pieceSize {
		fmt.Fprintf(&data, "lemma-form\tw%d\t%d\t0=%d.25 1=-0.50\n", rows/3, rows%3, rows%50)
		rows++
	}
	word := func(name string) text.WordID {
		n, _ := strconv.Atoi(name[1:])
		return text.WordID(n + 1)
	}
	if n := len(cut(&lang.File{Data: data.String()}, 2)); n < 3 {
		t.Fatalf("%d pieces, want several", n)
	}
	read, err := readText(data.String(), 2, word)
	if err != nil {
		t.Fatal(err)
	}
	if len(read.features) != rows {
		t.Fatalf("%d rows, want %d", len(read.features), rows)
	}
	for i, f := range read.features {
		if want := fact(lemmaForm, i/3+1, i%3); f != want || int(read.weights[2*i]) != 100*(i%50)+25 || read.weights[2*i+1] != -50 {
			t.Fatalf("row %d is %v %v, want %v", i, f, read.weights[2*i:2*i+2], want)
		}
	}
	data.WriteString("bias\t0\n")
	if _, err := readText(data.String(), 2, word); err == nil || !strings.HasPrefix(err.Error(), fmt.Sprintf("x.tsv:%d: ", rows+1)) {
		t.Errorf("%v, want a fault of line %d", err, rows+1)
	}
}

// TestFit: samples that a feature tells apart are learnt, and the same samples give the same weights.
func TestFit(t *testing.T) {
	var samples []sample
	for i := range 40 {
		samples = append(samples, sample{options: []choice{{features: []feature{fact(bias, 0, 0), fact(formOnly, i%2, 0)}}}, gold: i % 2})
	}
	first, second := fit(samples, 1, 20, 0), fit(samples, 1, 20, 0)
	for f, row := range first {
		if math.Abs(float64(row[0]-second[f][0])) > 0 {
			t.Errorf("feature %v: %v, then %v", f, row, second[f])
		}
	}
	from := &hundredths{}
	for f, row := range first {
		from.add(f, row)
	}
	m := newModel(1, from)
	var no, yes [1]float32
	m.score(samples[0].options[0].features, no[:])
	m.score(samples[1].options[0].features, yes[:])
	if no[0] >= 0 || yes[0] <= 0 {
		t.Errorf("scores %v and %v do not tell the samples apart", no, yes)
	}
}

// TestDoubt: a few answers against a clear rule pull less at it where answers are doubted.
func TestDoubt(t *testing.T) {
	var samples []sample
	for i := range 100 {
		gold := 1
		if i%10 == 0 {
			gold = 2
		}
		samples = append(samples, sample{options: []choice{{features: []feature{fact(bias, 0, 0)}}}, gold: gold})
	}
	lead := func(doubt float64) float32 {
		row := fit(samples, 3, 40, doubt)[fact(bias, 0, 0)]
		return row[1] - row[2]
	}
	if believed, doubted := lead(0), lead(0.2); doubted < believed+0.5 {
		t.Errorf("the rule leads by %.2f where answers are doubted, by %.2f where not", doubted, believed)
	}
}

// TestGoldIsChecked: what no model could learn is an error rather than another answer.
func TestGoldIsChecked(t *testing.T) {
	right := GoldEvent{Kind: "meet", Status: Actual, Participants: []GoldPart{{Role: Agent}}}
	kind, status, role := right, right, right
	kind.Kind, status.Status, role.Participants = "meeting", "done", []GoldPart{{Role: "host"}}
	for want, e := range map[string]GoldEvent{"": right, `no kind "meeting"`: kind, `no status "done"`: status, `no role "host"`: role} {
		g := Gold{Events: []GoldEvent{right, e}}
		err := g.check()
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), "event 2: "+want) {
			t.Errorf("%+v: %v, want %q", e, err, want)
		}
	}
}
