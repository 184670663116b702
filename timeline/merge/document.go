package merge

import (
	"slices"
	"strings"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/text"
)

// document is one article of the mentions. Near-duplicates, which is how agency copy travels, share an origin: they count as one document of one
// publisher, the earliest.
type document struct {
	id        string
	publisher string
	published int32
	dated     bool
	origin    *document // itself, or the earliest near-duplicate
	sketch    sketch
	words     int
	topics    []key // names of people, organisations and places, and words of the title: sorted
	foremost  []key // the few of them that it names most
}

const (
	bands       = 16 // of the sketch: documents that agree in one are compared
	inBand      = 3
	shingle     = 4   // words
	leastWords  = 24  // below, chance makes texts equal
	copied      = 0.6 // share of equal minima above which one is a copy: about as large a share of shingles in common
	sketchSize  = bands * inBand
	manyInABand = 64 // documents of one band that are compared; more of them are one text many times over
)

// sketch is MinHash: the least value of each of a family of hashes over the shingles of the text. The share of equal minima estimates the share
// of shingles that two texts have in common.
type sketch [sketchSize]uint64

// sketchOf reads the sentences that the rows of a document carry, so that it is the same from articles and from a dataset.
func sketchOf(events []*schemas.Event, read *reading) (s sketch, words int) {
	for i := range s {
		s[i] = ^uint64(0)
	}
	var seen []int32
	var window []string
	for _, e := range events {
		if slices.Contains(seen, e.SentenceNumber) {
			continue
		}
		seen = append(seen, e.SentenceNumber)
		window = window[:0]
		for word := range strings.FieldsSeq(read.fold(e.Sentence)) {
			words++
			if window = append(window, word); len(window) < shingle {
				continue
			}
			h := uint64(hash(window[len(window)-shingle:]...))
			for i := range s {
				s[i] = min(s[i], mix(h+uint64(i)*0x9e3779b97f4a7c15))
			}
		}
	}
	return s, words
}

// mix is the finalizer of SplitMix64.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func (s *sketch) share(other *sketch) float32 {
	equal := 0
	for i := range s {
		if s[i] == other[i] {
			equal++
		}
	}
	return float32(equal) / sketchSize
}

// library knows the documents seen, in order of publication.
type library struct {
	byID  map[string]*document
	bands map[uint64][]*document
}

func newLibrary() *library {
	return &library{byID: map[string]*document{}, bands: map[uint64][]*document{}}
}

// add takes in a document by its rows, and finds whether it is a copy of an earlier one.
func (l *library) add(events []*schemas.Event, read *reading) *document {
	first := events[0]
	if known := l.byID[first.DocumentID]; known != nil {
		return known
	}
	d := &document{id: first.DocumentID, publisher: text.Fold(first.Publisher), published: int32(first.PublishedDate.Value), dated: first.PublishedDate.Known}
	d.origin = d
	d.sketch, d.words = sketchOf(events, read)
	d.topics, d.foremost = topicsOf(events, read)
	l.byID[d.id] = d
	if d.words < leastWords {
		return d
	}
	best := float32(copied)
	for band := range bands {
		k := mix(uint64(band) + 1)
		for _, minimum := range d.sketch[band*inBand : (band+1)*inBand] {
			k = mix(k ^ minimum)
		}
		for _, other := range l.bands[k] {
			near := !d.dated || !other.dated || d.published-other.published <= copyDays
			if share := d.sketch.share(&other.sketch); near && share >= best {
				best, d.origin = share, other.origin
			}
		}
		if len(l.bands[k]) < manyInABand {
			l.bands[k] = append(l.bands[k], d)
		}
	}
	return d
}

// foremostTopics is how many names of a document its mentions are also blocked by.
const foremostTopics = 4

// topicsOf collects what a document is about: reports of one story name the same people and places, in any language.
func topicsOf(events []*schemas.Event, read *reading) (all, foremost []key) {
	count := map[key]int{}
	note := func(name string) {
		for _, word := range read.skeleton(name) {
			if len(word) > 1 {
				count[hash("topic", word)]++
			}
		}
	}
	for _, e := range events {
		for i := range e.Participants {
			switch e.Participants[i].EntityType {
			case "person", "organisation", "place", "country":
				note(e.Participants[i].Name)
			}
		}
		note(e.Place)
	}
	note(events[0].Title)
	for k := range count {
		all = append(all, k)
	}
	slices.Sort(all)
	foremost = slices.Clone(all)
	slices.SortStableFunc(foremost, func(a, b key) int { return count[b] - count[a] })
	return all, foremost[:min(len(foremost), foremostTopics)]
}

// kin is the share of topics that two documents have in common, of the smaller list; one in common is chance.
func (d *document) kin(other *document) float32 {
	if d == other {
		return 1
	}
	both := 0
	for i, k := 0, 0; i < len(d.topics) && k < len(other.topics); {
		switch {
		case d.topics[i] < other.topics[k]:
			i++
		case d.topics[i] > other.topics[k]:
			k++
		default:
			both++
			i++
			k++
		}
	}
	if both < 2 {
		return 0
	}
	return min(1, 1.5*float32(both)/float32(min(len(d.topics), len(other.topics))))
}

// copyDays is how long after the first a text still counts as its copy; later it is an anniversary's reprint, or a form letter.
const copyDays = 30

// voice is who stands behind a document for counting: the publisher of the origin, or the origin itself where it names none.
func (d *document) voice() string {
	if d.origin.publisher != "" {
		return "p:" + d.origin.publisher
	}
	return "d:" + d.origin.id
}
