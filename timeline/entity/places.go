package entity

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// placesTable is the gazetteer: GeoNames (CC-BY-4.0) joined with names in three languages, and places written by hand; see its first lines.
//
//go:embed data/places.tsv
var placesTable string

// addPlaces interns the names that a language has for the places of the gazetteer. Of places that share a name the most populous is meant.
func (r *Recognizer) addPlaces(code string, builder *text.Builder) error {
	table, err := lang.ParseTable("entity/data/places.tsv", placesTable)
	if err != nil {
		return err
	}
	name, variants, features := table.Column("name_"+code), table.Column("variants"), table.Column("features")
	kind, country, english := table.Column("kind"), table.Column("country"), table.Column("name_en")
	latitude, longitude, population := table.Column("latitude"), table.Column("longitude"), table.Column("population")
	if name < 0 {
		return nil
	}
	common := "common_" + code
	for _, row := range table.Rows {
		spelling := row.Cell(name)
		if spelling == "" {
			continue
		}
		people, _ := strconv.Atoi(row.Cell(population))
		rec := record{
			role: roleName, kind: Place, id: row.Cells[0], name: row.Cell(english), local: spelling, country: row.Cell(country), weight: people,
			common: slices.Contains(strings.Fields(row.Cell(features)), common),
		}
		if rec.name == "" {
			rec.name = spelling
		}
		switch row.Cell(kind) {
		case "region", "governorate", "water": // named more often than a town of the same name
			rec.weight += 1 << 20
		}
		if row.Cell(kind) == "capital" {
			rec.weight += 1 << 30
		}
		if rec.hasPoint, err = point(row, row.Cell(latitude), row.Cell(longitude), &rec); err != nil {
			return err
		}
		if err := r.addNames(builder, row, rec, spelling, variantsOf(row.Cell(variants), code)); err != nil {
			return err
		}
	}
	return nil
}

// variantsOf keeps the variants in a language's script: the column holds those of all languages.
func variantsOf(cell, code string) string {
	var kept []string
	for spelling := range strings.SplitSeq(cell, "|") {
		if spelling != "" && (spelling[0] < 0x80) == (code == "en") {
			kept = append(kept, spelling)
		}
	}
	return strings.Join(kept, "|")
}
