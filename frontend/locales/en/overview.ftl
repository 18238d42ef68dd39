### How far the organization has come with its second factor, what lies ahead, and what fails.

title = Overview

today = Today
    .everybody = Everybody is protected by a second factor.
    .nobody = Nobody is protected by a second factor yet.
    .some = { $protected ->
        [one] { $protected } of { $total } users is protected by a second factor.
       *[other] { $protected } of { $total } users are protected by a second factor.
    }
# Over the numbers of users: there is little room.
total =
    .all = All users
    .enabled = 2FA on
    .expired = 2FA on, but a key is old
    .notEnabled = 2FA off
    .overdue = Overdue
    .suspended = Suspended (not counted)

adoption = Protected users over time
    .none = There are no figures yet.
    .told = From { $before } protected on { $from } to { $now } on { $to }.
    .shown = From { $before } protected on { $from } to { $now } on { $to }. The upper edge is all { $total }.
    .caption = Protected users by day
    .protected = Protected
day = Day

roles = By role
    .none = Nobody has a role.
    .label = Protected users by role
methods = By method
    .none = Nobody has a second factor yet.
    .label = Protected users by method

deadlines = Deadlines ahead
    .none = Nobody has a deadline within the next { $days } days.
    .one = { $users ->
        [one] { $users } user without a second factor: the deadline is { $date }.
       *[other] { $users } users without a second factor: the deadline is { $date }.
    }
    .several = { $users ->
        [one] { $users } user without a second factor: the first deadline is { $date }, for { $first }.
       *[other] { $users } users without a second factor: the first deadline is { $date }, for { $first }.
    }
    .ahead = Users with a deadline ahead
    .overdue = { $users ->
        [one] { $users } user overdue
       *[other] { $users } users overdue
    }
    .on-day = { $users ->
        [one] { $date }: { $users } user
       *[other] { $date }: { $users } users
    }
    .caption = Users by deadline
    .deadline = Deadline
    .users = Users

failures = Failures
    .none = No sign-in and no code failed in the last 30 days.
    .told = { $passwords ->
        [one] { $passwords } failed password
       *[other] { $passwords } failed passwords
    } and { $codes ->
        [one] { $codes } refused code
       *[other] { $codes } refused codes
    } in the last 30 days.
    .on-day = { $date }: { $passwords } and { $codes }
    .caption = Failures by day
    .passwords = Failed passwords
    .codes = Refused codes
    .passwords-in-log = Failed sign-ins in the audit log
    .codes-in-log = Wrong codes in the audit log
