package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"errors"
	"fmt"
	"testing"

	"shinkyu/corpus"
)

// sealer encrypts a file with an empty user password, for the tests.
type sealer struct {
	kind    cipherKind
	key     []byte
	entries string // of the Encrypt dictionary
}

var (
	fileID = []byte("0123456789abcdef")
	ownerO = bytes.Repeat([]byte{7}, 32)
)

// sealed128 is revisions 2 to 4; P is −4.
func sealed128(revision, n int, kind cipherKind, cf string) sealer {
	h := md5.New()
	for _, b := range [][]byte{passwordPad, ownerO, {0xfc, 255, 255, 255}, fileID} {
		h.Write(b)
	}
	key := h.Sum(nil)[:n]
	check := bytes.Clone(passwordPad)
	rounds := 1
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key)
			key = sum[:n]
		}
		sum := md5.Sum(append(bytes.Clone(passwordPad), fileID...))
		check, rounds = sum[:], 20
	}
	for i := range rounds {
		step := bytes.Clone(key)
		for j := range step {
			step[j] ^= byte(i)
		}
		c, _ := rc4.NewCipher(step)
		c.XORKeyStream(check, check)
	}
	check = append(check, make([]byte, 32-len(check))...)
	version := map[int]int{2: 1, 3: 2, 4: 4}[revision]
	return sealer{kind, key, fmt.Sprintf("/V %d /R %d /Length %d /P -4 /O <%x> /U <%x> %s", version, revision, n*8, ownerO, check, cf)}
}

// sealed256 is revisions 5 and 6.
func sealed256(revision int) sealer {
	key := bytes.Repeat([]byte{9}, 32)
	hash := func(salt string) []byte {
		if revision == 6 {
			return hardHash(nil, []byte(salt), nil)
		}
		sum := sha256.Sum256([]byte(salt))
		return sum[:]
	}
	u := append(hash("checking"), "checkingsaltsalt"...)
	block, _ := aes.NewCipher(hash("saltsalt"))
	ue := bytes.Clone(key)
	cipher.NewCBCEncrypter(block, make([]byte, 16)).CryptBlocks(ue, ue)
	return sealer{aes256Cipher, key, fmt.Sprintf("/V 5 /R %d /Length 256 /P -4 /O <%x> /OE <%x> /U <%x> /UE <%x> %s",
		revision, make([]byte, 48), make([]byte, 32), u, ue, "/StmF /S /StrF /S /CF << /S << /CFM /AESV3 >> >>")}
}

func (s sealer) seal(data []byte, id int) []byte {
	key := s.key
	if s.kind != aes256Cipher {
		seed := append(bytes.Clone(key), byte(id), byte(id>>8), byte(id>>16), 0, 0)
		if s.kind == aesCipher {
			seed = append(seed, "sAlT"...)
		}
		sum := md5.Sum(seed)
		key = sum[:min(len(s.key)+5, 16)]
	}
	if s.kind == rc4Cipher {
		c, _ := rc4.NewCipher(key)
		out := make([]byte, len(data))
		c.XORKeyStream(out, data)
		return out
	}
	pad := 16 - len(data)%16
	data = append(bytes.Clone(data), bytes.Repeat([]byte{byte(pad)}, pad)...)
	out := append([]byte("initialisation!!"), data...)
	block, _ := aes.NewCipher(key)
	cipher.NewCBCEncrypter(block, out[:16]).CryptBlocks(out[16:], out[16:])
	return out
}

// file is a page that shows 第一条 in a CID font, whose Ordering is an encrypted string.
func (s sealer) file() []byte {
	var b builder
	d := b.add("<< /Subtype /CIDFontType0 /BaseFont /Made /CIDSystemInfo << /Registry <%x> /Ordering <%x> >> >>", s.seal([]byte("Adobe"), 1), s.seal([]byte("Japan1"), 1))
	f := b.add("<< /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [%s] >>", d)
	e := b.add("<< /Filter /Standard %s >>", s.entries)
	b.extra = fmt.Sprintf("/Encrypt %s /ID [<%x> <00>]", e, fileID)
	content := s.seal([]byte("BT /F1 10 Tf 9 700 Td <0b4804b009da> Tj ET"), 4)
	return b.finish("", "/Font << /F1 "+f+" >>", string(content))
}

func TestEncryptedWithoutPassword(t *testing.T) {
	const filters = "/StmF /S /StrF /S /CF << /S << /CFM /%s /Length 16 >> >>"
	for name, s := range map[string]sealer{
		"RC4 40":     sealed128(2, 5, rc4Cipher, ""),
		"RC4 128":    sealed128(3, 16, rc4Cipher, ""),
		"RC4 in CF":  sealed128(4, 16, rc4Cipher, fmt.Sprintf(filters, "V2")),
		"AES 128":    sealed128(4, 16, aesCipher, fmt.Sprintf(filters, "AESV2")),
		"AES 256 R5": sealed256(5),
		"AES 256 R6": sealed256(6),
	} {
		f, err := Open(s.file())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if p, err := f.Page(1); err != nil || text(p) != "第一条" {
			t.Errorf("%s: %q, %v, %v", name, text(p), err, p.Diags)
		}
	}
}

func TestLockedFiles(t *testing.T) {
	locked := sealed128(3, 16, rc4Cipher, "")
	locked.entries = "/V 2 /R 3 /Length 128 /P -4 /O <" + fmt.Sprintf("%x", ownerO) + "> /U <" + fmt.Sprintf("%x", ownerO) + ">"
	public := sealer{kind: rc4Cipher, key: []byte("12345"), entries: "/Filter /Adobe.PubSec /V 4"}
	for want, s := range map[string]sealer{"pdf-password": locked, "pdf-encryption": public} {
		data := s.file()
		if want == "pdf-encryption" {
			data = bytes.Replace(data, []byte("/Filter /Standard "), nil, 1)
		}
		var failure *corpus.Failure
		if _, err := Open(data); !errors.As(err, &failure) || failure.Rule != want {
			t.Errorf("%s: %v", want, err)
		}
	}
}
