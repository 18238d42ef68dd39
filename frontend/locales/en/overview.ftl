### How far the organization has come with its second factor, what lies ahead, and what fails.

title = Overview

today = Today
    .everybody = Everybody is protected by a second factor.
    .nobody = Nobody is protected by a second factor yet.
    .some = { $protected ->
        [one] { $protected } of { $total } users is protected by a second factor.
       *[other] { $protected } of { $total } users are protected by a second factor.
    }
next =
    .overdue = { $users ->
        [one] <link>{ $users } user</link> should have set one up by now.
       *[other] <link>{ $users } users</link> should have set one up by now.
    }
    .deadline = { $users ->
        [one] <link>{ $users } user</link> must set one up by { $date }.
       *[other] <link>{ $users } users</link> must set one up by { $date }.
    }
    .require = { $users ->
        [one] { $users } user without a second factor does not need one: change that in <link>the policy</link>.
       *[other] { $users } users without a second factor do not need one: change that in <link>the policy</link>.
    }
    .renew = { $users ->
        [one] <link>{ $users } user</link> should renew an old key.
       *[other] <link>{ $users } users</link> should renew an old key.
    }
    .invited = { $users ->
        [one] <link>{ $users } user</link> has not activated the account yet.
       *[other] <link>{ $users } users</link> have not activated their accounts yet.
    }
    .nothing = There is nothing to do.
# Over the numbers of users: there is little room.
total =
    .all = All users
    .enabled = 2FA on
    .expired = 2FA on, renewal due
    .notEnabled = 2FA off
    .overdue = Overdue
    .suspended = Suspended (not counted)

enrollment = Set-up progress
    .told = { $accounts ->
        [one] { $used } of { $accounts } account has a second factor and has used it.
       *[other] { $used } of { $accounts } accounts have a second factor and have used it.
    }
    .caption = Users by stage
stage = Stage
    .accounts = Has an account
    .activated = Can sign in
    .asked = Required, or already set up
    .enrolled = Has set one up
    .used = Has used it since
    .stuck = Not there yet
stuck =
    .activated = { $users ->
        [one] { $users } user has not activated the account: <link>show them</link>
       *[other] { $users } users have not activated their accounts: <link>show them</link>
    }
    .asked = { $users ->
        [one] { $users } user does not have to have one: <link>change the policy</link>
       *[other] { $users } users do not have to have one: <link>change the policy</link>
    }
    .asked-later = { $users ->
        [one] { $users } user does not have to have one yet: see the deadlines
       *[other] { $users } users do not have to have one yet: see the deadlines
    }
    .enrolled = { $users ->
        [one] { $users } user has not set one up: <inTime>{ $ahead } before the deadline</inTime>, <late>{ $overdue } overdue</late>
       *[other] { $users } users have not set one up: <inTime>{ $ahead } before their deadline</inTime>, <late>{ $overdue } overdue</late>
    }
    .used = { $users ->
        [one] { $users } user has not needed it yet. It is asked for at the next sign-in.
       *[other] { $users } users have not needed it yet. It is asked for at their next sign-in.
    }

adoption = Protected users over time
    .none = There are no figures yet.
    .told = From { $before } protected on { $from } to { $now } on { $to }.
    .shown = From { $before } protected on { $from } to { $now } on { $to }. The top of the chart stands for all { $total }.
    .caption = Protected users by day
    .protected = Protected
day = Day

role = Role
method = Method
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

hours = Failed attempts by hour
    .none = No failed attempts in the last { $weeks } weeks.
    .told = { $all ->
        [one] { $all } failed attempt in the last { $weeks } weeks: on { $day }, { $time }.
       *[other] { $all } failed attempts in the last { $weeks } weeks. The busiest hour is { $day }, { $time }, with { $most }.
    }
    .zone = Hours are those of your time zone: { $zone }.
    .caption = Failed attempts by hour of the week
    .weekday = Day
    .hour = Hour
