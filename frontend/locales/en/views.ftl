### Lists as somebody has narrowed them down and saved that, under a name.

title = Saved filters
about = They are kept in this browser, for you alone.
close = Close
cancel = Cancel
# Beside the one that the page shows now.
shown = shown now

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
