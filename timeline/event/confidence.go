package event

import "math"

// probability is the chance that a trigger is an event.
func (e *found) probability() float32 { return float32(1 / (1 + math.Exp(-float64(e.score)))) }

// calibrate turns the trigger model's score into the event's confidence: the share of events with such scores that annotators agree with.
func calibrate(s *Scratch, events []Event) {
	for i := range s.found {
		events[i].Confidence = float32(math.Round(float64(s.found[i].probability())*100) / 100)
	}
}
