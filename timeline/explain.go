package timeline

import (
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// Explanation shows how a text was read: for whoever edits a language.
type Explanation struct {
	Result
	Tokens   []ExplainedToken
	Readings []temporal.Reading // of temporal expressions, winners and losers
}

// ExplainedToken is a token with what the vocabulary says of it.
type ExplainedToken struct {
	Text     string
	Norm     string
	Sentence int
	Analyses []ExplainedAnalysis
}

// ExplainedAnalysis is one reading of a word with its dictionary word spelled out.
type ExplainedAnalysis struct {
	text.Analysis
	Word string
}

// Explain reads one document and keeps what was considered on the way.
func (w *Worker) Explain(document Document) (Explanation, error) {
	result, err := w.Extract(document)
	if err != nil {
		return Explanation{}, err
	}
	worker := w.analyzers[result.Document.Language]
	read := worker.text.Read(document.Text)
	explanation := Explanation{Result: result}
	for number, s := range read.Sentences {
		for i := s.First; i < s.Last; i++ {
			token := ExplainedToken{Text: read.Slice(i, i+1), Sentence: number}
			if word := read.Tokens[i].Word; word != nil {
				token.Norm = word.Norm
				for _, a := range word.Analyses {
					name := ""
					if a.Lemma > 0 {
						name = worker.language.Text.Name(a.Lemma)
					}
					token.Analyses = append(token.Analyses, ExplainedAnalysis{a, name})
				}
			}
			explanation.Tokens = append(explanation.Tokens, token)
		}
	}
	temporal := worker.language.Temporal.Explain(read, w.extractor.temporalOptions(&document), &worker.temporal)
	explanation.Readings = temporal.Readings()
	return explanation, nil
}
