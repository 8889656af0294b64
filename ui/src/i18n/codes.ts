// From a code of the record to the message that says it.

/** `no_evidence` as ids write it: `no-evidence`. */
type Dashed<C extends string> = C extends `${infer Head}_${infer Rest}` ? `${Head}-${Dashed<Rest>}` : C;

/** The id of a code's message, known to the compiler for every code: one without a message does not build. */
export const idOf = <P extends string, C extends string>(prefix: P, code: C): `${P}-${Dashed<C>}` =>
  `${prefix}-${code.replaceAll("_", "-")}` as `${P}-${Dashed<C>}`;
