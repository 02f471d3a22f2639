package classify

// 定義の変更: what a defined word stands for changed, or the word is called otherwise in the same slot.
//
//	「外来者」とは、来客及び業者をいう → 来客、業者及び見学者をいう     changed, and scope
//	（以下「整備機関」という。） → （以下「整備機関等」という。）      renamed
//
// Near misses: the name behind a kept abbreviation (rename); spelling, references, dates and numbers of acts inside the definition.

func definitionChanged(d *document, c *change) []Effect {
	return d.definitionsThat(c, "definition-changed")
}
