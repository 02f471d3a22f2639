package xlsx

import (
	"errors"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/ooxml/ooxmltest"
	"shinkyu/extract/internal/readertest"
)

func TestRead(t *testing.T) {
	readertest.Cases(t, func(in string) string {
		s, err := Read(ooxmltest.Xlsx(in))
		if err != nil {
			var fail *corpus.Failure
			if !errors.As(err, &fail) {
				t.Fatal(err)
			}
			return "failure " + fail.Rule + "\n"
		}
		readertest.Check(t, s)
		return readertest.Draw(s)
	})
}

// Numbers as Japanese Excel shows them.
func TestShown(t *testing.T) {
	for _, c := range []struct{ value, format, want string }{
		{"3", "General", "3"}, {"0.1", "General", "0.1"}, {"-12.5", "General", "-12.5"}, {"123456789012", "General", "1.23457E+11"}, {"0.30000000000000004", "General", "0.3"},
		{"1234.5", "#,##0", "1,235"}, {"-1234", "#,##0", "-1,234"}, {"1234567.891", "#,##0.00", "1,234,567.89"}, {"0", "#,##0", "0"}, {"0", "#,###", ""},
		{"0.5", "0%", "50%"}, {"0.1234", "0.0%", "12.3%"}, {"5", "000", "005"}, {"1.5", "0.##", "1.5"}, {"1", "0.0#", "1.0"}, {"1500000", "#,##0,", "1,500"},
		{"-5", "#,##0;△#,##0", "△5"}, {"0", `#,##0;-#,##0;"－"`, "－"}, {"3", `"第"0"条"`, "第3条"}, {"12", `0"円"`, "12円"}, {"3", `General"項"`, "3項"}, {"1000", `[$¥-411]#,##0`, "¥1,000"}, {"7", `0\ ;[Red]\-0`, "7 "},
		{"12", `[DBNum1][$-411]"第"General"条"`, "第十二条"}, {"12", `[DBNum3][$-411]0`, "１２"}, {"12", `[DBNum1]0"円"`, "十二円"},
		{"45383", "yyyy/m/d", "2024/4/1"}, {"45383", `[$-411]ggge"年"m"月"d"日"`, "令和6年4月1日"}, {"43585", `ggge"年"m"月"d"日"`, "平成31年4月30日"}, {"43586", "ge.m.d", "R1.5.1"}, {"43586", `gge"年"`, "令1年"},
		{"45383", `yyyy"年"mm"月"dd"日("aaa")"`, "2024年04月01日(月)"}, {"45383.75", "yyyy/m/d h:mm", "2024/4/1 18:00"}, {"0.5625", "h:mm AM/PM", "1:30 PM"}, {"1.25", "[h]:mm", "30:00"}, {"0.0007", "mm:ss", "01:00"},
		{"1", "yyyy/m/d", "1900/1/1"}, {"59", "yyyy/m/d", "1900/2/28"}, {"61", "yyyy/m/d", "1900/3/1"}, {"45383", "d-mmm-yy", "1-Apr-24"}, {"45383", `[DBNum1]ggge"年"m"月"d"日"`, "令和六年四月一日"},
		{"-1", "yyyy/m/d", "-1"}, {"9e99", "yyyy/m/d", "9E+99"}, {"1.5", "# ?/?", "1.5"}, {"12000", "0.00E+00", "12000"}, {"x", "0", "x"}, {"3", "", ""}, {"3", "@", ""},
	} {
		if got := shown(c.value, c.format, false); got != c.want {
			t.Errorf("%s as %q shows %q, want %q", c.value, c.format, got, c.want)
		}
	}
	if got := shown("43921", "yyyy/m/d", true); got != "2024/4/1" {
		t.Errorf("since 1904: %q", got)
	}
}

// FuzzXLSX reads workbooks of which any part may say anything.
func FuzzXLSX(f *testing.F) {
	for _, s := range readertest.Seeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<14 {
			return
		}
		s, err := Read(ooxmltest.Xlsx(in))
		if err != nil {
			var fail *corpus.Failure
			if !errors.As(err, &fail) {
				t.Fatalf("%v is no failure with a hint", err)
			}
			return
		}
		readertest.Check(t, s)
	})
}
