import type { PageProperties } from "@/app/routes";
import { Page, Skeleton } from "@/design";

export default function Projects(_: PageProperties) {
  return (
    <Page title={null} testid="page-projects">
      <Skeleton />
    </Page>
  );
}
