package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/merge"
	"github.com/waqai/waqai/timeline/text"
)

func (s *selection) register(command *cobra.Command) {
	flags := command.Flags()
	flags.StringArrayVar(&s.who, "who", nil, "only events in which somebody of this name takes part, whatever the spelling (repeatable: any of them)")
	flags.StringArrayVar(&s.where, "where", nil, "only events at this place or in this country, name or ISO code (repeatable: any of them)")
	flags.StringSliceVar(&s.kinds, "kind", nil, "only these kinds, a comma between: meet, agree, attack, ... (waqai schema timeline lists them)")
	flags.StringSliceVar(&s.statuses, "status", nil, "only these: actual, planned, possible, negated")
	flags.StringVar(&s.from, "from", "", "only events that end on this day or later, YYYY-MM-DD")
	flags.StringVar(&s.to, "to", "", "only events that begin on this day or earlier, YYYY-MM-DD")
	flags.IntVar(&s.leastVoices, "min-sources", 0, "only events that this many independent publishers tell of; agency copy counts once")
}

func (s *selection) check() error {
	for flag, values := range map[string][]string{"kind": s.kinds, "status": s.statuses} {
		field := &schemas.Timelines.Fields[schemas.Timelines.Field(flag)]
		for _, value := range values {
			if !field.Allows(value) {
				var known []string
				for _, v := range field.Enum {
					known = append(known, v.Value)
				}
				return usagef("--%s %q: there are %s", flag, value, strings.Join(known, ", "))
			}
		}
	}
	for flag, given := range map[string]struct {
		text string
		day  *schemas.Null[schemas.Day]
	}{"from": {s.from, &s.first}, "to": {s.to, &s.last}} {
		if given.text == "" {
			continue
		}
		d, err := calendar.ParseDay(given.text)
		if err != nil {
			return usagef("--%s: %v", flag, err)
		}
		*given.day = schemas.Some(schemas.Day(d))
	}
	return nil
}

// apply drops the rows that were not asked for, and their members.
func (s *selection) apply(result *merge.Result) {
	result.Timeline = slices.DeleteFunc(result.Timeline, func(row schemas.Timeline) bool { return !s.wants(&row) })
	kept := make(map[string]bool, len(result.Timeline))
	for i := range result.Timeline {
		kept[result.Timeline[i].TimelineID] = true
	}
	result.Members = slices.DeleteFunc(result.Members, func(m schemas.TimelineMember) bool { return !kept[m.TimelineID] })
}

func (s *selection) wants(row *schemas.Timeline) bool {
	if len(s.kinds) > 0 && !slices.Contains(s.kinds, row.Kind) || len(s.statuses) > 0 && !slices.Contains(s.statuses, row.Status) ||
		int(row.NPublishers) < s.leastVoices {
		return false
	}
	if s.first.Known || s.last.Known {
		switch {
		case !row.DateStart.Known && !row.DateEnd.Known,
			s.first.Known && row.DateEnd.Known && row.DateEnd.Value < s.first.Value,
			s.last.Known && row.DateStart.Known && row.DateStart.Value > s.last.Value:
			return false
		}
	}
	if len(s.where) > 0 && !slices.ContainsFunc(s.where, func(place string) bool {
		return row.Place != "" && contains(row.Place, place) || strings.EqualFold(row.Country, place) || row.PlaceID == place
	}) {
		return false
	}
	return len(s.who) == 0 || slices.ContainsFunc(s.who, func(name string) bool {
		return slices.ContainsFunc(row.Participants, func(p schemas.EventParticipant) bool {
			return contains(p.Name, name) || contains(p.Canonical, name) || contains(p.Text, name) || p.EntityID == name
		})
	})
}

// contains tells whether every word of a name stands in a text, whatever the spelling of either.
func contains(written, name string) bool {
	words := strings.Fields(text.Fold(written))
	wanted := strings.Fields(text.Fold(name))
	for _, w := range wanted {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return len(wanted) > 0
}
