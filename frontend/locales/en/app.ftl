### The app around its pages.

start-page = Go to the start page
try-again = Try again

not-found = Page not found
    .text = There is no page at this address, or it is not for your account.

broken = This page could not be shown
    .outdated = Nightlatch cannot be reached, or was updated meanwhile.

offline = You are offline. Nothing can be changed until the connection is back.

development = Development
    .text = Development service: no mail leaves it. <mailbox>Open the mailbox</mailbox>
