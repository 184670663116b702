package merge_test

import "math"

// Scores of coreference, as the CoNLL-2011/2012 shared tasks average them (Pradhan et al. 2011). Both sides are a partition of the same mentions:
// which cluster each belongs to.

// counts is right, expected and given, summed over stories.
type counts struct{ precisionUp, precisionDown, recallUp, recallDown float64 }

func (c *counts) f1() float64 {
	if c.precisionDown == 0 || c.recallDown == 0 {
		return 0
	}
	p, r := c.precisionUp/c.precisionDown, c.recallUp/c.recallDown
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// partition groups mentions by the name of their cluster.
func partition(of []string) map[string][]int {
	clusters := map[string][]int{}
	for i, name := range of {
		clusters[name] = append(clusters[name], i)
	}
	return clusters
}

// bCubed counts for each mention the share of its cluster that is right (Bagga and Baldwin 1998).
func (c *counts) bCubed(gold, system []string) {
	golds, systems := partition(gold), partition(system)
	for i := range gold {
		common := 0.0
		for _, k := range golds[gold[i]] {
			if system[k] == system[i] {
				common++
			}
		}
		c.precisionUp += common / float64(len(systems[system[i]]))
		c.recallUp += common / float64(len(golds[gold[i]]))
		c.precisionDown++
		c.recallDown++
	}
}

// muc counts the links that hold clusters together (Vilain et al. 1995).
func (c *counts) muc(gold, system []string) {
	links := func(of, by []string) (up, down float64) {
		for _, members := range partition(of) {
			parts := map[string]bool{}
			for _, i := range members {
				parts[by[i]] = true
			}
			up += float64(len(members) - len(parts))
			down += float64(len(members) - 1)
		}
		return up, down
	}
	up, down := links(gold, system)
	c.recallUp, c.recallDown = c.recallUp+up, c.recallDown+down
	up, down = links(system, gold)
	c.precisionUp, c.precisionDown = c.precisionUp+up, c.precisionDown+down
}

// ceaf matches clusters one to one so that their likeness φ4 is greatest (Luo 2005).
func (c *counts) ceaf(gold, system []string) {
	golds, systems := partition(gold), partition(system)
	names := func(clusters map[string][]int, order []string) (list []string) {
		seen := map[string]bool{}
		for _, name := range order {
			if !seen[name] {
				seen[name] = true
				list = append(list, name)
			}
		}
		return list
	}
	rows, columns := names(golds, gold), names(systems, system)
	size := max(len(rows), len(columns))
	likeness := make([][]float64, size)
	for i := range likeness {
		likeness[i] = make([]float64, size)
	}
	for i, g := range rows {
		for k, s := range columns {
			common := 0.0
			for _, m := range golds[g] {
				if system[m] == s {
					common++
				}
			}
			likeness[i][k] = 2 * common / float64(len(golds[g])+len(systems[s]))
		}
	}
	best := assignment(likeness)
	c.precisionUp, c.recallUp = c.precisionUp+best, c.recallUp+best
	c.precisionDown, c.recallDown = c.precisionDown+float64(len(columns)), c.recallDown+float64(len(rows))
}

// assignment is the greatest sum of one entry of each row and column of a square matrix (the Hungarian method, with potentials).
func assignment(value [][]float64) float64 {
	n := len(value)
	u, v := make([]float64, n+1), make([]float64, n+1)
	row, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		column := 0
		least := make([]float64, n+1)
		used := make([]bool, n+1)
		for k := range least {
			least[k] = math.Inf(1)
		}
		for row[column] != 0 {
			used[column] = true
			at, delta, next := row[column], math.Inf(1), 0
			for k := 1; k <= n; k++ {
				if used[k] {
					continue
				}
				if cost := -value[at-1][k-1] - u[at] - v[k]; cost < least[k] {
					least[k], way[k] = cost, column
				}
				if least[k] < delta {
					delta, next = least[k], k
				}
			}
			for k := range n + 1 {
				if used[k] {
					u[row[k]] += delta
					v[k] -= delta
				} else {
					least[k] -= delta
				}
			}
			column = next
		}
		for column != 0 {
			row[column] = row[way[column]]
			column = way[column]
		}
	}
	total := 0.0
	for k := 1; k <= n; k++ {
		total += value[row[k]-1][k-1]
	}
	return total
}
