package note

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func resolve(address string) (string, bool) {
	if address == "第三条第二項" {
		return "../clauses/a3p2.html", true
	}
	if address == "附則/3/(1)" {
		return "../clauses/n31.html", true
	}
	return "", false
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"clause link", "[[第三条第二項]]を参照。", `<p><a href="../clauses/a3p2.html">第三条第二項</a>を参照。</p>`},
		{"clause link with words", "[[第三条第二項|本人確認]]を参照。", `<p><a href="../clauses/a3p2.html">本人確認</a>を参照。</p>`},
		{"clause link by steps", "[[附則/3/(1)]]を参照。", `<p><a href="../clauses/n31.html">附則の3(1)</a>を参照。</p>`},
		{"unknown clause stays words", "[[第九十条]]による。", `<p>第九十条による。</p>`},
		{"headings lowered", "# 理由\n\n## 背景", "<h4>理由</h4>\n<h5>背景</h5>"},
		{"no heading level skipped", "## 経緯\n\n#### 細目\n\n## 理由", "<h4>経緯</h4>\n<h5>細目</h5>\n<h4>理由</h4>"},
		{"lines of Japanese join without a space", "改正の\n理由", "<p>改正の理由</p>"},
		{"image becomes a link", "![図](http://example.org/a.png)", `<p><a href="http://example.org/a.png">図</a></p>`},
		{"no script address", "[x](javascript:alert(1))", `<p><a href="">x</a></p>`},
		{"ampersand in a clause link", "[[A&B]]", `<p>A&amp;B</p>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := HTML(c.in, 4, resolve)
			if err != nil {
				t.Fatal(err)
			}
			if s := strings.TrimSpace(string(got)); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

var hostile = []string{
	"<script>alert(1)</script>",
	"text <img src=x onerror=alert(1)> text",
	"[a](javascript:alert(1)) [b](data:text/html,x) [c]( JaVaScRiPt:alert(1))",
	"[[<script>alert(1)</script>]]",
	"[[第三条第二項|<b onclick=x>]]",
	"![x](javascript:alert(1))",
	"<javascript:alert(1)>",
	"# h {#id onclick=x}",
	"[[", "[[]]", "[[|]]", "]]", "[[a]", "\xa3\n0", "<A0:>", "\x00[[a]]",
}

func TestHostile(t *testing.T) {
	for _, in := range hostile {
		check(t, in)
	}
}

func FuzzHTML(f *testing.F) {
	for _, in := range hostile {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) { check(t, in) })
}

func check(t *testing.T, in string) {
	t.Helper()
	got, err := HTML(in, 4, resolve)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(string(got)))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Find("script, img, iframe, style, object, form, input, [id], [style]").Length() > 0 {
		t.Errorf("%q became %s", in, got)
	}
	doc.Find("*").Each(func(_ int, s *goquery.Selection) {
		for _, a := range s.Nodes[0].Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("%q keeps %s", in, a.Key)
			}
			if a.Key == "href" && strings.Contains(a.Val, ":") && !strings.HasPrefix(a.Val, "http") && !strings.HasPrefix(a.Val, "mailto:") && !strings.ContainsAny(strings.SplitN(a.Val, ":", 2)[0], "/?#") {
				t.Errorf("%q keeps the address %q", in, a.Val)
			}
		}
	})
}
