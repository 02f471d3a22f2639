package classify

// 定義の移動: the same word is defined in another clause than before. The uses need not change.
//
//	第二条の「備品を使う者（以下「使用者」という。）」 → 第一条に
//
// Near misses: the clause itself moved or was renumbered and took the definition along: kept.

func definitionMoved(d *document, c *change) []Effect {
	return d.definitionsThat(c, "definition-moved")
}
