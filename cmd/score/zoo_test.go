package main

import (
	"io"
	"testing"
)

// What the zoo's measures count: a letter lost, a unit cut, a mark too long, a unit on the wrong side.
func TestZooSeesFaults(t *testing.T) {
	truth := &zooTruth{Tables: []zooTable{{
		Title: "保存規程新旧対照表", NewHead: "改正後", OldHead: "改正前",
		New: []zooUnit{{Text: "第一条帳簿を三年間保存する。", Marks: []zooMark{{"underline", [2]int{6, 9}}}}, {Text: "２台帳を備えなければならない。"}},
		Old: []zooUnit{{Text: "第一条帳簿を五年間保存する。", Marks: []zooMark{{"underline", [2]int{6, 9}}}}},
	}}}
	read := func(change func(r *zooReading)) scores {
		r := &zooReading{}
		r.Tables = append(r.Tables, struct {
			Title, Legend string
			Sides         struct{ New, Old string }
		}{Title: "保存規程　新旧対照表"})
		r.Tables[0].Sides.New, r.Tables[0].Sides.Old = "改正後", "改正前"
		r.Units.New = append(r.Units.New, truth.Tables[0].New...)
		r.Units.Old = append(r.Units.Old, truth.Tables[0].Old...)
		change(r)
		return measureZoo(truth, r, func(f string, a ...any) {})
	}
	for name, c := range read(func(*zooReading) {}) {
		if c.value() != 1 {
			t.Errorf("a perfect reading has %s %v", name, c.value())
		}
	}
	for _, c := range []struct {
		measure string
		change  func(r *zooReading)
	}{
		{"chars", func(r *zooReading) { r.Units.New[1].Text = "２台帳を備えなければならな。" }},
		{"bounds", func(r *zooReading) {
			r.Units.New = []zooUnit{{Text: r.Units.New[0].Text + r.Units.New[1].Text, Marks: r.Units.New[0].Marks}}
		}},
		{"marks", func(r *zooReading) { r.Units.Old[0].Marks = []zooMark{{"underline", [2]int{6, 10}}} }},
		{"marks", func(r *zooReading) { r.Units.Old[0].Marks = []zooMark{{"double", [2]int{6, 9}}} }},
		{"side", func(r *zooReading) { r.Units.New, r.Units.Old = r.Units.Old, r.Units.New }},
		{"heads", func(r *zooReading) { r.Tables[0].Title = "" }},
	} {
		if v := read(c.change)[c.measure].value(); v >= 1 {
			t.Errorf("%s does not see its fault", c.measure)
		}
	}
}

func TestZooFloorsAreEnforced(t *testing.T) {
	s := &zooSheet{newSheet(zooMeasures)}
	s.add(zooGroup+"all", scores{"chars": {TP: 9, FN: 10, Rate: true}})
	if got := s.broken(map[string]map[string]float64{"all": {"chars": 0.95}, "latex": {"chars": 0.5}}); len(got) != 2 {
		t.Errorf("got %v: a sum below its floor and a sum that is missing are both broken", got)
	}
	s.print(io.Discard)
}
