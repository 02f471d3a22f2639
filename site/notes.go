package site

import (
	"shinkyu/corpus"
	"shinkyu/render/note"
	"shinkyu/render/web"
)

// note renders a drafter's note for the page from; top is the level of its own highest heading.
func (b *builder) note(h *history, n *corpus.Note, from string, top int) (web.Note, error) {
	state := h.stateOf(n.Revision)
	html, err := note.HTML(n.Markdown, top, func(address string) (string, bool) {
		i := h.find(address, state)
		if i < 0 {
			return "", false
		}
		return relative(from, clausePage(h.rule, &h.lives[i])), true
	})
	out := web.Note{Title: orElse(n.Title, b.say("改正の理由")), HTML: html}
	if n.Revision != "" && state >= 0 && h.states[state].Revision.ID == n.Revision {
		v := h.states[state].Revision
		out.Where = orElse(v.Label, v.ID) + b.say("（") + b.inForce(v.InForce) + b.say("）")
	}
	return out, err
}

// noted renders the notes on some lives: those on one revision and on all of them, or for state -1 every note.
func (b *builder) noted(h *history, lives []int, state int, from string, top int) ([]web.Note, error) {
	var out []web.Note
	for _, i := range lives {
		for _, n := range h.notes[i] {
			if state >= 0 && n.Revision != "" && n.Revision != h.states[state].Revision.ID {
				continue
			}
			v, err := b.note(h, n, from, top)
			if err != nil {
				return nil, err
			}
			if state >= 0 {
				v.Where = ""
			}
			if n.Clause != "" && (len(lives) > 1 || state >= 0) {
				v.Title = cited(n.Clause) + "　" + v.Title
			}
			out = append(out, v)
		}
	}
	return out, nil
}

// explained renders the notes on a whole revision.
func (b *builder) explained(h *history, state int, from string) ([]web.Note, error) {
	var out []web.Note
	for _, n := range h.general {
		if n.Revision != h.states[state].Revision.ID {
			continue
		}
		v, err := b.note(h, n, from, 4)
		if err != nil {
			return nil, err
		}
		if n.Clause != "" {
			v.Title = cited(n.Clause) + "　" + v.Title
		}
		v.Where = ""
		out = append(out, v)
	}
	return out, nil
}
