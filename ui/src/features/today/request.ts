// How much of Today is asked for: ten lines of each kind, and all of them once she wants them.
import type { TodayRequest } from "@/api/generated/api";

export const FIRST: TodayRequest = { limit: 10 };
export const ALL: TodayRequest = {};
