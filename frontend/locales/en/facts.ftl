### What is recorded with an event: the name of each fact, and below it those of its values that are names as well.
### What a newer service tells of is shown as it comes. The settings of the policy are in policy.ftl.

## Yes and no

true = yes
false = no

## Who, what and when

old = Before
new = After
changed = Changed
    .displayName = Name
    .language = Language
id = ID
name = Name
description = Description
version = Version
number = Number
action = Event
event = Event
events = Events
actor = Who did it
subject = Whom it is about
actingFrom = Acting from organization
apiKey = API key
slug = Short name
from = From
to = To
until = Until
before = Older than
minutes = Minutes
attempts = Attempts
again = Once more
purpose = Purpose
requestId = Request
ticket = Ticket

## Second factors, signing in

method = Method
    .trustedDevice = Trusted browser
    .singleSignOn = Single sign-on
factor = Second factor
authenticator = Authenticator
authenticators = Authenticators
passkey = Passkey
passkeys = Passkeys
recoveryCodes = Recovery codes
codes = Codes
replaced = Replaced
password = Password
passwordless = Without a password
twoFactorsByProvider = Two factors at the provider
challenge = Challenge
clockSkewSeconds = Clock off by (seconds)
device = Browser
throttled = After too many tries
sessions = Sessions
endedSession = Ended session
endedSessions = Ended sessions
identityCheck = How their identity was checked
    .call = On a call
    .video = On video
    .inPerson = In person
    .other = Another way
deadline = Deadline

## Users and roles

users = Users
role = Role
roles = Roles
permissions = Permissions
suspended = Suspended

## The policy, besides its settings

enabled = Turned on
maxMinutes = Longest (minutes)
target = For
    .everyone = everyone
startsAt = Begins
graceDays = Grace days

## API keys, webhooks and single sign-on

key = Key
keys = Keys
scopes = What it may do
    .verify = Check codes
    .verify-explain = Learn why a code was not taken
networks = Networks
expiresAt = Expires
callsPerMinute = Calls per minute
previousUntil = Former key good until
webhook = Webhook
origin = Address
urlChanged = Address changed
disabledBecause = Turned off because
    .paused = somebody paused it
    .gone = its receiver is gone
formerSecretUntil = Former secret good until
provider = Provider
error = Error code of the provider
cause = Cause
issuer = Issuer
clientId = Client ID
createsUsers = Creates accounts
defaultRole = Role of new users
emailDomains = Domains of addresses
secretChanged = Secret changed
identity = Connected account
identities = Connected accounts

## Branding

accent = Accent color
support = Help
contact = Contact
note = Note
logo = Logo
width = Width
height = Height

## The log and the installation

format = Format
    .jsonLines = JSON Lines
    .csv = CSV
filter = Filter
routine = Routine events
mail = Mail
seal = Seal
digest = Digest
checkpoint = Checkpoint
failed = What failed
failures = Failures
usual = Usual
lastKnown = Last event known
sort = Kind
    .sealing = for sealing secrets
    .signing = for signing
values = Values
webhookSecrets = Webhook secrets
formerWebhookSecrets = Former webhook secrets
clientSecrets = Client secrets
importedPeppers = Imported peppers
recoveryOrigins = Origins of recovery codes
enrollments = Set-ups under way
departures = Sign-ins at providers under way
mails = Mails
digestKeys = Digest keys
auditHeads = Ends of the log

## Why: what an administrator wrote is shown as it was written

reason = Reason
    .signedOut = signed out
    .endedByUser = ended by its owner
    .elevated = replaced by a stronger sign-in
    .factorChanged = a second factor changed
    .passwordChanged = the password changed
    .tokenReused = a stale token was used
    .tooMany = too many sessions
    .endedByAdministrator = ended by an administrator
    .reset = the second factor was reset
    .suspended = the account is suspended
    .frozen = the account is frozen
    .accountFrozen = the account is frozen
    .providerDisabled = the provider is turned off
    .identityUnlinked = the account at the provider was disconnected
    .restored = the database was restored
    .addressThrottled = too many tries from this network address
    .unknownUser = there is no such user
    .passwordThrottled = too many wrong passwords
    .notActivated = the account is not activated
    .noPassword = there is no password
    .wrongPassword = wrong password
    .passwordByMail = the password was set by a mailed link
    .mailsThrottled = too many mails
    .emailTaken = somebody has this address
    .recentlyUnfrozen = an administrator has lifted a freeze lately
    .codeMissing = there was no code
    .wrongCode = wrong code
    .codeThrottled = too many wrong codes
    .replayed = the code was used before
    .notEnrolled = no second factor is set up
    .locked = too many wrong codes
    .expired = the time had run out
    .refused = the mail server refused it
    .withheld = it was held back
    .paused = somebody paused it
    .gone = its receiver is gone
    .wrongProvider = another provider answered
    .otherBrowser = the answer came back in another browser
    .wrongIssuer = another issuer answered
    .sessionEnded = the session had ended
    .emailUnverified = the provider does not confirm the address
    .emailElsewhere = the address belongs to somebody elsewhere
    .notConnected = the account is not connected
    .roleGone = the role of new users is gone
    .notOwner = somebody else came back
    .tooManyIdentities = too many connected accounts
    .identityTaken = the account is connected with somebody else
    .declined = the provider said no
    .codeRefused = the provider did not accept its own code
    .clientRefused = the provider did not accept the client ID or its secret
    .requestRefused = the provider did not accept what it was asked
    .unreachable = the provider did not answer as it should
    .providerFailed = the provider had a fault of its own
    .tokenMissing = the provider sent no ID token
    .tokenUnreadable = the ID token cannot be read
    .tokenExpired = the ID token had expired
    .tokenInvalid = the ID token is not valid
    .userInfoRefused = the provider told nothing more about them
    .keyUnknown = signed by an unknown key
    .wrongAudience = meant for another service
    .wrongNonce = an answer to another question
    .wrongSubject = about somebody else
    .wrongAlgorithm = signed in a way that is not taken
    .wrongSignature = the signature is wrong
    .noCeremony = nothing was asked, or too long ago
    .malformed = the answer is not well formed
    .wrongType = an answer of another kind
    .wrongChallenge = an answer to another question
    .wrongOrigin = from another page
    .wrongRelyingParty = made for another service
    .userNotPresent = nobody touched the device
    .userNotVerified = the device did not check who it is
    .unknownCredential = there is no such passkey
    .wrongUserHandle = the passkey of somebody else
    .counterNotRisen = there may be a copy of the passkey
    .backupStateInconsistent = what it says of its backup contradicts itself
    .alreadyEnrolled = the passkey is set up already
    .notAllowed = it is not allowed
