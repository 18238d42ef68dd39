/** Asks before an invitation is taken back: the account goes with it. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { ListedUser } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { useRevocation } from "./changes";
import { refusalInWords } from "./words";

export function RevokeDialog({ user: { id, email }, onClose }: { user: ListedUser; onClose: () => void }) {
  const navigate = useNavigate();
  const revocation = useRevocation(() =>
    navigate({
      to: "/admin/users",
      state: { done: `The invitation of ${email} is revoked.` },
      replace: true,
    }),
  );
  return (
    <Dialog title={`Revoke the invitation of ${email}?`} onClose={onClose}>
      <Failure message={refusalInWords(revocation.error)} />
      <p>The link that was mailed stops working, and the account is removed from the list.</p>
      <p>You can invite {email} again at any time.</p>
      <DialogActions>
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <ActionButton color="red.9" loading={revocation.isPending} onClick={() => revocation.mutate(id)}>
          Revoke invitation
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
