### My account: name, address, language, password, colours, and accounts at providers.

title = My account

name = Your name
    .label = Name
    .save = Save name
    .done = Your name is saved.

email = Your email address
    .verified = Verified
    .not-verified = Not verified
    .about-verified = You sign in with it, and mail about your account goes there.
    .about-not-verified = You sign in with it. Verify it, to be certain that mail about your account reaches you.
    .about-passwordless = Mail about your account goes there. Changing it takes a password, and you have none here.
    .verify = Verify
    .sent = A link is on its way to { $email }. Open it within 24 hours.
    .change = Change email…
new-email = Change your email address
    .about = We mail a link to the new address. When you open it there, the new address takes the old one's place.
    .label = New email address
    .send = Send the link
    .sent = A link is on its way to { $email }. Open it within 24 hours: until then you sign in with the address from before.

language = Your language
    .label = Language
    .about = Of these pages, and of mail about your account.
    .save = Save language

appearance = Appearance
    .colours = Colors
    .about = In this browser, at once.
    .auto = Like the system
    .light = Light
    .dark = Dark

password = Your password
    .none = You sign in at your provider, and have no password here.
    .current = Current password
    .wrong = This is not your current password.
    .new = New password
    .about = Your other sessions are ended.
    .change = Change password
    .done = Your password is changed.

## Accounts at providers of single sign-on

sign-in-methods = Single sign-on
    .none = No account is connected. Connect one to sign in with it.
    .last = It is your only way to sign in, so it stays.
identity = Connected <since/>
    .used = Connected <since/>, last used <used/>
connect = Connect { $provider }…
    .title = Connect { $provider }
    .about = You sign in at { $provider } next. From then on your account there signs you in here, as your password does.
    .go = Go to { $provider }
disconnect = Disconnect…
    .named = Disconnect { $provider }…
    .question = Disconnect { $provider }?
    .about = Your account there does not sign you in any more, and your other sessions end.
    .do = Disconnect
    .keep = Keep it
    .done = Your account at { $provider } is disconnected.
