package main

// Which revisions are not yet in force. A static page knows no today, and a page without script must not pass off a future text as law. So a build speaks
// as of a day and says which: as_of of corpus.toml, else SOURCE_DATE_EPOCH, else the newest promulgation in the corpus, the last day of
// which the sources themselves know. The clock was rejected: the same corpus would give other bytes every day. Script corrects the page
// on the reader's own day. Only documents with such a revision depend on the day, so the others stay in the cache.

import (
	"fmt"
	"os"
	"strconv"
	"time"

	"shinkyu/corpus"
)

const epochVariable = "SOURCE_DATE_EPOCH"

// pending marks the revisions that are not in force on the day of the build.
func pending(a *corpus.Archive) error {
	day, err := asOf(a, os.Getenv(epochVariable))
	if err != nil {
		return err
	}
	for _, r := range a.Rules {
		for _, v := range r.Revisions {
			v.NotYet = ""
			if day != "" && v.InForce > day {
				v.NotYet = day
			}
		}
	}
	return nil
}

// asOf is the day as of which pages speak, as 2006-01-02; "" where nothing tells.
func asOf(a *corpus.Archive, epoch string) (string, error) {
	if a.AsOf != "" {
		return a.AsOf, nil
	}
	if epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return "", &corpus.Failure{Rule: "bad-epoch", Japanese: fmt.Sprintf("%s を読めません: %q", epochVariable, epoch), English: fmt.Sprintf("%s cannot be read: %q", epochVariable, epoch),
				HintJA: "1970年1月1日からの秒数を書いてください", HintEN: "write seconds since 1 January 1970"}
		}
		return time.Unix(seconds, 0).In(time.FixedZone("JST", 9*60*60)).Format(time.DateOnly), nil
	}
	day := ""
	for _, r := range a.Rules {
		for _, v := range r.Revisions {
			day = max(day, v.Promulgated)
		}
	}
	return day, nil
}
