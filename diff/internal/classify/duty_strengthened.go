package classify

// 義務の強化: the predicate of a sentence moves up the ladder, for the same act.
//
//	報告するよう努める。 → 報告しなければならない。
//	掲示することが望ましい。 → 掲示するものとする。
//
// Near misses: こととする → ものとする (one rung); する → するものとする (style); しなければならない in the middle of a sentence.

func dutyStrengthened(d *document, c *change) []Effect { return c.steps(true) }
