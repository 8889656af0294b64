import { useDisplay } from "./context";
import { type Arg, type Given, line, type MessageId, sayIn } from "./speech";

interface Properties<I extends MessageId> {
  id: I;
  args?: Given<I>[0];
  /** `block` sets the two languages one under the other; otherwise they stand beside each other. */
  as?: "line" | "block";
}

/** A message. In 双语 English stands first and Chinese beside it; how far apart is for the place to say. */
export function T<I extends MessageId>({ id, args, as = "line" }: Properties<I>) {
  return <Coded id={id} args={args} as={as} />;
}

/** A message whose id came over the line: an act, a failure, a code of the record. */
export function Coded({ id, args = {}, as = "line" }: { id: string; args?: Record<string, Arg | undefined>; as?: "line" | "block" }) {
  const display = useDisplay();
  if (display !== "both") {
    return <span lang={display === "zh" ? "zh-CN" : "en"}>{line(display, id, args)}</span>;
  }
  const en = sayIn("en", id, args) ?? id;
  const zh = sayIn("zh", id, args) ?? id;
  return (
    <span className={as === "block" ? "said said-block" : "said"}>
      <span lang="en">{en}</span>
      {zh !== en && (
        <>
          {" "}
          <span lang="zh-CN">{zh}</span>
        </>
      )}
    </span>
  );
}
