package extract

// Two whole texts side by side.
//
// A comparison is printed in a table or formed here from two versions of a rule. Formed ones have no tables, rows or
// marks: nothing was printed, so nothing is evidence. A table can stand in for a text through its column of the wanted
// side, which lets a draft in table form be compared with the law it amends. A document with tracked changes stands for
// the text in which they are accepted.

import "shinkyu/corpus"

// Pair forms the comparison of two texts. The error is a *corpus.Failure for a missing side.
func Pair(newer, older *Content) (*corpus.Comparison, error) {
	c := &corpus.Comparison{}
	for side, content := range []*Content{corpus.New: newer, corpus.Old: older} {
		if content == nil || content.Document == nil && content.Comparison == nil {
			return nil, emptyFile
		}
		c.Sources[side] = content.Source
		c.Sides[side] = content.side(corpus.Side(side))
		if content.Comparison != nil {
			c.Diags = append(c.Diags, content.Comparison.Diags...)
			c.Unplaced = append(c.Unplaced, content.Comparison.Unplaced...)
			continue
		}
		for _, d := range content.Diags {
			d.Side = corpus.Side(side).String()
			c.Diags = append(c.Diags, d)
		}
		c.Unplaced = append(c.Unplaced, content.Unplaced...)
	}
	c.Title = c.Sides[corpus.New].Title
	if c.Title == "" {
		c.Title = c.Sides[corpus.Old].Title
	}
	return c, nil
}

// side is the text that stands for a side.
func (c *Content) side(side corpus.Side) corpus.Document {
	if c.Document != nil {
		return *c.Document
	}
	if !c.Comparison.Printed() {
		side = corpus.New
	}
	d := c.Comparison.Sides[side]
	if d.Title == "" {
		d.Title = c.Comparison.Title
	}
	return d
}
