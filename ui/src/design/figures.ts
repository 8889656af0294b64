// Figures and days as words. Amounts stay the exact decimal strings they came as: nothing here is a float.
import type { Language } from "@/api/generated/api";
import type { Pair } from "@/i18n";
import { formats } from "./formats";

const MINUS = "\u2212";
const WITHOUT_MINOR = new Set(["JPY", "KRW", "VND", "IDR"]);

/** Between groups of three digits; no line breaks at this space. */
const BETWEEN = { comma: ",", space: "\u00a0" } as const;

/** Digits in groups of three, at least `minor` decimals, a real minus: `-3240000` → `−3,240,000.00`. */
export function grouped(amount: string, minor = 0): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!match) return amount;
  const [, sign = "", whole = "", fraction = ""] = match;
  const zero = /^0*$/.test(whole + fraction);
  const decimals = fraction.replace(/0+$/, "").padEnd(minor, "0");
  const digits = whole.replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, BETWEEN[formats().numbers]);
  return `${sign && !zero ? MINUS : ""}${digits}${decimals ? `.${decimals}` : ""}`;
}

/** An amount with its currency: `CNY 3,240,000.00`, in Chinese `¥3,240,000.00` for the renminbi. */
export function money(amount: string, currency: string, language: Language): string {
  const digits = grouped(amount, WITHOUT_MINOR.has(currency) ? 0 : 2);
  if (language === "zh" && currency === "CNY") {
    return digits.startsWith(MINUS) ? `${MINUS}¥${digits.slice(1)}` : `¥${digits}`;
  }
  // No line may break between an amount and its currency.
  return `${currency}\u00a0${digits}`;
}

/** A fraction as per cent, exactly: `0.3` → `30`, `0.065` → `6.5`. */
export function percent(fraction: string): string {
  const [whole = "0", decimals = ""] = fraction.split(".");
  const padded = decimals.padEnd(2, "0");
  return grouped(`${whole}${padded.slice(0, 2)}${padded.length > 2 ? `.${padded.slice(2)}` : ""}`);
}

/** Per cent as typed to a fraction, exactly: `6.5` → `0.065`; undefined when it is no number. */
export function fraction(typed: string): string | undefined {
  const match = /^(\d{1,3})(?:\.(\d+))?$/.exec(typed.trim());
  if (!match) return undefined;
  const whole = (match[1] ?? "").padStart(3, "0");
  return `${Number(whole.slice(0, -2))}.${whole.slice(-2)}${match[2] ?? ""}`.replace(/\.?0+$/, "") || "0";
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day that cannot be misread: `9 May 2026`, `2026年5月9日`, or `2026-05-09` where that was chosen. Takes `2026-05-09` or a moment that begins with it. */
export function day(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return iso;
  if (formats().dates === "iso") return match[0];
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return language === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1] ?? ""} ${year}`;
}

/** A moment as the clock on the wall said where it happened: `9 May 2026, 14:02`. */
export function moment(iso: string, language: Language): string {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1] ?? "";
  return language === "zh" || formats().dates === "iso" ? `${day(iso, language)} ${time}` : `${day(iso, language)}, ${time}`;
}

/** The weekday of a day. */
export function weekday(iso: string, language: Language): string {
  const at = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { weekday: "long", timeZone: "UTC" }).format(at);
}

/** A size in the units people know, to three figures. */
export function size(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toPrecision(2)} ${units[unit] ?? ""}`;
}

const pair = (of: (language: Language) => string): Pair => ({ en: of("en"), zh: of("zh") });
/** For the variables of messages. */
export const dayArg = (iso: string): Pair => pair((language) => day(iso, language));
export const momentArg = (iso: string): Pair => pair((language) => moment(iso, language));
export const moneyArg = (amount: string, currency: string): Pair => pair((language) => money(amount, currency, language));

/** A day of this machine's calendar as `2026-05-09`. */
export const isoDay = (date: Date): string => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
