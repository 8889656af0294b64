import type { Vendor } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { useWorkspace } from "@/window/session";

/** Our own organisation, and who of its people works in this workspace; what a new project begins with. */
export function useVendor(): { vendor: Vendor | null; person: string | null } {
  const { open } = useWorkspace();
  const { view } = useQuery("vendor_profile", {});
  const parties = useQuery("list_parties", { project: null }).view;
  const vendor = view?.vendor ?? null;
  const same = (a: string | undefined, b: string) => a !== undefined && a !== "" && a === b;
  const person = parties?.people.find(
    ({ organisation, name }) =>
      organisation === vendor?.organisation.id && (same(open?.actor.en, name.en.words) || same(open?.actor.zh, name.zh.words)),
  );
  return { vendor, person: person?.id ?? null };
}
