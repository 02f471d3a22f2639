package pdf

import "maps"

// operators are those that the interpreter acts on; it skips the others. Filled in init, since forms run operators.
var operators map[string]func(*interpreter, args)

func init() {
	operators = map[string]func(*interpreter, args){}
	for _, group := range []map[string]func(*interpreter, args){stateOperators, textOperators, pathOperators, objectOperators, markedOperators} {
		maps.Copy(operators, group)
	}
}

var stateOperators = map[string]func(*interpreter, args){
	"q": func(in *interpreter, _ args) { in.save() },
	"Q": func(in *interpreter, _ args) { in.restore() },
	"cm": func(in *interpreter, a args) {
		if m, ok := a.matrix(); ok {
			if m = m.then(in.ctm); m.finite() {
				in.ctm = m
			}
		}
	},
	"w":  func(in *interpreter, a args) { in.pen = a.num(0) },
	"d":  func(in *interpreter, a args) { in.dashed = len(a) > 0 && dashes(a[0].list) },
	"gs": func(in *interpreter, a args) { in.guard(func() { in.setExtended(string(a.last().b)) }) },

	"g":  func(in *interpreter, a args) { in.fill = light.paint(a) },
	"G":  func(in *interpreter, a args) { in.stroke = light.paint(a) },
	"rg": func(in *interpreter, a args) { in.fill = light.paint(a) },
	"RG": func(in *interpreter, a args) { in.stroke = light.paint(a) },
	"k":  func(in *interpreter, a args) { in.fill = ink.paint(a) },
	"K":  func(in *interpreter, a args) { in.stroke = ink.paint(a) },

	"cs": func(in *interpreter, a args) {
		in.guard(func() { in.fill = paint{space: in.res.colourSpace(string(a.last().b))} })
	},
	"CS": func(in *interpreter, a args) {
		in.guard(func() { in.stroke = paint{space: in.res.colourSpace(string(a.last().b))} })
	},
	"sc":  func(in *interpreter, a args) { in.fill = in.fill.space.paint(a) },
	"scn": func(in *interpreter, a args) { in.fill = in.fill.space.paint(a) },
	"SC":  func(in *interpreter, a args) { in.stroke = in.stroke.space.paint(a) },
	"SCN": func(in *interpreter, a args) { in.stroke = in.stroke.space.paint(a) },
}

// dashes tells a pattern with gaps from a solid line.
func dashes(pattern []operand) bool {
	for i := 1; i < len(pattern); i += 2 {
		if pattern[i].num > 0 {
			return true
		}
	}
	return len(pattern) == 1 && pattern[0].num > 0
}

// setExtended is gs: the entries of ExtGState that matter here.
func (in *interpreter) setExtended(name string) {
	v := in.res.value("ExtGState", name)
	if w := v.Key("LW"); !w.IsNull() {
		in.pen = w.Float64()
	}
	if d := v.Key("D").Index(0); v.Key("D").Len() == 2 {
		pattern := make([]operand, 0, 8)
		for i := 0; i < min(d.Len(), 8); i++ {
			pattern = append(pattern, operand{kind: number, num: d.Index(i).Float64()})
		}
		in.dashed = dashes(pattern)
	}
	if f := v.Key("Font"); f.Len() == 2 {
		in.text.font, in.text.size = in.file.font(f.Index(0), ""), f.Index(1).Float64()
	}
	if a := v.Key("ca"); !a.IsNull() {
		in.fillGone = a.Float64() < .01
	}
}
