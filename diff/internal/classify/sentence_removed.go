package classify

// 文の削除: a whole sentence that only the old side has (後段を削る, ただし書を削る).
//
//	占用の期間は、五年とする。ただし、更新を妨げない。 → 占用の期間は、五年とする。    sentence-removed, and condition
//	…を調べる。結果は、総会に報告する。 → …を調べる。                             sentence-removed
//
// Near misses: a sentence that became a 項 of its own (split), or whose words went into the sentence before it.

import "shinkyu/corpus"

func sentenceRemoved(d *document, c *change) []Effect { return c.lone(corpus.Old) }
