package classify

// 義務の削除: a sentence that laid a duty on somebody goes, in a clause that stays.
//
//	…を調べる。監事は、結果を報告しなければならない。 → …を調べる。
//	－…するものとする。
//
// Near misses: a power that goes; a clause that is struck as a whole; a sentence that became a 項 of its own.

import "shinkyu/corpus"

func dutyRemoved(d *document, c *change) []Effect { return c.dutiesOf(corpus.Old) }
