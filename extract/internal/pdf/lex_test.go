package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// show writes an operand in a short form.
func show(o operand) string {
	switch o.kind {
	case number:
		return fmt.Sprint(o.num)
	case str:
		return fmt.Sprintf("(%s)", o.b)
	case name:
		return "/" + string(o.b)
	case reference:
		return fmt.Sprintf("#%v", o.num)
	case array, dict:
		var parts []string
		for _, x := range o.list {
			parts = append(parts, show(x))
		}
		return fmt.Sprintf("%c%s%c", "[<"[o.kind-array], strings.Join(parts, " "), "]>"[o.kind-array])
	}
	return "?"
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1 -2.5 .5 +3 4. Td", "1 -2.5 0.5 3 4 Td"},
		{"--5 12-3 Td", "-5 12 Td"},
		{"1.2.3 Td", "1.2.3|Td"},
		{`(a(b)c\)\101\n\q) Tj`, "(a(b)c)A\nq) Tj"},
		{"(a\\\r\nb\rc) Tj", "(ab\nc) Tj"},
		{"<4 1 4> Tj", "(A@) Tj"},
		{"<41zz42> Tj", "(AB) Tj"},
		{"[(a) -100 <62>] TJ", "[(a) -100 (b)] TJ"},
		{"[1 [2 3] /X#20Y] d", "[1 [2 3] /X Y] d"},
		{"/S <</A 1/B[2]>> BDC", "/S </A 1 /B [2]> BDC"},
		{"% note\n1 w", "1 w"},
		{"[(a) Tj", "[(a)] Tj"},
		{"] ) } 1 w", "1 w"},
		{"(never closed", ""},
		{"true null false d", "? ? ? d"},
		{"q/F1 1 Tf", "q|/F1 1 Tf"},
	} {
		l := lexer{data: []byte(c.in)}
		var got []string
		for {
			op, ok := l.next()
			if !ok {
				break
			}
			s := ""
			for _, a := range l.args {
				s += show(a) + " "
			}
			got = append(got, s+string(op))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.in, s, c.want)
		}
	}
}

func TestReferences(t *testing.T) {
	l := lexer{data: []byte("<< /A 7 0 R /B [1 8 0 R] >> endobj"), refs: true}
	l.next()
	if got := show(l.args[0]); got != "</A #7 /B [1 #8]>" {
		t.Error(got)
	}
}

func TestDeepNestingIsFlat(t *testing.T) {
	l := lexer{data: []byte(strings.Repeat("[", 1e6) + " 1 w")}
	if op, _ := l.next(); string(op) != "w" {
		t.Errorf("%q", op)
	}
}
