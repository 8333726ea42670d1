# Everything that one does here. Each target fetches what it is missing before it starts.
.PHONY: help run test bench screenshots manual package package-windows test-windows

help:     ## this list
	@sed -n 's/^\([a-z-]*\): *## /  make \1\t/p' Makefile

run:      ## open the window on a sample library; with no display, do its main job and leave the results in out/
	@scripts/run

test:     ## all that must hold: form, lints, the UI's tests, the programs', the window's
	@scripts/test

bench:    ## how fast it is: the window, intake, the catalogue, bundles
	@scripts/bench

screenshots: ## every view of the window in two sizes, light and dark, Kazakh and Russian, into out/screenshots
	@scripts/screenshots

manual:   ## the manual as pages for a browser, with pictures of the window, into out/manual
	@scripts/manual

package:  ## a Debian package of the window and the command line
	@scripts/package

package-windows: ## for Windows, on Debian: a zip that runs from a stick and an installer, into out/windows
	@scripts/package-windows

test-windows: ## the tests of crates/*, built for Windows and run under Wine; no part of `make test`
	@scripts/test-windows
