/** The signed-in person: their name, whether a factor protects them, and the way out. */

import { Menu, UnstyledButton } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { describe } from "@/api/messages";
import { me, twoFactor } from "@/api/queries";
import { signOut } from "@/api/sign-out";
import type { User } from "@/api/types";
import { atService } from "@/lib/service";
import { supportHref, supportInWords } from "@/lib/support";
import { words } from "@/lib/words";
import { Failure } from "@/ui/message";
import { ToolIcon } from "@/ui/tool-icons";
import { TwoKeys } from "@/ui/two-keys";
import { useBranding } from "./branding";
import { pagesBehindName } from "./navigation";
import classes from "./shell.module.css";

const say = words("shell");

interface Props {
  user: User;
  onShortcuts: () => void;
}

export function UserMenu({ user, onShortcuts }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const { data } = useQuery(twoFactor);
  const provider = useQuery(me).data?.signedInBy;
  const support = useBranding()?.support;
  const leave = useMutation({ mutationFn: signOut });
  const leaveBoth = useMutation({
    mutationFn: async (logoutUrl: string) => {
      await signOut();
      window.location.assign(atService(logoutUrl));
    },
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <UnstyledButton ref={button} className={classes.user}>
            {data && data.state !== "notEnabled" && <TwoKeys />}
            <span className={classes.name}>{user.displayName}</span>
            <ToolIcon name="chevron" size={16} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <p className={classes.address}>{user.email}</p>
          <Menu.Item component={Link} to="/security">
            {say("security")}
          </Menu.Item>
          {pagesBehindName(user.permissions).map(({ to, name }) => (
            <Menu.Item key={to} component={Link} to={to}>
              {say(name)}
            </Menu.Item>
          ))}
          <Menu.Item
            onClick={() => {
              // The menu is gone when the dialog gives the focus back.
              button.current?.focus();
              onShortcuts();
            }}
          >
            {say("shortcuts")}
          </Menu.Item>
          {support && (
            <Menu.Item component="a" href={supportHref(support.contact)} target="_blank" rel="noreferrer">
              {say("support", { contact: supportInWords(support.contact) })}
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
