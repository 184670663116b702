package event

// Kinds lists every kind with the PLOVER event type it stands for (empty: PLOVER has no place for it).
var Kinds = []struct {
	Kind   Kind
	PLOVER string
}{
	{"arrive", "CONSULT"}, {"depart", "CONSULT"}, {"visit", "CONSULT"}, {"meet", "CONSULT"}, {"call", "CONSULT"},
	{"agree", "AGREE"}, {"cooperate", "COOPERATE"}, {"support", "SUPPORT"}, {"aid", "AID"},
	{"request", "REQUEST"}, {"accuse", "ACCUSE"}, {"reject", "REJECT"}, {"threaten", "THREATEN"}, {"sanction", "SANCTION"},
	{"protest", "PROTEST"}, {"mobilize", "MOBILIZE"}, {"attack", "ASSAULT"}, {"withdraw", "RETREAT"}, {"arrest", "COERCE"}, {"judge", "COERCE"},
	{"legislate", ""}, {"elect", ""}, {"appoint", ""}, {"resign", ""}, {"announce", ""}, {"prepare", ""}, {"open", ""}, {"close", ""},
	{"build", ""}, {"hold", ""}, {"occasion", ""}, {"change", ""}, {"trade", ""}, {"die", ""}, {"injure", ""}, {"accident", ""}, {"disaster", ""},
	{"compete", ""}, {"award", ""}, {"publish", ""}, {"found", ""}, {"say", ""}, {"other", ""},
}
