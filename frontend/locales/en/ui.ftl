### What the parts of every page say by themselves.

## Everywhere

# In the browser's tab.
title = { $page } · Nightlatch
loading = Loading
offline = Cannot be shown while you are offline.
try-again = Try again
needs-factor = This needs your second factor.
cancel = Cancel
close = Close
leave = Leave
stay = Stay here
load-more = Load more
protected = Protected by two-factor authentication
language = Language
help = Help
    .aside = Help (in a new tab)
# Between the things of a list.
separator = { ", " }

## Fields

code-label = Authentication code
# $lengths is a list, like "6 or 8".
code-description = { $lengths } digits, as your app shows them.
show-password = Show what I type
clear = Clear “{ $label }”
found = { $count ->
    [0] Nobody found.
   *[other] { $count } found.
}

## Copying

copied = Copied
not-copied = Your browser does not allow copying here.

## Another name for something

rename = Rename { $name }
rename-label = Name
rename-action = Rename

## Charts

part-of-whole = { $part } of { $whole }
as-table = Show as a table
as-csv = CSV

## The key of an authenticator

setup-key = Setup key: { $key }
setup-key-hint = Point at the dots, or tap them, to see the key.
copy-key = Copy key
