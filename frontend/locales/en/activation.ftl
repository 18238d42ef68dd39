### Following an invitation.

opening = Opening your invitation
signing-in = Signing you in
unknown = Your invitation
welcome = Welcome to { $organization }
    .about = You are invited as <address>{ $email }</address>. Enter your name and choose a password, and your account is ready. The link is good until <deadline/>.
name = Your name
    .description = As your colleagues see it.
password = Password
activate = Activate my account
dead = If your account is active already, <link>sign in</link>. Otherwise ask your administrator to send you a new invitation.
active = Your account is active. Sign in with your new password.
later = Set it up at my next sign-in

blocked = You cannot be let in yet
    .why = Your organization requires two-factor authentication, and the time to set it up has passed. Your link stays good.
    .help = Please ask your administrator to give you more time, then try again.
    .retry = Try again
