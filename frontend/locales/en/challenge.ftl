### The second step: a passkey or a code.

title = Confirm that it is you
    .again = What you are about to do needs your second factor once more. After that, you are not asked again for a few minutes.
whose = Signing in as <address>{ $email }</address>
verify = Verify
cancel = Cancel
back = Back to sign-in
signing-in = Signing you in

## What to do, by method. $digits is how long the codes are, or "any" where that differs.

prompt =
    .totp = Enter the { $digits ->
        [6] six-digit code
        [8] eight-digit code
       *[any] code
    } that your authenticator app shows for this account.
    .passkey = Use your passkey: your fingerprint, face, screen lock or security key.
    .recoveryCode = Enter one of the recovery codes that you saved when you set up two-factor authentication.
    .temporaryPass = Enter the code that your administrator gave you. You set up a new second factor right after it.
    .reset = Your second factor was reset. Enter the code that your administrator reads to you.

## Links to another method

instead =
    .totp = Use a code from your authenticator app instead
    .passkey = Use your passkey instead
    .email = Use a code by email instead
    .recoveryCode = Use a recovery code instead
    .temporaryPass = Use a code from your administrator

## A passkey

use-passkey = Use your passkey
try-again = Try again
follow-device = Now follow what your browser or your device asks of you.
passkey-refused = This passkey was not accepted: it was removed from your account, or the request was too old.
    .tries = { $tries ->
        [one] This passkey was not accepted: it was removed from your account, or the request was too old. 1 try left.
       *[other] This passkey was not accepted: it was removed from your account, or the request was too old. { $tries } tries left.
    }

## Codes from paper, or read out

recovery-code = Recovery code
    .description = Six groups of four characters. Capitals, spaces and hyphens do not matter.
temporary-pass = Code from your administrator
    .description = Four groups of four characters. Capitals, spaces and hyphens do not matter. It works once, and for a limited time.

## After an answer that was not right: what happened, then what to do

refused = { $what } { $next }
next =
    .totp = Wait for the next code, and check that you are reading the entry for this account in the app.
    .totp-again = Turn on automatic date and time in your phone's settings, then enter the next code.
    .email = Take the code from the newest mail: those before it no longer work.
    .recoveryCode = Each one works once: take one that you have not used.
    .temporaryPass = It works once, and for a limited time: your administrator can give you a new one.
malformed =
    .recoveryCode = That is not a whole recovery code: it has six groups of four characters. Check whether one is missing.
    .temporaryPass = That is not a whole code: it has four groups of four characters. Check whether one is missing.

## Codes by mail

mail-code = Code from the mail
mail-offer = We mail an eight-digit code to your email address.
mail-send = Mail me a code
mail-underway = A code is on its way to your mailbox…
mail-sent = Enter the eight-digit code that we mailed to { $address }.
mail-again = Not there? Look among your spam, too. <send>Send it again</send>
mail-again-later = Not there? Look among your spam, too. You can have it sent again in <wait/>.
mail-no-more = No more codes are mailed for now. You can have it sent again in <wait/>.
mail-limited = Too many codes were mailed to you, and those from earlier mails do not work here. You can get the next one in <wait/>.
mail-limited-over = Too many codes were mailed to you, and those from earlier mails do not work here. You can get the next one in <wait/>: start again then.

## A browser that is not asked again

trust = { $days ->
    [one] Do not ask again on this browser for 1 day
   *[other] Do not ask again on this browser for { $days } days
}
    .about = Only where nobody else signs in. You can take it back under My security.

## Time, and limits

time-to-enter = { $time } left to enter it
time-to-use = { $time } left to use it
throttled = Too many wrong codes. You can try again in <wait/>.
throttled-other-way = Too many wrong codes. You can try again in <wait/>, or use another way now.

## Why it starts again

ended =
    .expired = This sign-in took too long. Please start again.
    .exhausted = That was not right either, and it was the last try. Please start again.
renewed =
    .expired = That took too long. Please start again.
    .exhausted = That was not right either. If you use an app, wait until it shows the next code.
ask-again = Ask again

## Nobody comes in this way

blocked = Your sign-in is blocked
