package diff

// Alignment against the truth of made revisions, as whole texts and as printed tables that leave out what did not change.

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// writeRule numbers a tree and turns it into clauses. A shell over several articles takes as many numbers.
func writeRule(roots []*made) corpus.Document {
	var d corpus.Document
	article, chapter := 0, 0
	var put func(list []*made, parent *corpus.Clause, depth int)
	put = func(list []*made, parent *corpus.Clause, depth int) {
		items, paragraphs, sections, texts := 0, 1, 0, 0
		add := func(c *corpus.Clause) {
			if parent == nil {
				d.Clauses = append(d.Clauses, c)
			} else {
				parent.Children = append(parent.Children, c)
			}
		}
		for _, m := range list {
			c := &corpus.Clause{Origin: corpus.Origin{Row: -1}, Void: m.void}
			var path ref.Path
			if parent != nil {
				path = parent.Path
			}
			switch m.kind {
			case ref.Division:
				chapter++
				c.Label, c.Kind = "第"+ref.Kanji(chapter)+"章", corpus.KindHeading
				c.Path = ref.Path{{Kind: ref.Division, Text: c.Label}}
			case ref.Article:
				article++
				c.Label, c.Kind = "第"+ref.Kanji(article)+"条", corpus.KindArticle
				c.Path = ref.Path{{Kind: ref.Article, Text: c.Label}}
				if n := len(m.was); m.void && n > 1 {
					article += n - 1
					c.Label += "及び第" + ref.Kanji(article) + "条"
				}
				if m.caption != "" {
					add(&corpus.Clause{Kind: corpus.KindHeading, Text: corpus.Text{S: m.caption}, Origin: corpus.Origin{Row: -1}, Path: c.Path.Join(ref.Step{Kind: ref.Caption})})
				}
			case ref.Paragraph:
				paragraphs++
				c.Label, c.Kind = fmt.Sprint(paragraphs), corpus.KindParagraph
				c.Path = path[:1:1].Join(ref.Step{Kind: ref.Paragraph, Text: "第" + ref.Kanji(paragraphs) + "項"})
			case ref.Item:
				items++
				c.Label, c.Kind = ref.Kanji(items), corpus.KindItem
				c.Path = path.Join(ref.Step{Kind: ref.Item, Text: "第" + ref.Kanji(items) + "号"})
			case ref.Label:
				sections++
				c.Label, c.Kind = fmt.Sprint(sections), corpus.KindHeading
				if depth > 0 {
					c.Label = "(" + c.Label + ")"
				}
				c.Path = path.Join(ref.Step{Kind: ref.Label, Text: c.Label})
			default:
				texts++
				c.Kind = corpus.KindText
				if m.kind == 0 {
					c.Kind = corpus.KindTable
				}
				c.Path = path.Join(ref.Step{Kind: ref.Unlabelled, Text: fmt.Sprint("¶", texts)})
			}
			if c.Label != "" {
				c.Text.S = c.Label + "　"
				c.Body = len([]rune(c.Text.S))
			}
			c.Text.S += m.joinedWords()
			m.clause = c
			add(c)
			put(m.kids, c, depth+1)
		}
	}
	put(roots, nil, 0)
	return d
}

// truth is what a made revision did: groups of clauses, and the flags of each.
type truth struct {
	groups map[string]bool // "new ids|old ids"
	flags  map[string]bool // group and flag
	moved  map[int]bool    // new ids
}

func key(news, olds []int) string {
	slices.Sort(news)
	slices.Sort(olds)
	return fmt.Sprint(news, "|", olds)
}

// every lists all clauses with their parents.
func every(roots []*made, f func(m, parent *made)) {
	var walk func(list []*made, p *made)
	walk = func(list []*made, p *made) {
		for _, m := range list {
			f(m, p)
			walk(m.kids, m)
		}
	}
	walk(roots, nil)
}

func truthOf(old, new []*made) truth {
	t := truth{map[string]bool{}, map[string]bool{}, map[int]bool{}}
	was, up := map[int]*made{}, map[int]*made{}
	every(old, func(m, p *made) { was[m.id], up[m.id] = m, p })
	news, olds := map[int][]int{}, map[int][]int{} // by the first old id
	taken := map[int]bool{}
	lead, above := map[int]*made{}, map[int]*made{}
	every(new, func(m, p *made) {
		if len(m.was) == 0 {
			t.groups[key([]int{m.id}, nil)] = true
			return
		}
		k := m.was[0]
		if news[k] == nil {
			lead[k], above[k] = m, p
		}
		news[k] = append(news[k], m.id)
		for _, o := range m.was {
			if !taken[o] {
				taken[o] = true
				olds[k] = append(olds[k], o)
			}
		}
	})
	for id := range was {
		if !taken[id] {
			t.groups[key(nil, []int{id})] = true
		}
	}
	for k, n := range news {
		g := key(n, olds[k])
		t.groups[g] = true
		m, o := lead[k], was[k]
		flag := func(s Structure) { t.flags[g+" "+string(s)] = true }
		switch {
		case m.moved || m.level:
			if m.moved {
				flag(Moved)
				t.moved[m.id] = true
			}
			if m.level {
				flag(Releveled)
			}
		case m.clause.Label != o.clause.Label:
			flag(Renumbered)
		}
		if len(n) > 1 {
			flag(Split)
		}
		if len(olds[k]) > 1 {
			flag(Merged)
		}
		if m.void {
			flag(Shell)
		}
	}
	return t
}

// agreement counts pairs and flags against the truth; falseMoves lists clauses that are said to have moved and did not.
type agreement struct {
	pairs, flags [3]int // hits, too many, missing
	falseMoves   []string
}

func f1(c [3]int) float64 {
	if c[0]+c[1]+c[2] == 0 {
		return 1
	}
	return 2 * float64(c[0]) / float64(2*c[0]+c[1]+c[2])
}

func (a *agreement) count(want, got map[string]bool, c *[3]int) (wrong []string) {
	for k := range got {
		if want[k] {
			c[0]++
		} else {
			c[1]++
			wrong = append(wrong, "too much: "+k)
		}
	}
	for k := range want {
		if !got[k] {
			c[2]++
			wrong = append(wrong, "missing: "+k)
		}
	}
	slices.Sort(wrong)
	return wrong
}

// revision makes a rule and its amended version.
func revision(seed int64, edits ...string) (old, new []*made, done []string) {
	g := &maker{rng: rand.New(rand.NewSource(seed))}
	old = g.rule()
	new = copyMade(old)
	for range 1 + g.rng.Intn(6) {
		e := edits[g.rng.Intn(len(edits))]
		if g.amend(&new, e) {
			done = append(done, e)
		}
	}
	return old, new, done
}

// compareMade compares two made rules and counts against the truth. In a table what did not change is left out.
func (a *agreement) compareMade(t *testing.T, rng *rand.Rand, old, new []*made, printed bool) []string {
	c := &corpus.Comparison{}
	c.Sides[corpus.Old], c.Sides[corpus.New] = writeRule(old), writeRule(new)
	want := truthOf(old, new)
	id := map[*corpus.Clause]int{}
	every(old, func(m, _ *made) { id[m.clause] = m.id })
	every(new, func(m, _ *made) { id[m.clause] = m.id })
	if printed {
		(&printer{c: c, t: want, rng: rng}).print(old, new)
	}
	r := Compare(c)
	check(t, r)
	got, flags := map[string]bool{}, map[string]bool{}
	for _, ch := range r.Changes {
		var ids [2][]int
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			for _, u := range ch.Units(s) {
				if n, ok := id[r.Units[s][u]]; ok && r.Units[s][u].Placeholder == corpus.NoPlaceholder {
					ids[s] = append(ids[s], n)
				}
			}
		}
		if len(ids[0])+len(ids[1]) == 0 {
			continue
		}
		k := key(ids[corpus.New], ids[corpus.Old])
		got[k] = true
		for _, s := range ch.Structure {
			flags[k+" "+string(s)] = true
			if s == Moved && !want.moved[ids[corpus.New][0]] {
				a.falseMoves = append(a.falseMoves, r.Units[corpus.Old][ch.Old[0]].Path.String()+" → "+r.Units[corpus.New][ch.New[0]].Text.S)
			}
		}
	}
	return append(a.count(want.groups, got, &a.pairs), a.count(want.flags, flags, &a.flags)...)
}

// The floors of the made revisions: they only rise.
const (
	pairsFloor, flagsFloor = 0.997, 0.985
)

// madeEdits are drawn from with equal chance.
var madeEdits = []string{"insert", "insert", "delete", "reword", "reword", "move", "move-reword", "reuse", "decoy", "raise", "lower", "split", "merge", "shell", "shells"}

func TestMadeRevisions(t *testing.T) {
	for _, mode := range []struct {
		name    string
		printed bool
	}{{"whole texts", false}, {"tables", true}} {
		var a agreement
		shown := 0
		for seed := range int64(madeRules) {
			old, new, done := revision(seed, madeEdits...)
			wrong := a.compareMade(t, rand.New(rand.NewSource(seed)), old, new, mode.printed)
			if len(wrong) > 0 && shown < 6 && testing.Verbose() {
				shown++
				t.Logf("%s, seed %d, %v:\n%s", mode.name, seed, done, strings.Join(wrong, "\n"))
			}
		}
		t.Logf("%s: pairs %.4f, structure %.4f, false moves %d of %d revisions", mode.name, f1(a.pairs), f1(a.flags), len(a.falseMoves), madeRules)
		if f1(a.pairs) < pairsFloor || f1(a.flags) < flagsFloor {
			t.Errorf("%s: pairs %.4f, structure %.4f; the floors are %v and %v", mode.name, f1(a.pairs), f1(a.flags), pairsFloor, flagsFloor)
		}
		if len(a.falseMoves) > 0 {
			t.Errorf("%s: %d false moves, the first %s", mode.name, len(a.falseMoves), a.falseMoves[0])
		}
	}
}
