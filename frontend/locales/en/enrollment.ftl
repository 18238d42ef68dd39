### Setting up a second factor.

step =
    .choice = Choose your second factor
    .passkey = Make a passkey
    .app = Get an authenticator app
    .connect = Connect your app
    .codes = Save your recovery codes
    .done = All set
count = Step { $current }
    .of = Step { $current } of { $total }

back = Back
cancel = Cancel

## Which it shall be

choice = When you sign in, it confirms that it is you, so a stolen password alone opens nothing.
    .later = You can add the second one later.
passkey = Passkey
    .meaning = Your fingerprint, face or screen lock. Nothing to type, and no false page can get it from you.
totp = Authenticator app
    .meaning = An app on your phone shows codes, and you type them in. It works on every device.

## A passkey

passkey-about = A passkey is your fingerprint, face or screen lock, on this device or on your phone. A security key that you plug in will do, too. Your fingerprint and your face stay on the device: nobody else gets them, and neither do we.
name = Name
    .passkey = So that you can tell your passkeys apart.
    .authenticator = So that you can tell your authenticators apart.
    .usual = Phone
make-passkey = Make a passkey
follow-device = Now follow what your browser or your device asks of you.
passkey-not-made = No passkey was made: that was cancelled, took too long, or your device cannot make one. You can try again.

## An authenticator app

app-about = An authenticator app on your phone shows a new code every 30 seconds. When you sign in, you enter that code after your password, so a stolen password alone opens nothing.
app-which = Any of these will do, and many password managers can do it too:
app-both = Google Authenticator or Microsoft Authenticator
app-phones = Aegis (Android) or Apple Passwords (iPhone)
app-managers = 1Password or Bitwarden
have-app = I have an app

scan = In your app, choose to add an account, then point the camera at this code.
    .alt = QR code for your authenticator app
    .key = Can't scan? Show the setup key
here = If your authenticator app is on this device, open it with the button. If nothing opens, choose to enter a setup key in the app, and paste this one.
    .open = Open the authenticator app
    .scan = App on another device? Show the QR code

enter = Enter the { $digits ->
    [6] six-digit code
    [8] eight-digit code
   *[other] code
} that the app shows now.
turn-on = Turn on

# $size is a length of time, like "3 minutes".
clock =
    .behind = Your phone's clock is about { $size } behind. Turn on automatic date and time in your phone's settings, then enter the next code.
    .ahead = Your phone's clock is about { $size } ahead. Turn on automatic date and time in your phone's settings, then enter the next code.
lapsed = This setup is no longer good: it took too long, or another one has taken its place. Please start again.
reset = Your second factor was reset, so a new one can be set up only at a sign-in that asks for your administrator's code.
added =
    .passkey = A passkey was added.
    .totp = An authenticator was added.
    .replaced = The authenticator was replaced: the codes of the old one no longer work.
    .unseen = Two-factor authentication is on, but your recovery codes did not reach you. Please make new ones.

## Where it is asked for

demanded = Your organization requires two-factor authentication from now on. Setting it up takes about two minutes.
    .other = Your organization requires a different second factor from the one that you have. Setting it up takes about two minutes.
sign-out = Sign out instead

# At sign-in: after the password, after a code from an administrator, or after a factor that counts no more.
asked =
    .password = Your organization requires two-factor authentication. Setting it up takes about two minutes.
    .password-by = Your organization requires that you set up two-factor authentication by { $deadline }. Setting it up takes about two minutes.
    .password-since = Your organization requires two-factor authentication, and the time to set it up later ended on { $deadline }. Setting it up takes about two minutes.
    .right = Your code is right. Now set up a new second factor, and you are signed in. If you do not have your phone with you, use a passkey, or an app on this device.
    .factor = Your organization requires a different second factor from the one that you just used. Set it up, and you are signed in.
    .factor-by = By { $deadline }, your organization requires a different second factor from the one that you just used. Set it up, and you are signed in.
    .factor-since = Your organization requires a different second factor from the one that you just used, and the time to set it up later ended on { $deadline }. Set it up, and you are signed in.
