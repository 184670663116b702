package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

// The settings that cross-validation of the event models found good enough; none of them matters much.
const (
	contexts   = 8000 // words, the most frequent, that tell of the words beside them
	dimensions = 100
	iterations = 6    // of the subspace
	rounds     = 25   // of k-means
	smoothing  = 0.75 // of the contexts' frequencies, so that rare ones do not count too much
)

// places is where a context word may stand.
var places = [...]int{-2, -1, 1, 2}

// matrix is sparse, one row a word.
type matrix struct {
	columns int
	rows    [][]cell
}

type cell struct {
	column int32
	value  float32
}

// associations gives the positive pointwise mutual information of each word with each context word in each place. The edge of a sentence is a
// context as well.
func associations(sentences [][]string, words []string) *matrix {
	number := make(map[string]int32, len(words))
	for i, w := range words {
		number[w] = int32(i)
	}
	width := min(contexts, len(words))
	edge := width
	m := &matrix{columns: len(places) * (width + 1), rows: make([][]cell, len(words))}
	met := make([][]int32, len(words))
	for _, s := range sentences {
		for i, w := range s {
			row, known := number[w]
			if !known {
				continue
			}
			for p, place := range places {
				context := edge
				if k := i + place; k >= 0 && k < len(s) {
					n, known := number[s[k]]
					if !known || int(n) >= width {
						continue
					}
					context = int(n)
				}
				met[row] = append(met[row], int32(p*(width+1)+context))
			}
		}
	}
	columnSums := make([]float64, m.columns)
	for i, columns := range met {
		slices.Sort(columns)
		for first := 0; first < len(columns); {
			last := first + 1
			for last < len(columns) && columns[last] == columns[first] {
				last++
			}
			m.rows[i] = append(m.rows[i], cell{columns[first], float32(last - first)})
			columnSums[columns[first]] += float64(last - first)
			first = last
		}
	}
	total := 0.0
	for i := range columnSums {
		columnSums[i] = math.Pow(columnSums[i], smoothing)
		total += columnSums[i]
	}
	for i, row := range m.rows {
		sum := float64(len(met[i]))
		kept := row[:0]
		for _, c := range row {
			if v := math.Log(float64(c.value) * total / (sum * columnSums[c.column])); v > 0 {
				kept = append(kept, cell{c.column, float32(v)})
			}
		}
		m.rows[i] = kept
	}
	return m
}

// embed places each row by the largest singular vectors of the matrix, weighted by the square roots of their values, at length 1. The vectors
// come from subspace iteration.
func embed(m *matrix) [][]float32 {
	source := rand.New(rand.NewPCG(1, 2))
	right := dense(m.columns)
	for i := range right {
		for k := range right[i] {
			right[i][k] = float32(source.NormFloat64())
		}
	}
	left := dense(len(m.rows))
	for range iterations {
		orthogonal(right)
		for i, row := range m.rows {
			clear(left[i])
			for _, c := range row {
				add(left[i], right[c.column], c.value)
			}
		}
		orthogonal(left)
		for i := range right {
			clear(right[i])
		}
		for i, row := range m.rows {
			for _, c := range row {
				add(right[c.column], left[i], c.value)
			}
		}
	}
	values := make([]float64, dimensions) // the columns of right have the lengths of the singular values
	for i := range right {
		for k, v := range right[i] {
			values[k] += float64(v) * float64(v)
		}
	}
	for i := range left {
		for k := range left[i] {
			left[i][k] *= float32(math.Pow(values[k], 0.25))
		}
		normalise(left[i])
	}
	return left
}

func dense(rows int) [][]float32 {
	all := make([]float32, rows*dimensions)
	m := make([][]float32, rows)
	for i := range m {
		m[i] = all[i*dimensions : (i+1)*dimensions]
	}
	return m
}

func add(to, from []float32, times float32) {
	for k := range to {
		to[k] += times * from[k]
	}
}

// orthogonal makes the columns orthogonal, of length 1 (modified Gram-Schmidt).
func orthogonal(m [][]float32) {
	for k := range dimensions {
		length := 0.0
		for i := range m {
			length += float64(m[i][k]) * float64(m[i][k])
		}
		scale := float32(1 / math.Sqrt(max(length, 1e-30)))
		var shared [dimensions]float64
		for i := range m {
			m[i][k] *= scale
			for other := k + 1; other < dimensions; other++ {
				shared[other] += float64(m[i][k]) * float64(m[i][other])
			}
		}
		for i := range m {
			for other := k + 1; other < dimensions; other++ {
				m[i][other] -= float32(shared[other]) * m[i][k]
			}
		}
	}
}

func normalise(v []float32) {
	length := 0.0
	for _, x := range v {
		length += float64(x) * float64(x)
	}
	scale := float32(1 / math.Sqrt(max(length, 1e-30)))
	for k := range v {
		v[k] *= scale
	}
}

// cluster is k-means by cosine from the most frequent words.
func cluster(points [][]float32, classes int) []int {
	centres := dense(classes)
	for i := range centres {
		copy(centres[i], points[i])
	}
	class := make([]int, len(points))
	for range rounds {
		for i, p := range points {
			best := float32(math.Inf(-1))
			for c, centre := range centres {
				var near float32
				for k := range p {
					near += p[k] * centre[k]
				}
				if near > best {
					best, class[i] = near, c
				}
			}
		}
		for c := range centres {
			clear(centres[c])
		}
		for i, p := range points {
			add(centres[class[i]], p, 1)
		}
		for c := range centres {
			normalise(centres[c])
		}
	}
	return class
}
