/** The signed-in person: their name, whether a factor protects them, and the way out. */

import { Menu, UnstyledButton } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { usePermission } from "@/api/hooks";
import { describe } from "@/api/messages";
import { me, twoFactor } from "@/api/queries";
import { signOut } from "@/api/sign-out";
import type { User } from "@/api/types";
import { supportHref, supportInWords } from "@/lib/support";
import { words } from "@/lib/words";
import { Icon } from "@/ui/icons";
import { Failure } from "@/ui/message";
import { TwoKeys } from "@/ui/two-keys";
import classes from "./shell.module.css";
import { useBranding } from "./use-branding";

const say = words("shell");

export function UserMenu({ user }: { user: User }) {
  const { data } = useQuery(twoFactor);
  const provider = useQuery(me).data?.signedInBy;
  const seesBranding = usePermission("policy.read");
  const support = useBranding()?.support;
  const leave = useMutation({ mutationFn: signOut });
  const leaveBoth = useMutation({
    mutationFn: async (logoutUrl: string) => {
      await signOut();
      window.location.assign(logoutUrl);
    },
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <UnstyledButton className={classes.user}>
            {data && data.state !== "notEnabled" && <TwoKeys />}
            <span className={classes.name}>{user.displayName}</span>
            <Icon name="chevron" size={16} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <p className={classes.address}>{user.email}</p>
          <Menu.Item component={Link} to="/security">
            {say("security")}
          </Menu.Item>
          <Menu.Item component={Link} to="/account">
            {say("account")}
          </Menu.Item>
          {seesBranding && (
            <Menu.Item component={Link} to="/branding">
              {say("branding")}
            </Menu.Item>
          )}
          {support && (
            <Menu.Item component="a" href={supportHref(support.contact)} target="_blank" rel="noreferrer">
              {say("help", { contact: supportInWords(support.contact) })}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => leave.mutate()} disabled={leave.isPending}>
            {say("sign-out")}
          </Menu.Item>
          {provider && (
            <Menu.Item onClick={() => leaveBoth.mutate(provider.logoutUrl)} disabled={leaveBoth.isPending}>
              {say("sign-out-both", { provider: provider.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <div className={classes.failure}>
        <Failure message={describe(leave.error ?? leaveBoth.error)} />
      </div>
    </>
  );
}
