package input

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/waqai/waqai/timeline/calendar"
)

// Published is the publication date of a document, in the publisher's own day. The zero value is unknown; it is never taken from the clock.
type Published struct {
	Known   bool
	Moment  calendar.Moment // local to the publisher; midnight where only the day is known
	HasTime bool
	HasZone bool
	Offset  int    // minutes east of UTC, if HasZone
	Given   string // where it comes from: "document", "option", "file name", "modification time"
}

// Day is the publication day.
func (p Published) Day() calendar.Day { return p.Moment.Day() }

// String writes it as YYYY-MM-DD, with the time where it is known.
func (p Published) String() string {
	if !p.Known {
		return ""
	}
	if !p.HasTime {
		return p.Day().String()
	}
	written := p.Moment.String()
	if !p.HasZone {
		return written
	}
	if p.Offset == 0 {
		return written + "Z"
	}
	sign, offset := "+", p.Offset
	if offset < 0 {
		sign, offset = "-", -offset
	}
	return fmt.Sprintf("%s%s%02d:%02d", written, sign, offset/60, offset%60)
}

var publishedPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$`)
})

// ParsePublished reads an ISO 8601 date or date and time ("2023-08-07", "2023-08-07T18:30", "2023-08-07 18:30:00+03:00"). Nothing is
// guessed: 07/08/2023 is refused, since its reader cannot know which number is the day.
func ParsePublished(written string) (Published, error) {
	m := publishedPattern().FindStringSubmatch(strings.TrimSpace(written))
	if m == nil {
		return Published{}, fmt.Errorf("published %q: not an ISO date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM+03:00", written)
	}
	number := func(i int) int { n, _ := strconv.Atoi(m[i]); return n }
	day, err := calendar.Date(number(1), number(2), number(3))
	if err != nil {
		return Published{}, fmt.Errorf("published %q: no such day; write YYYY-MM-DD", written)
	}
	published := Published{Known: true, HasTime: m[4] != "", HasZone: m[6] != "", Given: "document"}
	if number(4) > 23 || number(5) > 59 {
		return Published{}, fmt.Errorf("published %q: no such time of day", written)
	}
	published.Moment = calendar.At(day, number(4), number(5))
	if zone := strings.ReplaceAll(m[6], ":", ""); len(zone) == 5 {
		hours, _ := strconv.Atoi(zone[1:3])
		minutes, _ := strconv.Atoi(zone[3:])
		if published.Offset = hours*60 + minutes; zone[0] == '-' {
			published.Offset = -published.Offset
		}
	}
	return published, nil
}

var namePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2})([-_.]?)(\d{2})([-_.]?)(\d{2})(?:\D|$)`)
})

// PublishedFromName reads a date in a file's name: 2023-08-07-visit.md, visit_20230807.txt.
func PublishedFromName(path string) (Published, bool) {
	m := namePattern().FindStringSubmatch(filepath.Base(path))
	if m == nil || m[2] != m[4] {
		return Published{}, false
	}
	published, err := ParsePublished(m[1] + "-" + m[3] + "-" + m[5])
	published.Given = "file name"
	return published, err == nil
}
