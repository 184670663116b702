package event

// template is one kind of fact. words tells which of its values are words of the vocabulary rather than numbers.
type template uint8

const (
	_ template = iota
	bias
	lemmaForm // lemma, reading (verb past, verbal noun, ...)
	lemmaOnly
	spelling // the exact spelling, where it is a vocabulary word
	kindForm // the lexicon's kind, reading
	flagForm // one flag, reading
	formOnly // reading, clitics
	formWith // reading, class of the token before
	formNext // reading, class of the token after
	formWithTwo
	wordBefore
	wordAfter
	lemmaBefore // lemma, class before
	inName
	timeNear
	placeInText
	countNear
	governor
	governorFlag
	definite
	agreement
	clauseOrder
	quoted
	guessed
	kindLexical // status and kind models: the option, the lexicon's kind
	optionLemma
	optionForm
	optionKind
	optionFlag
	optionBefore
	optionAfter
	optionParticle
	optionGovernor
	optionGovernorForm
	optionGovernorFlag
	optionTime
	optionQuoted
	optionClause
	optionCollocation
	optionNeighbour // status models: the status of an event nearby
	optionClauseVerb
	roleSide
	roleOrder
	rolePreposition
	roleType
	roleKind
	roleLemma
	roleForm
	roleBetween
	roleHead
	roleCarried
	roleFlag
	roleAdjacent
	roleStory
	rolePath
	roleTaken
	roleRival
	roleAgreement
	roleControl
	roleGoverned
	roleWhere
	dateBasis
	dateWhere
	dateDistance
	dateForm
	dateKind
	dateDirection
	dateStory
	dateNone
	pairForm
	dateType
	dateStatus
	dateOrder
	dateSame
	dateAnchor
	dateTie
	kindTopic
	dateManner
	dateBefore
	dateGovernor
	wordClass // word classes: of the trigger, of the words beside it, of what governs it
	wordClassBefore
	wordClassAfter
	wordClassPair
	wordClassGovernor
	wordClassHead   // of the head of a phrase
	antecedentWhere // date models: an event that another may have its date from
	antecedentSame
	antecedentKind
	antecedentWord
	antecedentWords
	optionImplied
	optionGovernorBefore
	optionMood
	optionMoodForm
	templateCount
)

// templates gives each its name in model files.
var templates = [templateCount]struct {
	name  string
	words [2]bool
}{
	bias: {name: "bias"}, lemmaForm: {"lemma-form", [2]bool{true, false}}, lemmaOnly: {"lemma", [2]bool{true, false}},
	spelling: {"spelling", [2]bool{true, false}}, kindForm: {name: "kind-form"}, flagForm: {name: "flag-form"}, formOnly: {name: "form"},
	formWith: {name: "form-before"}, formNext: {name: "form-after"}, formWithTwo: {name: "before-after"},
	wordBefore: {"word-before", [2]bool{true, false}}, wordAfter: {"word-after", [2]bool{true, false}},
	lemmaBefore: {"lemma-before", [2]bool{true, false}}, inName: {name: "in-name"}, timeNear: {name: "time-near"},
	placeInText: {name: "place-in-text"}, countNear: {name: "count-near"}, governor: {"governor", [2]bool{true, false}},
	governorFlag: {name: "governor-flag"}, definite: {name: "definite"}, agreement: {name: "agreement"}, clauseOrder: {name: "clause-order"},
	quoted: {name: "quoted"}, guessed: {name: "guessed"},
	kindLexical: {name: "kind-lexical"}, optionLemma: {"option-lemma", [2]bool{true, false}}, optionForm: {name: "option-form"},
	optionKind: {name: "option-kind"}, optionFlag: {name: "option-flag"}, optionBefore: {"option-word-before", [2]bool{true, false}},
	optionAfter: {"option-word-after", [2]bool{true, false}}, optionParticle: {name: "option-particle"},
	optionGovernor: {"option-governor", [2]bool{true, false}}, optionGovernorForm: {name: "option-governor-form"},
	optionGovernorFlag: {name: "option-governor-flag"}, optionTime: {name: "option-time"}, optionQuoted: {name: "option-quoted"},
	optionClause: {name: "option-clause"}, optionCollocation: {"option-collocation", [2]bool{true, true}}, optionNeighbour: {name: "option-neighbour"}, optionClauseVerb: {"option-clause-verb", [2]bool{true, false}},
	roleSide: {name: "role-side"}, roleOrder: {name: "role-order"}, rolePreposition: {"role-preposition", [2]bool{true, false}},
	roleType: {name: "role-type"}, roleKind: {name: "role-kind"}, roleLemma: {"role-lemma", [2]bool{true, false}}, roleForm: {name: "role-form"},
	roleBetween: {name: "role-between"}, roleHead: {"role-head", [2]bool{true, false}}, roleCarried: {name: "role-carried"},
	roleFlag: {name: "role-flag"}, roleAdjacent: {name: "role-adjacent"}, roleStory: {name: "role-story"}, rolePath: {name: "role-path"},
	roleTaken: {name: "role-taken"}, roleRival: {name: "role-rival"}, roleAgreement: {name: "role-agreement"},
	roleControl: {"role-control", [2]bool{true, false}}, roleGoverned: {"role-governed", [2]bool{true, true}}, roleWhere: {name: "role-where"},
	dateBasis: {name: "date-basis"}, dateWhere: {name: "date-where"}, dateDistance: {name: "date-distance"}, dateForm: {name: "date-form"},
	dateKind: {name: "date-kind"}, dateDirection: {name: "date-direction"}, dateStory: {name: "date-story"}, dateNone: {name: "date-none"}, pairForm: {name: "pair-form"},
	dateType: {name: "date-type"}, dateStatus: {name: "date-status"}, dateOrder: {name: "date-order"}, dateSame: {name: "date-same"},
	dateAnchor: {name: "date-anchor"}, dateTie: {name: "date-tie"}, kindTopic: {name: "kind-topic"}, dateManner: {name: "date-manner"},
	dateBefore: {"date-word", [2]bool{true, false}}, dateGovernor: {"date-governor", [2]bool{true, false}},
	wordClass: {name: "class"}, wordClassBefore: {name: "class-before"}, wordClassAfter: {name: "class-after"}, wordClassPair: {name: "class-pair"},
	wordClassGovernor: {name: "class-governor"}, wordClassHead: {name: "class-head"},
	antecedentWhere: {name: "antecedent-where"}, antecedentSame: {name: "antecedent-same"}, antecedentKind: {name: "antecedent-kind"},
	antecedentWord: {"antecedent-word", [2]bool{true, false}}, antecedentWords: {"antecedent-words", [2]bool{true, true}},
	optionImplied: {name: "option-implied"}, optionGovernorBefore: {"option-governor-before", [2]bool{true, false}},
	optionMood: {"option-mood", [2]bool{true, false}}, optionMoodForm: {name: "option-mood-form"},
}
