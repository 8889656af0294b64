import type { PageProperties } from "@/app/routes";
import { Page, Skeleton } from "@/design";

export default function Journal(_: PageProperties) {
  return (
    <Page title={null} testid="page-journal">
      <Skeleton />
    </Page>
  );
}
