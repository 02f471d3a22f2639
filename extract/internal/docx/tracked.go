package docx

// Tracked changes.
//
// In a comparison table they are the last drafter's corrections of the table, so they are read as accepted, and what they
// delete is listed as unplaced. In a rule without a table they are the amendment itself: such a document is read twice, with
// all changes rejected (old) and with all accepted (new). Both readings count numbered paragraphs for themselves, so that the
// labels Word prints are right on both sides; taking them from one reading was rejected: every 条ずれ would be lost.
// Changes of looks alone make no second reading. Source: ISO/IEC 29500-1, 17.13.5.

// stays reports whether a w:ins, w:del, w:moveTo or w:moveFrom is part of the text as it is being read.
func (r *reader) stays(change *node) bool {
	inserted := change.Name == "w:ins" || change.Name == "w:moveTo"
	if trim(textOf(change)) != "" {
		r.tracked = true
	}
	if !inserted && !r.reject {
		r.unplace(change, "tracked-deletion")
	}
	return inserted != r.reject
}

// rowStays is stays for a row of a table.
func (r *reader) rowStays(tr *node) bool {
	inserted, deleted := tr.Child("w:trPr", "w:ins") != nil, tr.Child("w:trPr", "w:del") != nil
	r.tracked = r.tracked || inserted || deleted
	if deleted && !r.reject {
		r.unplace(tr, "tracked-deletion")
		return false
	}
	return !inserted || !r.reject
}

// endless reports whether a change takes away the end of a paragraph, so that the next one goes on from it.
func (r *reader) endless(p *node) bool {
	mark := p.Child("w:pPr", "w:rPr")
	inserted := mark.Child("w:ins") != nil || mark.Child("w:moveTo") != nil
	deleted := mark.Child("w:del") != nil || mark.Child("w:moveFrom") != nil
	r.tracked = r.tracked || inserted || deleted
	if r.reject {
		return inserted
	}
	return deleted
}

// properties are those of a paragraph or a run, as they were when changes are rejected.
func (r *reader) properties(n *node, name string) *node {
	now := n.Child(name)
	if r.reject {
		if before := now.Child(name+"Change", name); before != nil {
			return before
		}
	}
	return now
}
