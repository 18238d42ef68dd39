### What mailed links lead to where they lead no further.

incomplete = Open the link in your mail
    .text = The last part of the address is missing. Open the link in your mail once more, or copy it as a whole.
dead = This link is no longer good
    .text = A link works once and for a limited time, and a newer mail takes the place of an older one.
