/** A modal dialog on the browser's own: it holds the focus, makes the page behind inert, and gives the focus back. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import classes from "./dialog.module.css";

interface Props {
  title: string;
  /** Read with the title, to those who did not ask for the dialog. */
  about?: string;
  /** For tables. */
  wide?: boolean | undefined;
  children: ReactNode;
  onClose: () => void;
}

/** Mounted is open. The element marked `data-autofocus` takes the focus, or else the first control. */
export function Dialog({ title, about, wide = false, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      element?.close();
      // A removed dialog takes the browser's memory of its opener along.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-wide={wide || undefined}
      aria-labelledby={titleId}
      aria-describedby={about && `${titleId}-about`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A browser closes a dialog by itself when somebody insists.
      onClose={() => {
        if (dialog.current?.open) return;
        onClose();
        // Whoever keeps it mounted has a reason to.
        requestAnimationFrame(() => dialog.current?.open === false && dialog.current.showModal());
      }}
    >
      <h2 id={titleId} className={classes.title}>
        {title}
      </h2>
      {about && <p id={`${titleId}-about`}>{about}</p>}
      {children}
    </dialog>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
