package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Digest is that of plain values, in 40 hexadecimal figures. Parts cannot run into each other: each is written as JSON on a line of its own.
func Digest(parts ...any) string {
	h := sha256.New()
	out := json.NewEncoder(h)
	for _, part := range parts {
		if err := out.Encode(part); err != nil {
			panic(err) // plain values: they cannot fail
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:20])
}
