import { Dropdown } from "antd";
import type { ComponentProps, ReactElement } from "react";
import { Themed } from "./Themed";

interface Properties {
  items: NonNullable<ComponentProps<typeof Dropdown>["menu"]>["items"];
  onChoose: (key: string) => void;
  disabled?: boolean;
  /** The button that opens it. */
  children: ReactElement;
}

/** A list of acts or places that a button opens. */
export function Menu({ items, onChoose, disabled, children }: Properties) {
  return (
    <Themed>
      <Dropdown trigger={["click"]} disabled={disabled} menu={{ items, onClick: ({ key }) => onChoose(key) }}>
        {children}
      </Dropdown>
    </Themed>
  );
}
