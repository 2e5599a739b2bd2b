import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    globals: false,
  },
  resolve: { alias: [{ find: /^@kepu\/shared\/(.*)$/u, replacement: `${import.meta.dirname}/../shared/src/$1.ts` }] },
  plugins: [swc.vite({ module: { type: 'es6' } })],
});
