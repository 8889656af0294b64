import { useState } from "react";
import type { Chapter } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, DraftOffer, Failure, placeOf, ReviewText, useDraft, wordsOf } from "@/design";
import { FormFoot } from "./FormFoot";

interface Properties {
  project: string;
  chapter: Chapter | undefined;
  onSaved: (id: string) => void;
  onClose: () => void;
}

/** A chapter of the list of criteria. */
export function ChapterForm({ project, chapter, onSaved, onClose }: Properties) {
  const [clean] = useState(() => wordsOf(chapter?.title));
  const [title, setTitle] = useState(clean);
  const draft = useDraft(placeOf("chapter", project, chapter?.id), title, clean, setTitle);
  const save = useCommand("save_chapter", { failures: "inline" });
  const submit = async () => {
    const saved = await save.run({ chapter: chapter?.id ?? null, project, title });
    if (!saved) return;
    draft.settle();
    onSaved(saved.chapter);
  };
  return (
    <form
      className="form"
      data-testid="chapter-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DraftOffer draft={draft} testid="chapter" />
      <div className="reviewed-field">
        <BilingualField label="scope-chapter-title" value={title} text={chapter?.title} onChange={setTitle} as="stacked" testid="chapter-title" />
        {chapter && <ReviewText text={chapter.title} place="chapter_title" record={chapter.id} testid="chapter-review" />}
      </div>
      <Failure failure={save.failure} />
      <FormFoot
        ready={!save.busy && (title.en.trim() !== "" || title.zh.trim() !== "")}
        onClose={() => {
          draft.settle();
          onClose();
        }}
        testid="chapter"
      />
    </form>
  );
}
