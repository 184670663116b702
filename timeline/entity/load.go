package entity

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// role of a word or phrase in a description.
type role uint16

const (
	roleName      role = 1 << iota // names its entity by itself
	roleOffice                     // minister, president: a person follows or is meant
	roleTitle                      // Dr, Sheikh: a name follows
	roleHead                       // ministry, party, company: begins an organisation's name
	roleDemonym                    // Iraqi
	roleGiven                      // a given name
	roleFamily                     // a family name: goes on a name, begins none
	roleLink                       // bin, al, von: inside a name
	roleGroup                      // protesters, residents, sources
	rolePlaceHead                  // city, governorate, province: a place's name follows
	roleTail                       // Corp, University: ends an organisation's name of capitalised words
	rolePortfolio                  // foreign affairs, defence: what a minister is of
)

// particles are the words that join a description to what it is of, where a language has them.
type particles struct {
	genitive map[text.WordID]bool // of
	articles map[text.WordID]bool // the
	locative map[text.WordID]bool // in
	toward   map[text.WordID]bool // to, at, for
}

// loadParticles reads them.
func loadParticles(builder *text.Builder) (particles, error) {
	p := particles{map[text.WordID]bool{}, map[text.WordID]bool{}, map[text.WordID]bool{}, map[text.WordID]bool{}}
	err := builder.Particles(func(id text.WordID, feature string) {
		switch feature {
		case "of":
			p.genitive[id] = true
		case "def":
			p.articles[id] = true
		case "loc":
			p.locative[id] = true
		case "to", "at", "for":
			p.toward[id] = true
		}
	})
	return p, err
}

// record is what the tables say about a phrase.
type record struct {
	local     string // the name in the language of the tables, by which it is shown
	role      role
	kind      Type
	name      string // canonical
	id        string
	country   string
	latitude  float64
	longitude float64
	hasPoint  bool
	common    bool // also a common word: a name only beside other names
	weight    int  // population or rank: decides between places of one name
}

// phrases is a trie of word ids: how multi-word names are found in one walk.
type phrases struct {
	first   []int32 // WordID → node of one-word prefixes; 0 none
	next    map[uint64]int32
	inside  map[text.WordID]bool // words that stand behind the first of a phrase
	records [][]record           // by node
}

func newPhrases() *phrases {
	return &phrases{next: map[uint64]int32{}, inside: map[text.WordID]bool{}, records: make([][]record, 1)}
}

func edge(node int32, word text.WordID) uint64 { return uint64(node)<<32 | uint64(uint32(word)) }

func (p *phrases) add(words []text.WordID, r record) {
	node := int32(0)
	for _, word := range words {
		key := edge(node, word)
		following, known := p.next[key]
		if !known {
			following = int32(len(p.records))
			p.records = append(p.records, nil)
			p.next[key] = following
		}
		node = following
	}
	p.records[node] = append(p.records[node], r)
}

// freeze makes the first step an array look-up: it is taken for every word of every text.
func (p *phrases) freeze() {
	for key, node := range p.next {
		if key>>32 != 0 {
			p.inside[text.WordID(int32(uint32(key)))] = true
			continue
		}
		word := int(int32(uint32(key)))
		if word < 0 { // marks and numbers have ids below zero; no name begins with one
			continue
		}
		for len(p.first) <= word {
			p.first = append(p.first, make([]int32, word+1-len(p.first))...)
		}
		p.first[word] = node
	}
}

// table says how the rows of one lexicon table become records.
type table struct {
	name string
	role role
	kind Type
}

var tables = []table{
	{"countries", roleName, Country},
	{"demonyms", roleDemonym, ""},
	{"offices", roleOffice, Person},
	{"titles", roleTitle, Person},
	{"organisations", roleName, Organisation},
	{"organisation_heads", roleHead, Organisation},
	{"places", roleName, Place},
	{"place_heads", rolePlaceHead, Place},
	{"people", roleName, Person},
	{"groups", roleGroup, Group},
	{"given_names", roleGiven, Person},
	{"family_names", roleFamily, Person},
	{"name_particles", roleLink, ""},
	{"portfolios", rolePortfolio, ""},
	{"organisation_tails", roleTail, Organisation},
}

// Load interns the name tables of a language, the gazetteer of places, and the user's own files.
func Load(pack *lang.Pack, builder *text.Builder, gazetteers ...string) (*Recognizer, error) {
	profile, err := pack.Profile()
	if err != nil {
		return nil, err
	}
	r := &Recognizer{phrases: newPhrases(), feminine: profile["feminine"], joinedArticle: profile["articles"] == "joined", oneFamily: profile["family_words"] == "one"}
	if form := profile["family_form"]; form != "" {
		var parted bool
		if r.family.begin, r.family.end, parted = strings.Cut(form, "…"); !parted || r.family.end == "" {
			return nil, fmt.Errorf("lang/%s/profile.tsv: family_form %q: write begin…end, the end not empty", pack.Code, form)
		}
	}
	if r.particles, err = loadParticles(builder); err != nil {
		return nil, err
	}
	for _, t := range tables {
		read, err := pack.Table(t.name)
		if err != nil {
			return nil, err
		}
		if err := r.addTable(builder, t, read); err != nil {
			return nil, err
		}
	}
	if err := r.addPlaces(pack.Code, builder); err != nil {
		return nil, err
	}
	for _, file := range gazetteers {
		if err := r.addGazetteer(builder, file); err != nil {
			return nil, err
		}
	}
	r.phrases.freeze()
	r.slot = builder.Note(r.phrases.note)
	return r, nil
}

// What the recognizer notes of a word.
const (
	noteFirst  uint16 = 1 << iota // a phrase of the tables may begin with it
	noteInside                    // or go on with it
)

func (p *phrases) note(word *text.Word) uint16 {
	var note uint16
	look := func(id text.WordID) {
		if id > 0 && int(id) < len(p.first) && p.first[id] != 0 {
			note |= noteFirst
		}
		if p.inside[id] {
			note |= noteInside
		}
	}
	look(word.Exact)
	for i := range word.Analyses {
		look(word.Analyses[i].Lemma)
	}
	return note
}

func (r *Recognizer) addTable(builder *text.Builder, t table, read *lang.Table) error {
	column := map[string]int{}
	for _, name := range []string{"variants", "id", "country", "type", "name", "name_en", "features", "plural", "iso"} {
		column[name] = read.Column(name)
	}
	for _, row := range read.Rows {
		rec := record{role: t.role, kind: t.kind, id: row.Cell(column["id"]), country: row.Cell(column["country"])}
		if iso := row.Cell(column["iso"]); rec.country == "" {
			rec.country = iso
		}
		rec.name = row.Cell(column["name_en"])
		if rec.name == "" {
			rec.name = row.Cell(column["name"])
		}
		if rec.name == "" && t.role&roleName != 0 {
			rec.name = row.Cells[0]
		}
		if t.role&roleName != 0 {
			rec.local = row.Cells[0]
		}
		for feature := range strings.FieldsSeq(row.Cell(column["features"])) {
			rec.common = rec.common || feature == "common"
			if t.role == roleLink && feature == "suffix" { // it ends a name, no word need follow
				rec.role = roleFamily
			}
		}
		cells := []string{row.Cells[0], row.Cell(column["variants"]), row.Cell(column["plural"])}
		if rec.role&(roleOffice|roleTitle) != 0 && r.feminine != "" {
			cells = append(cells, feminineOf(row.Cells[0], r.feminine))
		}
		if err := r.addNames(builder, row, rec, cells...); err != nil {
			return err
		}
	}
	return nil
}

// feminineOf is the feminine of an office: the ending on its first word, whose complement stays as it is.
func feminineOf(office, ending string) string {
	head, rest, more := strings.Cut(office, " ")
	if strings.HasSuffix(head, ending) {
		return ""
	}
	if more {
		rest = " " + rest
	}
	return head + ending + rest
}

// addNames adds a record under each of its spellings; a cell may hold several, with | between.
func (r *Recognizer) addNames(builder *text.Builder, row lang.Row, rec record, cells ...string) error {
	class := text.Proper
	if rec.role&(roleName|roleGiven|roleLink) == 0 {
		class = text.Nominal
	}
	for _, cell := range cells {
		for spelling := range strings.SplitSeq(cell, "|") {
			if spelling = strings.TrimSpace(spelling); spelling == "" {
				continue
			}
			words, err := builder.Phrase(spelling, class)
			if err != nil {
				return row.Errorf("%w", err)
			}
			if len(words) > 0 {
				r.phrases.add(words, rec)
			}
		}
	}
	return nil
}

// addGazetteer reads a user's TSV: name, type (person, organisation, place, group, country), and optionally id, country, latitude, longitude,
// canonical, variants.
func (r *Recognizer) addGazetteer(builder *text.Builder, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("gazetteer: %w", err)
	}
	read, err := lang.ParseTable(file, string(data))
	if err != nil {
		return err
	}
	kind := read.Column("type")
	if read.Columns[0] != "name" || kind < 0 {
		return fmt.Errorf("%s:1: columns %v; the first must be name, and one of them type", file, read.Columns)
	}
	for _, row := range read.Rows {
		rec := record{role: roleName, kind: Type(row.Cell(kind)), id: row.Cell(read.Column("id")), country: row.Cell(read.Column("country"))}
		switch rec.kind {
		case Person, Organisation, Group, Country, Place:
		default:
			return row.Errorf("type %q; write person, organisation, group, country or place", rec.kind)
		}
		if rec.name = row.Cell(read.Column("canonical")); rec.name == "" {
			rec.name = row.Cells[0]
		}
		if rec.hasPoint, err = point(row, row.Cell(read.Column("latitude")), row.Cell(read.Column("longitude")), &rec); err != nil {
			return err
		}
		rec.weight = 1 << 40 // the user's word outranks the tables
		if err := r.addNames(builder, row, rec, row.Cells[0], row.Cell(read.Column("variants"))); err != nil {
			return err
		}
	}
	return nil
}

func point(row lang.Row, latitude, longitude string, rec *record) (bool, error) {
	if latitude == "" && longitude == "" {
		return false, nil
	}
	var err, failed error
	rec.latitude, err = strconv.ParseFloat(latitude, 64)
	rec.longitude, failed = strconv.ParseFloat(longitude, 64)
	if err != nil || failed != nil || rec.latitude < -90 || rec.latitude > 90 || rec.longitude < -180 || rec.longitude > 180 {
		return false, row.Errorf("latitude %q, longitude %q: not degrees; write decimal degrees or leave both empty", latitude, longitude)
	}
	return true, nil
}
