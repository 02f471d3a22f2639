package shinkyu_test

// A law in fourteen versions, where it is at hand (../shared): every article, 項 and 号 that was renumbered, inserted or taken
// away between two versions, checked by hand and kept as addresses; each version's text is the one that was stored.
// amend_chain_test.go holds an invented law to the same.

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/extract"
)

var update = flag.Bool("update", false, "write the wanted results")

// movesOf lists what each state did to the addresses of lives: "state new 第五条の二", "state 第三条 → 第四条", "state gone 第七条".
// Whole articles stand for what is in them; captions go with their articles.
func movesOf(states []lineage.State, lives []lineage.Life, name func(int) string) string {
	byState := make([][]string, len(states))
	fresh := map[string]bool{}
	for _, l := range lives {
		was := ""
		for i, e := range l.Events {
			line := ""
			switch now := plainAddress(e.Path); {
			case strings.Contains(now+was, "見出し"):
			case i == 0 && e.State > 0:
				fresh[fmt.Sprint(e.State)+now] = true
				above := ""
				if p, err := ref.Parse(now); err == nil && len(p) > 1 {
					above = p[:len(p)-1].String()
				}
				if !fresh[fmt.Sprint(e.State)+above] && !fresh[fmt.Sprint(e.State)+plainAddress(above)] {
					line = "new " + now
				}
			case e.Path == "":
				line = "gone " + was
			case was != "" && was != now:
				line = was + " → " + now
			}
			if line != "" {
				byState[e.State] = append(byState[e.State], line)
			}
			was = plainAddress(e.Path)
		}
	}
	var b strings.Builder
	for k, list := range byState {
		for _, line := range list {
			fmt.Fprintf(&b, "%s %s\n", name(k), line)
		}
	}
	return b.String()
}

// plainAddress leaves out the first 項 of an article, which is named only where there are more.
func plainAddress(address string) string {
	p, err := ref.Parse(address)
	if err != nil {
		return address
	}
	var out ref.Path
	for i, s := range p {
		if n := s.Nums(); i > 0 && p[i-1].Kind == ref.Article && s.Kind == ref.Paragraph && len(n) == 1 && n[0] == 1 {
			continue
		}
		out = append(out, s)
	}
	return out.String()
}

func TestLawInFourteenVersions(t *testing.T) {
	files, _ := filepath.Glob("../shared/samples/laws/*/*.xml")
	if len(files) == 0 {
		t.Skip("the law's versions are not at hand; TestInventedChain follows an invented law")
	}
	var tracer lineage.Tracer
	var states []lineage.State
	var before *corpus.Document
	for _, file := range files { // names sort by date
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		content, err := extract.Extract(context.Background(), extract.Source{Name: filepath.Base(file), Data: data})
		if err != nil {
			t.Fatal(err)
		}
		s := lineage.State{Document: content.Document}
		if before != nil {
			s.Result = diff.Compare(&corpus.Comparison{Sides: [2]corpus.Document{*content.Document, *before}})
		}
		tracer.Add(s)
		states, before = append(states, s), content.Document
		if flat(tracer.Text()) != flat(content.Document) {
			t.Errorf("%s: the text differs from the one stored", filepath.Base(file))
		}
	}
	name := func(k int) string { return strings.Split(filepath.Base(files[k]), "_")[1] }
	got := movesOf(states, tracer.Lives(), name)
	const golden = "testdata/law-moves.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := lineDiff(string(want), got); d != "" {
		t.Errorf("the moves differ (-want +got):\n%s", d)
	}
}
