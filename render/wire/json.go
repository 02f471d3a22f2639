package wire

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"

	"shinkyu/diff"
)

// JSON writes a result as the comparison JSON, ending in a newline.
func JSON(r *diff.Result) ([]byte, error) { return Lines(New(r)) }

// Lines writes a struct as JSON with one line a field, and one line an element for every list or object of lists in it.
//
// encoding/json knows compact and fully indented. Compact is one line of a megabyte that neither grep nor git can
// show; indented puts every number of every span on a line of its own. A line a clause can be read, searched and compared.
func Lines(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := object(&b, reflect.Indirect(reflect.ValueOf(v)), ""); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// object writes a struct's fields under their JSON names; only omitempty is known of the tag's options.
func object(b *bytes.Buffer, v reflect.Value, indent string) error {
	b.WriteString("{")
	first := true
	for i := range v.NumField() {
		name, omit := fieldName(v.Type().Field(i))
		if name == "" || omit && v.Field(i).IsZero() {
			continue
		}
		if !first {
			b.WriteByte(',')
		}
		first = false
		b.WriteString("\n" + indent + "  ")
		if err := compact(b, name); err != nil {
			return err
		}
		b.WriteString(": ")
		if err := field(b, v.Field(i), indent+"  "); err != nil {
			return err
		}
	}
	b.WriteString("\n" + indent + "}")
	return nil
}

func field(b *bytes.Buffer, v reflect.Value, indent string) error {
	switch {
	case v.Kind() == reflect.Slice && v.Len() > 0:
		b.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString("\n" + indent + "  ")
			if err := compact(b, v.Index(i).Interface()); err != nil {
				return err
			}
		}
		b.WriteString("\n" + indent + "]")
		return nil
	case holdsLists(v):
		return object(b, v, indent)
	}
	return compact(b, v.Interface())
}

func holdsLists(v reflect.Value) bool {
	if v.Kind() != reflect.Struct {
		return false
	}
	for i := range v.NumField() {
		if v.Field(i).Kind() == reflect.Slice && !(v.Field(i).Len() == 0 && strings.HasSuffix(v.Type().Field(i).Tag.Get("json"), ",omitempty")) {
			return true
		}
	}
	return false
}

func fieldName(f reflect.StructField) (name string, omitEmpty bool) {
	name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name, option == "omitempty"
}

// compact writes a value on one line. <, > and & stay readable: the JSON goes to files and pipes, and pages link to it, never embed it.
func compact(b *bytes.Buffer, v any) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // Encode's newline
	return nil
}
