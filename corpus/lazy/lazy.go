// Package lazy holds regular expressions that are compiled when they are first used.
//
// The rooms have some two hundred patterns, and a command or a worker needs a few of them: compiling all was a third of the time in which the
// program starts. Package regexp has no such type, and functions in the place of variables would have made each rule harder to
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
func (r *Regexp) Match(b []byte) bool                  { return r.compiled().Match(b) }
func (r *Regexp) MatchString(s string) bool            { return r.compiled().MatchString(s) }
func (r *Regexp) Find(b []byte) []byte                 { return r.compiled().Find(b) }
func (r *Regexp) FindSubmatch(b []byte) [][]byte       { return r.compiled().FindSubmatch(b) }
func (r *Regexp) FindAll(b []byte, n int) [][]byte     { return r.compiled().FindAll(b, n) }
func (r *Regexp) FindString(s string) string           { return r.compiled().FindString(s) }
func (r *Regexp) FindStringIndex(s string) []int       { return r.compiled().FindStringIndex(s) }
func (r *Regexp) FindStringSubmatch(s string) []string { return r.compiled().FindStringSubmatch(s) }
func (r *Regexp) FindStringSubmatchIndex(s string) []int {
	return r.compiled().FindStringSubmatchIndex(s)
}
func (r *Regexp) FindAllString(s string, n int) []string { return r.compiled().FindAllString(s, n) }
func (r *Regexp) FindAllStringIndex(s string, n int) [][]int {
	return r.compiled().FindAllStringIndex(s, n)
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
