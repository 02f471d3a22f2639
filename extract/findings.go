package extract

// The ids of what reading may find strange. A configuration that switches one off by name must know a misspelt one, so they are listed; a test holds the list
// against the sources of this room. Collecting them at run time was rejected: what no file has met yet would be refused.

import "slices"

var findings = []string{
	"column-not-compared", "docx-outside", "docx-private-use", "docx-rows", "facsimile-cut", "facsimile-missing", "glyphs-lost", "label-repeated",
	"no-japanese-font", "ocr-failed", "ocr-layer", "ocr-nothing", "ocr-page", "ooxml-part", "page-unread", "page-without-table", "page-without-text",
	"pdf-clipped", "pdf-damaged-object", "pdf-damaged-page", "pdf-damaged-pages", "pdf-damaged-stream", "pdf-form-cycle", "pdf-no-font", "pdf-off-page",
	"pdf-page-limit", "pdf-private-use", "pdf-rebuilt", "pdf-repaired", "pdf-second-engine", "pdf-too-large", "pdf-truncated", "pdf-unknown-cmap",
	"pdf-unknown-filter", "pdf-unmapped", "side-by-default", "table-lost", "tracked-changes", "undecodable", "xlsx-hidden", "xlsx-rows", "xml-broken",
}

// Findings lists the ids of the findings of reading (corpus.Diag.Rule), ascending.
func Findings() []string { return slices.Clone(findings) }
