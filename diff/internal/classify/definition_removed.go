package classify

// 定義の削除: the old side defines a word that the new one does not.
//
//	工事に要する経費（以下「対象経費」という。）は、 → 工事に要する経費は、
//	－（…をいう。以下同じ。）
//
// Near misses: a definition that stands elsewhere now (moved); a bracket that defined nothing.

func definitionRemoved(d *document, c *change) []Effect {
	return d.definitionsThat(c, "definition-removed")
}
