/** Takes the token of a mailed link out of the address, where nobody who looks on or finds the history shall read it. */
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { tokenIn } from "./link-token";

/** Kept in memory alone: whoever loads the page anew opens the link anew. */
export function useLinkToken(): string | undefined {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(() => tokenIn(hash));
  useEffect(() => {
    const found = tokenIn(hash);
    if (!found) return;
    setToken(found);
    void navigate({ to: ".", hash: "", replace: true, ignoreBlocker: true });
  }, [hash, navigate]);
  return token;
}
