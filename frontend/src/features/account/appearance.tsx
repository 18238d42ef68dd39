/** Light or dark, in this browser. */
import { type MantineColorScheme, Radio } from "@mantine/core";
import { words } from "@/lib/words";
import { SCHEMES, useColourScheme } from "@/ui/colour-scheme";
import classes from "./account.module.css";

const say = words("account");

export function Appearance() {
  const { colorScheme, setColorScheme } = useColourScheme();
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
