package corpus

// Failure is why a job could not be done, in both languages, with what to do about it.
// Every package that refuses input returns one (wrapped or bare) so that the command line can speak the reader's language.
type Failure struct {
	Rule     string // stable id: empty-file, not-a-table, pdf-no-text, ...
	Japanese string
	English  string
	HintJA   string
	HintEN   string
}

// Error is the English message.
func (f *Failure) Error() string { return f.English }
