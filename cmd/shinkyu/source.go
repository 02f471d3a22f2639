package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/extract"
	"shinkyu/extract/worker"
)

// inputFormats are the formats that --input-format knows, in the order help lists them.
var inputFormats = []extract.Format{extract.PDF, extract.DOCX, extract.XLSX, extract.HTML, extract.Marked, extract.LawXML, extract.Markdown, extract.Text}

// maxSource is the largest file read into memory. The largest real table seen is 40 MB of scans.
const maxSource = 512 << 20

// readSource reads the file an argument names; "-" is standard input.
func (a *app) readSource(name string, format extract.Format) (extract.Source, error) {
	base := filepath.Base(name)
	data, err := a.readAll(name)
	if err != nil {
		return extract.Source{}, &about{name, err}
	}
	if len(data) == 0 {
		return extract.Source{}, &about{name, &corpus.Failure{Rule: "empty-file",
			Japanese: "ファイルが空です", English: "the file is empty",
			HintJA: "ダウンロードやコピーが途中で終わっていないか確かめてください", HintEN: "check that the download or copy was complete"}}
	}
	if name == "-" {
		base = "stdin"
	}
	password, err := a.password()
	if err != nil {
		return extract.Source{}, err
	}
	return extract.Source{Name: base, Data: data, Format: format, Password: password}, nil
}

func (a *app) readAll(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(a.in, maxSource))
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, fileFailure(err)
	}
	switch {
	case info.IsDir():
		return nil, &corpus.Failure{Rule: "is-directory", Japanese: "フォルダーです", English: "is a directory",
			HintJA: "ファイルを指定してください。コーパスのフォルダーなら shinkyu build " + name + " -o OUT",
			HintEN: "name a file; for a corpus folder use shinkyu build " + name + " -o OUT"}
	case info.Size() > maxSource:
		return nil, &corpus.Failure{Rule: "file-too-large",
			Japanese: fmt.Sprintf("ファイルが大きすぎます（%d MB、上限 %d MB）", info.Size()>>20, maxSource>>20),
			English:  fmt.Sprintf("the file is too large (%d MB, the limit is %d MB)", info.Size()>>20, maxSource>>20),
			HintJA:   "表のあるページだけを抜き出してください", HintEN: "extract the pages that hold the table"}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fileFailure(err)
	}
	return data, nil
}

// fileFailure puts the system's refusals into the reader's language.
func fileFailure(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &corpus.Failure{Rule: "no-such-file", Japanese: "ファイルがありません", English: "no such file",
			HintJA: "名前とフォルダーを確かめてください", HintEN: "check the name and the folder"}
	case errors.Is(err, fs.ErrPermission):
		return &corpus.Failure{Rule: "permission-denied", Japanese: "アクセスする権限がありません", English: "permission denied",
			HintJA: "ファイルやフォルダーの権限を確かめてください", HintEN: "check the permissions of the file and its folder"}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return &corpus.Failure{Rule: "file", Japanese: "読み書きできません: " + err.Error(), English: err.Error()}
}

// read extracts one file; failures name it.
func (a *app) read(cmd *cobra.Command, name string, format extract.Format) (*extract.Content, error) {
	return readBy(a, cmd, name, format, worker.Extract)
}

// readBy gives one file to a reader, with a line of progress; failures name it.
func readBy[T any](a *app, cmd *cobra.Command, name string, format extract.Format, read func(context.Context, extract.Source) (*T, error)) (*T, error) {
	src, err := a.readSource(name, format)
	if err != nil {
		return nil, err
	}
	finish := a.recognising(&src)
	out, err := read(cmd.Context(), src)
	finish()
	if err != nil {
		return nil, &about{name, err}
	}
	return out, nil
}

// formats splits the values of --format and --input-format into what to print and how to read.
//
// One word, --format, has two jobs here: it chooses the output (json) and it overrides the detection of the input (pdf).
// Most names belong to one job only and are taken for it. A name of both (html, text) is the output where the command
// has such an output; --input-format settles it.
func formats(values []string, input string, outputs []string) (output string, in extract.Format, err error) {
	output = outputs[0]
	for _, v := range values {
		switch {
		case slices.Contains(outputs, v):
			output = v
		case slices.Contains(inputFormats, extract.Format(v)):
			in = extract.Format(v)
		default:
			return "", "", unknownFormat("--format", v, outputs)
		}
	}
	if input != "" {
		in, err = inputFormat(input)
	}
	return output, in, err
}

// inputFormat reads the name of an input format; "" leaves it to the content.
func inputFormat(name string) (extract.Format, error) {
	if name != "" && !slices.Contains(inputFormats, extract.Format(name)) {
		return "", unknownFormat("--input-format", name, inputNames())
	}
	return extract.Format(name), nil
}

func unknownFormat(flag, value string, known []string) error {
	hint := flag + " " + strings.Join(known, "|")
	if near := nearest(value, slices.Clone(known)); near != "" {
		hint = flag + " " + near
	}
	return usage("unknown-format", fmt.Sprintf("%s %s という形式はありません", flag, value), fmt.Sprintf("%s: unknown format %q", flag, value), hint)
}

func inputNames() []string {
	var names []string
	for _, f := range inputFormats {
		names = append(names, string(f))
	}
	return names
}
