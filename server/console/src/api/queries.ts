import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { EndpointName, Endpoints } from '@kepu/shared/contracts/endpoints';
import type { CallInput, LooseInput } from './address';
import { call } from './call';
import { isPassing } from './failure';

const TRIES = 2;

/** Endpoints that only read. */
export type Reading = Extract<EndpointName, `GET ${string}`>;

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // An office network without the internet still has the server: the browser's idea of "offline" does not count.
        networkMode: 'always',
        staleTime: 10_000,
        retry: (failures, error) => failures < TRIES && isPassing(error),
        retryDelay: (failures) => 600 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

export interface ReadOptions<Reply> {
  enabled?: boolean;
  /** Asks again after so many milliseconds while the page is looked at; may depend on the last answer. */
  everyMs?: number | ((reply: Reply | undefined) => number | false);
  /** Keeps showing the last answer while another one is on its way (the next page, a new filter). */
  keepOld?: boolean;
}

/** Reads an endpoint; the answer is shared by all who ask the same. */
export function useRead<E extends Reading>(endpoint: E, input: CallInput<E> & LooseInput, options: ReadOptions<Endpoints[E]['reply']> = {}): UseQueryResult<Endpoints[E]['reply']> {
  const { everyMs } = options;
  return useQuery({
    queryKey: [endpoint, input.params ?? {}, input.query ?? {}],
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled: options.enabled,
    refetchInterval: typeof everyMs === 'function' ? ({ state }) => everyMs(state.data) : everyMs,
    placeholderData: options.keepOld ? keepPreviousData : undefined,
  });
}

/** Does something; what it `touches` is read afresh when it is done. */
export function useCommand<E extends EndpointName>(endpoint: E, touches: readonly Reading[] = []): UseMutationResult<Endpoints[E]['reply'], Error, CallInput<E> & LooseInput> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<E> & LooseInput) => call(endpoint, input),
    onSettled: () => Promise.all(touches.map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
}
