### "This was not me": the answer to a mail about one's account.

ask = Was this not you?
    .about = A mail has told you that something was done with your account. If it was you, close this page: opening it has changed nothing.
    .otherwise = If it was not you, press the button:
    .change = nobody can change your password, your second factor or your email address;
    .sign-out = everybody is signed out of your account, you as well;
    .told = your administrators are told.
    .stays = What was done already stays as it is, until an administrator puts it right together with you. Only your email address is put back, if the mail told you of another one.
    .action = It was not me

frozen = Your account is frozen
    .about = Everybody is signed out, nothing can be changed any more, and your administrators are told.
    .next = What to do next
    .call = Call your administrator, or go there. Together you look at what was done, and put it right.
    .mailbox = Change the password of your mailbox, if somebody else could have read your mail.
    .elsewhere = Change your password wherever else you use the same one.
    .address = If the mail told you of another email address, your account has yours again.
    .sign-in = If you have a password, you can still <link>sign in</link>. Under My security you see what happened lately.

dead = If you have pressed the button before, your account is frozen already. If something was done and it was not you, call your administrator, who can suspend the account.
