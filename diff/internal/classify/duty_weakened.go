package classify

// 義務の緩和: the predicate of a sentence moves down the ladder, for the same act.
//
//	提出するものとする。 → 提出することができる。
//	提出しなければならない。 → 提出するよう努めるものとする。
//
// Near misses: ものとする → こととする (one rung); a sentence that gave way to another about something else.

func dutyWeakened(d *document, c *change) []Effect { return c.steps(false) }
