package pdf

// unLZW decodes PDF's LZW, whose codes grow one step early unless EarlyChange is 0. compress/lzw reads GIF's kind only.
// Source: ISO 32000-1, 7.4.4.
func unLZW(data []byte, limit int64, parms operand) ([]byte, error) {
	const clear, end = 256, 257
	early := 1
	if e := parms.key("EarlyChange"); e.kind == number {
		early = int(e.num)
	}
	type entry struct {
		prefix int // table index of all but the last byte
		last   byte
		size   int
	}
	table := make([]entry, 258, 4096)
	for i := range table[:256] {
		table[i] = entry{-1, byte(i), 1}
	}
	var out []byte
	bits, have, width, previous := 0, 0, 9, -1
	for len(data) > 0 && int64(len(out)) < limit {
		for ; have < width && len(data) > 0; data = data[1:] {
			bits, have = (bits<<8|int(data[0]))&0xffffff, have+8
		}
		if have < width {
			break
		}
		code := bits >> (have - width) & (1<<width - 1)
		have -= width
		if code == end {
			break
		}
		if code == clear {
			table, width, previous = table[:258], 9, -1
			continue
		}
		if code > len(table) || code == len(table) && previous < 0 {
			return unpredict(out, parms), errFilter
		}
		from := len(out)
		word := code
		if code == len(table) {
			word = previous
		}
		size := table[word].size
		out = append(out, make([]byte, size)...)
		for i, w := from+size-1, word; w >= 0 && i >= from; i-- {
			out[i] = table[w].last
			w = table[w].prefix
		}
		if code == len(table) {
			out = append(out, out[from])
		}
		if previous >= 0 && len(table) < 4096 {
			table = append(table, entry{previous, out[from], table[previous].size + 1})
		}
		if n := len(table) + early; n >= 1<<width && width < 12 {
			width++
		}
		previous = code
	}
	return unpredict(out, parms), nil
}
