### The first step of signing in.

title = Sign in
email = Email
    .missing = Please enter your email address.
password = Password
    .missing = Please enter your password.
code = Code
    .description = Leave empty if you have not set up two-factor authentication. Otherwise a code from your app, a recovery code, or one from your administrator.
action = Sign in
with-passkey = Sign in with a passkey
with-provider = Continue with { $provider }
forgotten = Forgot your password?

passkey-unknown = This passkey does not sign you in: it was removed from your account, or it may not stand in for your password. Try again, or sign in with your password.
passkey-not-given = No passkey was used: that was cancelled or took too long, or your device has none for you or could not check that it is you. Try again, or sign in with your password.

blocked = Your sign-in is blocked
    .why = Your password is right, but your organization requires two-factor authentication, and your time to set it up has passed.
    .help = Please ask your administrator to give you more time or a temporary pass. Then sign in again, and set it up.
    .back = Back to sign-in
