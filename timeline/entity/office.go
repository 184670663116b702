package entity

import "github.com/waqai/waqai/timeline/text"

// office reads a description with an office: "وزير الخارجية الإيراني محمد جواد ظريف", "Foreign Minister Javad Zarif", "the governor of Basra, Asaad
// al-Eidani".
func (s *state) office(i int, h hit) int {
	last := s.description(h, 5)
	if last == h.last && h.clitics&text.Article == 0 { // "deputy of the director": what the office is of is an office too
		last = s.officeAt(last)
	}
	last = s.attached(last)
	m := Mention{First: i, Last: last, Head: i, Type: Person, Office: s.text.Slice(i, last), Country: s.countryIn(i, last)}
	at := last
	apart := at < s.last && s.text.Tokens[at].Mark == ','
	if apart {
		at++
	}
	if at < s.last && (s.text.Tokens[at].Mark == '"' || s.text.Tokens[at].Mark == '«') {
		apart = true
		at++
	}
	at = s.behindTitle(at)
	behind := s.personName(at)
	if at == last && behind < at+2 && s.definite(h, last) { // a name of two words is whole
		behind = max(behind, s.apposition(at))
	}
	if behind == at+1 {
		behind = s.closingSurname(behind)
	}
	// behind a mark only a name that is sure: of two words, or listed
	if behind > at && (!apart || behind-at >= 2 || s.listed(at, Person) != nil) {
		m.Last, m.Name = behind, s.spelled(at, behind)
		if r := s.listed(at, Person); r != nil {
			m.Name, m.Local, m.ID = r.name, r.local, r.id
			if m.Country == "" {
				m.Country = r.country
			}
		}
	}
	s.add(m)
	return m.Last
}

// behindTitle gives the token behind a title, or an office with the article, that a name follows ("the crown prince Prince Mohammed bin Salman"), i
// itself if none stands there.
func (s *state) behindTitle(i int) int {
	if !s.free(i) {
		return i
	}
	h := s.longest(i)
	has := rolesOf(h.records)
	if has&roleTitle == 0 && (has&roleOffice == 0 || h.clitics != text.Article) || prefixed(h.clitics) {
		return i
	}
	if s.personName(h.last) > h.last {
		return h.last
	}
	return i
}

// description gives the token behind what belongs to an office or an organisation's head: its modifiers, or what it governs ("the director of the
// police of Dubai").
func (s *state) description(h hit, most int) int {
	closed := h.clitics&text.Article != 0
	last := s.modifiers(h.last, most, closed)
	switch {
	case closed:
		return last
	case last > h.last:
		return s.purposes(h.last, last)
	case s.modifies(h.last-1, false): // "the council of the ministers" governs nothing
		return last
	}
	if s.wordIn(last, s.genitive) {
		behind := last + 1
		if s.wordIn(behind, s.articles) {
			behind++
		}
		if end := max(s.governed(behind), s.modifiers(behind, 3, false), s.capitalRun(behind)); end > behind {
			return end
		}
		return last
	}
	if len(s.genitive) > 0 { // where a word says so, nothing else does
		return last
	}
	if s.joinedArticle {
		last = s.bareNouns(last)
	}
	if end := s.governed(last); end > last {
		return end
	}
	return s.modifiers(last, most, false)
}

// bareNouns goes over the nouns without an article between a head and what it governs in the end ("the oil company of Kuwait", all nouns side by side):
// i itself if no name or noun with the article follows.
func (s *state) bareNouns(i int) int {
	for k := i; k < i+2 && s.free(k); k++ {
		a := spoken(s.text.Tokens[k].Word)
		if rolesOf(s.longest(k).records)&^rolePortfolio != 0 || a == nil || a.Guessed || a.Clitics != 0 || a.Part != text.Noun && a.Derivation != text.VerbalNoun {
			return i
		}
		if s.modifies(k+1, false) || s.governable(k+1) {
			return k + 1
		}
	}
	return i
}

// officeAt gives the token behind an office that begins at token i without a preposition of its own, with what belongs to it; i itself if none does.
func (s *state) officeAt(i int) int {
	if !s.free(i) {
		return i
	}
	if h := s.longest(i); rolesOf(h.records)&roleOffice != 0 && !prefixed(h.clitics) {
		return s.modifiers(h.last, 4, false)
	}
	return i
}

// longestChain bounds how deep descriptions stand in each other: "the head of the board of the company of the ministry of".
const longestChain = 4

// governable tells whether an organisation or a place begins at token i, without a preposition of its own.
func (s *state) governable(i int) bool {
	if !s.free(i) {
		return false
	}
	h := s.longest(i)
	if h.last == i || prefixed(h.clitics) || h.last == i+1 && s.functionWord(i) {
		return false
	}
	switch has := rolesOf(h.records); {
	case has&(roleOffice|roleGiven|roleTitle) != 0:
		return false
	case has&roleName != 0:
		r := find(h.records, roleName)
		return r.kind != Person && !r.common && !s.small(i)
	default:
		return has&(roleHead|rolePlaceHead) != 0
	}
}

// governed gives the token behind the organisation or the place that begins at token i, with what belongs to it; i itself if none does.
func (s *state) governed(i int) int {
	if s.chain == longestChain || !s.governable(i) {
		return i
	}
	s.chain++
	defer func() { s.chain-- }()
	h := s.longest(i)
	switch has := rolesOf(h.records); {
	case has&roleName != 0:
		return s.modifiers(h.last, 2, true)
	case has&roleHead != 0:
		return s.organisationEnd(h)
	default:
		if end := s.governed(h.last); end > h.last {
			return end
		}
		return i
	}
}

// attached gives the token behind an organisation or a place that a preposition joins to a description before a name: "the leader in the movement
// Hamas Saleh al-Arouri", "the secretary general of the party". Where no name follows, the preposition belongs to the sentence.
func (s *state) attached(i int) int {
	at := i
	toward := s.wordIn(i, s.toward) // to, at or for a country too; in one, it may be the sentence's
	if toward || s.wordIn(i, s.locative) {
		if at++; s.wordIn(at, s.articles) {
			at++
		}
	} else if s.free(i) {
		if h := s.longest(i); h.clitics&text.To == 0 {
			return i
		}
	}
	if !s.free(at) {
		return i
	}
	h := s.longest(at)
	end := at
	switch has := rolesOf(h.records); {
	case h.last == at+1 && s.functionWord(at):
	case has&roleHead != 0:
		end = s.organisationEnd(h)
	case has&roleName != 0:
		if r := find(h.records, roleName); r.kind == Organisation || toward && r.kind != Person {
			end = s.modifiers(h.last, 2, true)
		}
	}
	if end == at || !s.surelyNamed(end) && (len(s.genitive) == 0 || end >= s.last || s.text.Tokens[end].Mark != ',' || !s.surelyNamed(end+1)) {
		return i
	}
	return end
}

// surelyNamed tells whether a name begins at token i that is one in any company: a title's, a given name's or a listed person's.
func (s *state) surelyNamed(i int) bool {
	if s.behindTitle(i) > i {
		return true
	}
	if s.personName(i) <= i {
		return false
	}
	h := s.longest(i)
	return !prefixed(h.clitics) && (rolesOf(h.records)&roleGiven != 0 || s.listed(i, Person) != nil)
}

// wordIn tells whether token i is one of some words.
func (s *state) wordIn(i int, words map[text.WordID]bool) bool {
	return s.free(i) && words[s.text.Tokens[i].Word.Exact]
}
