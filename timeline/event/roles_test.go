package event

import (
	"math"
	"testing"
)

// TestObjectsAreSeldomParts: a law that is passed is a part only where the model is nearly sure of it; a minister who is appointed needs no more than
// that the parts together are likely enough.
func TestObjectsAreSeldomParts(t *testing.T) {
	for _, c := range []struct {
		patient float64 // its chance; the rest is that of none
		object  bool
		want    int
	}{{0.55, false, classPatient}, {0.55, true, classNone}, {0.97, true, classPatient}, {0.30, false, classNone}} {
		sums := make([]float32, roleClasses)
		for class := range sums {
			sums[class] = -30
		}
		sums[classPatient], sums[classNone] = float32(math.Log(c.patient)), float32(math.Log(1-c.patient))
		if got := chooseRole(sums, c.object); got != c.want {
			t.Errorf("a patient of chance %.2f, object %v: class %d, expected %d", c.patient, c.object, got, c.want)
		}
	}
}
