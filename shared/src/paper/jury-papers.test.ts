import { describe, expect, it } from 'vitest';
import { certificateNumber } from './jury-papers.js';

describe('the numbers of certificates', () => {
  it.each<[string, number, string]>([
    ['2025-001', 0, '2025-001'],
    ['2025-009', 1, '2025-010'],
    ['KP2025第99', 1, 'KP2025第100'],
    ['7', 5, '12'],
  ])('after %s, %i further, comes %s', (first, steps, number) => {
    expect(certificateNumber(first, steps)).toBe(number);
  });
});
