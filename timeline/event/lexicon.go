package event

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// flags are the features of lexicon rows that the engine reads; the names are those in the tables.
type flags uint64

const (
	flagSay      flags = 1 << iota // reports words
	flagLight                      // helps the noun that it governs, which is the event
	flagAux                        // helps the verb behind it
	flagModal                      // wants, can, must: changes the status of what it governs
	flagState                      // being, having, knowing: no event
	flagPassive                    // mostly met in the passive
	flagDocument                   // names a text or a topic; signing or issuing it is the event
	flagGeneral                    // a topic unless the text makes it one event
	flagCounted                    // an event where it is counted: ten dead
	flagOccasion                   // a feast, a pilgrimage
	flagPlan                       // a preparation: what it is for is planned
	flagPlace                      // names a place as well
	flagRole                       // names a person by what he does
	flagTransitive
	flagNonevent      // from nonevents.tsv
	flagSubjectSuffer // subj=patient: who is named as its subject suffers it
	flagObjectCounter // obj=counterpart
	flagObjectGain    // obj=beneficiary
	flagSubjectCounter
	flagPlanned  // status:planned of what it governs
	flagPossible // status:possible
	flagNegated  // status:negated
	flagVerb     // the row is a verb's
	flagNoun     // the row is a noun's
)

var flagNames = map[string]flags{
	"say": flagSay, "light": flagLight, "aux": flagAux, "modal": flagModal, "state": flagState, "passive": flagPassive, "document": flagDocument,
	"general": flagGeneral, "counted": flagCounted, "occasion": flagOccasion, "plan": flagPlan, "place": flagPlace, "role": flagRole,
	"trans": flagTransitive, "subj=patient": flagSubjectSuffer, "obj=counterpart": flagObjectCounter, "obj=beneficiary": flagObjectGain,
	"subj=counterpart": flagSubjectCounter,
	"status:planned":   flagPlanned, "status:possible": flagPossible, "status:negated": flagNegated,
}

// entry is what the trigger tables say about one dictionary word.
type entry struct {
	kind  uint8 // index in Kinds + 1; 0 none
	kinds []uint8
	flags flags
	roles [governors]uint8 // role class of what each preposition governs; 0 where the tables do not say
}

// governors is the most prepositions that the features of a language may name.
const governors = 16

// lexicon is the trigger knowledge of one language.
type lexicon struct {
	entries      []entry    // by entryOf
	entryOf      [2][]int32 // nouns, verbs: WordID → index in entries; 0 is none
	particles    []particle
	collocations map[[2]text.WordID]entry
	pairing      map[text.WordID]bool // first words of these, so that few words are looked up in pairs
	kindIndex    map[Kind]uint8
	articles     bool                     // nouns are written together with their article
	headLast     bool                     // a noun phrase ends with its head: "U.S. troops"
	verbLast     bool                     // a light verb stands behind its noun
	governs      []string                 // the prepositions that features name (b=place): their names
	governing    map[particleFeature]int8 // feature of a particle, or clitic → index in governs + 1
	governOf     map[text.WordID]int8
	spelled      map[string][]text.WordID // rows' spellings → their words, while loading
	units        map[text.WordID]string
	multipliers  map[text.WordID]float64
	numerals     []uint16 // by WordID: the values of number words
	classes      *wordClasses
}

// particle is the set of classes of a function word.
type particle uint32

const (
	particlePreposition particle = 1 << iota
	particleConjunction
	particleNegation
	particleFuture
	particlePerfect
	particleComplement // that: أن, إن
	particleRelative   // who, which
	particleSubordinate
	particleCondition
	particleModal
	particlePronoun
	particleDemonstrative
	particleAuxiliary
	particlePassive
	particleAccording // according to: names a source
	particlePurpose
	particleQuestion
	particleDeterminer
	particleObject
	particleTo // before an infinitive, where a phrase ends with its head
)

var particleNames = map[string]particle{
	"prep": particlePreposition, "conj": particleConjunction, "neg": particleNegation, "future": particleFuture, "fut": particleFuture,
	"perfect": particlePerfect, "perhaps": particleModal, "when": particleSubordinate, "while": particleSubordinate, "since": particleSubordinate, "because": particleSubordinate, "where": particleSubordinate, "source": particleAccording, "ask": particleQuestion, "comp": particleComplement, "rel": particleRelative, "sub": particleSubordinate, "cond": particleCondition,
	"modal": particleModal, "pron": particlePronoun, "dem": particleDemonstrative, "aux": particleAuxiliary, "passive": particlePassive,
	"according": particleAccording, "purpose": particlePurpose, "question": particleQuestion, "det": particleDeterminer, "object": particleObject, "to": particleTo,
}

// loadLexicon interns the trigger tables.
func loadLexicon(pack *lang.Pack, builder *text.Builder) (*lexicon, error) {
	l := &lexicon{entries: make([]entry, 1), spelled: map[string][]text.WordID{}, collocations: map[[2]text.WordID]entry{}, pairing: map[text.WordID]bool{}, kindIndex: map[Kind]uint8{}}
	for i, k := range Kinds {
		l.kindIndex[k] = uint8(i + 1)
	}
	if err := l.loadGovernors(pack); err != nil {
		return nil, err
	}
	classes, err := pack.Model("classes")
	if err != nil {
		return nil, err
	}
	if l.classes, err = readWordClasses(classes.Name, classes.Data); err != nil {
		return nil, err
	}
	l.classes.slot = builder.Note(l.classes.note)
	entryOf := [2]map[text.WordID]int32{{}, {}}
	add := func(part int, id text.WordID, row entry) {
		at, known := entryOf[part][id]
		if !known {
			at = int32(len(l.entries))
			l.entries = append(l.entries, entry{})
			entryOf[part][id] = at
		}
		e := &l.entries[at]
		if row.kind != 0 {
			if e.kind == 0 {
				e.kind = row.kind
			}
			if !slices.Contains(e.kinds, row.kind) {
				e.kinds = append(e.kinds, row.kind)
			}
		}
		e.flags |= row.flags
		for i, role := range row.roles {
			if role != 0 {
				e.roles[i] = role
			}
		}
	}
	for _, source := range []struct {
		table string
		class text.Class
		flag  flags
	}{{"verbs", text.Verbal, flagVerb}, {"nouns", text.Nominal, flagNoun}, {"nonevents", text.Nominal, flagNonevent}} {
		table, err := pack.Table(source.table)
		if err != nil {
			return nil, err
		}
		kind, features := table.Column("kind"), table.Column("features")
		for _, row := range table.Rows {
			parsed, err := l.parse(row, row.Cell(kind), row.Cell(features))
			if err != nil {
				return nil, err
			}
			parsed.flags |= source.flag
			if !strings.Contains(row.Cells[0], " ") {
				id, err := builder.Intern(row.Cells[0], source.class)
				if err != nil {
					return nil, row.Errorf("%w", err)
				}
				part := partNoun
				if source.flag == flagVerb {
					part = partVerb
				}
				add(part, id, parsed)
				for _, spelling := range slices.Compact([]string{row.Cells[0], unmarked(row.Cells[0])}) {
					l.spelled[spelling] = append(l.spelled[spelling], id)
				}
				continue
			}
			ids, err := builder.Phrase(row.Cells[0], source.class)
			if err != nil {
				return nil, row.Errorf("%w", err)
			}
			// a compound (Persian دیدار کردن): its nominal part is the event, its verb is light
			l.collocations[[2]text.WordID{ids[len(ids)-1], ids[0]}] = parsed
			l.pairing[ids[len(ids)-1]] = true
		}
	}
	if err := l.loadCollocations(pack, builder); err != nil {
		return nil, err
	}
	if err := l.loadMeasures(pack, builder); err != nil {
		return nil, err
	}
	if err := l.loadNumerals(pack, builder); err != nil {
		return nil, err
	}
	found := map[text.WordID]particle{}
	err = builder.Particles(func(id text.WordID, feature string) {
		if set := particleNames[feature]; set != particleTo || l.headLast {
			found[id] |= set
		}
		if at := l.governing[particleFeature(feature)]; at > 0 {
			l.governOf[id] = at
		}
	})
	if err != nil {
		return nil, err
	}
	largest := text.WordID(0)
	for id := range found {
		largest = max(largest, id)
	}
	l.particles = make([]particle, largest+1)
	for part := range entryOf {
		largest := text.WordID(0)
		for id := range entryOf[part] {
			largest = max(largest, id)
		}
		l.entryOf[part] = make([]int32, largest+1)
		for id, at := range entryOf[part] {
			l.entryOf[part][id] = at
		}
	}
	for id, set := range found {
		l.particles[id] = set
	}
	return l, nil
}

func (l *lexicon) loadCollocations(pack *lang.Pack, builder *text.Builder) error {
	table, err := pack.Table("collocations")
	if err != nil {
		return err
	}
	with, kind, features := table.Column("with"), table.Column("kind"), table.Column("features")
	for _, row := range table.Rows {
		parsed, err := l.parse(row, row.Cell(kind), row.Cell(features))
		if err != nil {
			return err
		}
		heads, err := l.ids(builder, row, row.Cells[0])
		if err != nil {
			return err
		}
		others, err := l.ids(builder, row, row.Cell(with))
		if err != nil {
			return err
		}
		for _, head := range heads {
			for _, other := range others {
				l.collocations[[2]text.WordID{head, other}] = parsed
				l.pairing[head] = true
			}
		}
	}
	return nil
}

// unmarked is a spelling without its marks, as articles write it: وقّع (sign) and وقع (happen) are one.
func unmarked(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, word)
}

// ids are the dictionary words of a spelling: those of the trigger tables that are written so, else a word of its own.
func (l *lexicon) ids(builder *text.Builder, row lang.Row, spelling string) ([]text.WordID, error) {
	if known := l.spelled[spelling]; len(known) > 0 {
		return known, nil
	}
	ids, err := builder.Phrase(spelling, text.Nominal)
	if err != nil || len(ids) == 0 {
		return nil, row.Errorf("%q: no word; write the dictionary word (%v)", spelling, err)
	}
	return ids[:1], nil
}

// loadMeasures reads what numbers count: units with their canonical name, and multipliers (million).
func (l *lexicon) loadMeasures(pack *lang.Pack, builder *text.Builder) error {
	l.units, l.multipliers = map[text.WordID]string{}, map[text.WordID]float64{}
	table, err := pack.Table("measures")
	if err != nil {
		return err
	}
	unit, factor := table.Column("unit"), table.Column("factor")
	for _, row := range table.Rows {
		id, err := builder.Intern(row.Cells[0], text.Nominal)
		if err != nil {
			return row.Errorf("%w", err)
		}
		if name := row.Cell(unit); name != "" {
			l.units[id] = name
			continue
		}
		if l.multipliers[id], err = strconv.ParseFloat(row.Cell(factor), 64); err != nil {
			return row.Errorf("neither a unit nor a factor; fill one of the two cells")
		}
	}
	return nil
}

// numeralClasses are the classes of number words that count by themselves; "a", "few" and "half" do not.
var numeralClasses = []string{"small", "ten", "teen", "tens", "hundred", "hundreds", "thousand", "thousands"}

// loadNumerals reads the values of number words.
func (l *lexicon) loadNumerals(pack *lang.Pack, builder *text.Builder) error {
	table, err := pack.Table("numbers")
	if err != nil {
		return err
	}
	class, value := table.Column("class"), table.Column("value")
	for _, row := range table.Rows {
		if !slices.Contains(numeralClasses, row.Cell(class)) || strings.Contains(row.Cells[0], " ") {
			continue
		}
		id, err := builder.Intern(row.Cells[0], text.Fixed)
		if err != nil {
			return row.Errorf("%w", err)
		}
		n, err := strconv.ParseUint(row.Cell(value), 10, 16)
		if err != nil {
			return row.Errorf("value %q is no whole number below 65536", row.Cell(value))
		}
		if int(id) >= len(l.numerals) {
			l.numerals = append(l.numerals, make([]uint16, int(id)+1-len(l.numerals))...)
		}
		l.numerals[id] = uint16(n)
	}
	return nil
}

// numeral is the value of a number word; 0 for another.
func (l *lexicon) numeral(id text.WordID) uint16 {
	if id > 0 && int(id) < len(l.numerals) {
		return l.numerals[id]
	}
	return 0
}

func (l *lexicon) unit(word int) (string, bool) {
	name, known := l.units[text.WordID(word)]
	return name, known
}

func (l *lexicon) multiplier(word int) (float64, bool) {
	factor, known := l.multipliers[text.WordID(word)]
	return factor, known
}

// parse reads the kind and features cells of a row.
func (l *lexicon) parse(row lang.Row, kind, features string) (entry, error) {
	var e entry
	for name := range strings.FieldsFuncSeq(kind, func(r rune) bool { return r == '|' || r == ' ' || r == ',' }) {
		index, known := l.kindIndex[Kind(name)]
		if !known {
			return e, row.Errorf("no kind %q; the kinds are those of the annotation guidelines (%s)", name, kindNames())
		}
		if e.kind == 0 {
			e.kind = index
		}
		e.kinds = append(e.kinds, index)
	}
	for name := range strings.FieldsSeq(features) {
		if flag, known := flagNames[name]; known {
			e.flags |= flag
			continue
		}
		if preposition, role, governed := strings.Cut(name, "="); governed {
			if at := slices.Index(l.governs, preposition); at >= 0 {
				e.roles[at] = roleCodes[role]
			}
		}
	}
	return e, nil
}

// roleCodes are the roles that features give to what a preposition governs: the classes of the role model, and topic.
var roleCodes = map[string]uint8{
	"agent": classAgent, "counterpart": classCounterpart, "patient": classPatient, "beneficiary": classBeneficiary, "place": classPlace, "topic": roleClasses,
}

// particleFeature is a feature of a function word, or +in, +to, +like for a preposition written together with its noun.
type particleFeature string

// loadGovernors reads the profile's row governs: "ila:to b:+in", the name that features use and the feature of the particle that it means.
func (l *lexicon) loadGovernors(pack *lang.Pack) error {
	l.governing, l.governOf = map[particleFeature]int8{}, map[text.WordID]int8{}
	profile, err := pack.Profile()
	if err != nil {
		return err
	}
	l.articles = profile["articles"] == "joined"
	l.headLast = profile["noun_phrase"] == "head last"
	l.verbLast = profile["compound"] == "last"
	for pair := range strings.FieldsSeq(profile["governs"]) {
		name, feature, found := strings.Cut(pair, ":")
		if !found || len(l.governs) == governors {
			return fmt.Errorf("lang/%s/profile.tsv: governs %q: write at most %d pairs as name:feature", pack.Code, pair, governors)
		}
		l.governs = append(l.governs, name)
		l.governing[particleFeature(feature)] = int8(len(l.governs))
	}
	return nil
}

func kindNames() string {
	names := make([]string, len(Kinds))
	for i, k := range Kinds {
		names[i] = string(k)
	}
	return strings.Join(names, " ")
}

// Parts of speech that have entries of their own, since a noun and a verb may share a spelling.
const (
	partNoun = iota
	partVerb
)

// of gives the entry of a reading, the empty one where there is none: a verb's form, its verbal noun among them, has the verb's entry.
func (l *lexicon) of(a *text.Analysis) *entry {
	first, second := partNoun, partVerb
	if a.Part == text.Verb || a.Derivation != text.Finite {
		first, second = partVerb, partNoun
	}
	if at := l.at(first, a.Lemma); at != 0 {
		return &l.entries[at]
	}
	return &l.entries[l.at(second, a.Lemma)]
}

// pairs tells whether a word begins a pair.
func (l *lexicon) pairs(lemma text.WordID) bool { return lemma != 0 && l.pairing[lemma] }

func (l *lexicon) at(part int, id text.WordID) int32 {
	if id > 0 && int(id) < len(l.entryOf[part]) {
		return l.entryOf[part][id]
	}
	return 0
}

func (l *lexicon) particle(id text.WordID) particle {
	if int(id) < len(l.particles) {
		return l.particles[id]
	}
	return 0
}
