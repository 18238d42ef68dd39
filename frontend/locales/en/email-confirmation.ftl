### Confirming an email address by a mailed link.

dead = You get a new one under <link>My account</link>.
ask = Confirm your email address
    .about = It then counts as yours: you sign in with it, and mail about your account goes there.
    .action = Confirm this address
confirmed = Your email address is confirmed
    .about = It is the one that you sign in with. You find it under <link>My account</link>.
taken = Somebody else has this address
    .about = Another account got it in the meantime, so yours keeps the one that it has. You can choose another one under <link>My account</link>.
