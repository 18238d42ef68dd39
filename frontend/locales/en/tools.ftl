### What is at hand on every signed-in page: finding anything, the shortcuts of the keyboard, and filters that are saved.

title = Find anything
hint = A page or an action
    .people = A page, an action or a person
close = Close
cancel = Cancel
found = { $count ->
    [0] Nothing found.
    [one] 1 found.
   *[other] { $count } found.
}

## What it finds

pages = Pages
actions = Actions
people = People
order =
    .invite = Invite people
    .create-account = Create an account with a password
    .import = Import people
    .create-role = Create a role
    .make-key = Make an API key
    .connect-provider = Connect a single sign-on provider
    .create-webhook = Create a webhook
    .create-organization = Create an organization
    .export-log = Export the audit log
# The name of the language is in the language itself.
language = Language: { $language }
colours =
    .light = Colors: light
    .dark = Colors: dark
    .auto = Colors: as the system has them

## Shortcuts

shortcuts = Keyboard shortcuts
    .find = Find anything
    .search = Go to the page’s search
    .new = Make something new on this page
    .help = Show these shortcuts
go-to = Go to “{ $page }”
# Between two keys: "g then u".
then = then
# As it is written on the key.
control = Ctrl
single-keys = Use shortcuts of single keys
    .about = Turn them off if you speak to your computer, or hit keys by accident.

## Saved filters: lists as somebody has narrowed them down, under a name. `shown` stands beside the one that is seen now.

# $count is how many of them leave something out.
filters = { $count ->
    [0] Filters
   *[other] Filters ({ $count })
}
views = Saved filters
    .about = They are kept in this browser, for you alone.
    .shown = shown now

save = Save this filter
    .first = Narrow the list down first: then you can save the filter here.
    .name = Name for this filter
    .hint = Like “Overdue managers”
    .action = Save
    .replace = Replace
    .done = “{ $name }” was saved.
rename = Rename
    .named = Rename “{ $name }”
    .label = New name
    .action = Rename
    .taken = Another filter has this name.
    .done = “{ $before }” is now called “{ $name }”.
delete = Delete
    .named = Delete “{ $name }”
    .done = “{ $name }” was deleted.
