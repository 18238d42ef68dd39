/** The other way in: a button for each provider of single sign-on. */

import { Button } from "@mantine/core";
import type { SignInProvider } from "@/api/types";
import { returnPath } from "@/lib/return-path";
import { atService } from "@/lib/service";
import { words } from "@/lib/words";

const say = words("login");

interface Props {
  providers: SignInProvider[];
  /** Where somebody wanted to go. */
  next: string | undefined;
}

export function Providers({ providers, next }: Props) {
  if (providers.length === 0) return null;
  const query = next ? `&${new URLSearchParams({ returnTo: returnPath(next) })}` : "";
  return (
    <>
      {providers.map(({ id, name, startUrl }) => (
        // A page of the service, which leads to the provider: no page of this app.
        <Button key={id} component="a" href={atService(startUrl + query)} variant="default" fullWidth mt="sm">
          {say("with-provider", { provider: name })}
        </Button>
      ))}
    </>
  );
}
