package check

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/waqai/waqai/export"
	"github.com/waqai/waqai/schemas"
)

// The test program is its own child.
const childVariable = "WAQAI_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(childVariable) {
	case "":
		os.Exit(m.Run())
	case "sleep":
		time.Sleep(time.Minute)
	case "greedy":
		limitMemory(1 << 30)
		var kept [][]byte
		for range 64 {
			kept = append(kept, bytes.Repeat([]byte{1}, 256<<20))
		}
		fmt.Println(len(kept))
	default:
		if err := DeepChild(os.Args[1], os.Args[2], os.Stdout); err != nil {
			os.Exit(1)
		}
	}
	os.Exit(0)
}

func deep(t *testing.T) Options {
	t.Setenv(childVariable, "read")
	return Options{Deep: true, Child: []string{os.Args[0]}}
}

const program = "9.9.9"

// dataset is sound rows of a few documents, in Arabic.
func dataset(documents int) []*schemas.Batch {
	const sentence = "وصل الوفد التجاري إلى الميناء صباح الثلاثاء."
	const trigger = "وصل"
	runes := int32(utf8.RuneCountInString(sentence))
	digest := sha256.Sum256([]byte(sentence))
	var (
		docs         []schemas.Document
		events       []schemas.Event
		participants []schemas.Participant
		timexes      []schemas.Timex
		timelines    []schemas.Timeline
		members      []schemas.TimelineMember
	)
	for i := range documents {
		id := fmt.Sprint("d", i)
		day := schemas.Day(19570 + i%400)
		docs = append(docs, schemas.Document{
			DocumentID: id, Title: "=وصول", Language: "ar", Characters: runes, Sentences: 1, Events: 2, Timexes: 1, Text: sentence,
			PublishedDate: schemas.Some(day), PublishedBasis: "document", TextSHA256: hex.EncodeToString(digest[:]), SchemaVersion: schemas.Version, ProgramVersion: program,
		})
		who := schemas.EventParticipant{Name: "الوفد", Role: "agent", Start: 4, End: 9, Text: "الوفد", EntityType: "group"}
		plover, quad := schemas.Plover("arrive", "actual")
		event := schemas.Event{
			EventID: "e" + id, DocumentID: id, Language: "ar", Sentence: sentence, Trigger: trigger, SpanStart: 0, SpanEnd: 3, Kind: "arrive", Plover: plover, PloverQuad: quad,
			Status: "actual", Participants: []schemas.EventParticipant{who}, Confidence: 0.5, SchemaVersion: schemas.Version, ProgramVersion: program,
			When: schemas.When{
				DateStart: schemas.Some(day), DateEnd: schemas.Some(day), Granularity: "day", TimexValue: "2023-08-08", EDTF: "2023-08-08", Basis: "relative", Certainty: "exact",
			},
			Where: schemas.Where{Place: "الميناء", Country: "IQ", Latitude: schemas.Some(30.5), Longitude: schemas.Some(47.8)},
		}
		again := event
		again.EventID, again.SameAs = "f"+id, event.EventID
		if i%2 == 0 {
			again.Quantities = []schemas.EventQuantity{{Value: 3, Unit: "person", Text: "وصل", Start: 0, End: 3}}
			again.When, again.Where, again.Participants = schemas.When{}, schemas.Where{}, nil
		}
		events = append(events, event, again)
		participants = append(participants, schemas.Participant{EventID: event.EventID, DocumentID: id, EventParticipant: who})
		timexes = append(timexes, schemas.Timex{TimexID: "t" + id, DocumentID: id, Text: "صباح", SpanStart: 30, SpanEnd: 34, Type: "TIME", Value: "2023-08-08TMO"})
		timelines = append(timelines, schemas.Timeline{
			TimelineID: "w" + id, Kind: "arrive", Plover: plover, Status: "actual", Headline: "- وصول", Language: "ar", NMentions: 1, NDocuments: 1, NPublishers: 1,
			Sources:       []schemas.TimelineSource{{DocumentID: id, EventID: event.EventID, Language: "ar", Sentence: sentence, SpanStart: 0, SpanEnd: 3}},
			SchemaVersion: schemas.Version, ProgramVersion: program,
		})
		members = append(members, schemas.TimelineMember{TimelineID: "w" + id, EventID: event.EventID, Reason: "first", Score: 1, KeptDate: true})
	}
	return slices.Concat(schemas.Chunks(docs), schemas.Chunks(events), schemas.Chunks(participants), schemas.Chunks(timexes), schemas.Chunks(timelines), schemas.Chunks(members))
}

var tables = []*schemas.Table{
	schemas.Documents, schemas.Events, schemas.Participants, schemas.Timexes, schemas.Timelines, schemas.TimelineMembers, schemas.Tombstones,
}

func write(t *testing.T, format export.Format, options export.Options, batches []*schemas.Batch) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data")
	d, err := export.CreateDataset(path, format, options, tables...)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Abort()
	for _, b := range batches {
		if err := d.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	return path
}

// Sound datasets pass in every format, deep where there is depth, and alone as files.
func TestSound(t *testing.T) {
	options := deep(t)
	for _, format := range export.Formats {
		for _, o := range []export.Options{{}, {CSVUnguarded: true, CSVExcel: true}} {
			path := write(t, format, o, dataset(60))
			report, err := Check(path, options)
			if err != nil || !report.OK() {
				t.Fatalf("%s: %v %v", format.Name, err, report.Violations)
			}
			if len(report.Files) != len(tables)+1 {
				t.Errorf("%s: %d files", format.Name, len(report.Files))
			}
			for _, f := range report.Files {
				if !f.Sealed || f.Deep != (format.Name == "parquet") {
					t.Errorf("%s: %+v", format.Name, f)
				}
			}
			alone := options
			alone.Export = o
			report, err = Check(filepath.Join(path, "events"+format.Extensions[0]), alone)
			if err != nil || !report.OK() || report.Files[0].Rows != 120 || report.Files[0].Sealed != (format.Name == "parquet") {
				t.Errorf("%s alone: %v %+v", format.Name, err, report)
			}
		}
	}
}

// Each rule of the rows is broken once, and that rule is told.
func TestRules(t *testing.T) {
	change := map[string]func(*schemas.Event){
		"unique":              func(e *schemas.Event) { e.EventID = "ed1" },
		"enum kind":           func(e *schemas.Event) { e.Kind = "xyz" },
		"enum role":           func(e *schemas.Event) { e.Participants[0].Role = "boss" },
		"date":                func(e *schemas.Event) { e.DateEnd.Value-- },
		"confidence":          func(e *schemas.Event) { e.Confidence = 1.5 },
		"span":                func(e *schemas.Event) { e.SpanEnd = 3000 },
		"span length":         func(e *schemas.Event) { e.SpanEnd++ },
		"trigger":             func(e *schemas.Event) { e.SpanStart++; e.SpanEnd++ },
		"reference documents": func(e *schemas.Event) { e.DocumentID = "d99" },
		"reference events":    func(e *schemas.Event) { e.SameAs = "nobody" },
		"coordinates":         func(e *schemas.Event) { e.Latitude.Value = 91 },
		"country":             func(e *schemas.Event) { e.Country = "Iraq" },
		"plover":              func(e *schemas.Event) { e.Plover = "AID" },
		"dated":               func(e *schemas.Event) { e.Basis = "" },
		"clock": func(e *schemas.Event) {
			e.StartLocal, e.EndLocal = schemas.Some(schemas.LocalTime(2)), schemas.Some(schemas.LocalTime(1))
		},
		"participant length": func(e *schemas.Event) { e.Participants[0].Text = "x" },
	}
	parquet, _ := export.Named("parquet")
	for rule, breaks := range change {
		batches := dataset(5)
		for _, b := range batches {
			if events, ok := schemas.Rows[schemas.Event](b); ok {
				breaks(&events[4])
			}
		}
		report, err := Check(write(t, parquet, export.Options{}, batches), Options{})
		if err != nil || !slices.ContainsFunc(report.Violations, func(v Violation) bool { return v.Rule == rule && v.File == "events.parquet" }) {
			t.Errorf("%s: %v %v", rule, err, report.Violations)
		}
	}
}

// Any byte that is changed in a Parquet file, alone, is reported; so is any in any file of a dataset.
func TestFlips(t *testing.T) {
	flips := 2000
	if testing.Short() {
		flips = 200
	}
	random := rand.New(rand.NewPCG(1, 2))
	parquet, _ := export.Named("parquet")
	folder := write(t, parquet, export.Options{Metadata: map[string]string{export.MetadataVersion: program}}, dataset(20))
	damaged := filepath.Join(t.TempDir(), "events.parquet")
	whole, err := os.ReadFile(filepath.Join(folder, "events.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	for range flips {
		data := bytes.Clone(whole)
		at, change := random.IntN(len(data)), byte(1+random.IntN(255))
		data[at] ^= change
		if err := os.WriteFile(damaged, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if report, err := Check(damaged, Options{}); err == nil && report.OK() {
			t.Errorf("byte %d of %d changed by %#x: passed", at, len(data), change)
		}
	}
	for _, format := range export.Formats {
		folder := write(t, format, export.Options{}, dataset(5))
		for _, name := range []string{"events" + format.Extensions[0], "documents" + format.Extensions[0], export.PackageFile} {
			path := filepath.Join(folder, name)
			whole, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for range flips / 40 {
				data := bytes.Clone(whole)
				at, change := random.IntN(len(data)), byte(1+random.IntN(255))
				data[at] ^= change
				if err := os.WriteFile(path, data, 0o600); err != nil {
					t.Fatal(err)
				}
				if report, err := Check(folder, Options{}); err == nil && report.OK() {
					t.Errorf("%s: byte %d of %d changed by %#x: passed", name, at, len(data), change)
				}
			}
			if err := os.WriteFile(path, whole, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A file that is cut short, or that lost its neighbour, is reported.
func TestMissing(t *testing.T) {
	for _, format := range export.Formats {
		folder := write(t, format, export.Options{}, dataset(5))
		events := filepath.Join(folder, "events"+format.Extensions[0])
		whole, err := os.ReadFile(events)
		if err != nil {
			t.Fatal(err)
		}
		for _, length := range []int{0, 1, len(whole) / 2, len(whole) - 1} {
			if err := os.WriteFile(events, whole[:length], 0o600); err != nil {
				t.Fatal(err)
			}
			if report, err := Check(folder, Options{}); err == nil && report.OK() {
				t.Errorf("%s cut to %d bytes: passed", format.Name, length)
			}
		}
		os.Remove(events)
		if report, err := Check(folder, Options{}); err == nil && report.OK() {
			t.Errorf("%s: no events: passed", format.Name)
		}
	}
}

// The second reader is not fooled by a seal that was put on anew: damage of values shows in sums or in what it cannot read.
func TestDeepDamage(t *testing.T) {
	options := deep(t)
	parquet, _ := export.Named("parquet")
	folder := write(t, parquet, export.Options{}, dataset(20))
	path := filepath.Join(folder, "events.parquet")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		data := bytes.Clone(whole)
		data[4+random.IntN(len(data)/2)] ^= 0x55 // pages
		damaged := filepath.Join(t.TempDir(), "events.parquet")
		if err := os.WriteFile(damaged, data, 0o600); err != nil {
			t.Fatal(err)
		}
		report, err := Check(damaged, options)
		if err != nil || report.OK() {
			t.Errorf("passed: %v", err)
		}
	}
}

func TestChildLimits(t *testing.T) {
	parquet, _ := export.Named("parquet")
	path := filepath.Join(write(t, parquet, export.Options{}, dataset(5)), "events.parquet")
	for child, want := range map[string]string{"sleep": "did not end within", "greedy": "broke off"} {
		t.Setenv(childVariable, child)
		limit := 2 * time.Second
		if child == "greedy" {
			limit = time.Minute
		}
		begun := time.Now()
		report, err := Check(path, Options{Deep: true, Child: []string{os.Args[0]}, TimeLimit: limit})
		if err != nil || report.OK() || !strings.Contains(report.Violations[0].Problem, want) {
			t.Errorf("%s: %v %v", child, err, report.Violations)
		}
		if took := time.Since(begun); took > limit+20*time.Second {
			t.Errorf("%s took %s", child, took)
		}
	}
}

// More rows than a row group holds, and than the second reader reads at once.
func TestManyRows(t *testing.T) {
	options := deep(t)
	parquet, _ := export.Named("parquet")
	const rows = 122880 + 8192 + 3
	members := make([]schemas.TimelineMember, rows)
	for i := range members {
		members[i] = schemas.TimelineMember{TimelineID: fmt.Sprint("w", i/7), EventID: fmt.Sprint("e", i), Reason: "same day", Score: float32(i%100) / 100, KeptDate: i%7 == 0}
	}
	path := filepath.Join(t.TempDir(), "members.parquet")
	if err := export.WriteTable(path, parquet, schemas.TimelineMembers, export.Options{}, schemas.Chunks(members)...); err != nil {
		t.Fatal(err)
	}
	report, err := Check(path, options)
	if err != nil || !report.OK() || report.Files[0].Rows != rows || !report.Files[0].Deep {
		t.Errorf("%v %+v", err, report)
	}
}
