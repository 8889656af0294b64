import { keepPreviousData, QueryClient, useQuery as useTanstackQuery } from "@tanstack/react-query";
import { call, isStale } from "./call";
import type { CommandName, Commands, Failure, NamesOf, Topic } from "./generated/api";
import { asFailure } from "./host";

/** Queries, and the state of the workspace, which is asked for in the same way. */
export type Asked = NamesOf<"query"> | "workspace_status" | "list_backups" | "signing_identity" | "program" | "amount_in_words" | "match_phrases" | "read_day" | "read_figure" | "list_calendars" | "show_calendar" | "working_days" | "list_lifecycles";

export interface QueryOptions {
  /** `no` leaves the question unasked for now. */
  ask?: "yes" | "no";
  /** Shows the last answer while the next one, to another request, is on its way. */
  while?: "last" | "nothing";
}

export interface QueryState<N extends CommandName> {
  view: Commands[N]["view"] | undefined;
  failure: Failure | undefined;
  waiting: boolean;
  /** Whether `view` answers this request and not the last one. */
  fresh: boolean;
}

/** Everything the window knows of the record; it is asked for again when a reply says that it is stale. */
export function newMemory(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Infinity, gcTime: 10 * 60_000, refetchOnWindowFocus: false, networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });
}

/** How a question is kept and asked. */
const question = <N extends Asked>(name: N, request: Commands[N]["request"]) => ({
  queryKey: [name, request],
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await call(name, request, { signal })).view,
});

/** Asks ahead of the page that will. A failure is the page's to tell, when it asks again. */
export const askAhead = <N extends Asked>(memory: QueryClient, name: N, request: Commands[N]["request"]): Promise<unknown> =>
  memory.query(question(name, request)).catch(() => undefined);

/** Asks a query and keeps it fresh. */
export function useQuery<N extends Asked>(
  name: N,
  request: Commands[N]["request"],
  options: QueryOptions = {},
): QueryState<N> {
  const state = useTanstackQuery<Commands[N]["view"], unknown>({
    ...question(name, request),
    enabled: options.ask !== "no",
    placeholderData: options.while === "last" ? keepPreviousData : undefined,
  });
  return {
    view: state.data,
    failure: state.error === null ? undefined : asFailure(state.error),
    waiting: state.isPending && options.ask !== "no",
    fresh: state.isSuccess && !state.isPlaceholderData,
  };
}

/** Asks again for what an answer has made stale. */
export async function refresh(memory: QueryClient, stale: readonly Topic[]): Promise<void> {
  await memory.invalidateQueries({
    predicate: ({ queryKey }) => {
      const name = queryKey[0] as CommandName;
      if (name === "workspace_status" || name === "list_backups") return stale.includes("workspace");
      // It is made with the organisation's first signature.
      if (name === "signing_identity") return stale.includes("parties") || stale.includes("documents");
      return isStale(name, stale);
    },
  });
}
