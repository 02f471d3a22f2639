package classify

// 文法・体裁: what is left when only particles, connectives and signs differ. It has no legal effect.
//
//	を整備 → の整備      においては → に対しては      （文頭の）また、 dropped      に関しても → についても
//	附則　抄 → 附則: the collection prints the rest as well
//
// Near misses: 又は → 及び, 等, and any negation (ない, ず), まで, から, のみ mean something.

import (
	"strings"

	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/token"
)

var (
	meaningful = lazy.MustCompile(`ない|なく|なけ|なかっ|ず|のみ|だけ|まで|から|より|ごと|ほか|など|とき|ただし|ものとする|できる|れる|せる`)
	stock      = lazy.MustCompile(`関し|対し|関する|対する|基づ|従[いっ]|当た|際し`) // kanji of compound particles
)

func grammar(d *document, c *change) []Effect {
	if c.Rewritten {
		return nil
	}
	return c.each(func(h *hunk) (Effect, bool) {
		if c.Heading && strings.TrimSpace(h.old()+h.new()) == "抄" {
			h.same = true
			return c.effect(h), true
		}
		for s := range h.text {
			if meaningful.MatchString(h.text[s]) {
				return Effect{}, false
			}
			for _, r := range stock.ReplaceAllString(h.text[s], "") {
				if k := token.Script(r); k != token.Kana && r != '、' && r != '。' && r != '・' {
					return Effect{}, false
				}
			}
		}
		return c.effect(h), true
	})
}
