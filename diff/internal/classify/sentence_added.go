package classify

// 文の追加: a whole sentence that only the new side has (後段を加える, ただし書を加える).
//
//	…を作成する。 → …を作成する。当該記録は、書庫に保管する。          sentence-added
//	…とする。 → …とする。ただし、軽微なものを除く。                  sentence-added, and condition
//
// Near misses: 。 inside brackets ends no sentence (甲（乙をいう。以下同じ。）); a sentence that was divided, or joined with another, has its words on the
// other side; one that gives way to another is replaced.

import "shinkyu/corpus"

func sentenceAdded(d *document, c *change) []Effect { return c.lone(corpus.New) }
