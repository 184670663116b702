package temporal

import (
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

type Type string
type Basis string
type Prefer int

const (
	Date          Type  = "DATE"
	Time          Type  = "TIME"
	BasisExplicit Basis = "explicit"
	BasisOccasion Basis = "occasion"
)

type Timex struct {
	Span                           text.Span
	First, Last                    int
	Type                           Type
	Value, EndValue, Mod, Occasion string
	Basis                          Basis
	Interval                       calendar.Interval
	HasInterval                    bool
}
type Options struct {
	HasReference bool
	Reference    calendar.Moment
	Prefer       Prefer
	Authority    calendar.Authority
}
type Scratch struct{}
type Tagger struct{}

func Load(*lang.Pack, *text.Builder) (*Tagger, error)     { return &Tagger{}, nil }
func (*Tagger) Tag(*text.Text, Options, *Scratch) []Timex { return nil }
func ParsePrefer(string) (Prefer, error)                  { return 0, nil }
