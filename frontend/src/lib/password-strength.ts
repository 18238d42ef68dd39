/** How hard a password is to guess: asked of a worker, which is fetched when the first one is typed. */

export type Score = 0 | 1 | 2 | 3 | 4;

export interface Strength {
  score: Score;
  /** The key of what would make it better, or of what makes it weak. */
  advice?: string | undefined;
}

export interface StrengthQuestion {
  id: number;
  password: string;
  /** What an attacker would try first: names and addresses of the person. */
  known: string[];
}

export interface StrengthAnswer {
  id: number;
  strength: Strength;
}

export interface Estimator {
  ask(password: string, known: string[]): void;
  close(): void;
}

/** Only the last question is answered. Where the worker cannot be had, none is: a meter is no part of the form. */
export function createEstimator(onAnswer: (strength: Strength) => void): Estimator {
  const worker = startWorker();
  if (!worker) return { ask: () => undefined, close: () => undefined };
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<StrengthAnswer>) => {
    if (data.id === last) onAnswer(data.strength);
  });
  worker.addEventListener("error", (event) => event.preventDefault());
  return {
    ask(password, known) {
      last += 1;
      worker.postMessage({ id: last, password, known } satisfies StrengthQuestion);
    },
    close: () => worker.terminate(),
  };
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./strength.worker.ts", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}
