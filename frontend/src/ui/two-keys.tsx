/** The symbol beside everybody whose account a second factor protects. */
import { words } from "@/lib/words";

const say = words("ui");

export function TwoKeys() {
  const label = say("protected");
  return (
    <svg
      role="img"
      aria-label={label}
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="var(--nl-lamp)"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flexShrink: 0, verticalAlign: "text-bottom" }}
    >
      <title>{label}</title>
      <circle cx="6.5" cy="7.5" r="3.5" />
      <path d="M10 7.5h11M17.5 7.5v3M21 7.5v2.5" />
      <circle cx="17.5" cy="16.5" r="3.5" />
      <path d="M14 16.5H3M6.5 16.5v-3M3 16.5V14" />
    </svg>
  );
}
