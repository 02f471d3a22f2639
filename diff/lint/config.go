package lint

import (
	"maps"
	"slices"

	"shinkyu/corpus"
)

// Config is what a house decides about the checks. The zero value runs all of them.
type Config struct {
	Disable  []string                   // rules that are off
	Severity map[string]corpus.Severity // by rule
	Known    []string                   // terms that need no definition and may stay
	Prefer   map[string]string          // spelling to avoid → spelling of the house
}

// wants reports whether a rule is left on.
func (c *Config) wants(r *Rule) bool { return !c.off(r.ID) }

func (c *Config) off(id string) bool { return slices.Contains(c.Disable, id) }

func (c *Config) severity(r *Rule) corpus.Severity {
	if s, ok := c.Severity[r.ID]; ok {
		return s
	}
	return r.Severity
}

func (c *Config) known(term string) bool { return slices.Contains(c.Known, term) }

// sortedKeys keeps the order of findings.
func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
