package wire

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
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
	if err := Write(&b, v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Write is Lines, to w as it goes: a table of hundreds of pages makes megabytes.
func Write(w io.Writer, v any) error {
	l := liner{w: bufio.NewWriterSize(w, 1<<16)}
	l.e = json.NewEncoder(&l.line)
	l.e.SetEscapeHTML(false) // <, > and & stay readable: the JSON goes to files and pipes, and pages link to it, never embed it
	if err := l.object(reflect.Indirect(reflect.ValueOf(v)), ""); err != nil {
		return err
	}
	l.w.WriteByte('\n')
	return l.w.Flush() // tells of any error before it
}

// liner writes values line by line.
type liner struct {
	w    *bufio.Writer
	line bytes.Buffer // of one value
	e    *json.Encoder
}

// object writes a struct's fields under their JSON names; only omitempty is known of the tag's options.
func (l *liner) object(v reflect.Value, indent string) error {
	l.w.WriteString("{")
	first := true
	for i := range v.NumField() {
		name, omit := fieldName(v.Type().Field(i))
		if name == "" || omit && v.Field(i).IsZero() {
			continue
		}
		if !first {
			l.w.WriteByte(',')
		}
		first = false
		l.w.WriteString("\n" + indent + "  ")
		if err := l.compact(name); err != nil {
			return err
		}
		l.w.WriteString(": ")
		if err := l.field(v.Field(i), indent+"  "); err != nil {
			return err
		}
	}
	l.w.WriteString("\n" + indent + "}")
	return nil
}

func (l *liner) field(v reflect.Value, indent string) error {
	switch {
	case v.Kind() == reflect.Slice && v.Len() > 0:
		l.w.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				l.w.WriteByte(',')
			}
			l.w.WriteString("\n" + indent + "  ")
			if err := l.compact(v.Index(i).Addr().Interface()); err != nil {
				return err
			}
		}
		l.w.WriteString("\n" + indent + "]")
		return nil
	case holdsLists(v):
		return l.object(v, indent)
	}
	return l.compact(v.Interface())
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

// compact writes a value on one line.
func (l *liner) compact(v any) error {
	l.line.Reset()
	if err := l.e.Encode(v); err != nil {
		return err
	}
	_, err := l.w.Write(l.line.Bytes()[:l.line.Len()-1]) // without Encode's newline
	return err
}
