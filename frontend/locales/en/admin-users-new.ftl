### How users come in: by invitation, with a first password, or from another system.

cancel = Cancel
close = Close

## Invitations

invite = Invite people
    .about = Each gets a mail with a link, good for three days, with which they choose a password themselves.
    .language = Language of the mail
    .with-password = Create one account with a password instead
    .action = { $count ->
        [0] Invite
        [one] Invite
       *[other] Invite { $count } people
    }
addresses = Email addresses
    .about = One or many, with commas, spaces or lines between them.
    .list = Who is invited
    .wrong = { $address }: not an address
    .found = { $count ->
        [one] 1 address.
       *[other] { $count } addresses.
    }
    .found-wrong = { $count ->
        [one] 1 address, which cannot be valid.
       *[other] { $count } addresses, { $wrong } of which cannot be valid.
    }
objection =
    .one = “{ $address }” is not an email address.
    .several = “{ $address }” and { $more } more are not email addresses.
    .too-many = At most { $most } at a time: these are { $count }.

## What became of them

sent = Invitations are on their way
    .partly = Not everybody is invited
    .list = What became of each
    .invited = Invited
    .not-invited = Not invited
    .again = Change and send again
sent-one = { $address } is invited.
    .others = { $left ->
        [one] { $address } is invited. 1 is not: see why below.
       *[other] { $address } is invited. { $left } are not: see why below.
    }
sent-many = { $count } people are invited.
    .others = { $left ->
        [one] { $count } people are invited. 1 is not: see why below.
       *[other] { $count } people are invited. { $left } are not: see why below.
    }
sent-none = { $left ->
    [one] 1 is not: see why below.
   *[other] { $left } are not: see why below.
}
remedy =
    .untried = Not tried yet: send it again.
    .taken = Has an account or an invitation already. Look for them in the list.
    .wrong = Not an email address. Put it right, and send it again.
    .broken = Something went wrong on our side: send it again.

## An account with a first password

create = Create an account
    .email = Email
    .name = Name
    .password = First password
    .password-about = 15 characters or more. Pass it on in person or by phone; they can change it under My account.
    .suggest = Suggest a password
    .language = Language of mail
    .action = Create account
    .done = { $name } was added.
roles = Roles

## From another system

import = Import people
    .about = From a file of JSON Lines, one person in each line, with the password hash, the authenticators and the recovery codes that they had elsewhere. Nobody has to enroll again, and nobody gets a mail.
    .example = Download an example
    .file = File
    .no-file = Choose a file first.
    .empty = There is nothing in this file.
    .unreadable = This file cannot be read. It may have been moved or changed: choose it again.
    .check = Check the file
    .checking = Checking { $file }
    .running = Importing
    .stay = Please leave this page open until it is finished.
    .loss = Whoever is imported stays, but you do not see which lines were not right. Import the same file again to go on.
    .loss-checking = Nothing is imported yet. The file has to be checked from the beginning.
    .checked = What comes of { $file }
    .again = Take another file
    .action = { $count ->
        [one] Import 1 person
       *[other] Import { $count } people
    }
    .finished = The import is finished

## What comes, or came, of a file

possible = { $count ->
    [one] 1 person can be imported.
   *[other] { $count } people can be imported.
}
    .with-factor = { $count ->
        [one] 1 person can be imported, { $protected } of them with a second factor.
       *[other] { $count } people can be imported, { $protected } of them with a second factor.
    }
imported = { $count ->
    [one] 1 person is imported.
   *[other] { $count } people are imported.
}
    .with-factor = { $count ->
        [one] 1 person is imported, { $protected } of them with a second factor.
       *[other] { $count } people are imported, { $protected } of them with a second factor.
    }
no-password = { $count ->
    [one] 1 person chooses a password first, with “Forgot your password?”.
   *[other] { $count } people choose a password first, with “Forgot your password?”.
}
existing = { $count ->
    [one] 1 person is here already and stays as they are.
   *[other] { $count } people are here already and stay as they are.
}
failed = { $count ->
    [one] 1 line is not right: see below.
   *[other] { $count } lines are not right: see below.
}
# $message tells what is wrong; $field is where, as the file has it.
wrong = Lines that are not right
    .line = Line
    .address = Address
    .what = What is wrong
    .in-field = { $message } ({ $field })
    .first = The first { $count } are shown.
