// Package refer finds the references in a rule's text and resolves them to the clauses they name.
//
// 第三条第二項第一号イ names its target by number, 前条 by place, 同項 by what was named last, 上記(1) by printed label. A number
// alone is no answer: 「法第三条」 is another law's article, 「第三条（第二項を除く。）」 means 第三条第二項, and a table prints half of a rule.
// So a reference is read with its surroundings, and has one of four states; only Missing, which says that the rule as a whole
// is known and holds no such clause, is a mistake. Search by regular expression over the address list was rejected: it cannot
// know whose article is meant. Cost: a reference that only sense can settle (このほか一の項) is left out.
//
// Source: 新訂ワークブック法制執務, 条項の引用; 法令標準XML for the levels.
package refer

import "shinkyu/corpus"

// Status says what became of a reference.
type Status string

const (
	Resolved Status = "resolved" // Targets are the clauses it names
	External Status = "external" // names another rule, or stands in a quotation: never resolved
	Missing  Status = "missing"  // the rule is known there and has no such clause
	Unknown  Status = "unknown"  // the target may stand in text that the source leaves out, or is not said clearly
)

// Reference is one reference in the text of a unit. A range (第三条から第五条まで) is one reference with all its targets.
type Reference struct {
	Unit     int         // index of the unit it stands in, in reading order
	Span     corpus.Span // code points of the unit's text
	Text     string      // as printed
	Targets  []int       // indices of the units named, ascending; a unit stands for all under it. Nil unless resolved
	Status   Status
	Relative bool // counts from where it stands (前条, 次項, 前各号) or from what was named before (同条)
	Every    bool // names all items of a clause: 次の各号, 前項各号
}

// Find lists the references of a document in reading order.
// A document that leaves text out （略）, or that is one side of a table, may hide a target: such a reference is Unknown.
func Find(d *corpus.Document) []Reference {
	o := newOutline(d)
	var out []Reference
	for u, c := range o.units {
		if c.Placeholder != corpus.NoPlaceholder || c.Void {
			continue
		}
		f := flatten(c)
		r := reader{o: o, unit: u, f: f, mentions: scan(f, o)}
		out = append(out, r.read()...)
	}
	return out
}
