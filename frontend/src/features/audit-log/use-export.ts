/** Plays an export against the service. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useRef } from "react";
import { openFile } from "@/lib/save-file";
import { counted } from "./counted";
import { exportRun, start } from "./export-run";
import type { Filter } from "./filter";
import { auditLog, exportedEvents, type Format, fileName, mediaTypes } from "./queries";

export function useExport(filter: Filter) {
  const [run, dispatch] = useReducer(exportRun, start);
  const queries = useQueryClient();
  const stopping = useRef(new AbortController());
  // Nobody would see what comes of it.
  useEffect(() => () => stopping.current.abort(), []);

  async function begin(format: Format): Promise<void> {
    dispatch({ type: "begun" });
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    try {
      const file = await openFile(fileName(format, Date.now()), mediaTypes[format]);
      const count = counted((bytes) => dispatch({ type: "received", bytes }));
      const events = await exportedEvents(filter, format, signal).catch(async (why) => {
        await file.abort();
        throw why;
      });
      await events.pipeThrough(count).pipeTo(file, { signal });
      dispatch({ type: "ended" });
      // It is an event itself.
      void queries.invalidateQueries({ queryKey: auditLog });
    } catch (why) {
      dispatch({ type: "failed", why });
    }
  }

  function stop(): void {
    stopping.current.abort();
    dispatch({ type: "stopped" });
  }

  return { run, begin, stop };
}
