### The help page: what it says beyond the short answers (help.ftl).

title = Help
    .intro = Answers about the second step of signing in, for everybody who has not heard of it before.
way-on = Go to sign-in
    .inside = Go to My security

app =
    .once = You set it up once: you scan a square picture, the QR code, with the app. From then on it has an entry for your account.
    .daily = When you sign in, you enter your password as ever. Then you open the app, look for that entry, and type the code that stands there.
    .quiet = The app makes its codes without the internet and without mobile reception. It does not know your password, and it tells nobody anything.

which-app =
    .phone = On an iPhone: Apple Passwords, Google Authenticator or Microsoft Authenticator.
    .android = On Android: Aegis, Google Authenticator or Microsoft Authenticator.
    .computer = On a computer: 1Password, Bitwarden or another password manager.
    .store = Get the app from the store that is on your phone. Showing codes costs nothing: leave alone any app that wants money first.
    .copy = Many apps can keep a copy of their entries, so that a new phone gets them, too. Turn that on if yours can.

why =
    .when = You are asked when you sign in, and again before something that matters, such as a change of phone. Your organization decides from whom a second step is asked.
    .rest = Where your organization allows it, you can tick a box that spares you the question in the same browser for some days.
    .never = Nobody needs the code from your app but this page. Whoever asks you for it by phone, mail or chat wants to get into your account: tell them nothing.

lost-phone =
    .sign-in = Sign in with your email address and your password, as ever.
    .choose = Where the code is asked for, choose “Use a recovery code instead”.
    .enter = Enter one of your recovery codes, and cross it off: it works only once.
    .replace = Under “My security”, choose “Replace” beside the lost phone, and scan the QR code with another one. From then on the lost phone's codes are worth nothing.
    .none = Without recovery codes, only your administrator can help. Whoever finds your phone cannot sign in with it alone: they would need your password, too.

new-phone =
    .sign-in = Sign in with the old phone.
    .replace = Under “My security”, choose “Replace” beside the old phone.
    .scan = Scan the QR code with the app on the new phone, and type the code that it shows.
    .clear = Only then delete the entry on the old phone.
    .copied = If your app has brought its entries along by itself, the new phone shows the codes already, and there is nothing to do.

code =
    .old = A code works once, and for about half a minute. If you have just used it, or it was about to change, wait for the next one.
    .entry = An app can hold many entries. Look for the one with the name of your organization and your email address. If there are two of those, the newer one counts.
    .clock = Codes are made from the time. In your phone's settings, turn on automatic date and time; some apps have a setting of their own for it.
    .kind = A code from your app has six or eight digits. What has letters, too, is a recovery code or a code from your administrator, and goes into another field.
    .wait = After several wrong codes you have to wait, and the page counts down. Meanwhile another way works, such as a recovery code.
    .else = If nothing helps, sign in with a recovery code and set up your app anew, or ask your administrator.

no-codes =
    .new = New codes take the place of all old ones, so cross out or throw away the old sheet.
    .signed-out = If you have neither your phone nor a recovery code, your administrator makes sure that it is you, and gives you a code. With that you sign in and set up a new second factor, and you get new recovery codes.

recovery-codes =
    .shown = You see them once, when you set up a second factor for the first time. They cannot be shown again, but you can make new ones at any time.
    .paper = On paper: print the sheet, and put it where you keep your passport.
    .manager = In a password manager that you can open without your phone.
    .not = Not in your mailbox, not as a photo on your phone, and not beside your password.
    .used = Tick each one that you have used. When few are left, the page reminds you to make new ones.

passkey =
    .how = Your device keeps a secret that belongs to this one page. To use it, you unlock the device as you always do.
    .private = Your fingerprint and your face stay on the device: nobody else gets them, and neither do we.
    .several = You can have several: one on your computer and one on your phone, so that one of them is always at hand.
    .lost = If a device with a passkey is lost, sign in another way, and remove that passkey under “My security”.

not-me =
    .link = Open the link in the mail as soon as you can: it works once, and for some days.
    .press = Choose “It was not me”. Nobody can change your password or your second factor after that, until an administrator unfreezes your account.
    .call = Call your administrator, or go there, and look together at what was done.
    .password = Change your password wherever else you use the same one.
    .false = Do you doubt that the mail is real? Then do not press anything in it: call your administrator.

whom =
    .can = They can let you in again when your phone and your recovery codes are gone, give you more time to set up your second factor, and unfreeze your account.
    .proof = Expect to be asked who you are, for a stranger could ask for you. They read a code to you then; they never ask for your password or for a code from your app.
