import type { ReactNode } from "react";
import { type ArgsOf, Language, type MessageId, type Pair, Coded, useDisplay } from "@/i18n";

/** What is said to one reader: the words of a message in this language whatever the window speaks. */
function In({ language, children }: { language: "en" | "zh"; children: ReactNode }) {
  const display = useDisplay();
  return <Language value={{ display: display === "pseudo" ? "pseudo" : language, choose: () => undefined }}>{children}</Language>;
}

interface Properties {
  /** Draws one side. */
  children: (language: "en" | "zh") => ReactNode;
  className?: string;
  testid?: string;
}

/**
 * The two halves of the page: English left, Chinese right, on either side of the joint that runs through the screen.
 * In one language there is one half.
 */
export function Sides({ children, className = "", testid }: Properties) {
  const display = useDisplay();
  const shown = display === "both" ? (["en", "zh"] as const) : [display === "zh" ? ("zh" as const) : ("en" as const)];
  return (
    <div className={`present-sides ${className}`} data-testid={testid}>
      {shown.map((language) => (
        <div key={language} className="present-side" lang={language === "zh" ? "zh-CN" : "en"}>
          <In language={language}>{children(language)}</In>
        </div>
      ))}
    </div>
  );
}

/** A text of the record on its side; the other language where this one is missing. */
export function Words({ of, language }: { of: Pair; language: "en" | "zh" }) {
  const other = language === "en" ? "zh" : "en";
  const own = of[language] !== "" || of[other] === "";
  return (
    <span data-record lang={(own ? language : other) === "zh" ? "zh-CN" : "en"}>
      {own ? of[language] : of[other]}
    </span>
  );
}

/** A message on both sides. */
export function SaidSides<I extends MessageId>({ id, args, className }: { id: I; args?: ArgsOf<I>; className?: string }) {
  return <Sides className={className}>{() => <Coded id={id} args={args} />}</Sides>;
}
