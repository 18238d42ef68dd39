/** The way home: by the organization's own logo and name, where it shows itself, and by the product's otherwise. */
import { Link } from "@tanstack/react-router";
import type { SignInBranding } from "@/api/types";
import { fitted } from "@/lib/logo";
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
  return (
    <>
      {logo && (
        <span className={classes.plate}>
          <img src={logo.url} {...fitted(logo, ROOM)} alt="" />
        </span>
      )}
      {!(logo && logo.width >= LETTERS * logo.height) && <span className={classes.name}>{name}</span>}
    </>
  );
}
