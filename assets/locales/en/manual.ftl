# The manual: the book inside the program, and what leads to it.

section-manual = Manual

action-manual = Manual
manual-contents = Contents
manual-search = Search the manual
manual-found = Found
manual-none = The manual does not have these words
manual-help = What the manual says about this window
