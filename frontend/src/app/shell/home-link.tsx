/** The way home: by the organization's own logo and name, where it shows itself, and by the product's otherwise. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SignInBranding } from "@/api/types";
import { fitted } from "@/lib/logo";
import { atService } from "@/lib/service";
import { words } from "@/lib/words";
import { Brand } from "@/ui/brand";
import { useBranding } from "./branding";
import classes from "./home-link.module.css";

const say = words("shell");

const ROOM = { width: 136, height: 32 };
/** A logo that is at least so many times as wide as it is high is taken for the name itself, in letters. */
const LETTERS = 2;

export function HomeLink() {
  const branding = useBranding();
  return (
    <Link
      to="/security"
      className={classes.home}
      aria-label={say("home", { name: branding?.name ?? "Nightlatch" })}
    >
      {branding ? <OwnBrand {...branding} /> : <Brand />}
    </Link>
  );
}

function OwnBrand({ name, logo }: SignInBranding) {
  const [broken, setBroken] = useState<string>();
  const shown = logo?.url === broken ? undefined : logo;
  return (
    <>
      {shown && (
        <span className={classes.plate}>
          <img
            src={atService(shown.url)}
            {...fitted(shown, ROOM)}
            alt=""
            onError={() => setBroken(shown.url)}
          />
        </span>
      )}
      {!(shown && shown.width >= LETTERS * shown.height) && <span className={classes.name}>{name}</span>}
    </>
  );
}
