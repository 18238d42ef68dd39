### The frame of the signed-in pages.

skip = Skip to the content
home = { $name }, My security
main = Main

## Pages

security = My security
account = My account
help = Help
overview = Overview
users = Users
roles = Roles
api-keys = API keys
branding = Branding
policy = Policy
single-sign-on = SSO
audit-log = Audit log
webhooks = Webhooks
organizations = Organizations
more = More

## Tools

find = Find anything
shortcuts = Keyboard shortcuts

## Ways out

support = Help: { $contact }
sign-out = Sign out
sign-out-both = Sign out here and at { $provider }

## Administering another organization

acting = Administered organization
    .shown = You are administering <name>{ $organization }</name>.
    .spoken = You are administering { $organization }.
    .back = Back to { $organization }
    .back-home = Back to your organization
    .returned = You are back in your own organization.
    .lost = You may no longer administer { $organization }, so you are back in your own organization. What you did last there may not have been saved.
    .ok = OK
reach =
    .own = This page is about your own account.
    .all = This page is about all organizations.
    .recorded = What you do here is recorded in its audit log.

## What somebody has to do

notices = Notices
account_frozen = Your account is frozen: somebody who got a mail about it said that it was not them. Nothing about it can be changed until an administrator unfreezes it. <link>See what happened lately</link>.
set_up_two_factor = Your account has no second factor. <link>Set up two-factor authentication</link>.
    .by = Your account has no second factor. <link>Set up two-factor authentication</link> by <deadline/>.
set_up_other_factor = Your organization no longer accepts the second factor that you have. <link>Set up another one</link>.
    .by = Your organization no longer accepts the second factor that you have. <link>Set up another one</link> by <deadline/>.
renew_authenticator = An authenticator is due for renewal. <link>Replace it with a new one</link>; it works until you do.
recovery_codes_low = { $remaining ->
    [one] You have 1 recovery code left.
   *[other] You have { $remaining } recovery codes left.
} <link>Make new ones</link>.
