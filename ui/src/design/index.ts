// The parts that pages are made of. `Choice` and `DateField` bring antd with them: import those from "@/design/Choice".
export { Bilingual, Joint, pairState } from "./Bilingual";
export { BilingualField } from "./BilingualField";
export { Button } from "./Button";
export { DataTable, type Column } from "./DataTable";
export { Dialog } from "./Dialog";
export { Failure, FailureWords } from "./Failure";
export { Check, Field, Labelled, Segments } from "./Field";
export { DateText, Money } from "./Figures";
export { day, dayArg, fraction, grouped, moment, momentArg, money, moneyArg, percent, size, weekday } from "./figures";
export { Icon, Logo, type IconName } from "./icons";
export { sentence } from "./journal";
export { EmptyState, Page, Progress, SectionHead, SidePanel, Skeleton } from "./Layout";
export { MarkTag, StageStrip, Tag, Tally, type Tone } from "./MarkTag";
export { notices } from "./notices";
export { Name, Recorded, sideOf } from "./Record";
export { LanguageSwitch, ThemeSwitch } from "./Switches";
