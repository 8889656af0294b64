import type { Chapter } from "@/api/generated/api";
import { BilingualField, Form, placeOf, ReviewText, useRecordForm, wordsOf } from "@/design";

interface Properties {
  project: string;
  chapter: Chapter | undefined;
  onSaved: (id: string) => void;
  onClose: () => void;
}

/** A chapter of the list of criteria. */
export function ChapterForm({ project, chapter, onSaved, onClose }: Properties) {
  const { typed: title, take, draft, save, submit } = useRecordForm({
    command: "save_chapter",
    place: placeOf("chapter", project, chapter?.id),
    begin: () => wordsOf(chapter?.title),
    ask: (now) => ({ chapter: chapter?.id ?? null, project, title: now }),
    onSaved: (saved) => onSaved(saved.chapter),
  });
  return (
    <Form
      name="chapter"
      testid="chapter-form"
      draft={draft}
      failure={save.failure}
      save={{ testid: "save-chapter", busy: save.busy, run: submit }}
      close={{ testid: "cancel-chapter", run: onClose }}
    >
      <div className="reviewed-field">
        <BilingualField label="scope-chapter-title" required value={title} text={chapter?.title} onChange={take} as="stacked" testid="chapter-title" />
        {chapter && <ReviewText text={chapter.title} place="chapter_title" record={chapter.id} testid="chapter-review" />}
      </div>
    </Form>
  );
}
