import type { ReactNode } from "react";
import type { Failure as Failed } from "@/api/generated/api";
import { type MessageId, T } from "@/i18n";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Failure } from "./Failure";

interface Properties {
  title: MessageId;
  /** What the dialog is for, above its fields. */
  intro?: MessageId;
  onClose: () => void;
  /** What the button does where it is more than closing: Esc only closes. */
  onCancel?: () => void;
  submit: {
    label: MessageId;
    testid: string;
    /** `danger`: what it does cannot be undone. */
    look?: "primary" | "danger";
    /** Whether what was typed is enough, and no earlier call is under way. */
    ready: boolean;
    run: () => Promise<unknown>;
  };
  cancelTestid: string;
  failure: Failed | undefined;
  /** Pixels. */
  width?: number;
  children?: ReactNode;
  testid: string;
}

/** A modal with fields, a way out and one thing that it does, which Enter does too. */
export function FormDialog({ title, intro, onClose, onCancel = onClose, submit, cancelTestid, failure, width, children, testid }: Properties) {
  return (
    <Dialog title={title} onClose={onClose} {...(width !== undefined && { width })} testid={testid}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit.run();
        }}
      >
        {intro && (
          <p className="quiet">
            <T id={intro as "app-name"} as="block" />
          </p>
        )}
        {children}
        <Failure failure={failure} />
        <div className="dialog-foot">
          <Button label="app-cancel" look="ghost" testid={cancelTestid} onClick={onCancel} />
          <Button label={submit.label} look={submit.look ?? "primary"} type="submit" disabled={!submit.ready} testid={submit.testid} />
        </div>
      </form>
    </Dialog>
  );
}
