package entity

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/waqai/waqai/timeline/internal/langtest"
	"github.com/waqai/waqai/timeline/lang"
)

// nameTables are the tables of names that each language has; a word stands once in each.
var nameTables = []string{
	"countries", "demonyms", "offices", "titles", "organisations", "organisation_heads", "people", "groups", "given_names", "family_names",
	"name_particles", "portfolios", "place_heads",
}

func TestNameTablesHoldEachWordOnceAndFullRows(t *testing.T) {
	for _, code := range []string{"ar", "en", "fa"} {
		pack, builder := langtest.Open(t, code)
		for _, name := range nameTables {
			table, err := pack.Table(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(table.Rows) == 0 {
				t.Errorf("lang/%s/lexicon/%s.tsv has no rows", code, name)
			}
			seen := map[string]int{}
			for _, row := range table.Rows {
				if len(row.Cells) != len(table.Columns) {
					t.Errorf("%s:%d: %d cells, the header has %d", row.File, row.Line, len(row.Cells), len(table.Columns))
				}
				normal := builder.Normal(row.Cells[0])
				if first := seen[normal]; first != 0 {
					t.Errorf("%s:%d: %q stands in line %d already", row.File, row.Line, row.Cells[0], first)
				}
				seen[normal] = row.Line
			}
		}
	}
}

func TestPlacesHaveIdsPointsAndNames(t *testing.T) {
	file := filepath.Join("data", "places.tsv")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	table, err := lang.ParseTable(file, string(data))
	if err != nil {
		t.Fatal(err)
	}
	country := regexp.MustCompile(`^([A-Z]{2})?$`)
	kinds := map[string]bool{}
	for _, kind := range []string{
		"capital", "city", "town", "district", "governorate", "region", "continent", "water", "island", "mountain", "crossing", "airport",
		"port", "base", "camp", "holy", "square", "street", "dam", "field", "site",
	} {
		kinds[kind] = true
	}
	seen := map[string]int{}
	column := func(name string) int {
		if i := table.Column(name); i >= 0 {
			return i
		}
		t.Fatalf("%s: no column %s", file, name)
		return -1
	}
	kind, latitude, longitude, ar, fa, en := column("kind"), column("latitude"), column("longitude"), column("name_ar"), column("name_fa"), column("name_en")
	for _, row := range table.Rows {
		if first := seen[row.Cells[0]]; first != 0 {
			t.Errorf("%s:%d: id %s stands in line %d already", file, row.Line, row.Cells[0], first)
		}
		seen[row.Cells[0]] = row.Line
		if len(row.Cells) != len(table.Columns) {
			t.Errorf("%s:%d: %d cells, the header has %d", file, row.Line, len(row.Cells), len(table.Columns))
		}
		if !kinds[row.Cell(kind)] || !country.MatchString(row.Cell(column("country"))) {
			t.Errorf("%s:%d: kind %q, country %q", file, row.Line, row.Cell(kind), row.Cell(column("country")))
		}
		if row.Cell(en) == "" || row.Cell(ar)+row.Cell(fa)+row.Cell(en) == "" {
			t.Errorf("%s:%d: no name", file, row.Line)
		}
		if row.Cell(latitude) == "" && row.Cell(longitude) == "" {
			continue
		}
		for i, limit := range map[int]float64{latitude: 90, longitude: 180} {
			degrees, err := strconv.ParseFloat(row.Cell(i), 64)
			if err != nil || degrees < -limit || degrees > limit {
				t.Errorf("%s:%d: %q is no angle", file, row.Line, row.Cell(i))
			}
		}
	}
	if len(seen) < 10000 {
		t.Errorf("%d places: the table is cut short", len(seen))
	}
}
