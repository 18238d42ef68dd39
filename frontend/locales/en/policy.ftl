### The organization's rules for the second factor.

title = Policy
last-changed = Last changed <when/>.
read-only = You can look at the policy; an administrator can change it.

## Settings, as parts of the form and in the list of changes

setting =
    .mode = Who needs a second factor
    .phases = Phases
    .afterGrace = After the deadline
    .newUsers = New users
    .loginStyle = Signing in
    .allowedMethods = What people may use
    .passkeyLogin = Signing in with a passkey alone
    .passkeyOnly = Roles that need a passkey
    .recoveryCodeCount = Recovery codes per person
    .secretMaxAgeDays = Renew authenticators
    .digits = Digits of new authenticators
    .algorithm = Algorithm of new authenticators
    .skewSteps = Codes before and after the current one
    .stepUpMaxAgeMinutes = Ask again
    .adminReset = Who may reset an administrator
    .resetProof = Proof after a reset
    .temporaryPass = Temporary passes
    .sso = Second factor after single sign-on
    .trustedDeviceDays = Trusted browsers

## Other parts of the form

rollout = Roll-out
single-sign-on = Single sign-on
details = Details
new-authenticators = New authenticators
resets = Resets and passes

## Who needs a second factor

# For those who hear it: what is chosen here.
mode = Mode
mode-off = Off
    .meaning = Nobody is asked for a second factor. What people have set up is kept.
mode-optional = Optional
    .meaning = Everybody may set up a second factor. Whoever has one is asked for it.
mode-required = Required
    .meaning = Everybody needs a second factor: at once, or phase by phase.

## The roll-out

no-phases = There are no phases: everybody needs a second factor as soon as this is saved.
add-phase = Add a phase
sort = Sort by date
most-phases = { $most } phases are the most there can be.
phase = Phase { $number }
remove-phase = Remove
    .spoken = Remove phase { $number }
phase-target = For
phase-start = Begins
phase-grace = Grace days
everyone = Everyone
timeline = Phases by date
# Beneath the name of a role, or "everyone".
timeline-phase = from <start/>, { $days ->
    [0] at once
    [one] 1 day to set it up, deadline <deadline/>
   *[other] { $days } days to set it up, deadline <deadline/>
}
target-taken = There is a phase for them already.
no-start = Please pick a date and a time.
range = A whole number from { $least } to { $most }.

after-grace = After the deadline
after-grace-enrollAtLogin = Set it up at sign-in
    .meaning = They set it up right after the password, and go on.
after-grace-block = Block the sign-in
    .meaning = They cannot sign in until an administrator gives them more time or a pass.

new-users = New users
new-users-atActivation = With their activation
    .meaning = They set it up when they activate their account.
new-users-firstLogin = At their first sign-in
    .meaning = They set it up right after they type their password for the first time.
new-users-grace = Within the phase's grace period
    .meaning = They get as many days as everybody else, from the day they are added.

## Signing in

# For those who hear it: what is chosen here.
login-style = How the code is asked for
login-style-twoStep = Step by step
    .meaning = The code is asked for on a page of its own, after the password.
login-style-singleForm = In one form
    .meaning = The code stands under the password. A wrong password and a wrong code are answered alike, so nobody learns which it was.

## What people may use

methods = Second factors, and what stands in for them
method-passkey = Passkeys may be used
    .meaning = People confirm with their fingerprint, face or screen lock. No false page can get that from them.
method-totp = Authenticator apps may be used
    .meaning = An app on a phone shows codes that people type in.
method-recoveryCode = Recovery codes may be used to sign in
    .meaning = The way in for somebody whose phone or key is lost.
method-email = Codes by email may be turned on
    .meaning = By people without a second factor, for themselves: safer than a password alone. They count as no second factor, and are not for administrators.
no-factor = Allow passkeys or authenticator apps, or both.

passkeys = Passkeys
passkey-login = Sign in with a passkey alone
    .meaning = Without a password, where the device checks that it is its owner. It counts as both factors.
passkey-only = Only a passkey counts for people with these roles, once they need a second factor

## Single sign-on

# For those who hear it: what is chosen here.
sso = What is asked for after it
sso-exempt = Trust the provider
    .meaning = Whoever signs in there is asked for nothing more here. The provider decides how safe that is.
sso-trustProvider = Trust the provider where it asked for two factors
    .meaning = Where it says that it did, nothing more is asked for. Otherwise the rules for passwords apply.
sso-required = Ask here as well
    .meaning = The same rules as after a password apply: the second factor is asked for, and its set-up too.

## Details

number-recoveryCodeCount = Recovery codes per person
    .meaning = How many a new set has, from 6 to 16.
number-secretMaxAgeDays = Renew authenticators after (days)
    .meaning = Owners are asked to replace older keys. 0 means never.
number-trustedDeviceDays = Trust browsers for (days)
    .meaning = How long people may skip the code on a browser of theirs. 0 means never, 30 is the most.
number-stepUpMaxAgeMinutes = Ask again after (minutes)
    .meaning = How old a second factor may be for a change of security settings.
skew = Accept the code before and after the current one
    .meaning = Forgives clocks that are up to 30 seconds off.

## New authenticators

digits = Digits of a code
algorithm = Algorithm
    .SHA1 = SHA-1 (every app)
    .SHA256 = SHA-256 (not every app)
    .SHA512 = SHA-512 (not every app)
fits-apps = Every authenticator app can do this. Authenticators that are set up already stay as they are.
fits-some-apps = Not every app can do this: Google Authenticator, for one, shows six digits of SHA-1 whatever it is told, and its codes are then refused. Authenticators that are set up already stay as they are.

## Resets and passes

admin-reset-peer = Any other administrator
    .meaning = Administrators help each other.
admin-reset-superadmin = Superadministrators only
    .meaning = One taken-over administrator cannot take over the others. Keep two superadministrators.
reset-proof-code = A code
    .meaning = The administrator reads a code to the person; without it, nobody sets up a new factor.
reset-proof-none = Nothing
    .meaning = After a reset the password alone is enough: whoever knows it can set up a factor of their own.
passes = Administrators may issue temporary passes
    .meaning = A code that stands in for the second factor once, and leads to setting up a new second factor.
passes-most = Good for at most

## Presets

start = Start from
use-recommended = Use the recommended roll-out
choose-preset = Start from a preset…
presets = Start from a preset
    .text = It fills in every setting below. Nothing is saved until you save it.
    .choice = Preset
    .cancel = Cancel
    .fill-in = Fill in
filled-in = { $preset } is filled in. Nothing is saved yet.
preset-recommendedRollout = Recommended roll-out
    .meaning = Required: administrators at once, managers in a week, everyone in two weeks, the latter two with 7 days' grace.
preset-guidedAdministrators = Administrators only
    .meaning = Required of administrators at once, set up at their next sign-in; of nobody else.
preset-optionalShort = Optional
    .meaning = Everybody may; six recovery codes each, and keys are renewed twice a year.
preset-phasedBlocking = Roll-out that blocks
    .meaning = Required phase by phase with 7 days' grace. After that, the sign-in is blocked until an administrator helps.
preset-singleForm = One form
    .meaning = Optional; the code stands under the password, and keys are never renewed.
preset-supervised = Supervised
    .meaning = Optional; only superadministrators reset administrators, and keys are never renewed.

## What it does: to whom, now or on another day

preview = What it does
    .changed = With your changes, which are not saved yet.
    .unchanged = With the policy as it is.
    .wrong = Correct what is marked in the form to see what it does.
day = Look at another day
    .now = Now
counting = Counting
now = Right now
    .caption = What a sign-in does right now, in people
    .spoken = Right now: { $effects }.
then = At the end of { $day }
    .caption = What a sign-in does at the end of { $day }, in people
    .spoken = At the end of { $day }: { $effects }.

who = Who
people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
standing-ready = Ready
    .meaning = is asked for the second factor that is set up
standing-notice = Reminded
    .meaning = signs in with the password, and is told to set one up
standing-mustEnroll = Must set up
    .meaning = sets one up at the next sign-in
standing-blocked = Blocked
    .meaning = cannot sign in
standing-exempt = Not asked
    .meaning = signs in with the password alone
# Beneath a bar: how many there are of each.
share =
    .ready = { $people } ready
    .notice = { $people } reminded
    .mustEnroll = { $people } must set up
    .blocked = { $people } blocked
    .exempt = { $people } not asked
legend = What the words mean

# Items of a list, which is also read out as one sentence, with commas.
effect =
    .blocked = { $people ->
        [one] 1 person cannot sign in
       *[other] { $people } people cannot sign in
    }
    .mustEnroll = { $people ->
        [one] 1 person must set up a second factor at the next sign-in
       *[other] { $people } people must set up a second factor at the next sign-in
    }
    .notice = { $people ->
        [one] 1 person is reminded to set one up
       *[other] { $people } people are reminded to set one up
    }
    .ready = { $people ->
        [one] 1 person is asked for the one that is set up
       *[other] { $people } people are asked for the one that they have set up
    }
    .exempt = { $people ->
        [one] 1 person signs in with a password alone
       *[other] { $people } people sign in with a password alone
    }
    .nobody = There is nobody whom it could concern

affected = Who: { $people ->
    [one] 1 person
   *[other] { $people } people
}
    .by = { $email }, by <deadline/>
    .first = The first { $shown } of { $all }.
locked-out = { $count ->
    [one] This administrator could not sign in any more:
   *[other] These administrators could not sign in any more:
}
    .person = <link>{ $name }</link>, { $email }

warnings = Warnings
# $code is one that this page does not know. In those below, $who is the name of a role, or "Everyone".
warning = Please check this: { $code }.
    .only_one_administrator = There is only one administrator. If they lose their second factor, nobody can help them: make somebody else an administrator, too.
    .administrators_locked_out = Administrators would be locked out.
    .grace_over_30_days = { $who }: more than 30 days' grace. What is due that late tends to be forgotten.
    .deadline_in_the_past = { $who }: the deadline has passed already, so this takes effect at the next sign-in.
    .earlier_deadlines_stay = { $who }: whoever was given an earlier deadline keeps it. You can give individual people more time on their page.
    .not_everyone_is_covered = Not everyone is covered: for whoever is in no phase, a password stays enough.
    .nobody_is_covered = The phases concern nobody, so nobody needs a second factor.
    .passkeys_on_single_form = A passkey does not fit into the form. Whoever has nothing else is asked for it after the password.
    .passkeys_demanded_of_nobody = Nobody is required to have a second factor, so nobody is required to have a passkey.
    .factor_no_longer_taken = A kind of factor is no longer taken. Whoever has no other still signs in with it, and sets up another once one is due.

## Before it is saved: what changes, from one value to another

review = Save these changes?
    .changes = What changes
    .effect = What it does
    .becomes = becomes
    .at-once = At once
    .at-the-end = When the last deadline has passed, { $deadline }
    .counting = Counting…
    .not-counted = This could not be counted. { $why }
    .cancel = Keep editing
    .save = Save
    .save-dangerous = Save all the same

value =
    .no-phases = None
    .phase-everyone = Everyone from { $start }, { $days ->
        [0] at once
        [one] with 1 day to set it up
       *[other] with { $days } days to set it up
    }
    .phase-role = The role { $role } from { $start }, { $days ->
        [0] at once
        [one] with 1 day to set it up
       *[other] with { $days } days to set it up
    }
    .passkey-login = Allowed
    .no-passkey-login = Not allowed
    .no-passkey-only = None
    .max-age = { $days ->
        [0] Never
        [one] After 1 day
       *[other] After { $days } days
    }
    .skew = Accepted
    .no-skew = Not accepted
    .ask-again = { $minutes ->
        [one] After 1 minute
       *[other] After { $minutes } minutes
    }
    .passes = Good for at most { $time }
    .no-passes = Not issued
    .trusted = { $days ->
        [0] None
        [one] For 1 day
       *[other] For { $days } days
    }

danger =
    .off = A password alone opens every account. What people have set up is kept for later.
    .not-required = Nobody has to have a second factor any more.
    .block = Whoever misses the deadline is locked out until an administrator helps.
    .lost-factor = Whoever has nothing else has to set up another second factor where one is required.
    .lost-recoveryCode = Whoever loses their phone needs an administrator.
    .lost-email = Who has turned codes by email on is asked for none any more.
    .passkey-only = For these roles an authenticator app no longer counts. Whoever has no passkey has to set one up where a second factor is required.
    .sso = Whoever gets in at the provider gets in here, without a second factor of ours.
    .no-proof = After a reset, whoever knows the password can set up a factor of their own.

## Saving it

save = Save policy
discard = Discard changes
unsaved = Not saved yet
    .wrong = Not saved yet: correct what is marked first
saved = The policy is saved.
leave = Leave without saving?
    .loss = Your changes to the policy are not saved yet.
refused =
    .stale_version = Somebody else changed the policy in the meantime. Their settings are loaded, with your changes on top: check them and save again, or discard yours.
    .enroll_first = Before you require a second factor from others, set up your own. <link>Set up two-factor authentication</link>
    .last_admin = With this policy no administrator could sign in any more, so it was not saved. Give administrators more time, or let people who are late set up their second factor at sign-in.
