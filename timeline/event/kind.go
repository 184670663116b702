package event

// Kinds lists every kind, in the order of the annotation guidelines. Their meanings and PLOVER types stand in package schemas; a test of package
// timeline keeps the two lists equal.
var Kinds = []Kind{
	"arrive", "depart", "visit", "meet", "call", "agree", "cooperate", "support", "aid", "request", "accuse", "reject", "threaten", "sanction",
	"protest", "mobilize", "attack", "withdraw", "arrest", "judge", "legislate", "elect", "appoint", "resign", "announce", "prepare", "open", "close",
	"build", "hold", "occasion", "change", "trade", "die", "injure", "accident", "disaster", "compete", "award", "publish", "found", "say", "other",
}

// objectOnly tells whether events of a kind act on laws, prices or goods rather than on somebody.
func objectOnly(kind Kind) bool { return kind == "legislate" || kind == "change" || kind == "trade" }

// kindClasses is how many classes the kind model has: none, and each kind. A test keeps it equal to the list.
const kindClasses = 44
