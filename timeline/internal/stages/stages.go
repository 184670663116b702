// Package stages loads what reads one language: the stages, around one vocabulary.
package stages

import (
	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// Stages of one language, in the order in which they read a text. They are safe for concurrent use.
type Stages struct {
	Text     *text.Language
	Temporal *temporal.Tagger
	Entity   *entity.Recognizer
	Event    *event.Finder
}

// Load reads the data of a language. Gazetteers are files of further names.
func Load(pack *lang.Pack, gazetteers ...string) (*Stages, error) {
	return load(pack, event.OpenModels(pack), gazetteers...)
}

// Untrained reads it without the trained models, so that what is made for these depends on the tables and the texts alone, not on the models
// that were made before.
func Untrained(pack *lang.Pack) (*Stages, error) { return load(pack, &event.Models{}) }

func load(pack *lang.Pack, models *event.Models, gazetteers ...string) (*Stages, error) {
	builder, err := text.NewBuilder(pack)
	if err != nil {
		return nil, err
	}
	s := &Stages{}
	if s.Temporal, err = temporal.Load(pack, builder); err != nil {
		return nil, err
	}
	if s.Entity, err = entity.Load(pack, builder, gazetteers...); err != nil {
		return nil, err
	}
	if s.Event, err = event.Load(pack, builder, models); err != nil {
		return nil, err
	}
	s.Text, err = builder.Language()
	return s, err
}
