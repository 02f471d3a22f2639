package extract

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"shinkyu/extract/internal/pdfium"
)

// TestWithoutFonts: where there is no Japanese font a finding names the command that installs one; the folders that the environment names
// are looked at instead of the system's. Fonts are chosen once, so a process of its own looks.
func TestWithoutFonts(t *testing.T) {
	const child = "SHINKYU_TEST_WITHOUT_FONTS"
	if os.Getenv(child) != "" {
		found := fontFinding()
		if pdfium.HaveFonts() || len(found) != 1 || found[0].Rule != "no-japanese-font" || found[0].Hint != pdfium.FontInstall || !strings.HasPrefix(pdfium.FontInstall, "apt install ") {
			t.Errorf("%+v", found)
		}
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestWithoutFonts$", "-test.v")
	cmd.Env = append(os.Environ(), child+"=1", pdfium.FontVariable+"="+t.TempDir())
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "--- PASS: TestWithoutFonts") {
		t.Errorf("%v\n%s", err, out)
	}
}
