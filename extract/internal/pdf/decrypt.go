package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"fmt"
	"slices"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/unicode/norm"
)

// Encryption: with an empty user password, files that anybody may read but not print or change, of which ministries publish many;
// and with the password of a reader or of the owner.
// The library reads two of the five kinds (RC4 with 128 bits, AES with 128); all are read here, by crypto/....
// Source: ISO 32000-1, 7.6; ISO 32000-2, 7.6.4 (AES-256).

// cipherKind is a crypt filter's method.
type cipherKind uint8

const (
	plainText cipherKind = iota
	rc4Cipher
	aesCipher
	aes256Cipher
)

var cipherNames = map[string]cipherKind{"": plainText, "None": plainText, "V2": rc4Cipher, "AESV2": aesCipher, "AESV3": aes256Cipher}

// fileKey deciphers the file.
type fileKey struct {
	key  []byte
	kind cipherKind
}

var passwordPad = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// unlock finds the key for the password, or for the empty one; nil without an error is a file that is not encrypted.
func (s *structure) unlock(password string) (*fileKey, error) {
	ref := s.trailer.key("Encrypt")
	if ref.kind == other {
		return nil, nil
	}
	e := s.resolve(ref)
	if f := string(e.key("Filter").b); f != "Standard" {
		return nil, unknownCipher("Filter " + f)
	}
	version, revision := int(e.key("V").num), int(e.key("R").num)
	k := &fileKey{kind: rc4Cipher}
	bits := or(e.key("Length"), 40)
	switch version {
	case 1:
		bits = 40
	case 2:
	case 4, 5:
		method := string(e.key("StmF").b)
		if method == "Identity" || method == "" {
			return nil, nil
		}
		cfm := string(s.resolve(s.resolve(e.key("CF")).key(method)).key("CFM").b)
		kind, known := cipherNames[cfm]
		if !known {
			return nil, unknownCipher("CFM " + cfm)
		}
		k.kind, bits = kind, 128
	default:
		return nil, unknownCipher(fmt.Sprintf("V %d", version))
	}
	o, u := e.key("O").b, e.key("U").b
	var try func(password []byte) ([]byte, bool)
	switch {
	case revision >= 5 && version == 5:
		try = func(p []byte) ([]byte, bool) { return key256(e, revision, p) }
	case revision >= 2 && revision <= 4 && len(o) >= 32 && len(u) >= 16 && bits%8 == 0 && bits >= 40 && bits <= 128:
		try = func(p []byte) ([]byte, bool) {
			if key, ok := s.key128(e, revision, bits/8, p); ok {
				return key, true
			}
			return s.key128(e, revision, bits/8, userPassword(o[:32], revision, bits/8, p))
		}
	default:
		return nil, unknownCipher(fmt.Sprintf("R %d, %d bit", revision, bits))
	}
	for _, p := range spellings(password, version) {
		var ok bool
		if k.key, ok = try(p); ok {
			return k, nil
		}
	}
	if password != "" {
		return nil, wrongPassword
	}
	return nil, locked
}

// spellings are the bytes that a password may stand for: none at all first, since a file that anybody may read ignores it. The newer
// kinds use UTF-8 of the normal form, the older ones what the author's system used.
func spellings(password string, version int) [][]byte {
	out := [][]byte{nil}
	if password == "" {
		return out
	}
	cut := func(p []byte) []byte { return p[:min(len(p), 127)] }
	if version == 5 {
		return append(out, cut(norm.NFKC.AppendString(nil, password)), cut([]byte(password)))
	}
	out = append(out, []byte(password))
	for _, enc := range []encoding.Encoding{charmap.Windows1252, japanese.ShiftJIS} {
		if p, err := enc.NewEncoder().Bytes([]byte(password)); err == nil {
			out = append(out, p)
		}
	}
	return out
}

// padded is a password of the older kinds: 32 bytes.
func padded(password []byte) []byte { return slices.Concat(password, passwordPad)[:32] }

// userPassword is algorithm 7: the user's password that the owner's opens.
func userPassword(o []byte, revision, n int, owner []byte) []byte {
	sum := md5.Sum(padded(owner))
	rounds := 1
	if revision >= 3 {
		rounds = 20
		for range 50 {
			sum = md5.Sum(sum[:])
		}
	}
	out := bytes.Clone(o)
	for i := rounds - 1; i >= 0; i-- {
		key := bytes.Clone(sum[:n])
		for j := range key {
			key[j] ^= byte(i)
		}
		c, err := rc4.NewCipher(key)
		if err != nil {
			return nil
		}
		c.XORKeyStream(out, out)
	}
	return out
}

// key128 is algorithm 2, checked by algorithms 4 and 5.
func (s *structure) key128(e operand, revision, n int, password []byte) ([]byte, bool) {
	var id []byte
	if l := s.resolve(s.trailer.key("ID")).list; len(l) > 0 {
		id = l[0].b
	}
	h := md5.New()
	h.Write(padded(password))
	h.Write(e.key("O").b[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(int64(e.key("P").num))))
	h.Write(id)
	if revision == 4 && e.key("EncryptMetadata").falsehood() {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:n])
			key = sum[:]
		}
	}
	key = key[:n]
	check := passwordPad
	rounds := 1
	if revision >= 3 {
		sum := md5.Sum(append(bytes.Clone(passwordPad), id...))
		check, rounds = sum[:], 20
	}
	check = bytes.Clone(check)
	for i := range rounds {
		step := bytes.Clone(key)
		for j := range step {
			step[j] ^= byte(i)
		}
		c, err := rc4.NewCipher(step)
		if err != nil {
			return nil, false
		}
		c.XORKeyStream(check, check)
	}
	return key, bytes.HasPrefix(e.key("U").b, check[:16])
}

// key256 is algorithm 2.A, for a user's password or the owner's.
func key256(e operand, revision int, password []byte) ([]byte, bool) {
	hash := func(salt, user []byte) []byte { return hardHash(password, salt, user) }
	if revision == 5 {
		hash = func(salt, user []byte) []byte {
			sum := sha256.Sum256(slices.Concat(password, salt, user))
			return sum[:]
		}
	}
	u := e.key("U").b
	for _, who := range []struct{ check, sealed, user []byte }{
		{u, e.key("UE").b, nil}, {e.key("O").b, e.key("OE").b, u[:min(48, len(u))]},
	} {
		if len(who.check) < 48 || len(who.sealed) < 32 || !bytes.Equal(hash(who.check[32:40], who.user), who.check[:32]) {
			continue
		}
		block, err := aes.NewCipher(hash(who.check[40:48], who.user))
		if err != nil {
			return nil, false
		}
		key := make([]byte, 32)
		cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, who.sealed[:32])
		return key, true
	}
	return nil, false
}

// hardHash is algorithm 2.B; user is the string U for the owner's password, else nothing.
func hardHash(password, salt, user []byte) []byte {
	sum := sha256.Sum256(slices.Concat(password, salt, user))
	k := sum[:]
	for i := 0; ; i++ {
		e := bytes.Repeat(slices.Concat(password, k, user), 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		mod := 0
		for _, c := range e[:16] {
			mod += int(c)
		}
		switch mod % 3 {
		case 0:
			h := sha256.Sum256(e)
			k = h[:]
		case 1:
			h := sha512.Sum384(e)
			k = h[:]
		default:
			h := sha512.Sum512(e)
			k = h[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// open deciphers a string or stream of an object.
func (k *fileKey) open(data []byte, id uint32, gen int) []byte {
	if k.kind == plainText {
		return data
	}
	key := k.key
	if k.kind != aes256Cipher {
		seed := append(bytes.Clone(key), byte(id), byte(id>>8), byte(id>>16), byte(gen), byte(gen>>8))
		if k.kind == aesCipher {
			seed = append(seed, "sAlT"...)
		}
		sum := md5.Sum(seed)
		key = sum[:min(len(k.key)+5, 16)]
	}
	if k.kind == rc4Cipher {
		c, err := rc4.NewCipher(key)
		if err != nil {
			return data
		}
		out := make([]byte, len(data))
		c.XORKeyStream(out, data)
		return out
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 32 {
		return nil
	}
	out := bytes.Clone(data[16 : len(data)-len(data)%16])
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, out)
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= 16 && pad <= len(out) {
		out = out[:len(out)-pad]
	}
	return out
}
