import type { Failure as Failed } from "@/api/generated/api";
import { type Arg, Coded } from "@/i18n";
import { Icon } from "./icons";

/** What happened, what was kept, what to do: `failure-<code>` with its arguments. */
export function FailureWords({ failure }: { failure: Failed }) {
  const { code, ...args } = failure;
  return <Coded id={`failure-${code.replaceAll("_", "-")}`} args={args as Record<string, Arg>} as="block" />;
}

export function Failure({ failure }: { failure: Failed | undefined }) {
  if (!failure) return null;
  return (
    <div className="failure" role="alert" data-testid="failure" data-code={failure.code}>
      <Icon name="warning" />
      <FailureWords failure={failure} />
    </div>
  );
}
