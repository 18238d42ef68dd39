/** Revokes a key: what shows it is refused from then on. */
import { Button } from "@mantine/core";
import type { ApiKey } from "@/api/types";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { When } from "@/ui/when";
import { revokeKey, useKeyChange } from "./queries";
import { refusalInWords } from "./words";

export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: (done?: string) => void }) {
  const { id, name, lastUsedAt } = apiKey;
  const revoke = useKeyChange(revokeKey);
  return (
    <Dialog title={`Revoke the key ${name}?`} onClose={onClose}>
      <Failure message={refusalInWords(revoke.error)} />
      <p>
        Whatever shows it is refused from its next request on, everywhere, and stops working until it has
        another key. This cannot be undone.
      </p>
      <p>
        {lastUsedAt ? (
          <>
            It was last used on <When at={lastUsedAt} />.
          </>
        ) : (
          "It was never used."
        )}
      </p>
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          Cancel
        </Button>
        <Button
          color="red.9"
          loading={revoke.isPending}
          onClick={() => revoke.mutate(id, { onSuccess: () => onClose(`The key ${name} is revoked.`) })}
        >
          Revoke key
        </Button>
      </DialogActions>
    </Dialog>
  );
}
