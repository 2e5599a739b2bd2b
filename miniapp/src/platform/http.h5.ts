import { addressOf } from './api-base';
import type { HttpClient } from './http';
import { NoAnswer } from './no-answer';

const DEFAULT_TIMEOUT_MS = 20_000;

export const http: HttpClient = {
  async send({ method, path, headers, body, timeoutMs = DEFAULT_TIMEOUT_MS }) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), timeoutMs);
    try {
      const response = await fetch(addressOf(path), { method, headers, body, signal: patience.signal, cache: 'no-store' });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      throw new NoAnswer(patience.signal.aborted ? 'timed out' : String(error));
    } finally {
      clearTimeout(timer);
    }
  },
};
