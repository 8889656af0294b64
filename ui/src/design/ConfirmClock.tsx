import { useState } from "react";
import { useCommand } from "@/api/useCommand";
import { T } from "@/i18n";
import { Button } from "./Button";

/** Says that the computer's clock is right, although the record speaks against it; the journal keeps that. */
export function ConfirmClock() {
  const confirm = useCommand("confirm_clock", { toast: "quiet" });
  const [confirmed, setConfirmed] = useState(false);
  if (confirmed) return <span data-testid="clock-confirmed"><T id="app-clock-confirmed" /></span>;
  const now = async () => {
    if (await confirm.run({})) setConfirmed(true);
  };
  return <Button label="app-clock-confirm" size="small" testid="confirm-clock" disabled={confirm.busy} onClick={() => void now()} />;
}
