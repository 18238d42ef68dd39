/** Light or dark, in this browser. */
import { type MantineColorScheme, Radio, useMantineColorScheme } from "@mantine/core";
import { words } from "@/lib/words";
import classes from "./account.module.css";

const say = words("account");

const SCHEMES = ["auto", "light", "dark"] as const satisfies MantineColorScheme[];

export function Appearance() {
  // To still them Mantine would put a style into the page, which the content security policy does not allow.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <Radio.Group
      label={say("appearance.colours")}
      description={say("appearance.about")}
      value={colorScheme}
      onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
    >
      <div className={classes.schemes}>
        {SCHEMES.map((scheme) => (
          <Radio key={scheme} value={scheme} label={say(`appearance.${scheme}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
