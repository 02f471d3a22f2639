package site

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
)

// plainPage only says that a page is not there. Servers show it at any address, where relative links would lead astray, so it
// carries its few rules of style inside, admitted by their digest, and loads nothing. With base_url it leads to the front page. Without, nothing
// in a file can tell how far below the front page it is shown: it offers the root of the server, which is the front page of a site that lies there,
// and the first pages of this folder and the one above, which lead up to it below any path, step by step where the folders are not there either. A
// script that guesses from the address was rejected: no page has script of its own inside, and a file beside it is what cannot be named here.
type plainPage struct {
	Language string
	Site     string
	Home     string       // "" if the site's address is unknown
	Style    template.CSS // our own
	Digest   string       // of Style, for the Content-Security-Policy
}

const plainStyle = `:root{color-scheme:light dark}body{font:1rem/1.8 system-ui,sans-serif;max-inline-size:36rem;margin:15vh auto;padding:0 1.5rem;overflow-wrap:anywhere}h1{font-size:1.5rem}a{color:inherit}@media print{:root{color-scheme:light}}`

func plainDigest() string {
	sum := sha256.Sum256([]byte(plainStyle))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// PlainStyle is what a server's own Content-Security-Policy has to admit in style-src, so that these pages look as they do where nothing
// but their own policy stands: a source expression, with its quotation marks.
func PlainStyle() string { return "'sha256-" + plainDigest() + "'" }

func (b *builder) notFound([]Summary) error {
	a := &b.archive
	p := plainPage{Language: b.lang.Tag(), Site: orElse(a.Title, b.say("新旧対照")), Style: plainStyle, Digest: plainDigest()}
	if a.BaseURL != "" {
		p.Home = b.absolute("index.html")
	}
	return b.page("404.html", "notfound", p)
}
