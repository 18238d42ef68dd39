### Questions that come up where a second factor is asked for or set up, each with a short answer. They stand beside the
### field where they come up, and again on the help page, which says more (help-page.ftl).

questions = Questions
more = Read more (in a new tab)

app = What is an authenticator app?
    .answer = An app on your phone that shows a new code every 30 seconds. Nobody else's phone shows the same codes, so a code proves that it is you, even if somebody knows your password.
which-app = Which app can I use?
    .answer = Any authenticator app, such as Google Authenticator or Microsoft Authenticator. Many password managers can do it, too: Apple Passwords, 1Password and Bitwarden, for example.
why = Why was I asked?
    .answer = Passwords get guessed, copied and stolen. So your password is followed by a second step that only you can take: with your phone, your fingerprint or your face. A stolen password alone then opens nothing.
lost-phone = I lost my phone
    .answer = Sign in with one of your recovery codes in place of the code from the app: enter your password, then choose “Use a recovery code instead”. If you have no recovery codes, ask your administrator.
new-phone = I have a new phone
    .answer = Keep the old phone until the new one shows codes. Under “My security”, choose “Replace” beside the old one, and scan the QR code with the new one. If the old phone is gone, confirm with a recovery code.
code = My code does not work
    .answer = Wait for the next code: each one works once, and for about half a minute. Then check that you are reading the right entry in the app, and that your phone sets its date and time automatically.
no-codes = I have no recovery codes left
    .answer = If you can still sign in, make new ones now: under “My security”, choose “Make new codes”. If you cannot, ask your administrator, who can let you set up a new second factor.
recovery-codes = What are recovery codes, and where do I keep them?
    .answer = Spare keys for the day on which your phone is lost or broken. Each one signs you in once. Print them, or keep them in a password manager, but not on the phone that they are to stand in for.
passkey = What is a passkey?
    .answer = A way to sign in with what unlocks your device: your fingerprint, your face or its PIN. A security key that you plug in will do, too. There is no code to type, and no false page can get it from you.
not-me = I got a mail about something that I did not do
    .answer = Open the link in that mail, and choose “It was not me”. That signs everybody out, freezes your account and calls your administrators. If the link is too old, call your administrator.
whom = Whom do I ask?
    .answer = Your administrator: whoever gave you this account, or the help desk of your organization. They can give you a code with which you sign in and set up a new second factor.
