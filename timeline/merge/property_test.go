package merge

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/waqai/waqai/schemas"
)

// hours gives some documents the hour of their publication, as feeds do and archives do not.
func hours(events []schemas.Event, random *rand.Rand) {
	for i := range events {
		if random.IntN(3) > 0 {
			day := int64(events[i].PublishedDate.Value)
			events[i].Published = schemas.Some(schemas.Instant(day*86400e6 + int64(random.IntN(24))*3600e6))
		}
	}
}

// TestIDsStandThroughOrderAndAdditions takes the same mentions at once, in other orders, and in three parts that are continued, each in its own
// order. What comes later never changes an id; what was published earlier may, and then the old id leads to the new one.
func TestIDsStandThroughOrderAndAdditions(t *testing.T) {
	for seed := range uint64(8) {
		random := rand.New(rand.NewPCG(seed, 3))
		events := corpus(t, 240+int(seed)*37)
		hours(events, random)
		whole := Merge(events)

		shuffled := slices.Clone(events)
		random.Shuffle(len(shuffled), func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
		if diff := cmp.Diff(whole, Merge(shuffled)); diff != "" {
			t.Fatalf("seed %d: another order gives another timeline:\n%s", seed, diff)
		}

		// three additions of any documents, earlier ones too
		cut := [4]int{0, len(shuffled) / 3, 2 * len(shuffled) / 3, len(shuffled)}
		var soFar []schemas.Event
		var before Result
		for part := range 3 {
			added := shuffled[cut[part]:cut[part+1]]
			m := New()
			m.Restore(soFar, before.Members)
			m.Add(added)
			after := m.Result()
			again := New()
			again.Restore(soFar, before.Members)
			reversed := slices.Clone(added)
			slices.Reverse(reversed)
			again.Add(reversed)
			if diff := cmp.Diff(after, again.Result()); diff != "" {
				t.Fatalf("seed %d, part %d: another order of the additions gives another timeline:\n%s", seed, part, diff)
			}
			soFar = append(soFar, added...)
			aliases, gone := Changes(before.Members, after.Members, "")
			if len(gone) > 0 {
				t.Errorf("seed %d, part %d: %d ids vanished though nothing was taken away", seed, part, len(gone))
			}
			leads := map[string]bool{}
			for _, row := range after.Timeline {
				leads[row.TimelineID] = true
			}
			for _, a := range aliases {
				if leads[a.Old] || !leads[a.New] {
					t.Errorf("seed %d, part %d: alias %s → %s leads nowhere", seed, part, a.Old, a.New)
				}
				leads[a.Old] = true
			}
			for _, row := range before.Timeline {
				if !leads[row.TimelineID] {
					t.Errorf("seed %d, part %d: id %s is neither kept nor an alias", seed, part, row.TimelineID)
				}
			}
			members := map[string]int{}
			for _, member := range after.Members {
				members[member.EventID]++
			}
			for i := range soFar {
				if members[soFar[i].EventID] != 1 {
					t.Fatalf("seed %d, part %d: mention %s is in %d events", seed, part, soFar[i].EventID, members[soFar[i].EventID])
				}
			}
			// a rerun without anything new changes nothing
			rerun := New()
			rerun.Restore(soFar, after.Members)
			if diff := cmp.Diff(after, rerun.Result()); diff != "" {
				t.Fatalf("seed %d, part %d: a rerun gives another timeline:\n%s", seed, part, diff)
			}
			before = after
		}
	}
}

// BenchmarkMergeSize shows how cost grows: mentions a second should hardly fall from ten thousand to a million, nor bytes a mention rise.
func BenchmarkMergeSize(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 100_000 && testing.Short() {
				b.Skip("takes about 3 GB and half a minute")
			}
			events := corpus(b, n)
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			var kept *Merger
			for b.Loop() {
				kept = New()
				kept.Add(events)
			}
			rate := float64(n) * float64(b.N) / b.Elapsed().Seconds()
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(rate, "mentions/s")
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(n), "held-B/mention")
			runtime.KeepAlive(kept)
		})
	}
}
