import type { WordPiece } from "@/api/generated/api";
import { useT } from "@/i18n";

/** One wording: what the other one has not is struck out or underlined, and said so to those who hear it. */
export function Pieces({ pieces, side, lang }: { pieces: WordPiece[]; side: "before" | "after"; lang: "en" | "zh-CN" }) {
  const t = useT();
  const own = side === "before" ? "removed" : "added";
  const Mark = side === "before" ? "del" : "ins";
  return (
    <p lang={lang} className="pieces">
      {pieces
        .filter((piece) => piece.standing === "kept" || piece.standing === own)
        .map((piece, index) =>
          piece.standing === "kept" ? (
            <span key={index} data-record>
              {piece.words}
            </span>
          ) : (
            <Mark key={index} data-testid={`piece-${own}`}>
              <span className="hidden-text">{t(`comparison-${own}`)} </span>
              <span data-record>{piece.words}</span>
            </Mark>
          ),
        )}
    </p>
  );
}
