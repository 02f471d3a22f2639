// Package lazy holds regular expressions that are compiled when they are first used.
//
// The rules about effects have some sixty patterns, whose compilation was a fifth of the time in which the program starts, also where it only
// reads a file or prints its help. Package regexp has no such type, and functions in the place of variables would have made each rule harder to
// read. The cost: a pattern that is none shows when it is used, not when the program starts, so a test compiles all of them.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp is a regular expression of the syntax of package regexp. It may be used by several goroutines.
type Regexp struct {
	expression string
	compiled   func() *regexp.Regexp
}

var all []*Regexp

// MustCompile keeps an expression for its first use, which panics if it is none. It is called for variables of packages only.
func MustCompile(expression string) *Regexp {
	r := &Regexp{expression, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
	all = append(all, r)
	return r
}

// CompileAll compiles all expressions of the program, for tests, and returns their number.
func CompileAll() int {
	for _, r := range all {
		r.compiled()
	}
	return len(all)
}

// The methods are those of regexp.Regexp.

func (r *Regexp) String() string                       { return r.expression }
func (r *Regexp) MatchString(s string) bool            { return r.compiled().MatchString(s) }
func (r *Regexp) FindString(s string) string           { return r.compiled().FindString(s) }
func (r *Regexp) FindStringSubmatch(s string) []string { return r.compiled().FindStringSubmatch(s) }
func (r *Regexp) FindAllString(s string, n int) []string {
	return r.compiled().FindAllString(s, n)
}
func (r *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	return r.compiled().FindAllStringSubmatch(s, n)
}
func (r *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return r.compiled().FindAllStringSubmatchIndex(s, n)
}
func (r *Regexp) ReplaceAllString(s, by string) string { return r.compiled().ReplaceAllString(s, by) }
func (r *Regexp) ReplaceAllStringFunc(s string, by func(string) string) string {
	return r.compiled().ReplaceAllStringFunc(s, by)
}
func (r *Regexp) Split(s string, n int) []string { return r.compiled().Split(s, n) }
