/** Set by config/index.ts: address of the server for the mini-program, empty in the browser. */
declare const KEPU_API: string;

declare module '*.css';
