package main

// The sentences. Each is a template with slots; what fills a slot on the new side and on the old side is drawn from the same
// list, so that every change is known to the character and no two documents say the same.

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

// slots holds the fillings. A slot whose list begins with "" is optional: a change there is an insertion or a deletion.
var slots = map[string][]string{
	"者":  {"保存責任者", "管理責任者", "所属長", "統括管理者", "情報管理課長", "利用者", "受託者", "点検担当者", "閲覧者"},
	"先":  {"理事長", "所属長", "文書管理委員会", "統括管理者", "監査室長", "総務部長"},
	"書":  {"報告書", "保存文書の目録", "点検記録簿", "利用届", "様式第２号の申請書", "様式第12号による届書", "誓約書"},
	"期":  {"五日以内に", "十四日以内に", "三十日以内に", "毎年三月三十一日までに", "遅滞なく", "直ちに", "速やかに"},
	"年":  {"三年間", "五年間", "十年間", "三十年間", "一年六月"},
	"事":  {"保存文書の滅失", "端末の故障", "記録の誤り", "外部からの照会", "設備の停止", "鍵の紛失"},
	"物":  {"保存文書", "電磁的記録", "閲覧端末", "記録媒体", "保管庫の鍵", "測定機器"},
	"含":  {"", "（写しを含む。）", "（電磁的記録を含む。）", "（別表第一に掲げるものを除く。）", "（以下「対象物」という。）"},
	"等":  {"", "等", "その他これに類するもの"},
	"条件": {"", "やむを得ない事由があるときを除き、", "あらかじめ書面により、", "所属長の承認を得て、"},
	"副":  {"適正に", "適正かつ効率的に", "毎月一回", "定期的に", "別に定める方法により"},
	"務":  {"しなければならない", "するものとする", "するよう努めなければならない", "することができる"},
	"額":  {"１０円", "五十円", "１,２００円", "三百円", "２．５パーセント"},
	"規":  {"第三条第二項", "前条第一項", "別表第二", "第五条第一項第一号", "文書管理規程（令和二年規程第７号）"},
	"英":  {"PDF形式", "ISO 9001:2015", "A4判の用紙", "USBメモリ", "SHA-256"},
	"㍍":  {"120㎜", "３メートル", "12.5平方メートル", "800ルクス"},
}

var bodies = []string{
	"{者}は、{事}を知ったときは、{期}{書}を{先}に提出{務}。",
	"{者}は、{条件}{物}{含}を{副}管理{務}。",
	"{物}{等}の保存期間は、{年}とする。ただし、{規}に掲げるものについては、{年}とする。",
	"{先}は、{者}から{書}の提出を受けたときは、{期}その内容を審査し、{者}に通知{務}。",
	"写しの交付を受ける者は、一枚につき{額}（カラーの場合は、{額}）を納付しなければならない。",
	"{者}は、{物}を{英}により{年}保存{務}。この場合において、{規}の規定は、適用しない。",
	"保管庫の床面積は{㍍}以上とし、{者}が{副}点検{務}。",
	"{規}の規定による届出は、{書}{含}を{先}に提出して行う。",
	"この規程に定めるもののほか、{物}の取扱いに関し必要な事項は、{条件}{先}が定める。",
	"{先}は、{事}{等}について、{者}に対し、{期}報告を求めることができる。",
	"次に掲げる{物}は、{副}点検し、その結果を{英}により記録{務}。",
	"{者}が{事}により業務を継続できないときは、{先}の指名する者がその職務を代行する。",
}

var purposes = []string{
	"この規程は、{物}の保存及び閲覧に関し必要な事項を定め、もって業務を{副}行うことを目的とする。",
	"この規程は、{者}の責務を定めるとともに、{物}{等}の取扱いの基準を定めることを目的とする。",
}

var leads = []string{
	"{者}は、次に掲げる事項を{副}記録{務}。",
	"次の各号に掲げる{物}の取扱いは、当該各号に定めるところによる。",
	"{先}は、次の各号のいずれかに該当するときは、{書}を返付することができる。",
}

var items = []string{
	"{物}{含}の名称及び数量",
	"{事}が生じた日時",
	"{書}の作成年月日",
	"{者}の氏名{等}",
	"{規}に規定する{物}",
	"{物}　{英}により作成し、{年}保存するもの",
}

var captions = []string{"目的", "定義", "保存", "報告", "点検", "届出", "手数料", "閲覧の手続", "記録の様式", "職務の代行", "保管庫の構造", "委任", "審査及び通知", "適用除外"}

var slot = regexp.MustCompile(`\{[^}]+\}`)

// fill makes both sides of a sentence with up to changes differing slots, which are marked.
func fill(r *rand.Rand, template string, changes int) (fresh, old []run) {
	at := slot.FindAllStringIndex(template, -1)
	differs := map[int]bool{}
	for range changes {
		if len(at) > 0 {
			differs[r.IntN(len(at))] = true
		}
	}
	end := 0
	for i, m := range at {
		fresh, old = add(fresh, template[end:m[0]], ""), add(old, template[end:m[0]], "")
		end = m[1]
		list := slots[template[m[0]+1:m[1]-1]]
		a := list[r.IntN(len(list))]
		b := a
		for differs[i] && b == a {
			b = list[r.IntN(len(list))]
		}
		mark := ""
		if a != b {
			mark = "underline"
		}
		fresh, old = add(fresh, a, mark), add(old, b, mark)
	}
	return add(fresh, template[end:], ""), add(old, template[end:], "")
}

// add appends text, to the last run if the mark is the same.
func add(runs []run, text, mark string) []run {
	if text == "" {
		return runs
	}
	if n := len(runs) - 1; n >= 0 && runs[n].mark == mark {
		runs[n].text += text
		return runs
	}
	return append(runs, run{text: text, mark: mark})
}

// plain is the text of runs.
func plain(runs []run) string {
	var b strings.Builder
	for _, x := range runs {
		b.WriteString(x.text)
	}
	return b.String()
}
