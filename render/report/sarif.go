package report

// SARIF 2.1.0 (OASIS), as code scanning services read it. A page or a clause is a logical location; a text source has lines too.

import (
	"net/url"
	"path/filepath"
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"semanticVersion,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID       string      `json:"id"`
	Short    sarifText   `json:"shortDescription"`
	Full     sarifText   `json:"fullDescription"`
	Help     sarifText   `json:"help"`
	Defaults sarifConfig `json:"defaultConfiguration"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifConfig struct {
	Level string `json:"level"`
}

type sarifResult struct {
	RuleID    string            `json:"ruleId"`
	RuleIndex int               `json:"ruleIndex"`
	Level     string            `json:"level"`
	Message   sarifText         `json:"message"`
	Locations []sarifLocation   `json:"locations"`
	Related   []sarifLocation   `json:"relatedLocations,omitempty"`
	Prints    map[string]string `json:"partialFingerprints,omitempty"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitempty"`
	Physical sarifPhysical  `json:"physicalLocation"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifText     `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine int        `json:"startLine,omitempty"`
	Snippet   *sarifText `json:"snippet,omitempty"`
}

type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
	Kind string `json:"kind,omitempty"`
}

func level(s corpus.Severity) string {
	switch s {
	case corpus.Error:
		return "error"
	case corpus.Warning:
		return "warning"
	}
	return "note"
}

// SARIF writes all findings. version is the program's.
func SARIF(list []Subject, version string, japanese bool) ([]byte, error) {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "shinkyu", Version: version, Rules: []sarifRule{}}}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	index := map[string]int{}
	for i, r := range lint.Rules() {
		index[r.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(r, japanese))
	}
	for i := range list {
		s := &list[i]
		for j := range s.Report.Findings {
			f := &s.Report.Findings[j]
			if _, known := index[f.Rule.ID]; !known { // a finding of reading: its id is not in the catalogue
				index[f.Rule.ID] = len(run.Tool.Driver.Rules)
				run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(f.Rule, japanese))
			}
			x := sarifResult{RuleID: f.Rule.ID, RuleIndex: index[f.Rule.ID], Level: level(f.Severity), Message: sarifText{message(f, japanese)}, Locations: []sarifLocation{location(s, f.Place)}}
			if f.Unit >= 0 {
				x.Prints = map[string]string{"clause/v1": f.Rule.ID + ":" + address(&s.Report, f.Place) + ":" + s.Report.Units[f.Side][f.Unit].Text.Slice(f.Span.Start, f.Span.End).S}
			}
			for k, p := range slices.Concat(f.Related, f.Same) {
				l := location(s, p)
				l.ID = k + 1
				l.Message = &sarifText{address(&s.Report, p)}
				x.Related = append(x.Related, l)
			}
			run.Results = append(run.Results, x)
		}
	}
	return marshal(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func ruleOf(r *lint.Rule, japanese bool) sarifRule {
	h := r.HintEN
	if japanese {
		h = r.Hint
	}
	return sarifRule{r.ID, sarifText{title(r, japanese)}, sarifText{r.Basis}, sarifText{h}, sarifConfig{level(r.Severity)}}
}

func location(s *Subject, p lint.Place) sarifLocation {
	out := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: filepath.ToSlash(s.Name)}).EscapedPath()}}}
	if p.Unit < 0 {
		return out
	}
	c := s.Report.Units[p.Side][p.Unit]
	if !s.Report.Pair && c.Origin.Line > 0 {
		out.Physical.Region = &sarifRegion{StartLine: c.Origin.Line, Snippet: &sarifText{excerpt(c, p.Span)}}
	}
	out.Logical = []sarifLogical{{Name: address(&s.Report, p), Kind: "member"}}
	return out
}
