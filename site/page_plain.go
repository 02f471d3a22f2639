package site

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
)

// plainPage only says that a page is not there. Servers show it at any address, where relative links would lead astray, so it
// carries its few rules of style inside, admitted by their digest, and loads nothing.
type plainPage struct {
	Language string
	Site     string
	Home     string
	Style    template.CSS // our own
	Digest   string       // of Style, for the Content-Security-Policy
}

const plainStyle = `:root{color-scheme:light dark}body{font:1rem/1.8 system-ui,sans-serif;max-inline-size:36rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.5rem}a{color:inherit}@media print{:root{color-scheme:light}}`

func (b *builder) notFound([]Summary) error {
	sum := sha256.Sum256([]byte(plainStyle))
	a := &b.archive
	p := plainPage{Language: b.lang.Tag(), Site: orElse(a.Title, b.say("新旧対照")), Home: b.absolute("index.html"), Style: plainStyle, Digest: base64.StdEncoding.EncodeToString(sum[:])}
	return b.page("404.html", "notfound", p)
}
