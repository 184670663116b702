package temporal

import (
	"slices"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/text"
)

// Direction of what the verb tells.
const (
	noTense      int8 = 0
	pastTense    int8 = 1
	futureTense  int8 = 2
	presentTense int8 = 3
	preparing    int8 = 4  // future for what stands behind it; what it stands behind is its own time ("arrived on Sunday in preparation for")
	newClause    int8 = 5  // no tense, as all that follow: a word that parts clauses
	opensClause  int8 = 6  // a word with which what is told begins ("said on Sunday that"): verbs behind it count as farther, seen from before it
	relating     int8 = 7  // the same, of what is told of a noun ("the council, which")
	sincePast    int8 = 8  // a word (since) behind which every date is past
	aheadOf      int8 = 9  // before what happens on the date ("ahead of the match on Sunday") it looks forward
	inTheWakeOf  int8 = 10 // it looks back there
	comparing    int8 = 11 // a word of the future up to two words behind it has no tense either ("more than expected")
	intending    int8 = 12 // future, unless a preposition and no verb follow ("due to arrive", "due on Friday", but "due to a strike")
	determining  int8 = 13 // the word behind it is no verb ("a cut")
	owning       int8 = 14 // the same; what is owned is known already ("their February accord")
)

// opens tells whether a word begins a clause that is told, of somebody or of a noun.
func opens(tense int8) bool { return tense == opensClause || tense == relating }

// determines tells whether a word stands before nouns only.
func determines(tense int8) bool { return tense == determining || tense == owning }

// reach is how many tokens away a verb still tells the tense of an expression.
const reach = 24

// tense finds the tense of the nearest verb or tense word in the expression's clause: a distance in tokens, punctuation that may part
// clauses counting as several. Words of the table tense.tsv (will, scheduled) go before the tense that a verb has by its form.
func (s *evaluation) tense() int8 {
	if s.directed {
		return s.direction
	}
	s.directed, s.distance, s.since = true, reach, false
	sentence := &s.text.Sentences[s.sentence]
	if before := s.token - 1; before >= sentence.First && s.tenseRow(&s.text.Tokens[before]) == sincePast {
		s.direction, s.since = pastTense, true
		return pastTense
	}
	if t := s.asideTense(sentence); t != noTense {
		s.direction = t
		return t
	}
	best, bestCost := noTense, 1<<20
	look := func(i, cost int) {
		if cost >= bestCost {
			return
		}
		t, extra := s.tenseAt(i, sentence.First)
		if t == preparing {
			if t = futureTense; i >= s.token {
				t = noTense
			}
		}
		if t == pastTense { // will be held, is held: what governs a participle goes before its form
			if governor := s.governor(i, sentence.First); governor != noTense {
				t = governor
			}
		}
		if t != noTense && cost+extra < bestCost {
			best, bestCost = t, cost+extra
		}
	}
	cost := 1
	told := s.toldBehind(sentence.First) // what stands before is of those who tell
	for i := s.token - 1; i >= sentence.First && cost < reach && !told; i-- {
		look(i, cost)
		if t := s.leads(i); t != noTense && cost < bestCost {
			best, bestCost = t, cost
		}
		cost += 1 + s.barrier(&s.text.Tokens[i], false)
	}
	cost = 2 // what stands before an expression rather governs it
	next := s.tokenEnd
	owner := s.owns(sentence.Last)
	if owner {
		next += 3 // Tuesday's close: what is owned is no verb
	}
	if (owner || s.known(sentence)) && (best == futureTense || best == presentTense) {
		best, bestCost = pastTense, bestCost+4 // would avenge Monday's raids, will honour the July agreement: they have been
	}
	for i := next; i < sentence.Last && cost < reach; i++ {
		look(i, cost)
		cost += 1 + s.barrier(&s.text.Tokens[i], true)
	}
	s.direction, s.distance = best, bestCost
	return best
}

// governor is the tense of a word of the future or the present that stands within two words before a verb; noTense if there is none.
func (s *evaluation) governor(verb, first int) int8 {
	for i := verb - 1; i >= first && i >= verb-3; i-- {
		token := &s.text.Tokens[i]
		if token.Kind != text.Letters {
			return noTense
		}
		switch tense := s.tenseRow(token); {
		case tense == noTense:
		case tense == futureTense && !s.compared(i, first), tense == presentTense && i == verb-1:
			return tense
		default:
			return noTense
		}
	}
	return noTense
}

// tenseRow is what tense.tsv says of a token as it is written; noTense if nothing.
func (s *evaluation) tenseRow(token *text.Token) int8 {
	if token.Kind == text.Letters {
		if f := s.tagger.lexicon.of(token.Word.Exact); f != nil {
			return f.tense
		}
	}
	return noTense
}

// barrier is what a token that parts clauses adds to the distance of the verbs beyond it.
func (s *evaluation) barrier(token *text.Token, ahead bool) int {
	if token.Kind == text.Letters {
		if tense := s.tenseRow(token); tense == newClause || ahead && opens(tense) {
			return 5
		}
		return 0
	}
	switch token.Mark {
	case ',', '-', '(', ')':
		return 2
	case ';', ':', '"', 0x201C, 0x201D, 0x2014, 0x2013:
		return 6
	}
	return 0
}

// tenseAt is what the word of a token says where it stands: a word of the future behind a comparison says nothing ("more than expected").
func (s *evaluation) tenseAt(i, first int) (int8, int) {
	if s.tenseRow(&s.text.Tokens[i]) == intending {
		if !s.intends(i) {
			return noTense, 0
		}
		return futureTense, -2
	}
	if i > first && determines(s.tenseRow(&s.text.Tokens[i-1])) {
		return noTense, 0
	}
	t, extra := s.tenseOf(&s.text.Tokens[i])
	if t == futureTense && s.compared(i, first) {
		return noTense, 0
	}
	return t, extra
}

// isParticle tells whether a word may be a function word.
func isParticle(t *text.Token) bool {
	return slices.ContainsFunc(t.Word.Analyses, func(a text.Analysis) bool { return a.Part == text.Particle })
}

// intends tells whether a verb follows a word like "due" and the preposition behind it, or a time or nothing of the kind.
func (s *evaluation) intends(i int) bool {
	limit := s.text.Sentences[s.sentence].Last
	if i < s.token { // the expression itself is no verb
		limit = s.token
	}
	if i+2 >= limit {
		return true
	}
	preposition, verb := &s.text.Tokens[i+1], &s.text.Tokens[i+2]
	if preposition.Kind != text.Letters || verb.Kind != text.Letters || !isParticle(preposition) {
		return true
	}
	return slices.ContainsFunc(verb.Word.Analyses, func(a text.Analysis) bool { return a.Part == text.Verb && a.Derivation == text.Finite })
}

// compared tells whether a row of the future stands up to two words behind one that compares.
func (s *evaluation) compared(i, first int) bool {
	if s.tenseRow(&s.text.Tokens[i]) != futureTense {
		return false
	}
	for k := i - 1; k >= first && k >= i-2; k-- {
		token := &s.text.Tokens[k]
		if token.Kind != text.Letters {
			return false
		}
		if s.tenseRow(token) == comparing || slices.ContainsFunc(token.Word.Analyses, func(a text.Analysis) bool {
			f := s.tagger.lexicon.of(a.Lemma)
			return f != nil && f.tense == comparing
		}) {
			return true
		}
	}
	return false
}

// tenseOf gives what one word says; extra makes a weak witness count as farther away.
func (s *evaluation) tenseOf(token *text.Token) (int8, int) {
	if token.Kind != text.Letters {
		return noTense, 0
	}
	l := s.tagger.lexicon
	if tense := s.tenseRow(token); tense != noTense {
		if tense >= newClause {
			return noTense, 0
		}
		return tense, -2
	}
	for i := range token.Word.Analyses {
		a := &token.Word.Analyses[i]
		if f := l.of(a.Lemma); f != nil && f.tense != noTense && f.tense < newClause {
			return f.tense, -2
		}
	}
	past, other, noun := false, false, false
	leading := true // only what says no part of speech, as rows of time words do, stands before it
	named := 0      // what a word that is a name too counts as farther away
	for i := range token.Word.Analyses {
		a := &token.Word.Analyses[i]
		if a.Part != text.Verb && a.Part != text.AnyPart {
			leading = false
			noun = noun || a.Part == text.Noun
			continue
		}
		if a.Part == text.AnyPart && l.of(a.Lemma) == nil {
			named = 6
		}
		first := leading
		leading = leading && a.Part == text.AnyPart
		extra := named
		if a.Guessed {
			extra += 4
		}
		switch {
		case a.Tense == text.Future:
			return futureTense, extra
		case a.Derivation != text.Finite:
		case a.Tense == text.Past && first:
			return pastTense, extra
		case a.Tense == text.Past:
			past = true
		case a.Tense == text.Present:
			other = true
		}
	}
	switch {
	case past:
		return pastTense, 2 + named
	case other && noun: // a fall in December
		return presentTense, 20
	case other:
		return presentTense, 4 + named
	}
	return noTense, 0
}

// way tells whether an open date looks back (-1) or forward (+1), and how firmly.
func (s *evaluation) look(v *value) (way int, firm bool) {
	switch {
	case v.turn == 1:
		return 1, true
	case v.turn == -1:
		return -1, true
	}
	switch s.options.Prefer {
	case PreferFuture:
		return 1, true
	case PreferPast:
		return -1, true
	}
	switch s.tense() {
	case futureTense:
		return 1, false
	case pastTense:
		return -1, false
	}
	return 0, false
}

// pickInstance chooses among instances in text order of time.
func (s *evaluation) pickInstance(v *value, all []instance) (instance, bool) {
	today := calendar.OfDay(s.options.Reference.Day())
	way, firm := s.look(v)
	set := v.set & dateFields
	weekdayOnly := set&^(hasWeekday|hasWeekend) == 0
	if v.turn == 2 { // this: of the current week, year
		period := year
		if weekdayOnly {
			period = week
		}
		current, _ := unitAt(period, today.From.Day())
		if s.options.Prefer == PreferFuture && weekdayOnly {
			period = day
		} else {
			for _, i := range all {
				if i.interval.Contains(today.From) {
					return i, true
				}
			}
			for _, i := range all {
				if current.Contains(i.interval.From) {
					return i, true
				}
			}
		}
		way, firm = 1, false
	}
	var before, current, after *instance
	for k := range all {
		i := &all[k]
		switch {
		case i.interval.To <= today.From:
			before = i
		case i.interval.From >= today.To:
			if after == nil {
				after = i
			}
		default:
			current = i
		}
	}
	if v.turn != 0 && v.turn != 2 { // next and last leave the current one out
		switch {
		case way > 0 && after != nil:
			return *after, true
		case way < 0 && before != nil:
			return *before, true
		}
		return instance{}, false
	}
	// Monday, said on a Monday, is the next one, unless its hour is still ahead
	still := v.set&hasHour != 0 && calendar.At(today.From.Day(), int(v.hour), int(v.minute)) >= s.options.Reference
	if current != nil && (!(firm && way > 0 && set == hasWeekday) || still) {
		return *current, true
	}
	switch {
	case before == nil && after == nil:
		return instance{}, false
	case before == nil:
		return *after, true
	case after == nil:
		return *before, true
	}
	if set&hasWeekday != 0 && set&(hasMonth|hasDay) != 0 { // the weekday tells the year or month: the nearest that agrees
		nearer := today.From-before.interval.To <= after.interval.From-today.To
		if nearer && !(firm && way > 0 && set&hasMonth == 0 && s.tense() != pastTense) {
			return *before, true
		}
		return *after, true
	}
	if firm || weekdayOnly {
		if way > 0 || way == 0 && s.tense() == presentTense { // "they meet on Sunday"
			return *after, true
		}
		return *before, true
	}
	// A date without its year: the tense leans one way, nearness the other. News dates what is near by month and day alone.
	back, ahead := today.From-before.interval.To, after.interval.From-today.To
	weightBack, weightAhead := calendar.Moment(2), calendar.Moment(3)
	switch {
	case way > 0:
		if weightBack, weightAhead = 5, 2; s.distance <= 6 || set&(hasQuarter|hasHalf) != 0 { // will be held there in January
			weightBack, weightAhead = 12, 1
		}
	case way < 0:
		switch weightBack, weightAhead = 1, 4; {
		case s.since:
			return *before, true
		case s.distance <= 2: // began on 3 January
			weightAhead = 30
		}
	case s.tense() == presentTense:
		weightBack, weightAhead = 4, 1
	case set&(hasQuarter|hasHalf) != 0: // reports are of quarters that are over
		weightBack, weightAhead = 1, 12
	}
	if back*weightBack <= ahead*weightAhead {
		return *before, true
	}
	return *after, true
}

// remember takes a printed date into the story.
func (s *evaluation) remember(v *value, timex *Timex) {
	if timex.Type != Date && timex.Type != Time || !timex.HasInterval || v.kind != pointKind || v.aside {
		return
	}
	interval := timex.Interval
	grain := v.grain
	if grain <= partOfDay || v.set&timeFields != 0 {
		grain = day
	}
	if v.end != nil {
		interval = v.end.interval
		grain = v.end.grain
	}
	if grain == day {
		interval = calendar.OfDay(interval.From.Day())
	}
	s.story = story{known: true, interval: interval, grain: grain, sentence: s.sentence, explicit: v.basis == BasisExplicit}
}
