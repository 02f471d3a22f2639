package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// words make sentences like those of rules; common ones stand often.
var words = strings.Fields(`職員は 部局の長は 管理者は 情報資産を 記録を 文書を 個人情報を 電子計算機を 適切に 速やかに 定めるところにより 承認を得て 書面により
保存しなければならない。 報告するものとする。 廃棄してはならない。 公表することができる。 前項の規定にかかわらず、 次の各号に掲げる 第十二条第一項の 第３条の 別表第二の 令和六年四月一日から
ＡＢＣシステムの 五年間 三十日以内に ｶﾞｲﾄﾞﾗｲﾝに バックアップを 𠮷野課長が 必要があると認めるときは、 この限りでない。`)

func corpus(documents, clauses int) []Document {
	r := rand.New(rand.NewPCG(3, uint64(documents*clauses)))
	var out []Document
	for d := range documents {
		doc := Document{ID: fmt.Sprintf("rule-%d", d), Title: fmt.Sprintf("規程%d", d), Dir: fmt.Sprintf("rules/rule-%d/", d), Editions: []Edition{{"2020-04-01", "初版"}, {"2024-04-01", "第二版"}}}
		for c := range clauses {
			var b strings.Builder
			fmt.Fprintf(&b, "第%d条　", c+1)
			for range 10 + r.IntN(16) {
				if r.IntN(6) == 0 { // a word that is rare
					for range 2 {
						b.WriteRune('一' + rune(r.IntN(3000)))
					}
				}
				b.WriteString(words[r.IntN(len(words))])
			}
			doc.Wordings = append(doc.Wordings, Wording{Page: fmt.Sprintf("a%d", c), Address: fmt.Sprintf("第%d条", c+1), Group: c, Head: "第条", Edition: 1, Until: c%3 - 1, Effects: []string{"scope"}, Text: b.String()})
		}
		doc.Seal()
		out = append(out, doc)
	}
	return out
}

// reader answers from the files alone, as the script does, and counts what it loads.
type reader struct {
	t      testing.TB
	files  map[string][]byte
	loaded map[string]bool
	bytes  int
}

func (r *reader) load(name string, into any) bool {
	data, ok := r.files["search/"+name+".js"]
	if !ok {
		return false
	}
	if !r.loaded[name] {
		r.loaded[name] = true
		r.bytes += len(data)
	}
	_, body, _ := bytes.Cut(data, []byte(","))
	if err := json.Unmarshal(bytes.TrimSuffix(body, []byte(")\n")), into); err != nil {
		r.t.Fatalf("%s: %v", name, err)
	}
	return true
}

// entry is a bigram with its places in a file.
var entry = regexp.MustCompile(`"((?:[^"\\]|\\u[0-9a-f]{4})+)":"([^"]*)"`)

// key reads the two units of a bigram.
func key(t testing.TB, s string) [2]uint16 {
	var u []uint16
	for s != "" {
		if hex, ok := strings.CutPrefix(s, `\u`); ok {
			n, err := strconv.ParseUint(hex[:4], 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			u, s = append(u, uint16(n)), hex[4:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		u, s = utf16.AppendRune(u, r), s[n:]
	}
	if len(u) != 2 {
		t.Fatalf("key of %d units", len(u))
	}
	return [2]uint16(u)
}

func numbers(s string) []int {
	var out []int
	n, m := 0, 1
	for i := range len(s) {
		v := int(s[i]) - 34
		if s[i] < 34 {
			v = int(s[i]) - 32
		} else if s[i] < 92 {
			v = int(s[i]) - 33
		}
		if v >= half {
			n, m = n+(v-half)*m, m*half
		} else {
			out = append(out, n+v*m)
			n, m = 0, 1
		}
	}
	return out
}

// find is the set of wordings of a segment that hold a word, as DOCUMENT/NUMBER.
func (r *reader) find(s *Segment, word string) []string {
	var meta []any
	r.load(s.Name+"/m", &meta)
	splits, n := meta[2].(string), numbers(meta[0].(string))
	type row struct {
		at   int
		name string
	}
	var rows []row
	at, i := 0, 0
	for _, d := range s.Documents {
		count := n[i]
		i++
		for k := range count {
			rows = append(rows, row{at, fmt.Sprintf("%d/%d", d, k)})
			at += n[i]
			i += 5 + n[i+4]
		}
	}
	units := utf16.Encode([]rune(Normalise(word)))
	places := func(a, b uint16, any bool) map[int]bool {
		shard := shardOf(a)
		out := map[int]bool{}
		depth := int(splits[shard] - '0')
		for k := range 1 << depth {
			name := fmt.Sprintf("%s/%d", s.Name, shard)
			if depth > 0 {
				name += fmt.Sprintf("-%d", k)
			}
			if !any && k != int(b)*31%1021&(1<<depth-1) {
				continue
			}
			var x map[string]string
			if !r.load(name, &x) { // a whole literal; its keys are read below, since Go does not keep half a character
				continue
			}
			for _, m := range entry.FindAllSubmatch(r.files["search/"+name+".js"], -1) {
				if u := key(r.t, string(m[1])); u[0] == a && (any || u[1] == b) {
					p := 0
					for _, n := range numbers(string(m[2])) {
						p += n
						out[p] = true
					}
				}
			}
		}
		return out
	}
	var left map[int]bool
	if len(units) == 1 {
		left = places(units[0], 0, true)
	} else {
		left = places(units[0], units[1], false)
		for o := 2; o < len(units); o += 2 {
			o := min(o, len(units)-2)
			next := places(units[o], units[o+1], false)
			maps.DeleteFunc(left, func(p int, _ bool) bool { return !next[p+o] })
		}
	}
	found := map[string]bool{}
	for p := range left {
		k, exact := slices.BinarySearchFunc(rows, p, func(r row, p int) int { return r.at - p })
		if !exact {
			k--
		}
		found[rows[k].name] = true
	}
	return slices.Sorted(maps.Keys(found))
}

func publish(docs []Document) ([]*Segment, map[string][]byte) {
	effects := []Effect{{"scope", "適用範囲"}}
	parts := Plan(docs)
	files := map[string][]byte{"search/index.js": Directory(docs, parts, effects, func(date string) string { return date })}
	for _, s := range parts {
		var texts [][]Wording
		for _, n := range s.Documents {
			texts = append(texts, docs[n].Wordings)
		}
		maps.Copy(files, s.Files(texts, effects))
	}
	return parts, files
}

// A date stands once in the directory, in order and in words; a revision without one names the empty first.
func TestDirectoryWordsItsDates(t *testing.T) {
	docs := []Document{{Title: "甲", Editions: []Edition{{"2024-04-01", "一"}, {"", "二"}}}, {Title: "乙", Editions: []Edition{{"2019-04-01", "三"}, {"2024-04-01", "四"}}}}
	in := reader{t: t, files: map[string][]byte{"search/index.js": Directory(docs, nil, nil, func(date string) string { return "<" + date + ">" })}, loaded: map[string]bool{}}
	var got struct {
		Dates [][2]string
		Docs  [][]json.RawMessage
	}
	in.load("index", &got)
	if want := "[[ <>] [2019-04-01 <2019-04-01>] [2024-04-01 <2024-04-01>]]"; fmt.Sprint(got.Dates) != want {
		t.Errorf("dates %v, want %s", got.Dates, want)
	}
	if a, b := string(got.Docs[0][3]), string(got.Docs[1][3]); a != `[[2,"一"],[0,"二"]]` || b != `[[1,"三"],[2,"四"]]` {
		t.Errorf("revisions %s and %s", a, b)
	}
}

// Fifty queries over two thousand clauses: found is exactly what a comparison of the texts finds, and little is loaded.
func TestFoundIsWhatIsThere(t *testing.T) {
	docs := corpus(20, 100)
	parts, files := publish(docs)
	r := rand.New(rand.NewPCG(1, 2))
	queries := []string{"職員は", "報告", "第３条", "ABCシステム", "ガイドライン", "𠮷野", "保存しなければならない", "に", "。", "この限りでない。", "ないことば", "。第", "条 "}
	for len(queries) < 50 {
		d := docs[r.IntN(len(docs))]
		text := []rune(Normalise(d.Wordings[r.IntN(len(d.Wordings))].Text))
		from, n := r.IntN(len(text)-14), 1+r.IntN(13)
		queries = append(queries, string(text[from:from+n]))
	}
	worst, bytesOfAll := 0, 0
	for _, q := range queries {
		in := reader{t: t, files: files, loaded: map[string]bool{}}
		var got, want []string
		for _, s := range parts {
			got = append(got, in.find(s, q)...)
		}
		for d := range docs {
			for k := range docs[d].Wordings {
				if strings.Contains(Normalise(docs[d].Wordings[k].Text), Normalise(q)) {
					want = append(want, fmt.Sprintf("%d/%d", d, k))
				}
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q: %d found, %d are there", q, len(got), len(want))
		}
		// ten groups are read with the result: each has its text in one file at most
		size := in.bytes + len(files["search/index.js"]) + 10*(chunkSize+chunkSize/4)
		worst, bytesOfAll = max(worst, size), bytesOfAll+size
	}
	t.Logf("%d queries over %d clauses in %d parts: mean %d KB, worst %d KB loaded with ten texts", len(queries), 2000, len(parts), bytesOfAll/len(queries)>>10, worst>>10)
	if worst > 150<<10 {
		t.Errorf("a query loads %d bytes", worst)
	}
}

// A change in one document rewrites its own segment only.
func TestChangeStaysInItsSegment(t *testing.T) {
	docs := corpus(60, 150)
	parts, files := publish(docs)
	if len(parts) < 4 {
		t.Fatalf("%d segments", len(parts))
	}
	docs[7].Wordings = slices.Clone(docs[7].Wordings)
	docs[7].Wordings[3].Text += "新しい文。"
	docs[7].Seal()
	after, changed := publish(docs)
	touched := map[string]bool{}
	for at, data := range changed {
		if at != "search/index.js" && !bytes.Equal(data, files[at]) {
			touched[strings.Split(at, "/")[1]] = true
		}
	}
	keys := 0
	for i, s := range after {
		if s.Key != parts[i].Key {
			keys++
		}
	}
	if len(touched) != 1 || keys != 1 {
		t.Errorf("%d segments are rewritten, %d keys differ", len(touched), keys)
	}
}

func TestNormalise(t *testing.T) {
	for in, want := range map[string]string{
		"第１２条　ＡＢｃ": "第12条abc", "ｶﾞｲﾄﾞ": "ガイド", "か\u3099": "が", "①㈱": "1(株)", "十二": "十二", "": "", "𠮷 野": "𠮷野", "\xff": "\ufffd",
	} {
		if got := Normalise(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	var all []int
	var b []byte
	for n := 0; n < 1<<40; n = n*3 + 1 {
		all = append(all, n)
		b = number(b, n)
	}
	for i := range 3000 {
		all = append(all, i)
		b = number(b, i)
	}
	if !slices.Equal(numbers(string(b)), all) || bytes.ContainsAny(b, `"\`) {
		t.Error("numbers do not come back")
	}
}

// Hostile texts stay values: each file is one call with one literal.
func TestFilesAreData(t *testing.T) {
	docs := corpus(1, 3)
	docs[0].Title = `</script>");alert(1);//`
	docs[0].Wordings[0].Text = "\"\\\u2028\u2029</script>\x00\uFFFF\uFEFF');alert(1)//"
	_, files := publish(docs)
	for at, data := range files {
		_, body, ok := bytes.Cut(data, []byte(","))
		if !ok || !bytes.HasPrefix(data, []byte(Function+`("`)) || !json.Valid(bytes.TrimSuffix(body, []byte(")\n"))) {
			t.Errorf("%s is not one call: %.80s", at, data)
		}
	}
}

// indexGoal is how long the index of 20,000 clauses may take.
const indexGoal = 5 * time.Second

// BenchmarkIndex20000 is the whole index of 20,000 clauses; `make bench` fails where it misses its goal.
func BenchmarkIndex20000(b *testing.B) {
	docs := corpus(100, 200)
	for b.Loop() {
		_, files := publish(docs)
		n := 0
		for _, f := range files {
			n += len(f)
		}
		b.ReportMetric(float64(n)/20000, "bytes/clause")
	}
	if took := b.Elapsed() / time.Duration(b.N); took > indexGoal {
		b.Errorf("the index of 20,000 clauses takes %v, goal %v", took, indexGoal)
	}
}
