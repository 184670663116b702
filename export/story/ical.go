package story

import (
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/waqai/waqai/schemas"
)

var icalFormat = Format{
	Name: "ical", Extension: ".ics", About: "calendar (iCalendar, RFC 5545): days and hours; months and years only with --coarse",
	Write: writeICal,
}

// coarsest is how many days an entry may span without Options.Coarse.
const coarsest = 14

// writeICal writes events of known days. Nothing in the file depends on the clock: the stamp is the day of first publication, the uid the event's id.
func writeICal(out io.Writer, s *Story) error {
	calendar := ics.NewCalendar()
	calendar.CalendarProperties = nil
	calendar.SetVersion("2.0")
	calendar.SetProductId("-//waqai//" + plainASCII(s.Options.Program) + "//" + strings.ToUpper(s.Language))
	calendar.SetCalscale("GREGORIAN")
	calendar.SetMethod(ics.MethodPublish)
	if title := plain(s.Title); title != "" {
		calendar.SetXWRCalName(title)
	}
	left := 0
	for i := range s.Entries {
		e := &s.Entries[i]
		length := int(e.DateEnd.Value-e.DateStart.Value) + 1
		if !e.DateStart.Known || !e.DateEnd.Known || length > coarsest && !s.Options.Coarse {
			left++
			continue
		}
		addICal(calendar, e)
	}
	if left > 0 {
		calendar.SetXWRCalDesc(fmt.Sprintf("%d of %d events have no day and are left out", left, len(s.Entries)))
	}
	return calendar.SerializeTo(out, ics.WithNewLineWindows)
}

func addICal(calendar *ics.Calendar, e *Entry) {
	event := calendar.AddEvent(e.TimelineID + "@waqai")
	event.SetDtStampTime(utc(stamp(e)))
	event.SetSequence(len(e.Changes))
	if e.StartLocal.Known && (e.Granularity == "minute" || e.Granularity == "hour" || e.Granularity == "daypart") {
		// an hour without its zone is floating time: the same on every reader's clock, as the text has it
		event.SetProperty(ics.ComponentPropertyDtStart, floating(e.StartLocal.Value))
		if e.EndLocal.Known && e.EndLocal.Value > e.StartLocal.Value {
			event.SetProperty(ics.ComponentPropertyDtEnd, floating(e.EndLocal.Value))
		}
	} else {
		event.SetAllDayStartAt(utc(e.DateStart.Value))
		event.SetAllDayEndAt(utc(e.DateEnd.Value + 1)) // exclusive
	}
	event.SetSummary(plain(e.HeadlineWithoutDate()))
	if e.Place != "" {
		event.SetLocation(plain(e.Place))
	}
	if e.Latitude.Known && e.Longitude.Known {
		event.SetGeo(e.Latitude.Value, e.Longitude.Value)
	}
	event.SetDescription(icalText(e))
	event.SetStatus(map[string]ics.ObjectStatus{
		"actual": ics.ObjectStatusConfirmed, "planned": ics.ObjectStatusTentative, "possible": ics.ObjectStatusTentative, "negated": ics.ObjectStatusCancelled,
	}[e.Status])
	event.SetTimeTransparency(ics.TransparencyTransparent)
	event.SetProperty(ics.ComponentPropertyCategories, e.Kind)
	for i := range e.Sources {
		if link := safeLink(e.Sources[i].URL); link != "" {
			event.SetURL(link)
			break
		}
	}
}

// icalText is the sources, one a paragraph.
func icalText(e *Entry) string {
	var lines []string
	for _, source := range e.tellings() {
		line := plain(publisher(source))
		if sentence := plain(source.Sentence); sentence != "" {
			line += ": " + sentence
		}
		if link := safeLink(source.URL); link != "" {
			line += " <" + link + ">"
		}
		lines = append(lines, line)
	}
	if e.Notes != "" {
		lines = append(lines, plain(e.Notes))
	}
	return strings.Join(lines, "\n")
}

// stamp is the day of first publication, else the event's own.
func stamp(e *Entry) schemas.Day {
	if e.FirstPublished.Known {
		return e.FirstPublished.Value
	}
	return e.DateStart.Value
}

func utc(day schemas.Day) time.Time { return time.Unix(int64(day)*86400, 0).UTC() }

func floating(at schemas.LocalTime) string {
	return time.UnixMicro(int64(at)).UTC().Format("20060102T150405")
}

func plainASCII(text string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r > 0x7e || strings.ContainsRune(";:,\\\"", r) {
			return -1
		}
		return r
	}, text)
}
