### What several signed-in pages call things.

## Devices

device = { $browser } on { $system }
device-unknown = Unknown device

## Roles that every organization has

role =
    .member = Member
    .manager = Manager
    .admin = Administrator
    .superadmin = Superadministrator
role-purpose =
    .member = Signs in, and looks after their own second factor.
    .manager = Sees the organization's users and policy.
    .admin = Administers the organization: its users, roles, policy, audit log and webhooks.
    .superadmin = Administers all organizations, and alone changes other superadministrators.

## Ways to answer a challenge, as administrators call them

method =
    .totp = Authenticator app
    .passkey = Passkey
    .email = Codes by email
    .recoveryCode = Recovery codes
    .temporaryPass = Temporary pass

## How people sign in

login-method =
    .password = Password
    .passwordAndFactor = Password and second factor
    .singleSignOn = Single sign-on
    .none = None yet

## Permissions

users =
    .read = See users, roles and the overview
    .write = Add, change and suspend users, and set their deadlines
    .reset2fa = Reset second factors, and issue temporary passes
roles =
    .write = Create, change and delete roles
policy =
    .read = See the policy
    .write = Change the policy
sso =
    .write = Connect providers of single sign-on
audit =
    .read = Read the audit log
keys =
    .write = Make, rotate and revoke API keys
webhooks =
    .write = Have events sent to other services by webhooks
organizations =
    .read = See all organizations
    .write = Create and rename organizations

## Whom a phase of the roll-out is for

everyone = everyone
only-role = the role { $role }

## What the policy means for somebody: two clauses, and the sentence that they make

sentence = { $because }; { $therefore }.
    .short = { $because }.

because =
    .off = Nobody is asked for a second factor at the moment
    .optional = A second factor is optional
    .requiredAtOnce = A second factor is required of everyone
    .phase = A second factor is required by a phase of the roll-out
    .phase-everyone = A second factor has been required of everyone since { $date }
    .phase-role = A second factor has been required of the role { $role } since { $date }
    .newUser = A second factor is required by a phase of the roll-out that began before this account was made
    .newUser-everyone = A second factor has been required of everyone since { $date }, before this account was made
    .newUser-role = A second factor has been required of the role { $role } since { $date }, before this account was made
    .extended = A second factor is required, by a deadline that an administrator has set
    .notYet = A second factor will be required later
    .notYet-everyone = A second factor will be required of everyone from { $date } on
    .notYet-role = A second factor will be required of the role { $role } from { $date } on
    .notConcerned = A second factor is required in phases, and none of them concerns this account

therefore =
    .ready = it is set up, and asked for at sign-in
    .not-yet = until then nothing changes
    .by = it has to be set up by { $deadline }
    .exempt = the password alone signs in
    .mustEnroll = it has to be set up at the next sign-in
    .anew = an administrator has arranged for a new one to be set up at the next sign-in
    .blocked = sign-in is blocked
    .blocked-since = sign-in is blocked, since the deadline passed on { $deadline }
    .reminder = a reminder is shown until it is set up
    .until-enrollAtLogin = it can be set up until { $deadline }, and after that it has to be set up at the next sign-in
    .until-block = it can be set up until { $deadline }, and after that sign-in is blocked
