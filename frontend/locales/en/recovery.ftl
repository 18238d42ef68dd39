### Recovery codes, shown once, and the same as a file.

leaving = Leave without your codes?
    .text = These codes are shown only now. Without them, a lost phone locks you out until an administrator helps.
save-now = Save these codes now: they will not be shown again. Each one signs you in once when your phone is lost or broken.
heading = Recovery codes
organization = Organization
account = Account
created = Created
tick = Tick each code as soon as you have used it. When few are left, make new ones under “My security”: they take the place of all of these.
advice = Each code works once. Keep this sheet where only you can find it, apart from your phone.
copy = Copy codes
download = Download codes
print = Print codes
saved = I have saved these codes
    .first = Save the codes first, then tick this.
continue = Continue

## The file

file-heading = Recovery codes for { $organization }
file-account = Account: { $account }
file-created = Created: { $date }
file-use = Each code signs you in once when you do not have your authenticator app at hand.
file-advice = Keep them where only you can find them, apart from your phone.
