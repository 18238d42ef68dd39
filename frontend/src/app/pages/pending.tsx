/** Stands in while a page or the session is on its way; shown only when that takes a while. */
import { Loading } from "@/ui/states";

export function Pending() {
  return (
    <main style={{ maxWidth: "26rem", margin: "20vh auto 0", padding: "0 1rem" }}>
      <Loading />
    </main>
  );
}
