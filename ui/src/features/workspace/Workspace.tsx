import type { PageProperties } from "@/app/routes";
import { Page, Skeleton } from "@/design";

export default function Workspace(_: PageProperties) {
  return (
    <Page title={null} testid="page-workspace">
      <Skeleton />
    </Page>
  );
}
