### My security: one's own second factor, sessions, and what happened lately.

title = My security

## On, off, or due for renewal

state =
    .notEnabled = Two-factor authentication is off
    .enabled = Two-factor authentication is on
    .expired = Two-factor authentication is on, but renewal is due
    .suspended = Two-factor authentication is set up, but not in use
off =
    .password = Anybody who learns your password can sign in as you.
    .mailbox = Whoever learns your password needs your mailbox, too. A passkey or an authenticator app is safer.
    .unasked = Anybody who learns your password can sign in as you. Your organization asks nobody for a second factor at the moment; you can set yours up in advance.
on =
    .since = Since <since/>.
    .renew = Since <since/>. Its key is good until <renew/>; you will be reminded.
    .expired = Since <since/>. It still works; please replace the authenticator that is marked below.
    .unasked = Your organization asks nobody for a second factor at the moment. What you have set up is kept.
# $policy is a sentence, with its full stop.
asked = What your organization asks: { $policy }
set-up = Set it up

## Factors of each kind

passkeys = Passkeys
    .add = Add a passkey
    .none = You have none yet. A passkey is your fingerprint, face or screen lock: nothing to type, and no false page can get it from you.
    .no-new = Your organization takes no new passkeys at the moment.
    .most = Ten passkeys are the most you can have.
    .stays-required = Your organization requires two-factor authentication. To remove your only passkey, add another one first.
    .stays-passwordless = Turning two-factor authentication off takes a password, and you have none here. To remove your only passkey, add another one first.
# Of one: kept by one device, or synced between several; used already, or not.
passkey =
    .device-used = On one device, added <added/>, last used <used/>
    .device-unused = On one device, added <added/>, not used yet
    .synced-used = Synced between your devices, added <added/>, last used <used/>
    .synced-unused = Synced between your devices, added <added/>, not used yet
authenticators = Authenticators
    .add = Add an authenticator
    .none = You have no authenticator app set up.
    .most = Five authenticators are the most you can have.
    .stays-required = Your organization requires two-factor authentication, so your only authenticator can be replaced, not removed.
    .stays-passwordless = Turning two-factor authentication off takes a password, and you have none here, so your only authenticator can be replaced, not removed.
authenticator =
    .unused = Added <added/>
    .used = Added <added/>, last used <used/>
    .unused-renew = Added <added/>, renew by <renew/>
    .used-renew = Added <added/>, last used <used/>, renew by <renew/>
    .old = Renewal due, please replace
    .taken-over = Imported, not used here yet

## What can be done with something; the longer words are for those who hear them

replace = Replace
    .named = Replace { $name }
rename = Rename
    .named = Rename { $name }
    .done = Renamed
remove = Remove
    .named = Remove { $name }
    .question = Remove { $name }?
    .keep = Keep it
    .done = { $name } was removed
consequence =
    .totp = Its codes stop working at once. The rest of your second factor and your recovery codes stay as they are.
    .passkey = It opens nothing here any more. Your device keeps it until you delete it there, too. The rest of your second factor and your recovery codes stay as they are.
only =
    .totp = This is your only authenticator: it cannot be removed by itself.
    .passkey = This is your only passkey: it cannot be removed by itself.
sessions-end = Your other sessions are ended.

## Recovery codes

after-recovery = You have just used a recovery code. Left: { $left } of { $all }. If your phone is lost, <link>replace it</link>.
    .passkey = You have just used a recovery code. Left: { $left } of { $all }. If you no longer have your passkey, <link>make another one</link>.
recovery-codes = Recovery codes
    .new = Make new codes
    .withdrawn = These codes are no longer good: the database was restored from a backup, and some may have been used since. Make new ones while you can still sign in.
    .none-left = No code is left. Make new ones while you can still sign in.
    .few-left = Few codes are left. Make new ones while you can still sign in.
    .about = { $left } of { $all } left. Each one signs you in once when your second factor is out of reach. Some call them backup codes.
    .about-made = { $left } of { $all } left, made <made/>. Each one signs you in once when your second factor is out of reach. Some call them backup codes.
    .unused = Not used: { $numbers }
recovery-code =
    .used = <code>Code { $number }</code> used <when/>
    .withdrawn = <code>Code { $number }</code> withdrawn <when/>
new-codes = Make new recovery codes
    .text = The codes that you have now stop working as soon as the new ones are made.
    .passkey = First confirm with your passkey: your fingerprint, face or screen lock.
    .use-passkey = Use your passkey
    .make = Make new codes
    .cancel = Cancel
    .refused = This passkey was not accepted.
    .refused-tries = { $tries ->
        [one] This passkey was not accepted. 1 try left.
       *[other] This passkey was not accepted. { $tries } tries left.
    }
    .unclear = Nightlatch could not be reached, so it is not certain whether new codes were made. The old ones may no longer work. Check your connection and make new ones.
    .save = Save your recovery codes
    .done = New recovery codes were made: the old ones no longer work.
instead =
    .passkey = Use your passkey instead
    .totp = Use a code from your authenticator app instead

## Codes by email

email-codes = Codes by email when signing in
    .switch = Ask me for a code by email
    .on = Codes by email are on
    .off = Codes by email are off
    .free = After your password you enter a code that we mail to <address>{ $email }</address>. That is safer than a password alone; a passkey or an authenticator app is safer still.
    .unverified = Safer than a password alone, for as long as you have no second factor. First confirm that <address>{ $email }</address> is yours, under <link>My account</link>.
    .passwordByMail = Your password was set by a link that we mailed, so a code from the same mailbox would prove nothing more. Choose another password first, under <link>My account</link>.
    .superseded = You have a second factor: it is asked for, and no codes are mailed.
    .administrator = Not for administrators: whoever reads their mailbox must not get this far. Set up a second factor instead.
    .forbidden = Your organization does not use them. Set up a second factor instead.
    .nobodyIsAsked = Your organization asks nobody for a code at the moment, and mails none.

## Browsers and sessions

trusted-browsers = Trusted browsers
    .none = None: each sign-in asks for your second factor.
    .about = Here your password is enough to sign in, until the day that is named.
    .removed = Trusted no more
    .this = This browser
    .remove-this = Remove { $device }, this browser
    .used = last used <used/>, until <until/>
    .used-at = { $address }, last used <used/>, until <until/>
sessions = Where you are signed in
    .end-others = End all others
    .ended = Ended
    .this = This device
    .end = End
    .end-of = End the session of { $device }
# $from is a list of an address, and of how somebody signed in, which comes next.
session = { $from }, signed in <since/>, last seen <seen/>
    .password = with a password
    .email = with a code by email
    .factor = with a second factor
    .passkey = with a passkey alone
    .sso = by single sign-on
    .sso-factor = by single sign-on with a second factor
activity = Recent activity
    .none = Nothing has happened yet.
    .refused = Refused

## Turning it off, or deleting it where nobody is asked for it

turn-off = Turn off two-factor authentication
    .text = Your password alone would open your account. This takes your password and your second factor.
    .begin = Turn off…
    .question = Turn off two-factor authentication?
    .keep = Keep it on
    .do = Turn off
    .opens = Your password alone will open your account.
delete = Delete what you have set up
    .text = Your authenticators, passkeys and recovery codes would be gone, also for the day your organization asks for them again. This takes your password and your second factor.
    .begin = Delete…
    .question = Delete what you have set up?
    .keep = Keep it
    .do = Delete
gone = Your authenticators, passkeys and recovery codes are deleted and cannot be brought back.
stays-required = Your organization requires two-factor authentication, so it cannot be turned off.
    .replace = Your organization requires two-factor authentication, so it cannot be turned off. If you change your phone, replace your authenticator instead.
stays-passwordless = Turning two-factor authentication off takes a password, and you have none here. An administrator can reset what you have set up.
    .replace = Turning two-factor authentication off takes a password, and you have none here. An administrator can reset what you have set up. If you change your phone, replace your authenticator instead.
password = Password
follows = Your passkey is asked for when you press the button: your fingerprint, face or screen lock.
wrong-code = The password or the code is not right.
    .tries = { $tries ->
        [one] The password or the code is not right. 1 try left.
       *[other] The password or the code is not right. { $tries } tries left.
    }
wrong-passkey = The password or the passkey is not right.
    .tries = { $tries ->
        [one] The password or the passkey is not right. 1 try left.
       *[other] The password or the passkey is not right. { $tries } tries left.
    }
