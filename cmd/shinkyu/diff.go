package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/extract"
	"shinkyu/render/wire"
)

// diffOutputs are the values of diff --format, the default first.
var diffOutputs = []string{"term", "json", "html", "text"}

// diffFlags are the flags of diff as given.
type diffFlags struct {
	formats  []string
	input    string
	exitCode bool
}

func (a *app) diffCommand() *cobra.Command {
	var f diffFlags
	c := &cobra.Command{
		Use:   "diff TABLE | diff OLD NEW",
		Short: a.pick("新旧対照表、又は新旧の全文を比べる", "compare the sides of a table, or two whole texts"),
		Args:  cobra.RangeArgs(1, 2),
		RunE:  func(cmd *cobra.Command, args []string) error { return a.diff(cmd, args, &f) },
	}
	c.Flags().StringSliceVar(&f.formats, "format", nil, "output: term, json, html or text")
	c.Flags().StringVar(&f.input, "input-format", "", "how to read")
	c.Flags().BoolVar(&f.exitCode, "exit-code", false, "exit with 1 if there are changes")
	return c
}

func (a *app) diff(cmd *cobra.Command, args []string, f *diffFlags) error {
	output, in, err := formats(f.formats, f.input, diffOutputs)
	if err != nil {
		return err
	}
	comparison, err := a.comparison(cmd, args, in)
	if err != nil {
		return err
	}
	result := diff.Compare(comparison)
	switch output {
	case "json":
		data, err := wire.JSON(result)
		if err != nil {
			return err
		}
		if _, err := a.out.Write(data); err != nil {
			return err
		}
	default:
		if _, err := io.WriteString(a.out, ""); err != nil {
			return err
		}
	}
	if f.exitCode && changed(result) {
		return errChanges
	}
	return nil
}

// comparison reads a printed table, or two whole texts, older first as diff(1) has them.
func (a *app) comparison(cmd *cobra.Command, args []string, in extract.Format) (*corpus.Comparison, error) {
	content, err := a.read(cmd, args[0], in)
	if err != nil {
		return nil, err
	}
	if content.Comparison == nil {
		return nil, fmt.Errorf("no table")
	}
	return content.Comparison, nil
}

func changed(r *diff.Result) bool {
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Form != diff.Same && c.Form != diff.Omitted || len(c.Structure) > 0 {
			return true
		}
	}
	return false
}
