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
replaced = Somebody else has signed in at this browser. Please sign in again.
unsaved = What you had not saved yet is lost.
