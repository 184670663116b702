package story

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/calendar"
)

// pageSource is one document with its sentences on an event.
type pageSource struct {
	Language, Publisher, Published, PublishedText string
	PublishedDate                                 int
	Link, Title, Place                            string
	Speakers                                      []string // who says so, where the text attributes it
	Quotes                                        []pageQuote
}

// pageQuote is a sentence, cut at its marks.
type pageQuote struct {
	Language string
	Parts    []part
}

// part is a stretch of a sentence.
type part struct {
	Text string
	Mark bool // the trigger, or the date
	Date bool
}

// sources gives the documents of an event; sentences that tell of it twice stand once, with two marks.
func (b *pageBuilder) sources(e *Entry) []pageSource {
	var all []pageSource
	at := map[string]int{}
	for k := range e.Sources {
		s := &e.Sources[k]
		if at[s.DocumentID] > 0 {
			continue
		}
		var own []*schemas.TimelineSource
		for i := range e.Sources {
			if e.Sources[i].DocumentID == s.DocumentID {
				own = append(own, &e.Sources[i])
			}
		}
		all = append(all, b.source(e, own))
		at[s.DocumentID] = len(all)
	}
	return all
}

func (b *pageBuilder) source(e *Entry, own []*schemas.TimelineSource) pageSource {
	s := own[0]
	one := pageSource{Language: s.Language, Publisher: plain(publisher(s)), Link: safeLink(s.URL), Title: plain(cmp.Or(s.Title, s.URL))}
	if s.PublishedDate.Known {
		one.Published = calendar.Day(s.PublishedDate.Value).String()
		one.PublishedDate, one.PublishedText = b.date(func(w *writer) string { return w.plainDay(s.PublishedDate) })
	}
	slices.SortStableFunc(own, func(a, b *schemas.TimelineSource) int { return cmp.Compare(a.SpanStart, b.SpanStart) })
	var places []string
	for i := 0; i < len(own); {
		last := i + 1
		for last < len(own) && own[last].SentenceStart == own[i].SentenceStart && own[last].Sentence == own[i].Sentence {
			last++
		}
		if cut := parts(own[i:last], e.DateText); len(cut) > 0 {
			one.Quotes = append(one.Quotes, pageQuote{own[i].Language, cut})
		}
		for ; i < last; i++ {
			if speaker := plain(own[i].Source); speaker != "" && !slices.Contains(one.Speakers, speaker) {
				one.Speakers = append(one.Speakers, speaker)
			}
			places = append(places, strconv.Itoa(int(own[i].SpanStart))+"–"+strconv.Itoa(int(own[i].SpanEnd)))
		}
	}
	one.Place = strings.Join(places, ", ")
	return one
}

// parts cuts a sentence at its triggers and at the words of the date: the article's own, else those that the event's date was taken from.
func parts(same []*schemas.TimelineSource, date string) []part {
	sentence := []rune(same[0].Sentence)
	kind := make([]byte, len(sentence)) // of each character: 0 plain, 't' trigger, 'd' date
	for _, s := range same {
		words := cmp.Or(s.DateText, date)
		if at := strings.Index(s.Sentence, words); words != "" && at >= 0 {
			from := len([]rune(s.Sentence[:at]))
			for i := range []rune(words) {
				kind[from+i] = 'd'
			}
		}
	}
	for _, s := range same {
		from, to := int(s.SpanStart-s.SentenceStart), int(s.SpanEnd-s.SentenceStart)
		if from < 0 || to > len(sentence) || from > to {
			continue
		}
		for i := from; i < to; i++ {
			kind[i] = 't'
		}
	}
	var all []part
	for from := 0; from < len(sentence); {
		to := from + 1
		for to < len(sentence) && kind[to] == kind[from] {
			to++
		}
		all = append(all, part{shown(string(sentence[from:to])), kind[from] != 0, kind[from] == 'd'})
		from = to
	}
	return all
}
