package schemas

// The enumerations, as the annotation guidelines define them.

// kind is what an event is, with its PLOVER type where PLOVER has a place for it.
type kind struct{ value, plover, doc string }

// kinds follows the guidelines' table. PLOVER's code words are used as facts (Open Event Data Alliance); the definitions are ours.
var kinds = []kind{
	{"arrive", "CONSULT", "arrival of a person or delegation"},
	{"depart", "CONSULT", "departure"},
	{"visit", "CONSULT", "a visit or tour as a whole"},
	{"meet", "CONSULT", "meeting, reception, talks, discussion, summit, session between parties"},
	{"call", "CONSULT", "phone call, letter, message between parties"},
	{"agree", "AGREE", "agreement, contract, memorandum: reached or signed"},
	{"cooperate", "COOPERATE", "joint work, joint exercise, exchange, partnership begun"},
	{"support", "SUPPORT", "backing, recognition, praise, condolence, congratulation"},
	{"aid", "AID", "money, goods, loans, relief, training given"},
	{"request", "REQUEST", "demand, appeal, proposal, invitation"},
	{"accuse", "ACCUSE", "accusation, criticism, condemnation, complaint, lawsuit filed"},
	{"reject", "REJECT", "refusal, veto, denial"},
	{"threaten", "THREATEN", "warning or threat by an actor"},
	{"sanction", "SANCTION", "sanctions, bans, expulsion, cut of relations"},
	{"protest", "PROTEST", "demonstration, strike, riot, boycott"},
	{"mobilize", "MOBILIZE", "deployment, alert, exercise of forces"},
	{"attack", "ASSAULT", "any use of force: bombing, shelling, shooting, clash, cyber attack"},
	{"withdraw", "RETREAT", "retreat, ceasefire, concession, release of prisoners"},
	{"arrest", "COERCE", "arrest, detention, raid, seizure"},
	{"judge", "COERCE", "trial, sentence, ruling, investigation opened"},
	{"legislate", "", "law, decree, decision, regulation, budget passed"},
	{"elect", "", "election, vote, referendum, candidacy"},
	{"appoint", "", "appointment, nomination, taking office"},
	{"resign", "", "resignation, dismissal, leaving office, dissolution"},
	{"announce", "", "an announcement that itself makes the news"},
	{"prepare", "", "preparations, plans, arrangements under way, capacity raised for an occasion"},
	{"open", "", "opening, launch, start of a project, service, factory, season"},
	{"close", "", "closure, end, suspension, cancellation"},
	{"build", "", "construction, installation, completion of works"},
	{"hold", "", "an event held: conference, exhibition, festival, ceremony, course"},
	{"occasion", "", "a religious or national occasion, pilgrimage, anniversary as an event"},
	{"change", "", "rise or fall of a quantity: price, rate, production, capacity, temperature"},
	{"trade", "", "purchase, sale, export, import, investment, merger"},
	{"die", "", "death, killing (the outcome)"},
	{"injure", "", "injury, illness, infection of named or counted people"},
	{"accident", "", "crash, fire, collapse, drowning"},
	{"disaster", "", "earthquake, flood, storm, epidemic"},
	{"compete", "", "match, race, tournament result, qualification"},
	{"award", "", "prize, medal, honour"},
	{"publish", "", "publication, report issued, film, album, broadcast"},
	{"found", "", "founding, establishment, birth"},
	{"say", "", "reporting verb: said, stated, added, stressed"},
	{"other", "", "anything else worth a place on a timeline"},
}

// quads are PLOVER's types in its four quadrants: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
// SANCTION stands in both conflict quadrants of PLOVER's own papers; 3 has more of them behind it.
var quads = []struct {
	plover string
	quad   int16
}{
	{"AGREE", 1},
	{"CONSULT", 1},
	{"SUPPORT", 1},
	{"CONCEDE", 1},
	{"COOPERATE", 2},
	{"AID", 2},
	{"RETREAT", 2},
	{"REQUEST", 3},
	{"ACCUSE", 3},
	{"REJECT", 3},
	{"THREATEN", 3},
	{"SANCTION", 3},
	{"PROTEST", 4},
	{"MOBILIZE", 4},
	{"COERCE", 4},
	{"ASSAULT", 4},
}

// Plover is the PLOVER type of an event of a kind and status, empty where PLOVER has no place for it, with its quadrant. A withdrawal that
// has not happened is a concession in words: CONCEDE.
func Plover(eventKind, status string) (plover string, quad Null[int16]) {
	for i := range kinds {
		if kinds[i].value == eventKind {
			plover = kinds[i].plover
		}
	}
	if plover == "RETREAT" && status != "actual" {
		plover = "CONCEDE"
	}
	for _, q := range quads {
		if q.plover == plover {
			quad = Some(q.quad)
		}
	}
	return plover, quad
}

func kindValues() []EnumValue {
	values := make([]EnumValue, len(kinds))
	for i, k := range kinds {
		values[i] = EnumValue{k.value, k.doc}
	}
	return values
}

func ploverValues() []EnumValue {
	quadrant := [...]string{1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
	values := make([]EnumValue, len(quads))
	for i, q := range quads {
		values[i] = EnumValue{q.plover, quadrant[q.quad]}
	}
	return values
}

var statuses = []EnumValue{
	{"actual", "happened or is happening"},
	{"planned", "scheduled, intended, promised, being prepared"},
	{"possible", "may, could, is expected without a plan"},
	{"negated", "did not happen, was cancelled or denied"},
}

var bases = []EnumValue{
	{"explicit", "a full date in the clause"},
	{"relative", "a weekday, yesterday, last month in the clause"},
	{"occasion", "a named occasion in the clause"},
	{"inherited", "the clause has no date; the story gives it"},
	{"publication", "reported as of the day of publication"},
}

var certainties = []EnumValue{
	{"exact", "follows from the rules of its calendar"},
	{"observed", "the day that was announced in the country concerned"},
	{"computed", "a lunar date computed, with a day's doubt either way"},
	{"tabular", "a lunar date of the arithmetic calendar, with a day's doubt either way"},
	{"approximate", "the text itself says about"},
	{"unresolved", "no reference date, or too vague"},
}

var granularities = []EnumValue{
	{"minute", "to the minute"},
	{"hour", "to the hour"},
	{"daypart", "morning, midday, afternoon, evening or night of a day"},
	{"day", "one day"},
	{"week", "a week or weekend"},
	{"month", "a month"},
	{"quarter", "a quarter of a year"},
	{"season", "a season"},
	{"half", "half a year"},
	{"year", "a year"},
	{"decade", "a decade"},
	{"century", "a century or longer"},
	{"range", "a stretch with its own first and last day"},
}

var calendars = []EnumValue{
	{"gregorian", "Gregorian, whatever names its months have"},
	{"hijri", "Islamic lunar"},
	{"jalali", "Persian solar"},
	{"hebrew", "Hebrew"},
}

var roles = []EnumValue{
	{"agent", "does it; receives a guest; signs; hosts"},
	{"counterpart", "the other side of a meeting, call, agreement"},
	{"patient", "is acted on, appointed, killed, opened"},
	{"beneficiary", "gains by it"},
}

var entityTypes = []EnumValue{
	{"person", "a person, by name or office"},
	{"organisation", "an organisation"},
	{"group", "people without a name: protesters, residents"},
	{"country", "a country as an actor"},
	{"place", "a place"},
}

var directions = []EnumValue{{"up", "the quantity rose by or to it"}, {"down", "the quantity fell by or to it"}}

var timexTypes = []EnumValue{
	{"DATE", "a day or longer"}, {"TIME", "an hour or part of a day"}, {"DURATION", "a length of time"}, {"SET", "times that recur"},
}

var publishedBases = []EnumValue{
	{"document", "the document says so"},
	{"option", "given on the command line"},
	{"file name", "from a date in the file's name"},
	{"mtime", "from the file's time, as asked for"},
}
