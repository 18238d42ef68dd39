### The organizations that share this installation.

title = Organizations
    .intro = Each has its own users, roles, policy and audit log, and sees nothing of the others.

all = All organizations
    .none = There are none yet.
column =
    .name = Name
    .address = Sign-in address
    .users = Users
    .created = Created
    .actions = Actions
users = { $users ->
    [one] { $users } user
   *[other] { $users } users
}
copy = Copy
    .of = Copy the sign-in address of { $name }
own = Your own
administered = You administer it now

rename = Rename…
    .named = Rename { $name }…
    .done = { $before } is now called { $name }.
administer = Administer
    .named = Administer { $name }

create = Create an organization
    .address = Each organization has a sign-in address of its own; all are in the list. Once there are several, tell your own people theirs, too: without it, the page shows no organization's look.
    .name = Name of the organization
    .email = Email of its first administrator
    .administrator = Name of its first administrator (optional)
    .cancel = Cancel
    .do = Create organization
created = { $organization } is created
    .administrator = Its first administrator signs in as { $email } with this password:
    .password = Password
    .pass-on = Pass it on in person or by phone; you will not see it again.
    .copy = Copy password
    .address = People sign in at { $address }. Without that ending the page works for everybody, and shows no organization's look.
    .passed-on = I have passed it on
    .done = { $organization } is created.
leaving = Close without the password?
    .loss = It is shown only now. Without it, { $email } cannot sign in for the first time.
