// Package locale says the interface's words in the reader's language.
//
// Problem: sources are Japanese and stay so, but who reads the site, or sets it up, may not be. Choice: the Japanese words stand where they are used,
// in templates, in Go and in script, and are the key to a table of English ones; so a page is read in one place and no second
// set of names has to be invented and kept. Rejected: message names (shell.nav.front), which nobody can read, and a catalogue with
// plural rules for every language (golang.org/x/text/message), which groups the digits of article numbers. Cost: whoever changes a Japanese
// sentence changes its key; a test names every entry that is missing, unused, or takes other values than its key.
package locale

import (
	"fmt"
	"strings"
	"time"
)

// Language is that of the interface. The zero value is Japanese.
type Language string

// The languages there are.
const (
	Japanese Language = "ja"
	English  Language = "en"
)

// Say says a sentence of the interface; args fill it as fmt.Sprintf does. An English entry may hold two forms, "one|many", told apart by its first
// number. A sentence without an entry is said in Japanese.
func (l Language) Say(japanese string, args ...any) string {
	form := japanese
	if l == English {
		if e, ok := english[japanese]; ok {
			form = e
		}
	}
	if len(args) == 0 {
		return form
	}
	return Counted(form, args...)
}

// Counted fills one of two forms, "one|many", told apart by the first number, as fmt.Sprintf does; a form without verbs says its number itself.
func Counted(form string, args ...any) string {
	if one, many, ok := strings.Cut(form, "|"); ok {
		form = many
		for _, a := range args {
			if n, is := a.(int); is {
				if n == 1 {
					form = one
				}
				break
			}
		}
	}
	if !strings.Contains(form, "%") {
		return form
	}
	return fmt.Sprintf(form, args...)
}

// Tag is the language tag of pages: ja, en.
func (l Language) Tag() string {
	if l == English {
		return "en"
	}
	return "ja"
}

// Place is the language tag with its place, as OpenGraph writes it.
func (l Language) Place() string {
	if l == English {
		return "en_GB"
	}
	return "ja_JP"
}

// Date is a date of the form 2026-04-01 in English: 1 April 2026. What is no date is returned unchanged.
func Date(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.Format("2 January 2006")
}
