### The list of users and what is done to many of them, with what a user's page says in the same words.

title = Users
    .import = Import people
    .invite = Invite people
cancel = Cancel
close = Close

count = { $count ->
    [one] 1 user
   *[other] { $count } users
}
    .unknown = Everybody
    .none = No users match these filters.
    .found = { $count ->
        [one] 1 user found.
       *[other] { $count } users found.
    }

## What narrows the list down

search = Search
    .hint = Name or email
filter =
    .two-factor = 2FA status
    .role = Role
    .account = Account
    .login = Login method
    .all = All
    .reset = Clear filters
sort = Sort by
    .email = Email, A to Z
    .email-reversed = Email, Z to A
    .name = Name, A to Z
    .name-reversed = Name, Z to A
    .lastSignIn = Last sign-in, longest ago first
    .lastSignIn-reversed = Last sign-in, latest first
    .created = Added, longest ago first
    .created-reversed = Added, latest first
standing =
    .enabled = On
    .expired = On, renewal due
    .notEnabled = Off
    .inGrace = Off, deadline ahead
    .overdue = Off, overdue
    .blocked = Off, blocked
account =
    .active = Active
    .invited = Invited
    .suspended = Suspended

## A row

column =
    .user = User
    .roles = Roles
    .login = Login method
    .twoFactor = 2FA status
    .codes = Recovery codes
    .lastSignIn = Last sign-in
    .email = Email address
    .deadline = Deadline
    .created = Added
columns = Columns
    .shown = Columns beside the name
    .reset = Show the usual ones
# Where no sign-in is known: there was none, or it was before their times were kept.
no-sign-in = None known
suspended = Suspended
frozen = Frozen
state =
    .enabled = On
    .expired = Renewal due
    .notEnabled = Off
    .reset = Reset: waiting for the code
due =
    .ahead = due { $date }
    .overdue = overdue
    .blocked = blocked
    .atNextSignIn = due at the next sign-in
# $methods is a list of second factors.
since = { $methods } since <when/>
codes = { $remaining } of { $total } left
    .none = None
    .made = made <when/>
imported = Imported, no password yet
invited = Invited
    .good = Invited, link good until { $moment }
    .expired = Invited, link has expired
# Of an invitation, beneath it.
link =
    .good = link good until { $moment }
    .expired = link has expired

## Who is ticked, and what is done to all of them

selection = Selected users
    .one = Select { $name }
    .shown = Select all shown
    .all = Select all { $total } that match
    .size = { $count } selected
    .clear = Clear the selection
order =
    .remind = Remind by email…
    .extendDeadline = Extend deadline…
    .reset = Reset…

## What is done to many, from the question to what became of it. `running` is a dialog's title, `done` and `refused` are
## what happened to one person, and `left` is how many it did not happen to.

reset =
    .title = { $count ->
        [one] Reset the second factor of 1 person?
       *[other] Reset the second factor of { $count } people?
    }
    .deleted = { $count ->
        [one] The authenticators, passkeys and recovery codes of 1 person are deleted and cannot be brought back.
       *[other] The authenticators, passkeys and recovery codes of { $count } people are deleted and cannot be brought back.
    }
    .signed-out = They are signed out everywhere.
    .code = You get a code for each of them, shown once: they enter it at the next sign-in and set up a new second factor.
    .no-code = They set up a new second factor after the next sign-in, for which the password alone is enough.
    .confirm = { $count ->
        [one] Reset 1 person
       *[other] Reset { $count } people
    }
    .running = Resetting second factors
    .done = Reset
    .refused = Refused
    .left = { $count } refused
extendDeadline =
    .title = { $count ->
        [one] Extend the deadline of 1 person?
       *[other] Extend the deadline of { $count } people?
    }
    .day = { $count ->
        [one] The day that you choose becomes the deadline of 1 person, whatever the policy says. Who has longer already keeps that.
       *[other] The day that you choose becomes the deadline of { $count } people, whatever the policy says. Who has longer already keeps that.
    }
    .blocked = Whoever is blocked now can sign in again until then. Whoever has a second factor already keeps it.
    .confirm = { $count ->
        [one] Extend for 1 person
       *[other] Extend for { $count } people
    }
    .running = Extending deadlines
    .done = Extended
    .refused = Refused
    .left = { $count } refused
remind =
    .title = { $count ->
        [one] Remind 1 person by email?
       *[other] Remind { $count } people by email?
    }
    .mail = Whoever has no second factor gets a mail that asks to set one up, and says by when.
    .left-out = Whoever has one, cannot sign in, or was reminded within the last hour is left out.
    .confirm = { $count ->
        [one] Remind 1 person
       *[other] Remind { $count } people
    }
    .running = Sending reminders
    .done = Reminded
    .refused = Left out
    .left = { $count } left out

running =
    .leave = Leave before it is finished?
    .loss = What was done stays done, but you do not see for whom, and codes are not shown again.
    .confirm = It goes on after you confirm with your second factor.
    .stop = Stop
    .resume = Go on
# $parts is a list: "10 done, 2 refused, 3 not reached".
outcome = Finished
    .stopped = Stopped before the end
    .sentence = { $parts }.
    .done = { $count } done
    .missed = { $count } not reached
    .list = What became of each
    .all = Show all { $count }
refused = Refused.
    .lately = Reminded within the last hour already.

## The codes of those who were reset

code =
    .copy = Copy
    .spoken = Copy the code of { $name }
    .until = until <when/>
all-codes = { $count ->
    [one] Save or copy the code now: you will not see it again. Pass it on over the verified channel.
   *[other] Save or copy the { $count } codes now: you will not see them again. Pass each one on over the verified channel.
}
    .copy = Copy all
    .download = Download as CSV
    .saved = I have them
    .leave = Close without the codes?
    .loss = They are shown only now. Whoever does not get theirs needs a new reset.
# The head of the file.
file =
    .user = user
    .code = reset code
    .until = good until

## What is asked about one person, and about many

identity = How did you make sure that it is them?
    .call = On a call
    .video = On video
    .inPerson = In person
    .other = Another way
reason = Reason
    .about = For the audit log.
ticket = Ticket (optional)
deadline = Deadline
    .about = Until the end of this day they sign in without a second factor.
