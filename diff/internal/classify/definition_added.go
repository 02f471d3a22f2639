package classify

// 定義の追加: the new side defines a word that the old one does not.
//
//	届け出た者は、 → 届け出た者（以下「届出者」という。）は、
//	＋この要領において「来客」とは、…をいう。
//
// Near misses: a definition that stood elsewhere (moved); （…を除く。以下同じ。） narrows and defines nothing; a word merely used.

func definitionAdded(d *document, c *change) []Effect {
	return d.definitionsThat(c, "definition-added")
}
