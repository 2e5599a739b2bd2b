/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The address of a running server that `vite dev` hands the API's calls on to. */
const api = process.env.KEPU_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  resolve: { alias: [{ find: /^@kepu\/shared\/(.*)$/u, replacement: `${import.meta.dirname}/../../shared/src/$1.ts` }] },
  // Everything comes from our own files under the server's content policy: nothing is inlined as data.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 700, rollupOptions: { input: [`${import.meta.dirname}/index.html`, `${import.meta.dirname}/pc.html`] } },
  server: { port: 5174, proxy: { '/api': api, '/media': api } },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
});
