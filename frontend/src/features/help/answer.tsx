/** One question and all that there is to say on it. */
import { words } from "@/lib/words";
import { shownBranding } from "@/ui/branding";
import type { Topic } from "@/ui/help-topics";
import { Section } from "@/ui/page";
import { answers, type Part } from "./answers";
import classes from "./help-page.module.css";

const say = words("help-page");
const ask = words("help");

export function Answer({ topic }: { topic: Topic }) {
  return (
    <Section title={ask(topic)} id={topic}>
      <div className={classes.answer}>
        <p>{ask(`${topic}.answer`)}</p>
        {answers[topic].map((part) => (
          <Said key={typeof part === "string" ? part : "list"} part={part} />
        ))}
        {topic === "whom" && shownBranding?.help}
      </div>
    </Section>
  );
}

function Said({ part }: { part: Part }) {
  if (typeof part === "string") return <p>{say(part)}</p>;
  const [List, lines] = "steps" in part ? (["ol", part.steps] as const) : (["ul", part.points] as const);
  return (
    <List>
      {lines.map((line) => (
        <li key={line}>{say(line)}</li>
      ))}
    </List>
  );
}
