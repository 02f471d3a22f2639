package classify

// 義務の追加: a sentence comes that lays a duty on somebody, in a clause that goes on.
//
//	…を作成する。 → …を作成する。管理者は、これを三年間保存しなければならない。
//	＋…を満たす必要がある。
//
// Near misses: a sentence that only tells (広さは、二十平方メートルである。), gives a power (できる。) or withholds one; a clause that is new as a whole; a duty that stood in the sentence before.

import "shinkyu/corpus"

func dutyAdded(d *document, c *change) []Effect { return c.dutiesOf(corpus.New) }
