import { isHandOverCode, readHandOverCode } from '@kepu/shared/handover/code';
import { useEffect, useRef } from 'react';
import { Burst, isHidden, PAUSE_MS, strokeOf } from './burst';
import { fieldOf, takesNoScan, type Field } from './field';

/** A key that may be the first of a scan waits so long before it means anything else. */
const HOLD_MS = 100;
/** Enter that lags behind a scan which was taken without it. */
const LAG_MS = 600;
/** By then an input method has written what it was given. */
const IME_MS = 60;

type Taker = (scanned: string) => void;

/**
 * Hears a scanner wherever the focus is, before the page does. What it types is swallowed with its Enter: no button is
 * pressed, no shortcut runs, and a field that had the focus is put back as it was. In a field only a code of ours counts:
 * any other text may be what the person wants to enter there.
 */
class Scanner {
  private readonly burst = new Burst();
  private field: Field | null = null;
  private held: (() => void)[] = [];
  private timer = 0;
  private laggingUntil = 0;
  private readonly takers: Taker[] = [];

  listen(): () => void {
    const end = new AbortController();
    window.addEventListener('keydown', this.press, { capture: true, signal: end.signal });
    window.addEventListener('keyup', this.release, { capture: true, signal: end.signal });
    return () => {
      end.abort();
      this.letGo();
    };
  }

  /** The last one to ask gets what is scanned. */
  deliverTo(taker: Taker): () => void {
    this.takers.push(taker);
    return () => void this.takers.splice(this.takers.lastIndexOf(taker), 1);
  }

  /** Runs a page's key once it is sure to be no part of a scan. */
  unlessScanned(key: string, run: () => void): void {
    const mayBegin = this.burst.length > 1 || (this.burst.length === 1 && /^[0-9a-z]$/iu.test(key));
    if (mayBegin) this.held.push(run);
    else run();
  }

  private readonly press = (event: KeyboardEvent): void => {
    const stroke = strokeOf(event);
    if (stroke.kind === 'nothing') return;
    if (stroke.kind === 'other' || takesNoScan(event.target)) this.letGo();
    else if (stroke.kind === 'text') this.add(event, stroke.text);
    else this.end(event);
  };

  /** Space presses a button when it comes up. */
  private readonly release = (event: KeyboardEvent): void => {
    if (event.key === ' ' && this.field === null && this.burst.length > 2) event.preventDefault();
  };

  private add(event: KeyboardEvent, text: string): void {
    const field = fieldOf(event.target);
    // Nobody moves the focus in the middle of a scan.
    if (!this.burst.goesOnAt(event.timeStamp) || field?.element !== this.field?.element) {
      this.letGo();
      this.field = field;
    }
    this.burst.add(text, event.timeStamp);
    // Space would press a button, a slash open the search of the browser.
    if (this.field === null && this.burst.length > 2 && !/^[0-9a-z]$/iu.test(text)) event.preventDefault();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.fallSilent(), this.burst.length === 1 ? HOLD_MS : PAUSE_MS);
  }

  private end(event: KeyboardEvent): void {
    const { burst, field } = this;
    const isScan = burst.goesOnAt(event.timeStamp) && burst.isScan() && (field === null || isHandOverCode(burst.text));
    if (!isScan) {
      if (event.timeStamp < this.laggingUntil) swallow(event);
      return this.letGo();
    }
    swallow(event);
    const { text } = burst;
    this.forget();
    if (field && isHidden(event)) window.setTimeout(() => this.take(text, field), IME_MS);
    else this.take(text, field);
  }

  /** No further key: a scanner that ends with nothing, or somebody who pressed a key. */
  private fallSilent(): void {
    if (this.burst.length === 1) return this.runHeld();
    const { text } = this.burst;
    const isScan = this.field === null && this.burst.isScan();
    this.letGo();
    if (!isScan) return;
    this.laggingUntil = performance.now() + LAG_MS;
    if (readHandOverCode(text) !== null) this.take(text, null);
  }

  private take(text: string, field: Field | null): void {
    field?.restore();
    this.takers.at(-1)?.(text);
  }

  /** It was no scan: what waited runs now. Letters too fast for hands mean nothing either way. */
  private letGo(): void {
    if (!this.burst.isScan()) this.runHeld();
    this.forget();
  }

  private runHeld(): void {
    for (const run of this.held.splice(0)) run();
  }

  private forget(): void {
    window.clearTimeout(this.timer);
    this.held = [];
    this.burst.clear();
    this.field = null;
  }
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const scanner = new Scanner();

/** Once, around all pages that are not to be pressed by a scanner. */
export function useScanner(): void {
  useEffect(() => scanner.listen(), []);
}

/** Takes what is scanned while this is in sight. */
export function useScan(take: Taker): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => scanner.deliverTo((text) => latest.current(text)), []);
}

export const unlessScanned = (key: string, run: () => void): void => scanner.unlessScanned(key, run);
