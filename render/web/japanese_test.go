package web

import (
	"regexp"
	"testing"
)

func TestMarkJapanese(t *testing.T) {
	for page, want := range map[string]string{
		`<html lang="en"><p>Text of 第五版.</p></html>`:                                 `<html lang="en"><p>Text of <span class="src" lang="ja">第五版</span>.</p></html>`,
		`<html lang="en"><p lang="ja">第五版<b>全文</b></p>第1条（略） x</html>`:               `<html lang="en"><p lang="ja">第五版<b>全文</b></p><span class="src" lang="ja">第1条（略）</span> x</html>`,
		`<html lang="en"><title>題名</title><script>'題'</script><BR>ａ題名`:               `<html lang="en"><title>題名</title><script>'題'</script><BR>ａ<span class="src" lang="ja">題名</span>`,
		`<html lang="en"><div lang="ja"><p>題<i lang="en">word 名</i></div>&lt;題&amp;`: `<html lang="en"><div lang="ja"><p>題<i lang="en">word <span class="src" lang="ja">名</span></i></div>&lt;<span class="src" lang="ja">題</span>&amp;`,
		`<html lang="en"><input value="題">3/(1) and 令和5年10月1日`:                       `<html lang="en"><input value="題">3/(1) and <span class="src" lang="ja">令和5年10月1日</span>`,
		`no elements 題`: `no elements 題`,
	} {
		if got := string(MarkJapanese([]byte(page))); got != want {
			t.Errorf("%s\n got %s\nwant %s", page, got, want)
		}
	}
}

// Whatever a page is, only marks are added.
func FuzzMarkJapanese(f *testing.F) {
	f.Add("<html lang=en><p>題名</p><table><tr><td>第五版　in force</html>")
	f.Add("<html lang=ja>題</p></p><svg/><br/>名<!-- 題 --><![CDATA[題]]>")
	marks := regexp.MustCompile(`<span class="src" lang="ja">([^<]*)</span>`)
	f.Fuzz(func(t *testing.T, page string) {
		if marks.MatchString(page) {
			return
		}
		if got := marks.ReplaceAllString(string(MarkJapanese([]byte(page))), "$1"); got != page {
			t.Errorf("%q becomes %q", page, got)
		}
	})
}
