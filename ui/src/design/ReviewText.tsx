import type { Text, TextPlace } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button } from "./Button";
import { Joint, pairState } from "./Bilingual";
import "./css/review.css";

interface Properties {
  text: Text;
  place: TextPlace;
  /** The record that holds the text. */
  record: string;
  testid: string;
}

/**
 * How the two sides of a text stand to each other, and the act by which a person confirms that both say the same.
 * Nothing is offered while a side is missing, and nothing is shown of a text that was never written.
 */
export function ReviewText({ text, place, record, testid }: Properties) {
  const review = useCommand("review_text");
  const state = pairState(text);
  if (state === "missing") return null;
  const both = text.en.words !== "" && text.zh.words !== "";
  return (
    <span className="review-text" data-state={state} data-testid={`${testid}-state`}>
      <Joint text={text} />
      {state !== "reviewed" && both && (
        <Button label="text-review" size="small" look="ghost" icon="check" disabled={review.busy} testid={testid} onClick={() => void review.run({ place, record })} />
      )}
    </span>
  );
}
