import type { DocumentView } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Failure, Skeleton } from "@/design";
import { T, useT } from "@/i18n";

/** A4 in thousandths of a point, the unit of the fields of an issued document. */
const SHEET = { width: 595_276, height: 841_890 };
const WIDTH_PX = 430;

/** The page with the signer's box, the box outlined. */
export function SignaturePage({ view, place }: { view: DocumentView; place: number }) {
  const t = useT();
  const { document } = view;
  const field = document.issued?.fields.find(({ name }) => name === `signature.${place}`);
  const page = field?.page ?? Math.max(1, (document.issued?.pages ?? 1) - 1);
  const { view: image, failure } = useQuery(
    "preview_page",
    { document: document.id, page, width_px: Math.ceil((WIDTH_PX * Math.max(1.5, window.devicePixelRatio)) / 100) * 100 },
    { while: "last" },
  );
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return (
    <div className="signature-page">
      <Failure failure={failure} />
      {image ? (
        <div className="signature-sheet">
          <img src={`data:image/png;base64,${image.png}`} alt={t("document-preview-page", { page: image.page, pages: image.pages })} data-testid="signing-page" data-page={image.page} />
          {field && (
            <span
              className="signature-box"
              data-testid="signing-box"
              style={{
                left: percent(field.rect[0], SHEET.width),
                width: percent(field.rect[2] - field.rect[0], SHEET.width),
                top: percent(SHEET.height - field.rect[3], SHEET.height),
                height: percent(field.rect[3] - field.rect[1], SHEET.height),
              }}
            />
          )}
        </div>
      ) : (
        !failure && (
          <div className="signature-sheet signature-waiting">
            <Skeleton lines={10} />
          </div>
        )
      )}
      {image && (
        <span className="small faint">
          <T id="document-preview-page" args={{ page: image.page, pages: image.pages }} />
        </span>
      )}
    </div>
  );
}
