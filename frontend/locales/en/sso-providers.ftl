### Providers of single sign-on, where people sign in instead of typing a password here.

title = Single sign-on
    .about = People sign in at a provider of OpenID Connect, such as Keycloak, Entra ID or Google. The <link>policy</link> says whether a second factor is asked for here as well.
list = Providers of the organization
    .none = There are none yet. Everybody signs in with a password.

## A provider

state =
    .on = On
    .off = Off
# $domains is a list.
new-people = New people
    .created = Created, as { $role }
    .created-from = Created with an address at { $domains }, as { $role }
    .not-let-in = Not let in
identities = Connected accounts
callback = Callback URL, for the provider to know
# What is spoken begins with what is seen.
copy = Copy
    .spoken = Copy callback URL
    .spoken-of = Copy callback URL of { $name }
# $reason is in the words of the service, in English.
test = Test
    .spoken = Test { $name }
    .good = It answers as it should, with { $keys ->
        [one] 1 signing key
       *[other] { $keys } signing keys
    }.
    .bad = It cannot be used: { $reason }.
change = Change…
    .spoken = Change { $name }…
turn-on = Turn on
    .spoken = Turn { $name } on
turn-off = Turn off
    .spoken = Turn { $name } off
remove = Remove…
    .spoken = Remove { $name }…

## Connecting and changing one

connect = Connect a provider
    .action = Connect provider
    .done = { $name } is connected.
connected = { $name } is connected
    .next = Now tell the provider where browsers come back to. It calls that the redirect or callback URL.
    .close = Done
changing = Change { $name }
    .action = Save provider
    .done = { $name } is changed.
name = Name
    .about = Stands on the button of the sign-in page: Continue with …
issuer = Issuer
    .new = Exactly as the provider calls itself, such as https://login.example.org. It cannot be changed later.
    .fixed = It cannot be changed: the connected accounts belong to it.
client-id = Client ID
client-secret = Client secret
    .new = Nobody can read it afterwards.
    .kept = Leave empty to keep the one that there is.
creates-users = Create users at their first sign-in
    .about = For people with a confirmed address that nobody here has. They have no password.
role = Their role
domains = Only with addresses at
    .about = Domains with commas between them, such as example.org. Empty lets in everybody who has an account there: at Google, anybody.

## The end of one

removing = Remove { $name }?
    .about = Nobody signs in with it any more, and whoever did is signed out.
    .about-identities = Nobody signs in with it any more, and whoever did is signed out. { $identities ->
        [one] 1 account
       *[other] { $identities } accounts
    } there will be disconnected.
    .instead = People without a password cannot sign in then. To stop it for a while, turn it off instead.
    .action = Remove provider
    .keep = Keep it
    .done = { $name } is removed.
