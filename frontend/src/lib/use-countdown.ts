/** Seconds until a moment, counted down while somebody looks. */
import { useEffect, useReducer } from "react";

export function useCountdown(until: number | undefined): number | undefined {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  const seconds = until === undefined ? undefined : Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const runs = seconds !== undefined && seconds > 0;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [runs]);
  return seconds;
}
