package store

// Where each key of a manifest stands. The TOML library gives a line for what it cannot read, but not for what reads well and
// is wrong; this index walks the lines of a file that the library has accepted and notes table headers and keys.
// It knows no more of TOML than the manifests need: a key in an inline table is found at the line of the table.

import (
	"strings"

	"shinkyu/corpus/lazy"
)

type lineIndex map[string]int

var (
	headerRE = lazy.MustCompile(`^\s*\[\[?\s*"?([^\]"\s]+)"?\s*\]`)
	keyRE    = lazy.MustCompile(`^\s*["']?([^\s"'=.#\[\]]+)["']?\s*[.=]`)
)

// indexLines maps "key" and "revision 2 key" to lines from 1.
func indexLines(src string) lineIndex {
	ix := lineIndex{}
	count := map[string]int{}
	prefix, fence := "", ""
	for i, line := range strings.Split(src, "\n") {
		if fence != "" {
			if strings.Contains(line, fence) {
				fence = ""
			}
			continue
		}
		if m := headerRE.FindStringSubmatch(line); m != nil {
			prefix = m[1] + " " + itoa(count[m[1]]) + " "
			count[m[1]]++
			ix.note(m[1], i+1)
			ix.note(prefix, i+1)
			continue
		}
		if m := keyRE.FindStringSubmatch(line); m != nil {
			ix.note(prefix+m[1], i+1)
		}
		for _, q := range []string{`"""`, `'''`} {
			if strings.Count(line, q)%2 == 1 {
				fence = q
			}
		}
	}
	return ix
}

func (ix lineIndex) note(key string, line int) {
	if _, ok := ix[key]; !ok {
		ix[key] = line
	}
}

// find returns the line of a key, else that of the table it belongs to, else 0.
func (ix lineIndex) find(keys []any) int {
	name, table := "", ""
	for i, k := range keys {
		switch k := k.(type) {
		case string:
			name += k
		case int:
			name += itoa(k)
		}
		if i < len(keys)-1 {
			name += " "
			table = name
		}
	}
	if n, ok := ix[name]; ok {
		return n
	}
	return ix[table]
}
