/** Where the people of an organization sign in: its look and its ways are shown there, whichever others there are. */
export const signInAddressOf = (slug: string) => `${window.location.origin}/sign-in?organization=${slug}`;
