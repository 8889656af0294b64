// The parts that pages are made of. `Choice`, `DateField` and `Menu` bring antd with them: import those
// from "@/design/Choice" and "@/design/Menu".
export { Bilingual, canReview, Joint, pairState } from "./Bilingual";
export { BilingualField } from "./BilingualField";
export { Button } from "./Button";
export { useChosen } from "./choosing";
export { DraftOffer, placeOf, useDraft } from "./draft";
export { copy } from "./copy";
export { DataTable, type Column } from "./DataTable";
export { Dialog } from "./Dialog";
export { FormDialog } from "./FormDialog";
export { Failure, FailureWords } from "./Failure";
export { Check, Field, Labelled, Segments } from "./Field";
export { DateText, Money } from "./Figures";
export { day, dayArg, fraction, grouped, moment, momentArg, money, moneyArg, percent, size, weekday } from "./figures";
export { Icon, Logo, type IconName } from "./icons";
export { sentence, sentencePair } from "./journal";
export { EmptyState, Page, Progress, SectionHead, SidePanel, Skeleton } from "./Layout";
export { useKeys, type Keys } from "./keys";
export { MarkTag, StageStrip, Tag, Tally, type Tone } from "./MarkTag";
export { notices } from "./notices";
export { Name, Recorded, sideOf } from "./Record";
export { ReviewText } from "./ReviewText";
export { SheetActs } from "./sheet";
export { Short } from "./Short";
export { LANGUAGES, LanguageSwitch, ThemeSwitch } from "./Switches";
export { brief, groups, wordsOf } from "./words";
