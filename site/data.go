package site

import (
	"shinkyu/render/wire"
)

// ruleIndex is rule.json: a rule with its revisions and the lives of its clauses. Addresses are relative to the file.
type ruleIndex struct {
	Schema    string          `json:"schema"` // shinkyu.rule/1
	ID        string          `json:"id"`
	Title     string          `json:"title"`
	Kind      string          `json:"kind"`
	Publisher string          `json:"publisher"`
	Summary   string          `json:"summary"`
	Revisions []revisionIndex `json:"revisions"`
	Clauses   []clauseIndex   `json:"clauses"`
}

type revisionIndex struct {
	ID          string `json:"id"`
	Label       string `json:"label"`
	Kind        string `json:"kind"`
	Basis       string `json:"basis"`
	Promulgated string `json:"promulgated"`
	InForce     string `json:"in_force"`
	Summary     string `json:"summary"`
	Page        string `json:"page"`
	Comparison  string `json:"comparison,omitempty"` // absent where nothing came before
	Clauses     int    `json:"changed_clauses"`
}

type clauseIndex struct {
	ID     string       `json:"id"`
	Path   string       `json:"path"`
	Alive  bool         `json:"alive"`
	Page   string       `json:"page"`
	Events []eventIndex `json:"events"`
}

type eventIndex struct {
	Revision string   `json:"revision"`
	Path     string   `json:"path"`
	Kinds    []string `json:"kinds"` // sub new rep mov num wrd; none where nothing changed
	Gist     string   `json:"gist"`
}

func (b *builder) ruleFiles(h *history) error {
	at := ruleDir(h.rule) + "rule.json"
	r := h.rule
	x := ruleIndex{Schema: "shinkyu.rule/1", ID: r.ID, Title: r.Title, Kind: r.Kind, Publisher: r.Publisher, Summary: r.Summary, Revisions: []revisionIndex{}, Clauses: []clauseIndex{}}
	for k := range h.states {
		v := h.states[k].Revision
		dir := relative(at, revisionDir(r, v))
		e := revisionIndex{ID: v.ID, Label: v.Label, Kind: v.Kind, Basis: v.Basis, Promulgated: v.Promulgated, InForce: v.InForce, Summary: v.Summary, Page: dir + "index.html", Clauses: h.sizes[k]}
		if h.states[k].Result != nil {
			e.Comparison = dir + "comparison.json"
		}
		x.Revisions = append(x.Revisions, e)
	}
	for i := range h.lives {
		l := &h.lives[i]
		c := clauseIndex{ID: l.ID, Path: l.Path, Alive: l.Alive, Page: relative(at, clausePage(r, l)), Events: []eventIndex{}}
		for _, s := range h.steps[i] {
			e := eventIndex{Revision: h.states[s.State].Revision.ID, Path: s.Path, Kinds: []string{}, Gist: s.Gist}
			for _, k := range s.Badges {
				e.Kinds = append(e.Kinds, k.Key)
			}
			c.Events = append(c.Events, e)
		}
		x.Clauses = append(x.Clauses, c)
	}
	out, err := wire.Lines(x)
	if err != nil {
		return err
	}
	b.files[at] = out
	return nil
}
