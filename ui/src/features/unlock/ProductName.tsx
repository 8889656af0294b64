import { Logo } from "@/design";
import { T } from "@/i18n";

/** The product's two names and what it is for. */
export function ProductName() {
  return (
    <>
      <div className="unlock-name">
        <Logo />
        <div>
          <b lang="en" data-record>Hefu</b>
          <span lang="zh-CN" data-record>合符</span>
        </div>
      </div>
      <p className="unlock-tagline">
        <T id="unlock-tagline" as="block" />
      </p>
    </>
  );
}
