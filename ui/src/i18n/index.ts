export { Language, useDisplay, useT, type Say } from "./context";
export { idOf } from "./codes";
export { Coded, T } from "./T";
export { type Arg, type ArgsOf, type Given, languages, line, mainLanguage, type MessageId, type Pair, type PlainId, sayIn, words } from "./speech";
