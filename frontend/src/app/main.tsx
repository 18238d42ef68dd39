import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { preferredLanguage } from "@/lib/language";
import { OFFERED, speak } from "@/lib/words";
import { App } from "./app";

// Its words come while the session is restored and the first page is fetched: no page is drawn before.
// Whether they could be had, the router sees.
speak(preferredLanguage(OFFERED)).catch(() => undefined);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
