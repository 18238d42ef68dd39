### A user's page, and what is done there.

cancel = Cancel
close = Close
title = User
back = All users
    .list = Back to the list
    .label = Way back
missing = No such user
    .text = There is nobody at this address, or not in this organization.
frozen = Frozen: the owner got a mail about this account, and said that it was not them.

## Why nothing can be changed, or one thing cannot be had

bar =
    .reader = You can look at this account; an administrator can change it.
    .self = This is your own account. Nobody resets or suspends themselves, or changes their own roles: ask another administrator.
    .above = This is a superadministrator. Only another superadministrator can change this account.
obstacle =
    .superadminOnly = Your organization lets only superadministrators do this for an administrator.
    .passesOff = Temporary passes are turned off in the policy.
    .nothingToStandInFor = There is no second factor that a pass could stand in for.
not-permitted = Your permissions do not reach this far. A superadministrator can do it.

## Account

account = Account
    .email = Email
    .verified = { $email } <state>(verified)</state>
    .unverified = { $email } <state>(not verified)</state>
    .roles = Roles
    .added = Added
    .login = Login method
    .sign-in = Sign-in
    .log = Audit log
    .log-by = Events by this user
    .log-about = Events about this user
sign-in =
    .suspended = Suspended
    .allowed = Allowed
    .password = Once they have chosen a password
    .invitation = Once they have followed the invitation
roles = Change roles…
    .title = Roles of { $name }
    .action = Save roles
    .done = The roles of { $name } are changed.

## Second factor

factor = Second factor
    .status = Status
    .imported = Imported
    .unproved = An imported authenticator, not used here yet
    .methods = Methods
    .set-up = Set up
    .codes = Recovery codes
    .codes-none = None
    .codes-left = { $remaining } of { $total } left
    .pass = Temporary pass
    .code = Code
    .until = Good until <when/>
    .no-code = Used or expired: a new one is needed

reminder = Reminder
    .order = Remind by email…
    .purpose = { $name } has no second factor yet. A mail asks to set one up.
    .title = Remind { $name } by email?
    .text = A mail to <to>{ $email }</to> asks { $name } to set up a second factor, and says by when.
    .action = Remind
    .done = { $name } is reminded by email.

pass = Temporary pass
    .order = Issue a pass…
    .purpose = For a phone that is out of reach: a code that stands in for the second factor once, and leads to setting up a new second factor. What is set up now stays.
    .purpose-reset = For a code that was lost or has expired: a new one takes its place, with a lifetime of your choice.
    .title = Issue a temporary pass for { $name }
    .text = A code that takes the place of the second factor once, and leads { $name } to set up a new second factor.
    .text-again = A code that takes the place of the second factor once, and leads { $name } to set up a new second factor. The code that they have now stops working.
    .lifetime = Good for
    .action = Issue the pass
    .slip = Temporary pass for { $name }
    .passedOn = { $name } has a temporary pass.
    .left = { $name } has a temporary pass, but not from you: issue a new one if it is needed.

reset = Reset
    .order = Reset…
    .purpose = For a phone that is lost for good: everything that is set up is deleted, and { $name } sets up a new second factor.
    .purpose-none = Nothing is set up that could be lost. A reset signs { $name } out and starts the set-up anew.
    .purpose-again = Starts over: a new code takes the place of the one before, and is good for 24 hours.
    .title = Reset the second factor of { $name }?
    .deleted = Their authenticators, passkeys and recovery codes are deleted and cannot be brought back.
    .signed-out = They are signed out everywhere.
    .code = You get a code to read out to them: { $name } enters it at the next sign-in and sets up a new second factor.
    .no-code = { $name } sets up a new second factor after the next sign-in, for which the password alone is enough.
    .action = Reset
    .slip = Reset code for { $name }
    .passedOn = The second factor of { $name } is reset. At the next sign-in they enter your code.
    .left = The second factor of { $name } is reset. Without the code, they need a new reset or a pass.
    .withoutCode = The second factor of { $name } is reset. They set up a new one after signing in.

## A code that is passed on

slip = Code
    .lifetime = Works once, and for { $lifetime }: until <when/>.
    .once = Read it to the person over the verified channel; you will not see it again.
    .use = { $name } signs in with email and password, enters this code, and sets up a new second factor.
    .copy = Copy code
    .passed-on = I have passed it on
    .leave = Leave without passing the code on?
    .close = Close without passing the code on?
    .loss = It is shown only now. Without it, { $name } needs a new one.
    .stay = Stay here

## Invitation

invitation = Invitation
    .sent = Sent
    .good-until = Link good until
    .expired = Link expired
    .none = They came without a password, and choose one with “Forgot your password?” on the sign-in page.
link = New link
    .first = Send an invitation
    .again = Send again
    .purpose-first = Mails a link to { $email }.
    .purpose = Mails a new link to { $email }.
    .purpose-again = Mails a new link to { $email }; the one from before stops working.
    .done = A new link is on its way to { $email }.
revoke = Revoke
    .order = Revoke invitation…
    .purpose = The link stops working, and the account is removed. The address can be invited again.
    .title = Revoke the invitation of { $email }?
    .text = The link that was mailed stops working, and the account is removed from the list.
    .again = You can invite { $email } again at any time.
    .action = Revoke invitation
    .done = The invitation of { $email } is revoked.
remove = Remove
    .order = Remove account…
    .purpose = The account is deleted. The address can be imported or invited again.
    .purpose-with-factor = The account and its imported second factor are deleted. Only another import brings them back.
    .title = Remove the account of { $email }?
    .action = Remove account
    .done = The account of { $email } is removed.

## Requirement

requirement = Requirement
    .deadline = Deadline
deadline = Set deadline…
    .title = Set a deadline for { $name }
    .text = It takes the place of the policy's, and no later change of the policy moves it.
    .action = Set the deadline
    .done = The deadline of { $name } is { $date }.

## Access

access = Access

unfreeze = Freeze
    .order = Lift the freeze…
    .purpose = { $name } cannot change anything about the account until you have put things right together.
    .title = Lift the freeze of { $name }?
    .first = First look with { $name } at what was done, over a channel that you trust: does everything on the account belong to them, also the password and the email address?
    .second = Then { $name } can change the account again, and so can whoever else gets in.
    .action = Lift the freeze
    .done = The account of { $name } is no longer frozen.

newPassword = Password
    .order = Mail a link…
    .purpose = For a password that { $name } has forgotten, or that somebody else may know.
    .title = Mail { $name } a link for a new password?
    .first = { $name } chooses the new password; you see neither it nor the link, which is good for 30 minutes.
    .second = The password from before works until then, and whoever is signed in stays so. If somebody else may know it, sign them out everywhere as well.
    .action = Mail the link
    .done = A link for a new password is on its way to { $name }.

signOut = Sessions
    .order = Sign out everywhere…
    .purpose = Ends every session of { $name }, on every device.
    .title = Sign { $name } out everywhere?
    .first = Every session of { $name } ends now. Password and second factor stay as they are.
    .action = Sign out everywhere
    .done = { $name } is signed out everywhere.

disconnect = Single sign-on
    .order = Disconnect…
    .purpose = For an account at a provider that is not, or no longer, in the hands of { $name }.
    .title = Disconnect the single sign-on of { $name }?
    .first = No account at a provider signs in as { $name } any more, and every session ends now. { $name } is told by mail.
    .second = { $name } signs in with the password from now on, and can connect an account again.
    .action = Disconnect
    .done = { $name } signs in with the password from now on.

suspend = Suspension
    .order = Suspend…
    .purpose = For somebody who has left or whose account is in danger: { $name } cannot sign in until the account is restored.
    .title = Suspend { $name }?
    .first = { $name } cannot sign in any more, and is signed out everywhere.
    .second = What is set up is kept, so that you can restore the account later.
    .action = Suspend
    .done = { $name } is suspended.

restore = Suspension
    .order = Restore…
    .purpose = { $name } cannot sign in until the account is restored.
    .title = Restore { $name }?
    .first = { $name } can sign in again, with the password and the second factor from before.
    .action = Restore
    .done = { $name } can sign in again.
