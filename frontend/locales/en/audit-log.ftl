### The audit log: who did what to whom, when and from where.

title = Audit log
events = Events

## An event

table = Audit events, newest first
column =
    .when = When
    .what = What
    .who = Who
    .whom = About whom
    .from = IP address
refused = Refused
details = Details
api-key = API key { $name }
elsewhere = A superadministrator of another organization
nobody = Not signed in
everybody = Everybody
themselves = Themselves

## Narrowing it down

action = What happened
    .any = Everything
actor = Who did it
subject = Whom it is about
# .unnamed stands for the name of somebody who is not known, also within the sentences below.
person = Name or email
    .unnamed = this person
from = From
to = To
span = When it happened
    .today = Today
    .days = Last { $days } days
routine = Show routine events, such as continued sessions
everything = Clear filters
nothing = No event fits this filter.
    .actor = There is nothing here that { $actor } did.
    .subject = There is nothing here about { $subject }.
    .both = There is nothing here that { $actor } did and that is about { $subject }.

## Saving it. $size is like "1.2 MB".

export = Export
    .csv = CSV, for spreadsheets
    .json-lines = JSON Lines, for programs
    .without-routine = Without routine events
    .running = Exporting: { $size } so far. <stop>Stop</stop>
    .saved = The events are saved: { $size }.
    .broken-off = The transfer broke off, so that nothing was saved. Try again, or narrow the events down first.

## Checking it against its seals

check = Check the log
    .running = Checking: { $events ->
        [one] 1 event
       *[other] { $events } events
    } so far. <stop>Stop</stop>
    .broken-off = The check broke off. Try again.
whole = The log is whole: { $events ->
        [one] 1 event
       *[other] { $events } events
    }, as written.
    .unsealed = The log is whole: { $events ->
        [one] 1 event
       *[other] { $events } events
    }, as written. { $unsealed } more will be sealed within seconds.
seal = Keep the last seal elsewhere: with it, <command>nightlatch audit verify --head</command> shows later whether the end of the log was cut off.
    .copy = Copy the last seal
not-whole = <strong>The log is not as it was written.</strong> Somebody with access to the database has changed it. Keep a copy of the database as it is, and find out who had access.
    .more = { $findings ->
        [one] And 1 more finding.
       *[other] And { $findings } more findings.
    }
finding = Something is not as it was written.
    .altered = An event was changed.
    .missing = An event was taken away.
    .inserted = An event was slipped in that this service did not write.
    .sealBroken = Seal { $seal } was changed.
    .sealMissing = Seal { $seal } was taken away.
