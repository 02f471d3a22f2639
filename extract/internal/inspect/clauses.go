package inspect

// The last step: clauses with their addresses, and what is in none.

import (
	"fmt"
	"strings"

	"shinkyu/corpus"
)

// tint is the colour of a side.
func tint(side string) string {
	switch side {
	case corpus.New.String():
		return "#1565c0"
	case corpus.Old.String():
		return "#bf360c"
	}
	return "#e65100"
}

// clauses draws the units; the last step of the address stands above the right end of the clause, where the line before, its paragraph's last,
// leaves room more often than the column beside does; in vertical writing behind the first line. The whole address is shown on pointing at it.
func (d *drawing) clauses() int {
	for _, u := range d.Units {
		d.colour = tint(u.Side)
		d.rect(u.Box, fmt.Sprintf(` stroke="%s" stroke-width=".8" stroke-dasharray="3 1.5"`, d.colour), u.title())
		if name := u.Name[strings.LastIndex(u.Name, "/")+1:]; d.trace.Frame.Vertical {
			d.label(u.Box.X1+1, u.Box.Y0+5, name)
		} else {
			d.labelUpTo(u.Box.X1, u.Box.Y0-1, name)
		}
	}
	return len(d.Units)
}

func (u *Unit) title() string { return strings.TrimSpace(u.Side+" "+u.Name) + ": " + u.Text }

// order draws the way from each clause to the next of its side, and numbers them.
func (d *drawing) order() (n int) {
	last := map[string]*Unit{}
	count := map[string]int{}
	for i := range d.Units {
		u := &d.Units[i]
		d.colour = tint(u.Side)
		count[u.Side]++
		if p := last[u.Side]; p != nil {
			d.path(middle(p.Box.X0, p.Box.X1), middle(p.Box.Y0, p.Box.Y1), middle(u.Box.X0, u.Box.X1), middle(u.Box.Y0, u.Box.Y1), fmt.Sprintf(` stroke="%s"`, d.colour))
			n++
		}
		x, y := middle(u.Box.X0, u.Box.X1), middle(u.Box.Y0, u.Box.Y1)
		fmt.Fprintf(d, `<circle cx="%s" cy="%s" r="5" fill="#fff" stroke="%s"/><text x="%[1]s" y="%[4]s" font-size="6" text-anchor="middle" stroke="none" fill="%[3]s">%[5]d</text>`+"\n",
			num(x), num(y), d.colour, num(y+2), count[u.Side])
		last[u.Side] = u
	}
	return n
}

func middle(a, b float64) float64 { return (a + b) / 2 }

// unplaced hatches the text that is in no clause and says why.
func (d *drawing) unplaced() int {
	for _, u := range d.Unplaced {
		if u.Box.IsZero() {
			continue
		}
		d.rect(u.Box, ` fill="#bdbdbd" fill-opacity=".35" stroke-dasharray="1 1"`, u.Reason+": "+u.Text)
		d.label(u.Box.X0, u.Box.Y1+4.5, u.Reason)
	}
	return len(d.Unplaced)
}
