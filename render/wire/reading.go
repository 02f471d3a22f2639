package wire

import "shinkyu/corpus"

// Schemas of what extraction alone yields. A rule has one list of units, a table has two.
const (
	DocumentSchema = "shinkyu.document/1"
	TableSchema    = "shinkyu.table/1"
)

// Document is the JSON of one whole rule as read.
type Document struct {
	Schema   string            `json:"schema"`
	Title    string            `json:"title"`
	Source   corpus.Source     `json:"source"`
	Units    []Unit            `json:"units"`
	Findings []Finding         `json:"findings"`
	Unplaced []corpus.Unplaced `json:"unplaced"`
	Audit    []corpus.Tally    `json:"audit,omitempty"` // of a PDF, page by page
}

// Reading is the JSON of a comparison table as read, before anything is compared.
type Reading struct {
	Schema   string            `json:"schema"`
	Title    string            `json:"title"`
	Source   corpus.Source     `json:"source"`
	Tables   []Table           `json:"tables"`
	Sides    SideHeaders       `json:"sides"`
	Units    Units             `json:"units"`
	Findings []Finding         `json:"findings"`
	Unplaced []corpus.Unplaced `json:"unplaced"`
	Audit    []corpus.Tally    `json:"audit,omitempty"` // of a PDF, page by page
}

// NewDocument copies a whole rule into its public form.
func NewDocument(src corpus.Source, d *corpus.Document, diags []corpus.Diag, unplaced []corpus.Unplaced) *Document {
	out := &Document{Schema: DocumentSchema, Title: d.Title, Source: src, Units: []Unit{}, Findings: findings(diags), Unplaced: list(unplaced)}
	clauses, parents := d.Units()
	for i, k := range clauses {
		out.Units = append(out.Units, unit(k, parents[i]))
	}
	return out
}

// NewReading copies a table into its public form.
func NewReading(c *corpus.Comparison) *Reading {
	out := &Reading{
		Schema: TableSchema, Title: c.Title, Source: c.Sources[corpus.New], Tables: tables(c),
		Sides:    SideHeaders{New: header(&c.Sides[corpus.New]), Old: header(&c.Sides[corpus.Old])},
		Findings: findings(c.Diags), Unplaced: list(c.Unplaced),
	}
	side := func(s corpus.Side) []Unit {
		clauses, parents := c.Sides[s].Units()
		return units(c, clauses, parents)
	}
	out.Units = Units{New: side(corpus.New), Old: side(corpus.Old)}
	return out
}
