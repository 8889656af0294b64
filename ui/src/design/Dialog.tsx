import { useEffect, useRef, type ReactNode } from "react";
import { type PlainId, T } from "@/i18n";
import { wasEscapeSpent } from "./keys";

interface Properties {
  title: PlainId;
  onClose: () => void;
  /** Pixels. */
  width?: number;
  /** `bare` leaves everything within to the caller. */
  as?: "form" | "bare";
  foot?: ReactNode;
  children: ReactNode;
  testid: string;
}

/** A modal: for signing, for forms that make something new, and for destroying what cannot be undone. */
export function Dialog({ title, onClose, width = 560, as = "form", foot, children, testid }: Properties) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      style={{ width }}
      data-testid={testid}
      onCancel={(event) => {
        event.preventDefault();
        if (!wasEscapeSpent()) onClose();
      }}
    >
      {as === "bare" ? (
        children
      ) : (
        <div className="dialog-body">
          <h1>
            <T id={title} />
          </h1>
          {children}
          {foot && <div className="dialog-foot">{foot}</div>}
        </div>
      )}
    </dialog>
  );
}
