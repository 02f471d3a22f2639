package main

// log, show, blame and search: one corpus, one question, a terminal's page or JSON.

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/render/past"
	"shinkyu/render/term"
	"shinkyu/render/wire"
	"shinkyu/templates/locale"
)

// view prints a value as the flags want it.
func (a *app) view(f *viewFlags, v any, draw func(term.Options) []byte) error {
	if !slices.Contains(viewFormats, f.format) {
		return unknownFormat("--format", f.format, viewFormats)
	}
	if f.format == "json" {
		data, err := wire.Lines(v)
		if err != nil {
			return err
		}
		return a.put(f.output, data)
	}
	s, err := a.screen(&f.screen, f.output != "")
	if err != nil {
		return err
	}
	data := draw(term.Options{Width: s.width, Wide: a.japanese, English: !a.japanese, Color: s.color})
	if f.output != "" {
		return a.put(f.output, data)
	}
	return a.page(data, s)
}

func (a *app) logCommand() *cobra.Command {
	var f viewFlags
	var all bool
	c := &cobra.Command{
		Use:   "log DOC [CLAUSE]",
		Short: a.pick("文書の改正、又は一つの条項の沿革を示す", "the revisions of a document, or the history of a clause"),
		Long: a.pick(
			`文書の版を新しい順に示します。条項を指定すると、番号が変わっても移動しても、その条項を追って各版で何が変わったかを示します。
--all は、文書では廃止された条項も、条項ではかつてその番号にあった条項も対象にします。
条項は 第3条第2項、三条の二、a=3_2/p=2、3(1) のように書けます。
● 改正  ◆ 移動・番号の変更  ○ 制定・変更なし  × 廃止  ◇ 未施行`,
			`log lists the revisions of a document, newest first. With a clause it follows that clause through renumbering and moves
and tells what each revision did to it. --all lists the clauses that are gone, too, and finds a clause by any address it ever had.
A clause is written as people write it: 第3条第2項, 三条の二, a=3_2/p=2, 3(1).
● amended  ◆ moved or renumbered  ○ first or unchanged  × gone  ◇ not yet in force`),
		Example: `  shinkyu log --sample joho-kitei
  shinkyu log --sample joho-kitei 第6条の2
  shinkyu log joho-kitei --all --corpus ./rules
  shinkyu log joho-kitei 三条の二 --format json`,
		Args:              a.arguments(1, 2, "log DOC [CLAUSE]"),
		ValidArgsFunction: a.documents(&f.archive),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.openPast(cmd, &f.archive, args[0], until{})
			if err != nil {
				return err
			}
			if len(args) == 1 {
				l := p.RuleLog(all)
				return a.view(&f, l, func(o term.Options) []byte { return term.RuleLog(l, o) })
			}
			life, err := p.FindLife(args[1], all)
			if err != nil {
				return err
			}
			l := p.Log(life)
			return a.view(&f, l, func(o term.Options) []byte { return term.Log(l, o) })
		},
	}
	c.Flags().BoolVar(&all, "all", false, a.pick("廃止された条項も対象にする", "clauses that are gone, too"))
	a.viewFlags(c, &f)
	return c
}

// openPast opens the corpus and follows one rule.
func (a *app) openPast(cmd *cobra.Command, f *archiveFlags, doc string, to until) (*past.Past, error) {
	c, err := a.openArchive(f)
	if err != nil {
		return nil, err
	}
	rule, err := findRule(c, doc)
	if err != nil {
		return nil, err
	}
	return a.pastOf(cmd.Context(), c, rule, to)
}

func (a *app) showCommand() *cobra.Command {
	var f viewFlags
	var to until
	c := &cobra.Command{
		Use:   "show DOC [CLAUSE] [--at DATE|REV]",
		Short: a.pick("ある日の文書又は条項の文を示す", "the text of a document or a clause as it stood on a day"),
		Long: a.pick(
			`指定した日に施行されている文を示します。対照表しかない版の文は、それまでの全文と対照表から組み立てます。
どの原文にもない文は（略）のまま示します。--at がなければ今日の文です。
日付は 2026-04-01、2026/4/1、令和8年4月1日。版は id、label、basis のいずれでも指定できます。
--known は、その日までに公布された改正だけで組み立てます（未施行の改正も --at が後の日なら含みます）。`,
			`show prints the text in force on a day. What only a table amended is put together from the whole text before and the tables
since; what no source prints stays （略）. Without --at it is the text of today.
Dates: 2026-04-01, 2026/4/1, 令和8年4月1日. Revisions by id, label or basis.
--known uses only what was promulgated by that day (what is promulgated and not in force counts if --at is later).`),
		Example: `  shinkyu show --sample joho-kitei 第6条の2
  shinkyu show --sample joho-kitei 第八条 --at 2023-08-01
  shinkyu show joho-kitei --at 令和8年4月1日
  shinkyu show joho-kitei --at 2026-10-01 --known 2026-01-31`,
		Args:              a.arguments(1, 2, "show DOC [CLAUSE] [--at DATE|REV]"),
		ValidArgsFunction: a.documents(&f.archive),
		RunE: func(cmd *cobra.Command, args []string) error {
			if to.at == "" {
				to.at = a.today()
			}
			if err := to.check(); err != nil {
				return err
			}
			p, err := a.openPast(cmd, &f.archive, args[0], to)
			if err != nil {
				return err
			}
			var place *corpus.Place
			if len(args) == 2 {
				found, err := p.Locate(args[1])
				if err != nil {
					return past.WithHint(err, p.Rule.ID)
				}
				place = &found
			}
			s := p.Show(place)
			if err := a.view(&f, s, func(o term.Options) []byte { return term.Show(s, o) }); err != nil {
				return err
			}
			a.aside(s)
			return nil
		},
	}
	c.Flags().StringVar(&to.at, "at", "", a.pick("この日又はこの版の文（既定は今日）", "the text of this day or revision (default: today)"))
	c.Flags().StringVar(&to.known, "known", "", a.pick("この日までに公布された改正だけを使う", "only what was promulgated by this day"))
	a.viewFlags(c, &f)
	return c
}

// aside tells on stderr which revision was shown and what of it no source prints.
func (a *app) aside(s past.Show) {
	line := s.Revision.InForce + a.pick(" 施行 ", " in force, ") + s.Revision.Name()
	if s.Omitted > 0 {
		line += a.pick(fmt.Sprintf("（原文のない条項 %d）", s.Omitted), locale.Counted(" (%d clause that no source prints)| (%d clauses that no source prints)", s.Omitted))
	}
	a.say("note", line)
}

// check refuses a --known that is no date, and folds the two dates to one form.
func (u *until) check() error {
	if u.known == "" {
		return nil
	}
	date, ok := readDate(u.known)
	if !ok {
		return usage("bad-date", fmt.Sprintf("--known: %q は日付ではありません", u.known), fmt.Sprintf("--known: %q is no date", u.known), "--known 2026-04-01")
	}
	u.known = date
	return nil
}

func (a *app) blameCommand() *cobra.Command {
	var f viewFlags
	var to until
	c := &cobra.Command{
		Use:   "blame DOC",
		Short: a.pick("各条項を最後に変えた版を示す", "which revision last changed each clause"),
		Long: a.pick(
			`文書の各条項の左に、その文又は番号を最後に変えた版を示します。″ は上の行と同じ版です。`,
			`blame prints each clause of a document with the revision that last changed its words or its number. ″ repeats the one above.`),
		Example: `  shinkyu blame --sample joho-kitei
  shinkyu blame joho-kitei --at 2023-08-01 --format json`,
		Args:              a.arguments(1, 1, "blame DOC"),
		ValidArgsFunction: a.documents(&f.archive),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.openPast(cmd, &f.archive, args[0], to)
			if err != nil {
				return err
			}
			b := p.Blame()
			return a.view(&f, b, func(o term.Options) []byte { return term.Blame(b, o) })
		},
	}
	c.Flags().StringVar(&to.at, "at", "", a.pick("この日又はこの版の文（既定は最後の版）", "the text of this day or revision (default: the last revision)"))
	a.viewFlags(c, &f)
	return c
}
