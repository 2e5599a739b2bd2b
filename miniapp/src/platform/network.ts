export interface NetworkState {
  isOnline: boolean;
  /** Paid by volume; null where the platform does not tell. */
  isMetered: boolean | null;
}

/** What the phone knows about its network, and when that changes. */
export interface Network {
  now(): Promise<NetworkState>;
  onChange(listener: (state: NetworkState) => void): () => void;
}

export const network: Network = {
  now: () => Promise.resolve({ isOnline: true, isMetered: null }),
  onChange: () => () => undefined,
};
