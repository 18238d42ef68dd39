/** Stands in while a page or the session is on its way; shown only when that takes a while. */
import { Loading } from "@/ui/states";

export function Pending() {
  return (
    <main style={{ width: "100%", maxWidth: "26rem", margin: "0 auto", padding: "20vh 1rem 0" }}>
      <Loading />
    </main>
  );
}
