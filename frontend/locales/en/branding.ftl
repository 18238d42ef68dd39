### How an organization shows itself: on every page before the sign-in.

sign-in = Sign in to { $organization }
help = Need help? Ask <contact/>.
    .note = Need help? Ask <contact/> ({ $note }).

## The administrators' page about how the organization shows itself

title = Branding
intro = How your organization shows itself where people sign in, and in its mails.
read-only = You can look at the branding; an administrator can change it.
save = Save branding
discard = Discard changes
unsaved = Not saved yet
    .wrong = Not saved yet: correct what is marked first
saved = The branding is saved.
stale = Somebody else changed the branding in the meantime. Their settings are loaded, with your changes on top: check them and save again, or discard yours.
leave = Leave without saving?
    .loss = Your changes to the branding are not saved yet.

## The logo

address = Sign-in address
    .about = Here your people sign in, and see this look. Mails lead there as well.
    .copy = Copy
    .spoken = Copy the sign-in address
logo = Logo
    .now = The logo now
    .none = There is no logo yet.
    .file = Choose a logo, or drop it here
    .about = A PNG of at most 64 KiB, and 512 pixels wide and high. It is put in place at once.
    .saved = The logo is in place.
    .remove = Remove logo
    .removed = The logo is gone.
    .invalid_png = This is not a whole PNG picture.
    .too_large = The file is larger than 64 KiB.
    .too_many_pixels = The picture is more than 512 pixels wide or high.
    .animated = The picture moves. A logo has to stand still.

## The colour

accent = Accent color
    .chooser = Color
    .typed = Hex code
    .none = No color: pages and mails keep the blue of Nightlatch.
    .wrong = A color is a # and six digits or letters from a to f, such as #3c58b3.
contrast =
    .black = What is written on buttons is black, with a contrast of { $ratio } to 1.
    .white = What is written on buttons is white, with a contrast of { $ratio } to 1.
    .darker = Links on light pages are darker, so that they can be read.
    .lighter = Links on dark pages are lighter, so that they can be read.
    .between = { " " }

## Whom to ask

support = Help
contact = Whom people ask
    .about = An email address, or a page that begins with https://. Shown on every page before the sign-in, and in every mail.
    .missing = Say whom people ask, or leave the note empty as well.
    .wrong = This is neither an email address nor a page that begins with https://.
note = A note
    .about = What to know before, such as opening hours.

## What it looks like

preview = Preview
    .about = What the sign-in page will look like.
    .light = On light pages
    .dark = On dark pages
    .button = Sign in
    .link = Forgot your password?
