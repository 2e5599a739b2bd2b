import { defineConfig } from 'vitest/config';

/** Ports resolve to their neutral files here: stores in memory, no network. */
export default defineConfig({
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'] },
  resolve: { alias: [{ find: /^@kepu\/shared\/(.*)$/u, replacement: `${import.meta.dirname}/../shared/src/$1.ts` }] },
});
