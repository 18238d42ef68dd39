### Coming back from a provider.

signing-in = Signing you in
connecting = Connecting your account
failed = Single sign-on did not work
    .back = Back to sign-in

connect = Connect your account
    .why = There is an account with this address already. Sign in with its password once, and { $provider } signs you in from then on. If you were invited, follow the link in the invitation first.

## What the service says in the address

error =
    .declined = You did not sign in at the provider, or it did not let you. Nothing has changed here.
    .not_found = This provider is not connected any more.
    .sso_refused = The provider's answer was refused. Please try again, or contact your administrator.
    .sso_expired = This sign-in took too long, was used before, or began in another browser. Please start again.
    .provider_unreachable = The provider cannot be reached, does not work at the moment, or is not set up right. Please try again later, or contact your administrator.
    .account_frozen = This account is frozen, since somebody said that it was not them.
    .identity_taken = That account at the provider is connected with a user already.
    .too_many_sign_ins = Too many sign-in attempts from your network. Please try again in a moment.
    .overloaded = Nightlatch is busy. Please try again in a moment.
    .unknown = This sign-in did not work. Please start again.
