### The words of all letters. A message's `subject` is also its heading.

greeting = Hello { $name },
footer = Sent by the sign-in service of { $organization }, { $site }. Nobody reads answers to this mail.
support = Need help? Ask { $contact }.

moment = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }, { $time }{ "\u00A0" }UTC
browser = { $browser } on { $system }
separator = { ", " }

fact = { $label }: { $value }
fact-when = When
fact-browser = Browser
fact-address = IP address
fact-authenticator = Authenticator
fact-passkey = Passkey
fact-old-address = Old address
fact-new-address = New address
fact-settings = Changed
fact-provider = Provider

objection =
    .question = Was this not you?
    .answer = Say so here: it signs you out everywhere, freezes your account so that nobody can change it, and tells your administrators. It works once, until { $objectionEnd }.
    .action = This was not me

factor-enabled =
    .subject = Your second factor is on
    .text = From now on, signing in takes a code from your authenticator app as well as your password.
    .more = Keep your recovery codes in a safe place. On the day your phone is gone, one of them lets you in.

authenticator-added =
    .subject = An authenticator was added
    .text = Its codes now work for signing in to your account.

authenticator-replaced =
    .subject = An authenticator was replaced
    .text = Codes come from the new one now. Those of the old one no longer work.

authenticator-removed =
    .subject = An authenticator was removed
    .text = Its codes no longer work for signing in to your account.

passkey-enabled =
    .subject = Your second factor is on
    .text = From now on, signing in takes your passkey as well as your password.
    .more = Keep your recovery codes in a safe place. On the day your passkey is gone, one of them lets you in.

passkey-added =
    .subject = A passkey was added
    .text = It now works for signing in to your account.

passkey-removed =
    .subject = A passkey was removed
    .text = It no longer works for signing in to your account.

factor-disabled =
    .subject = Your second factor is off
    .text = From now on, your password alone is enough to sign in. Your authenticators, passkeys and recovery codes no longer work.

factor-reset =
    .subject = Your second factor was reset
    .text = An administrator has removed your authenticators, passkeys and recovery codes, and signed you out everywhere.
    .code = At your next sign-in you are asked for a code, which the administrator reads out to you. Then you set up a new authenticator.
    .no-code = At your next sign-in your password is enough. Set up a new authenticator then.

recovery-codes-regenerated =
    .subject = You have new recovery codes
    .text = { $count ->
        [one] One new recovery code was made for your account.
       *[other] { $count } new recovery codes were made for your account.
    } Earlier ones no longer work.

recovery-code-used =
    .subject = A recovery code was used
    .text = Your recovery code number { $number } was used in place of a code from your authenticator. It does not work again.
    .remaining = { $remaining ->
        [0] You have no recovery code left.
        [one] You have one recovery code left.
       *[other] You have { $remaining } recovery codes left.
    }
    .few = Make new ones now, so that you can still sign in on the day your phone is gone.
    .action = Make new recovery codes

password-changed =
    .subject = Your password was changed
    .text = Only the new password works now. Everywhere else you were signed out.

password-forgotten =
    .subject = Your password was changed
    .text = It was set with the link that we had mailed to you. You were signed out everywhere.

email-change-requested =
    .subject = A change of your email address was asked for
    .text = Your account is to get another email address. Nothing changes until the link that was mailed there is opened.

email-changed =
    .subject = Your email address was changed
    .text = You now sign in with the new address, and mail goes there.
    .back = If it was not you, the link below gives your account the old address back as well.

email-restored =
    .subject = Your email address was put back
    .text = Somebody who reads the mail of the old address said that it was not them who changed it. Your account has that address again, and it is frozen: nobody can change it.
    .more = If you changed it yourself, speak to your administrators: the account stays frozen until one of them has looked at it with you.

identity-linked =
    .subject = An account was connected
    .text = From now on, an account at this provider signs in to yours, as well as your password does.

identity-unlinked =
    .subject = An account was disconnected
    .text = The account at this provider no longer signs in to yours.

new-device =
    .subject = Somebody signed in with a new browser
    .text = Your account was used in a browser that we had not seen before. If it was you, there is nothing to do.

codes-guessed =
    .subject = Somebody may know your password
    .text = { $failures ->
        [one] Somebody typed your correct password and then one wrong code.
       *[other] Somebody typed your correct password and then { $failures } wrong codes.
    } Wrong codes let nobody in.
    .more = If it was not you, that person has your password: change it here, and wherever else you use it.
    .action = Change my password

passkey-copied =
    .subject = A passkey of yours may have been copied
    .text = It was refused, since it signed as if one of its later uses had never been. The device itself does not do that, but a copy of its key does.
    .more = If you use the passkey on one device alone, remove it from your account, and set up another one.
    .action = Go to my security

invitation =
    .subject = { $inviter } invites you to { $organization }
    .text = An account waits for you at { $organization }. Choose a password, and it is yours.
    .action = Activate my account
    .note = The link works once, until { $until }.
    .stranger = If you did not expect this mail, ignore it. Nothing happens without you.

password-reset =
    .subject = Choose a new password
    .text = Somebody asked for a new password for your account. If it was you, choose it now.
    .action = Choose a new password
    .note = The link works once, until { $until }.
    .stranger = If it was not you, ignore this mail. Your password stays as it is.

password-asked =
    .subject = Choose a new password
    .text = { $by } asks you to choose a new password for your account. Nobody but you will know it.
    .action = Choose a new password
    .note = The link works once, until { $until }.
    .stranger = If you did not expect this mail, ignore it. Your password stays as it is.

login-code =
    .subject = Your code for signing in
    .text = Type this code on the page where you are signing in.
    .note = The code works once, until { $until }. Give it to nobody, whoever asks for it.
    .stranger = If you are not signing in just now, somebody else knows your password: change it.

email-confirmation =
    .subject = Confirm your email address
    .text = Is { $address } your address? Confirm it, and your account can use it.
    .action = Confirm this address
    .note = The link works once, until { $until }.
    .stranger = If you did not ask for this mail, ignore it.

policy-changed =
    .subject = The sign-in policy was changed
    .text = { $by } changed the sign-in policy of { $organization }.
    .action = See the policy
    .note = You get this mail because you administer { $organization }. If nobody knows of the change, look into the audit log.

setting = { $setting ->
    [mode] whether a second factor is required
    [phases] roll-out phases
    [newUsers] when new users set it up
    [afterGrace] what happens after the deadline
    [loginStyle] the sign-in form
    [sso] single sign-on
    [allowedMethods] allowed methods
    [passkeyLogin] sign-in by a passkey alone
    [passkeyOnly] roles that need a passkey
    [recoveryCodeCount] number of recovery codes
    [secretMaxAgeDays] age of authenticators
    [skewSteps] tolerance for clocks
    [trustedDeviceDays] trusted devices
    [stepUpMaxAgeMinutes] how long a confirmation counts
    [adminReset] who resets administrators
    [resetProof] proof after a reset
    [temporaryPass] temporary passes
    [digits] length of codes
    [algorithm] algorithm of codes
   *[other] { $setting }
}

set-up-reminder =
    .subject = Set up your second factor
    .text = Your account at { $organization } is protected by a password alone. With a code from an app on your phone, a stolen password is not enough to get in. Setting it up takes two minutes.
    .deadline = Please do it by { $deadline }. From then on your account needs it.
    .action = Set it up now

account-frozen =
    .subject = { $user } says: this was not me
    .text = { $user } was told of something that happened to their account, and answered that it was not them. The account is signed out everywhere, and frozen: nobody can change it.
    .more = Speak to { $user } in person or by phone before you unfreeze it.
    .action = Go to the users
