### API keys: what services and scripts show in place of a session.

title = API keys
    .about = A service or a script shows a key where a person would sign in. It may do what it was made for, and no more.
list = Keys of the organization
    .none = There are none yet. Make one for each service, so that each can be revoked alone.

## The list

table = API keys, newest first
column =
    .key = Key
    .may = Permissions
    .from = Allowed networks
    .until = Expires
    .used = Last used
    .changes = Actions
anywhere = Anywhere
never = Never
wrong-codes = Many wrong codes
expiry =
    .soon = Ends soon
    .expired = Expired
previous-until = The secret from before: until <when/>
rotate = Rotate…
    .spoken = Rotate { $name }…
revoke = Revoke…
    .spoken = Revoke { $name }…

## What a key may do, and what it means to give that away

verify = Check codes
    .meaning = Asks whether a user's code is right: for services that have a sign-in of their own.
explain = Learn why a code is wrong
    .meaning = The answer says more than that: for support, not for what strangers see.
read-users = See users, roles and the overview
    .meaning = Names, addresses, and who has a second factor; never a code.
write-users = Add, change and suspend users
    .meaning = Only those who may do no more than the key. It sets their deadlines, too.
reset-factors = Reset second factors, and issue temporary passes
    .meaning = Whoever has such a key can take the second factor of members from them.
read-policy = See the policy
    .meaning = Nothing in it can be changed.
read-log = Read and export the audit log
    .meaning = Who did what, when and from which address.

## Making one

make = Make a key
    .title = Make an API key
    .action = Make the key
name = Name
    .about = What it is for, such as Door control. The audit log calls it by this name.
scopes = What it may do
lifetime = Good for
    .days = { $days ->
        [365] 1 year
        [730] 2 years
       *[other] { $days } days
    }
    .about = Then it is refused, unless somebody makes another one.
networks = Only from these networks (optional)
    .about = One in each line, such as 203.0.113.0/24 or 192.0.2.1. From anywhere else it is refused.
more = More
rate = Calls per minute (optional)
    .about = How often it may be used, for each process of the service. { $usual } where nothing is said.

## Its text, which is shown once

made = The key { $name } is made
    .done = The key { $name } is made.
leaving = Close without the key?
    .loss = It is shown only now. Without it, the key has to be rotated or made anew.
key = Key
sent = Sent as <header>Authorization: Bearer</header> and the key, until <when/>.
previous-ends = The secret from before stops working: <when/>.
keep = Keep it where the service keeps its secrets; you will not see it again. Whoever has it may do what it may.
copy = Copy key
have = I have it

## Another secret

rotating = Rotate the key { $name }
    .about = It gets a new secret, and keeps its name, permissions and expiry. Bring the new one to where it is used while the one before is still good.
    .lately = It was rotated lately. The secret from before that rotation stops working now.
    .action = Rotate the key
overlap = The present secret stays good for
    .none = Not at all: it stops at once
rotated = The new secret of { $name }
    .done = The key { $name } is rotated.

## The end of one

revoking = Revoke the key { $name }?
    .about = Whatever shows it is refused from its next request on, everywhere, and stops working until it has another key. This cannot be undone.
    .used = It was last used on <when/>.
    .unused = It was never used.
    .action = Revoke key
    .done = The key { $name } is revoked.

refused =
    .beyond = This key may do more than you may yourself. Another administrator can do it.
    .gone = Somebody has revoked this key in the meantime.
