# shinkyu: everything a developer runs. `make help` lists it.
# No shared tables are needed: with SHARED pointing at a folder of them, `make score` scores them too.

SHARED ?= ../shared
GO     ?= go
ADDR   ?= 127.0.0.1:8017
FUZZ   ?= 10s
export PATH := $(CURDIR)/.tools/bin:$(PATH)
# No package needs C: without it a cold build starts no C compiler, and the program starts a fifth sooner and runs wherever its kernel does.
export CGO_ENABLED ?= 0

.DEFAULT_GOAL := help
.PHONY: help demo build install test fuzz deps check score scores soak bench lighthouse sample-pdf screenshots icon zoo clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ## build the sample site, serve it and print its address
	$(GO) run ./cmd/shinkyu serve --sample --addr $(ADDR)

build: ## build the program into bin/
	$(GO) build -trimpath -o bin/shinkyu ./cmd/shinkyu

install: ## install the program with go install
	$(GO) install ./cmd/shinkyu

deps: ## what the tests need: Chromium, a Japanese font, Node
	@.ci/deps

# The functions in the browser take most of ten minutes, the default of a package, on two processors.
test: deps ## all tests, the browser's and every input that fuzzing ever found included
	$(GO) test -timeout 20m ./...

fuzz: ## search for inputs that break a reader, ten seconds for each (FUZZ=1m for longer)
	@.ci/fuzz $(FUZZ)

check: ## format, vet, staticcheck, import policy
	@bad=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$bad" ]; then echo "gofmt would change:"; echo "$$bad"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) test -count=1 .

score: ## score extraction and comparison against annotated tables, enforce the floors
	$(GO) run ./cmd/score --shared '$(SHARED)'

scores: ## write docs/SCORES.md: the scores of this commit
	@{ printf '# Scores\n\nWritten by `make scores` on %s at commit %s, the tables below `shared/` included where they are at hand.\n' "$$(date -u +%F)" "$$(git rev-parse --short HEAD)"; \
	   printf 'What the columns mean: [ARCHITECTURE.md](ARCHITECTURE.md#measuring). The labelled changes were written and labelled by those who wrote the rules,\n'; \
	   printf 'which flatters both columns; the held-out ones were written last.\n\n```\n'; \
	   $(GO) run ./cmd/score --shared '$(SHARED)'; printf '```\n'; } > docs/SCORES.md.new
	@mv docs/SCORES.md.new docs/SCORES.md

soak: deps ## the long tests: 5 minutes of fuzzing for each reader, large inputs
	@.ci/fuzz 5m
	$(GO) test -count=1 -timeout 60m -tags soak ./...

bench: build ## timings: a table of 300 pages beside other readers of PDF, sites beside Hugo, then the benchmarks
	$(GO) run ./cmd/speed --program bin/shinkyu
	$(GO) test -run '^$$' -bench . -benchmem ./...

lighthouse: build deps ## marks of the main page types by Lighthouse, phone and desk; wants a machine at rest (installs Lighthouse, 200 MB)
	@[ -d .ci/lighthouse/node_modules ] || (cd .ci/lighthouse && npm ci --silent --no-audit --no-fund)
	bin/shinkyu build --sample -o _site
	node .ci/lighthouse/mark.mjs _site

sample-pdf: ## make the PDFs of the sample corpus again from their sources (needs Chromium and Japanese fonts)
	$(GO) generate ./corpus/sample

zoo: ## make the layout zoo again (needs Chromium, LibreOffice Writer, upLaTeX, qpdf and the IPAex fonts; see docs/ARCHITECTURE.md)
	$(GO) run ./cmd/zoo

screenshots: build deps ## pictures of every page type for the docs
	node .ci/browser/screenshots.mjs bin/shinkyu docs/pictures

icon: deps ## draw the site's mark for the browser's tab from its SVG
	node .ci/browser/icon.mjs templates/icon.svg templates/icon.png

clean: ## remove what was built
	rm -rf bin .tools .ci/browser/node_modules .ci/lighthouse/node_modules _site
