import type { ReactNode } from "react";
import type { Failure as Failed } from "@/api/generated/api";
import type { PlainId } from "@/i18n";
import { Dialog } from "./Dialog";
import type { Drafted } from "./draft";
import { Form, FormIntro, type Saving } from "./Form";

interface Properties {
  name: string;
  title: PlainId;
  /** What the dialog is for, above its fields. */
  intro?: PlainId;
  onClose: () => void;
  save: Saving;
  closeTestid: string;
  draft?: Drafted;
  failure: Failed | undefined;
  missing?: readonly PlainId[];
  /** Pixels. */
  width?: number;
  children?: ReactNode;
  testid: string;
}

/** A modal with fields, a way out and one thing that it does. */
export function FormDialog({ title, intro, onClose, closeTestid, width, children, testid, ...form }: Properties) {
  return (
    <Dialog title={title} onClose={onClose} {...(width !== undefined && { width })} testid={testid}>
      <Form {...form} close={{ label: "app-cancel", testid: closeTestid, run: onClose }}>
        {intro && <FormIntro id={intro} />}
        {children}
      </Form>
    </Dialog>
  );
}
