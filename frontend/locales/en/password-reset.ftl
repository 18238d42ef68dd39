### A new password in the place of a forgotten one.

back = Back to sign-in

forgotten = Forgot your password?
    .about = We mail you a link to choose a new one. Your second factor stays as it is.
    .email = Email
    .action = Send the link

sent = Check your email
    .about = If there is an account of <address>{ $email }</address>, a mail with a link is on its way. The link is good for 30 minutes.
    .nothing = Nothing there after a few minutes? Look into the spam folder, or check the address.
    .again = Use another address, or send it again

choose = Choose a new password
    .opening = Checking the link
    .about = All of your sessions end with the old one. Your second factor stays as it is.
    .password = New password
    .action = Change password
    .dead = Send a new link
changed = Your password is changed. Sign in with it.
