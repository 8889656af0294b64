import type { PageProperties } from "@/app/routes";
import { Page, Skeleton } from "@/design";

export default function Parties(_: PageProperties) {
  return (
    <Page title={null} testid="page-parties">
      <Skeleton />
    </Page>
  );
}
