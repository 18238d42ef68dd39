/** Questions beside the place where they come up: each opens a short answer, which leads to more. */

import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { words } from "@/lib/words";
import classes from "./help.module.css";
import type { Topic } from "./help-topics";
import { ToolIcon } from "./tool-icons";

const say = words("help");

export function Help({ topics }: { topics: readonly Topic[] }) {
  return (
    <ul className={classes.questions} aria-label={say("questions")}>
      {topics.map((topic) => (
        <Question key={topic} topic={topic} />
      ))}
    </ul>
  );
}

/** The answer follows its question in the page, so that it is read next, and is as wide as there is room. */
function Question({ topic }: { topic: Topic }) {
  const [open, setOpen] = useState(false);
  const question = useRef<HTMLButtonElement>(null);
  const answerId = useId();

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !open) return;
    // A dialog around it stays.
    event.preventDefault();
    setOpen(false);
    question.current?.focus();
  }

  return (
    <li onKeyDown={onKeyDown}>
      <button
        ref={question}
        type="button"
        className={classes.question}
        aria-expanded={open}
        aria-controls={answerId}
        onClick={() => setOpen(!open)}
      >
        <ToolIcon name="question" size={18} />
        <span>{say(topic)}</span>
      </button>
      <div id={answerId} className={classes.answer} hidden={!open}>
        <p>{say(`${topic}.answer`)}</p>
        {/* Whatever is begun here stays as it is. */}
        <Link to="/help" hash={topic} target="_blank" rel="noopener">
          {say("more")}
        </Link>
      </div>
    </li>
  );
}
