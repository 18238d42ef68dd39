/** Where a key leads in a list of options: round at its ends. Absent where the key or the list leads nowhere. */
export function movedTo(key: string, active: number, size: number): number | undefined {
  if (size === 0) return undefined;
  if (key === "ArrowDown") return (active + 1) % size;
  if (key === "ArrowUp") return (active + size - 1) % size;
  return undefined;
}
