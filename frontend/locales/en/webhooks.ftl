### Webhooks: where the organization's events are sent to.

title = Webhooks
    .one = Webhook
    .about = A webhook tells another service what happens here, as soon as it happens. It is signed, and sent again for three days until the service has it.
list = Webhooks of the organization
    .none = There are none yet. Make one to report sign-ins and changes to a chat or a log.

## The list

table = Webhooks
column =
    .webhook = Webhook
    .events = Events
    .state = State
    .delivery = Last delivery
nothing-sent = Nothing was sent yet
state =
    .on = On
    .gone = Off: its receiver is gone
    .paused = Paused

## One of them

way-back = Way back
    .link = All webhooks
unknown = No such webhook
    .text = There is none at this address, or not in this organization.
settings = Settings
    .created = Created
    .off = Off since
    .former = Former secret ends
change = Change…
pause = Pause
    .done = It is paused: what waits is kept, and what happens from now on is not sent.
resume = Resume
    .done = It is on: what waits is sent now.
new-secret = New secret…
delete = Delete…
test = Send a test
    .done = A test is on its way.

## Which events it is told of

all = All events
some = Some kinds of events
kinds = Kinds of events
# Of what is no whole kind. $events is a list.
also = Also: { $events }.
# $subject is what the service calls it, like "email code".
all-of = All of { $subject }
# Between kinds of events, which have commas in them.
separator = { "; " }
group =
    .signIns = Sign-ins, refused ones as well
    .factors = Second factors: set up, changed, turned off, reset
    .accounts = Accounts: added, changed, suspended
    .access = Passwords and email addresses
    .rules = Policy, roles and the organization
    .auditLog = The audit log itself: exported, sealed, old months dropped
    .sessions = Sessions and trusted browsers
    .services = API keys, and codes checked by services
    .singleSignOn = Single sign-on: providers, connected accounts, refused sign-ins
    .delivery = Mail and webhooks themselves

## Creating and changing one

create = Create a webhook
    .action = Create webhook
    .done = The webhook { $name } is created.
changing = Change { $name }
    .action = Save webhook
    .done = The webhook { $name } is changed.
name = Name
    .about = What you call the receiver, such as Security channel.
url = URL
    .about = Where events are sent to, such as https://hooks.example.org/nightlatch.
events = Events

## Its secret, which is shown once

created = { $name } is created
secret = Secret
    .about = The receiver verifies with this secret that what it gets comes from here:
    .keep = Put it into the receiver's settings now; you will not see it again.
    .copy = Copy secret
    .saved = I have saved it
leaving = Close without the secret?
    .loss = It is shown only now. Without it, the receiver cannot tell what is genuine; you would have to make a new one.

## Another secret

rotating = Make a new secret for { $name }
    .about = For a while everything is signed with both secrets, so that the receiver can change over at any time. A secret from before the present one ends at once.
    .action = Make a new secret
overlap = The present secret stays good for
    .none = Not at all: it has leaked
rotated = New secret of { $name }
    .former = Until <when/> the one before is good as well.
    .done = { $name } has a new secret.

## The end of one

deleting = Delete { $name }?
    .about = Nothing is sent there any more, not even what waits. The list of its deliveries goes with it.
    .instead = To stop it for a while, pause it instead.
    .action = Delete webhook
    .keep = Keep it
gone = Somebody has deleted this webhook in the meantime.

## What was sent, and what waits

deliveries = Deliveries
    .none = Nothing was sent yet. A test shows whether it works.
    .none-like-this = None is in this state.
show = Show
    .all = All
delivery =
    .event = Event
    .state = State
    .attempt = Last attempt
    .again = Actions
status =
    .queued = Waiting
    .delivered = Delivered
    .failed = Refused for good
    .givenUp = Given up
    .again = Trying again
next = next <when/>
attempt = Attempt { $number }, <when/>
    .none = None yet
    .under-way = Under way
# $status is the number that HTTP has for it, like 204.
answered = Answered { $status } in { $millis } ms
send-again = Send again
    .spoken = Send again: { $event }
    .done = “{ $event }” is on its way again.
