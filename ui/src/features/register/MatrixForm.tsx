import type { RegisterView } from "@/api/generated/api";
import { BilingualField, Check, Form, fraction, percent, placeOf, Labelled, Segments, SidePanel, useRecordForm, wordsOf } from "@/design";
import { NumberField } from "@/design/NumberField";
import { type PlainId, sayIn, T, useT } from "@/i18n";

const SIZES = ["3", "4", "5", "6"] as const;
type Size = (typeof SIZES)[number];
const NAMED = ["low", "medium", "high", "critical"] as const;
/** What each level stands for where nobody has said it. */
const USUAL = ["5", "20", "40", "70", "90", "95"];

/** Where low, medium and high usually end: 4, 9 and 16 of 25. */
const usualBands = (size: number): string[] => [0.16, 0.36, 0.64].map((share) => String(Math.floor(size * size * share)));

const yesOrNo = (is: boolean): "yes" | "no" => (is ? "yes" : "no");

const LEVELS = ["register-matrix-likelihood-1", "register-matrix-likelihood-2", "register-matrix-likelihood-3", "register-matrix-likelihood-4", "register-matrix-likelihood-5", "register-matrix-likelihood-6"] as const satisfies readonly PlainId[];
const ENDS = ["register-matrix-band-low", "register-matrix-band-medium", "register-matrix-band-high"] as const satisfies readonly PlainId[];

/** The matrix that the project's risks are scored on. */
export function MatrixForm({ project, view, onClose }: { project: string; view: RegisterView; onClose: () => void }) {
  const t = useT();
  const { matrix, record, title } = view.risks;
  // Bands of another number are the organisation's own, and stay as they are.
  const isUsual = matrix.bands.length === NAMED.length;
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_record",
    place: placeOf("risk_matrix", project),
    begin: () => ({
      title: record ? wordsOf(title) : { en: sayIn("en", "register-matrix", {}) ?? "", zh: sayIn("zh", "register-matrix", {}) ?? "" },
      size: String(matrix.size) as Size,
      ends: isUsual ? matrix.bands.slice(0, 3).map(({ up_to }) => String(up_to)) : usualBands(matrix.size),
      expects: yesOrNo(matrix.likelihood != null),
      likelihood: USUAL.map((usual, at) => (matrix.likelihood?.[at] !== undefined ? percent(matrix.likelihood[at]) : usual)),
    }),
    ask: (now) => {
      const size = Number(now.size);
      const scores = size === matrix.size ? (matrix.scores ?? null) : null;
      const keepsBands = size === matrix.size && !isUsual;
      const ends = [...now.ends.map(Number), scores ? Math.max(...scores.flat()) : size * size];
      return {
        record: record ?? null, project, stack: null, number: null,
        fields: {
          kind: "risk_matrix" as const, title: now.title, size, scores,
          bands: keepsBands ? matrix.bands : NAMED.map((name, at) => ({ name: isUsual ? (matrix.bands[at]?.name ?? name) : name, up_to: ends[at] ?? size * size })),
          likelihood: now.expects === "yes" ? now.likelihood.slice(0, size).map((typed) => fraction(typed) ?? "0") : null,
        },
      };
    },
    onSaved: onClose,
  });
  const size = Number(typed.size);
  const put = (list: string[], at: number, value: string) => list.map((each, index) => (index === at ? value : each));
  return (
    <SidePanel testid="register-matrix-panel" head={<h2><T id="register-matrix" /></h2>}>
      <Form name="risk-matrix" draft={draft} failure={save.failure} save={{ testid: "save-matrix", busy: save.busy, run: submit }} close={{ testid: "cancel-matrix", run: onClose }}>
        <p className="small quiet"><T id="register-matrix-hint" as="block" /></p>
        <BilingualField label="register-matrix-name" required value={typed.title} text={record ? title : undefined} onChange={(words) => set({ title: words })} as="stacked" testid="matrix-title" />
        <Labelled label="register-matrix-size">
          <Segments
            label={t("register-matrix-size")}
            value={typed.size}
            onChange={(chosen) => set({ size: chosen, ends: usualBands(Number(chosen)) })}
            options={SIZES.map((value) => ({ value, label: <span data-record>{`${value} × ${value}`}</span> }))}
            testid="matrix-size"
          />
        </Labelled>
        {(isUsual || size !== matrix.size) && (
          <>
            <div className="form-row">
              {ENDS.map((label, at) => (
                <NumberField key={label} label={label} required figure={{ of: "count" }} value={typed.ends[at] ?? ""} onChange={(value) => set({ ends: put(typed.ends, at, value) })} testid={`matrix-end-${at + 1}`} />
              ))}
            </div>
            <p className="small quiet"><T id={matrix.scores && size === matrix.size ? "register-matrix-own-scores" : "register-matrix-bands-hint"} as="block" /></p>
          </>
        )}
        <Check label="register-matrix-likelihood" checked={typed.expects === "yes"} onChange={(checked) => set({ expects: checked ? "yes" : "no" })} testid="matrix-expects" />
        {typed.expects === "yes" && LEVELS.slice(0, size).map((label, at) => (
          <NumberField key={label} label={label} required figure={{ of: "percent" }} value={typed.likelihood[at] ?? ""} onChange={(value) => set({ likelihood: put(typed.likelihood, at, value) })} testid={`matrix-likelihood-${at + 1}`} />
        ))}
      </Form>
    </SidePanel>
  );
}
