package merge_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/input"
	"github.com/waqai/waqai/timeline/merge"
)

// What merging reaches on the stories of samples/stories, a little under the figures of the day they were set.
const (
	floorGold = 0.65 // CoNLL F1 over the marked mentions that were found
	floorAll  = 0.61 // the same, a mention that was not found standing alone
)

// marked is one line of a story's clusters.tsv: the nth time that a word stands in an article speaks of this event.
type marked struct {
	document, trigger string
	occurrence        int
	event             string
}

func readMarked(t *testing.T, file string) []marked {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []marked
	for number, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if number == 0 {
			continue
		}
		if len(cells) != 6 {
			t.Fatalf("%s:%d: %d cells, not 6: document trigger occurrence event date status", file, number+1, len(cells))
		}
		n, err := strconv.Atoi(cells[2])
		if err != nil {
			t.Fatalf("%s:%d: occurrence: %v", file, number+1, err)
		}
		all = append(all, marked{cells[0], cells[1], n, cells[3]})
	}
	return all
}

// spanOf is where the word stands, in code points.
func (m *marked) spanOf(text string) (start, end int, found bool) {
	runes, word := []rune(text), []rune(m.trigger)
	letter := func(i int) bool { return i >= 0 && i < len(runes) && strings.ContainsRune(letters, runes[i]) }
	seen := 0
	for i := 0; i+len(word) <= len(runes); i++ {
		if string(runes[i:i+len(word)]) == m.trigger && !letter(i-1) && !letter(i+len(word)) {
			if seen++; seen == m.occurrence {
				return i, i + len(word), true
			}
		}
	}
	return 0, 0, false
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءئؤپچژگکی"

// TestStories merges every story and compares with the events that its clusters.tsv marks.
func TestStories(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join("..", "..", "samples", "stories", "*", "clusters.tsv"))
	if err != nil || len(folders) < 12 {
		t.Fatalf("%d stories in samples/stories (%v); there are at least 12", len(folders), err)
	}
	extractor, err := timeline.New(timeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	worker := extractor.Worker()
	var found, all [3]counts
	mentions, missed := 0, 0
	for _, file := range folders {
		var events []schemas.Event
		texts := map[string]string{}
		files, err := input.Files([]string{filepath.Dir(file)})
		if err != nil {
			t.Fatal(err)
		}
		for document, err := range input.Read(files, input.Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			result, err := worker.Extract(document)
			if err != nil {
				t.Fatal(err)
			}
			texts[document.ID] = document.Text
			events = append(events, result.Rows(timeline.ShareSentence).Events...)
		}
		clusterOf := map[string]string{}
		for _, member := range merge.Merge(events).Members {
			clusterOf[member.EventID] = member.TimelineID
		}
		var gold, system, goldFound, systemFound []string
		for _, m := range readMarked(t, file) {
			start, end, there := m.spanOf(texts[m.document])
			if !there {
				t.Fatalf("%s: %q does not stand %d times in article %s", file, m.trigger, m.occurrence, m.document)
			}
			cluster := ""
			for i := range events {
				e := &events[i]
				if e.DocumentID == m.document && int(e.SpanStart) < end && start < int(e.SpanEnd) {
					cluster = clusterOf[e.EventID]
				}
			}
			mentions++
			if cluster == "" {
				missed++
				cluster = fmt.Sprintf("missed %d", missed)
			} else {
				goldFound, systemFound = append(goldFound, m.event), append(systemFound, cluster)
			}
			gold, system = append(gold, m.event), append(system, cluster)
		}
		for i, add := range [...]func(*counts, []string, []string){(*counts).bCubed, (*counts).muc, (*counts).ceaf} {
			add(&found[i], goldFound, systemFound)
			add(&all[i], gold, system)
		}
	}
	report := func(name string, c *[3]counts) float64 {
		conll := (c[0].f1() + c[1].f1() + c[2].f1()) / 3
		t.Logf("%s: B³ %.3f, MUC %.3f, CEAF-e %.3f, CoNLL F1 %.3f", name, c[0].f1(), c[1].f1(), c[2].f1(), conll)
		return conll
	}
	t.Logf("%d stories, %d mentions, %d of them not found", len(folders), mentions, missed)
	if conll := report("mentions found", &found); conll < floorGold {
		t.Errorf("CoNLL F1 %.3f over the mentions found is below %.2f", conll, floorGold)
	}
	if conll := report("all mentions", &all); conll < floorAll {
		t.Errorf("CoNLL F1 %.3f over all mentions is below %.2f", conll, floorAll)
	}
}

// TestScores checks the scores on a worked example: gold {a b c} {d e f g}, given {a b} {c d} {e f g}.
func TestScores(t *testing.T) {
	gold := []string{"1", "1", "1", "2", "2", "2", "2"}
	system := []string{"x", "x", "y", "y", "z", "z", "z"}
	var b, m, c counts
	b.bCubed(gold, system)
	m.muc(gold, system)
	c.ceaf(gold, system)
	for _, check := range []struct {
		name      string
		got, want float64
	}{
		{"B³ precision", b.precisionUp / b.precisionDown, (2 + 2*0.5 + 3) / 7.0},
		{"B³ recall", b.recallUp / b.recallDown, (2*2.0/3 + 1.0/3 + 1.0/4 + 3*3.0/4) / 7},
		{"MUC precision", m.precisionUp / m.precisionDown, 3.0 / 4},
		{"MUC recall", m.recallUp / m.recallDown, 3.0 / 5},
		{"CEAF-e precision", c.precisionUp / c.precisionDown, (4.0/5 + 6.0/7) / 3},
		{"CEAF-e recall", c.recallUp / c.recallDown, (4.0/5 + 6.0/7) / 2},
	} {
		if math.Abs(check.got-check.want) > 1e-9 {
			t.Errorf("%s is %.4f, by hand %.4f", check.name, check.got, check.want)
		}
	}
}
