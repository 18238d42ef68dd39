### What each refusal of the service is called, by its code. `tries`, `wait` and one of several reasons are said where the
### service tells them; <wait/> is counted down, like "1:05", or "12 minutes" while it is long.

malformed = Something went wrong on our side. Please try again.
unauthenticated = Please sign in again.
session_expired = You were signed out. Please sign in again.
login_failed = Login failed. Please check your login details and try again. Otherwise contact your administrator.
code_rejected = That code is not right.
    .tries = { $tries ->
        [one] That code is not right. 1 try left.
       *[other] That code is not right. { $tries } tries left.
    }
step_up_required = Please confirm with your second factor first.
enrollment_required = Your organization asks you to set up two-factor authentication first.
blocked_by_policy = Your organization does not let you sign in right now. Please contact your administrator.
    .pastDeadline = Your organization requires two-factor authentication, and your time to set it up has passed. Please ask your administrator to give you more time or a temporary pass.
    .passwordByMail = Your password was set by a link that we mailed, so a code by mail cannot sign you in as well. An administrator can give you a temporary pass.
account_frozen = This account is frozen, since somebody said that it was not them. An administrator has to lift that first.
sso_not_connected = Your account at the provider is not connected with anybody here. Sign in with your password, and connect it on your account's page; or ask your administrator.
sso_refused = This sign-in was refused. Please contact your administrator.
sso_expired = This sign-in took too long, or was used before. Please start again.
provider_unreachable = The provider cannot be reached, does not work at the moment, or is not set up right. Please try again later.
no_password = You sign in at your provider, and have no password here. An administrator can help with what needs one.
identity_taken = That account is connected with a user already.
last_login_method = This is your only way to sign in, so it stays.
missing_scope = This API key was not made for that.
rate_limited = This API key is used too often. Please try again in a moment.
    .wait = This API key is used too often. You can try again in <wait/>.
not_permitted = You do not have permission to do this.
cross_origin = This request came from another site and was refused.
not_found = This is no longer there.
method_not_allowed = Something went wrong on our side. Please try again.
request_timeout = That took too long. Please try again.
authenticator_limit = You have five authenticators, which is the most. Remove one before you add another.
passkey_limit = You have ten passkeys, which is the most. Remove one before you add another.
email_unverified = Confirm that this email address is yours first.
password_by_mail = Your password was set by a link that we mailed. Choose another one first.
email_taken = Somebody with this email address is already here.
already_activated = This account was activated already.
provider_taken = There is a provider of this name already.
role_taken = There is a role of this name already.
role_in_use = Somebody has this role, a provider of single sign-on gives it, or a phase of the policy is for it. Change that first, then delete it.
webhook_disabled = This webhook is off. Resume it first.
enroll_first = Set up two-factor authentication for yourself first.
required_by_policy = Your organization requires two-factor authentication, so the last factor that counts stays.
last_factor = This is your only second factor. Turn two-factor authentication off, or add another one first.
cannot_reset_self = Nobody resets themselves: ask another administrator.
nothing_to_remind = They have a second factor already, or cannot sign in.
nothing_to_reset = They have not activated their account, have no password here, or are suspended.
suspended_or_frozen = They are suspended or frozen: that has to be lifted first.
later_deadline = Their deadline is later already.
idempotency_conflict = Something went wrong on our side. Please try again.
last_admin = This is the last administrator who can sign in. Make somebody else an administrator first.
last_superadmin = The first organization needs a superadministrator who can sign in. Make somebody else there a superadministrator first.
challenge_expired = This sign-in took too long. Please start again.
link_expired = This link was used already, or its time is over.
stale_version = Somebody else changed this in the meantime.
payload_too_large = That is too long.
unsupported_media_type = Something went wrong on our side. Please try again.
validation_failed = Please check what you entered.
enrollment_code_rejected = That code does not belong to this authenticator. Look in your app for the entry that you have just added, and enter the code that it shows now.
passkey_rejected = That passkey did not work here. Please try again.
    .noCeremony = That took more than five minutes, or was sent before. Please try again.
    .wrongOrigin = That passkey was made for another site.
    .wrongRelyingParty = That passkey was made for another site.
    .alreadyEnrolled = That passkey is set up already.
precondition_required = Something went wrong on our side. Please try again.
too_many_attempts = Too many tries. Please try again in a moment.
    .wait = Too many tries. You can try again in <wait/>.
too_many_sign_ins = Too many sign-in attempts from your network. Please try again in a moment.
    .wait = Too many sign-in attempts from your network. You can try again in <wait/>.
too_many_mails = Too many mails were sent. Please try again in a moment.
    .wait = Too many mails were sent. You can try again in <wait/>.
internal = Something went wrong on our side. Please try again.
overloaded = Nightlatch is busy. Please try again in a moment.
    .wait = Nightlatch is busy. You can try again in <wait/>.
not_ready = Nightlatch is starting. Please try again in a moment.
    .wait = Nightlatch is starting. You can try again in <wait/>.
# Once the time is over.
waited = You can try again now.

## What stands between the page and the service

unreachable = Nightlatch cannot be reached. Check your connection and try again.

## What stands in a browser's way when a passkey is asked for

passkey =
    .notGiven = No passkey was used: that was cancelled, took too long, or there is none for you on this device. You can try again.
    .known = This device has a passkey for your account already. Use that one, or another device.
    .unsupported = This browser cannot use passkeys. Use another browser, or another way.
    .wrongSite = Passkeys do not work at this address. Open Nightlatch at the address that you usually use.
    .broken = Your device could not do that. Please try again, or use another way.

## How many tries are left, after a sentence

tries-left = { $tries ->
    [one] 1 try left.
   *[other] { $tries } tries left.
}

## A passkey alone, in the place of a password

passkey-unknown = This passkey does not sign you in: it was removed from your account, it may not stand in for your password, or there may be a copy of it. Try again, or sign in with your password.
passkey-not-given = No passkey was used: that was cancelled or took too long, or your device has none for you or could not check that it is you. Try again, or sign in with your password.

## What is wrong with what was typed. English says it with the service's own words, which name the limits.

field-problem =
    .required = Please fill this in.
    .choice = Please choose.
    .too_long = This is too long.
    .too_short = This is too short.
    .too_many = These are too many.
    .out_of_range = This is not within what is allowed.
    .invalid_characters = This has characters that cannot be seen.
    .invalid_email = This is not an email address.
    .email_taken = Somebody has this email address already.
    .invalid_code = This is not a whole code.
    .too_common = Many people have this one, or one like it. Take some words that nobody puts together.
    .too_obvious = Not your own name or address.
    .unknown_role = There is no such role.
    .invalid_role_name = Small letters, digits and hyphens, beginning with a letter.
    .reserved_permission = Only superadministrators reach beyond an organization.
    .invalid_url = This is not the address of a page, or contains more than it may.
    .https_required = The address has to begin with https://.
    .credentials_in_url = The address has to be without a user name and a password.
    .private_target = This address is not on the public Internet.
    .unknown_event = There is no such event.
    .invalid = This is not as expected.
    .invalid_domain = This is not a domain. A domain looks like example.org.
    .invalid_scope = Names such as email.
    .invalid_contact = This is neither an email address nor a page that begins with https://.
    .invalid_colour = This is not a color. A color looks like #3c58b3.
    .invalid_png = This is not a whole PNG picture.
    .animated = The picture has to stand still.
    .too_large = The file is too large.
    .too_many_pixels = The picture has too many pixels.
    .not_offered = This is not offered here.
    .duplicate_target = Another phase is for the same people.
    .one_target = A phase is for one role, or for everyone.
    .factor_missing = A second factor is needed among them.
    .not_a_factor = This is not a second factor.
    .passkeys_not_allowed = Passkeys are not allowed.
    .administrator_role = This role administers: nobody gets it by signing in.
    .too_many_keys = There are as many API keys as there may be.
    .too_many_roles = There are as many roles as there may be.
    .too_many_webhooks = There are as many webhooks as there may be.
    .too_many_providers = There are as many providers as there may be.
    .too_many_identities = There are as many connections as there may be.
    .unknown = There is no such field.
    .duplicate = This is given more than once.
    .malformed = This is not one JSON object.
    .invalid_hash = This is not a kind of hash that is accepted here.
    .cheap_hash = This hash is too weak: leave it out, and the user chooses a new password.
    .dear_hash = This hash takes more computing than this installation's own.
    .invalid_secret = This is not a secret in base32, or it is too long.
    .weak_secret = This secret could be guessed: the user sets up a second factor anew.
    .unsupported = This is not supported.
    .taken = Somebody in the organization has this already.
    .not_permitted = This permits more than you may give.
