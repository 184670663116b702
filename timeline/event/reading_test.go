package event

import "testing"

// TestReadings shows which reading of a word is taken where several are known.
func TestReadings(t *testing.T) {
	finder, analyzer := loadArabic(t)
	for _, test := range []struct {
		source string
		token  int
		lemma  string
		form   form
	}{
		{"هنأ الرئيس نظيره", 0, "هنأ", verbPast},           // no "here", which is spelled otherwise
		{"وعبر الوزير عن أسفه", 0, "عبّر", verbPast},       // what it governs stands behind who says it
		{"وعبر الحدود مر المسافر", 0, "عبر", functionWord}, // nothing that it governs
		{"فقد ثلاثة رجال", 0, "فقد", verbPast},             // "so has" goes before a verb
		{"وأدين المتهم بالقتل", 0, "أدان", verbPast},       // neither several women nor several men
		{"لقي الرجل حتفه", 2, "حتف", eventNoun},
	} {
		read := analyzer.Read(test.source)
		var r reading
		r.read(read, finder.lexicon, nil, nil)
		n := &r.nodes[test.token]
		if lemma := read.Language.Name(n.lemma); lemma != test.lemma || n.form != test.form {
			t.Errorf("%s: word %d read as %q, form %d; want %q, form %d", test.source, test.token, lemma, n.form, test.lemma, test.form)
		}
	}
}
