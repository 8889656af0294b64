import type { PageProperties } from "@/app/routes";
import { Page, Skeleton } from "@/design";

export default function Overview(_: PageProperties) {
  return (
    <Page title={null} testid="page-overview">
      <Skeleton />
    </Page>
  );
}
