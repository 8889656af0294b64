export { Language, useDisplay, useT, type Say } from "./context";
export { Coded, T } from "./T";
export { type Arg, type ArgsOf, type Given, languages, line, mainLanguage, type MessageId, type Pair, sayIn, words } from "./speech";
