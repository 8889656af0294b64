import type { MouseEventHandler, Ref } from "react";
import { Icon, type IconName } from "./icons";
import { type PlainId, T } from "@/i18n";

interface Properties {
  label: PlainId;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  /** One primary button a screen. */
  look?: "primary" | "plain" | "ghost" | "danger";
  size?: "normal" | "small";
  icon?: IconName;
  /** The key that does the same. */
  hotkey?: string;
  type?: "button" | "submit";
  disabled?: boolean;
  title?: string;
  testid: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ label, look = "plain", size = "normal", icon, hotkey, type = "button", testid, ...rest }: Properties) {
  const classes = ["button", look === "plain" ? "" : `button-${look}`, size === "small" ? "button-small" : ""];
  return (
    <button {...rest} type={type} className={classes.filter(Boolean).join(" ")} data-testid={testid}>
      {icon && <Icon name={icon} />}
      <T id={label} />
      {hotkey && <kbd className="key" data-record>{hotkey}</kbd>}
    </button>
  );
}
