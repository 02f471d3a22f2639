package columns

import (
	"fmt"
	"strings"
	"testing"
)

// TestLegends: what legends in the manner of ministries, local governments and companies say; the words are ours.
func TestLegends(t *testing.T) {
	for legend, want := range map[string]string{
		"（傍線部分は改正部分）":              "underline=changed",
		"（下線部分が今回の変更箇所）":           "underline=changed",
		"※　下　線　部　が　改　正　部　分":        "underline=changed",
		"（傍線部分及び破線で囲んだ部分は改正部分）":    "underline=changed box=changed",
		"変更箇所に下線を付しています。":          "underline=changed",
		"改正部分は、アンダーラインで示す。":        "underline=changed",
		"注）変更箇所は赤字で表示":             "red=changed",
		"朱書き部分は修正箇所":               "red=changed",
		"（赤字：追加　青字：変更　取消線：削除）":     "red=added blue=changed strike=deleted",
		"追加箇所は赤字、削除箇所は見え消しで示す。":    "red=added strike=deleted",
		"太字部分が改正箇所です。":             "bold=changed",
		"（太字下線は改正部分）":              "bold=changed underline=changed",
		"網掛け部分は改定箇所":               "shade=changed",
		"網かけ部分及び下線部は見直し箇所":         "shade=changed underline=changed",
		"二重下線部は新設、下線部は変更":          "double=added underline=changed",
		"着色した部分は変更部分":              "colour=changed red=changed blue=changed green=changed shade=changed",
		"（下線部分は追加及び削除した箇所）":        "underline=added underline=deleted",
		"改正後欄の下線部は改正前欄からの変更箇所":     "underline=changed@new",
		"旧欄の下線は削除、新欄の下線は追加":        "underline=deleted@old underline=added@new",
		"現行欄中の取消線及び改正案欄の赤字は改正部分":   "strike=changed@old red=changed@new",
		"新欄の下線及び旧欄の下線は改正部分":        "underline=changed",
		"下線は強調のために付した。赤字が改正部分である。": "underline=annotation red=changed",
		"下線を付していない部分は変更なし":         "",
		"下線が付いていない部分は、改正していない。":    "",
		"傍線の施されていない箇所に変更はない。":      "",
		"傍線を施した部分が改正部分":            "underline=changed",
		"この欄の傍線は注記である。":            "underline=annotation",
		"備考　表中の傍線は、二重傍線を除き、注記である。": "underline=annotation",
		"（一部改正　令和八年告示第五号）":         "",
		"赤字補填の変更について":              "",
		"改正前欄に掲げる規定の下線を付した部分は削る。":  "underline=deleted",
		"備考　改正前欄に掲げる帳簿規定の傍線を付した部分をこれに順次対応する改正後欄に掲げる帳簿規定の傍線を付した部分のように改める。":                                                  "underline=in-order underline=changed",
		"備考　改正前欄及び改正後欄に対応して掲げるその標記部分に二重傍線を付した規定は、改正後欄に掲げるもののように改め、改正後欄に対応するものを掲げていないものはこれを削り、改正前欄に対応するものを掲げていないものはこれを加える。": "double=changed double=deleted double=added",
		"備考　二重傍線を付した標記部分を除く全体に付した傍線は注記である。": "underline=annotation*",
	} {
		var got []string
		for _, s := range signalsOf(legend) {
			text := fmt.Sprintf("%s=%s", s.Kind, s.Means)
			if s.Whole {
				text += "*"
			}
			if s.Side != "" {
				text += "@" + s.Side
			}
			got = append(got, text)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\n got %q\nwant %q", legend, g, want)
		}
	}
}

func FuzzLegend(f *testing.F) {
	f.Add("（傍線部分は改正部分）")
	f.Add("赤字\xff：追加を除く")
	f.Fuzz(func(t *testing.T, s string) {
		for _, g := range signalsOf(s) {
			if g.Kind == "" || g.Means == "" {
				t.Errorf("%q: %+v", s, g)
			}
		}
	})
}
