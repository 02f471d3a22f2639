package pdf

import "github.com/ledongthuc/pdf"

// Layers (optional content): ISO 32000-1, 8.11. What lies on a layer that is off when the file is opened is not on the
// page that readers see: drafts under the final text, a second language. Visibility expressions (VE) are not read.

// layers are the references of the layers that are off.
type layers map[string]bool

// readLayers reads the default configuration.
func readLayers(root pdf.Value) layers {
	off := layers{}
	properties := root.Key("OCProperties")
	config := properties.Key("D")
	if config.Key("BaseState").Name() == "OFF" {
		for _, r := range refsIn(properties, "OCGs") {
			off[r] = true
		}
		for _, r := range refsIn(config, "ON") {
			delete(off, r)
		}
	}
	for _, r := range refsIn(config, "OFF") {
		off[r] = true
	}
	return off
}

// refsIn lists the references that a dictionary's entry is or, as an array, has.
func refsIn(d pdf.Value, key string) (out []string) {
	if v := d.Key(key); v.Kind() == pdf.Array {
		l := lexer{data: []byte(v.String()), refs: true}
		l.next()
		for _, a := range l.args {
			for _, o := range a.list {
				if o.kind == reference {
					out = append(out, refText(o))
				}
			}
		}
		return out
	}
	if r, ok := references(d)[key]; ok {
		out = append(out, r)
	}
	return out
}

// hides reports whether what belongs to v is off: a layer, which is known by its reference, or a membership dictionary.
func (l layers) hides(v pdf.Value, ref string) bool {
	if len(l) == 0 {
		return false
	}
	if v.Key("Type").Name() != "OCMD" {
		return l[ref]
	}
	members, off := refsIn(v, "OCGs"), 0
	for _, m := range members {
		if l[m] {
			off++
		}
	}
	switch v.Key("P").Name() {
	case "AllOn":
		return off > 0
	case "AnyOff":
		return len(members) > 0 && off == 0
	case "AllOff":
		return off < len(members)
	}
	return off > 0 && off == len(members) // AnyOn
}

// hidesObject is hides for the OC entry of an external object.
func (l layers) hidesObject(v pdf.Value) bool {
	if len(l) == 0 {
		return false
	}
	oc := v.Key("OC")
	return !oc.IsNull() && l.hides(oc, references(v)["OC"])
}

// layerOff reports whether the content being run is on a layer that is off.
func (in *interpreter) layerOff() bool {
	return len(in.marked) > 0 && in.marked[len(in.marked)-1].off
}
