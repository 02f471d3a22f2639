package pdf

import "strings"

// Characters that producers write by mistake: they look at the font, in which the radical ⼈ and the kanji 人, or （ and
// its vertical form ︵, are one glyph, and pick the wrong code for ToUnicode. Rules never mean the former, and a search
// or a comparison would not find the latter. Everything else, full-width forms above all, stays as written: NFKC as a
// whole was rejected, since it makes （１） into (1) and ㈱ into (株).
// Source: The Unicode Standard, blocks 2E80, 2F00, FB00, FE10 and FE30; EquivalentUnifiedIdeograph.txt.

// ordinary replaces them in the text of a glyph.
func ordinary(s string) string {
	if strings.IndexFunc(s, suspect) < 0 {
		return s
	}
	var out strings.Builder
	for _, r := range s {
		switch {
		case 0x2f00 <= r && r <= 0x2fd5:
			r = kangxi[r-0x2f00]
		case mistaken[r] != "":
			out.WriteString(mistaken[r])
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

func suspect(r rune) bool {
	return 0x2e80 <= r && r <= 0x2fdf || 0xfb00 <= r && r <= 0xfb06 || 0xfe10 <= r && r <= 0xfe4f
}

// private reports whether the text has a character of a private use area: an 外字 whose meaning only its author knows.
func private(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return 0xe000 <= r && r <= 0xf8ff || 0xf0000 <= r && r <= 0x10fffd
	}) >= 0
}

// kangxi are the kanji of the radicals U+2F00 to U+2FD5, in order: NFKC's, but for 戸 and 黒, which Japanese fonts have there.
var kangxi = []rune("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戸手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黒黹黽鼎鼓鼠鼻齊齒龍龜龠")

// mistaken are pairs of a character and what is meant by it.
var mistaken = pairs(
	// CJK radicals whose kanji has the same form
	"⺁厂⺄乙⺅亻⺇几⺈刀⺉刂⺋㔾⺍小⺎兀⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺫罒⺬示⺭礻⺮竹⺯糸⺱罓⺲罒⺳冈⺶羊⺷羊⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西"+
		"⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟"+
		// vertical forms
		"︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︳＿︴＿︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］",
	map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"})

func pairs(list string, more map[rune]string) map[rune]string {
	r := []rune(list)
	for i := 0; i+1 < len(r); i += 2 {
		more[r[i]] = string(r[i+1])
	}
	return more
}
