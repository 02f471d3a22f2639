package corpus

import "slices"

// Meaning is what a legend says that marked words are.
type Meaning string

const (
	MeansChanged   Meaning = "changed"    // 改正部分, 変更箇所, 修正
	MeansAdded     Meaning = "added"      // 追加, 新設
	MeansDeleted   Meaning = "deleted"    // 削除
	MeansMoved     Meaning = "moved"      // 移動
	MeansInOrder   Meaning = "in-order"   // 順次対応する: the first marked words on one side become the first on the other
	MeansAnnotated Meaning = "annotation" // 注記: the mark says nothing about a change
)

// Signal is one thing that a table's legend says: marks of the kind mean this.
type Signal struct {
	Kind  MarkKind `json:"kind"`
	Means Meaning  `json:"means"`
	Whole bool     `json:"whole,omitempty"` // only where the mark is on a clause from end to end (全体に付した傍線)
	Side  string   `json:"side,omitempty"`  // new or old: only in that column (旧欄の下線は削除); "": in both
}

// lines are the marks of the official drafting custom: whoever uses one may use the others.
var lines = []MarkKind{MarkUnderline, MarkDouble, MarkBox}

// Names reports whether the table's legend says that marks of the kind are changes on a side.
func (t *Table) Names(kind MarkKind, side Side) bool {
	return slices.ContainsFunc(t.Signals, func(s Signal) bool { return s.Kind == kind && s.changes() && s.on(side) })
}

func (s Signal) on(side Side) bool { return s.Side == "" || s.Side == side.String() }

func (s Signal) changes() bool { return s.Means != MeansAnnotated }

// Official reports whether marks of the kind say that their words changed, on a side. Where the legend names marks for what changed or was added,
// those are the marks, and no others, but for two: 傍線, 二重傍線 and boxes of dashes come together, and what is
// struck out is gone whatever else is marked. A kind that the legend calls a note is none. Without a legend every mark counts.
func (t *Table) Official(kind MarkKind, side Side) bool {
	if t.Names(kind, side) {
		return true
	}
	named := slices.ContainsFunc(lines, func(k MarkKind) bool { return t.Names(k, side) })
	exclusive := false
	for _, s := range t.Signals {
		if !s.on(side) {
			continue
		}
		if s.Kind == kind && s.Means == MeansAnnotated && !s.Whole {
			return false
		}
		exclusive = exclusive || s.changes() && s.Means != MeansDeleted && s.Means != MeansMoved
	}
	return !exclusive || kind == MarkStrike || named && slices.Contains(lines, kind)
}

// table is the one that a clause stands in, nil if there is none.
func (c *Comparison) table(k *Clause) *Table {
	if k.Origin.Table < 0 || k.Origin.Table >= len(c.Tables) {
		return nil
	}
	return &c.Tables[k.Origin.Table]
}

// Official are the marks of a clause of a side that say what changed, as the legend of its table has it.
func (c *Comparison) Official(k *Clause, side Side) []Mark {
	t := c.table(k)
	if t == nil || len(t.Signals) == 0 {
		return k.Text.Marks
	}
	return slices.DeleteFunc(slices.Clone(k.Text.Marks), func(m Mark) bool { return !t.Official(m.Kind, side) })
}

// Names reports whether the legend of the clause's table says that marks of the kind are changes on a side.
func (c *Comparison) Names(k *Clause, kind MarkKind, side Side) bool {
	t := c.table(k)
	return t != nil && t.Names(kind, side)
}
